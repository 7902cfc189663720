"""`section:` and `group:` places: which stay, in what order, and their headings and bodies."""

from collections.abc import Iterable, Sequence

from lxml.etree import _Element as Element

from clerkwell.packs import OTHER, Pack, Part
from clerkwell.packs.repeating import source_of
from clerkwell.word.ooxml.controls import Control, controls, mark_filled, place, properties_of, rename, text_of
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import SDT, SECT_PR, TBL, TC, w
from clerkwell.word.ooxml.places import stands_alone
from clerkwell.word.ooxml.xml import remove
from clerkwell.word.writer.clearing import end_rightly, take_out
from clerkwell.word.writer.fields import fill
from clerkwell.word.writer.parting import block_after, block_before, end_pages, keep_apart
from clerkwell.word.writer.repeats import Ids, clone
from clerkwell.word.writer.unfolding import unfold_groups

_PLAIN = w("text")


def settle_sections(root: Element, parts: Sequence[Part], pack: Pack, ids: Ids) -> dict[str, Element]:
    """The control of each section that stands, by section id, after the others have gone and the order is right.

    `WordError` where the template has no place for a section that the report has.
    """
    standing = [part for part in parts if part.stands]
    found = {each.id: each.element for each in unfold_groups(root, standing, pack, ids) if each.kind == "section"}
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
                _outside_tables(last).addnext(places[part.id])
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


def heading_stands_apart(places: Iterable[Control]) -> bool:
    """Whether a section's heading has a cell to itself: then it is not run in to the text."""
    cells = {each.kind: _cell(each) for each in places if each.kind in ("heading", "body")}
    return cells.get("heading") is not cells.get("body")


def fill_body(places: Iterable[Control], part_id: str, blocks: Sequence[Element]) -> None:
    """Put blocks in a section's place for them; the place goes where there are none."""
    for control in [each for each in places if each.kind == "body" and each.id == part_id]:
        put_blocks(control, blocks)


def put_blocks(control: Control, blocks: Sequence[Element]) -> None:
    """Put blocks in a place; it goes where there are none.

    `WordError` for a place among the words of a paragraph; one that has its paragraph to itself goes round it.
    """
    if control.shape == "inline" and not _round_its_paragraph(control):
        raise WordError(f"The place {control.tag} stands inside a paragraph. Put it round a whole paragraph instead.")
    mark_filled(control.element)
    make_rich(control.element)
    holder = control.content
    cell = holder.find(TC) if control.shape == "cell" else None
    if cell is not None:
        _put(cell, [*[each for each in cell if each.tag == w("tcPr")], *blocks])
        end_rightly(cell)
    elif blocks:
        # A prompt may end a page section: its own, or that of a part before which has gone.
        ended = list(holder.iter(SECT_PR))
        _put(holder, blocks)
        if ended:
            end_pages(blocks[-1], ended[-1])
        keep_apart(block_before(control.element), blocks[0])
        keep_apart(blocks[-1], block_after(control.element))
        parent = control.element.getparent()
        if parent is not None:
            end_rightly(parent)
    else:
        _without_body(control)


def make_rich(element: Element) -> None:
    """Let a control of plain text (17.5.2.44) hold looks, links and several paragraphs."""
    properties = properties_of(element)
    for plain in [] if properties is None else list(properties.iterchildren(_PLAIN)):
        remove(plain)


def repeat_groups(places: Iterable[Control], pack: Pack) -> list[Control]:
    """Those `group:` places that are named after a repeat and go with the last of its rows."""
    groups = [each for each in places if each.kind == "group"]
    return [each for each in groups if pack.group(each.id) is None and source_of(each.id, pack) is not None]


def settle_repeat_groups(groups: Iterable[Control]) -> None:
    """Take out those of these groups that have no row in them any more."""
    for group in groups:
        if not any(each.kind == "repeat" and each.id == group.id for each in controls(group.element)):
            take_out(group.element)


def _round_its_paragraph(control: Control) -> bool:
    """Put a control round the paragraph that holds nothing else; whether it could be."""
    element = control.element
    line = element.getparent()
    if line is None or not stands_alone(element):
        return False
    line.addprevious(element)
    control.content[:] = [line]
    return True


def _cell(control: Control) -> Element | None:
    inside = next(control.element.iter(TC), None) if control.shape == "cell" else None
    return next(control.element.iterancestors(TC), None) if inside is None else inside


def _outside_tables(element: Element) -> Element:
    """The outermost thing that an element stands in, if it stands in a table: the table, or the group round it."""
    around = [each for each in element.iterancestors(TBL, SDT) if each.tag == TBL or _is_group(each)]
    return around[-1] if any(each.tag == TBL for each in around) else element


def _is_group(control: Element) -> bool:
    found = place(control)
    return found is not None and found.kind == "group"


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
    """Put the sections one after another where the template's first section stands; rows stay in their table."""
    here = [each for each in template if each.getparent() is not None]
    for table in {id(each): each for row in here for each in row.iterancestors(TBL)}.values():
        rows = [each for each in here if next(each.iterancestors(TBL), None) is table]
        _line_up([each for each in ordered if each in rows], rows)
    free = [each for each in here if next(each.iterancestors(TBL), None) is None]
    _line_up([each for each in ordered if each in free or each.getparent() is None], free)


def _line_up(ordered: Sequence[Element], places: Sequence[Element]) -> None:
    if not places or not ordered:
        return
    first = min(places, key=position)
    holder = first.getparent()
    if holder is None:
        return
    marker = holder.makeelement("marker", {})
    first.addprevious(marker)
    for element in ordered:
        marker.addprevious(element)
    holder.remove(marker)


def position(element: Element) -> tuple[int, ...]:
    """Where an element stands, for comparing with others of its document."""
    path: list[int] = []
    at: Element | None = element
    while at is not None:
        parent = at.getparent()
        path.append(0 if parent is None else parent.index(at))
        at = parent
    return tuple(reversed(path))


def _settle_groups(root: Element, standing: Sequence[Part], pack: Pack) -> None:
    gone = {spec.id for spec in pack.manifest.group} - {part.spec.group for part in standing}
    for control in [each for each in controls(root) if each.kind == "group"] if gone else ():
        if control.id in gone and control.element.getparent() is not None:
            take_out(control.element)
