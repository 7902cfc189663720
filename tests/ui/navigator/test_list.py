"""The parts list as a widget."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Place, Problem, Report, SetBlocks, SetDone, SetField, SetHeading, apply
from clerkwell.packs import Pack
from clerkwell.ui.navigator import HEADER, PartsList, State
from helpers.building import MANIFEST, blocks, make_pack, make_report
from helpers.desk import Desk, open_desk


def test_arrow_keys_ask_for_parts_and_pass_over_headings(qtbot: QtBot) -> None:
    parts = _shown(qtbot)
    asked: list[str] = []
    parts.part_requested.connect(asked.append)
    parts.show_part(HEADER)
    for _ in range(2):
        qtbot.keyClick(_view(parts), Qt.Key.Key_Down)
    assert asked == ["summary", "background"]


def test_return_goes_into_the_part_that_is_marked(qtbot: QtBot) -> None:
    parts = _shown(qtbot)
    parts.show_part("background")
    with qtbot.waitSignal(parts.part_entered) as entered:
        qtbot.keyClick(_view(parts), Qt.Key.Key_Return)
    assert entered.args == ["background"]


def test_a_click_goes_into_the_part(qtbot: QtBot) -> None:
    parts = _shown(qtbot)
    view = _view(parts)
    model = view.model()
    index = next(model.index(at, 0) for at in range(model.rowCount()) if model.index(at, 0).data() == "Summary")
    with qtbot.waitSignal(parts.part_entered) as entered:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert entered.args == ["summary"]


def test_showing_a_part_does_not_ask_for_it(qtbot: QtBot) -> None:
    parts = _shown(qtbot)
    with qtbot.assertNotEmitted(parts.part_requested):
        parts.show_part("summary")


def test_states_follow_the_report_and_the_mark_stays(qtbot: QtBot) -> None:
    desk = open_desk(make_report(pack=make_pack()), make_pack())
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts)
    parts.show_part("summary")
    with qtbot.assertNotEmitted(parts.part_requested):
        desk.session.apply(SetBlocks(section="summary", blocks=blocks("Some words.")), "Typing")
        desk.session.apply(SetDone(section="summary", done=True), "Done")
    entry = parts.entry("summary")
    assert entry is not None
    assert entry.state is State.DONE
    assert _view(parts).currentIndex().data() == "Summary"
    desk.session.close()


def test_the_mark_stays_when_the_list_is_made_anew(qtbot: QtBot) -> None:
    desk = open_desk(make_report(pack=make_pack()), make_pack())
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts)
    parts.show_part("summary")
    with qtbot.assertNotEmitted(parts.part_requested):
        desk.session.apply(SetHeading(section="background", heading="How we came here"), "Heading")
    assert _view(parts).currentIndex().data() == "Summary"
    desk.session.close()


def test_a_screen_reader_hears_title_state_and_group(qtbot: QtBot) -> None:
    parts = _shown(qtbot)
    parts.show_part("summary")
    heard = _view(parts).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Summary, Not started, Front"


def _shown(qtbot: QtBot) -> PartsList:
    desk = open_desk(make_report(pack=make_pack()), make_pack())
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts, before_close_func=lambda _: desk.session.close())
    parts.resize(260, 600)
    parts.show()
    qtbot.waitExposed(parts)
    return parts


def _view(parts: PartsList) -> QListView:
    view = parts.findChild(QListView)
    assert isinstance(view, QListView)
    return view


def test_a_key_in_the_middle_of_a_section_costs_the_list_nothing(qtbot: QtBot) -> None:
    desk = open_desk(make_report({"summary": "Some words."}, pack=make_pack()), make_pack())
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts)
    with qtbot.assertNotEmitted(parts.refreshed):
        desk.session.apply(SetBlocks(section="summary", blocks=blocks("Some more words.")), "Typing")
    with qtbot.waitSignal(parts.refreshed):
        desk.session.apply(SetBlocks(section="summary", blocks=()), "Typing")
    desk.session.close()


def test_a_done_part_with_a_new_problem_is_open_again_and_said_so_once(qtbot: QtBot) -> None:
    report = apply(SetDone(section="summary", done=True), make_report({"summary": "Some words."}, pack=make_pack()))
    desk, parts = _open(qtbot, report, make_pack())
    assert _state(parts, "summary") is State.DONE
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Some wrong words.")), "Typing")
    desk.clock.pass_time()
    assert _state(parts, "summary") is State.ATTENTION
    assert desk.messages.said == ["“Summary” is open again: That is wrong."]
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Some wrong words more.")), "Typing")
    desk.clock.pass_time()
    assert len(desk.messages.said) == 1
    desk.session.undo()
    desk.session.undo()
    desk.clock.pass_time()
    assert _state(parts, "summary") is State.DONE


def test_what_stood_open_when_the_report_was_opened_is_no_news(qtbot: QtBot) -> None:
    report = apply(SetDone(section="summary", done=True), make_report({"summary": "A wrong word."}, pack=make_pack()))
    desk, parts = _open(qtbot, report, make_pack())
    assert _state(parts, "summary") is State.ATTENTION
    assert desk.messages.said == []


def test_a_part_that_an_answer_makes_irrelevant_leaves_and_comes_back_with_its_words(qtbot: QtBot) -> None:
    report = make_report({"background": "Kept words."}, {"purpose": "For Decision"}, _PACK)
    desk, parts = _open(qtbot, report, _PACK)
    assert "background" in parts.part_ids
    assert parts.gone_button.isHidden()
    desk.session.apply(SetField(field="purpose", value=FieldValue(text="Other", value="Other")), "Purpose")
    assert "background" not in parts.part_ids
    assert parts.gone_button.text() == "1 part is not needed: show"
    assert "has left the list" in desk.messages.said[-1]
    assert desk.report.blocks("background") == report.blocks("background")
    desk.session.undo()
    assert "background" in parts.part_ids
    assert "is back in the list" in desk.messages.said[-1]


def test_parts_that_are_not_needed_can_be_seen_with_the_reason(qtbot: QtBot) -> None:
    _, parts = _open(qtbot, make_report(pack=_PACK), _PACK)
    qtbot.mouseClick(parts.gone_button, Qt.MouseButton.LeftButton)
    assert "background" in parts.part_ids
    assert parts.gone_button.text() == "1 part is not needed: hide"
    parts.show_part("background")
    heard = _view(parts).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Background, Not needed: only asked for when “Purpose” is For Decision")
    parts.show_part("summary")
    qtbot.mouseClick(parts.gone_button, Qt.MouseButton.LeftButton)
    assert "background" not in parts.part_ids


def test_the_part_that_is_up_stays_in_the_list_until_another_is(qtbot: QtBot) -> None:
    desk, parts = _open(qtbot, make_report({}, {"purpose": "For Decision"}, _PACK), _PACK)
    parts.show_part("background")
    desk.session.apply(SetField(field="purpose", value=FieldValue(text="Other", value="Other")), "Purpose")
    assert "background" in parts.part_ids
    parts.show_part("summary")
    assert "background" not in parts.part_ids


def test_progress_is_told_in_parts_pages_and_words(qtbot: QtBot) -> None:
    desk, parts = _open(qtbot, make_report({"summary": "Three short words."}, pack=make_pack()), make_pack())
    assert parts.progress_text == "0 of 2 parts done · about 1 page · 3 words"
    parts.pages_made(2)
    assert parts.progress_text == "0 of 2 parts done · 2 pages · 3 words"
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Two words.")), "Typing")
    desk.clock.pass_time()
    assert parts.progress_text == "0 of 2 parts done · about 2 pages · 2 words"


def test_nothing_moves_when_the_words_under_the_list_are_longer_or_shorter(qtbot: QtBot) -> None:
    desk, parts = _open(qtbot, make_report(pack=make_pack()), make_pack())
    qtbot.wait(1)
    high = _view(parts).height()
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Some wrong words. " * 600)), "Typing")
    desk.clock.pass_time()
    parts.pages_made(12)
    assert "needs attention" in parts.progress_text
    qtbot.wait(1)
    assert _view(parts).height() == high


def test_a_long_title_of_a_group_wraps(qtbot: QtBot) -> None:
    manifest = MANIFEST.replace(
        '[[section]]\nid = "summary"',
        '[[group]]\nid = "front"\ntitle = "Corporate and strategic implications of what is proposed here"\n\n'
        '[[section]]\nid = "summary"',
    ).replace('title = "Summary"', 'title = "Summary"\ngroup = "front"')
    pack = make_pack(manifest)
    _, parts = _open(qtbot, make_report(pack=pack), pack)
    view = _view(parts)
    heights = {view.model().index(at, 0).data(): view.visualRect(view.model().index(at, 0)).height() for at in (0, 2)}
    assert heights["Corporate and strategic implications of what is proposed here"] > heights["Header"]


_PACK = make_pack(
    MANIFEST.replace('id = "background"\ntitle', 'id = "background"\nonly = { purpose = "For Decision" }\ntitle')
)


def _wrong(report: Report, _: Pack) -> tuple[Problem, ...]:
    place = Place(section="summary")
    found = Problem(rule="wrong", severity="warning", place=place, message="That is wrong.")
    return (found,) if "wrong" in str(report.blocks("summary")) else ()


def _open(qtbot: QtBot, report: Report, pack: Pack) -> tuple[Desk, PartsList]:
    desk = open_desk(report, pack, _wrong)
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts, before_close_func=lambda _: desk.session.close())
    parts.resize(260, 600)
    parts.show()
    qtbot.waitExposed(parts)
    desk.clock.pass_time()
    return desk, parts


def _state(parts: PartsList, part_id: str) -> State | None:
    entry = parts.entry(part_id)
    return entry.state if entry else None
