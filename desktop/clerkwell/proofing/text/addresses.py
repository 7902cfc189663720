"""Addresses of the net that cannot be right: a comma for a stop, no ending, a slip in "https"."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.text.faults import Fault

_ENDING: Final = r"(?:com|org|net|gov|co|ac|nhs|sch|police|uk|eu|info|london|wales|scot)"
_EMAIL: Final = re.compile(r"(?<![\w.+'’@/-])(?P<local>[A-Za-z][\w.+'-]*)@(?P<domain>[\w.,;-]+)(?!@)")
# "example,org", "example.gov,uk"; not "example.org,and"
_COMMA: Final = re.compile(rf"[\w-]+(?:\.[\w-]+)*[,;]{_ENDING}(?:[.,]{_ENDING})?", re.IGNORECASE)
_ENDED: Final = re.compile(rf"[\w.-]+\.{_ENDING}[,;]", re.IGNORECASE)
_UK: Final = re.compile(r"\.(?:gov|co|ac|org|nhs|sch|police)[,;]uk\Z", re.IGNORECASE)
# "htps://", "http:/", "https//", "http:\\\\"; "https://" is right.
_SCHEME: Final = re.compile(
    r"(?<![\w/.-])(?:(?!https?://(?!/))(?:h?t{1,3}p{1,2}s{0,2}://|ht{1,3}p{1,2}s{0,2}(?::/|//|;//|:\\\\))"
    r"|https?://(?:https?:/|www[,;]|ww\.))[^\s<>()]*",
    re.IGNORECASE,
)
_WWW: Final = re.compile(
    rf"(?<![\w/.@-])(?:www[,;]|w{{2}}\.|w{{4,}}\.)[\w-]+[.,](?:[\w-]+[.,])*{_ENDING}\b[^\s<>()]*", re.IGNORECASE
)
# "Arts@Mill" is a scheme's name; an address without a stop is told by what stands before it.
_LED: Final = re.compile(r"\b(?:e-?mail(?:ed|ing)?|write|writing|sent|contact)\b[^.\n]{0,40}\Z", re.IGNORECASE)


def bad_addresses(text: str) -> Iterator[Fault]:
    """The addresses of a text that lead nowhere."""
    for found in _EMAIL.finditer(text) if "@" in text else ():
        domain = found["domain"].rstrip(".,;-")
        end = found.start("domain") + len(domain)
        if "." not in domain and "," not in domain and not (domain.islower() and _LED.search(text[: found.start()])):
            continue
        if _is_wrong(domain) and text[end : end + 1] not in ("@", "["):
            yield Fault(found.start(), end)
    for pattern in (_SCHEME, _WWW) if "tp" in text or "ww" in text or "TP" in text or "WW" in text else ():
        for found in pattern.finditer(text):
            yield Fault(found.start(), found.start() + len(found[0].rstrip(".,;:")))


def _is_wrong(domain: str) -> bool:
    if not any(map(str.isalpha, domain)):
        return False
    if "," in domain or ";" in domain:
        return _COMMA.fullmatch(domain) is not None and (_UK.search(domain) is not None or not _ENDED.match(domain))
    return ".." in domain or "." not in domain
