"""The problems panel over a real session."""

from datetime import UTC, datetime

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Place, Problem, Report, SetField
from clerkwell.packs import Pack
from clerkwell.rules import concerns
from clerkwell.ui.kit.setting_aside import ReasonDialog
from clerkwell.ui.problems import ProblemsPanel
from helpers.building import make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack()
NOW = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def check(report: Report, _: Pack) -> tuple[Problem, ...]:
    """An error for each blank field, with a fix; a warning about the summary; waivers count."""
    found = [
        Problem(
            rule="blank", severity="error", place=Place(field=name), message=f"Enter the {name}.",
            fix=SetField(field=name, value=FieldValue(text=f"a {name}", value=f"a {name}")),
        )
        for name in ("subject", "purpose", "spending")
        if not report.field(name).text
    ]  # fmt: skip
    warning = Problem(
        rule="long", severity="warning", place=Place(section="summary"), message="It is long.", why="House style."
    )
    return (*found, *([] if any(concerns(waiver, warning) for waiver in report.waivers) else [warning]))


def answers(reason: str | None) -> object:
    def ask(message: str, by: str, parent: QWidget) -> tuple[str, str] | None:
        assert isinstance(parent, ProblemsPanel)
        assert message
        return None if reason is None else (reason, by or "Sam Sample")

    return ask


def a_desk() -> Desk:
    desk = open_desk(make_report({"summary": "Words"}, pack=PACK), PACK, check)
    desk.clock.pass_time()
    return desk


