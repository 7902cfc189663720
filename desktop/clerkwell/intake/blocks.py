"""The lines of a section as blocks: paragraphs, lists with their levels and numbers, tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clerkwell.intake.drafts import Draft
from clerkwell.intake.lines import Line
from clerkwell.intake.markers import LONE_BULLETS, Marker, read_marker
from clerkwell.intake.results import Mapped
from clerkwell.model import (
    Block,
    Blocks,
    Cell,
    ListItem,
    Paragraph,
    Quotation,
    SubHeading,
    Table,
    is_nil,
    plain,
)

_DEEPEST = 2


@dataclass
class _Lists:
    """Where the lists of a section stand: the bullets open by indent and glyph, and each level's last number."""

    bullets: list[tuple[int, str]] = field(default_factory=list)
    base: int = 0
    counters: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """The blocks of a section, and the source's paragraph number of those that had one, by index."""

    blocks: Blocks
    numbers: Mapping[int, int]


def make_blocks(
    drafts: Sequence[Draft], paragraphs: Mapping[int, int], *, numbered: bool, mapped: list[Mapped]
) -> Made:
    """The blocks of a section. `paragraphs` are the lines that take a paragraph number; `numbered` says that the
    others must not. Numbers that the document prints by itself are added to `mapped`.
    """
    pairs = list(_blocks(drafts, paragraphs, numbered, mapped))
    return Made(
        tuple(block for block, _ in pairs), {index: number for index, (_, number) in enumerate(pairs) if number}
    )


def _blocks(
    drafts: Sequence[Draft], paragraphs: Mapping[int, int], numbered: bool, mapped: list[Mapped]
) -> Iterator[tuple[Block, int]]:
    lists = _Lists()
    before: Block | None = None
    for draft, rows in _grouped(drafts):
        if isinstance(before, ListItem) and _is_lone_bullet(draft.line):
            mapped.append(Mapped(draft.line.text, "number"))
            before = ListItem(level=before.level, ordered=before.ordered)
            yield before, 0
            continue
        line = draft.line
        if rows:
            block: Block = _table(rows) if len(rows) > 1 or len(line.cells) > 2 else _paragraph(line, numbered)
        elif draft.kind == "sub":
            block = SubHeading(runs=line.runs)
            lists.counters.clear()
        elif line.quoted:
            block = Quotation(runs=line.runs)
        elif line.number in paragraphs and line.marker is not None:
            mapped.append(Mapped(line.marker.raw, "number"))
            block = Paragraph(runs=line.rest, nil=is_nil(plain(line.rest)))
        elif line.marker is not None and line.marker.kind != "decimal":
            block = _item(line, line.marker, lists, before) or _paragraph(line, numbered)
            if isinstance(block, ListItem):
                mapped.append(Mapped(line.marker.raw, "number"))
        else:
            block = _paragraph(line, numbered)
        if not isinstance(block, ListItem):
            lists.bullets.clear()
            lists.base = 0
        yield block, paragraphs.get(line.number, 0) if isinstance(block, Paragraph) and not block.plain else 0
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
    return Table(rows=tuple(tuple(Cell(paragraphs=(cell,)) for cell in row.cells) for row in rows))


def _item(line: Line, marker: Marker, lists: _Lists, before: Block | None) -> ListItem | None:
    """The item of a list that a line is; nothing for a letter that stands in no list."""
    if marker.kind == "bullet":
        return ListItem(runs=line.rest, level=_bullet_level(line, marker, lists, before))
    level, value = _numbered_level(marker, lists)
    if not value:
        return None
    lists.bullets.clear()
    for deeper in [each for each in lists.counters if each > level]:
        del lists.counters[deeper]
    start = None if lists.counters.get(level, 0) + 1 == value else value
    lists.counters[level] = value
    return ListItem(runs=line.rest, level=level, ordered=True, start=start)


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
    """Lines as text again, for the tray."""
    return "\n".join(line.text for line in lines)
