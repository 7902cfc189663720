"""The rule about colours: what they mean is also said in words."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found

_COLOURS: Final = ("red", "amber", "green", "yellow", "orange", "blue", "purple", "pink", "grey", "gray", "turquoise")
_ANY: Final = re.compile(rf"\b(?:{'|'.join(_COLOURS)})\b")
# Longer cells tell more than a colour.
_CELL: Final = 40
_COLOUR: Final = (
    r"(?:(?:light|dark|pale|bright|bold)\s+)?(?P<colour>red|amber|green|yellow|orange|blue|purple|pink|gr[ae]y)"
)
# What may come after a colour that stands for itself; "green space" and "Blue Badge holders" are names of things.
_AFTER: Final = (
    r"(?=\s*(?:[.,;:)!?]|$)|\s+(?:and|or|are|is|was|were|have|has|had|need|needs|show|shows|mean|means|must|will|should|can"
    r"|on|in|to|for|below|above|text|type|ink|font|shading|highlighting|indicate|indicates|where|which|that|at|by|represent)\b)"
)
_SHOWN: Final = (
    r"(?:shown|shows?\s+up|highlighted|indicated|displayed|denoted|presented|flagged|picked out|typed|appear(?:s|ing)?)"
)
_THINGS: Final = (
    r"(?:items|rows|cells|figures|entries|text|words|amounts|numbers|changes|amendments|additions|deletions|projects"
    r"|lines|columns|actions|targets|indicators|measures|risks|sites|dates|those|ones|anything|everything|wards|options"
    r"|milestones|totals|paragraphs|sections)"
)
_SEEN: Final = (
    r"(?:items?|rows?|cells?|figures|entries|text|bars?|dots?|squares|columns?|numbers|ones|segments?|circles|shading"
    r"|highlights|triangles|arrows|totals|sections of the (?:chart|table)|lines on the (?:chart|graph|map|plan))"
)
_PATTERNS: Final = (
    re.compile(rf"\b{_SHOWN}\s+in\s+{_COLOUR}\b{_AFTER}", re.IGNORECASE),
    re.compile(rf"\b(?:shaded|coloured|highlighted|colour-coded)\s+(?:in\s+)?{_COLOUR}\b{_AFTER}", re.IGNORECASE),
    re.compile(
        rf"\bmarked\s+(?:in\s+)?{_COLOUR}\s+(?:on|in)\s+(?:the|table|figure|map|plan|appendix|\ufffc)", re.IGNORECASE
    ),
    re.compile(rf"\b{_THINGS}\s+(?:marked\s+)?in\s+{_COLOUR}\b{_AFTER}", re.IGNORECASE),
    re.compile(rf"\bthe\s+{_COLOUR}\s+{_SEEN}\b", re.IGNORECASE),
)
# On plans of land it is how lawyers have always said it; the plan can still be lettered.
_ON_PLANS: Final = re.compile(rf"\b(?:edged|outlined)\s+(?:in\s+)?{_COLOUR}\b{_AFTER}", re.IGNORECASE)
# What tells it apart besides the colour.
_IN_WORDS: Final = re.compile(
    r"\b(?:rated|ratings?|rag|labelled|lettered|numbered|asterisk|the words?|the letters?|marked with|marked as|bold"
    r"|underlined|italics?|symbols?|ticks?|crosses|hatched|struck through|in words|also (?:named|marked|shown)"
    r"|marked\s+[“\"‘'])|\*",
    re.IGNORECASE,
)
# A report that rates things red, amber and green has said in words what they are.
_RATED: Final = re.compile(
    r"\bRAG\b|\b(?:rat(?:ed|ing) (?:as )?(?:red|amber|green)|(?:red|amber|green)[- ]rat(?:ed|ings?))\b"
)
_RATINGS: Final = frozenset(("red", "amber", "green"))
# Lighter and darker is not yet a colour; but a screen reader tells neither.
_GREYS: Final = frozenset(("grey", "gray"))
_SENTENCE: Final = re.compile(r"[.!?]\s")


def _meant(passage: Passage, _: Guide) -> tuple[tuple[int, int, str, bool], ...]:
    """Where a passage means something by a colour: from where to where, which, and whether on a plan of land."""
    text = passage.text
    if passage.kind not in PROSE and passage.kind not in ("caption", "subheading"):
        return ()
    # Whole words: "red" is in "prepared", and the patterns are dear.
    if passage.kind == "quotation" or not _ANY.search(text.casefold()):
        return ()
    done: list[tuple[int, int, str, bool]] = []
    for pattern in (*_PATTERNS, _ON_PLANS):
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end, _, _ in done):
                continue
            if not _IN_WORDS.search(_sentence(text, match.start(), match.end())):
                done.append((*match.span(), match["colour"].casefold(), pattern is _ON_PLANS))
    return tuple(sorted(done))


def _sentence(text: str, start: int, end: int) -> str:
    low = max((match.end() for match in _SENTENCE.finditer(text, 0, start)), default=0)
    after = _SENTENCE.search(text, end)
    return text[low : after.start() if after else len(text)]


def _named(passage: Passage, _: Guide) -> frozenset[str]:
    """The colours that a passage gives a meaning in words: a cell that says "Amber (on watch)", a RAG rating."""
    if _RATED.search(passage.text):
        return _RATINGS
    if passage.kind != "cell" or len(passage.text) > _CELL:
        return frozenset()
    first = passage.text.split(maxsplit=1)[:1]
    word = first[0].strip(".,:;()").casefold() if first else ""
    return frozenset((word,)) & frozenset(_COLOURS)


def _worded(reading: Reading) -> dict[tuple[str, str], set[str]]:
    done: dict[tuple[str, str], set[str]] = {("", ""): set()}
    for passage, names in reading.each(_named):
        if names:
            done.setdefault((passage.place.section, passage.place.appendix), set()).update(names)
    return done


def _look(reading: Reading) -> Iterator[Finding]:
    # What a section says in words of its colours, once it is asked: (section, appendix) and the colours.
    worded: dict[tuple[str, str], set[str]] = {}
    for passage, meant in reading.each(_meant):
        for start, end, colour, on_plan in meant:
            if not worded:
                worded = _worded(reading)
            if colour in worded.get((passage.place.section, passage.place.appendix), ()):
                continue
            words = " ".join(passage.text[start:end].split())
            message = f"“{words}” means something by a colour alone. Say it in words too, for those who cannot see it."
            yield found(passage, start, end, message, severity="info" if on_plan or colour in _GREYS else None)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "colour-meaning", "warning", "Something is meant by a colour alone",
            "One man in twelve does not see all colours, a screen reader names none, and most copies are printed in "
            "black.", Across(_look),
            source="Public Sector Bodies Accessibility Regulations 2018; Web Content Accessibility Guidelines 1.4.1, "
            "use of colour",
        ),
    )  # fmt: skip
