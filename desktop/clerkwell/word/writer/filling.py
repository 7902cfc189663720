"""Filling the fields and repeats of one part, and dropping the lines that were left with nothing.

A repeat within a repeat comes whole in each row of the outer one. A field that holds another place keeps it; one that
holds itself once more is filled there alone. No prompt stays: published reports have had them in print.
"""

from lxml.etree import _Element as Element

from clerkwell.model import Report
from clerkwell.packs import Pack, relevant, understand
from clerkwell.word.ooxml.controls import Control, controls, enclosing
from clerkwell.word.ooxml.xml import pieces
from clerkwell.word.writer.bookmarks import bookmark_number
from clerkwell.word.writer.clearing import drop_empty, take_out
from clerkwell.word.writer.fields import fill, printed
from clerkwell.word.writer.kinds import Meant
from clerkwell.word.writer.repeats import Ids, RowOf, expand, is_settled_elsewhere, is_wanted_empty, rows_of
from clerkwell.word.writer.supplies import Supplies
from clerkwell.word.writer.words import run


class Filling:
    """Fills the fields and repeats of one part, and remembers which it had nothing for."""

    def __init__(self, report: Report, pack: Pack, supplies: Supplies, ids: Ids, *, final: bool) -> None:
        self._report = report
        self._pack = pack
        self._supplies = supplies
        self._ids = ids
        self._final = final
        self._placeholder = supplies.looks.prompts
        self._emptied: list[Element] = []
        self._optional: dict[Element, tuple[str, ...]] = {}

    def fill(self, root: Element) -> None:
        """Fill every field and repeat of a part."""
        depth, places = 0, controls(root)
        while repeats := [each for each in places if each.kind == "repeat" and _depth(each) == depth]:
            for control in repeats:
                self._repeat(control)
            depth, places = depth + 1, controls(root)
        for control in places:
            if control.kind == "field" and not self._in_its_repeat(control):
                self._field(control)
        drop_empty(self._emptied, self._optional, final=self._final)

    def _repeat(self, control: Control) -> None:
        if is_settled_elsewhere(control.id, self._pack):
            return
        rows = rows_of(control.id, self._report, self._pack)
        if not rows and not is_wanted_empty(control.id, self._pack):
            take_out(control.element)
            return
        for row, fields in expand(control, rows or (RowOf({}),), self._ids):
            for each in fields:
                name = each.id.partition(".")[2]
                link = row.link if name == "title" else ""
                text = self._shown(each.id, row.texts.get(name, ""))
                spec = self._pack.field(each.id)
                self._put(each, text, link, understand(spec, text, self._pack).value if spec else None)
            target = self._supplies.appendix(row.id)
            number = next((each for each in fields if each.id == "appendices.number"), None)
            if target is not None and number is not None:
                self._supplies.told(row.id, bookmark_number(number.element, target))

    def _field(self, control: Control) -> None:
        repeat, dot, name = control.id.partition(".")
        if not dot:
            value = self._report.field(control.id)
            text = self._shown(control.id, value.text)
            self._put(control, text, meant=value.value if text else None)
            return
        texts = [self._shown(control.id, row.texts.get(name, "")) for row in rows_of(repeat, self._report, self._pack)]
        spec = self._pack.field(control.id)
        self._put_printed(control, "\n".join(printed(spec, text) for text in texts if text.strip()))

    def _shown(self, field_id: str, text: str) -> str:
        """The words of a field; none of one that has no place in this report: its author no longer sees them."""
        spec = self._pack.field(field_id)
        return "" if spec is not None and not relevant(spec, self._report) else text

    def _put(self, control: Control, text: str, link: str = "", meant: Meant = None) -> None:
        target = self._supplies.link(link) if link and text.strip() and control.shape == "inline" else None
        address = None if target is None else (target, self._supplies.link_style or "")
        spec = self._pack.field(control.id)
        if address is not None and spec is not None:
            # The prefix stands before the link, not in it.
            fill(control, text + spec.suffix, self._placeholder, address)
            self._before(control, spec.prefix)
            return
        self._put_printed(control, printed(spec, text), address, meant)

    def _before(self, control: Control, prefix: str) -> None:
        if prefix:
            [paragraph] = pieces(f"<w:p>{run(prefix)}</w:p>")
            control.content[:0] = list(paragraph)

    def _put_printed(
        self, control: Control, text: str, link: tuple[str, str] | None = None, meant: Meant = None
    ) -> None:
        if any(each.tag == control.tag for each in controls(control.content)):
            # The one inside, of the same field, has the words.
            fill(control, "", self._placeholder)
            return
        fill(control, text, self._placeholder, link, meant)
        if not text:
            self._emptied.append(control.element)
            spec = self._pack.field(control.id)
            if spec is not None and spec.optional:
                self._optional[control.element] = (spec.title, *spec.labels)

    def _in_its_repeat(self, control: Control) -> bool:
        repeat = control.id.partition(".")[0]
        return any(each.kind == "repeat" and each.id == repeat for each in enclosing(control.element))


def _depth(control: Control) -> int:
    return sum(1 for each in enclosing(control.element) if each.kind == "repeat")