def show(qtbot: QtBot, desk: Desk, reason: str | None = "It has to be.") -> ProblemsPanel:
    panel = ProblemsPanel(desk.bridge, ask=answers(reason), now=lambda: NOW)  # type: ignore[arg-type]  # a stand-in
    qtbot.addWidget(panel)
    panel.resize(420, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


def chosen(panel: ProblemsPanel) -> str:
    line = panel.current()
    return line.message if line else ""


def test_next_and_previous_go_round_and_ask_for_the_place(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = show(qtbot, desk)
    asked: list[object] = []
    panel.place_requested.connect(asked.append)
    for _ in range(5):
        panel.next_problem()
    assert chosen(panel) == "Enter the subject."
    panel.previous_problem()
    assert chosen(panel) == "It is long."
    assert asked[:4] == [Place(field=name) for name in ("subject", "purpose", "spending")] + [Place(section="summary")]
    panel.list.hide()
    panel.next_problem()
    # The others were to be read in the list.
    assert desk.messages.said == ["Error: Enter the subject. Report details."]


def test_enter_and_double_click_go_to_the_chosen_one(qtbot: QtBot) -> None:
    panel = show(qtbot, a_desk())
    asked: list[object] = []
    panel.next_problem()
    panel.place_requested.connect(asked.append)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    rect = panel.list.visualRect(panel.list.currentIndex())
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert asked == [Place(field="subject")] * 2


def test_a_fix_is_one_step_of_undo_and_the_next_line_is_chosen(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = show(qtbot, desk)
    panel.next_problem()
    QTest.mouseClick(panel.fix_button, Qt.MouseButton.LeftButton)
    assert desk.report.field("subject").text == "a subject"
    assert chosen(panel) == "Enter the purpose."
    desk.session.undo()
    assert desk.report.field("subject").text == ""


def test_the_chosen_line_stays_over_refreshes(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = show(qtbot, desk)
    for _ in range(3):
        panel.next_problem()
    assert chosen(panel) == "Enter the spending."
    desk.session.apply(SetField(field="subject", value=FieldValue(text="x")), "x")
    desk.clock.pass_time()
    assert chosen(panel) == "Enter the spending."
    assert panel.model.groups[0].heading == "Report details: 2 errors"


def test_a_warning_is_set_aside_with_a_reason_and_brought_back(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = show(qtbot, desk)
    panel.previous_problem()
    QTest.mouseClick(panel.aside_button, Qt.MouseButton.LeftButton)
    (waiver,) = desk.report.waivers
    assert (waiver.rule, waiver.reason, waiver.by, waiver.when) == ("long", "It has to be.", "Sam Sample", NOW)
    assert [group.id for group in panel.model.groups] == ["part:header", "set-aside"]
    assert chosen(panel) == "Enter the spending."
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.aside_button.text() == "Bring &back"
    QTest.mouseClick(panel.aside_button, Qt.MouseButton.LeftButton)
    assert desk.report.waivers == ()
    assert [group.id for group in panel.model.groups] == ["part:header", "part:summary"]


def test_who_gives_no_reason_sets_nothing_aside(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = show(qtbot, desk, reason=None)
    panel.previous_problem()
    panel.set_aside_current()
    assert desk.report.waivers == ()


def test_an_error_cannot_be_set_aside(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = show(qtbot, desk)
    panel.next_problem()
    assert not panel.aside_button.isEnabled()
    panel.set_aside_current()
    assert desk.report.waivers == ()


def test_why_is_told_in_the_chosen_line_and_all_of_it_is_in_sight(qtbot: QtBot) -> None:
    panel = show(qtbot, a_desk())
    panel.resize(260, 260)
    panel.previous_problem()
    assert chosen(panel) == "It is long."
    line = panel.list.currentIndex()
    # A line at the lower edge comes up as it grows.
    qtbot.waitUntil(lambda: panel.list.viewport().rect().contains(panel.list.visualRect(line)))
    high = panel.list.visualRect(line).height()
    panel.next_problem()
    assert panel.list.visualRect(line).height() < high, "only the chosen one says why"


def test_a_fix_for_a_place_that_has_gone_is_said_and_changes_nothing(qtbot: QtBot) -> None:
    stale = SetField(field="committees.name", row=9, value=FieldValue(text="x"))
    problem = Problem(rule="r", severity="error", message="Something.", fix=stale)
    desk = open_desk(make_report(pack=PACK), PACK, lambda _report, _pack: (problem,))
    desk.clock.pass_time()
    before = desk.report
    panel = show(qtbot, desk)
    panel.next_problem()
    panel.fix_current()
    assert desk.report is before
    assert desk.messages.said[-1].startswith("That has changed meanwhile")


def test_without_problems_it_says_so_but_not_before_they_were_looked_for(qtbot: QtBot) -> None:
    desk = open_desk(make_report(pack=PACK), PACK)
    panel = show(qtbot, desk)
    panel.next_problem()
    assert desk.messages.said == ["The report is being checked."]
    desk.clock.pass_time()
    assert panel.summary.text() == "No problems were found."
    assert desk.messages.said == ["The report is being checked.", "No problems were found."]
    assert not panel.go_button.isEnabled()


def test_a_folded_heading_stays_folded(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = show(qtbot, desk)
    first = panel.model.index(0, 0)
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualRect(first).center())
    assert not panel.list.isExpanded(first)
    desk.session.apply(SetField(field="subject", value=FieldValue(text="x")), "x")
    desk.clock.pass_time()
    assert not panel.list.isExpanded(first)


def test_a_long_list_of_what_is_to_do_is_folded_and_opens_for_whoever_goes_there(qtbot: QtBot) -> None:
    names = ("subject", "purpose", "spending", "committees.name", "committees.date")
    found = tuple(
        Problem(
            rule="field-missing",
            severity="error",
            place=Place(field=name, row=0 if "." in name else None),
            message=name,
        )
        for name in names
    )
    desk = open_desk(make_report(pack=PACK), PACK, lambda _report, _pack: found)
    desk.clock.pass_time()
    panel = show(qtbot, desk)
    heading = panel.model.index(0, 0)
    assert panel.summary.text().startswith("No problems so far. 1 part is still to do")
    assert not panel.list.isExpanded(heading)
    panel.show_first()
    assert panel.list.isExpanded(heading)
    assert panel.list.hasFocus()
    assert chosen(panel) == "committees.name"
    desk.session.recheck()
    assert panel.list.isExpanded(heading)


def test_the_authors_name_stands_under_what_is_set_aside(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = ProblemsPanel(desk.bridge, author="Alex Author", ask=answers("It has to be."), now=lambda: NOW)  # type: ignore[arg-type]  # a stand-in
    qtbot.addWidget(panel)
    panel.previous_problem()
    panel.set_aside_current()
    assert desk.report.waivers[0].by == "Alex Author"


def test_the_dialog_wants_a_reason(qtbot: QtBot) -> None:
    dialog = ReasonDialog("It is long.", "Sam Sample")
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    QTest.keyClicks(dialog.reason, "It has to be")
    assert dialog.ok.isEnabled()
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted


def carried(report: Report, _: Pack) -> tuple[Problem, ...]:
    """Three words of an earlier report, and one that is long; waivers count."""
    found = [
        Problem(
            rule="carried-over", severity="warning", place=Place(field=name), quote=name, message=f"Is {name} right?"
        )
        for name in ("subject", "purpose", "spending")
    ]
    found.append(Problem(rule="long", severity="warning", place=Place(section="summary"), message="It is long."))
    return tuple(each for each in found if not any(concerns(waiver, each) for waiver in report.waivers))


def carried_desk() -> Desk:
    desk = open_desk(make_report({"summary": "Words"}, pack=PACK), PACK, carried)
    desk.clock.pass_time()
    desk.bridge.author = "Alex Author"
    return desk


def test_words_of_an_earlier_report_are_found_still_right_with_one_click(qtbot: QtBot) -> None:
    desk = carried_desk()
    panel = show(qtbot, desk, reason=None)
    panel.next_problem()
    assert panel.fix_button.text() == "Still &right"
    QTest.mouseClick(panel.fix_button, Qt.MouseButton.LeftButton)
    (waiver,) = desk.report.waivers
    assert (waiver.by, waiver.when, waiver.quote) == ("Alex Author", NOW, "subject")
    assert waiver.reason == "Looked at for this report, and still right."
    assert desk.session.undo_label == "Still right"
    assert desk.messages.said[-1] == "“subject” is still right. Undo takes it back."
    assert chosen(panel) == "Is purpose right?", "one can go on with the next"
    desk.session.undo()
    assert desk.report.waivers == ()


def test_several_are_chosen_by_shift_and_arrows_and_decided_in_one_step(qtbot: QtBot) -> None:
    desk = carried_desk()
    panel = show(qtbot, desk)
    panel.next_problem()
    panel.list.setFocus()
    for _ in range(2):
        QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.fix_button.text() == "Still &right"
    assert panel.aside_button.text() == "Set 3 &aside…"
    panel.fix_current()
    assert len(desk.report.waivers) == 3
    desk.session.undo()
    assert not desk.report.waivers


def test_several_of_any_kind_are_set_aside_with_one_reason_and_brought_back_together(qtbot: QtBot) -> None:
    desk = carried_desk()
    panel = show(qtbot, desk)
    lines = panel.model.line_indexes()
    for index in (lines[0], lines[3]):
        panel.list.scrollTo(index)
        at = panel.list.visualRect(index).center()
        QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    assert [line.message for line in panel.chosen()] == ["Is subject right?", "It is long."]
    assert panel.fix_button.text() == "Put &right"
    assert not panel.fix_button.isEnabled()
    panel.set_aside_current()
    assert [waiver.reason for waiver in desk.report.waivers] == ["It has to be."] * 2
    assert desk.session.undo_label == "Set 2 problems aside"
    panel.list.selectAll()
    aside = [each for each in panel.model.line_indexes() if panel.model.item(each).waiver]  # type: ignore[union-attr]  # lines
    panel.list.clearSelection()
    for index in aside:
        panel.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    assert panel.aside_button.text() == "Bring 2 &back"
    panel.set_aside_current()
    assert desk.report.waivers == ()


def test_an_error_among_the_chosen_keeps_all_of_them_from_being_set_aside(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = show(qtbot, desk)
    panel.list.selectAll()
    assert not panel.aside_button.isEnabled()


def test_what_the_buttons_act_on_goes_with_its_part(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = show(qtbot, desk)
    panel.next_problem()
    panel.list.clearFocus()
    panel.show_part("summary")
    assert panel.model.groups[0].heading == "In this part: 1 warning"
    assert panel.current() is None
    assert not panel.go_button.isEnabled()
    assert not panel.aside_button.isEnabled()
    line = panel.follow(Place(section="summary", block="x", start=0, end=0))
    assert line is None, "it is about the part, not about these words"


def test_the_problem_at_the_caret_is_chosen_and_the_keyboard_stays(qtbot: QtBot) -> None:
    desk = a_desk()
    panel = show(qtbot, desk)
    panel.list.clearFocus()
    with qtbot.assertNotEmitted(panel.place_requested):
        line = panel.follow(Place(field="purpose"))
    assert line is not None
    assert chosen(panel) == line.message == "Enter the purpose."
    assert not panel.list.hasFocus()


def test_a_filter_gives_way_to_what_is_gone_to(qtbot: QtBot) -> None:
    panel = show(qtbot, a_desk())
    panel.next_problem()
    line = panel.current()
    assert line is not None
    panel.filter.words.setText("long")
    assert chosen(panel) == ""
    panel.choose(line.key)
    assert chosen(panel) == line.message
    assert panel.filter.words.text() == ""


def test_no_two_lines_of_the_menu_have_one_letter(qtbot: QtBot) -> None:
    desk = a_desk()
    desk.bridge.explain = lambda _: None
    panel = show(qtbot, desk)
    panel.previous_problem()
    lines = [each.text() for each in panel.menu().actions()]
    letters = [line[line.index("&") + 1].casefold() for line in lines if "&" in line]
    assert len(letters) >= 3
    assert len(set(letters)) == len(letters)


def test_a_heading_that_is_too_long_for_its_pane_wraps(qtbot: QtBot) -> None:
    panel = show(qtbot, a_desk())
    heading = panel.model.index(0, 0)
    one = panel.list.visualRect(heading).height()
    panel.resize(150, 600)
    qtbot.waitUntil(lambda: panel.list.visualRect(heading).height() >= one + panel.fontMetrics().height())


def test_a_step_before_the_first_check_is_made_once_it_has_ended(qtbot: QtBot) -> None:
    desk = open_desk(make_report({"summary": "Words"}, pack=PACK), PACK, check)
    panel = show(qtbot, desk)
    panel.next_problem()
    assert desk.messages.said[-1] == "The report is being checked."
    with qtbot.waitSignal(panel.place_requested) as gone:
        desk.clock.pass_time()
    assert gone.args == [Place(field="subject")]


def test_who_goes_on_writing_is_not_taken_to_a_problem_later(qtbot: QtBot) -> None:
    desk = open_desk(make_report({"summary": "Words"}, pack=PACK), PACK, check)
    panel = show(qtbot, desk)
    panel.next_problem()
    desk.session.apply(SetField(field="purpose", value=FieldValue(text="x", value="x")), "Change")
    with qtbot.assertNotEmitted(panel.place_requested):
        desk.clock.pass_time()
