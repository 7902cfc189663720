"""The rule about colours: what they mean is also said in words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_COLOURS: Final = ("red", "amber", "green", "yellow", "orange", "blue", "purple", "pink", "grey", "gray", "turquoise")
_COLOURED: Final = Sign(folded=_COLOURS)
# "red" is in "prepared" too; looked for behind its own letters, it is found as fast as they are.
_RED: Final = re.compile(r"red(?<![a-z]red)(?![a-z])")
# More of one kind in a paragraph are no more to do.
_MOST: Final = 50
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
# What is shown in a colour, whatever it is.
_SEEN_IN: Final = (
    re.compile(rf"\b{_SHOWN}\s+in\s+{_COLOUR}\b{_AFTER}", re.IGNORECASE),
    re.compile(rf"\b(?:shaded|coloured|highlighted|colour-coded)\s+(?:in\s+)?{_COLOUR}\b{_AFTER}", re.IGNORECASE),
    re.compile(
        rf"\bmarked\s+(?:in\s+)?{_COLOUR}\s+(?:on|in)\s+(?:the|table|figure|map|plan|appendix|\ufffc)", re.IGNORECASE
    ),
)
# What a colour is the name of: where things are rated red, amber and green, that is said in words.
_CALLED: Final = (
    re.compile(rf"\b{_THINGS}\s+(?:marked\s+)?in\s+{_COLOUR}\b{_AFTER}", re.IGNORECASE),
    re.compile(rf"\bthe\s+{_COLOUR}\s+{_SEEN}\b", re.IGNORECASE),
)
# Anything may be red by itself; after a word about marks it is likely to be marked so.
_PERHAPS: Final = re.compile(
    rf"\b[Tt]he\s+{_COLOUR}\s+(?!lines?\b|routes?\b|box|bins?\b|bags?\b|badges?\b|spaces\b|areas\b|belts?\b|flags\b"
    r"|papers?\b|cards?\b|lights?\b|roofs?\b|plaques?\b|ones\b|infrastructure)[a-z]{3,}s\b"
)
_MARKS: Final = re.compile(
    r"\b(?:marks?|key|legend|shad(?:ed|ing)|highlight\w*|colour(?:s|ed)?|on the (?:map|plan|chart))\b", re.IGNORECASE
)
# Streets and houses may be red by themselves too, but seldom in red.
_PLACES: Final = re.compile(
    rf"\b(?:streets|roads|schools|areas|places|properties|buildings|parcels|plots|zones|routes|villages)\s+in\s+{_COLOUR}\s+"
    r"(?:are|were|is|have|need|show|will|must|should|can)\b",
    re.IGNORECASE,
)
# On plans of land it is how lawyers have always said it; the plan can still be lettered.
_ON_PLANS: Final = re.compile(rf"\b(?:edged|outlined)\s+(?:in\s+)?{_COLOUR}\b{_AFTER}", re.IGNORECASE)
# What tells it apart besides the colour.
_IN_WORDS: Final = re.compile(
    r"\b(?:labelled|lettered|numbered|asterisk|the words?|the letters?|marked with|marked as|bold"
    r"|underlined|italics?|symbols?|ticks?|crosses|hatched|struck through|in words|also (?:named|marked|shown)"
    r"|marked\s+[“\"‘'])|\*",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(r"\b(?:rated|ratings?|rag)\b", re.IGNORECASE)
# A report that rates things red, amber and green has said in words what they are.
_RATED: Final = re.compile(
    r"\bRAG\b|\b(?:rat(?:ed|ing) (?:as )?(?:red|amber|green)|(?:red|amber|green)[- ]rat(?:ed|ings?))\b"
)
_RATINGS: Final = frozenset(("red", "amber", "green"))
# Lighter and darker is not yet a colour; but a screen reader tells neither.
_GREYS: Final = frozenset(("grey", "gray"))
_SENTENCE: Final = re.compile(r"[.!?]\s")


@dataclass(frozen=True)
class _Meant:
    """A stretch that means something by a colour. `called`: it does not where ratings say in words what the colour is.

    `doubtful`: it may, or the colour is but lighter and darker.
    """

    start: int
    end: int
    colour: str
    called: bool = False
    doubtful: bool = False


def _meant(passage: Passage, _: Guide) -> tuple[_Meant, ...]:
    """Where a passage means something by a colour."""
    text = passage.text
    if passage.kind not in PROSE and passage.kind not in ("caption", "subheading"):
        return ()
    if passage.kind == "quotation" or not _has_colour(text.casefold()):
        return ()
    done: list[_Meant] = []
    ends = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    for pattern in (*_SEEN_IN, *_CALLED, _ON_PLANS, _PLACES, *((_PERHAPS,) if _MARKS.search(text) else ())):
        for match in pattern.finditer(text):
            if len(done) == _MOST:
                break
            if any(each.start < match.end() and match.start() < each.end for each in done):
                continue
            sentence = _sentence(text, ends, match.start(), match.end())
            called = pattern not in _SEEN_IN
            if not (_IN_WORDS.search(sentence) or (called and _TOLD.search(sentence))):
                colour = match["colour"].casefold()
                doubtful = pattern in (_ON_PLANS, _PERHAPS, _PLACES) or colour in _GREYS
                done.append(_Meant(match.start(), match.end(), colour, called, doubtful))
    return tuple(sorted(done, key=lambda each: each.start))


def _has_colour(folded: str) -> bool:
    """Whether a colour is named at all: the patterns are dear."""
    named = [colour for colour in _COLOURS if colour in folded]
    return bool(named) and (named != ["red"] or _RED.search(folded) is not None)


def _sentence(text: str, ends: Sequence[int], start: int, end: int) -> str:
    """The sentence, or sentences, that a stretch stands in; `ends` are where sentences do."""
    return text[ends[bisect_right(ends, start) - 1] : ends[min(bisect_left(ends, end), len(ends) - 1)]]


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
    for passage, names in reading.where(_named):
        if names:
            done.setdefault((passage.place.section, passage.place.appendix), set()).update(names)
    return done


def _look(reading: Reading) -> Iterator[Finding]:
    # What a section says in words of its colours, once it is asked: (section, appendix) and the colours.
    worded: dict[tuple[str, str], set[str]] = {}
    for passage, meant in reading.where(_meant, _COLOURED):
        for each in meant:
            if not worded:
                worded = _worded(reading)
            if each.called and each.colour in worded.get((passage.place.section, passage.place.appendix), ()):
                continue
            words = " ".join(passage.text[each.start : each.end].split())
            message = f"“{words}” means something by a colour alone. Say it in words too, for those who cannot see it."
            yield found(passage, each.start, each.end, message, severity="info" if each.doubtful else None)


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
