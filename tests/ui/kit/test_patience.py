"""What came with the sentence that is being written is not told of before it is left."""

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, Problem, Report, SetBlocks, words
from clerkwell.packs import Pack
from clerkwell.ui.kit.patience import Patience
from helpers.building import blocks, make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack()
EDITOR = object()


def check(report: Report, _: Pack) -> tuple[Problem, ...]:
    """Each word with a q in it is wrong."""
    found = []
    for block in report.blocks("summary"):
        text = words(block)
        at = 0
        for word in text.split(" "):
            if "q" in word:
                place = Place(section="summary", block=block.id, start=at, end=at + len(word))
                found.append(Problem(rule="q", severity="warning", place=place, message="It is wrong.", quote=word))
            at += len(word) + 1
    return tuple(found)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:  # noqa: ARG001 - timers want a program
    desk = open_desk(make_report({"summary": "Aq is old. It"}, pack=PACK), PACK, check)
    desk.clock.pass_time()
    return desk


def at(desk: Desk, offset: int) -> Place:
    return Place(section="summary", block=desk.report.blocks("summary")[0].id, start=offset, end=offset)


def type_in(desk: Desk, text: str, caret: int | None = None) -> None:
    block = desk.report.blocks("summary")[0]
    [written] = blocks(text)
    fresh = written.model_copy(update={"id": block.id})
    desk.session.apply(SetBlocks(section="summary", blocks=(fresh,)), "Typing", origin=EDITOR)
    desk.bridge.patience.moved(at(desk, len(text) if caret is None else caret))
    desk.clock.pass_time()


def told(desk: Desk) -> list[str]:
    return [each.quote for each in desk.bridge.problems]


def test_a_word_that_is_being_written_is_not_told_of_until_its_sentence_ends(desk: Desk) -> None:
    desk.bridge.patience.moved(at(desk, 13))
    assert told(desk) == ["Aq"]
    type_in(desk, "Aq is old. It is qu")
    assert told(desk) == ["Aq"]
    assert [each.quote for each in desk.session.problems] == ["Aq", "qu"]
    type_in(desk, "Aq is old. It is qu.")
    assert told(desk) == ["Aq"]
    heard: list[object] = []
    desk.bridge.problems_changed.connect(heard.append)
    type_in(desk, "Aq is old. It is qu. So")
    assert told(desk) == ["Aq", "qu."]
    assert heard


def test_that_an_answer_gives_no_reason_waits_for_the_end_of_its_paragraph(qtbot: QtBot) -> None:
    def bare(report: Report, _: Pack) -> tuple[Problem, ...]:
        first = report.blocks("summary")[0]
        place = Place(section="summary", block=first.id)
        found = Problem(rule="nil-without-reason", severity="warning", place=place, message="No.", quote=words(first))
        return (found,) if words(first).strip() in ("None.", "N/A") else ()

    desk = open_desk(make_report({"summary": "It"}, pack=PACK), PACK, bare)
    patience = desk.bridge.patience
    patience.moved(at(desk, 2))
    type_in(desk, "None. ")
    # However long somebody thinks about the reason.
    patience._release()  # noqa: SLF001 - as when the keys have rested
    assert told(desk) == []
    type_in(desk, "None. It")
    type_in(desk, "N/A")
    assert told(desk) == []
    with qtbot.waitSignal(patience.released):
        patience.moved(Place(section="background"))
    assert told(desk) == ["N/A"]


def test_going_elsewhere_tells_of_it(desk: Desk) -> None:
    desk.bridge.patience.moved(at(desk, 13))
    type_in(desk, "Aq is old. It is qu")
    desk.bridge.patience.moved(at(desk, 2))
    assert told(desk) == ["Aq", "qu"]
    desk.bridge.patience.moved(at(desk, 13))
    type_in(desk, "Aq is old. It is qu or qv")
    assert told(desk) == ["Aq", "qu"]
    desk.bridge.patience.moved(None)
    assert told(desk) == ["Aq", "qu", "qv"]


def test_what_was_told_of_before_stays(desk: Desk) -> None:
    desk.bridge.patience.moved(at(desk, 2))
    type_in(desk, "Aq is old and qu. It", caret=14)
    assert told(desk) == ["Aq"]


def test_a_rest_tells_of_it(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Patience, "REST", 0.05)
    desk.bridge.patience.moved(at(desk, 13))
    type_in(desk, "Aq is old. It is qu")
    qtbot.waitUntil(lambda: told(desk) == ["Aq", "qu"])


def test_what_changes_elsewhere_or_by_itself_is_told_of_at_once(desk: Desk) -> None:
    desk.bridge.patience.moved(Place(field="subject"))
    type_in(desk, "Aq is old. It is qu")
    assert told(desk) == ["Aq", "qu"]
    desk.session.undo()
    desk.clock.pass_time()
    desk.bridge.patience.moved(at(desk, 13))
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Now qq")), "Put right")
    desk.clock.pass_time()
    assert told(desk) == ["qq"]
