"""A pack's Word document as an outline: its headings, tables, rows and lines, and what goes where in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from clerkwell.word.template import TemplateLine
from clerkwell.word.template.lines import PLACE

_LONGEST = 90
NodeKind = Literal["part", "heading", "table", "row", "line"]


@dataclass(frozen=True)
class Stand:
    """A place as it stands in the document: its tag, and the lines that it is in or goes round."""

    tag: str
    first: int
    last: int
    inline: bool


@dataclass(frozen=True)
class Node:
    """A line of the outline: what it says, the lines of the document that it is, what goes there, what is under it."""

    kind: NodeKind
    words: str
    first: int
    last: int
    tags: tuple[str, ...] = ()
    under: tuple["Node", ...] = ()


def stands(lines: tuple[TemplateLine, ...]) -> tuple[Stand, ...]:
    """Where the places stand, in the document's order; a field that is printed twice stands twice."""
    found: list[Stand] = []
    begun: dict[str, int] = {}
    for at, line in enumerate((*lines, None)):
        inside = () if line is None else line.inside
        for tag in [each for each in begun if each not in inside]:
            found.append(Stand(tag, begun.pop(tag), at - 1, inline=False))
        for tag in inside:
            begun.setdefault(tag, at)
        found += (Stand(tag, at, at, inline=True) for tag in (() if line is None else line.holds))
    return tuple(sorted(found, key=lambda each: (each.first, each.inline, -each.last)))


def outline(lines: tuple[TemplateLine, ...], names: Mapping[str, str]) -> tuple[Node, ...]:
    """The document part by part; `names` are what places are called, by their tags."""
    begins: dict[int, list[str]] = {}
    for each in stands(lines):
        begins.setdefault(each.first, []).append(each.tag)
    parts: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        parts.setdefault(line.at.part, []).append(at)
    nodes = []
    for part, own in parts.items():
        pieces = tuple(_pieces(own, lines, begins, names))
        name = part[:1].upper() + part[1:] if part else "The document"
        nodes.append(Node("part", name, own[0], own[-1], (), _nested(pieces, lines)))
    return tuple(nodes)


def _pieces(
    own: list[int], lines: tuple[TemplateLine, ...], begins: Mapping[int, list[str]], names: Mapping[str, str]
) -> Iterator[Node]:
    """The lines of a part one after another, with those of a table in its rows."""
    at = 0
    while at < len(own):
        line = lines[own[at]]
        if not line.at.table:
            yield _line(own[at], lines, begins, names, "heading" if line.level else "line")
            at += 1
            continue
        table = [each for each in own[at:] if lines[each].at.table == line.at.table]
        rows: dict[int, list[int]] = {}
        for each in table:
            rows.setdefault(lines[each].at.row, []).append(each)
        under = tuple(_row(number, each, lines, begins, names) for number, each in rows.items())
        yield Node("table", f"Table {line.at.table}", table[0], table[-1], (), under)
        at += len(table)


def _row(
    number: int,
    own: list[int],
    lines: tuple[TemplateLine, ...],
    begins: Mapping[int, list[str]],
    names: Mapping[str, str],
) -> Node:
    under = (_line(each, lines, begins, names, "line") for each in own)
    cells = tuple(replace(each, words=f"Cell {lines[each.first].at.cell}: {each.words}") for each in under)
    return Node("row", f"Row {number}", own[0], own[-1], (), cells)


def _line(
    at: int, lines: tuple[TemplateLine, ...], begins: Mapping[int, list[str]], names: Mapping[str, str], kind: NodeKind
) -> Node:
    return Node(kind, said(lines[at], names), at, at, tuple(begins.get(at, ())))


def said(line: TemplateLine, names: Mapping[str, str]) -> str:
    """What a line says, each place by its name: `Subject: ‹Subject›`."""
    inside = next((tag for tag in line.inside if tag.startswith(("field:", "body:"))), "")
    if inside:
        return f"‹{names.get(inside, inside)}›"
    tags = iter(tag for tag in line.holds if tag.startswith(("field:", "body:")))
    pieces = line.words.split(PLACE)
    words = pieces[0]
    for piece in pieces[1:]:
        tag = next(tags, "")
        words += (f"‹{names.get(tag, tag)}›" if tag else PLACE) + piece
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
    return words or "(an empty line)"


def _nested(pieces: tuple[Node, ...], lines: tuple[TemplateLine, ...]) -> tuple[Node, ...]:
    """What follows a heading put under it, with headings of lower levels."""
    nested: list[Node] = []
    at = 0
    while at < len(pieces):
        each = pieces[at]
        at += 1
        if each.kind != "heading":
            nested.append(each)
            continue
        level, begin = lines[each.first].level, at
        while at < len(pieces) and not (pieces[at].kind == "heading" and lines[pieces[at].first].level <= level):
            at += 1
        under = pieces[begin:at]
        # The one title of the document has everything under it, which would only stand one step further in.
        if level == 1:
            nested += (each, *_nested(under, lines))
        else:
            nested.append(Node("heading", each.words, each.first, each.last, each.tags, _nested(under, lines)))
    return tuple(nested)
