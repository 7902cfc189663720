"""Exporting as a person meets it: refused, accepted by somebody, done."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from clerkwell.model import Problem, Report, SetBlocks
from clerkwell.packs import Pack, load_folder
from clerkwell.rules import check, standing_errors
from clerkwell.session.exporting import Exported, export_report
from clerkwell.session.starting import new_report
from clerkwell.storage import StoredReport
from clerkwell.system import FileError, templates_folder
from clerkwell.ui.kit import Offer, QtRunner
from clerkwell.ui.kit.messages import Tone
from clerkwell.ui.shell import makings
from clerkwell.ui.shell.accepting import Acceptance, AcceptDialog
from clerkwell.ui.shell.exporting import Exporting
from clerkwell.ui.shell.makings import document
from helpers.building import blocks
from helpers.desk import Desk, Recorder, open_desk
from helpers.sessions import OpenReport
from helpers.windows import Chosen

GIVEN = Acceptance("Robin Example", "The date is not known yet.")


class Offered(Recorder):
    """Keeps the offers of the last notice alone."""

    def notice(self, text: str, tone: Tone = "plain", offers: tuple[Offer, ...] = ()) -> None:
        """Keep it."""
        self.offers.clear()
        super().notice(text, tone, offers)


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
    flow.export(desk.session, runner, document())
    assert "2 parts were still to do" in messages.noticed[0]
    assert shown == [True]
    assert not chosen.suggested
    assert messages.offers == [], "where policy forbids accepting, it is not offered"


def test_errors_that_somebody_accepts_stand_in_the_way_no_more(
    qtbot: QtBot, desk: Desk, runner: QtRunner, tmp_path: Path
) -> None:
    messages, chosen = Offered(), Chosen(tmp_path / "out.docx")
    asked: list[tuple[Problem, ...]] = []

    def ask(errors: tuple[Problem, ...]) -> Acceptance:
        asked.append(errors)
        return GIVEN

    Exporting(messages, chosen, tmp_path, lambda: None, ask).export(desk.session, runner, document())
    messages.offers[0].run()
    qtbot.waitUntil(lambda: len(messages.noticed) == 2)
    assert "out.docx" in messages.noticed[1]
    assert f"{len(asked[0])} errors are accepted" in messages.noticed[1]
    assert (tmp_path / "out.docx").stat().st_size > 5000
    listed = tmp_path / "out - for the clerk.html"
    assert listed.name in messages.noticed[1]
    assert GIVEN.reason in listed.read_text(encoding="utf-8")
    kept = desk.report.waivers
    assert {(waiver.by, waiver.reason, waiver.accepted) for waiver in kept} == {(GIVEN.by, GIVEN.reason, True)}
    assert desk.session.undo_label == "Accept errors"


@pytest.mark.parametrize("draft", [True, False])
def test_a_final_that_goes_out_with_warnings_says_how_many_nobody_looked_at(
    qtbot: QtBot, desk: Desk, runner: QtRunner, tmp_path: Path, draft: bool
) -> None:
    messages, shown = Offered(), []
    warnings = sum(problem.severity == "warning" for problem in desk.session.problems)
    assert warnings
    flow = Exporting(messages, Chosen(tmp_path / "out.docx"), tmp_path, lambda: shown.append(True), lambda _: GIVEN)
    flow.export(desk.session, runner, document(draft=draft))
    if not draft:
        messages.offers[0].run()
        shown.clear()
    qtbot.waitUntil(lambda: any("out.docx" in each for each in messages.noticed))
    told = f"It went out with {warnings} warning{'' if warnings == 1 else 's'} not looked at."
    assert (told in messages.noticed[-1]) is not draft
    links = [each for each in messages.offers if each.text.replace("&", "") == "Look at them"]
    assert len(links) == (0 if draft else 1)
    for each in links:
        each.run()
        assert shown == [True]


@pytest.mark.parametrize("draft", [True, False])
def test_only_a_final_document_counts_as_exported(
    qtbot: QtBot, desk: Desk, runner: QtRunner, tmp_path: Path, draft: bool
) -> None:
    messages, finals = Offered(), []
    flow = Exporting(
        messages,
        Chosen(tmp_path / "out.docx"),
        tmp_path,
        lambda: None,
        lambda _: GIVEN,
        final=lambda: finals.append(True),
    )
    flow.export(desk.session, runner, document(draft=draft))
    if not draft:
        messages.offers[0].run()
    qtbot.waitUntil(lambda: any("out" in each and ".docx" in each for each in messages.noticed), timeout=10_000)
    assert finals == ([] if draft else [True])


def test_thinking_better_of_accepting_exports_nothing(desk: Desk, runner: QtRunner, tmp_path: Path) -> None:
    messages, chosen = Offered(), Chosen(tmp_path / "out.docx")
    Exporting(messages, chosen, tmp_path, lambda: None, lambda _: None).export(desk.session, runner, document())
    messages.offers[0].run()
    assert not chosen.suggested
    assert not (tmp_path / "out.docx").exists()


def test_a_report_that_is_only_read_cannot_keep_an_acceptance(runner: QtRunner, tmp_path: Path) -> None:
    pack = load_folder(templates_folder() / "generic-english-council")
    stored = StoredReport(new_report(pack, datetime(2026, 3, 2, 9, 0, tzinfo=UTC)), pack.files, read_only=True)
    opened = OpenReport(stored=stored, check=check)
    opened.session.recheck()
    messages = Offered()
    flow = Exporting(messages, Chosen(tmp_path / "out.docx"), tmp_path, lambda: None, lambda _: GIVEN)
    flow.export(opened.session, runner, document())
    assert "was not made" in messages.noticed[0]
    assert messages.offers == []
    opened.session.close()


@pytest.mark.parametrize("draft", [True, False])
def test_a_report_of_a_newer_program_is_not_exported_in_part(draft: bool, runner: QtRunner, tmp_path: Path) -> None:
    pack = load_folder(templates_folder() / "generic-english-council")
    stored = StoredReport(new_report(pack, datetime(2026, 3, 2, 9, 0, tzinfo=UTC)), pack.files)
    opened = OpenReport(stored=replace(stored, read_only=True, original=b"newer"))
    messages, chosen = Offered(), Chosen(tmp_path / "out.docx")
    Exporting(messages, chosen, tmp_path, lambda: None).export(opened.session, runner, document(draft=draft))
    assert "newer version" in messages.noticed[0]
    assert not chosen.suggested
    opened.session.close()


def test_a_document_that_is_open_elsewhere_is_exported_beside_it(
    qtbot: QtBot, desk: Desk, runner: QtRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(b"open in Word")

    def held(report: Report, pack: Pack, files: Mapping[str, bytes], to: Path, **options: Any) -> Exported:  # noqa: ANN401
        if to == out:
            raise FileError("It is open in another program.", to, "held-open")
        return export_report(report, pack, files, to, **options)

    monkeypatch.setattr(makings, "export_report", held)
    messages = Offered()
    Exporting(messages, Chosen(out), tmp_path, lambda: None).export(desk.session, runner, document(draft=True))
    qtbot.waitUntil(lambda: len(messages.noticed) == 1)
    messages.offers[0].run()
    qtbot.waitUntil(lambda: len(messages.noticed) == 2)
    assert out.read_bytes() == b"open in Word"
    assert len(list(tmp_path.glob("*.docx"))) == 2


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
    Exporting(Recorder(), chosen, tmp_path, lambda: None).export(desk.session, runner, document(draft=True))
    assert chosen.suggested[0].name == "Committee report - draft.docx"
