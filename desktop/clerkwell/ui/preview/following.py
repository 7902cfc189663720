"""Pages that follow an open report: made anew after each pause, elsewhere, and never two of them at once.

Two sorts of them: our own approximation, which is there in a moment; and where there is LibreOffice or Word, the pages
that these make, which take its place once the author has paused for longer.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from clerkwell.ui.kit import QtRunner, SessionBridge
from clerkwell.ui.preview.making import Fresh, Job, Maker, Outcome, PagesDesk, Quick, make_pages, make_quick_pages


class PageFollower(QObject):
    """Has pages made while it is told to follow. The last ones stay good until there are others.

    `made` carries a `Fresh`, and `soon` one that is shown only until there are better ones; `failed` a sentence;
    `working` says whether pages are being made while there are none of the report as it is.
    """

    made = Signal(object)
    soon = Signal(object)
    failed = Signal(str)
    working = Signal(bool)

    # Seconds without a change after which pages are worth making, where they take the processor for one or two.
    PAUSE = 1.0
    # And where they are there in a moment: a half of what they take, but no less than the first and no more than the
    # other.
    SHORT, MIDDLE = 0.3, 0.5
    # Seconds without a change after which memory is given back: a long report's holds more, also while others make its
    # exact pages. Typing after that has the first pages wait for the start of a process, which begins with the first
    # key.
    REST, LONG_REST = 120.0, 10.0
    # So many pages are a long report.
    LONG = 40

    def __init__(
        self,
        bridge: SessionBridge,
        maker: Callable[[], Maker] | None = None,
        parent: QObject | None = None,
        *,
        quick: Callable[[], Quick] | None = make_quick_pages,
    ) -> None:
        """`maker` gives what makes the pages, and `quick` what has them sooner, when the first ones are wanted."""
        super().__init__(parent)
        self._bridge = bridge
        self._desk = PagesDesk(maker or make_pages, quick)
        self._runner = QtRunner(self)
        self._follows = False
        self._done: object = None
        self._owed = False
        self._held: tuple[Fresh, Job] | None = None
        self._resting = False
        self.pause = self.PAUSE
        self._changed_at = 0.0
        self._timer = self._timer_for(self._start)
        self._best = self._timer_for(self._start_best)
        self._rest = self._timer_for(self._go_to_rest)
        bridge.changed.connect(self._changed)
        # Should it go without being closed: whatever still runs for it ends.
        self.destroyed.connect(self._desk.leave)

    def follow(self, follows: bool) -> None:
        """Keep the pages up to date from now on; or stop, and with it what is being made."""
        self._follows = follows
        if not follows:
            self._timer.stop()
            self._best.stop()
            self._let_go()
            self._call_off()
            self._rest.start(round(self.LONG_REST * 1000))
        elif self._done is not self._bridge.session.report:
            self._timer.start(0)
        elif self._owed:
            self._best.start(0)

    def again(self) -> None:
        """Make the pages anew, whether or not the report has changed."""
        self._done = None
        if self._follows:
            self._timer.start(0)

    def close(self) -> None:
        """End what runs, wait until it has, and leave nothing behind."""
        self._follows = False
        for timer in (self._timer, self._best, self._rest):
            timer.stop()
        self._desk.leave()
        self._runner.stop()
        self._let_go()
        self._desk.close()

    def _timer_for(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def _changed(self, _: object = None) -> None:
        if not self._follows:
            return
        self._changed_at = monotonic()
        self._best.stop()
        self._timer.start(round(self.pause * 1000))
        if self._owed:
            # The others' pages would be of what was.
            self._desk.call_off()
        if self._resting:
            self._resting = False
            job = self._job(Event())
            self._runner.run(lambda: self._desk.warm(job), _nothing)

    def _call_off(self) -> None:
        if self._desk.call_off():
            if not self._owed:
                self._done = None
            self.working.emit(False)

    def _job(self, stop: Event) -> Job:
        session = self._bridge.session
        return Job(session.report, session.pack, session.attachments, stop)

    def _start(self) -> None:
        report = self._bridge.session.report
        if not self._follows:
            return
        held, self._held = self._held, None
        if report is self._done:
            if held is not None:
                self._hand_over(*held)
            else:
                self._await_best()
            return
        if held is not None:
            # Not the report as it is, but nearer to it than what is shown.
            self.soon.emit(held[0])
        job = self._job(self._desk.next())
        self._done, self._owed, self._resting = report, False, False
        self._rest.stop()
        self.working.emit(True)
        self._runner.run(lambda: self._desk.soon(job), lambda outcome: self._hand_over(outcome, job))

    def _await_best(self) -> None:
        if self._owed:
            quiet = monotonic() - self._changed_at
            self._best.start(round(max(self.PAUSE - quiet, 0) * 1000))

    def _start_best(self) -> None:
        if not self._follows or not self._owed or self._bridge.session.report is not self._done:
            return
        job = self._job(self._desk.next())
        self._runner.run(lambda: self._desk.best(job), lambda outcome: self._hand_over(outcome, job))

    def _hand_over(self, outcome: Outcome, job: Job) -> None:
        if job.stop.is_set() or outcome is None:
            if isinstance(outcome, Fresh):
                outcome.pdf.close()
            return
        if isinstance(outcome, Fresh) and self._timer.isActive():
            # Somebody types: what moves now is in the way, and takes time from the keys. It is shown at the pause.
            self._let_go()
            self._held = outcome, job
            return
        self._desk.finished(job.stop)
        was_owed, self._owed = self._owed, isinstance(outcome, Fresh) and bool(outcome.awaits)
        if not was_owed:
            self.working.emit(False)
        if isinstance(outcome, str):
            self.failed.emit(outcome)
        elif self._owed:
            self._wait_for_next(outcome)
            self.soon.emit(outcome)
            self._await_best()
            if outcome.made.pages > self.LONG:
                self._rest.start(round(self.LONG_REST * 1000))
            return
        else:
            if not was_owed:
                self._wait_for_next(outcome)
            self.made.emit(outcome)
        long = isinstance(outcome, Fresh) and outcome.made.pages > self.LONG
        self._rest.start(round((self.LONG_REST if long else self.REST) * 1000))

    def _let_go(self) -> None:
        if self._held is not None:
            self._held[0].pdf.close()
            self._held = None

    def _wait_for_next(self, fresh: Fresh) -> None:
        """What takes long to make waits for a longer pause."""
        self.pause = min(max(fresh.seconds / 2, self.SHORT), self.MIDDLE if fresh.apart else self.PAUSE)

    def _go_to_rest(self) -> None:
        self._resting = True
        self._runner.run(self._desk.rest, _nothing)


def _nothing(_: object) -> None:
    return None
