"""A job that a person may stop: what tells it to, and the notice that offers it once the job is felt to take long."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QTimer

from clerkwell.ui.kit import Messages, Offer

# Work that takes no longer than so many milliseconds is not worth a notice.
SHORT = 400


class Stop(Event):
    """Set by whoever cancels one job, or once everything is stopped (`closing`)."""

    def __init__(self, closing: Event) -> None:
        super().__init__()
        self._closing = closing

    def is_set(self) -> bool:
        """Whether to stop."""
        return super().is_set() or self._closing.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for that, so many seconds at the most; whether to stop."""
        super().wait(timeout)
        return self.is_set()


def offer_cancel(what: str, stop: Stop, messages: Messages, owner: QObject) -> Callable[[], None]:
    """Say "Exporting report.pdf…" with a way to cancel it, once that takes long. What comes back ends the offer."""

    def cancel() -> None:
        stop.set()
        # What is almost done may yet be finished; the notice about that, or about the stop, takes the place of this.
        messages.notice(f"{what}: stopping…")

    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: messages.notice(f"{what}…", "plain", (Offer("&Cancel", cancel),)))
    timer.start(SHORT)

    def end() -> None:
        timer.stop()
        timer.deleteLater()

    return end
