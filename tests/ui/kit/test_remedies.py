"""What can be done about a problem, from every menu: its fix, all of its kind, another spelling, a word to keep."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Place, Problem, ReplaceWords, Report, words
from clerkwell.packs import Pack
from clerkwell.rules import check
from clerkwell.system import FileError
from clerkwell.ui.kit.remedies import fill_menu, head_menu, put_all_right, put_right, put_right_text, remedies
from helpers.building import MANIFEST, make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack(MANIFEST + '\n[rules]\ndate_form = "dd/mm/yyyy"\n')
WORDS = "The comittee met."


class Words:
    """A word list that keeps its words in memory."""

    def __init__(self, *, broken: bool = False) -> None:
        self.own_words = frozenset[str]()
        self._broken = broken
        self.asked = True

    def add(self, word: str) -> None:
        if self._broken:
            raise FileError("The folder is full.")
        self.own_words |= {word}

    def remove(self, word: str) -> None:
        self.own_words -= {word}

    def suggested(self, word: str) -> tuple[str, ...] | None:
        return self.suggest(word) if self.asked else None

    def suggest(self, word: str) -> tuple[str, ...]:
        assert word == "comittee"
        self.asked = True
        return ("committee", "commit tee")


def misspelt(report: Report, _: Pack) -> tuple[Problem, ...]:
    block = report.blocks("background")[0]
    start = words(block).find("comittee")
    if start < 0:
        return ()
    place = Place(section="background", block=block.id, start=start, end=start + 8)
    return (Problem(rule="misspelt", severity="warning", place=place, quote="comittee", message="Not a word."),)


def a_desk(*, broken: bool = False, read_only: bool = False) -> Desk:
    desk = open_desk(make_report({"background": WORDS}, pack=PACK), PACK, misspelt, read_only=read_only)
    desk.bridge.words = Words(broken=broken)
    desk.clock.pass_time()
    return desk


def two_dates() -> Desk:
    """A report with two dates that are not in the house form, each with a fix."""
    report = make_report(pack=PACK)
    rows = tuple({"name": FieldValue(text="A"), "date": FieldValue(text=day)} for day in ("7 June 2017", "8 June 2017"))
    desk = open_desk(report.model_copy(update={"repeats": {"committees": rows}}), PACK, check)
    desk.clock.pass_time()
    return desk


def of(desk: Desk, rule: str) -> Problem:
    return next(each for each in desk.session.problems if each.rule == rule)


def dates(desk: Desk) -> list[str]:
    return [row["date"].text for row in desk.report.repeats["committees"]]


def test_a_misspelt_word_can_be_changed_to_what_was_meant_or_kept() -> None:
    desk = a_desk()
    offered = remedies(of(desk, "misspelt"), desk.bridge)
    assert [each.text for each in offered] == [
        "Change to “committee”",
        "Change to “commit tee”",
        "Add “comittee” to my words",
    ]
    offered[0].run()
    assert words(desk.report.blocks("background")[0]) == "The committee met."
    desk.session.undo()
    assert words(desk.report.blocks("background")[0]) == WORDS


def test_a_word_that_is_kept_goes_to_the_authors_words_and_the_report_is_checked_again() -> None:
    desk = a_desk()
    remedies(of(desk, "misspelt"), desk.bridge)[-1].run()
    assert desk.bridge.words is not None
    assert desk.bridge.words.own_words == {"comittee"}
    assert desk.messages.said[-1] == "“comittee” counts as spelt right from now on."


def test_a_word_that_cannot_be_kept_is_said() -> None:
    desk = a_desk(broken=True)
    remedies(of(desk, "misspelt"), desk.bridge)[-1].run()
    assert "could not be added to your words" in desk.messages.noticed[-1]


def test_all_of_a_kind_are_one_step_of_undo() -> None:
    desk = two_dates()
    problem = of(desk, "date-house-form")
    assert "Put right all 2 of this kind" in [each.text for each in remedies(problem, desk.bridge)]
    put_all_right(problem.rule, desk.bridge)
    assert dates(desk) == ["07/06/2017", "08/06/2017"]
    assert desk.messages.said[-1] == "Put right: 2. Undo takes it back."
    desk.session.undo()
    assert dates(desk) == ["7 June 2017", "8 June 2017"]


def test_one_alone_is_put_right_by_its_own_fix() -> None:
    desk = two_dates()
    put_right(of(desk, "date-house-form"), desk.bridge)
    assert dates(desk) == ["07/06/2017", "8 June 2017"]


def test_when_none_is_left_it_is_said() -> None:
    desk = two_dates()
    put_all_right("appendix-not-cited", desk.bridge)
    assert desk.messages.said[-1] == "There is nothing of this kind left to put right."


def test_a_report_to_read_only_offers_nothing_but_what_the_check_is_about(qtbot: QtBot) -> None:
    desk = a_desk(read_only=True)
    asked: list[str] = []
    desk.bridge.explain = asked.append
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_menu(menu, of(desk, "misspelt"), desk.bridge)
    (about,) = menu.actions()
    about.trigger()
    assert asked == ["misspelt"]


def test_what_has_changed_meanwhile_is_said_and_nothing_is_lost() -> None:
    desk = a_desk()
    problem = of(desk, "misspelt")
    assert problem.place is not None
    gone = problem.model_copy(update={"place": problem.place.model_copy(update={"block": "gone"})})
    remedies(gone, desk.bridge)[0].run()
    assert words(desk.report.blocks("background")[0]) == WORDS
    assert "changed meanwhile" in desk.messages.said[-1]


def test_a_menu_opens_at_once_and_other_spellings_come_into_it(qtbot: QtBot) -> None:
    desk = a_desk()
    words_known = Words()
    words_known.asked = False
    desk.bridge.words = words_known
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_menu(menu, of(desk, "misspelt"), desk.bridge)
    assert [each.text() for each in menu.actions()] == [
        "Looking for what was meant…",
        "Add “comittee” to my words",
    ]
    qtbot.waitUntil(lambda: len(menu.actions()) == 3)
    assert menu.actions()[0].text() == "Change to “committee”"
    menu.actions()[0].trigger()
    assert words(desk.report.blocks("background")[0]) == "The committee met."
    desk.bridge.let_go()


def test_a_menu_that_was_closed_meanwhile_takes_no_spellings(qtbot: QtBot) -> None:
    desk = a_desk()
    words_known = Words()
    words_known.asked = False
    desk.bridge.words = words_known
    menu = QMenu()
    fill_menu(menu, of(desk, "misspelt"), desk.bridge)
    with qtbot.waitSignal(menu.destroyed):
        menu.deleteLater()
    qtbot.waitUntil(lambda: words_known.asked)
    qtbot.wait(20)
    desk.bridge.let_go()


def test_one_word_for_another_is_named_on_the_button() -> None:
    place = Place(section="background", block="b", start=0, end=8)
    problem = Problem(
        rule="misspelt", severity="warning", place=place, quote="seperate", message="Not a word.",
        fix=ReplaceWords(place=place, words="separate"),
    )  # fmt: skip
    assert put_right_text(problem) == "Change to “separate”"
    two = problem.model_copy(update={"rule": "doubled-word", "quote": "the the"})
    assert put_right_text(two) == "Take out the second one"


def test_what_is_wrong_wraps_over_the_menu_and_cannot_be_chosen(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    said = "Warning: “comittee” is not in the dictionary. " * 3
    head_menu(menu, said)
    (head,) = menu.actions()
    assert (head.text(), head.isEnabled()) == (said, False)
    assert menu.sizeHint().width() < menu.fontMetrics().horizontalAdvance(said) / 2
