"""Objects that are selected: their words can still be read."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPalette

from clerkwell.model import Cell, Footnote, Paragraph, Reference, Table, Text
from clerkwell.ui.kit.style import colours
from helpers.editing import Editing, bring_up

Opener = Callable[..., Editing]
TABLE = Table(id="t", caption="Costs by year", rows=((Cell(paragraphs=((Text(text="x"),),)),),))
NOTE = Footnote(runs=(Text(text="A note."),))
REFERENCES = Paragraph(id="p", runs=(Reference(to="paragraph", target="p"), NOTE) * 4)


def test_a_selected_card_reads_as_before_in_a_frame_of_the_selections_colour(opened: Opener) -> None:
    editing = opened({"background": (TABLE,)})
    before, after = pictures(editing)
    card, middle = editing.editor().cursorRect(), before.width() // 2
    inside = QRect(middle // 2, card.center().y() - card.height() // 4, middle, card.height() // 2)
    text, chosen = QColor(colours().text), editing.editor().palette().color(QPalette.ColorRole.Highlight)
    assert count(before.copy(inside), text) > 0
    assert after.copy(inside) == before.copy(inside)
    # Two long sides of a pixel at least.
    assert count(after, chosen) > 2 * middle
    assert count(before, chosen) == 0


def test_selected_references_and_notes_have_the_colour_of_selected_words(opened: Opener) -> None:
    editing = opened({"background": (REFERENCES,)})
    before, after = pictures(editing)
    words = editing.editor().palette().color(QPalette.ColorRole.HighlightedText)
    chosen = editing.editor().palette().color(QPalette.ColorRole.Highlight)
    # Where the selection is, as its own colour says: nothing in it is half of one colour and half of another.
    where = around(after, chosen)
    assert count(after.copy(where), words) > 20
    # Links may have that colour too, as the program's own look has it.
    assert count(after, chosen) > 2 * count(before, chosen)


def pictures(editing: Editing) -> tuple[QImage, QImage]:
    """A section with nothing selected, and with all of it selected."""
    bring_up(editing)
    editor = editing.editor()
    before = editor.viewport().grab().toImage()
    editor.selectAll()
    return before, editor.viewport().grab().toImage()


def count(picture: QImage, colour: QColor) -> int:
    """How many pixels have just this colour."""
    wanted, rows = colour.rgb(), range(picture.height())
    return sum(picture.pixel(x, y) == wanted for y in rows for x in range(picture.width()))


def around(picture: QImage, colour: QColor) -> QRect:
    """The smallest room that holds all pixels of this colour."""
    found = [
        (x, y) for y in range(picture.height()) for x in range(picture.width()) if picture.pixel(x, y) == colour.rgb()
    ]
    assert found
    left, top = min(x for x, _ in found), min(y for _, y in found)
    return QRect(left, top, max(x for x, _ in found) - left + 1, max(y for _, y in found) - top + 1)
