"""The rule about pointers typed by hand: the paragraph, section or table that a reader is sent to is there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clerkwell.model import Image, ListItem, Table, all_blocks
from clerkwell.model.lists import ordinals
from clerkwell.packs import numbers, outline
from clerkwell.proofing.sense.pointers import Pointer, pointers
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_TYPED: Final = re.compile(r"\s*(\d{1,3}(?:\.\d{1,2}){0,3}|[A-Z]\.?\d{1,2})[.)]?\s+\S")
# A number in a cell by itself, where an import took numbered paragraphs for a table.
_IN_CELL: Final = re.compile(r"(?:\d{1,2}\.\d{1,2}|[A-Z]\.?\d{1,2})[.)]?")
_CAPTION: Final = re.compile(r"\s*(?i:table)\s+(\d{1,3}(?:\.\d{1,2})?)(?:\s*[:.–—-]|\s*\Z|\s+(?=[A-Z]))")
# So many numbers typed before paragraphs make it certain that paragraphs are numbered by hand.
_ENOUGH: Final = 3
# So many that run on without a gap are those of a whole report.
_RUNNING: Final = 10
_SHORT: Final = 6
_LITTLE: Final = 5
_ASKED: Final = "recommendations"


@dataclass(frozen=True)
class _Known:
    paragraphs: frozenset[str]
    sections: frozenset[str]
    tables: frozenset[str]
    pictures: int
    running: int = 0
    """The last of the numbers that run on through the whole report; 0 where they do not."""


_BARE: Final = Sign(pattern=re.compile(r"\d (?:above|below)\b"))
_POINTED: Final = Sign(
    "aragraph", "ara.", "aras", "ara ", "ection", "able", "PARA", "SECTION", "TABLE", others=(_BARE,)
)


def _points(passage: Passage, _: Guide) -> tuple[Pointer, ...]:
    if passage.kind not in PROSE or passage.kind == "quotation":
        return ()
    return pointers(passage.text)


def _typed(passage: Passage, _: Guide) -> tuple[str, str]:
    """The number typed before a paragraph or in a caption: (of a paragraph, of a table)."""
    if passage.kind in ("paragraph", "item", "subheading", "caption"):
        table = _CAPTION.match(passage.text)
        number = _TYPED.match(passage.text)
        return (_plain(number[1]) if number else "", table[1] if table else "")
    if passage.kind == "cell" and len(passage.text) <= _SHORT and passage.place.path[1:2] == (0,):
        return (_plain(passage.text.rstrip(".)")) if _IN_CELL.fullmatch(passage.text) else "", "")
    return ("", "")


def _plain(number: str) -> str:
    """A number as pointers have it: "D9" for "D.9"."""
    return number.replace(".", "", 1) if number[:1].isalpha() else number


def _not_there(reading: Reading) -> Iterator[Finding]:
    known: _Known | None = None
    for passage, points in reading.where(_points, _POINTED):
        if not points or passage.place.appendix:
            continue
        known = known or _known(reading)
        told: set[int] = set()
        for each in points:
            if each.beside and not _numbered_so(each.number, known) and not _just_after(each.number, known):
                continue
            message = _missing(each, known, reading)
            if message and each.start not in told:
                told.add(each.start)
                yield found(passage, each.start, each.end, message)


def _numbered_so(number: str, known: _Known) -> bool:
    """Whether so many numbers of the report begin as one does that it is none of another document."""
    stem, dot, _ = number.rpartition(".")
    return bool(dot) and sum(1 for each in known.paragraphs if each.rpartition(".")[0] == stem) >= _ENOUGH


def _just_after(number: str, known: _Known) -> bool:
    """Whether a number is little more than the last of those that run on through the report."""
    return number.isdigit() and 0 < int(number) - known.running <= _LITTLE and known.running > 0


def _known(reading: Reading) -> _Known:
    report, pack = reading.report, reading.pack
    given = numbers(report, pack)
    typed = list(reading.each(_typed))
    lists = [
        [
            number
            for index, number in ordinals(section.blocks).items()
            if isinstance(block := section.blocks[index], ListItem) and block.level == 0
        ]
        for section in report.sections
    ]
    listed = {str(number) for each in lists for number in each}
    paragraphs = {*map(str, given.paragraphs.values()), *listed, *(number for _, (number, _) in typed if number)}
    headings = (number[1] for part in outline(report, pack) if part.stands and (number := _TYPED.match(part.heading)))
    sections = {
        *map(str, given.sections.values()),
        *headings,
        *(number for passage, (number, _) in typed if number and passage.kind == "subheading"),
        # "3.2" stands in section 3.
        *(number.partition(".")[0] for _, (number, _) in typed if "." in number),
    }
    blocks = [block for _, block in all_blocks(report)]
    count = sum(1 for block in blocks if isinstance(block, Table) and any(block.rows))
    tables = {*(str(number + 1) for number in range(count)), *(table for _, (_, table) in typed if table)}
    # A picture without a caption may be one of a table.
    pictures = sum(1 for block in blocks if isinstance(block, Image) and not block.caption.strip())
    return _Known(frozenset(paragraphs), frozenset(sections), frozenset(tables), pictures, _running(lists))


def _running(lists: list[list[int]]) -> int:
    """The last number of a report whose paragraphs are counted from its first section to its last."""
    counted = [number for each in lists for number in each]
    many = sum(map(bool, lists)) >= _ENOUGH and len(counted) >= _RUNNING
    return counted[-1] if many and counted == list(range(1, len(counted) + 1)) else 0


def _missing(each: Pointer, known: _Known, reading: Reading) -> str | None:
    if each.number[0].isalpha():
        return _no_lettered(each, known)
    if each.kind == "paragraph":
        return _no_paragraph(each, known, reading)
    if each.kind == "section":
        if each.number in known.sections or (not known.sections and not each.sure):
            return None
        if "." in each.number and each.number in known.paragraphs:
            return None
        if not known.sections:
            return f"The text points at section {each.number}, but the sections have no numbers. Name the section."
        if "." in each.number:
            return None
        return f"The text points at section {each.number}, which is not in the report. Point at the right one."
    if each.number in known.tables or not known.tables or "." in each.number:
        return None
    if int(each.number) <= len(known.tables) + known.pictures:
        return None
    return f"The text points at table {each.number}, which is not in the report. Point at the right one, or put it in."


def _no_paragraph(each: Pointer, known: _Known, reading: Reading) -> str | None:
    if each.number in known.paragraphs:
        return None
    wrong = f"The text points at paragraph {each.number}, which is not in the report. Point at the right one."
    if reading.pack.manifest.pack.numbering == "paragraphs" and "." not in each.number:
        return wrong
    if reading.pack.manifest.pack.numbering == "paragraphs" and each.sure:
        return wrong
    dotted = {number for number in known.paragraphs if "." in number}
    if "." in each.number:
        # "4.1.3" may be a line that an import took for part of another.
        whole = each.number.count(".") == 1 and len(dotted) >= _ENOUGH
        return wrong if whole else None
    if dotted or len(known.paragraphs) >= _ENOUGH:
        many = {int(number) for number in known.paragraphs if number.isdigit()}
        after = not dotted and bool(many) and int(each.number) > max(many)
        return wrong if after and (each.sure or known.running == max(many)) else None
    if not known.paragraphs and each.sure:
        return f"The text points at paragraph {each.number}, but the paragraphs have no numbers. Name the section."
    return None


def _no_lettered(each: Pointer, known: _Known) -> str | None:
    """Whether a part that has a letter, with numbers from 1 on, ends before the one pointed at: "D9"."""
    letter, number = each.number[0], each.number[1:]
    mine = {int(one[1:]) for one in known.paragraphs if one[0] == letter and one[1:].isdigit()}
    if each.kind == "table" or not number.isdigit() or len(mine) < _ENOUGH or int(number) in mine:
        return None
    part = f"Part {letter} ends at {letter}{max(mine)}"
    wrong = f"The text points at {each.kind} {each.number}, which is not in the report: {part}. Point at the right one."
    return wrong if mine == set(range(1, max(mine) + 1)) else None


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "paragraph-not-there", "warning", "The text points at a paragraph, section or table that is not there",
            "A reader who looks for it does not find it. A live reference follows when numbers change.",
            Across(_not_there), source="Careful drafting: references lead to what they name",
        ),
    )  # fmt: skip
