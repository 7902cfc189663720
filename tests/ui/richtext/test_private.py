"""Marking what is not for publication: said in words, kept by every way of splitting, joining, copying and turning."""

from collections.abc import Callable
from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage

from clerkwell.model import Block, Blocks, Cell, Image, Paragraph, Quotation, SubHeading, Table, Text, words
from clerkwell.ui.editors.richtext.kinds import ordinary, toggle_kind, toggle_list, toggle_plain, toggle_private
from clerkwell.ui.editors.richtext.margin import PRIVATE
from clerkwell.ui.editors.richtext.narration import line_words
from clerkwell.ui.editors.richtext.outcome import Command
from clerkwell.ui.editors.richtext.spots import Selection, Spot
from clerkwell.ui.editors.richtext.structure import backspace, delete, delete_forward, split
from clerkwell.ui.editors.richtext.wording import copied, splice
from helpers.building import blocks
from helpers.editing import Editing, bring_up, commit, keys, press

Opener = Callable[..., Editing]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def marked(source: str, *private: int) -> Blocks:
    """Blocks of which those at these places are not for publication."""
    return tuple(
        block.model_copy(update={"id": f"b{index}", "private": index in private})
        for index, block in enumerate(blocks(source))
    )


def across(first: tuple[int, int], last: tuple[int, int]) -> Selection:
    return Selection(Spot(*first), Spot(*last))


def after(command: Command, made: Blocks, selection: Selection) -> list[tuple[str, bool]]:
    outcome = command(made, selection)
    assert outcome is not None
    return [(words(block), block.private) for block in outcome.blocks]


def shown(editing: Editing) -> list[tuple[str, bool]]:
    return [(words(block), block.private) for block in editing.blocks()]


def test_the_selected_lines_are_marked_and_all_of_them_marked_lose_the_mark() -> None:
    made = marked("One\nTwo\nThree", 1)
    whole = across((0, 1), (1, 1))
    assert after(toggle_private, made, whole) == [("One", True), ("Two", True), ("Three", False)]
    assert after(toggle_private, marked("One\nTwo", 0, 1), whole) == [("One", False), ("Two", False)]


def test_tables_and_pictures_are_marked_too() -> None:
    cards = (Table(id="t", rows=((Cell(),),)), Image(id="i", attachment="a.png"))
    outcome = toggle_private(cards, across((0, 0), (1, 1)))
    assert outcome is not None
    assert [block.private for block in outcome.blocks] == [True, True]


@pytest.mark.parametrize(
    "command",
    [toggle_list(True), toggle_list(False), toggle_kind(SubHeading), toggle_kind(Quotation), toggle_plain],
    ids=["numbers", "bullets", "sub-heading", "quotation", "no number"],
)
def test_turning_a_line_into_another_kind_keeps_the_mark(command: Command) -> None:
    assert after(command, marked("One", 0), Selection.at(0, 1)) == [("One", True)]
    assert after(ordinary, marked("- One", 0), Selection.at(0, 1)) == [("One", True)]


@pytest.mark.parametrize("source", ["Onetwo", "- Onetwo", "# Onetwo"])
@pytest.mark.parametrize("at", [0, 3, 6])
def test_both_parts_of_a_split_line_keep_the_mark(source: str, at: int) -> None:
    assert all(private for _, private in after(split, marked(source, 0), Selection.at(0, at)))


@pytest.mark.parametrize("private", [0, 1])
def test_joined_lines_are_as_strict_as_the_stricter_of_the_two(private: int) -> None:
    made = marked("One\nTwo", private)
    assert after(backspace, made, Selection.at(1, 0)) == [("OneTwo", True)]
    assert after(delete_forward, made, Selection.at(0, 3)) == [("OneTwo", True)]
    assert after(delete, made, across((0, 1), (1, 1))) == [("Owo", True)]


def test_a_private_line_that_is_gone_whole_marks_nothing() -> None:
    made = marked("One\nTwo\nThree", 1)
    assert after(delete, made, across((0, 3), (1, 3))) == [("One", False), ("Three", False)]


def test_words_copied_out_of_a_private_line_make_the_line_private_that_they_are_put_into() -> None:
    source = marked("The secret", 0)
    piece = copied(source, across((0, 4), (0, 10)))
    assert after(lambda now, at: splice(now, at, piece), marked("Open"), Selection.at(0, 4)) == [("Opensecret", True)]


def test_several_lines_put_in_are_each_as_strict_as_what_they_are_joined_to() -> None:
    piece = marked("x\ny\nz", 0)
    assert after(lambda now, at: splice(now, at, piece), marked("AB"), Selection.at(0, 1)) == [
        ("Ax", True),
        ("y", False),
        ("zB", False),
    ]
    piece = marked("x\ny\nz")
    assert all(
        private for _, private in after(lambda now, at: splice(now, at, piece), marked("AB", 0), Selection.at(0, 1))
    )


