"""A Word document read as the report that is open: one of our drafts by its places, any other by its words.

What the document cannot hold (kept files, marks that something is private, the consultation log) is taken from the
report that it is read against, so that it never counts as a difference.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from clerkwell.comparing import aligned, kept_withheld
from clerkwell.intake import Finding, NotAReportError, import_document
from clerkwell.intake.homecoming import DraftMark, Original, draft_of, read_draft, written_again
from clerkwell.model import Report, Version
from clerkwell.packs import Pack
from clerkwell.session.coming_home.sameness import is_another
from clerkwell.session.coming_home.taken_over import only_sections, with_what_no_document_holds
from clerkwell.session.pictures import pictures_renamed
from clerkwell.session.versions import found
from clerkwell.storage import content_digest
from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import WordDocument
from clerkwell.word.reader.settling import settle

_IMPORT: Final = "Open it from the start page to make a report of its own of it."


class ReturnError(Exception):
    """A document cannot be taken into this report. The message is a sentence for the user."""


class OtherReportError(ReturnError):
    """The document belongs to another report. `forced`: it can be taken in all the same, if a person says so."""

    def __init__(self, message: str, *, forced: bool) -> None:
        super().__init__(message)
        self.forced = forced


@dataclass(frozen=True)
class Read:
    """A document, its changes decided, read as the report: what it says, pictures that the report does not have, what
    there is to tell."""

    document: WordDocument
    report: Report
    attachments: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Incoming:
    """A Word document that is to be read as a report.

    `base` is the report that it was made of where that is known (`version` says as which; None stands for the report as
    it is), else the report as it is; `base_digest` is what a version of it has to say. `mark` is None for a document
    that was not exported here.
    """

    name: str
    document: WordDocument
    mark: DraftMark | None
    base: Report
    base_digest: str
    base_found: bool
    version: Version | None
    pack: Pack
    attachments: Mapping[str, bytes] = field(repr=False)

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that it was made to hold; none for a whole report."""
        return self.mark.sections if self.mark else ()

    @cached_property
    def _original(self) -> Original:
        return written_again(self.base, self.pack, self.attachments)

    def read(self, accepted: Collection[str]) -> Read:
        """The report that the document is with these tracked changes accepted and all others rejected.

        Raises `ReturnError` for what is no report at all.
        """
        document = settle(self.document, accepted)
        if self.mark is not None:
            imported = read_draft(document, self.pack, self.base, self.attachments, original=self._original)
            report, pictures = pictures_renamed(imported.report, imported.attachments, self.attachments)
        else:
            try:
                imported = import_document(document, (self.pack,), self.pack.id)
            except NotAReportError as error:
                raise ReturnError(str(error)) from error
            report, pictures = pictures_renamed(imported.report, imported.attachments, self.attachments)
            report = with_what_no_document_holds(aligned(self.base, report), self.base)
            report = kept_withheld(report, (self.base,), self.pack).report
        if self.sections:
            report = only_sections(self.base, report, self.sections)
        return Read(document, report, pictures, imported.findings)


def incoming(
    data: bytes,
    name: str,
    report: Report,
    pack: Pack,
    versions: Mapping[str, bytes],
    attachments: Mapping[str, bytes],
    *,
    anyway: bool = False,
    base: str = "",
) -> Incoming:
    """A Word document, ready to be read as this report. `base` is the digest of the version that it was compared with
    before; without it, the document says itself what it was made of.

    Raises `WordError` for what is no sound Word document, `OtherReportError` for one of another report, unless it is
    to be taken in `anyway`.
    """
    document = read_document(data)
    mark = draft_of(document)
    if mark is not None and mark.pack != pack.id:
        if not anyway:
            raise OtherReportError(
                f"“{name}” is a draft in another template ({mark.pack}), so it is no draft of this report. {_IMPORT}",
                forced=True,
            )
        mark = None
    digest = base or (mark.digest if mark else "")
    now = content_digest(report)
    known = found(report, versions, digest) if digest not in ("", now) else None
    version, then = known or (None, report)
    if then.pack.id == pack.id and then.pack != pack.ref:
        # The report was moved to a newer version of the template since.
        then = then.model_copy(update={"pack": report.pack})
    base_found = known is not None or digest == now
    done = Incoming(name, document, mark, then, digest if base_found else now, base_found, version, pack, attachments)
    if not base_found and not anyway:
        _check_of_this_report(done)
    return done


def _check_of_this_report(document: Incoming) -> None:
    whole = document.read(())
    if is_another(document.base, whole.report):
        kind = "a draft of another report" if document.mark else "about something else than this report"
        raise OtherReportError(
            f"“{document.name}” seems to be {kind}: hardly any of its words are in this one. {_IMPORT}", forced=True
        )
