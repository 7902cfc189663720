"""The lines of a section as blocks: paragraphs, lists with their levels and numbers, tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clerkwell.intake.drafts import Draft
from clerkwell.intake.known import Known
from clerkwell.intake.lines import Line
from clerkwell.intake.markers import LONE_BULLETS, Marker, read_marker
from clerkwell.intake.markup import all_bold, with_notes, without_bold
from clerkwell.intake.results import Mapped
from clerkwell.model import (
    Block,
    Blocks,
    Cell,
    Landscape,
    ListItem,
    Paragraph,
    Quotation,
    SubHeading,
    Table,
    is_nil,
    plain,
)

_DEEPEST = 2
# "£4,812", "27,346", "4.5%": no year, no number of a row.
_AMOUNT = re.compile(
    r"(?!£0+\Z)[(+–-]?\s?(?:£\s?\d[\d,.]*|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?\s?%)\s?[kmbn]{0,2}\)?"
)


@dataclass
class _Lists:
    """Where the lists of a section stand: the bullets open by indent and glyph, and each level's last number.

    `under` is how deep each list of Word's goes inside numbered paragraphs, which are no items.
    """

    bullets: list[tuple[int, str]] = field(default_factory=list)
    base: int = 0
    counters: dict[int, int] = field(default_factory=dict)
    under: dict[str, int] = field(default_factory=dict)
    indent: int = 0


@dataclass(frozen=True)
class Made:
    """The blocks of a section, and the source's paragraph number of those that had one, by index.

    A block made of a line of a Word document has that line's id, by which what points at it finds it.
    """

    blocks: Blocks
    numbers: Mapping[int, int]


def make_blocks(
    drafts: Sequence[Draft], paragraphs: Mapping[int, int], *, numbered: bool, mapped: list[Mapped]
) -> Made:
    """The blocks of a section. `paragraphs` are the lines that take a paragraph number; `numbered` says that the
    others must not. Numbers that the document prints by itself are added to `mapped`.
    """
    pairs: list[tuple[Block, int]] = []
    turned: list[Block] = []
    for block, number, line in _blocks(drafts, paragraphs, numbered, mapped):
        if line.known is not None:
            block = block.model_copy(update={"id": line_id(line)})
        if line.known is not None and line.known.landscape and not isinstance(block, Quotation):
            turned.append(block)
            continue
        if turned:
            pairs.append((Landscape.model_validate({"blocks": turned}), 0))
            turned = []
        pairs.append((block, number))
    if turned:
        pairs.append((Landscape.model_validate({"blocks": turned}), 0))
    return Made(
        tuple(block for block, _ in pairs), {index: number for index, (_, number) in enumerate(pairs) if number}
    )


def line_id(line: Line) -> str:
    """The id that the block of a line of a Word document has until the report is done."""
    return f"line-{line.number}"


def _blocks(
    drafts: Sequence[Draft], paragraphs: Mapping[int, int], numbered: bool, mapped: list[Mapped]
) -> Iterator[tuple[Block, int, Line]]:
    lists = _Lists()
    before: Block | None = None
    for draft, rows in _grouped(drafts):
        if isinstance(before, ListItem) and _is_lone_bullet(draft.line):
            mapped.append(Mapped(draft.line.text, "number"))
            before = ListItem(level=before.level, ordered=before.ordered)
            yield before, 0, draft.line
            continue
        line = draft.line
        if line.block is not None:
            block: Block = line.block
        elif rows:
            block = _table(rows) if len(rows) > 1 or len(line.cells) > 2 else _paragraph(line, numbered)
        elif draft.kind == "sub":
            block = SubHeading(runs=without_bold(line.runs) if all_bold(line.runs) else line.runs)
            lists.counters.clear()
        elif line.quoted:
            block = Quotation(runs=line.runs)
        elif line.number in paragraphs and line.marker is not None:
            mapped.append(Mapped(line.marker.raw, "number"))
            block = Paragraph(runs=line.rest, nil=is_nil(plain(line.rest)))
            if line.known:
                lists.under[line.known.list_id] = line.known.level + 1
        elif line.marker is not None and line.marker.kind != "decimal":
            block = _item(line, line.marker, lists, before) or _paragraph(line, numbered)
            if isinstance(block, ListItem):
                mapped.append(Mapped(line.marker.raw, "number"))
        else:
            block = _paragraph(line, numbered)
        if not isinstance(block, ListItem):
            lists.bullets.clear()
            lists.base = 0
        numbered_so = isinstance(block, Paragraph) and not block.plain
        yield block, paragraphs.get(line.number, 0) if numbered_so else 0, line
        before = block


def _is_lone_bullet(line: Line) -> bool:
    """Whether a line is a bullet that nothing was written after."""
    return not line.is_row and read_marker(f"{line.text} x") is not None and line.text in LONE_BULLETS


def _grouped(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, list[Line]]]:
    """Each draft, rows of a table that follow each other as one with all of them."""
    rows: list[Line] = []
    first: Draft | None = None
    for draft in drafts:
        is_row = draft.line.is_row and draft.kind == "text"
        if first is not None and (not is_row or draft.line.gap > 1):
            yield first, rows
            first, rows = None, []
        if not is_row:
            yield draft, []
            continue
        first = first or draft
        rows.append(draft.line)
    if first is not None:
        yield first, rows


def _paragraph(line: Line, numbered: bool) -> Paragraph:
    """A paragraph without a number. What it begins with ("2.1") stays as it was typed."""
    decimal = line.marker is not None and line.marker.kind == "decimal"
    return Paragraph(runs=line.runs, nil=is_nil(plain(line.rest if decimal else line.runs)), plain=numbered)


def _table(rows: Sequence[Line]) -> Table:
    cells = tuple(tuple(Cell(paragraphs=(cell,)) for cell in row.cells) for row in rows)
    return Table(rows=cells, header_rows=0 if _is_data(rows[0]) else 1)


def _is_data(row: Line) -> bool:
    """Whether a table's first row has a figure that names no column, as a year would."""
    return any(_AMOUNT.fullmatch(plain(cell).strip()) for cell in row.cells[1:])


