"""How long a sentence is to its reader, and what looks like one and is a list, a resolution or a title."""

import re
from typing import Final

from clerkwell.proofing.text.sentences import word_count

# "(a) … (b) …", "i) … ii) …": sub-clauses, which a reader takes one at a time.
_SUBCLAUSE: Final = re.compile(r"(?:\A|[\s;:,])\(?(?:[a-h]|i{1,3}|iv|vi{0,3}|[1-9])\)\s")
_RESOLUTION: Final = re.compile(r"\W*(?:RESOLVED|RESOLUTION|Resolved|MOVED|Moved|Motion|MOTION)\b")
# "the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012": a
# name, however long.
_WORD: Final = r"(?:\(?[A-Z][\w’'-]*,?\)?)"
_LAW: Final = re.compile(
    rf"{_WORD}(?:\s(?:{_WORD}|and|of|to|the|for|in|etc\.?|&)){{0,20}}?\s(?:Act|Regulations|Order|Rules|Directions|Code)\s\d{{4}}"
)
_YEAR_OF_LAW: Final = re.compile(r"\b(?:Act|Regulations|Order|Rules|Directions|Code)\s\d{4}")
_QUOTED: Final = re.compile(
    r"“[^”]{20,2000}”|\"[^\"]{20,2000}\"|(?<!\w)‘[^‘]{20,2000}?’(?!\w)|(?<!\w)'[^']{20,2000}'(?!\w)"
)
# A number or a letter typed before the words: "1.3", "12.1.", "(a)".
LABEL: Final = re.compile(r"\A(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{1,5})\))\s+(?=\S)")
_MANY_COMMAS: Final = 7
_LIST_COMMAS: Final = 3


def length(text: str, start: int, end: int) -> int:
    """How many words of a sentence count for its reader: long quotations do not, and the name of an Act is one word."""
    count = word_count(text, start, end)
    if count <= _SHORT:
        return count
    words = LABEL.sub("", text[start:end], count=1)
    if any(mark in words for mark in "“\"‘'"):
        words = _QUOTED.sub("“”", words)
    if _YEAR_OF_LAW.search(words):
        words = _LAW.sub("Act", words)
    before, colon, after = words.partition(":")
    if colon and after.count(",") >= _LIST_COMMAS:
        # What is listed after a colon is read piece by piece.
        words = before
    return word_count(words)


_SHORT: Final = 20


def is_listing(text: str, start: int, end: int) -> bool:
    """Whether what stands as a sentence is a list, sub-clauses or a resolution, written on one line or several."""
    words = text[start:end]
    if words.count(";") >= 2 or "\n" in words or "\t" in words or words.count(",") >= _MANY_COMMAS:
        return True
    if ")" in words and sum(1 for _ in _SUBCLAUSE.finditer(words)) >= 2:
        return True
    return _RESOLUTION.match(words) is not None
