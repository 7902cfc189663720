"""Which licences may stand in a built program: each part has to name one, in SPDX's words, that allows it."""

import re
from collections.abc import Iterator

# Whoever passes the program on has to do no more for these than to pass their words on, and for the weak copylefts
# (LGPL, MPL) to let the part be exchanged, which a folder of files does.
ALLOWED = frozenset(
    [
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSL-1.0",
        "Bitstream-Vera",
        "CC-BY-4.0",
        "CC0-1.0",
        "FTL",
        "IJG",
        "ISC",
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "LicenseRef-GUST-Font-License",
        "LicenseRef-Microsoft-Distributable-Code",
        "MIT",
        "MPL-1.1",
        "MPL-2.0",
        "OFL-1.1",
        "PSF-2.0",
        "Python-2.0",
        "Unicode-3.0",
        "Unicode-DFS-2016",
        "Unlicense",
        "Zlib",
        "libpng-2.0",
        "libtiff",
    ]
)
# A licence that is allowed only with these words added to it.
EXCEPTIONS = frozenset({"GPL-2.0-or-later WITH Bootloader-exception"})
_WORDS = re.compile(r"\(|\)|[A-Za-z0-9.+-]+")


def allowed(expression: str) -> bool:
    """Whether an expression of SPDX lets a part be shipped: of licences to choose from one has to be allowed, of those
    that hold together all."""
    words = _WORDS.findall(expression)
    if not words or "".join(words) != re.sub(r"\s", "", expression):
        return False
    left = iter([*words, ""])
    try:
        verdict, last = _choice(left)
    except ValueError:
        return False
    return verdict and not last


def _choice(words: Iterator[str]) -> tuple[bool, str]:
    verdict, last = _together(words)
    while last == "OR":
        other, last = _together(words)
        verdict = verdict or other
    return verdict, last


def _together(words: Iterator[str]) -> tuple[bool, str]:
    verdict, last = _one(words)
    while last == "AND":
        other, last = _one(words)
        verdict = verdict and other
    return verdict, last


def _one(words: Iterator[str]) -> tuple[bool, str]:
    word = next(words)
    if word == "(":
        verdict, last = _choice(words)
        if last != ")":
            raise ValueError("A bracket is not closed.")
        return verdict, next(words)
    if word in ("", ")", "AND", "OR", "WITH"):
        raise ValueError("A licence is missing.")
    last = next(words)
    if last != "WITH":
        return word in ALLOWED, last
    exception = f"{word} WITH {next(words)}"
    # Words added to a licence that is allowed without them only ever allow more.
    return word in ALLOWED or exception in EXCEPTIONS, next(words)
