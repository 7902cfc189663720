"""A document that is not for publication: said before it is made, with both sets offered first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.rules import check, standing_errors
from clerkwell.session import Session
from clerkwell.storage import StoredReport
from clerkwell.ui.kit import QtRunner
from clerkwell.ui.shell.accepting import Acceptance
from clerkwell.ui.shell.exporting import Exporting
from clerkwell.ui.shell.makings import Making, document
from clerkwell.ui.shell.showing import show
from helpers.desk import Clock, Inline, Recorder
from helpers.shipped import kept, sample, shipped
from helpers.two_sets import part_exempt, with_appendix
from helpers.windows import Chosen


@pytest.fixture
def pack() -> Pack:
    return shipped("city-of-london-2023")


@pytest.fixture
def runner() -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.stop()


def export(
    report: Report, pack: Pack, making: Making, to: Path, runner: QtRunner, answer: str
) -> tuple[Recorder, Chosen, Session]:
    files = {**kept(pack), "terms.pdf": b"%PDF-1.7"}
    clock = Clock()
    session = Session(
        StoredReport(report, pack.files, attachments=files),
        pack,
        path=None,
        check=check,
        scheduler=clock,
        runner=Inline(),
        recovery=None,
        now=clock.now,
    )
    session.recheck()
    messages, chosen = Recorder(answer=answer), Chosen(to)
    flow = Exporting(messages, chosen, to.parent, lambda: None, lambda _: Acceptance("Robin", "Invented."))
    flow.export(session, runner, making)
    if making.sound and standing_errors(session.problems, session.report):
        next(each for each in messages.offers if "Accep" in each.text).run()
    return messages, chosen, session


def closed(pack: Pack) -> Report:
    why = "Bidders would know what to bid."
    return with_appendix(
        part_exempt(pack),
        title="Terms",
        status="exempt",
        exempt_paragraphs=(3,),
        attachment="terms.pdf",
        public_interest=why,
    )


def test_it_is_said_first_and_both_sets_are_the_first_choice(pack: Pack, runner: QtRunner, tmp_path: Path) -> None:
    """It was said afterwards, in a green notice."""
    messages, chosen, session = export(closed(pack), pack, document(), tmp_path / "out.docx", runner, "no")
    (question,) = messages.asked
    assert question.text == "This document and the appendix that goes beside it are not for publication."
    assert [each.id for each in question.choices] == ["sets", "one", "no"]
    assert f"It says {pack.manifest.sets.mark} on every page." in question.more
    assert chosen.suggested == [], "who cancels is asked for no file"
    session.close()


def test_this_one_document_is_named_by_its_subject_and_what_it_is(
    qtbot: QtBot, pack: Pack, runner: QtRunner, tmp_path: Path
) -> None:
    report = closed(pack)
    messages, chosen, session = export(report, pack, document(), tmp_path / "out.docx", runner, "one")
    qtbot.waitUntil(lambda: (tmp_path / "out.docx").exists(), timeout=15_000)
    assert chosen.suggested[0].name.endswith(" - not for publication.docx")
    assert chosen.suggested[0].name.startswith(report.field("subject").text[:20])
    assert (tmp_path / "Appendix 7 - Terms - not for publication.pdf").exists()
    qtbot.waitUntil(lambda: any("“out.docx”" in each for each in messages.noticed))
    session.close()


def test_both_sets_go_into_folders_named_after_the_report(
    qtbot: QtBot, pack: Pack, runner: QtRunner, tmp_path: Path
) -> None:
    messages, _, session = export(closed(pack), pack, document(), tmp_path / "sets", runner, "sets")
    qtbot.waitUntil(lambda: any("Both sets are in" in each for each in messages.noticed), timeout=15_000)
    public, non_public = sorted((each.name for each in (tmp_path / "sets").iterdir() if each.is_dir()), key=len)
    assert public.endswith(" – public")
    assert non_public == public.replace(" – public", " – non-public")
    session.close()


@pytest.mark.parametrize("draft", [True, False])
def test_a_public_report_and_a_draft_are_asked_nothing(
    pack: Pack, runner: QtRunner, tmp_path: Path, draft: bool
) -> None:
    report = closed(pack) if draft else sample(pack)
    messages, chosen, session = export(report, pack, document(draft=draft), tmp_path / "out.docx", runner, "no")
    assert [each.title for each in messages.asked] == []
    assert len(chosen.suggested) == 1
    session.close()


@pytest.mark.parametrize("opens", [True, False])
def test_a_machine_that_shows_no_folders_says_where_the_files_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    """The button did nothing, and said nothing."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: opens)
    messages = Recorder()
    show(tmp_path, messages)
    assert any(str(tmp_path) in each for each in (messages.said if opens else messages.noticed))
