"""The list of replacements before they are made."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from clerkwell.model import Appendix, Report, words
from clerkwell.ui.find import FindBar
from clerkwell.ui.find.preview import ReplacementsDialog
from clerkwell.ui.find.search import search
from helpers.building import make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack()


def a_report() -> Report:
    report = make_report({"summary": "The cat sat\n- a cat", "background": "A cat"}, {"subject": "Cats"}, PACK)
    return report.model_copy(update={"appendices": (Appendix(id="a", number="1", title="The cat"),)})


def a_dialog(qtbot: QtBot, report: Report) -> ReplacementsDialog:
    changes = [(found, "dog") for found in search(report, PACK, "cat")]
    dialog = ReplacementsDialog(changes, report, PACK, "“cat” becomes “dog”.")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def a_bar(qtbot: QtBot, desk: Desk, press: str) -> FindBar:
    class Bar(FindBar):
        def _ask(self, dialog: QDialog) -> bool:
            assert isinstance(dialog, ReplacementsDialog)
            if press == "untick the first":
                QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
            return press != "cancel"

    bar = Bar(desk.bridge)
    qtbot.addWidget(bar)
    bar.open_bar("cat")
    bar.replace_line.setText("dog")
    return bar


def test_each_replacement_stands_under_its_part_with_the_words_round_it(qtbot: QtBot) -> None:
    tree = a_dialog(qtbot, a_report()).tree
    groups = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    assert [group.text(0) for group in groups if group] == [
        "Report details (1)", "Summary (2)", "Background (1)", "Appendix 1 (1)",
    ]  # fmt: skip
    first = tree.currentItem()
    assert first is not None
    assert first.data(0, Qt.ItemDataRole.AccessibleTextRole) == "“Subject”: “Cat” becomes “dog” in: Cats"


def test_space_unticks_one_and_a_part_takes_all_of_its_own(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot, a_report())
    assert dialog.ok.text() == "&Replace 5 of 5"
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert dialog.ok.text() == "&Replace 4 of 5"
    summary = dialog.tree.topLevelItem(1)
    assert summary is not None
    dialog.tree.setCurrentItem(summary)
    QTest.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert dialog.ok.text() == "&Replace 2 of 5"
    assert [found.place.section or found.place.appendix for found, _ in dialog.wanted] == ["background", "a"]


def test_nothing_ticked_replaces_nothing(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot, a_report())
    dialog.none_button.click()
    assert (dialog.ok.text(), dialog.ok.isEnabled(), dialog.wanted) == ("&Replace none", False, [])
    dialog.all_button.click()
    assert len(dialog.wanted) == 5


def test_return_replaces_and_escape_does_not(qtbot: QtBot) -> None:
    for key, result in ((Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, 0)):
        dialog = a_dialog(qtbot, a_report())
        QTest.keyClick(dialog.tree, key)
        assert dialog.result() == result
        assert not dialog.isVisible()


def test_what_is_ticked_is_replaced_in_one_step_of_undo(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    before = desk.report
    bar = a_bar(qtbot, desk, "untick the first")
    bar.preview_button.click()
    assert desk.report.field("subject").text == "Cats"
    assert words(desk.report.blocks("summary")[0]) == "The dog sat"
    assert desk.report.appendices[0].title == "The dog"
    assert desk.messages.said[-1] == "Replaced in 4 places. Undo takes all of it back."
    assert desk.session.undo_label == "Replace 4 words"
    desk.session.undo()
    assert desk.report == before


def test_a_cancelled_preview_changes_nothing(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    before = desk.report
    a_bar(qtbot, desk, "cancel").preview()
    assert desk.report == before


def test_words_that_cannot_be_put_in_are_told_of_and_nothing_is_asked(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    bar = a_bar(qtbot, desk, "cancel")
    bar.pattern.setChecked(True)
    bar.replace_line.setText(r"\3")
    bar.preview()
    assert "the pattern has no round brackets" in bar.state.text()


def test_the_preview_of_nothing_says_so(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    bar = a_bar(qtbot, desk, "cancel")
    bar.find_line.setText("zebra")
    bar.preview()
    assert desk.messages.said[-1] == "Not found in the whole report."
