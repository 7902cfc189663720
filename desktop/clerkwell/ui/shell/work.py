"""Long work of the window, done on another thread while a calm notice says what is going on."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer

from clerkwell.ui.kit import Messages, Offer, QtRunner

T = TypeVar("T")
# Work that takes no longer than so many milliseconds is not worth a notice.
_SHORT = 400


class Work:
    """Does one job at a time for the window, whichever report is open. `close` waits for what is under way."""

    def __init__(self, messages: Messages, clear: Callable[[], None]) -> None:
        """`clear` puts the notice away when the work is done."""
        self._messages = messages
        self._clear = clear
        self._runner: QtRunner | None = None
        self._timer: QTimer | None = None
        self._number = 0
        self._noticed = False

    @property
    def busy(self) -> bool:
        """Whether somebody waits for a job."""
        return self._timer is not None

    def do(self, what: str, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do `job` elsewhere, and hand its result to `done` unless the user cancels it. `what`: "Reading draft.docx".

        A job that is still under way is waited for no longer.
        """
        self._end()
        self._number += 1
        number = self._number
        runner = self._runner = self._runner or QtRunner()
        timer = self._timer = QTimer(runner)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._tell(what))
        timer.start(_SHORT)

        def finish(result: T) -> None:
            if number == self._number and self.busy:
                self._end()
                done(result)

        runner.run(job, finish)

    def cancel(self) -> None:
        """Wait no longer for the job; what it would have done is not done."""
        if self.busy:
            self._end()
            self._messages.say("Cancelled.")

    def close(self) -> None:
        """Let what is under way end, and hand nothing back any more."""
        self._end()
        if self._runner is not None:
            self._runner.stop()
            self._runner.deleteLater()
            self._runner = None

    def _tell(self, what: str) -> None:
        self._noticed = True
        self._messages.notice(f"{what}…", "plain", (Offer("&Cancel", self.cancel),))

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None
        if self._noticed:
            self._noticed = False
            self._clear()
