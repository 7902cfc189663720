"""Where a text mentions appendices: by which number, under which title, and whether they are another document's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = r"(?:\d{1,2}[a-z]?|[A-Z]\d{0,2})(?![\w])(?!['’]s)"
_CITED: Final = re.compile(
    rf"\b(?P<word>[Aa]ppendix|[Aa]ppendices|APPENDIX|APPENDICES|[Aa]pps?\.|[Aa]nnexe?|[Aa]nnexes)\s+(?P<list>{_NUMBER}"
    rf"(?:\s*(?:,\s*and|,|and|&|to|–|-)\s*{_NUMBER})*)"
)
_ALONE: Final = re.compile(r"\b[Aa]ppendix\b(?!\s+(?:\d|[A-Z]\b))")
# No mention is without one of these, and most texts have none.
HINTS: Final = ("ppend", "PPEND", "nnex", "pp.", "pps.")
# "Appendix 2 of the guidance", "Appendix A to the Act": another document's; but "Appendix 1 to this report" is not.
_ELSEWHERE: Final = re.compile(
    r"\s+(?:of|to|in)\s+(?!(?:the|this)\s+report\b(?!\s+(?:of|to|by|from|on|dated)\b))(?:the|that|its|their|[A-Z])"
)
_TITLED: Final = re.compile(
    r"\s*(?:\(\s*[“‘\"']?(?P<bracket>[A-Z][^()\n]{3,120}?)[”’\"']?\s*\)|,?\s+[“‘](?P<quoted>[A-Z][^”’\n]{3,120})[”’]"
    r"|\s*[–—:-]\s+(?P<dash>[A-Z][^.;()\n]{3,120})\.?\s*\Z)"
)
# What stands in brackets after an appendix and is no title of it.
_NO_TITLE: Final = re.compile(
    r"(?:part|exempt|confidential|restricted|public|private|not\s+for|attached|to\s+follow|pages?|sections?|paragraphs?|tables?|figures?"
    r"|circulated|see|available|also|which|and|as|officers?|now|previously|copy|draft\b)\b",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "s")
)


@dataclass(frozen=True)
class Citation:
    """A mention of an appendix: where (code points), its number, and the title it is given there.

    `alone`: it has no number ("see the appendix"). `elsewhere`: it is another document's. `word`: as it is called.
    """

    start: int
    end: int
    word: str
    number: str
    title: str = ""
    elsewhere: bool = False

    @property
    def alone(self) -> bool:
        """Whether it is mentioned without a number."""
        return not self.number


def citations(text: str) -> tuple[Citation, ...]:
    """Every mention of an appendix in a text, in order; "Appendices 1 to 3" mentions three."""
    return tuple(_citations(text)) if any(map(text.__contains__, HINTS)) else ()


def same_title(one: str, other: str) -> bool:
    """Whether two titles may be of one appendix: one has the words of the other, or they share two words in three."""
    first, second = _words(one), _words(other)
    fewest = min(len(first), len(second))
    return not fewest or len(first & second) * 3 >= fewest * 2


def _citations(text: str) -> Iterator[Citation]:
    for found in _CITED.finditer(text):
        word = "Annex" if found["word"].casefold().startswith("annex") else "Appendix"
        elsewhere = _ELSEWHERE.match(text, found.end()) is not None
        numbers = list(_numbers(found["list"]))
        titled = _TITLED.match(text, found.end()) if len(numbers) == 1 else None
        title = next((each for each in titled.groups() if each), "") if titled else ""
        elsewhere = elsewhere or (titled is not None and _ELSEWHERE.match(text, titled.end()) is not None)
        if _NO_TITLE.match(title):
            title = ""
        for number in numbers:
            yield Citation(found.start(), found.end(), word, number, title.strip(), elsewhere)
    for found in _ALONE.finditer(text):
        yield Citation(found.start(), found.end(), found[0].capitalize(), "")


def _numbers(listed: str) -> Iterator[str]:
    parts = re.findall(r"\d+[a-z]?|[A-Z]\d{0,2}|to|–|-", listed)
    for index, part in enumerate(parts):
        if part in ("to", "–", "-"):
            low, high = parts[index - 1], parts[index + 1]
            if low.isdigit() and high.isdigit():
                yield from (str(number) for number in range(int(low) + 1, int(high)))
            elif low.isalpha() and high.isalpha() and len(low) == len(high) == 1:
                yield from (chr(letter) for letter in range(ord(low) + 1, ord(high)))
        else:
            yield part


def _words(title: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", title.casefold())
    return frozenset(word.removesuffix("s") for word in words if word not in _SMALL)
