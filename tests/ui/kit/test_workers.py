"""Time and threads that Qt gives a session."""

import gc
import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from clerkwell.ui.kit import QtRunner, QtScheduler


def test_what_is_scheduled_runs_once_after_its_time(qtbot: QtBot) -> None:
    scheduler, ran = QtScheduler(), []
    scheduler.later(0.01, lambda: ran.append("now"))
    qtbot.waitUntil(lambda: bool(ran))
    qtbot.wait(40)
    assert ran == ["now"]
    scheduler.stop()


def test_what_is_called_off_does_not_run(qtbot: QtBot) -> None:
    scheduler, ran = QtScheduler(), []
    cancel = scheduler.later(0.01, lambda: ran.append("no"))
    cancel()
    cancel()
    qtbot.wait(40)
    assert ran == []
    scheduler.stop()


def test_calling_off_what_has_run_does_nothing(qtbot: QtBot) -> None:
    scheduler, ran = QtScheduler(), []
    cancel = scheduler.later(0, lambda: ran.append("now"))
    qtbot.waitUntil(lambda: bool(ran))
    cancel()
    scheduler.stop()


def test_nothing_runs_after_the_end(qtbot: QtBot) -> None:
    scheduler, ran = QtScheduler(), []
    scheduler.later(0.01, lambda: ran.append("no"))
    scheduler.stop()
    scheduler.later(0, lambda: ran.append("no"))
    qtbot.wait(40)
    assert ran == []


def test_a_job_runs_elsewhere_and_its_answer_comes_back_here(qtbot: QtBot) -> None:
    runner = QtRunner()
    answers: list[tuple[threading.Thread, threading.Thread]] = []
    runner.run(threading.current_thread, lambda where: answers.append((where, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(answers))
    there, here = answers[0]
    assert there is not threading.main_thread()
    assert here is threading.main_thread()
    runner.stop()


def test_an_answer_that_comes_after_the_end_is_dropped(qtbot: QtBot) -> None:
    answers: list[bool] = []
    runner, go = QtRunner(), threading.Event()
    runner.run(go.wait, answers.append)
    go.set()
    runner.stop()
    runner.run(lambda: True, answers.append)
    qtbot.wait(20)
    assert answers == []


def test_a_fault_in_a_job_is_raised_where_the_crash_path_sees_it(qtbot: QtBot) -> None:
    runner = QtRunner()

    def job() -> None:
        raise LookupError("planted")

    with qtbot.captureExceptions() as caught:
        runner.run(job, lambda _: pytest.fail("there is no answer"))
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is LookupError
    runner.stop()


def test_a_job_that_was_dropped_before_it_ran_holds_nothing(qtbot: QtBot) -> None:
    del qtbot
    runner, ran = QtRunner(), []
    for _ in range(QtRunner.THREADS):
        runner.run(lambda: runner.stopping.wait(10), lambda _: None)

    class Held:
        """What a job was to be about."""

    held = Held()
    gone = weakref.ref(held)
    runner.run(lambda held=held: ran.append(held), lambda _: None)  # type: ignore[misc]  # a default is no argument
    del held
    runner.stop()
    gc.collect()
    assert ran == []
    assert gone() is None


def test_a_runner_that_goes_before_its_jobs_lets_them_end_in_peace(qtbot: QtBot) -> None:
    """As when the program ends by a fault, and nothing was stopped: that fault alone is told."""
    runner, began, told = QtRunner(), threading.Event(), []
    stopping = runner.stopping

    def job() -> None:
        began.set()
        told.append(stopping.wait(10))

    with qtbot.captureExceptions() as caught:
        runner.run(job, lambda _: pytest.fail("nobody is there for the answer"))
        assert began.wait(10)
        delete(runner)
        qtbot.wait(20)
    assert told == [True]
    assert caught == []
