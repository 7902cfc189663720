"""The forms of the workshop: an answer is saved when it is left, as one step, and nobody's words are taken away."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.packs import Pack
from clerkwell.ui.studio.asking import Asked
from clerkwell.ui.studio.boxes import DatesRow, NamesRow
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.forms import ChoiceRow, DateRow, Form, LineRow, NumberRow, TickRow
from clerkwell.workshop.draft import with_manifest
from helpers.desk import Recorder
from helpers.workshop import copy_of, studio_services


@dataclass
class _Shown:
    bridge: PackBridge
    form: Form
    title: LineRow
    executive: TickRow
    until: DateRow
    days: NumberRow
    closed: DatesRow
    acronyms: NamesRow
    nation: ChoiceRow
    told: list[str]


def _about(name: str) -> Callable[[Pack, object], Pack]:
    def write(pack: Pack, value: object) -> Pack:
        about = pack.manifest.pack.model_copy(update={name: value})
        return with_manifest(pack, pack.manifest.model_copy(update={"pack": about}))

    return write


def _in(part: str, name: str) -> Callable[[Pack, object], Pack]:
    def write(pack: Pack, value: object) -> Pack:
        changed = getattr(pack.manifest, part).model_copy(update={name: value})
        return with_manifest(pack, pack.manifest.model_copy(update={part: changed}))

    return write


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[_Shown]:
    session, messages = copy_of("generic-english-council", tmp_path / "mine"), Recorder()
    bridge = PackBridge(session, studio_services(tmp_path), messages)
    form = Form()
    made = _Shown(
        bridge,
        form,
        LineRow(
            bridge, Asked("Title", "Its name.", lambda pack: pack.manifest.pack.title, _about("title")), needed=True
        ),
        TickRow(bridge, Asked("Executive", "", lambda pack: pack.manifest.pack.executive, _about("executive"))),
        DateRow(bridge, Asked("Until", "", lambda pack: pack.manifest.pack.effective_to, _about("effective_to"))),
        NumberRow(
            bridge,
            Asked("Days", "", lambda pack: pack.manifest.deadlines.clear_days, _in("deadlines", "clear_days")),
            0,
            60,
            "days",
            "none",
        ),
        DatesRow(bridge, Asked("Closed", "", lambda pack: pack.manifest.deadlines.closed, _in("deadlines", "closed"))),
        NamesRow(
            bridge, Asked("Acronyms", "", lambda pack: pack.manifest.language.acronyms, _in("language", "acronyms"))
        ),
        ChoiceRow(
            bridge,
            Asked("Nation", "", lambda pack: pack.manifest.pack.nation, _about("nation")),
            (("england", "England"), ("wales", "Wales")),
        ),
        messages.noticed,
    )
    form.add(made.title, made.executive, made.until, made.days, made.closed, made.acronyms, made.nation)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(form)
    qtbot.addWidget(holder)
    holder.show()
    qtbot.waitExposed(holder)
    form.show_pack()
    bridge.changed.connect(lambda _: form.show_pack())
    yield made
    bridge.let_go()


def test_writing_in_one_answer_is_one_step_of_undo_and_keeps_the_caret(qtbot: QtBot, shown: _Shown) -> None:
    line, before = shown.title.line, shown.bridge.pack.manifest.pack.title
    line.setFocus()
    line.setCursorPosition(0)
    for words in ("Our ", "own "):
        qtbot.keyClicks(line, words)
        assert shown.title.take()
        assert line.text().startswith(words if words == "Our " else "Our own ")
    assert line.cursorPosition() == len("Our own ")
    assert line.hasFocus()
    assert shown.bridge.pack.manifest.pack.title == f"Our own {before}"
    shown.bridge.undo()
    assert shown.bridge.pack.manifest.pack.title == before == line.text()
    assert not shown.bridge.session.undo_label


def test_an_answer_is_saved_when_the_keyboard_leaves_it_without_spaces_round_it(qtbot: QtBot, shown: _Shown) -> None:
    line = shown.title.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, " Our own ")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert shown.bridge.pack.manifest.pack.title == "Our own" == line.text()
    assert shown.bridge.session.undo_label == "Change “Title”"


def test_what_is_wrong_is_said_and_not_saved_and_told_again_when_the_page_goes(qtbot: QtBot, shown: _Shown) -> None:
    before = shown.bridge.pack
    shown.title.line.setFocus()
    shown.title.line.selectAll()
    qtbot.keyClick(shown.title.line, Qt.Key.Key_Delete)
    qtbot.keyClick(shown.title.line, Qt.Key.Key_Tab)
    assert shown.bridge.pack is before
    assert shown.title.said.text() == "This cannot be left empty."
    assert "cannot be left empty" in shown.title.line.accessibleDescription()
    shown.form.leave()
    assert shown.title.line.text() == before.manifest.pack.title
    assert shown.told == ["“Title” is as it was before. This cannot be left empty."]


def test_days_are_understood_in_any_common_form(qtbot: QtBot, shown: _Shown) -> None:
    line = shown.until.input.line
    line.setFocus()
    qtbot.keyClicks(line, "31/3/2027")
    qtbot.keyClick(shown.closed.box, Qt.Key.Key_Backtab)
    shown.form.leave()
    assert shown.bridge.pack.manifest.pack.effective_to == date(2027, 3, 31)
    shown.closed.box.setPlainText("29 Dec 2026\nsoon")
    assert not shown.closed.take()
    assert shown.closed.said.text() == "“soon” is no date. Write it like 29 December 2026."
    shown.closed.box.setPlainText("30th December 2026\n29 Dec 2026\n")
    assert shown.closed.take()
    assert shown.bridge.pack.manifest.deadlines.closed == (date(2026, 12, 29), date(2026, 12, 30))


def test_a_tick_a_choice_and_a_number_are_saved_and_taken_back(qtbot: QtBot, shown: _Shown) -> None:
    before = shown.bridge.pack.manifest
    shown.executive.tick.box.click()
    shown.nation.list.setFocus()
    qtbot.keyClick(shown.nation.list, Qt.Key.Key_Down)
    shown.days.number.setValue(3)
    shown.acronyms.box.setPlainText("ABC\n\n ABC\nDEF")
    shown.form.leave()
    now = shown.bridge.pack.manifest
    assert (now.pack.executive, now.pack.nation, now.deadlines.clear_days) == (not before.pack.executive, "wales", 3)
    assert now.language.acronyms == ("ABC", "DEF")
    while shown.bridge.session.undo_label:
        shown.bridge.undo()
    assert shown.bridge.pack.manifest == before
    assert shown.nation.list.currentText() == "England"
    assert shown.days.number.value() == before.deadlines.clear_days
