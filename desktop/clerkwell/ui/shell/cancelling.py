"""A job that a person may stop: what tells it to, and the notice that offers it once the job is felt to take long."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QTimer

from clerkwell.ui.kit import Messages, Offer

# Work that takes no longer than so many milliseconds is not worth a notice.
SHORT = 400
# Milliseconds between two looks at what it does by now.
_OFTEN = 1000


class Stop(Event):
    """Set by whoever cancels one job, or once everything is stopped (`closing`)."""

    def __init__(self, closing: Event) -> None:
        super().__init__()
        self._closing = closing
        # What is done now, in words: written by the thread that does it, read by the window.
        self.doing = ""

    def note(self, doing: str) -> None:
        """Say what is done now."""
        self.doing = doing

    def is_set(self) -> bool:
        """Whether to stop."""
        return super().is_set() or self._closing.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for that, so many seconds at the most; whether to stop."""
        super().wait(timeout)
        return self.is_set()


def offer_cancel(what: str, stop: Stop, messages: Messages, owner: QObject) -> Callable[[], None]:
    """Say "Exporting report.pdf…" with a way to cancel it, once that takes long, and each second what is done by then.

    What comes back ends the offer.
    """

    def cancel() -> None:
        stop.set()
        # What is almost done may yet be finished; the notice about that, or about the stop, takes the place of this.
        messages.notice(f"{what}: stopping…")

    told = ""

    def tell() -> None:
        # Not in the notice: a new one would take the keyboard from its button.
        nonlocal told
        if stop.doing != told and not stop.is_set():
            told = stop.doing
            messages.say(f"{told}…")

    following = QTimer(owner)
    following.setInterval(_OFTEN)
    following.timeout.connect(tell)

    def offer() -> None:
        messages.notice(f"{what}…", "plain", (Offer("&Cancel", cancel),))
        tell()
        following.start()

    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(offer)
    timer.start(SHORT)

    def end() -> None:
        for each in (timer, following):
            each.stop()
            each.deleteLater()

    return end
