"""Pages that follow an open report: made anew after each pause, elsewhere, and never two of them at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.ui.kit import QtRunner, SessionBridge

if TYPE_CHECKING:
    from clerkwell.printing import Made
    from clerkwell.printing.page_map import PageMap
    from clerkwell.printing.pdf import Pdf


class Maker(Protocol):
    """Makes pages of a document, as `printing.PageMaker` does."""

    def make(self, document: bytes, stop: Event | None = None) -> Made:
        """The pages. Raises `PrintingError`, or `StoppedError` once `stop` is set."""

    def close(self) -> None:
        """Leave nothing behind."""


@dataclass(frozen=True)
class Fresh:
    """Pages that were made, opened: that takes time too for a long report; and where on them the words stand.

    `seconds` is how long all that took.
    """

    made: Made
    pdf: Pdf
    map: PageMap
    seconds: float = 0.0


class PageFollower(QObject):
    """Has pages made while it is told to follow. The last ones stay good until there are others.

    `made` carries a `Fresh`, `failed` a sentence; `working` says whether pages are being made.
    """

    made = Signal(object)
    failed = Signal(str)
    working = Signal(bool)

    # Seconds without a change after which pages are worth making, where they take the processor for one or two.
    PAUSE = 1.0
    # And where they are there in a moment.
    SHORT = 0.4

    def __init__(
        self, bridge: SessionBridge, maker: Callable[[], Maker] | None = None, parent: QObject | None = None
    ) -> None:
        """`maker` gives what makes the pages, when the first ones are wanted."""
        super().__init__(parent)
        self._bridge = bridge
        self._desk = _Desk(maker or make_pages)
        self._runner = QtRunner(self)
        self._follows = False
        self._done: object = None
        self._pause = self.PAUSE
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._start)
        bridge.changed.connect(self._changed)
        # Should it go without being closed: whatever still runs for it ends.
        self.destroyed.connect(self._desk.call_off)

    def follow(self, follows: bool) -> None:
        """Keep the pages up to date from now on; or stop, and with it what is being made."""
        self._follows = follows
        if not follows:
            self._timer.stop()
            self._call_off()
        elif self._done is not self._bridge.session.report:
            self._timer.start(0)

    def again(self) -> None:
        """Make the pages anew, whether or not the report has changed."""
        self._done = None
        if self._follows:
            self._timer.start(0)

    def close(self) -> None:
        """End what runs, wait until it has, and leave nothing behind."""
        self._follows = False
        self._timer.stop()
        self._desk.call_off()
        self._runner.stop()
        self._desk.close()

    def _changed(self, _: object = None) -> None:
        if self._follows:
            self._timer.start(round(self._pause * 1000))

    def _call_off(self) -> None:
        if self._desk.call_off():
            self._done = None
            self.working.emit(False)

    def _start(self) -> None:
        session = self._bridge.session
        if not self._follows or session.report is self._done:
            return
        stop = self._desk.next()
        self._done = session.report
        report, pack, attachments, desk = session.report, session.pack, session.attachments, self._desk
        self.working.emit(True)
        self._runner.run(
            lambda: desk.made(report, pack, attachments, stop), lambda outcome: self._hand_over(outcome, stop)
        )

    def _hand_over(self, outcome: Fresh | str | None, stop: Event) -> None:
        if stop.is_set() or outcome is None:
            if isinstance(outcome, Fresh):
                outcome.pdf.close()
            return
        self._desk.finished(stop)
        self.working.emit(False)
        if isinstance(outcome, str):
            self.failed.emit(outcome)
        else:
            # What takes long to make waits for a longer pause.
            self._pause = min(max(outcome.seconds, self.SHORT), self.PAUSE)
            self.made.emit(outcome)


class _Desk:
    """What works for a follower on other threads: no part of Qt, so that it may outlive it for a moment."""

    def __init__(self, maker: Callable[[], Maker]) -> None:
        self._new = maker
        self._maker: Maker | None = None
        self._stop: Event | None = None

    def next(self) -> Event:
        """Call off what is being made; what calls off the next."""
        self.call_off()
        self._stop = Event()
        return self._stop

    def call_off(self) -> bool:
        """End what is being made; whether there was any."""
        if self._stop is None:
            return False
        self._stop.set()
        self._stop = None
        return True

    def finished(self, stop: Event) -> None:
        """Note that what this would call off is made."""
        if self._stop is stop:
            self._stop = None

    def made(self, report: Report, pack: Pack, attachments: Mapping[str, bytes], stop: Event) -> Fresh | str | None:
        """The pages of a draft, a sentence on why there are none, or nothing where nobody wants them any more."""
        from clerkwell.printing import PrintingError, StoppedError
        from clerkwell.printing.page_map import find_places
        from clerkwell.printing.pdf import Pdf
        from clerkwell.session.page_places import sought
        from clerkwell.word.writer import WordError, write_document

        if stop.is_set():
            return None
        try:
            if self._maker is None:
                self._maker = self._new()
            began = monotonic()
            made = self._maker.make(write_document(report, pack, draft=True, attachments=attachments), stop)
            pdf = Pdf(made.data)
            return Fresh(made, pdf, find_places(pdf, sought(report, pack)), monotonic() - began)
        except (PrintingError, WordError) as error:
            return str(error)
        except StoppedError:
            return None

    def close(self) -> None:
        """Leave nothing behind. Nothing may run any more."""
        if self._maker is not None:
            self._maker.close()
            self._maker = None


def make_pages() -> Maker:
    """What makes pages here, with whatever there is."""
    from clerkwell.printing import PageMaker

    return PageMaker()
