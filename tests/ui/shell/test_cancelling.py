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
