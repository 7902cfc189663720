"""The rule about parts called by number: the recommendation, condition, option or figure that is called is there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clerkwell.model import Block, Cell, Image, ListItem, SubHeading, Table, plain, words
from clerkwell.model.lists import ordinals
from clerkwell.packs import outline
from clerkwell.proofing.sense.calling import HINTS, Call, Kind, calls, ordinals_of
from clerkwell.rules.passages import PROSE, Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_CALLED: Final = Sign(*HINTS)
_NAMED: Final = Sign(*HINTS, "PTION", "IGURE", "ECOMMENDATION", "ONDITION", "Fig")
# "Option 2 – Lease", "Figure 3: Visits", "Recommendation 4. Mend it": what it stands before is it.
_DEFINED: Final = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)?(?P<kind>recommendation|condition|option|fig(?:ure|\.)?)\s+"
    r"(?P<number>\d{1,2}|[A-Z])[a-z]?\b",
    re.IGNORECASE,
)
# Within a paragraph it is told of only by what it is to be: "Option 4 is the dearest" comes back to it.
_TOLD_OF: Final = re.compile(
    r"\s*[:–—(-]|\s+(?:(?:is|was)\s+to\b|would\s+(?:be|mean|involve|see|keep|close|\w+e)\b|involve[sd]?\b|means\b)"
)
# "Figure 2 shows the same" sends a reader to it, and is no caption.
_SHOWN: Final = re.compile(
    r"[\d.]*\s*Fig(?:ure|\.)?\s+\w+\s+(?:shows?|gives?|compares?|illustrates?|sets?\s+out|summarises?)\b"
)
_BEGINS: Final = re.compile(r"(?:\A\s*|[.;:]\s+|\n\s*)(?=[\d.]*\s?(?i:recommendation|condition|option|figure|fig)\b)")
_DOTTED: Final = re.compile(r"\s*(\d{1,2}\.\d{1,2})[.)]?\s+\S")
_CONDITIONS: Final = re.compile(
    r"(?:\d{1,2}(?:\.\d)?\.?\s+|[A-Z][.)]\s+)?(?:(?:schedule|list) of |proposed |suggested |recommended |planning )?"
    r"conditions(?: and (?:informatives?|reasons)| of (?:approval|permission|consent|grant|the permission"
    r"|the licence))?:?",
    re.IGNORECASE,
)
_LETTERED: Final = re.compile(r"\s*(?:section\s+)?([A-Z]|[IVX]{1,5})(?:[.):]|\s+[–—-])\s*\S", re.IGNORECASE)
_PARTS: Final = re.compile(r"\s*part\s+([A-Z])(?:[.):]|\s+[–—-])\s*\S", re.IGNORECASE)
_ROMANS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
# Fewer headings with letters are no numbering of the report.
_FEWEST: Final = 3
_WORDS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True)
class _Scheme:
    """The numbers that the parts of one kind have: how many are counted, and those written otherwise ("2.1", "C")."""

    count: int = 0
    written: frozenset[str] = frozenset()


def _called(passage: Passage, _: Guide) -> tuple[Call, ...]:
    if passage.kind not in PROSE or passage.kind == "quotation" or passage.place.appendix:
        return ()
    return calls(passage.text)


def _defined(passage: Passage, guide: Guide) -> tuple[tuple[str, str], ...]:
    """The options, figures and the like that a passage begins to tell of, or names after it has."""
    text = passage.text
    there = ((match.start(), _DEFINED.match(text, match.end())) for match in _BEGINS.finditer(text))
    done = [
        (_kind(each["kind"]), each["number"].upper())
        for at, each in there
        if each and (not _SHOWN.match(text, each.start()) if not at else _TOLD_OF.match(text, each.end()))
    ]
    # "… or leave the lane as it is (Option 3)".
    bracketed = (each for each in passage.known(_called, guide) if each.bracketed)
    return (*done, *((each.kind, each.number.strip("() ").upper()) for each in bracketed))


def _kind(word: str) -> str:
    return "figure" if word[0] in "fF" else word.casefold()


def _not_there(reading: Reading) -> Iterator[Finding]:
    schemes: dict[Kind, _Scheme] | None = None
    wrong: dict[Kind, list[tuple[Passage, Call]]] = {}
    for passage, there in reading.where(_called, _CALLED):
        schemes = schemes if schemes is not None else _schemes(reading)
        for each in there:
            if (each.sure or not each.doubted) and _is_missing(each, schemes[each.kind]):
                wrong.setdefault(each.kind, []).append((passage, each))
    for kind, missing in wrong.items():
        if _is_anothers(kind, missing, schemes or {}, reading):
            continue
        for passage, each in missing:
            number = each.number.strip()
            message = f"The text points at {kind} {number}, which is not in the report. Point at the right one."
            yield found(passage, each.start, each.end, message)


def _is_missing(each: Call, scheme: _Scheme) -> bool:
    number = each.number.strip("() ").upper()
    if each.kind in ("section", "part"):
        known = len(scheme.written) >= _FEWEST and number.isalpha() and number not in scheme.written
        return known and (len(number) == 1 or "II" in scheme.written)
    if "." in number:
        mine = {dotted for dotted in scheme.written if dotted.partition(".")[0] == number.partition(".")[0]}
        return len(mine) > 1 and number not in mine
    counted = ordinals_of(each.number)
    # "Figure 2" beside one that is "Figure 1" alone.
    several = scheme.count > (each.kind != "figure")
    return several and number not in scheme.written and bool(counted) and min(counted) > scheme.count


def _is_anothers(
    kind: Kind, missing: list[tuple[Passage, Call]], schemes: dict[Kind, _Scheme], reading: Reading
) -> bool:
    """Whether these are likely another list's: several of them, or the report says that there are more."""
    if len({each.number for _, each in missing}) > 1:
        return True
    most = max((number for _, each in missing for number in ordinals_of(each.number)), default=0)
    counts = re.compile(rf"\b(?P<count>\d{{1,2}}|{'|'.join(_WORDS)})\s+(?:[\w-]+\s+){{0,2}}{kind}s\b", re.IGNORECASE)
    told = (match["count"].casefold() for each in reading.passages for match in counts.finditer(each.text))
    values = [int(word) if word.isdigit() else _WORDS.index(word) + 2 for word in told]
    return any(schemes[kind].count < value >= most for value in values)


