"""Filling the fields and repeats of one part, and dropping the lines that were left with nothing."""

from lxml.etree import _Element as Element

from clerkwell.model import Report
from clerkwell.packs import Pack, relevant
from clerkwell.word.ooxml.controls import Control, controls, enclosing
from clerkwell.word.ooxml.xml import pieces
from clerkwell.word.writer.bookmarks import bookmark_number
from clerkwell.word.writer.clearing import drop_empty, take_out
from clerkwell.word.writer.fields import fill, printed
from clerkwell.word.writer.repeats import Ids, RowOf, expand, is_wanted_empty, rows_of
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
        prompt = supplies.looks.styles.named("Placeholder Text", "character")
        self._placeholder = prompt.id if prompt else None
        self._emptied: list[Element] = []
        self._optional: list[Element] = []

    def fill(self, root: Element) -> None:
        """Fill every field and repeat of a part."""
        places = controls(root)
        for control in [each for each in places if each.kind == "repeat"]:
            self._repeat(control)
        for control in [each for each in places if each.kind == "field"]:
            if control.element.getparent() is not None and not self._in_its_repeat(control):
                self._field(control)
        drop_empty(self._emptied, self._optional, final=self._final)

    def _repeat(self, control: Control) -> None:
        rows = rows_of(control.id, self._report)
        if not rows and not is_wanted_empty(control.id, self._pack):
            take_out(control.element)
            return
        for row, fields in expand(control, rows or (RowOf({}),), self._ids):
            for each in fields:
                name = each.id.partition(".")[2]
                link = row.link if name == "title" else ""
                self._put(each, self._shown(each.id, row.texts.get(name, "")), link)
            target = self._supplies.appendix(row.id)
            number = next((each for each in fields if each.id == "appendices.number"), None)
            if target is not None and number is not None:
                bookmark_number(number.element, target)

    def _field(self, control: Control) -> None:
        repeat, dot, name = control.id.partition(".")
        if not dot:
            self._put(control, self._shown(control.id, self._report.field(control.id).text))
            return
        texts = [self._shown(control.id, row.texts.get(name, "")) for row in rows_of(repeat, self._report)]
        spec = self._pack.field(control.id)
        self._put_printed(control, "\n".join(printed(spec, text) for text in texts if text.strip()))

    def _shown(self, field_id: str, text: str) -> str:
        """The words of a field; none of one that has no place in this report: its author no longer sees them."""
        spec = self._pack.field(field_id)
        return "" if spec is not None and not relevant(spec, self._report) else text

    def _put(self, control: Control, text: str, link: str = "") -> None:
        target = self._supplies.link(link) if link and text.strip() and control.shape == "inline" else None
        address = None if target is None else (target, self._supplies.link_style or "")
        spec = self._pack.field(control.id)
        if address is not None and spec is not None:
            # The prefix stands before the link, not in it.
            fill(control, text + spec.suffix, self._placeholder, address)
            self._before(control, spec.prefix)
            return
        self._put_printed(control, printed(spec, text), address)

    def _before(self, control: Control, prefix: str) -> None:
        if prefix:
            [paragraph] = pieces(f"<w:p>{run(prefix)}</w:p>")
            control.content[:0] = list(paragraph)

    def _put_printed(self, control: Control, text: str, link: tuple[str, str] | None = None) -> None:
        fill(control, text, self._placeholder, link)
        if not text:
            self._emptied.append(control.element)
            spec = self._pack.field(control.id)
            if spec is not None and spec.optional:
                self._optional.append(control.element)

    def _in_its_repeat(self, control: Control) -> bool:
        repeat = control.id.partition(".")[0]
        return any(each.kind == "repeat" and each.id == repeat for each in enclosing(control.element))