def _item(line: Line, marker: Marker, lists: _Lists, before: Block | None) -> ListItem | None:
    """The item of a list that a line is; nothing for a letter that stands in no list."""
    known = line.known if line.known and line.known.label is marker else None
    if marker.kind == "bullet" and known is not None:
        return ListItem(runs=line.rest, level=_known_level(line, known, lists, before))
    if marker.kind == "bullet":
        return ListItem(runs=line.rest, level=_bullet_level(line, marker, lists, before))
    level, value = _numbered_level(marker, lists)
    if not value and known is not None:
        # Word says that it is an item, however it is lettered.
        level, value = min(_DEEPEST, known.level), marker.value or 1
    if not value:
        return None
    lists.indent = line.indent
    lists.bullets.clear()
    for deeper in [each for each in lists.counters if each > level]:
        del lists.counters[deeper]
    start = None if lists.counters.get(level, 0) + 1 == value else value
    lists.counters[level] = value
    return ListItem(runs=line.rest, level=level, ordered=True, start=start)


def _known_level(line: Line, known: Known, lists: _Lists, before: Block | None) -> int:
    """The level of a bullet as Word has it: in its own list, and under the numbered item that it is set in from."""
    lists.bullets.clear()
    level = max(0, known.level - lists.under.get(known.list_id, 0))
    if isinstance(before, ListItem):
        if before.ordered:
            lists.base = before.level + 1 if level <= before.level and line.indent > lists.indent + 1 else 0
    else:
        lists.base = 0
    level = min(_DEEPEST, level + lists.base)
    for deeper in [each for each in lists.counters if each > level]:
        del lists.counters[deeper]
    return level


def _bullet_level(line: Line, marker: Marker, lists: _Lists, before: Block | None) -> int:
    """The level of a bullet, by its indent and glyph against those before it; under a numbered item one deeper."""
    if not lists.bullets:
        lists.base = 0
        if isinstance(before, ListItem) and before.ordered and (line.indent > 1 or plain(before.runs).endswith(":")):
            lists.base = before.level + 1
    glyphs = [glyph for _, glyph in lists.bullets]
    while lists.bullets and line.indent < lists.bullets[-1][0] - 1:
        lists.bullets.pop()
    if not lists.bullets or line.indent > lists.bullets[-1][0] + 1:
        lists.bullets.append((line.indent, marker.raw))
    elif marker.raw != lists.bullets[-1][1]:
        if marker.raw in glyphs:
            while len(lists.bullets) > 1 and lists.bullets[-1][1] != marker.raw:
                lists.bullets.pop()
        else:
            lists.bullets.append((line.indent, marker.raw))
    level = min(_DEEPEST, lists.base + len(lists.bullets) - 1)
    for deeper in [each for each in lists.counters if each > level]:
        del lists.counters[deeper]
    return level


def _numbered_level(marker: Marker, lists: _Lists) -> tuple[int, int]:
    """The level that prints a marker as it stood ("1." outside, "(a)" and "(i)" inside), and its number there.

    "(i)" is the letter after "(h)", else the first Roman number; "(c)" goes on from "(b)". A letter that neither
    begins a list nor goes on with one has no level: it may be an initial.
    """
    if marker.kind == "number":
        return 0, marker.value
    letter, roman = lists.counters.get(1, 0), lists.counters.get(2, 0)
    if marker.kind == "letter" and marker.value == letter + 1 and not (marker.roman and marker.roman == roman + 1):
        return 1, marker.value
    if marker.roman and (marker.roman == roman + 1 or marker.kind == "roman"):
        return 2, marker.roman
    if marker.kind == "letter" and (marker.value == 1 or marker.raw.startswith("(")):
        return 1, marker.value
    return 0, 0


def as_words(lines: Sequence[Line]) -> str:
    """Lines as text again, for the tray; what a note says stands in brackets."""
    return "\n".join("\t".join(with_notes(cell) for cell in line.cells or (line.runs,)) for line in lines)
