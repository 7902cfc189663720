"""The report as a page to read: plain HTML made from the outline and the numbers. It approximates the document."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from clerkwell.model import (
    Appendix,
    Block,
    Footnote,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Quotation,
    Reference,
    Report,
    Runs,
    SubHeading,
    Table,
    plain,
)
from clerkwell.model.lists import marker, ordinals
from clerkwell.packs import FieldSpec, Numbers, Pack, Part, numbers, outline, relevant

# Printed at the end rather than in the header.
_AUTHORS = "authors"
_ELSEWHERE = frozenset({"appendices", "background-papers", _AUTHORS})
_STEM = "recommendation-stem"
# How far words hang beside their number, in pixels; the browser's tab stops stand as far apart.
HANG = 34


def preview_html(report: Report, pack: Pack) -> str:
    """The body of the page. Nothing in it asks for a file or for the network."""
    return "\n".join(_Writer(report, pack).all())


class _Writer:
    """Writes one report; what every block needs to know is worked out once."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self._report = report
        self._pack = pack
        self._numbers: Numbers = numbers(report, pack)
        self._notes: list[str] = []
        self._groups: set[str] = set()

    def all(self) -> Iterator[str]:
        """Everything, in the order of the document."""
        yield f"<h1>{escape(self._report.field('subject').text or self._pack.manifest.pack.title)}</h1>"
        yield "<table width='97%' cellspacing='0' cellpadding='5' border='1' style='border-collapse: collapse;'>"
        yield from self._header()
        yield "</table>"
        for part in outline(self._report, self._pack):
            if part.stands:
                yield from self._part(part)
        yield from self._authors()
        if self._notes:
            yield "<hr>"
            for number, note in enumerate(self._notes, 1):
                yield f"<p class='note'><sup>{number}</sup> {note}</p>"

    def _header(self) -> Iterator[str]:
        seen: set[str] = set()
        for spec in self._pack.manifest.field:
            repeat, dot, _ = spec.id.partition(".")
            if repeat in _ELSEWHERE or spec.id == _STEM or not relevant(spec, self._report):
                continue
            if not dot:
                yield _row(_label(spec), self._value(spec, None))
            elif repeat not in seen:
                seen.add(repeat)
                yield _row(self._repeat_title(repeat), "<br>".join(self._rows(repeat)))

    def _repeat_title(self, repeat: str) -> str:
        spec = self._pack.repeat(repeat)
        return escape(spec.title if spec else repeat)

    def _rows(self, repeat: str) -> Iterator[str]:
        for row in range(len(self._report.repeats.get(repeat, ()))):
            values = (self._value(spec, row) for spec in self._pack.fields_of(repeat))
            yield ", ".join(value for value in values if value)

    def _value(self, spec: FieldSpec, row: int | None) -> str:
        return escape(self._report.field(spec.id, row).text.strip()).replace("\n", "<br>")

    def _part(self, part: Part) -> Iterator[str]:
        group = self._pack.group(part.spec.group)
        if group is not None and group.printed and group.id not in self._groups:
            self._groups.add(group.id)
            yield f"<h2>{escape(group.title)}</h2>"
        level = 3 if group is not None and group.printed else 2
        run_in = part.spec.heading == "run-in"
        blocks = part.section.blocks if part.section else ()
        number = self._numbers.sections.get(part.id)
        heading = f"{number}. {part.heading}" if number else part.heading
        if part.heading and not (run_in and blocks and isinstance(blocks[0], Paragraph)):
            yield f"<h{level}>{escape(heading)}</h{level}>"
        if part.id == "recommendations" and (stem := self._report.field(_STEM).text.strip()):
            yield f"<p>{escape(stem)}</p>"
        lead = f"{escape(part.heading)}{escape(part.spec.separator)}" if run_in else ""
        yield from self._blocks(blocks, lead)
        if part.spec.kind == "appendices":
            yield from self._appendices(self._report.appendices)
        elif part.spec.kind == "background-papers":
            yield "<ul>"
            for paper in self._report.background_papers:
                yield f"<li>{_linked(escape(paper.title), paper.link)}</li>"
            yield "</ul>"

    def _appendices(self, appendices: Iterable[Appendix]) -> Iterator[str]:
        yield "<ul>"
        for appendix in appendices:
            status = f" ({escape(appendix.status.replace('-', ' '))})" if appendix.status not in ("", "public") else ""
            title = _linked(escape(appendix.title), appendix.link)
            yield f"<li>Appendix {escape(appendix.number)} – {title}{status}</li>"
        yield "</ul>"

    def _blocks(self, blocks: tuple[Block, ...], lead: str = "") -> Iterator[str]:
        counted = ordinals(blocks)
        # Qt numbers lists only from one on and without nesting letters, so that the markers are written out.
        for is_item, stretch in groupby(enumerate(blocks), key=lambda pair: isinstance(pair[1], ListItem)):
            for index, block in stretch:
                if is_item and isinstance(block, ListItem):
                    sign = marker(block.level, counted[index]) if block.ordered else "•"
                    yield _hanging(sign, self._runs(block.runs), HANG * (block.level + 1))
                else:
                    yield from self._block(block, lead)
                    lead = ""

    def _block(self, block: Block, lead: str) -> Iterator[str]:
        match block:
            case Paragraph():
                if not plain(block.runs).strip():
                    return
                number = self._numbers.paragraphs.get(block.id)
                text = lead + self._runs(block.runs)
                yield _hanging(f"{number}.", text, 0) if number else f"<p>{text}</p>"
            case SubHeading():
                yield f"<h4>{self._runs(block.runs)}</h4>"
            case Quotation():
                yield f"<blockquote>{self._runs(block.runs)}</blockquote>"
            case Table():
                yield from self._table(block)
            case Image():
                described = block.alt or ("decorative" if block.decorative else "no alternative text yet")
                yield f"<p class='note'>[Picture: {escape(described)}]</p>"
                if block.caption:
                    yield f"<p class='note'>{escape(block.caption)}</p>"
            case Landscape():
                yield "<p class='note'>[Turned on its side]</p>"
                yield from self._blocks(block.blocks)
            case _:
                return

    def _table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield f"<p><b>{escape(table.caption)}</b></p>"
        yield "<table cellspacing='0' cellpadding='4' border='1' style='border-collapse: collapse;'>"
        for at, cells in enumerate(table.rows):
            tag = "th" if at < table.header_rows else "td"
            yield "<tr>"
            for cell in cells:
                words = "<br>".join(self._runs(runs) for runs in cell.paragraphs)
                yield f"<{tag} align='left'>{words}</{tag}>"
            yield "</tr>"
        yield "</table>"

    def _runs(self, runs: Runs) -> str:
        done = []
        for run in runs:
            match run:
                case Reference():
                    done.append(escape(self._target(run)))
                case Footnote():
                    self._notes.append(self._runs(run.runs))
                    done.append(f"<sup>{len(self._notes)}</sup>")
                case _:
                    words = escape(run.text).replace("\n", "<br>")
                    words = f"<b>{words}</b>" if run.bold else words
                    words = f"<i>{words}</i>" if run.italic else words
                    words = f"<{run.script[:3]}>{words}</{run.script[:3]}>" if run.script != "normal" else words
                    done.append(_linked(words, run.link))
        return "".join(done)

    def _target(self, reference: Reference) -> str:
        """The words of a live reference, as the document will have them."""
        match reference.to:
            case "paragraph":
                number = self._numbers.paragraphs.get(reference.target)
                return f"paragraph {number}" if number else "paragraph ?"
            case "section":
                parts = outline(self._report, self._pack)
                return next((part.heading for part in parts if part.id == reference.target), "section ?")
            case "appendix":
                appendix = self._report.appendix(reference.target)
                return f"Appendix {appendix.number}" if appendix else "Appendix ?"
            case _:
                return "the table"

    def _authors(self) -> Iterator[str]:
        for row in range(len(self._report.repeats.get(_AUTHORS, ()))):
            lines = []
            for spec in self._pack.fields_of(_AUTHORS):
                value = self._value(spec, row)
                if value:
                    lines.append(f"{escape(spec.prefix)}{value}{escape(spec.suffix)}")
            yield f"<p>{'<br>'.join(lines)}</p>"


def _label(spec: FieldSpec) -> str:
    return escape(spec.labels[0] if spec.labels else spec.title)


def _row(label: str, value: str) -> str:
    return f"<tr><td width='35%'><b>{label}</b></td><td>{value or '&nbsp;'}</td></tr>"


def _hanging(sign: str, words: str, indent: int) -> str:
    """A line with its marker beside it, so that the words hang: the marker, then a tab to where the words begin."""
    left = indent + HANG
    tabbed = f"<span style='white-space: pre;'>{escape(sign)}&#9;</span>"
    return f"<p style='margin-left: {left}px; text-indent: -{HANG}px;'>{tabbed}{words}</p>"


def _linked(words: str, link: str) -> str:
    return f"<a href='{escape(link, quote=True)}'>{words}</a>" if link else words
