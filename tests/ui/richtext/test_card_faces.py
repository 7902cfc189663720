"""Tables and pictures as they stand in the text: what is seen of them, and what a click and the keys do there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtTest import QTest

from clerkwell.model import Cell, Image, Landscape, Paragraph, Reference, SetBlocks, Table, Text
from clerkwell.model import words as block_words
from clerkwell.ui.editors.richtext import Selection, Spot
from clerkwell.ui.editors.richtext.card_drawing import Drawing, _breakable, draw
from clerkwell.ui.editors.richtext.faces import MOST_ROWS, PictureFace, TableFace, face_of, faces
from clerkwell.ui.editors.within import change
from helpers.editing import Editing, bring_up, keys, press
from helpers.picturing import picture_bytes

Opener = Callable[..., Editing]
pytestmark = pytest.mark.usefixtures("qapp")
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def table(*rows: str, caption: str = "", rag: tuple[int, ...] = ()) -> Table:
    cells = tuple(tuple(Cell(paragraphs=((Text(text=word),),)) for word in row.split("|")) for row in rows)
    return Table(rows=cells, caption=caption, rag_columns=rag)


def words(text: str) -> Paragraph:
    return Paragraph(runs=(Text(text=text),))


COSTS = table("Year|Cost", "2026|£40", "2027|£50", caption="Cost by year")
BETWEEN = (words("One"), COSTS, words("Two"))


def drawing(block: Table | Image | Landscape, width: float = 400, sizes: tuple[int, int] | None = None) -> Drawing:
    shown = faces(face_of(block, lambda _: "9"))
    return draw(shown, width, QFont(), lambda _: "Name 3", lambda _: sizes)


def texts(drawn: Drawing) -> list[str]:
    return [piece.text for piece in drawn.pieces if piece.text]


def test_a_table_is_seen_with_its_number_its_caption_and_its_words() -> None:
    assert texts(drawing(COSTS)) == ["Name 3: Cost by year", "Year", "Cost", "2026", "£40", "2027", "£50"]
    heads = [piece.text for piece in drawing(COSTS).pieces if piece.bold]
    assert heads == ["Name 3: Cost by year", "Year", "Cost"]
    figures = [piece for piece in drawing(COSTS).pieces if piece.text.startswith("£")]
    assert {piece.side for piece in figures} == {Qt.AlignmentFlag.AlignRight}, "as the page has columns of figures"


def test_a_table_fits_the_text_and_wraps_its_words() -> None:
    long = table("Task|Words", f"a|{'many words that go on ' * 6}")
    for width in (160.0, 400.0, 900.0):
        right = max(piece.room.right() for piece in drawing(long, width).pieces)
        assert right <= width + 0.5
    assert drawing(long, 200).height > drawing(long, 900).height


def test_only_a_word_that_is_wider_than_its_column_is_broken() -> None:
    metrics = QFontMetricsF(QFont())
    room = metrics.horizontalAdvance("a person")
    whole = "with a person to look after them"
    assert _breakable(metrics, whole, room) == whole
    broken = _breakable(metrics, "with a Gesamtschuldverschreibung", room)
    assert broken.startswith("with a Gesam")
    assert all(metrics.horizontalAdvance(part) <= room for part in broken.removeprefix("with a ").split("\u200b"))


def test_a_wide_table_is_drawn_smaller_before_a_sum_in_it_is_broken() -> None:
    wide = table("Option|Cost, first year|Cost over four years|Faults expected", "Repair|£46,000|£184,000|September")
    met = []
    # Narrower and narrower, in whatever letters there are, until it has become as small as it may.
    for width in range(800, 100, -2):
        cells = [piece for piece in drawing(wide, width).pieces if piece.text and not piece.text.startswith("Name")]
        met.append(cells[0].size)
        if cells[0].size < 0.85:
            break
        for piece in cells:
            font = QFont()
            font.setBold(piece.bold)
            font.setPointSizeF(font.pointSizeF() * piece.size)
            assert _breakable(QFontMetricsF(font), piece.text, piece.room.width()) == piece.text, width
    assert list(dict.fromkeys(met)) == [1.0, 0.9, 0.8]


def test_of_a_long_table_the_beginning_is_seen_and_how_much_more_there_is() -> None:
    long = table("Month|Visits", *(f"{at}|{at}" for at in range(50)))
    shown = texts(drawing(long))
    assert shown[-1] == f"… {51 - MOST_ROWS} more rows"
    assert len([each for each in shown if each.isdigit()]) == 2 * (MOST_ROWS - 1)
    wide = table("|".join(f"c{at}" for at in range(40)))
    assert texts(drawing(wide, 300))[-1].endswith("more columns")


def test_columns_without_room_are_left_out_and_told_of_before_a_word_is_broken() -> None:
    """In large text heads came as “Optio / n”, and a sum as “£46,0 / 00”."""
    heads = ("Option", "Cost over four years", "Faults expected", "Days closed", "Recommendation")
    drawn = drawing(table("|".join(heads), "1|£460,000|twelve|9|no"), 260)
    shown = [piece for piece in drawn.pieces if piece.text in heads or piece.text == "£460,000"]
    assert 1 < len(shown) < len(heads) + 1
    for piece in shown:
        font = QFont()
        font.setBold(piece.bold)
        font.setPointSizeF(font.pointSizeF() * piece.size)
        assert _breakable(QFontMetricsF(font), piece.text, piece.room.width()) == piece.text
    assert "more column" in texts(drawn)[-1]


def test_a_status_has_its_colour_and_its_word() -> None:
    drawn = drawing(table("Task|Status", "a|Red: late", rag=(1,)))
    (fill,) = [piece.fill for piece in drawn.pieces if piece.fill.startswith("#")]
    assert QColor(fill).red() > 2 * QColor(fill).green()
    assert "Red: late" in texts(drawn)


def test_a_reference_in_a_cell_says_what_it_points_at() -> None:
    cell = Cell(paragraphs=((Text(text="See "), Reference(to="paragraph", target="p")),))
    assert "See 9" in texts(drawing(Table(rows=((cell,),), header_rows=0)))


def test_a_picture_is_seen_with_its_caption_and_whether_it_is_described() -> None:
    drawn = drawing(Image(attachment="a.png", caption="The hall", alt="Two doors"), sizes=(200, 100))
    assert texts(drawn) == ["Name 3: The hall", "Described as: Two doors"]
    (room,) = [piece.room for piece in drawn.pieces if piece.file]
    assert (room.width(), room.height()) == (200, 100)
    half = drawing(Image(attachment="a.png", width=50), sizes=(200, 100))
    assert [piece.room.width() for piece in half.pieces if piece.file] == [200.0]
    assert texts(half) == ["Not yet described"]
    assert "This picture cannot be shown." in texts(drawing(Image(attachment="gone.png", decorative=True)))


def test_all_that_stands_on_a_landscape_page_is_seen() -> None:
    page = Landscape(blocks=(COSTS, words("Words"), Image(attachment="a.png")))
    kinds = [type(face) for face in faces(face_of(page, lambda _: "9"))]
    assert (TableFace in kinds, PictureFace in kinds) == (True, True)
    assert texts(drawing(page))[0] == "On a landscape page"
    assert "Words" in texts(drawing(page))


def painted(editing: Editing) -> QImage:
    return editing.editor().viewport().grab().toImage()


def test_what_changes_in_a_cell_is_seen_at_once(opened: Opener) -> None:
    editing = opened({"background": BETWEEN})
    before = painted(editing)
    rows = table("Year|Cost", "2026|£4,000,000", "2027|£50").rows
    changed = COSTS.model_copy(update={"rows": rows, "id": editing.blocks()[1].id})
    change(editing.editor(), editing.blocks()[1].id, changed, "Table")
    assert painted(editing) != before


def middle_of(editing: Editing, line: int) -> QPoint:
    editor = editing.editor()
    room = editor.document().documentLayout().blockBoundingRect(editor.document().findBlockByNumber(line))
    return QPoint(editor.viewport().width() // 2, round(room.center().y()) - editor.verticalScrollBar().value())


def click(editing: Editing, line: int, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    QTest.mouseClick(editing.editor().viewport(), button, Qt.KeyboardModifier.NoModifier, middle_of(editing, line))


def test_a_click_marks_a_table_and_delete_takes_it_out_with_one_undo(opened: Opener) -> None:
    editing = opened({"background": BETWEEN})
    bring_up(editing)
    click(editing, 1)
    assert editing.editor().selection() == Selection(Spot(1, 0), Spot(1, 1))
    assert "Enter or a double click opens it" in editing.desk.messages.said[-1]
    press(editing.editor(), Qt.Key.Key_Delete)
    assert [block.kind for block in editing.blocks()] == ["paragraph", "paragraph"]
    assert editing.desk.messages.said[-1] == "The table is removed. Undo brings it back."
    assert editing.desk.session.undo_label == "Remove the table"
    editing.desk.session.undo()
    assert editing.blocks() == BETWEEN


@pytest.mark.parametrize(("line", "offset", "key"), [(2, 0, Qt.Key.Key_Backspace), (0, 3, Qt.Key.Key_Delete)])
def test_from_beside_a_table_a_key_first_marks_it(opened: Opener, line: int, offset: int, key: Qt.Key) -> None:
    editing = opened({"background": BETWEEN})
    bring_up(editing)
    editing.editor().select(Selection.at(line, offset))
    press(editing.editor(), key)
    assert editing.blocks() == BETWEEN
    press(editing.editor(), key)
    assert [block.kind for block in editing.blocks()] == ["paragraph", "paragraph"]


def test_nothing_is_typed_or_pasted_over_a_marked_table(opened: Opener) -> None:
    editing = opened({"background": BETWEEN})
    bring_up(editing)
    click(editing, 1)
    keys(editing.editor(), "xé")
    assert editing.blocks() == BETWEEN
    assert "nothing was typed over it" in editing.desk.messages.said[-1]
    editing.editor().insert_piece((words("Put in"),), "Paste")
    assert [block.kind for block in editing.blocks()] == ["paragraph", "table", "paragraph", "paragraph"]


def test_the_arrow_keys_come_upon_a_table_as_a_whole_and_go_on(opened: Opener) -> None:
    editing = opened({"background": BETWEEN})
    bring_up(editing)
    editor = editing.editor()
    editor.select(Selection.at(0, 1))
    press(editor, Qt.Key.Key_Down)
    assert editor.selection() == Selection(Spot(1, 0), Spot(1, 1))
    press(editor, Qt.Key.Key_Down)
    assert editor.selection().caret.line == 2
    press(editor, Qt.Key.Key_Up)
    press(editor, Qt.Key.Key_Up)
    assert editor.selection().caret.line == 0
    press(editor, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_Right)
    press(editor, Qt.Key.Key_Return)
    keys(editor, "Below")
    assert [block.kind for block in editing.blocks()] == ["paragraph", "table", "paragraph", "paragraph"]


def test_the_menu_of_a_table_opens_removes_and_moves_it(opened: Opener) -> None:
    editing = opened({"background": BETWEEN})
    page = editing.pages["background"]
    page.editor.point_at(middle_of(editing, 1))
    menu = page.context_menu()
    offered = {action.text().replace("&", ""): action for action in menu.actions()}
    opens: list[str] = []
    page.editor.opened.connect(opens.append)
    offered["Edit table…"].trigger()
    assert opens == [editing.blocks()[1].id]
    offered["Move up"].trigger()
    assert [block.kind for block in editing.blocks()] == ["table", "paragraph", "paragraph"]
    offered["Remove table"].trigger()
    assert [block.kind for block in editing.blocks()] == ["paragraph", "paragraph"]
    menu.deleteLater()


def test_a_picture_is_called_one_in_its_menu(opened: Opener) -> None:
    editing = opened({"background": (words("One"), Image(attachment="a.png"))})
    editing.desk.session.add_attachment("a.png", picture_bytes("png", 90, 60))
    page = editing.pages["background"]
    page.editor.select(Selection(Spot(1, 0), Spot(1, 1)))
    menu = page.context_menu()
    assert {"Edit picture…", "Remove picture"} <= {action.text().replace("&", "") for action in menu.actions()}
    menu.deleteLater()


def test_words_own_keys_move_a_paragraph_with_its_list(opened: Opener) -> None:
    editing = opened({"background": "Done:\n- one\nNext."})
    bring_up(editing)
    editing.editor().select(Selection.at(0, 2))
    press(editing.editor(), Qt.Key.Key_Down, ALT_SHIFT)
    assert [block_words(block) for block in editing.blocks()] == ["Next.", "Done:", "one"]
    assert editing.desk.session.undo_label == "Move down"
    press(editing.editor(), Qt.Key.Key_Up, ALT_SHIFT)
    assert [block_words(block) for block in editing.blocks()] == ["Done:", "one", "Next."]


def test_a_screen_reader_hears_what_a_table_is_and_what_opens_it(opened: Opener) -> None:
    editing = opened({"background": BETWEEN})
    bring_up(editing)
    editing.editor().select(Selection(Spot(1, 0), Spot(1, 1)))
    told = editing.editor().accessibleDescription()
    assert told.startswith("Table: Cost by year, 3 rows by 2 columns. Return opens it, Delete removes it")


def test_a_table_is_called_as_the_document_will_call_it_and_is_laid_out_anew_when_that_changes(opened: Opener) -> None:
    editing = opened({"summary": (words("First"),), "background": BETWEEN})
    editor = editing.editor()
    name = editing.blocks()[1].id
    assert editor._card.names == {name: "Table 1"}  # noqa: SLF001 - what is painted
    before = painted(editing)
    report = editing.desk.session
    report.apply(SetBlocks(section="summary", blocks=(COSTS.model_copy(update={"id": ""}),)), "Another above")
    assert editor._card.names == {name: "Table 2"}  # noqa: SLF001
    assert painted(editing) != before
