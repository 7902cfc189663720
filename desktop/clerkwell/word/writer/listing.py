"""`repeat:SECTION` places: a row, paragraph or block for each item of a section, with its words as they are.

The number stands in a place of its own, or else Word numbers the words. What is no item keeps the section's place for
text, or stands before and after the rows: no word is lost.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import pairwise

from lxml.etree import _Element as Element

from clerkwell.model import Blocks
from clerkwell.packs import Pack, Part
from clerkwell.packs.repeating import source_of
from clerkwell.word.ooxml.controls import Control, controls, mark_filled
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import PPR, TBL, TC, VAL, P, w
from clerkwell.word.ooxml.xml import child, pieces, quoted
from clerkwell.word.writer.body import body_xml
from clerkwell.word.writer.bookmarks import bookmark_words
from clerkwell.word.writer.clearing import end_rightly, take_out
from clerkwell.word.writer.fields import fill, printed
from clerkwell.word.writer.items import Item, Items, items_of
from clerkwell.word.writer.laid import ListPlace
from clerkwell.word.writer.layout import Ways, lay_out
from clerkwell.word.writer.lists import ListPlanner
from clerkwell.word.writer.parting import block_after, block_before, drop_needless_end, keep_apart
from clerkwell.word.writer.references import Targets
from clerkwell.word.writer.repeats import Ids, as_one, copies, fields_of
from clerkwell.word.writer.sections import fill_body, make_rich, position
from clerkwell.word.writer.supplies import Supplies
from clerkwell.word.writer.words import bookmarked


@dataclass(frozen=True)
class Listing:
    """What the rows of one section are made with."""

    pack: Pack
    supplies: Supplies
    way: Ways
    lists: ListPlanner
    ids: Ids

    def elements(self, blocks: Blocks, way: Ways, place: Element | None, *, below_table: bool = False) -> list[Element]:
        """These blocks as the document has them in a place, or beside it."""
        if place is not None:
            self.supplies.stand_in(place)
        xml = body_xml(lay_out(blocks, way, self.lists), self.supplies, below_table=below_table)
        return pieces(xml) if xml else []

    @property
    def placeholder(self) -> str | None:
        """The style of prompts."""
        prompt = self.supplies.looks.styles.named("Placeholder Text", "character")
        return prompt.id if prompt else None


def listed(part: Part, within: Sequence[Control], pack: Pack) -> tuple[Control, Items] | None:
    """The repeat over a section's items, and the items; none where the template has no such place in the section."""
    control = next((each for each in within if each.kind == "repeat" and each.id == part.id), None)
    if control is None or source_of(part.id, pack) != "items":
        return None
    in_table = control.shape == "row" or next(control.element.iterancestors(TC), None) is not None
    return control, items_of(part.section.blocks if part.section else (), in_table=in_table)


def by_number_places(targets: Targets, parts: Sequence[Part], places: Mapping[str, Element], pack: Pack) -> Targets:
    """The targets, those of items with a number in a place of its own told by the words that stand there."""
    found = dict(targets.found)
    for part in parts if found else ():
        place = listed(part, controls(places[part.id]), pack)
        if place is None or not any(each.id == f"{part.id}.number" for each in fields_of(place[0].element, part.id)):
            continue
        for item in place[1].items:
            key = ("paragraph", item.block.id)
            if key in found:
                number = printed(pack.field(f"{part.id}.number"), item.number)
                found[key] = found[key].told_by(number)
    return Targets(found)


def fill_listing(part: Part, within: Sequence[Control], control: Control, items: Items, listing: Listing) -> None:
    """Put each item of a section in a row, and the rest in the section's place for text, or before and after."""
    body = next((each for each in within if each.kind == "body" and each.id == part.id), None)
    body_first = body is not None and position(body.element) < position(control.element)
    beside = _outside(control.element) if body is None else body.element
    before = listing.elements(items.before, listing.way, beside)
    if not items.items:
        if body is None:
            _put_around([control.element], before, ())
        take_out(control.element)
        fill_body(within, part.id, before)
        return
    rows = copies(as_one(control.element), len(items.items), listing.ids)
    going_on = replace(listing, way=replace(listing.way, heading=""), lists=_GoingOn(listing.lists))
    for row, item in zip(rows, items.items, strict=True):
        _fill_row(row, part.id, item, going_on)
    below = _outside(rows[-1]).tag == TBL
    after = listing.elements(items.after, going_on.way, beside, below_table=below and (body is None or body_first))
    if body is None:
        _put_around(rows, before, after)
    elif body_first:
        _put_around(rows, (), after)
        fill_body(within, part.id, before)
    else:
        _put_around(rows, before, ())
        fill_body(within, part.id, after)


def _fill_row(row: Element, section: str, item: Item, listing: Listing) -> None:
    fields = fields_of(row, section)
    numbers = [each for each in fields if each.id == f"{section}.number"]
    for each in numbers:
        fill(each, printed(listing.pack.field(each.id), item.number), listing.placeholder)
        target = listing.supplies.target(item.block.id)
        if target is not None and each is numbers[0]:
            bookmark_words(each.element, target)
    for each in fields:
        if each.id == f"{section}.text":
            _put(each, item, listing, has_number=bool(numbers))


