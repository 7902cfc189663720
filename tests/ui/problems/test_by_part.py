"""Problems by part: in the order of the document, errors first, and what is filtered out of them."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, Problem, Waiver
from clerkwell.ui.problems import ProblemsPanel
from clerkwell.ui.problems.by_part import by_part
from clerkwell.ui.problems.filtering import Filter, filtered
from clerkwell.ui.problems.model import ProblemsModel
from helpers.building import make_pack, make_report
from helpers.desk import open_desk

PACK = make_pack()
REPORT = make_report({"summary": "In short.", "background": "Words."}, {"subject": "Hours"}, PACK)


def a_problem(severity: str, place: Place | None, message: str = "Something.", **more: object) -> Problem:
    return Problem.model_validate({"rule": "r", "severity": severity, "place": place, "message": message, **more})


FOUND = (
    a_problem("info", None, "It is long."),
    a_problem("warning", Place(section="summary"), "A word is twice."),
    a_problem("error", Place(section="summary"), "A prompt is left.", quote="[insert]"),
    a_problem("info", Place(section="background"), "A number is bare."),
    a_problem("warning", Place(field="subject"), "It is too long."),
    a_problem("error", Place(section="options"), "It is missing.", rule="section-missing"),
)
SET_ASIDE = Waiver(
    rule="r", place=Place(section="summary"), by="Sam", reason="So.", when=datetime(2026, 3, 2, tzinfo=UTC)
)


def test_parts_come_in_the_order_of_the_document_with_errors_first_in_each() -> None:
    groups = by_part(FOUND, REPORT.model_copy(update={"waivers": (SET_ASIDE,)}), PACK)
    assert [group.heading for group in groups] == [
        "Report details: 1 warning",
        "Summary: 1 error, 1 warning",
        "Background: 1 note",
        "The whole report: 1 note",
        "Still to do in 1 part",
        "1 set aside",
    ]
    assert [line.word for line in groups[1].lines] == ["Error", "Warning"]


def test_the_part_that_is_being_written_comes_first_with_what_is_to_do_there() -> None:
    groups = by_part(FOUND, REPORT, PACK, "background")
    assert [group.heading for group in groups][:2] == ["In this part: 1 note", "Report details: 1 warning"]
    groups = by_part(FOUND, REPORT, PACK, "options")
    assert groups[0].heading == "In this part: 1 to do"
    assert [line.word for line in groups[0].lines] == ["To do"]
    assert not any(group.id == "to-do" for group in groups)


def test_what_is_wrong_with_the_whole_report_comes_before_its_parts_and_what_is_only_told_behind_them() -> None:
    wrong = (*FOUND, a_problem("warning", None, "It has no date."))
    assert by_part(wrong, REPORT, PACK)[0].heading == "The whole report: 1 warning, 1 note"
    assert by_part(wrong, REPORT, PACK, "summary")[1].heading == "The whole report: 1 warning, 1 note"


@pytest.mark.parametrize(
    ("wanted", "messages"),
    [
        (Filter(), 6),
        (Filter("error"), ["A prompt is left.", "It is missing."]),
        (Filter("warning", "TWICE"), ["A word is twice."]),
        (Filter("", "insert"), ["A prompt is left."]),
        (Filter("", "summary word"), ["A word is twice."]),
        (Filter("set-aside"), []),
    ],
)
def test_a_filter_lets_through_what_is_asked_for(wanted: Filter, messages: list[str] | int) -> None:
    found = [line.message for group in filtered(by_part(FOUND, REPORT, PACK), wanted) for line in group.lines]
    assert (len(found) if isinstance(messages, int) else found) == messages


def test_parts_that_change_places_are_shown_in_their_new_order() -> None:
    model = ProblemsModel()
    groups = by_part(FOUND, REPORT, PACK)
    model.show_groups(groups)
    turned = tuple(reversed(groups))
    model.show_groups(turned)
    assert model.groups == turned
    assert model.rowCount() == len(turned)
    model.deleteLater()


def shown(qtbot: QtBot) -> ProblemsPanel:
    desk = open_desk(REPORT, PACK, lambda _report, _pack: FOUND)
    desk.clock.pass_time()
    panel = ProblemsPanel(desk.bridge)
    qtbot.addWidget(panel)
    panel.resize(500, 700)
    panel.show()
    return panel


def messages(panel: ProblemsPanel) -> list[str]:
    return [line.message for group in panel.model.groups for line in group.lines]


def test_the_list_is_filtered_by_weight_and_by_words_and_says_how_many_there_are(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    kinds = panel.filter.kinds
    assert [kinds.itemText(at) for at in range(kinds.count())] == [
        "Everything (6)", "Errors (2)", "Warnings (2)", "Notes (2)", "Set aside (0)",
    ]  # fmt: skip
    kinds.setFocus()
    qtbot.keyClick(kinds, Qt.Key.Key_Down)
    assert messages(panel) == ["A prompt is left.", "It is missing."]
    qtbot.keyClicks(panel.filter.words, "prompt")
    assert messages(panel) == ["A prompt is left."]
    assert panel.none.text() == "1 of 6 shown."
    panel.next_problem()
    line = panel.current()
    assert line is not None
    assert line.message == "A prompt is left."
    qtbot.keyClicks(panel.filter.words, " nowhere")
    assert messages(panel) == []
    assert panel.none.text() == "None of the 6 is like that."
    assert panel.none.isVisible()
    panel.filter.words.clear()
    kinds.setCurrentIndex(0)
    assert len(messages(panel)) == 6
    assert not panel.none.isVisible()


def test_the_list_can_be_grouped_by_kind(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    assert panel.model.groups[0].id == "part:header"
    panel.filter.grouped.setCurrentIndex(1)
    assert panel.model.groups[0].heading == "1 error stops the final export"
    panel.filter.grouped.setCurrentIndex(0)
    assert panel.model.groups[0].id == "part:header"


def test_the_first_that_stands_in_the_way_is_chosen_wherever_it_stands(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    panel.show_first()
    line = panel.current()
    assert line is not None
    assert line.message == "A prompt is left."


def test_a_low_pane_keeps_its_room_for_the_list(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    assert panel.filter.isVisible()
    panel.resize(500, 220)
    assert not panel.filter.isVisible()
    panel.resize(500, 700)
    assert panel.filter.isVisible()
