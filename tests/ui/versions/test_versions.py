"""The versions of a report: kept by name, compared, brought back, deleted; and the window that shows differences."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.comparing import Difference, Piece
from clerkwell.model import Place, SetBlocks, Version
from clerkwell.session.comparing_reports import Side
from clerkwell.ui.versions import ComparisonDialog, NameDialog, VersionsDialog
from clerkwell.ui.versions.wording import difference_item, in_words, version_items
from helpers.building import blocks, make_pack, make_report
from helpers.desk import Desk, open_desk

DIFFERENCES = (
    Difference(
        "1", "Summary", Place(section="summary"), "changed",
        (Piece("Parks are "), Piece("busy", "removed"), Piece("quiet", "added"), Piece(".")), "busy", "quiet",
    ),
    Difference("2", "Background", Place(section="background"), "moved", (), "", "the order of sections", False),
)  # fmt: skip


@pytest.fixture
def desk() -> Desk:
    """A report with two versions, and words that are in neither."""
    opened = open_desk(make_report({"summary": "Parks are busy."}), make_pack())
    opened.session.versions.keep("As sent to Legal")
    opened.clock.pass_time(3600)
    opened.session.apply(SetBlocks(section="summary", blocks=blocks("Parks are quiet.")), "Typing")
    opened.session.versions.keep("After Legal")
    opened.session.apply(SetBlocks(section="summary", blocks=blocks("Parks are closed.")), "Typing")
    return opened


class Compared:
    """What was asked to be compared."""

    def __init__(self) -> None:
        self.sides: list[tuple[Side, Side]] = []

    def __call__(self, before: Side, after: Side) -> None:
        self.sides.append((before, after))


@pytest.fixture
def compared() -> Compared:
    return Compared()


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, compared: Compared) -> VersionsDialog:
    def ask_word(then: Callable[[Side], None]) -> None:
        then(Side("draft.docx", make_report({"summary": "From Word."})))

    shown = VersionsDialog(desk.session, desk.messages, compared, ask_word)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.list.hasFocus)
    return shown


def test_the_newest_version_comes_first_with_its_day(dialog: VersionsDialog) -> None:
    assert dialog.list.marked() == "After Legal"
    said = str(dialog.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("After Legal, Kept on 2 March 2026 at ")


def test_return_compares_a_version_with_the_report_as_it_is(
    qtbot: QtBot, dialog: VersionsDialog, compared: Compared
) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    before, after = compared.sides[0]
    assert (before.name, after.name) == ("After Legal", "The report as it is")
    assert before.report.blocks("summary") == blocks("Parks are quiet.")
    assert after.report.blocks("summary") == blocks("Parks are closed.")


def test_two_versions_are_compared_from_the_earlier_to_the_later(dialog: VersionsDialog, compared: Compared) -> None:
    _choose(dialog.other, "As sent to Legal")
    dialog.compare_button.click()
    assert [side.name for side in compared.sides[0]] == ["As sent to Legal", "After Legal"]


def test_a_version_is_compared_with_a_word_file(dialog: VersionsDialog, compared: Compared) -> None:
    _choose(dialog.other, "Word")
    dialog.compare_button.click()
    assert [side.name for side in compared.sides[0]] == ["After Legal", "draft.docx"]


def test_a_version_is_brought_back_after_a_question_and_undone(dialog: VersionsDialog, desk: Desk) -> None:
    dialog.list.mark("As sent to Legal")
    dialog.back_button.click()
    assert desk.report.blocks("summary") == blocks("Parks are closed.")
    desk.messages.answer = "back"
    dialog.back_button.click()
    assert desk.report.blocks("summary") == blocks("Parks are busy.")
    assert len(desk.session.versions.all) == 2
    desk.session.undo()
    assert desk.report.blocks("summary") == blocks("Parks are closed.")


def test_delete_takes_a_version_out_and_undo_brings_it_back(qtbot: QtBot, dialog: VersionsDialog, desk: Desk) -> None:
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert [each.name for each in desk.session.versions.all] == ["As sent to Legal"]
    assert dialog.list.marked() == "As sent to Legal"
    desk.session.undo()
    assert [each.name for each in desk.session.versions.all] == ["As sent to Legal", "After Legal"]


def test_a_name_that_is_taken_is_refused_and_another_is_kept(qtbot: QtBot, desk: Desk) -> None:
    dialog = NameDialog(desk.session.versions.keep)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.name, "after legal")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "already" in dialog.said.text()
    # All of it can be read, and what stood below it too.
    assert dialog.said.height() >= dialog.said.heightForWidth(dialog.said.width())
    assert dialog.height() >= dialog.minimumSizeHint().height()
    dialog.name.setText("To committee")
    with qtbot.waitSignal(dialog.accepted):
        dialog.ok.click()
    assert dialog.version is not None
    assert desk.session.versions.all[-1].name == "To committee"


def test_without_versions_it_says_so_and_offers_to_keep_one(qtbot: QtBot) -> None:
    desk = open_desk(make_report(), make_pack())
    dialog = VersionsDialog(desk.session, desk.messages, Compared(), lambda _: None)
    qtbot.addWidget(dialog)
    assert not dialog.none.isHidden()
    assert dialog.keep_button.isEnabled()
    assert not dialog.compare_button.isEnabled()


def test_a_report_that_is_only_read_keeps_its_versions(qtbot: QtBot, desk: Desk) -> None:
    read = open_desk(desk.report, make_pack(), read_only=True)
    dialog = VersionsDialog(read.session, read.messages, Compared(), lambda _: None)
    qtbot.addWidget(dialog)
    for button in (dialog.keep_button, dialog.back_button, dialog.delete_button):
        assert not button.isEnabled()


def test_differences_are_told_in_words_and_lines(qtbot: QtBot) -> None:
    saved: list[bool] = []
    dialog = ComparisonDialog("Before", "After", DIFFERENCES, lambda: saved.append(True))
    qtbot.addWidget(dialog)
    assert dialog.counts.text() == "2 differences in 2 parts."
    said = str(dialog.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Changed, in Summary: Removed “busy”. Added “quiet”."
    html = dialog.words.toHtml()
    assert "line-through" in html
    assert "underline" in html
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == (
        "Summary\nChanged: Removed “busy”. Added “quiet”.\n\nBackground\nMoved: the order of sections"
    )
    dialog.save_button.click()
    assert saved == [True]


def test_where_nothing_differs_it_says_so(qtbot: QtBot) -> None:
    dialog = ComparisonDialog("Before", "After", (), lambda: None)
    qtbot.addWidget(dialog)
    assert dialog.counts.text() == "They say the same."
    assert not dialog.save_button.isEnabled()


def test_everything_has_a_name(dialog: VersionsDialog) -> None:
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert name, widget


def _choose(box: QComboBox, part: str) -> None:
    box.setCurrentIndex(next(at for at in range(box.count()) if part in box.itemText(at)))


def test_versions_of_times_with_and_without_a_zone_are_listed_together() -> None:
    older = Version(name="Older", made=datetime(2026, 6, 1, 10), file="a")
    newer = Version(name="Newer", made=datetime(2026, 11, 1, 10, tzinfo=UTC), file="b")
    assert [each.id for each in version_items((older, newer))] == ["Newer", "Older"]


def test_what_was_moved_is_named_with_where_it_came_from() -> None:
    moved = Difference(
        "3", "Options", Place(section="options"), "moved", (Piece("Do nothing."),), "", "moved here from Summary", False
    )
    shown = difference_item(moved)
    assert (shown.title, shown.detail) == ("Moved “Do nothing.”", "From Summary")
    assert shown.spoken == "Moved, in Options: “Do nothing.”, from Summary"
    assert in_words((moved,)) == "Options\nMoved: “Do nothing.”, from Summary"


def test_a_question_is_named_with_the_page_that_asks_it() -> None:
    asked = Difference(
        "4", "If so, how much?", Place(field="spending-amount"), "added", (Piece("£5", "added"),), "", "£5"
    )
    assert difference_item(asked).group == "Report details: If so, how much?"
