"""Exporting as a person meets it: refused, accepted by somebody, done."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from clerkwell.model import Problem, SetBlocks
from clerkwell.packs import load_folder
from clerkwell.rules import check, standing_errors
from clerkwell.session.starting import new_report
from clerkwell.system import templates_folder
from clerkwell.ui.kit import Offer, QtRunner
from clerkwell.ui.kit.messages import Tone
from clerkwell.ui.shell.accepting import Acceptance, AcceptDialog
from clerkwell.ui.shell.exporting import Exporting
from helpers.building import blocks
from helpers.desk import Desk, Recorder, open_desk
from helpers.windows import Chosen

GIVEN = Acceptance("Robin Example", "The date is not known yet.")


class Offered(Recorder):
    """Also keeps the offers of the last notice."""

    offers: tuple[Offer, ...] = ()

    def notice(self, text: str, tone: Tone = "plain", offers: tuple[Offer, ...] = ()) -> None:
        """Keep it."""
        super().notice(text, tone, offers)
        self.offers = offers


@pytest.fixture
def runner() -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.stop()


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A report with errors in it, checked."""
    pack = load_folder(templates_folder() / "generic-english-council")
    opened = open_desk(new_report(pack, datetime(2026, 3, 2, 9, 0, tzinfo=UTC)), pack, check)
    opened.session.apply(SetBlocks(section="background", blocks=blocks("Words.")), "Typing")
    opened.clock.pass_time()
    yield opened
    opened.session.close()


def test_a_refusal_counts_the_errors_and_shows_them(desk: Desk, runner: QtRunner, tmp_path: Path) -> None:
    messages, chosen, shown = Offered(), Chosen(tmp_path / "out.docx"), []
    flow = Exporting(messages, chosen, tmp_path, lambda: shown.append(True))
    flow.export(desk.session, runner, draft=False)
    assert "2 parts were still to do" in messages.noticed[0]
    assert shown == [True]
    assert not chosen.suggested
    assert messages.offers == (), "where policy forbids accepting, it is not offered"


def test_errors_that_somebody_accepts_stand_in_the_way_no_more(
    qtbot: QtBot, desk: Desk, runner: QtRunner, tmp_path: Path
) -> None:
    messages, chosen = Offered(), Chosen(tmp_path / "out.docx")
    asked: list[tuple[Problem, ...]] = []

    def ask(errors: tuple[Problem, ...]) -> Acceptance:
        asked.append(errors)
        return GIVEN

    Exporting(messages, chosen, tmp_path, lambda: None, ask).export(desk.session, runner, draft=False)
    messages.offers[0].run()
    qtbot.waitUntil(lambda: len(messages.noticed) == 2)
    assert "out.docx" in messages.noticed[1]
    assert f"{len(asked[0])} errors are accepted" in messages.noticed[1]
    assert (tmp_path / "out.docx").stat().st_size > 5000
    kept = desk.report.waivers
    assert {(waiver.by, waiver.reason, waiver.accepted) for waiver in kept} == {(GIVEN.by, GIVEN.reason, True)}
    assert desk.session.undo_label == "Accept errors"


def test_thinking_better_of_accepting_exports_nothing(desk: Desk, runner: QtRunner, tmp_path: Path) -> None:
    messages, chosen = Offered(), Chosen(tmp_path / "out.docx")
    Exporting(messages, chosen, tmp_path, lambda: None, lambda _: None).export(desk.session, runner, draft=False)
    messages.offers[0].run()
    assert not chosen.suggested
    assert not (tmp_path / "out.docx").exists()


def test_an_acceptance_needs_a_name_and_a_reason(qtbot: QtBot, desk: Desk) -> None:
    dialog = AcceptDialog(standing_errors(desk.session.problems, desk.report), "")
    qtbot.addWidget(dialog)
    accept = next(each for each in dialog.findChildren(QPushButton) if "Accept" in each.text())
    assert not accept.isEnabled()
    dialog.by.setText(GIVEN.by)
    dialog.reason.setPlainText("  \n ")
    assert not accept.isEnabled()
    dialog.reason.setPlainText(GIVEN.reason)
    assert accept.isEnabled()
    assert dialog.acceptance() == GIVEN


def test_a_draft_is_named_as_one(desk: Desk, runner: QtRunner, tmp_path: Path) -> None:
    chosen = Chosen(None)
    Exporting(Recorder(), chosen, tmp_path, lambda: None).export(desk.session, runner, draft=True)
    assert chosen.suggested[0].name == "Committee report - draft.docx"
