"""Garbage is looked for on the window's thread alone, so that no other takes Qt's objects apart."""

import gc
import weakref
from threading import Thread, current_thread

from pytestqt.qtbot import QtBot

from clerkwell.ui.kit.garbage import GarbageRounds


class Ring:
    """Something that only refers to itself, and says on which thread it was taken apart."""

    def __init__(self, told: list[str]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: told.append(current_thread().name))


def test_what_is_left_is_taken_apart_on_the_windows_thread(qtbot: QtBot) -> None:
    told: list[str] = []
    rounds = GarbageRounds()

    def work() -> None:
        # Far more than Python lets pass before it looks for garbage by itself.
        kept = [[number] for number in range(gc.get_threshold()[0] * 3)]
        assert kept

    Ring(told)
    thread = Thread(target=work, name="worker")
    thread.start()
    thread.join()
    assert told == []
    more = [[number] for number in range(gc.get_threshold()[0] * 2)]
    qtbot.waitUntil(lambda: told == [current_thread().name])
    rounds.stop()
    assert more
    assert gc.isenabled()
    gc.disable()
