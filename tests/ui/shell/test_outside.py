"""What happens to an open report's file from outside, as its author meets it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.model import Report
from clerkwell.storage import FileLock, Holder, LockedError, ReportFile, StoredReport, read_file, write_file
from clerkwell.ui.kit import Offer, Question
from clerkwell.ui.kit.messages import Tone
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.opening import locked
from clerkwell.ui.versions import ComparisonDialog
from helpers.building import make_pack, make_report
from helpers.desk import Recorder
from helpers.modal import when_shown
from helpers.windows import Chosen, make_services, open_window, write

BEGUN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class Offering(Recorder):
    """Keeps what was offered too."""

    offered: dict[str, Callable[[], object]] = field(default_factory=dict)

    def notice(self, text: str, tone: Tone = "plain", offers: tuple[Offer, ...] = ()) -> None:
        """Keep it."""
        super().notice(text, tone, offers)
        self.offered = {offer.text.replace("&", ""): offer.run for offer in offers}


@pytest.fixture
def messages() -> Offering:
    return Offering()


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    return Chosen(tmp_path / "Mine.clerkwell")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put(tmp_path / "Parks.clerkwell", "Ours.")


def report(words: str) -> Report:
    return make_report({"summary": words}, {"subject": "Parks"}, pack=make_pack()).model_copy(
        update={"created": BEGUN, "modified": BEGUN}
    )


def put(path: Path, words: str) -> Path:
    write_file(path, StoredReport(report(words), pack_files=make_pack().files))
    return path


def said(path: Path) -> str:
    return str(read_file(path).report.section("summary"))


def told(qtbot: QtBot, window: MainWindow, messages: Offering, words: str) -> str:
    assert window.opened is not None
    window.opened.session.look_outside()
    qtbot.waitUntil(lambda: any(words in each for each in messages.noticed), timeout=5000)
    return messages.noticed[-1]


def test_what_a_colleague_saves_is_told_before_anything_is_saved(
    qtbot: QtBot, window: MainWindow, messages: Offering, file: Path
) -> None:
    window.commands.open_file(file)
    put(file, "Theirs.")
    assert "Somebody else has saved “Parks.clerkwell”" in told(qtbot, window, messages, "has saved")
    assert [*messages.offered] == ["See the difference", "Keep mine as a copy…", "Load theirs"]


def test_the_difference_says_what_is_only_here(
    qtbot: QtBot, window: MainWindow, messages: Offering, file: Path
) -> None:
    window.commands.open_file(file)
    write(window, "summary", "Mine.")
    put(file, "Theirs.")
    told(qtbot, window, messages, "has saved")
    shown: list[str] = []

    def look(dialog: ComparisonDialog) -> None:
        shown.extend(dialog.list.item(at).text() for at in range(dialog.list.count()))
        dialog.reject()

    done = when_shown(ComparisonDialog, look)
    messages.offered["See the difference"]()
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    assert any("Theirs" in line and "Mine" in line for line in shown)


def test_mine_goes_on_in_a_copy_and_theirs_stays(
    qtbot: QtBot, window: MainWindow, messages: Offering, file: Path, chosen: Chosen
) -> None:
    window.commands.open_file(file)
    write(window, "summary", "Mine.")
    put(file, "Theirs.")
    told(qtbot, window, messages, "has saved")
    messages.offered["Keep mine as a copy…"]()
    assert chosen.path is not None
    assert window.opened is not None
    assert window.opened.session.path == chosen.path
    assert chosen.suggested[-1].name == "Parks - my copy.clerkwell"
    assert "Mine." in said(chosen.path)
    assert "Theirs." in said(file)


@pytest.mark.parametrize("answer", ["keep", "drop", "no"])
def test_theirs_is_loaded_and_mine_let_go_only_on_request(
    qtbot: QtBot, window: MainWindow, messages: Offering, file: Path, chosen: Chosen, answer: str
) -> None:
    window.commands.open_file(file)
    write(window, "summary", "Mine.")
    put(file, "Theirs.")
    told(qtbot, window, messages, "has saved")
    messages.answer = answer
    messages.offered["Load theirs"]()
    assert window.opened is not None
    assert chosen.path is not None
    shown = str(window.opened.session.report.section("summary"))
    assert ("Theirs." in shown) is (answer != "no")
    assert chosen.path.exists() is (answer == "keep")
    if answer == "keep":
        assert "Mine." in said(chosen.path)


def test_theirs_is_loaded_without_a_question_where_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, messages: Offering, file: Path
) -> None:
    window.commands.open_file(file)
    put(file, "Theirs.")
    told(qtbot, window, messages, "has saved")
    messages.offered["Load theirs"]()
    assert window.opened is not None
    assert "Theirs." in str(window.opened.session.report.section("summary"))
    assert messages.asked == []


def test_a_file_that_was_moved_can_be_put_back(
    qtbot: QtBot, window: MainWindow, messages: Offering, file: Path
) -> None:
    window.commands.open_file(file)
    file.rename(file.with_name("Elsewhere.clerkwell"))
    assert "no longer in its folder" in told(qtbot, window, messages, "no longer")
    messages.offered["Save it there again"]()
    assert "Ours." in said(file)


def test_who_took_a_report_over_is_named(qtbot: QtBot, window: MainWindow, messages: Offering, file: Path) -> None:
    window.commands.open_file(file)
    taken = ReportFile(file, take_over=True)
    assert "has taken over “Parks.clerkwell”" in told(qtbot, window, messages, "taken over")
    taken.close()


def test_coming_back_to_the_window_looks_at_once(
    qtbot: QtBot, window: MainWindow, messages: Offering, file: Path
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    window.commands.open_file(file)
    put(file, "Theirs.")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: any("has saved" in each for each in messages.noticed), timeout=5000)


def test_saving_by_itself_is_kept_from_writing_over_theirs_and_says_so(
    qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    messages = Offering()
    services = make_services(tmp_path, make_pack(), save_by_itself=True)
    with open_window(services, messages, Chosen(None)) as window:
        window.commands.open_file(file)
        put(file, "Theirs.")
        write(window, "summary", "Mine.")
        qtbot.waitUntil(lambda: any("has saved" in each for each in messages.noticed), timeout=5000)
    assert "Theirs." in said(file)


def test_a_copy_of_a_sync_program_is_pointed_out_when_the_report_is_opened(
    qtbot: QtBot, window: MainWindow, messages: Offering, file: Path
) -> None:
    put(file.with_name("Parks-WKS00421.clerkwell"), "Theirs.")
    window.commands.open_file(file)
    qtbot.waitUntil(lambda: any("Parks-WKS00421.clerkwell" in each for each in messages.noticed), timeout=5000)
    messages.offered["Do not mention it again"]()
    messages.noticed.clear()
    window.show_start()
    window.commands.open_file(file)
    qtbot.wait(200)
    assert messages.noticed == []
    put(file.with_name("Parks-WKS00421.clerkwell"), "Theirs, and more.")
    window.show_start()
    window.commands.open_file(file)
    qtbot.waitUntil(lambda: any("Parks-WKS00421.clerkwell" in each for each in messages.noticed), timeout=5000)


@pytest.mark.parametrize("answer", ["read", "copy", "take", "cancel"])
def test_a_report_that_a_colleague_has_open_can_be_read_copied_or_taken_over(
    window: MainWindow, messages: Offering, file: Path, chosen: Chosen, answer: str
) -> None:
    theirs = FileLock(file)
    theirs.take()
    messages.answer = answer
    window.commands.open_file(file)
    opened = window.opened
    assert (opened is None) is (answer == "cancel")
    assert (opened is not None and opened.session.read_only) is (answer == "read")
    assert chosen.path is not None
    assert chosen.path.exists() is (answer == "copy")
    if answer == "copy":
        assert opened is not None
        assert opened.session.path == chosen.path
        assert not opened.session.dirty
    assert FileLock(file).holder() is not None
    window.show_start()
    theirs.release()


def test_a_report_that_is_open_is_not_opened_twice(window: MainWindow, messages: Offering, file: Path) -> None:
    window.commands.open_file(file)
    before = window.opened
    window.commands.open_file(file.parent / "." / file.name)
    assert window.opened is before
    assert messages.asked == []
    assert messages.said[-1] == "Parks.clerkwell is open already."


def test_who_where_and_since_when_is_said_and_taking_over_can_be_forbidden() -> None:
    now = datetime(2026, 3, 2, 15, 0).astimezone()
    holder = Holder("S. Patel", "WKS00421", 4, "", now.replace(hour=9, minute=40).isoformat(), "t")
    asked = question(holder, now)
    assert asked.text == "S. Patel has “Parks.clerkwell” open on WKS00421, since 09:40 today."
    assert [choice.id for choice in asked.choices] == ["read", "copy", "take", "cancel"]
    assert "since 09:40 yesterday" in question(holder, now.replace(day=3)).text
    assert "since 2 March 2026 at 09:40" in question(holder, now.replace(day=5)).text
    assert question(replace(holder, since="?"), now).text == "S. Patel has “Parks.clerkwell” open on WKS00421."
    forbidden = locked(LockedError("", holder), Path("Parks.clerkwell"), now, "It may not be taken over here.")
    assert "take" not in [choice.id for choice in forbidden.choices]
    assert "Take it over" not in forbidden.more


def question(holder: Holder, now: datetime) -> Question:
    return locked(LockedError("", holder), Path("Parks.clerkwell"), now)
