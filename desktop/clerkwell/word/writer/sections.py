"""`section:` and `group:` places: which stay, in what order, and their headings and bodies."""

from collections.abc import Iterable, Mapping, Sequence

from lxml.etree import _Element as Element

from clerkwell.packs import OTHER, Pack, Part
from clerkwell.word.ooxml.controls import Control, controls, mark_filled, rename, text_of
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import TC, w
from clerkwell.word.writer.clearing import end_rightly, take_out
from clerkwell.word.writer.fields import fill
from clerkwell.word.writer.repeats import Ids, clone


def settle_sections(root: Element, parts: Sequence[Part], pack: Pack, ids: Ids) -> dict[str, Element]:
    """The control of each section that stands, by section id, after the others have gone and the order is right.

    `WordError` where the template has no place for a section that the report has.
    """
    found = {each.id: each.element for each in controls(root) if each.kind == "section"}
    standing = [part for part in parts if part.stands]
    other = found.pop(OTHER, None)
    last = list(found.values())[-1] if found else other
    places: dict[str, Element] = {}
    for part in standing:
        if part.id in found:
            places[part.id] = found[part.id]
        elif other is not None and part.spec.id == OTHER:
            places[part.id] = _own(other, part.id, ids)
        else:
            raise WordError(
                f"The template of {pack.manifest.pack.title} has no place for the section “{part.heading or part.id}”. "
                "Move its text to another section."
            )
    if pack.manifest.pack.order == "report":
        _in_order(list(places.values()), [*found.values(), *([other] if other is not None else [])])
    elif last is not None:
        for part in standing:
            if part.id not in found:
                last.addnext(places[part.id])
                last = places[part.id]
    kept = set(places.values())
    for element in [*found.values(), *([other] if other is not None else [])]:
        if element not in kept:
            take_out(element)
    _settle_groups(root, standing, pack)
    return places


def fill_heading(places: Iterable[Control], part: Part, *, run_in: bool) -> None:
    """Put a section's heading in its place, or take the place out where the heading is run in to the text."""
    for control in [each for each in places if each.kind == "heading"]:
        if run_in:
            line = control.element
            holder = line.getparent()
            take_out(holder if control.shape == "inline" and holder is not None else line)
        elif (
            text_of(control.content).strip() != part.heading or control.element.find(".//{*}showingPlcHdr") is not None
        ):
            fill(control, part.heading)


def fill_body(places: Iterable[Control], part_id: str, blocks: Sequence[Element]) -> None:
    """Put blocks in a section's place for them; the place goes where there are none."""
    for control in [each for each in places if each.kind == "body"]:
        if control.shape == "inline":
            raise WordError(
                f"The place body:{part_id} stands inside a paragraph. Put it round a whole paragraph instead."
            )
        mark_filled(control.element)
        holder = control.content
        cell = holder.find(TC) if control.shape == "cell" else None
        if cell is not None:
            _put(cell, [*[each for each in cell if each.tag == w("tcPr")], *blocks])
            end_rightly(cell)
        elif blocks:
            _put(holder, blocks)
            parent = control.element.getparent()
            if parent is not None:
                end_rightly(parent)
        else:
            _without_body(control)


def _put(holder: Element, blocks: Sequence[Element]) -> None:
    """Put these in place of what is there.

    lxml takes a tree over from another document in time that grows with its square: a table goes row by row.
    """
    tables = [(each, list(each)) for each in blocks if each.tag == w("tbl")]
    for table, _ in tables:
        table[:] = []
    holder[:] = list(blocks)
    for table, rows in tables:
        table.extend(rows)


def _without_body(control: Control) -> None:
    holder = control.element.getparent()
    if holder is not None and holder.tag == TC:
        control.content[:] = []
    take_out(control.element)


def _own(other: Element, part_id: str, ids: Ids) -> Element:
    copy = clone(other, ids)
    for control in controls(copy):
        if control.id == OTHER:
            rename(control.element, f"{control.kind}:{part_id}")
    return copy


def _in_order(ordered: Sequence[Element], template: Sequence[Element]) -> None:
    """Put the sections one after another where the template's first section stands."""
    here = [each for each in template if each.getparent() is not None]
    if not here or not ordered:
        return
    first = min(here, key=_position)
    holder = first.getparent()
    if holder is None:
        return
    marker = holder.makeelement("marker", {})
    first.addprevious(marker)
    for element in ordered:
        marker.addprevious(element)
    holder.remove(marker)


def _position(element: Element) -> tuple[int, ...]:
    """Where an element stands, for comparing with others of its document."""
    path: list[int] = []
    at: Element | None = element
    while at is not None:
        parent = at.getparent()
        path.append(0 if parent is None else parent.index(at))
        at = parent
    return tuple(reversed(path))


def _settle_groups(root: Element, standing: Sequence[Part], pack: Pack) -> None:
    alive = {part.spec.group for part in standing}
    known: Mapping[str, object] = {spec.id: spec for spec in pack.manifest.group}
    for control in [each for each in controls(root) if each.kind == "group"]:
        if control.id in known and control.id not in alive and control.element.getparent() is not None:
            take_out(control.element)
