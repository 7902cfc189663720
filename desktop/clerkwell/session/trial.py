"""The trial export of a pack: its invented sample as the council's document, in pages."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from threading import Event

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.packs.load import SAMPLE
from clerkwell.printing import Engine, PageMaker, PrintingError, StoppedError, engines
from clerkwell.printing.pdf import Pdf
from clerkwell.session.starting import new_report
from clerkwell.word.ooxml import WordError
from clerkwell.word.writer import write_document


class TrialError(Exception):
    """The sample cannot be exported; the message says why, in a sentence."""


def trial_report(pack: Pack) -> Report:
    """The sample, or an empty report where the pack has none. Raises `TrialError`."""
    sample = pack.files.get(SAMPLE)
    try:
        return Report.model_validate_json(sample) if sample else new_report(pack, datetime.now(UTC))
    except ValueError as error:
        raise TrialError("The sample is not a report of this template any more.") from error


def trial_document(pack: Pack) -> bytes:
    """The sample as a final document of this pack. Raises `TrialError`."""
    report = trial_report(pack)
    try:
        return write_document(report, pack, draft=False, attachments=pack.sample_attachments)
    except WordError as error:
        raise TrialError(f"The sample cannot be exported. {error}") from error
    except ValueError as error:
        raise TrialError("The sample is not a report of this template any more.") from error


def trial_pages(
    pack: Pack, ways: Callable[[], Sequence[Engine]] | None = None, stop: Event | None = None
) -> Pdf | None:
    """The pages of the trial export, opened; None once `stop` is set. Raises `TrialError`.

    By the approximation, unless other `ways` are given: it needs nothing that may not be here.
    """
    document = trial_document(pack)
    maker = PageMaker(ways or (lambda: engines("approximation")))
    try:
        return Pdf(maker.make(document, stop).data)
    except StoppedError:
        return None
    except PrintingError as error:
        raise TrialError(f"Its pages cannot be shown. {error}") from error
    finally:
        maker.close()