class TestInTheEditor:
    def test_the_keys_mark_a_paragraph_and_it_can_be_undone(self, opened: Opener) -> None:
        editing = opened({"background": "One\nTwo"})
        editor = editing.editor()
        editor.select(Selection.at(0, 1))

        editing.pages["background"].actions_by_id["private"].trigger()

        assert shown(editing) == [("One", True), ("Two", False)]
        assert editing.pages["background"].actions_by_id["private"].isChecked()
        editing.desk.session.undo()
        assert shown(editing) == [("One", False), ("Two", False)]

    def test_typing_and_enter_in_a_private_paragraph_stay_private(self, opened: Opener) -> None:
        editing = opened({"background": marked("One", 0)})
        editor = editing.editor()
        editor.select(Selection.at(0, 3))
        keys(editor, " a")
        press(editor, Qt.Key.Key_Return)
        keys(editor, "- b")
        assert shown(editing) == [("One a", True), ("b", True)]

    def test_a_word_deleted_backwards_over_the_start_of_a_private_line_makes_the_line_above_private(
        self, opened: Opener
    ) -> None:
        editing = opened({"background": marked("Open\nsecret", 1)})
        bring_up(editing)
        editor = editing.editor()
        editor.select(Selection.at(1, 0))
        press(editor, Qt.Key.Key_Backspace, CONTROL)
        assert all(private for text, private in shown(editing) if "secret" in text)
        assert len(shown(editing)) == 1

    @pytest.mark.parametrize("method", ["keys", "an input method"])
    def test_a_selection_typed_over_does_not_publish_the_end_of_a_private_line(
        self, opened: Opener, method: str
    ) -> None:
        editing = opened({"background": marked("Open words\nMore\nThe secret", 2)})
        editor = editing.editor()
        editor.select(across((0, 4), (2, 3)))
        (keys if method == "keys" else commit)(editor, "x")
        assert shown(editing) == [("Openx secret", True)]

    def test_a_selection_typed_over_that_holds_all_of_a_private_line_marks_nothing(self, opened: Opener) -> None:
        editing = opened({"background": marked("Open words.\nThe secret.\nMore words.", 1)})
        editor = editing.editor()
        editor.select(across((0, 4), (2, 4)))
        keys(editor, "x")
        assert shown(editing) == [("Openx words.", False)]

    def test_cut_and_paste_carry_the_mark(self, opened: Opener) -> None:
        editing = opened({"background": marked("One\nTwo\nThree", 1)})
        bring_up(editing)
        editor = editing.editor()
        editor.select(across((1, 0), (2, 0)))
        editor.cut_piece()
        editor.select(Selection.at(1, 0))
        editor.paste()
        assert [private for text, private in shown(editing) if "Two" in text] == [True]

    def test_a_screen_reader_is_told(self, opened: Opener) -> None:
        editing = opened({"background": marked("One\nTwo", 1)})
        bring_up(editing)
        editing.editor().select(Selection.at(1, 0))
        assert PRIVATE.lower() in editing.editor().accessibleDescription()

    def test_words_and_a_bar_show_it(self, opened: Opener) -> None:
        plain = opened({"background": marked("One\nTwo")})
        private = opened({"background": marked("One\nTwo", 0)})
        below = [each.editor().document().lastBlock().layout().position().y() for each in (plain, private)]
        assert below[1] > below[0]
        pictures = [each.editor().viewport().grab().toImage() for each in (plain, private)]
        assert ink(pictures[1]) > ink(pictures[0])

    def test_one_bar_runs_along_lines_that_follow_each_other(self, opened: Opener) -> None:
        apart, together = (
            opened({"background": marked("One\nTwo\nThree", 0, 2)}),
            opened({"background": marked("One\nTwo", 0, 1)}),
        )
        lengths = [bars(each.editor().viewport().grab().toImage()) for each in (apart, together)]
        assert [len(each) for each in lengths] == [2, 1]

    def test_the_words_below_a_line_keep_off_the_heading_that_follows(self, opened: Opener) -> None:
        editing = opened({"background": marked("One\nTwo", 0)})
        document = editing.editor().document()
        layout = document.documentLayout()
        room = (
            layout.blockBoundingRect(document.lastBlock()).top()
            - layout.blockBoundingRect(document.firstBlock()).bottom()
        )
        assert room > 1.6 * QFontMetricsF(document.defaultFont()).height()


def bars(picture: QImage) -> list[int]:
    """How long each bar in the left margin is, in pixels, from the top."""
    for x in range(picture.width() // 6):
        dark = [picture.pixelColor(x, y).lightness() < 100 for y in range(picture.height())]
        found = [len(list(run)) for is_dark, run in groupby(dark) if is_dark]
        if found:
            return found
    return []


def ink(picture: QImage) -> int:
    """How many pixels are dark."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(1 for byte in bytes(grey.constBits()) if byte < 128)


@pytest.mark.parametrize("block", [Paragraph(runs=(Text(text="x"),), private=True), Table(private=True)])
def test_what_is_said_of_a_line_says_that_it_is_private(block: Block) -> None:
    assert line_words(block, "3.").endswith(", not for publication")
