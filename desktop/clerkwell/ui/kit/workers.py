"""Time and threads for a session: what it asks to be done later or elsewhere, done by Qt."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal
from shiboken6 import isValid

T = TypeVar("T")


class QtScheduler(QObject):
    """Runs things later on the user interface's thread. `stop` drops whatever still waits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: set[QTimer] = set()
        self._stopped = False

    def later(self, seconds: float, run: Callable[[], None]) -> Callable[[], None]:
        """Run something once, `seconds` from now; the function returned calls it off."""
        if self._stopped:
            return _nothing
        timer = QTimer(self)
        timer.setSingleShot(True)

        def drop() -> None:
            if timer in self._waiting:
                self._waiting.discard(timer)
                timer.stop()
                timer.deleteLater()

        def due() -> None:
            drop()
            run()

        timer.timeout.connect(due)
        self._waiting.add(timer)
        timer.start(max(0, round(seconds * 1000)))
        return drop

    def stop(self) -> None:
        """Drop what waits and take no more."""
        self._stopped = True
        for timer in self._waiting:
            timer.stop()
            timer.deleteLater()
        self._waiting.clear()


class QtRunner(QObject):
    """Runs jobs on threads of its own and hands their results back on the user interface's thread.

    A job gets frozen values and touches no Qt. What it raises is raised again on the user interface's thread. A long
    one watches `stopping`, which is set when nobody waits for its result any more.
    """

    _finished = Signal(object)

    # One for the checks, one for files, one to spare: more only get in each other's way on two cores.
    THREADS = 3

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(self.THREADS)
        self._stopped = False
        self.stopping = Event()
        # What waits for a thread, each in a box of its own: the pool never lets go of what it drops, only of what ran.
        self._waiting: list[list[Callable[[], None]]] = []
        self._finished.connect(self._hand_back, Qt.ConnectionType.QueuedConnection)
        # A runner may go without having been stopped, when the program ends by a fault: its pool waits for what runs.
        self.destroyed.connect(partial(_drop, self._waiting, self.stopping))

    def run(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run `job` elsewhere, then `done` with its result here; nothing after `stop`."""
        if self._stopped:
            return

        def work() -> None:
            try:
                result = job()
            # Whatever it is, it has to be raised where the program's crash path can see it: in `_hand_back`.
            except BaseException as error:
                self._send(_raiser(error))
            else:
                self._send(lambda: done(result))

        box = [work]
        self._waiting[:] = [*(each for each in self._waiting if each), box]
        self._pool.start(lambda: _run_out_of(box))

    def stop(self) -> None:
        """Drop the jobs that wait, let the running ones end, and hand nothing back any more."""
        self._stopped = True
        self._pool.clear()
        _drop(self._waiting, self.stopping)
        self._pool.waitForDone()

    def _send(self, then: Callable[[], None]) -> None:
        """Have this run on the user interface's thread; nothing where that has let the runner go meanwhile."""
        try:
            self._finished.emit(then)
        except RuntimeError:
            if isValid(self):
                raise

    def _hand_back(self, then: Callable[[], None]) -> None:
        if not self._stopped:
            then()


def _drop(waiting: list[list[Callable[[], None]]], stopping: Event, _: object = None) -> None:
    """Drop the jobs that wait, and tell the running ones that nobody waits for them."""
    for box in waiting:
        box.clear()
    # Only now: a thread that this sets free would take the next job that waits.
    stopping.set()


def _run_out_of(box: list[Callable[[], None]]) -> None:
    """Take a job out of its box and run it; nothing where it was dropped meanwhile."""
    try:
        work = box.pop()
    except IndexError:
        return
    work()


def _raiser(error: BaseException) -> Callable[[], None]:
    def again() -> None:
        raise error

    return again


def _nothing() -> None:
    return None
