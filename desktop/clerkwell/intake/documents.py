"""A Word document from elsewhere in, report out: what Word knows for certain goes through the recogniser of texts."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cache

from clerkwell.intake.comments.pinning import pinned_notes
from clerkwell.intake.foreign import Unfolded, unfold
from clerkwell.intake.foreign.contents import contents
from clerkwell.intake.headings import Headings
from clerkwell.intake.homecoming import draft_of, keeps_places, read_draft
from clerkwell.intake.homecoming.log import entries_of, without_log
from clerkwell.intake.importing import import_lines
from clerkwell.intake.joining import is_contact
from clerkwell.intake.labels import Labels
from clerkwell.intake.lines import Line
from clerkwell.intake.results import Finding, Imported, NotAReportError
from clerkwell.intake.telling import told, told_of_changes, told_of_privacy
from clerkwell.model import Image, Text, TrayItem, all_blocks
from clerkwell.packs import Pack
from clerkwell.word.reader.document import WordDocument
from clerkwell.word.reader.settling import every, settle
from clerkwell.word.writer.pictures import picture_file
from clerkwell.word.writer.properties import PACK_PROPERTY

# A heading is no longer than this.
_LONG = 100


def import_document(document: WordDocument, packs: Sequence[Pack], pack_id: str | None = None) -> Imported:
    """The report that a Word document holds, in the pack that it names, or whose layout it has, or in `pack_id`.

    Tracked changes are taken as accepted, and said; comments are notes. A draft that was exported from here is read by
    its controls. Raises `NotAReportError` for a document that is no report, and `PackNotFoundError` if there is no such
    pack.
    """
    settled = settle(document, every(document))
    mark = draft_of(document)
    pack = next((each for each in packs if mark and each.id == mark.pack), None)
    if pack is not None and pack_id in (None, pack.id) and keeps_places(document):
        read = read_draft(settled, pack)
        return _with_notes(
            replace(read, findings=(*read.findings, *told_of_changes(document), *told_of_privacy(document, read))),
            settled,
        )
    settled, log = without_log(settled) if mark else (settled, ())
    found = _recognised(document, settled, packs, pack_id)
    if log and not found.report.consultations:
        entries = entries_of(log, found.pack)
        found = replace(found, report=found.report.model_copy(update={"consultations": entries}))
    return _with_notes(found, settled)


def _recognised(document: WordDocument, settled: WordDocument, packs: Sequence[Pack], pack_id: str | None) -> Imported:
    """The report that the recogniser finds. `document` still has its tracked changes."""
    own = document.properties.get(PACK_PROPERTY, "").strip()
    ours = any(pack.id == own for pack in packs)
    unfolded = unfold(settled, _heading_of(packs), _beginning_of(packs), ours=ours)
    if listed := contents(unfolded.lines):
        unfolded.furniture += unfolded.lines[listed.start : listed.stop]
        del unfolded.lines[listed.start : listed.stop]
    logos = _take_logos(unfolded)
    shown = _take_what_cannot_be_shown(unfolded, settled)
    if not unfolded.lines:
        raise NotAReportError("There are no words in this document; choose the document that holds the report.")
    imported = import_lines(unfolded.lines, packs, pack_id or (own if ours else None), unfolded.furniture, ours=ours)
    imported = _with_hidden(imported, unfolded.hidden)
    report = imported.report
    named = " ".join(item.text for item in report.tray)
    used = {block.attachment for _, block in all_blocks(report) if isinstance(block, Image)}
    kept = {name: data for name, data in settled.pictures.items() if name in used or f"[Picture {name}" in named}
    return replace(
        imported,
        findings=(*imported.findings, *logos, *shown, *told(document, unfolded, imported, ours=ours)),
        mapped=(*imported.mapped, *unfolded.mapped),
        attachments=kept,
    )


def _with_hidden(imported: Imported, hidden: Sequence[tuple[str, str]]) -> Imported:
    """The report with the words that the document hides in its tray: nobody has seen them, so they go into no text."""
    if not hidden:
        return imported
    items = tuple(TrayItem(text=words, came_from=f"hidden text, {place}") for place, words in hidden)
    report = imported.report.model_copy(update={"tray": (*imported.report.tray, *items)})
    found = (Finding("tray", item.text, item.came_from) for item in items)
    return replace(imported, report=report, findings=(*found, *imported.findings))


def _with_notes(imported: Imported, document: WordDocument) -> Imported:
    """The report with the document's comments as notes."""
    notes = pinned_notes(document, imported.report)
    if not notes:
        return imported
    said = "1 comment was kept as a note." if len(notes) == 1 else f"{len(notes)} comments were kept as notes."
    report = imported.report.model_copy(update={"notes": (*imported.report.notes, *notes)})
    return replace(imported, report=report, findings=(*imported.findings, Finding("noted", said)))


def _heading_of(packs: Sequence[Pack]) -> Callable[[str], bool]:
    """Whether words are a heading of a section of text that some pack knows."""
    known = [(Headings(pack), pack) for pack in packs]

    @cache
    def is_heading(words: str) -> bool:
        if not words or len(words) > _LONG:
            return False
        line = Line(0, (Text(text=words),))
        for headings, pack in known:
            found = headings.whole(line)
            spec = pack.section(found.id) if found and found.kind == "section" else None
            if spec is not None and spec.kind == "text":
                return True
        return False

    return is_heading


def _beginning_of(packs: Sequence[Pack]) -> Callable[[str], bool]:
    """Whether words begin with a label that some pack knows, or are a contact: a line of its own."""
    known = [Labels(pack) for pack in packs]

    @cache
    def begins(words: str) -> bool:
        if not words or len(words) > 2 * _LONG:
            return False
        return is_contact(Line(0, (Text(text=words),))) or any(each.at_start(words, loose=False) for each in known)

    return begins


def _take_logos(unfolded: Unfolded) -> list[Finding]:
    """Leave out the pictures that stand before all words: a template has its own place for its council's logo."""
    first = next((index for index, line in enumerate(unfolded.lines) if not isinstance(line.block, Image)), None)
    taken = unfolded.lines[:first]
    del unfolded.lines[:first]
    return [
        Finding(
            "noted",
            "A picture at the head of the document was left out, as the layout has its own place for a logo"
            + (f": {line.block.alt}" if isinstance(line.block, Image) and line.block.alt else "."),
        )
        for line in taken
    ]


def _take_what_cannot_be_shown(unfolded: Unfolded, document: WordDocument) -> list[Finding]:
    """Leave out pictures of a kind that no report can show, each named with its place."""
    out: list[Line] = []
    for line in unfolded.lines:
        if isinstance(line.block, Image) and picture_file(document.pictures.get(line.block.attachment, b"")) is None:
            out.append(line)
    gone: Collection[int] = {line.number for line in out}
    unfolded.lines[:] = [line for line in unfolded.lines if line.number not in gone]
    return [
        Finding(
            "noted",
            f"The picture {line.block.attachment} is of a kind that a report cannot show; save it in Word as a PNG "
            "picture and insert that" + (f". It says: {line.block.alt}" if line.block.alt else "."),
            line.known.place if line.known else "",
        )
        for line in out
        if isinstance(line.block, Image)
    ]
