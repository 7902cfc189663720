"""Keeping up with the folders of packs while the window is open: a look now and then, on a thread of its own.

A network can take minutes to say that a share is away. So nobody waits for that thread, not even the program's end, and
nothing of Qt is touched on it.
"""

from __future__ import annotations

from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from clerkwell.session.installed import Looked, News
    from clerkwell.ui.shell.services import Services
    from clerkwell.ui.shell.window import MainWindow

# Milliseconds: after the window has come up; between two looks; where something is just being copied; and how often it
# is seen whether a look has come to its end.
_FIRST, _BETWEEN, _SOON, _TURN = 1500, 20_000, 4000, 200
# Looks of that many turns are waited for before it is said that the share does not answer: 12 seconds.
_PATIENCE = 60
# Seconds that the end of the program waits for a look.
_LAST = 0.3
# Sentences that a notice has room for.
_MOST = 4


class PackWatch(QObject):
    """Looks, takes what is new into use, and tells of it: at once on the start page, else when one is back there."""

    def __init__(self, window: MainWindow, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._answers: SimpleQueue[Looked | BaseException] = SimpleQueue()
        self._looking: Thread | None = None
        self._waited = 0
        # What is to be told on the start page, and what was told there last.
        self._later: tuple[str, ...] = ()
        self._told: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._turn = QTimer(self)
        self._turn.setInterval(_TURN)
        self._turn.timeout.connect(self._see)
        window.start.installEventFilter(self)
        window.closed.connect(self.stop)

    def begin(self) -> None:
        """Look from now on."""
        self._timer.start(_FIRST)

    def stop(self) -> None:
        """Look no more, and take nothing more in. What is nearly done is waited for, a share that hangs is not."""
        self._timer.stop()
        self._turn.stop()
        if self._looking is not None:
            self._looking.join(_LAST)

    def look(self) -> None:
        """Look now, unless a look is under way."""
        if self._looking is not None:
            return
        self._waited = 0
        installed, settings, answers = self._services.installed, self._services.keeper.settings, self._answers

        def job() -> None:
            try:
                answers.put(installed.look(settings))
            # Whatever it is, it is raised again where the program's crash path can see it: in `_see`.
            except BaseException as error:
                answers.put(error)

        self._looking = Thread(target=job, name="packs", daemon=True)
        self._looking.start()
        self._turn.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What could not be told over a report is told on the start page."""
        if event.type() == QEvent.Type.Show and self._later:
            QTimer.singleShot(0, self, self._tell)
        return super().eventFilter(watched, event)

    def _see(self) -> None:
        try:
            answer = self._answers.get_nowait()
        except Empty:
            self._waited += 1
            if self._waited == _PATIENCE:
                self._take_news(self._services.installed.no_answer())
            return
        self._looking = None
        self._turn.stop()
        if isinstance(answer, BaseException):
            raise answer
        self._timer.start(_SOON if answer.unsettled else _BETWEEN)
        before = self._services.catalogue
        news = self._services.installed.take(answer, self._services.now().date())
        if self._services.catalogue is not before:
            self._window.refresh_packs()
        self._take_news(news)

    def _take_news(self, news: News) -> None:
        self._later = (*self._later, *news.said)
        self._tell()
        for each in news.troubles if self._window.opened is None else ():
            self._window.messages.say(each)

    def _tell(self) -> None:
        if not self._later or self._window.opened is not None:
            return
        # What nobody has put away yet stays to be read, and a notice about something else is not taken away.
        shown = self._window.strip.text
        unread = self._told if shown == "\n".join(self._told) else ()
        if shown and not unread:
            return
        self._told, self._later = (*unread, *self._later)[-_MOST:], ()
        self._window.messages.notice("\n".join(self._told), "plain")
