"""Whatever is done to a section but taking the mark off, private words never come to stand in a public line.

Private words are in capitals here, public ones in small letters, so that each can be told by its looks.
"""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from clerkwell.model import Blocks, ListItem, Paragraph, Quotation, SubHeading, Text, words
from clerkwell.ui.editors.richtext.autoformat import begin_list
from clerkwell.ui.editors.richtext.belonging import move_lines
from clerkwell.ui.editors.richtext.kinds import nest, ordinary, outdent, toggle_kind, toggle_list, toggle_plain
from clerkwell.ui.editors.richtext.outcome import Command
from clerkwell.ui.editors.richtext.spots import Selection, Spot, length, lines_of
from clerkwell.ui.editors.richtext.structure import backspace, delete, delete_forward, split
from clerkwell.ui.editors.richtext.wording import copied, move_piece, set_link, splice, toggle_mark
from helpers.editing import Editing, commit, keys, press

Opener = Callable[..., Editing]
COMMANDS: tuple[Command, ...] = (
    split, backspace, delete, delete_forward, nest, outdent, ordinary, toggle_plain, begin_list,
    toggle_list(True), toggle_list(False), toggle_kind(SubHeading), toggle_kind(Quotation),
    move_lines(-1), move_lines(1), toggle_mark("b"), set_link("https://example.org/"),
)  # fmt: skip
KINDS = (Paragraph, SubHeading, Quotation, ListItem)


@st.composite
def sections(draw: st.DrawFn) -> Blocks:
    lines = []
    for number in range(draw(st.integers(1, 4))):
        private = draw(st.booleans())
        text = draw(st.text(alphabet="ABCD" if private else "abcd", max_size=4))
        runs = (Text(text=text),) if text else ()
        lines.append(draw(st.sampled_from(KINDS))(id=f"b{number}", runs=runs, private=private))
    return tuple(lines)


def selections(draw: st.DrawFn, blocks: Blocks) -> Selection:
    spots = []
    for _ in range(2):
        line = draw(st.integers(0, len(lines_of(blocks)) - 1))
        spots.append(Spot(line, draw(st.integers(0, length(lines_of(blocks)[line])))))
    return Selection(*spots)


def published(blocks: Blocks) -> list[str]:
    """Private words in public lines."""
    return [words(block) for block in blocks if not block.private and any(each.isupper() for each in words(block))]


@given(st.data())
def test_no_command_publishes_anything(data: st.DataObject) -> None:
    blocks = data.draw(sections())
    clipboard: Blocks = ()
    for _ in range(data.draw(st.integers(1, 6))):
        selection = data.draw(st.composite(selections)(blocks))
        what = data.draw(st.sampled_from(("command", "copy", "paste", "move")))
        if what == "copy":
            clipboard = copied(blocks, selection)
            continue
        if what == "command":
            outcome = data.draw(st.sampled_from(COMMANDS))(blocks, selection)
        elif what == "paste":
            outcome = splice(blocks, selection, clipboard)
        else:
            spot = data.draw(st.composite(selections)(blocks)).caret
            outcome = move_piece(blocks, selection, spot)
        blocks = outcome.blocks if outcome else blocks
        assert published(blocks) == []


_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS = (
    (Qt.Key.Key_Backspace, _NONE), (Qt.Key.Key_Backspace, _CONTROL), (Qt.Key.Key_Backspace, _SHIFT),
    (Qt.Key.Key_Delete, _NONE), (Qt.Key.Key_Delete, _CONTROL), (Qt.Key.Key_Return, _NONE), (Qt.Key.Key_Return, _SHIFT),
    (Qt.Key.Key_K, _CONTROL), (Qt.Key.Key_Delete, _SHIFT),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_no_key_and_no_input_method_publishes_anything(opened: Opener, seed: int) -> None:
    dice = random.Random(seed)
    lines = tuple(
        Paragraph(
            id=f"b{number}", runs=(Text(text="PRIVATE WORDS" if number % 2 else "open words"),), private=number % 2 == 1
        )
        for number in range(6)
    )
    editing = opened({"background": lines})
    editor = editing.editor()
    for _ in range(25):
        blocks = lines_of(editing.blocks())
        first, last = (dice.randrange(len(blocks)) for _ in range(2))
        caret = Spot(last, dice.randint(0, length(blocks[last])))
        anchor = caret if dice.random() < 0.5 else Spot(first, dice.randint(0, length(blocks[first])))
        editor.select(Selection(anchor, caret))
        what = dice.random()
        if what < 0.2:
            keys(editor, dice.choice("xy "))
        elif what < 0.4:
            commit(editor, "é")
        elif what < 0.5:
            editing.desk.session.undo()
        else:
            press(editor, *dice.choice(_KEYS))
        assert published(editing.blocks()) == []
