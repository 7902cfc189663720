"""What is typed and meant otherwise, and what is typed and meant as it is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from clerkwell.model import ListItem, Paragraph, Text, words
from clerkwell.ui.editors.richtext import Selection
from helpers.editing import Editing, keys, must_hold, press

Opener = Callable[..., Editing]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("It's said", "It’s said"),
        ('the "new" park', "the “new” park"),
        ("('one')", "(‘one’)"),
        ("a plan -- which", "a plan – which"),
        ("a plan - which is", "a plan – which is"),
        ("pages 5 - 10 of it", "pages 5 - 10 of it"),
        ("well-known and follow-up ", "well-known and follow-up "),
        ("run it -x now", "run it -x now"),
        ("see www.example.org/it's", "see www.example.org/it's"),
        ('name="x"', 'name="x"'),
    ],
)
def test_typing_means_what_it_does_in_word(opened: Opener, typed: str, shown: str) -> None:
    editing = opened({"background": ()})
    keys(editing.editor(), typed)

    assert words(editing.blocks()[0]) == shown
    assert editing.editor().selection() == Selection.at(0, len(shown))
    must_hold(editing)


@pytest.mark.parametrize("back", ["undo", "backspace"])
@pytest.mark.parametrize(("typed", "as_typed"), [("It'", "It'"), ("a -- ", "a -- "), ("- ", "- "), ("1. ", "1. ")])
def test_undo_and_backspace_at_once_give_back_what_was_typed(
    opened: Opener, typed: str, as_typed: str, back: str
) -> None:
    editing = opened({"background": ()})
    editor = editing.editor()
    keys(editor, typed)

    if back == "undo":
        editing.desk.session.undo()
    else:
        press(editor, Qt.Key.Key_Backspace)

    assert words(editing.blocks()[0]) == as_typed
    assert isinstance(editing.blocks()[0], Paragraph)
    must_hold(editing)
    editor.select(Selection.at(0, len(as_typed)))
    press(editor, Qt.Key.Key_Backspace)
    assert words(editing.blocks()[0]) == as_typed[:-1], "the next one rubs out"


def test_backspace_later_rubs_out_as_ever(opened: Opener) -> None:
    editing = opened({"background": ()})
    keys(editing.editor(), "It's")
    press(editing.editor(), Qt.Key.Key_Backspace)

    assert words(editing.blocks()[0]) == "It’"


def test_a_mark_takes_the_look_of_the_words_it_is_in(opened: Opener) -> None:
    editing = opened({"background": (Paragraph(runs=(Text(text="Bold", bold=True), Text(text=" plain"))),)})
    editor = editing.editor()
    editor.select(Selection.at(0, 4))
    keys(editor, "'s")

    assert editing.blocks()[0].runs == (Text(text="Bold’s", bold=True), Text(text=" plain"))  # type: ignore[union-attr]  # worded


@pytest.mark.parametrize(("typed", "level"), [("a) ", 1), ("(b) ", 1)])
def test_a_letter_begins_an_inner_list_under_a_list_and_nowhere_else(opened: Opener, typed: str, level: int) -> None:
    editing = opened({"background": "1. one\nx", "options": "One\nx"})
    for section, kind in (("background", ListItem), ("options", Paragraph)):
        editor = editing.editor(section)
        editor.select(Selection.at(1, 0))
        keys(editor, typed)
        assert isinstance(editing.blocks(section)[1], kind)
    item = editing.blocks()[1]
    assert isinstance(item, ListItem)
    assert (item.level, item.ordered, words(item)) == (level, True, "x")


def test_a_roman_number_goes_in_a_level_more_under_letters(opened: Opener) -> None:
    editing = opened({"background": (ListItem(ordered=True), ListItem(ordered=True, level=1), Paragraph())})
    editor = editing.editor()
    editor.select(Selection.at(2, 0))

    keys(editor, "(i) ")

    item = editing.blocks()[2]
    assert isinstance(item, ListItem)
    assert item.level == 2
