"""The picture of a pack's first page: its invented sample as the council's document."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from threading import Event

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.packs.load import SAMPLE
from clerkwell.printing import Engine, PageMaker, PrintingError, StoppedError, engines
from clerkwell.printing.pdf import Pdf, Picture
from clerkwell.session.starting import new_report
from clerkwell.word.ooxml import WordError
from clerkwell.word.writer import write_document

__all__ = ["Picture", "first_page"]


def first_page(
    pack: Pack, width: int, ways: Callable[[], Sequence[Engine]] | None = None, stop: Event | None = None
) -> Picture | None:
    """The first page, `width` pixels across; None where it cannot be made, or once `stop` is set.

    By the approximation, unless other `ways` are given: it needs nothing that may not be here.
    """
    maker = PageMaker(ways or (lambda: engines("approximation")))
    try:
        sample = pack.files.get(SAMPLE)
        report = Report.model_validate_json(sample) if sample else new_report(pack, datetime.now(UTC))
        document = write_document(report, pack, draft=False, attachments=pack.sample_attachments)
        pdf = Pdf(maker.make(document, stop).data)
    except (PrintingError, StoppedError, WordError, ValueError):
        return None
    finally:
        maker.close()
    try:
        return pdf.picture(0, width / pdf.sizes[0][0])
    finally:
        pdf.close()
