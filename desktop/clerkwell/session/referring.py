"""What a live reference can point at, in the order of the document, and the words of pointers typed by hand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clerkwell.model import (
    Block,
    ListItem,
    Place,
    Reference,
    Report,
    Table,
    all_blocks,
    walk,
    words,
)
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack, Part, numbers, outline
from clerkwell.proofing.sense.pointers import pointers
from clerkwell.word.writer.references import begins_sentence, names_sections, said_of_all

# Of a paragraph's words, so many letters are shown.
_SHOWN = 110
_RECOMMENDATIONS = "recommendations"
_NAMED = re.compile(
    rf"\b(?:paragraphs?|paras?\.?|items?|recommendations?|points?)\s*"
    rf"(?:(?:{OBJECT}|\d+)(?:\([a-z]+\))*\s*(?:,\s*and|,\s*or|,|;|and|or|to|&|–|-|/)\s*)*$",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(appendix|annexe?)\s+([A-Za-z]?\d{1,3}|[A-Z])\b", re.IGNORECASE)
NO_BREAK = "\u00a0"
# A reference to these says their number alone.
_BARE = ("paragraph", "section")


@dataclass(frozen=True)
class Pointable:
    """Something to point at.

    `says` is what a reference to it shows ("9", "Table 2"); `name` says what it is ("Paragraph 9"), `about` its first
    words, `part` the heading that it stands under; `leads` goes before a bare number.
    """

    reference: Reference
    says: str
    name: str
    about: str
    part: str
    leads: str = ""


def pointables(report: Report, pack: Pack) -> tuple[Pointable, ...]:
    """All that has a number, a heading or a caption: the sections with what is in them, then the appendices."""
    parts = [part for part in outline(report, pack) if part.stands]
    counted = numbers(report, pack)
    said = said_of_all(report, parts, counted)
    for part in parts:
        for block in walk(part.section.blocks if part.section else ()):
            if isinstance(block, Table) and any(block.rows) and ("table", block.id) not in said:
                # A table with no caption takes a number when something points at it, and not before.
                key = ("table", block.id)
                said[key] = said_of_all(report, parts, counted, also=block.id)[key]
    return tuple(_all(report, parts, said))


def _all(report: Report, parts: Sequence[Part], said: Mapping[tuple[str, str], str]) -> Iterator[Pointable]:
    for part in parts:
        if part.spec.kind == "appendices":
            # Who looks for one means that more often than their list.
            yield from _appendices(report, said)
        heading = part.heading.rstrip(": ")
        number = said.get(("section", part.id), "")
        if number:
            bare = number != heading
            name = f"Section {number}" if bare else heading
            reference = Reference(to="section", target=part.id)
            yield Pointable(reference, number, name, heading if bare else "Section", heading, "section" if bare else "")
        for block in walk(part.section.blocks if part.section else ()):
            found = _of_block(block, said, heading, part.id)
            if found is not None:
                yield found
    if not any(part.spec.kind == "appendices" for part in parts):
        yield from _appendices(report, said)


def _appendices(report: Report, said: Mapping[tuple[str, str], str]) -> Iterator[Pointable]:
    for appendix in report.appendices:
        says = said[("appendix", appendix.id)]
        yield Pointable(Reference(to="appendix", target=appendix.id), says, says, appendix.title.strip(), "Appendices")


def _of_block(block: Block, said: Mapping[tuple[str, str], str], heading: str, part: str) -> Pointable | None:
    if isinstance(block, Table):
        says = said.get(("table", block.id), "")
        about = block.caption.strip() or _short(" ".join(words(block).split()))
        name = says.replace(NO_BREAK, " ")
        return Pointable(Reference(to="table", target=block.id), says, name, about, heading) if says else None
    says = said.get(("paragraph", block.id), "")
    if not says:
        return None
    leads = "paragraph"
    if isinstance(block, ListItem):
        leads = "recommendation" if part == _RECOMMENDATIONS and block.level == 0 else "item"
    reference = Reference(to="paragraph", target=block.id)
    return Pointable(reference, says, f"{leads.capitalize()} {says}", _short(words(block)), heading, leads)


def _short(text: str) -> str:
    line = " ".join(text.replace(OBJECT, "").split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]}…"


def leading(before: str, to: Pointable) -> str:
    """What is to be written before a reference, after the words that stand before it: "paragraph " where they do not
    already say what the number is of, and a space where it would touch a word."""
    space = " " if before and (before[-1].isalnum() or before[-1] in ",;:.)”’") else ""
    if not to.leads or _NAMED.search(before) or (to.leads == "section" and names_sections(before)):
        return space
    word = to.leads.capitalize() if begins_sentence(before) else to.leads
    return f"{space}{word}{NO_BREAK}"


def place_of(report: Report, reference: Reference) -> Place | None:
    """Where what a reference points at stands; None if it is gone."""
    if reference.to == "section":
        return Place(section=reference.target)
    if reference.to == "appendix":
        return Place(appendix=reference.target) if report.appendix(reference.target) else None
    found = (place for place, block in all_blocks(report) if block.id == reference.target)
    return next(found, None)


@dataclass(frozen=True)
class Typed:
    """A pointer typed by hand that could be live. The reference takes the place of what stands from `start` to `end`;
    `within` is the stretch of the whole pointer ("paragraphs 3 and 4"), and `said` what a menu calls it."""

    start: int
    end: int
    within: tuple[int, int]
    said: str
    to: Pointable


def typed_at(text: str, offset: int, known: Sequence[Pointable]) -> Typed | None:
    """The pointer that was typed by hand at an offset of a text, if it is to something that the report has."""
    found = [each for each in typed_pointers(text, known) if each.within[0] <= offset <= each.within[1]]
    return next((each for each in found if each.start <= offset <= each.end), found[0] if found else None)


def typed_pointers(text: str, known: Sequence[Pointable]) -> Iterator[Typed]:
    """All pointers in a text that could be live, in their order."""
    by_number: dict[tuple[str, str], Pointable] = {}
    # "Paragraph 1" is the numbered paragraph, where the report has both that and a list with an item 1.
    for each in sorted(known, key=lambda each: each.leads != "paragraph"):
        by_number.setdefault((each.reference.to, each.says.casefold()), each)
    own = (each for each in pointers(text) if not each.beside)
    found: list[tuple[int, int, str, str]] = [(each.start, each.end, each.kind, each.number) for each in own]
    found += [(match.start(), match.end(), "appendix", match[2]) for match in _TITLED.finditer(text)]
    for start, end, kind, number in sorted(found):
        whole = number if kind in _BARE else f"{kind}{NO_BREAK if kind == 'table' else ' '}{number}"
        to = by_number.get((kind, whole.casefold()))
        stretch = _stretch(text, start, end, kind, number)
        if to is not None and stretch is not None:
            said = text[start:end] if end == stretch[1] and " and " not in text[start:end] else f"{kind} {number}"
            yield Typed(*stretch, (start, end), said, to)


def _stretch(text: str, start: int, end: int, kind: str, number: str) -> tuple[int, int] | None:
    """What the reference takes the place of: the number of a paragraph or section, the whole name of a table."""
    found = re.compile(rf"(?<![\d.]){re.escape(number)}(?![\d(]|\.\d)").search(text, start)
    if found is None or found.end() > end:
        return None
    if kind in _BARE:
        return found.span()
    # "Tables 2 and 3": the words that a reference says, "Table 2", do not fit there.
    name = re.compile(rf"{kind}\s+", re.IGNORECASE).match(text, start)
    return (start, found.end()) if name is not None and name.end() == found.start() else None