def _schemes(reading: Reading) -> dict[Kind, _Scheme]:
    named: dict[str, set[str]] = {}
    for _, there in reading.where(_defined, _NAMED):
        for kind, number in there:
            named.setdefault(kind, set()).add(number)
    tabled = (options for _, options in reading.parts(_options_in_tables))
    named.setdefault("option", set()).update(*tabled)
    listed = _counted(reading.report.blocks("recommendations"))
    conditions = [_counted(blocks) for blocks in _conditions(reading)]
    # A picture without a caption may be any figure.
    images = (block for piece in reading.pieces for block in piece.of_kind("image"))
    pictures = sum(1 for block in images if isinstance(block, Image) and not block.caption)
    figures = _running(named.get("figure", set()))
    return {
        "recommendation": _Scheme(listed.count, listed.written | named.get("recommendation", set())),
        "condition": _Scheme(
            max((each.count for each in conditions), default=0),
            frozenset(named.get("condition", set())).union(*(each.written for each in conditions)),
        ),
        "option": _Scheme(_running(named["option"]), frozenset(named["option"])),
        "figure": _Scheme(figures and figures + pictures),
        "section": _Scheme(written=_lettered(reading)),
        "part": _Scheme(written=_lettered(reading, _PARTS)),
    }


def _running(numbers: set[str]) -> int:
    """How far numbers, or letters, run on from the first; 0 where one is left out, or both are used."""
    counted = sorted(min(ordinals_of(each), default=0) if each.isdigit() else ord(each[0]) - 64 for each in numbers)
    one_kind = len({each.isdigit() for each in numbers}) == 1
    return len(counted) if one_kind and counted == list(range(1, len(counted) + 1)) else 0


def _counted(blocks: tuple[Block, ...]) -> _Scheme:
    """The numbers of a list: those of its items, and those that were typed before paragraphs."""
    items = [ordinal for at, ordinal in ordinals(blocks).items() if isinstance(blocks[at], ListItem)]
    typed = frozenset(match[1] for block in blocks if (match := _DOTTED.match(words(block))))
    return _Scheme(max(items, default=len(typed)), typed)


def _conditions(reading: Reading) -> Iterator[tuple[Block, ...]]:
    """The blocks under each heading "Conditions"."""
    for part in outline(reading.report, reading.pack):
        piece = reading.section(part.id)
        if part.section is None or piece is None or not part.stands:
            continue
        under = _CONDITIONS.fullmatch(part.heading.strip()) is not None
        if under or piece.known(_names_conditions, reading.guide):
            done = tuple(_under_conditions(part.section.blocks, under=under))
            if done:
                yield done


def _names_conditions(piece: Piece, _: Guide) -> bool:
    """Whether a sub-heading of a part is "Conditions": one look that saves most parts another."""
    return any(
        isinstance(block, SubHeading) and _CONDITIONS.fullmatch(plain(block.runs).strip())
        for block in piece.of_kind("subheading")
    )


def _under_conditions(blocks: tuple[Block, ...], *, under: bool) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, SubHeading):
            under = _CONDITIONS.fullmatch(plain(block.runs).strip()) is not None
        elif under:
            yield block


def _options_in_tables(piece: Piece, _: Guide) -> frozenset[str]:
    """The numbers in the columns of a part's tables that are headed "Option"."""
    done: set[str] = set()
    for block in piece.of_kind("table"):
        first = next(iter(getattr(block, "rows", ())), ())
        if isinstance(block, Table) and first and "option" in _cell(first[0]).casefold():
            labels = (_cell(row[0]) for row in block.rows[1:] if row)
            done.update(found[1] for label in labels if (found := re.match(r"(\d{1,2}|[A-Z])(?!\w)", label)))
    return frozenset(done)


def _cell(cell: Cell) -> str:
    return " ".join(map(plain, cell.paragraphs)).strip()


def _lettered(reading: Reading, before: re.Pattern[str] = _LETTERED) -> frozenset[str]:
    """The letters, or Roman numbers, before the headings; none where they do not run on from the first."""
    heads = (part.heading for part in outline(reading.report, reading.pack) if part.stands)
    letters = {match[1].upper() for head in heads if (match := before.match(head))}
    if before is _LETTERED:
        letters = letters.union(*(piece.known(_lettered_inside, reading.guide) for _, piece in reading.standing))
    singly = sorted(each for each in letters if len(each) == 1)
    if letters == set(singly) and singly == [chr(65 + at) for at in range(len(singly))]:
        return frozenset(letters)
    return frozenset(letters) if letters == set(_ROMANS[: len(letters)]) else frozenset()


def _lettered_inside(piece: Piece, _: Guide) -> frozenset[str]:
    """The letters before the sub-headings of a part."""
    heads = (each.text for each in piece.passages if each.kind == "subheading")
    return frozenset(match[1].upper() for head in heads if (match := _LETTERED.match(head)))


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "numbered-part-not-there", "warning",
            "The text points at a numbered part that is not there",
            "A reader who looks for it does not find it, and a decision that rests on it may not hold.",
            Across(_not_there), source="Careful drafting: references lead to what they name",
        ),
    )  # fmt: skip
