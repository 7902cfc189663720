"""The review of a document that came back: deciding each change, many at once, and what conflicts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.comparing import Conflict, Piece
from clerkwell.model import Note, Place
from clerkwell.session.coming_home.results import Outcome, ReviewItem
from clerkwell.ui.kit.style import dress
from clerkwell.ui.review import Decided, ReviewDialog
from clerkwell.ui.review.asking import Find
from clerkwell.ui.review.wording import comments_said, counts, line, part_named
from helpers.building import make_report
from helpers.desk import Recorder

WHEN = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
SUMMARY, BACKGROUND = Place(section="summary"), Place(section="background")


def item(item_id: str, part: str, author: str, before: str, after: str) -> ReviewItem:
    pieces = (Piece("The fee is "), Piece(before, "removed"), Piece(after, "added"), Piece(" a day."))
    kind = "changed" if before and after else "added" if after else "removed"
    when = WHEN if author else None
    place = SUMMARY if part == "Summary" else BACKGROUND
    return ReviewItem(item_id, part, place, kind, pieces, before, after, author=author, when=when, tracked=bool(author))  # type: ignore[arg-type]  # one of the kinds


ITEMS = (
    item("1", "Summary", "J. Smith", "ten", "twelve"),
    item("2", "Summary", "A. Jones", "", "only"),
    item("3", "Background", "J. Smith", "always", ""),
    item("4", "Background", "", "", "untold"),
)
CONFLICT = Conflict(
    "c1", "Summary", SUMMARY, "Fees rise.", (Piece("Fees fall.", "added"),), (Piece("Fees stay.", "added"),)
)


@dataclass
class Came:
    name: str = "draft.docx"
    items: tuple[ReviewItem, ...] = ITEMS
    notes: tuple[Note, ...] = ()
    said: tuple[str, ...] = ("It was made of “as sent to Legal”.",)


def no_conflicts(decided: Decided, done: Callable[[Outcome], None]) -> None:
    del decided
    done(Outcome(make_report()))


def if_first_is_accepted(decided: Decided, done: Callable[[Outcome], None]) -> None:
    conflicts = (CONFLICT,) if "1" in decided.accepted and "c1" not in decided.choices else ()
    done(Outcome(make_report({"summary": ", ".join(decided.choices.values())}), conflicts=conflicts))


@pytest.fixture
def messages() -> Recorder:
    return Recorder()


@pytest.fixture
def make(qtbot: QtBot, messages: Recorder) -> Callable[..., ReviewDialog]:
    def made(find: Find = no_conflicts) -> ReviewDialog:
        dialog = ReviewDialog(Came(), "came back on 5 November 2026", find, messages)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.list.hasFocus)
        return dialog

    return made


def test_a_and_r_decide_and_go_on(qtbot: QtBot, make: Callable[..., ReviewDialog]) -> None:
    dialog = make()
    qtbot.keyClick(dialog.list, Qt.Key.Key_A)
    qtbot.keyClick(dialog.list, Qt.Key.Key_R)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_A)
    assert dialog.decided == Decided(("1", "4"), ("3",), {})
    assert dialog.counts.text() == "4 changes: 2 accepted, 1 rejected, 1 to decide."
    assert dialog.apply_button.text() == "A&pply, and keep 1 for later"


def test_n_goes_to_the_next_to_decide_and_l_opens_a_decision_again(
    qtbot: QtBot, make: Callable[..., ReviewDialog]
) -> None:
    dialog = make()
    qtbot.keyClick(dialog.list, Qt.Key.Key_A)
    dialog.list.mark("1")
    qtbot.keyClick(dialog.list, Qt.Key.Key_N)
    assert dialog.list.marked() == "2"
    dialog.list.mark("1")
    qtbot.keyClick(dialog.list, Qt.Key.Key_L)
    assert dialog.decided.open == ("1", "2", "3", "4")


def test_changes_are_decided_by_author_and_by_part(make: Callable[..., ReviewDialog]) -> None:
    dialog = make()
    dialog.author.setCurrentText("J. Smith")
    assert dialog.list.ids == ["1", "3"]
    dialog.decide_shown("accepted")
    dialog.author.setCurrentText("Everyone")
    dialog.part.setCurrentText("Background")
    assert dialog.list.ids == ["3", "4"]
    dialog.decide_shown("rejected")
    dialog.part.setCurrentText("Every part")
    assert dialog.decided == Decided(("1",), ("2",), {})


def test_what_nobody_tracked_can_be_chosen_by_itself(make: Callable[..., ReviewDialog]) -> None:
    dialog = make()
    dialog.author.setCurrentText("Not tracked")
    assert dialog.list.ids == ["4"]
    assert "Added, not tracked" in str(_said(dialog, "4"))


def test_a_screen_reader_hears_the_change_its_author_and_its_state(
    qtbot: QtBot, make: Callable[..., ReviewDialog]
) -> None:
    dialog = make()
    assert _said(dialog, "1") == (
        "Changed by J. Smith on 3 November 2026: Removed “ten”. Added “twelve”. To decide. In Summary."
    )
    qtbot.keyClick(dialog.list, Qt.Key.Key_A)
    assert "Accepted. In Summary." in _said(dialog, "1")
    assert dialog.change.words.accessibleDescription().startswith("Added by A. Jones")


def test_no_change_is_told_by_its_colour_alone(make: Callable[..., ReviewDialog]) -> None:
    html = make().change.words.toHtml()
    assert "line-through" in html
    assert "underline" in html


def test_accepting_brings_up_the_conflict_it_makes(qtbot: QtBot, make: Callable[..., ReviewDialog]) -> None:
    dialog = make(if_first_is_accepted)
    qtbot.keyClick(dialog.list, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: "1 conflict to choose" in dialog.counts.text())
    # The place in the list is kept.
    assert dialog.list.marked() == "2"
    qtbot.keyClick(dialog.list, Qt.Key.Key_C)
    assert dialog.list.marked() == "conflict:c1"
    assert dialog.conflict.isVisible()
    assert dialog.conflict.before.toPlainText() == "Fees rise."
    assert dialog.conflict.ours.toPlainText() == "Fees fall."
    assert dialog.conflict.theirs.toPlainText() == "Fees stay."
    said = _said(dialog, "conflict:c1")
    assert "The report has: Fees fall. The document has: Fees stay. To choose." in said


@pytest.mark.parametrize(("key", "choice"), [("O", "ours"), ("T", "theirs"), ("B", "both")])
def test_a_letter_chooses_what_stays_of_a_conflict(
    qtbot: QtBot, make: Callable[..., ReviewDialog], key: str, choice: str
) -> None:
    dialog = make(if_first_is_accepted)
    dialog.decide_shown("accepted")
    qtbot.waitUntil(lambda: "conflict:c1" in dialog.list.ids)
    dialog.next_conflict()
    qtbot.keyClick(dialog.list, key)
    assert dialog.decided.choices == {"c1": choice}
    assert "conflict" not in dialog.counts.text()
    with qtbot.waitSignal(dialog.accepted):
        dialog.apply_button.click()
    assert dialog.outcome is not None
    assert dialog.outcome.report == make_report({"summary": choice})


def test_a_conflict_that_is_not_chosen_is_asked_about(
    qtbot: QtBot, make: Callable[..., ReviewDialog], messages: Recorder
) -> None:
    dialog = make(if_first_is_accepted)
    # Straight to the button: conflicts are looked for before anything is taken.
    dialog.decide_shown("accepted")
    with qtbot.assertNotEmitted(dialog.accepted):
        dialog.apply_button.click()
    assert messages.asked[-1].text == "A conflict is not chosen yet."
    assert dialog.list.marked() == "conflict:c1"
    messages.answer = "ours"
    with qtbot.waitSignal(dialog.accepted):
        dialog.apply_button.click()
    assert dialog.decided.choices == {}


def test_a_conflict_goes_with_the_change_that_made_it(qtbot: QtBot, make: Callable[..., ReviewDialog]) -> None:
    dialog = make(if_first_is_accepted)
    dialog.decide_shown("accepted")
    qtbot.waitUntil(lambda: "conflict:c1" in dialog.list.ids)
    dialog.list.mark("1")
    qtbot.keyClick(dialog.list, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: "conflict:c1" not in dialog.list.ids)
    assert "conflict" not in dialog.counts.text()


def test_what_is_worked_out_too_late_is_passed_over(qtbot: QtBot, make: Callable[..., ReviewDialog]) -> None:
    waiting: list[Callable[[Outcome], None]] = []
    dialog = make(lambda _, done: waiting.append(done))
    qtbot.keyClick(dialog.list, Qt.Key.Key_A)
    dialog.apply_button.click()
    waiting[0](Outcome(make_report(), conflicts=(CONFLICT,)))
    assert "conflict:c1" not in dialog.list.ids
    with qtbot.waitSignal(dialog.accepted):
        waiting[-1](Outcome(make_report({"summary": "Late."})))
    waiting[0](Outcome(make_report()))
    assert dialog.outcome is not None
    assert dialog.outcome.report == make_report({"summary": "Late."})


def test_the_letters_work_from_the_words_too(qtbot: QtBot, make: Callable[..., ReviewDialog]) -> None:
    dialog = make()
    dialog.change.words.setFocus()
    qtbot.keyClick(dialog.change.words, Qt.Key.Key_A)
    assert dialog.decided.accepted == ("1",)


def test_nothing_decided_is_all_kept_for_later(make: Callable[..., ReviewDialog]) -> None:
    dialog = make()
    assert dialog.apply_button.text() == "Keep all &for later"
    dialog.decide_shown("rejected")
    assert dialog.apply_button.text() == "A&pply"


def test_everything_in_it_has_a_name(make: Callable[..., ReviewDialog]) -> None:
    dialog = make(if_first_is_accepted)
    dialog.decide_shown("accepted")
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert name, widget


def _said(dialog: ReviewDialog, item_id: str) -> str:
    for at in range(dialog.list.count()):
        if dialog.list.item(at).data(Qt.ItemDataRole.UserRole) == item_id:
            return str(dialog.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole))
    raise AssertionError(item_id)


def test_in_large_text_and_a_small_window_the_buttons_and_both_sides_of_a_conflict_are_there(
    qtbot: QtBot, qapp: QApplication, make: Callable[..., ReviewDialog]
) -> None:
    # The program's own look takes more room than Qt's.
    dress(qapp, "light", 11)
    dialog = make(if_first_is_accepted)
    dialog.setStyleSheet("* { font-size: 22pt; }")
    dialog.resize(980, 640)
    for button in (dialog.change.accept_button, dialog.change.reject_button, dialog.change.later_button):
        assert not button.visibleRegion().isEmpty()
    dialog.decide_shown("accepted")
    qtbot.waitUntil(lambda: "conflict:c1" in dialog.list.ids)
    dialog.next_conflict()
    assert not dialog.conflict.before.isVisible()
    both = (dialog.conflict.ours, dialog.conflict.theirs, dialog.conflict.ours_button, dialog.conflict.both_button)
    # A layout follows what is shown in it once the window gets round to that.
    qtbot.waitUntil(lambda: all(each.visibleRegion().boundingRect().height() == each.height() for each in both))


def test_a_question_is_named_with_the_page_that_asks_it() -> None:
    asked = replace(ITEMS[0], part="If so, how much?", place=Place(field="spending-amount"))
    assert line(asked, "open").group == "Report details: If so, how much?"
    assert part_named("Summary", SUMMARY) == "Summary"
    assert part_named("Report details", Place(field="authors")) == "Report details"


def test_how_far_it_has_come_and_what_comes_besides_is_said_in_few_words() -> None:
    assert counts(("open", "open"), ()) == "2 changes to decide."
    assert counts(("open", "accepted"), (None,)) == "2 changes: 1 accepted, 1 to decide. 1 conflict to choose."
    assert counts((), ()) == "There is nothing to decide."
    assert [comments_said(count) for count in (0, 1, 2)] == [
        (),
        ("1 comment comes in as a note.",),
        ("2 comments come in as notes.",),
    ]


def test_a_move_is_not_explained_as_words_that_were_added(make: Callable[..., ReviewDialog]) -> None:
    details = make().change
    details.show_item(replace(ITEMS[1], kind="moved"), "open")
    told = [each.text() for each in details.findChildren(QLabel) if each.isVisible()]
    assert "The words that were moved are underlined where they stand now." in told
    assert not [each for each in told if each.startswith("Added words")]


def test_home_and_end_go_to_the_first_and_the_last_change_past_the_headings(
    qtbot: QtBot, make: Callable[..., ReviewDialog]
) -> None:
    dialog = make()
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    assert dialog.list.marked() == "4"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Home)
    assert dialog.list.marked() == "1"


def test_the_keyboard_is_back_in_the_list_when_all_were_decided(make: Callable[..., ReviewDialog]) -> None:
    dialog = make()
    button = next(each for each in dialog.findChildren(QAbstractButton) if "Accept all" in each.text().replace("&", ""))
    button.setFocus()
    button.click()
    assert dialog.list.hasFocus()


def test_words_that_were_moved_untracked_are_named_with_where_they_came_from() -> None:
    moved = ReviewItem(
        "5", "Options", Place(section="options"), "moved", (Piece("Do nothing."),), "", "moved here from Summary", False
    )
    shown = line(moved, "open")
    assert shown.title == "Moved “Do nothing.”"
    assert "Moved, not tracked: “Do nothing.”, from Summary" in shown.spoken
