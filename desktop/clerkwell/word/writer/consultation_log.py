"""The consultation log at the end of a draft: who was asked about which part, when, and what has changed since.

It is for those who write and clear the report, so no final, set or blank form has it. A template may have a place of
its own for it (`repeat:consultations`), and has it there. What is put here is no words of the report: each block stands
in a control of its own that names no place, so that nobody writes in it, and a draft that comes home leaves it behind.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.model import Cell, Consultation, Paragraph, Report, Table, Text
from clerkwell.packs import Pack
from clerkwell.packs.sealing import WHOLE, changed_since, sealable, sealed_ids
from clerkwell.word.ooxml.controls import Control
from clerkwell.word.ooxml.names import BODY, PPR, SECT_PR, P
from clerkwell.word.ooxml.xml import pieces
from clerkwell.word.writer.appendix_pages import begin_page, unnumbered_heading
from clerkwell.word.writer.layout import Ways
from clerkwell.word.writer.listing import Listing
from clerkwell.word.writer.words import run

# The controls round it, and what they hold besides the log's own words.
LOG_TAG: Final = "clerkwell:consultations"
LOG_TITLE: Final = "Consultation log"
HEADING: Final = "Consultation log"
NOTE: Final = "The consultation log is printed in drafts only."
# What a cell says where there is nothing to say: an empty one would leave a screen reader silent.
NOTHING: Final = "–"
# The columns, in order, with what an entry keeps under each; those that no entry says anything in are left out.
COLUMNS: Final = (
    ("Who", "who"),
    ("Role", "role"),
    ("Part", "part"),
    ("Asked", "asked"),
    ("Answered", "answered"),
    ("Answer", "answer"),
)
SINCE: Final = "Changed since"


def has_log_place(places: Iterable[Control]) -> bool:
    """Whether the template has a place of its own for the log."""
    return any(each.kind == "repeat" and each.id == "consultations" for each in places)


def add_log(root: Element, report: Report, listing: Listing) -> None:
    """Print the log after all else; nothing where it is empty."""
    body = root.find(BODY)
    if not report.consultations or body is None:
        return
    looks = listing.supplies.looks
    [heading] = pieces(f"<w:p>{unnumbered_heading(looks)}{run(HEADING)}</w:p>")
    last = body.find(SECT_PR)
    put: Callable[[Element], object] = body.append if last is None else last.addprevious
    _without_end(body, last)
    put(heading)
    blocks = (_table(report, listing.pack), Paragraph(runs=(Text(text=NOTE),), plain=True))
    rest = listing.elements(blocks, Ways(), heading)
    for element in rest:
        put(element)
    # On a page of its own, as it belongs to no appendix.
    begin_page(heading)
    for element in (heading, *rest):
        _hold(element, listing)


def _without_end(body: Element, last: Element | None) -> None:
    """Take out the empty paragraph that a body ends with after a table: what follows now ends it, and a screen reader
    would stop at it (17.2.2)."""
    end = (body[-1] if len(body) else None) if last is None else last.getprevious()
    if (
        end is not None
        and end.tag == P
        and not any(child.tag != PPR for child in end)
        and end.find(f".//{SECT_PR}") is None
    ):
        body.remove(end)


def _hold(element: Element, listing: Listing) -> None:
    """Put an element into a control. One for each, as LibreOffice knows none round several paragraphs."""
    [control] = pieces(
        f'<w:sdt><w:sdtPr><w:alias w:val="{LOG_TITLE}"/><w:tag w:val="{LOG_TAG}"/>'
        f'<w:id w:val="{listing.ids.fresh()}"/><w:lock w:val="sdtContentLocked"/><w:docPartObj/></w:sdtPr>'
        "<w:sdtContent/></w:sdt>"
    )
    element.addprevious(control)
    control[-1].append(element)


def _table(report: Report, pack: Pack) -> Table:
    titles = dict(sealable(report, pack))
    entries = report.consultations
    rows = [
        [_part(each, titles) if name == "part" else _when(each) if name == "answered" else getattr(each, name)
         for _, name in COLUMNS]
        for each in entries
    ]  # fmt: skip
    headers = [header for header, _ in COLUMNS]
    if any(each.seal is not None for each in entries):
        headers.append(SINCE)
        for row, entry in zip(rows, entries, strict=True):
            row.append(_since(entry, report, pack))
    kept = [at for at in range(len(headers)) if at == 0 or any(row[at].strip() for row in rows)]
    shown = [[headers[at] for at in kept], *([row[at].strip() or NOTHING for at in kept] for row in rows)]
    cells = tuple(tuple(Cell(paragraphs=((Text(text=words),),)) for words in row) for row in shown)
    return Table(rows=cells, header_rows=1)


def _part(entry: Consultation, titles: dict[str, str]) -> str:
    if entry.seal is not None and WHOLE not in sealed_ids(entry.seal):
        return ", ".join(titles.get(each.part, each.title) for each in entry.seal.parts)
    return titles.get(entry.part, entry.part)


def _when(entry: Consultation) -> str:
    """The day of the answer; of a clearance without one, the day of its seal."""
    return entry.answered if entry.answered.strip() or entry.seal is None else _day(entry.seal.when)


def _day(when: datetime | None) -> str:
    # In the time that it was noted in: the same report makes the same document on every computer.
    return f"{when.day} {when:%B %Y}" if when is not None else ""


def _since(entry: Consultation, report: Report, pack: Pack) -> str:
    if entry.seal is None:
        return "Not cleared"
    changed = [each.now.title or each.then.title for each in changed_since(report, pack, entry.seal)]
    return ", ".join(changed) or "Nothing"