def _put_around(rows: Sequence[Element], before: Sequence[Element], after: Sequence[Element]) -> None:
    """Put what is no item before and after the rows, outside the table that they stand in."""
    first, last = _outside(rows[0]), _outside(rows[-1])
    for each in before:
        first.addprevious(each)
    if after:
        drop_needless_end(last)
    for each in reversed(after):
        last.addnext(each)
    for each in (*before[:1], *after[:1]):
        keep_apart(block_before(each), each)
    for each in (*before[-1:], *after[-1:]):
        keep_apart(each, block_after(each))
    holder = last.getparent()
    if after and holder is not None:
        end_rightly(holder)


def _outside(row: Element) -> Element:
    table = table_round(row)
    return row if table is None else table


def table_round(element: Element) -> Element | None:
    """The outermost table that an element stands in."""
    return next(reversed([None, *element.iterancestors(TBL)]))


def put_after(table: Element, blocks: Sequence[Element]) -> None:
    """Put blocks after a table."""
    drop_needless_end(table)
    for each in reversed(blocks):
        table.addnext(each)
    keep_apart(table, blocks[0])
    for one, other in pairwise(blocks):
        keep_apart(one, other)
    keep_apart(blocks[-1], block_after(blocks[-1]))
    holder = table.getparent()
    if holder is not None:
        end_rightly(holder)


def keep_as_body(part: Part, blocks: Sequence[Element], listing: Listing) -> None:
    """Put a control round blocks that stand below the table that their section is a row of: they are its text too."""
    title = quoted(f"{part.heading.rstrip(':')[:40]}: tables below")
    control = pieces(
        f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="body:{part.id}"/>'
        f'<w:id w:val="{listing.ids.fresh()}"/><w:docPartObj/></w:sdtPr><w:sdtContent/></w:sdt>'
    )[0]
    blocks[0].addprevious(control)
    # A paragraph that was made to part two tables stands among them.
    while (each := control.getnext()) is not None and each not in blocks[-1:]:
        control[-1].append(each)
    control[-1].append(blocks[-1])


class _GoingOn(ListPlanner):
    """The lists of a section that is laid out a row at a time: a row goes on with the lists of the one before."""

    def __init__(self, lists: ListPlanner) -> None:
        super().__init__()
        lists.leave()
        self._of_all = lists

    def leave(self) -> None:
        """Another row begins; its lists are those of the section."""

    def place(self, level: int, ordinal: int) -> ListPlace:
        """The place of the next numbered item, in the lists of the whole document."""
        return self._of_all.place(level, ordinal)


def _put(control: Control, item: Item, listing: Listing, *, has_number: bool) -> None:
    """Put an item's words in its place, and what goes with it round the paragraph that they stand in."""
    if control.shape == "row":
        raise WordError(
            f"The place {control.tag} goes round a whole row of a table. Put it round the words in a cell instead."
        )
    holder = control.content
    if control.shape == "cell":
        cell = next(holder.iter(TC), None)
        if cell is None:
            raise WordError(f"The place {control.tag} goes round no cell. Put it round the words in a cell instead.")
        holder = cell
    inline = control.shape == "inline"
    line = next(control.element.iterancestors(P), None) if inline else next(holder.iter(P), None)
    model = None if line is None else child(line, PPR)
    before = listing.elements(item.before, listing.way, control.element) if item.before else []
    made = _item(item, listing, model, has_number=has_number)
    after = listing.elements(item.after, listing.way, control.element) if item.after else []
    mark_filled(control.element)
    make_rich(control.element)
    if not inline or line is None:
        kept = [each for each in holder if each.tag == w("tcPr")]
        holder[:] = [*kept, *before, made, *after]
        return
    for each in before:
        line.addprevious(each)
    for each in reversed(after):
        line.addnext(each)
    look = child(made, PPR)
    holder[:] = [each for each in made if each.tag != PPR]
    if look is not None:
        if model is not None:
            line.remove(model)
        line.insert(0, look)


def _item(item: Item, listing: Listing, model: Element | None, *, has_number: bool) -> Element:
    """The paragraph of an item: as the template has it, or, where Word is to number it and would not, as in a list."""
    block, supplies = item.block, listing.supplies
    ordered = getattr(block, "ordered", False)
    if ordered and not has_number and not _is_numbered(model, supplies):
        made = listing.elements((block,), listing.way, None)
        if made:
            return made[0]
    inner = supplies.remarks.among(getattr(block, "runs", ()), supplies, supplies.remarks.on(block.id))
    target = supplies.target(block.id)
    if target is not None and not has_number:
        inner = bookmarked(inner, target.name, target.number)
    [paragraph] = pieces(f"<w:p>{inner}</w:p>")
    if model is not None:
        paragraph.insert(0, deepcopy(model))
    return paragraph


def _is_numbered(properties: Element | None, supplies: Supplies) -> bool:
    """Whether Word numbers a paragraph with these properties, by themselves or by its style."""
    if properties is None:
        return False
    direct = properties.find(f"{w('numPr')}/{w('numId')}")
    if direct is not None:
        return direct.get(VAL) != "0"
    style = child(properties, w("pStyle"))
    return style is not None and supplies.looks.styles.numbering(style.get(VAL, "")) is not None
