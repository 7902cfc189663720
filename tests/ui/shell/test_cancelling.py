"""Stopping what takes long."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.ui.kit import QtRunner
from clerkwell.ui.shell.cancelling import SHORT, Stop, offer_cancel
from helpers.desk import Recorder


@pytest.fixture
def runner() -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.stop()


def test_what_takes_long_can_be_cancelled(qtbot: QtBot, runner: QtRunner) -> None:
    messages, stop = Recorder(), Stop(runner.stopping)
    end = offer_cancel("Exporting report.pdf", stop, messages, runner)
    qtbot.waitUntil(lambda: bool(messages.offers))
    assert messages.noticed == ["Exporting report.pdf…"]
    messages.offers[0].run()
    assert stop.wait(0.01)
    assert messages.noticed[-1] == "Exporting report.pdf: stopping…"
    end()


def test_what_is_done_at_once_says_nothing(qtbot: QtBot, runner: QtRunner) -> None:
    messages = Recorder()
    offer_cancel("Exporting", Stop(runner.stopping), messages, runner)()
    qtbot.wait(SHORT + 50)
    assert messages.noticed == []


def test_closing_the_report_stops_it_too() -> None:
    closing = Event()
    stop = Stop(closing)
    assert not stop.wait(0.001)
    closing.set()
    assert stop.is_set()
    assert stop.wait(0.001)


def test_what_is_done_by_now_is_said_while_it_goes_on(
    qtbot: QtBot, runner: QtRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clerkwell.ui.shell.cancelling._OFTEN", 20)
    messages, stop = Recorder(), Stop(runner.stopping)
    stop.note("Making the document")
    end = offer_cancel("Exporting report.docx", stop, messages, runner)
    qtbot.waitUntil(lambda: messages.said == ["Making the document…"])
    stop.note("Writing plan.pdf, 1 of 2 files")
    qtbot.waitUntil(lambda: messages.said[1:] == ["Writing plan.pdf, 1 of 2 files…"])
    assert len(messages.noticed) == 1, "the button that has the keyboard stays"
    end()
    stop.note("Writing report.docx")
    qtbot.wait(60)
    assert len(messages.said) == 2
