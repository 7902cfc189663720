"""The pages of a report as they are printed: the final document where nothing stands in its way, and else a draft."""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Event

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.printing import Choice, Made, engines, to_pdf
from clerkwell.session.exporting import ExportRefusedError, cleared, said_of_privacy
from clerkwell.word.writer import write_document


@dataclass(frozen=True)
class PrintedPages:
    """The pages, whether they say DRAFT, and sentences about what is to be known of them."""

    made: Made
    draft: bool
    notes: tuple[str, ...]


def pages_to_print(
    report: Report,
    pack: Pack,
    attachments: Mapping[str, bytes],
    *,
    may_accept: bool = True,
    may_draft: bool = True,
    choice: Choice = "automatic",
    libreoffice: str = "",
    stop: Event | None = None,
) -> PrintedPages:
    """Make the pages, with what the settings say. They are a draft while errors stand, or sections are missing.

    Raises `ExportRefusedError` where they would be one and policy allows none (`may_draft`), `WordError` when the
    template cannot be filled, `PrintingError` where no pages can be made.
    """
    try:
        report, _, _ = cleared(report, pack, "", "", None, may_accept=may_accept)
        draft = False
    except ExportRefusedError:
        if not may_draft:
            raise
        draft = True
    document = write_document(report, pack, draft=draft, attachments=attachments)
    made = to_pdf(document, lambda: engines(choice, libreoffice), stop)
    notes = list(made.notes)
    if made.engine.approximate:
        notes.append("The pages are an approximation: Word may lay them out otherwise.")
    if said_of_privacy(report, pack):
        notes.append("They hold what the report keeps from the public.")
    return PrintedPages(made, draft, tuple(notes))
