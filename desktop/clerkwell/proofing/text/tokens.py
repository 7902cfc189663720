"""The words of a text with their places, and the stretches of it that no rule of language touches."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import repeat
from typing import Final, NamedTuple

APOSTROPHES: Final = "'’ʼ＇"
HYPHENS: Final = "-‐‑"
_SOFT_HYPHEN = "\u00ad"

# Letters and digits, with what may stand inside a word: an apostrophe, a hyphen, the separators of a number.
_JOIN = f"[{HYPHENS}{APOSTROPHES}]"
_WORD = re.compile(rf"[^\W\d]\w*(?:{_JOIN}\w+)*|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?\w*|\d+(?:\.\d+)?\w*(?:{_JOIN}\w+)*")
# The same where a soft hyphen stands in words, or an accent typed as a character of its own: seldom, and slower.
_MARKS = "\u00ad\u0300-\u036f"
_MARKED = re.compile(rf"\w[\w{_MARKS}]*(?:{_JOIN}\w[\w{_MARKS}]*)*")
_HAS_MARKS = re.compile(f"[{_MARKS}]")
_AS_TYPED_PLAINLY = str.maketrans(
    {**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), _SOFT_HYPHEN: None}
)


_BESIDE_WORDS: Final = ".,;:!?()[]/\\“”\"‘'’–—"


class Token(NamedTuple):
    """A word of a text: where it stands, and itself with a plain apostrophe and hyphen and without soft hyphens.

    "members’" and "‘report’" are words without their last mark, which may be a quotation's; "and/or" is two words.
    """

    start: int
    end: int
    text: str


Stretch = tuple[int, int]


def tokens(text: str) -> Iterator[Token]:
    """The words of a text, numbers too, in their order."""
    plain = text.isascii()
    pattern = _WORD if plain or not _HAS_MARKS.search(text) else _MARKED
    # An underscore is no letter here; what takes its place keeps the others where they are.
    for match in pattern.finditer(text.replace("_", " ")):
        yield Token(match.start(), match.end(), match.group() if plain else plainly(match.group()))


def bare_words(text: str) -> tuple[str, ...]:
    """The words in small letters as blanks and hyphens part them, without the marks beside them: for a first look."""
    return tuple(map(str.strip, text.lower().replace("-", " ").split(), repeat(_BESIDE_WORDS)))


def plainly(word: str) -> str:
    """A word with plain apostrophes and hyphens, without soft hyphens."""
    return word if word.isascii() else word.translate(_AS_TYPED_PLAINLY)


_ENDINGS = (
    "docx?|docm|dotx|xlsx?|xlsm|pptx?|pdf|csv|txt|rtf|odt|ods|odp|zip|html?|xml|json|jpe?g|png|gif|svg|tiff?|msg|eml"
)
_DOMAINS = "uk|com|org|net|eu|info|io|gov|edu|wales|scot|london|cymru"
# What ends a sentence or closes a bracket is not the address's.
_ADDRESS_END = "".join((".,;:!?'\"", "’”)]}>»"))
_ADDRESSES = re.compile(
    r"(?<![^\W_])(?:https?:|ftp:|file:|mailto:|tel:|www\.)\S+"
    rf"|(?<![\w.@/-])[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,6}}\.(?:{_DOMAINS})\b(?!-)(?:[/?#]\S*)?"
    r"|(?<![\w.])(?:GOV|NHS|gov|nhs)\.(?:UK|uk)\b(?:/\S*)?",
    # An address is written in small letters; "ends.Com" is rather a sentence that begins without its space.
)
_EMAILS = re.compile(r"(?<![\w.+-])[\w.+'’-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}|(?<![\w.])[@#][^\W\d_]\w{1,60}")
_FILES = re.compile(
    rf"(?<![\w.-])[\w-]{{1,120}}(?:\.[\w-]{{1,60}}){{0,6}}\.(?:{_ENDINGS})\b(?!-)"
    r"|(?<!\w)(?:[A-Za-z]:\\|\\\\)\S+",
    re.IGNORECASE,
)
# PL/2022/17, 22/01234/FUL: capitals and figures, both, parted by strokes; REF-20417 and SCH-2022-004 by hyphens; a long
# number that capitals lead; a postcode.
_CODES = re.compile(
    r"(?<![\w/.-])(?=[A-Z0-9/.-]{0,40}[A-Z])(?=[A-Z/.-]{0,40}[0-9])[A-Z0-9]{1,20}(?:[.-][A-Z0-9]{1,20}){0,3}"
    r"(?:/[A-Z0-9]{1,20}(?:[.-][A-Z0-9]{1,20}){0,3}){1,6}(?![\w/])"
    r"|(?<![\w/-])[A-Z]{1,8}[0-9]{0,4}-[0-9]{3,12}(?:-[A-Z0-9]{1,12}){0,4}(?![\w-])"
    r"|(?<![\w/-])[A-Z]{1,8}[0-9]{0,4}-[0-9]{1,12}(?:-[A-Z0-9]{1,12}){1,4}(?![\w-])"
    r"|(?<![\w/-])[A-Z]{1,6}[0-9]{3,14}[A-Z]{0,3}(?![\w-])"
    r"|(?<!\w)[A-Z]{1,2}[0-9][A-Z0-9]?[ \u00a0][0-9][A-Z]{2}(?!\w)"
)
_TELEPHONES = re.compile(
    r"(?<![\w.,/£+-])(?:\+[0-9]{1,3}[ \u00a0-]?(?:\(0\)[ \u00a0-]?)?[0-9]{2,5}|\(?0[0-9]{2,5}\)?)"
    r"(?:[ \u00a0-]?[0-9]{2,8}){1,4}(?![\w/]|[.,-][0-9])"
)
_FEWEST_FIGURES = 9
# Looking for these first is what makes it quick on a long report: most paragraphs have none.
_ADDRESS_HINT = re.compile(r"\.[A-Za-z]|(?:mailto|tel):")
_CODE_HINT = re.compile("[A-Z/-][0-9]|[0-9][A-Z]")
_TELEPHONE_HINT = re.compile("[+0][0-9]")


def shielded(text: str) -> tuple[Stretch, ...]:
    """The stretches, in order and apart from each other, that no rule of language touches.

    They are web and e-mail addresses, handles, file names, reference codes (PL/2022/17, 22/01234/FUL), postcodes and
    telephone numbers. A date, a sum and a financial year (2022/23) are not among them.
    """
    done: list[Stretch] = []
    if _ADDRESS_HINT.search(text) or "://" in text or "\\" in text:
        for match in (*_ADDRESSES.finditer(text), *_FILES.finditer(text)):
            done.append((match.start(), match.start() + len(match.group().rstrip(_ADDRESS_END))))
    if "@" in text or "#" in text:
        done += (match.span() for match in _EMAILS.finditer(text))
    if _CODE_HINT.search(text):
        done += (match.span() for match in _CODES.finditer(text))
    if _TELEPHONE_HINT.search(text):
        for match in _TELEPHONES.finditer(text):
            if sum(map(str.isdigit, match.group())) >= _FEWEST_FIGURES:
                done.append(match.span())
    return _joined(sorted(done)) if done else ()


def is_quoted(text: str, start: int) -> bool:
    """Whether what stands at `start` is between double quotation marks, and so somebody else's words."""
    before = text[:start]
    if before.count("“") > before.count("”"):
        # A quotation may go on in the next paragraph; elsewhere a mark that nobody closes is a slip.
        return "”" in text[start:] or text.startswith("“")
    return before.count('"') % 2 == 1 and '"' in text[start:]


_SENTENCE_ENDS = ".!?:;\n\t•"
_PASSED_OVER = " \u00a0\"'“”‘’([–—-0123456789"


def opens(text: str, start: int) -> bool:
    """Whether what stands at `start` opens a sentence, a line or an item, so that its capital says nothing of it."""
    before = text[:start].rstrip(_PASSED_OVER)
    return not before or before[-1] in _SENTENCE_ENDS


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as one text, parted by blanks."""
    return frozenset(words.split())


def covers(stretches: tuple[Stretch, ...], start: int, end: int) -> bool:
    """Whether any of the stretches has a character of this one."""
    # The last that begins before this one ends is the only one that can.
    at = bisect_left(stretches, (end, end)) - 1
    return at >= 0 and stretches[at][0] < end and start < stretches[at][1]


def _joined(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    done: list[Stretch] = []
    for start, end in stretches:
        if done and start < done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((start, end))
    return tuple(done)
