"""A Word document made a report of its own, with all that is kept of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from clerkwell.intake import Finding, Imported, NotAReportError, import_document
from clerkwell.model import OpenChange, Return
from clerkwell.packs import Pack
from clerkwell.session.coming_home.open_changes import open_changes
from clerkwell.session.coming_home.review_items import review_items
from clerkwell.session.names import unique_name
from clerkwell.session.versions import keep_sent
from clerkwell.storage import StoredReport, content_digest
from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import WordDocument
from clerkwell.word.reader.settling import settle


@dataclass(frozen=True)
class BroughtIn:
    """A report made of a document: the account of its import, and what goes into its file."""

    imported: Imported
    stored: StoredReport = field(repr=False)


def brought_in(data: bytes, name: str, packs: Sequence[Pack], when: datetime, pack_id: str | None = None) -> BroughtIn:
    """The report that a Word document of this name holds.

    Its tracked changes are in it as if all were accepted; the document is kept, so that each can be taken back. Raises
    `WordError`, `NotAReportError`, and `PackNotFoundError` if there is no pack of this id.
    """
    document = read_document(data)
    imported = import_document(document, packs, pack_id)
    report = imported.report.model_copy(update={"created": when, "modified": when})
    attachments: Mapping[str, bytes] = imported.attachments
    versions: Mapping[str, bytes] = {}
    if left := _open(document, imported):
        kept = Return(
            name=name,
            file=unique_name(name, attachments),
            came=when,
            base=content_digest(report),
            open=left,
            taken=True,
        )
        report = report.model_copy(update={"returns": (kept,)})
        attachments = {**attachments, kept.file: data}
        done = keep_sent(report, report, versions, f"As it came in from “{name}”", when)
        report, versions = done.report, done.files
        imported = replace(imported, findings=(*imported.findings, _told(left)))
    stored = StoredReport(report=report, pack_files=imported.pack.files, attachments=attachments, versions=versions)
    return BroughtIn(replace(imported, report=report, attachments=attachments), stored)


def _open(document: WordDocument, imported: Imported) -> tuple[OpenChange, ...]:
    """The document's tracked changes, in the order of the report's parts."""
    if not document.changes:
        return ()
    try:
        before = import_document(settle(document, ()), (imported.pack,), imported.pack.id).report
    except NotAReportError:
        # Without what was put in there is nothing that could say where a change stands.
        before = imported.report
    return open_changes(review_items(document, before, (), imported.report, imported.pack))


def _told(left: Sequence[OpenChange]) -> Finding:
    changes, each = ("1 change", "it") if len(left) == 1 else (f"{len(left)} changes", "each of them")
    return Finding(
        "noted",
        f"{changes} can still be decided: the document is kept with the report, and “Changes still to decide” takes "
        f"{each} back, or lets it stand.",
    )
