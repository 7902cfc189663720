"""How cells are edited and drawn: words with bold and italic, and red, amber and green to choose from."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QIcon,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QTextDocument,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from shiboken6 import isValid

from clerkwell.model import Cell, Text
from clerkwell.ui.editors.tables.cell_text import CellEditor, write
from clerkwell.ui.editors.tables.cells import text_of, with_text
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.style import GAP_SMALL
from clerkwell.word.writer.tables import RAG

CELL = Qt.ItemDataRole.UserRole
STATUS = Qt.ItemDataRole.UserRole + 1
_CONTROL = Qt.KeyboardModifier.ControlModifier
# A cell is typed into in no less room than so many letters.
_NARROW = 14
_ENDED = "ended"
STATUSES = ("Red", "Amber", "Green")
_Index = QModelIndex | QPersistentModelIndex


def swatch(text: str, size: int, line: QColor) -> QIcon:
    """The colour that these words stand for, in a frame; no icon where they stand for none."""
    word = text.split(maxsplit=1)[0].strip(".,:;-–—()").casefold() if text.strip() else ""
    if word not in RAG:
        return QIcon()
    made = QPixmap(size, size)
    made.fill(QColor(f"#{RAG[word][0]}"))
    painter = QPainter(made)
    painter.setPen(QPen(line))
    painter.drawRect(0, 0, size - 1, size - 1)
    painter.end()
    icon = QIcon(made)
    # Else it would take the tint of what is chosen, and be another colour.
    icon.addPixmap(made, QIcon.Mode.Selected)
    return icon


class CellDelegate(QStyledItemDelegate):
    """Edits and draws the cells of a table. `passed`: Tab has ended a cell, and goes on (1) or back (-1).

    `lowered`: Return has ended it, and goes on to the cell below.
    """

    passed = Signal(int)
    lowered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: QWidget | None = None

    def settle(self) -> None:
        """Keep what is still being typed into a cell: who opens a menu has not left it, and the cell may move."""
        if self._open is not None and isValid(self._open):
            self._finish(self._open)
        self._open = None

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A chooser of red, amber and green, which takes other words too; else a field for words."""
        name = f"Row {index.row() + 1}, column {index.column() + 1}"
        cell = _cell(index)
        if index.data(STATUS):
            self._open = self._chooser(parent, name, text_of(cell))
            return self._open
        self._open = editor = CellEditor(cell, name, parent)
        editor.done.connect(lambda: self._lower(editor))
        editor.passed.connect(lambda by: self._pass(editor, by))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """It was given when the editor was made."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Keep what was typed or chosen."""
        before = _cell(index)
        if isinstance(editor, CellEditor):
            after = editor.cell()
        elif isinstance(editor, ComboBox):
            after = with_text(before, editor.currentText().strip())
        else:
            return
        if after != before:
            model.setData(index, after, CELL)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:  # noqa: N802
        """Over its cell, as high as what is typed, so that the cells beside it stay in view."""
        room = option.rect
        if isinstance(editor, CellEditor):
            room.setWidth(max(room.width(), _NARROW * editor.fontMetrics().averageCharWidth()))
            room.setHeight(max(room.height(), editor.high(room.width())))
            below = option.widget.viewport().rect().bottom() if hasattr(option.widget, "viewport") else room.bottom()
            if room.bottom() > below:
                room.moveBottom(max(below, room.height()))
        editor.setGeometry(room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Cells with bold or italic words as they are; others as ever."""
        cell = _cell(index)
        if not _is_rich(cell):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        style = option.widget.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        beside = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
        option.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        document = _document(cell, option, room.width() - 2 * beside)
        down = max((room.height() - document.size().height()) / 2, 0)
        painter.save()
        painter.translate(room.left() + beside, room.top() + down)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, option.palette.color(role))
        context.clip = QRectF(0, 0, room.width(), room.height())
        document.documentLayout().draw(painter, context)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the words are when they wrap."""
        cell = _cell(index)
        if not _is_rich(cell):
            return super().sizeHint(option, index)
        self.initStyleOption(option, index)
        return QSize(
            option.rect.width(),
            round(_document(cell, option, option.rect.width() - 4 * GAP_SMALL).size().height()) + 2 * GAP_SMALL,
        )

    def _chooser(self, parent: QWidget, name: str, text: str) -> ComboBox:
        chooser = ComboBox(parent)
        chooser.setEditable(True)
        chooser.setAccessibleName(f"{name}, status")
        size = chooser.fontMetrics().height()
        for each in STATUSES:
            chooser.addItem(swatch(each, size, chooser.palette().color(QPalette.ColorRole.Text)), each)
        chooser.setCurrentIndex(chooser.findText(text))
        chooser.setEditText(text)
        chooser.activated.connect(lambda: self._finish(chooser))
        line = chooser.lineEdit()
        if line is not None:
            line.installEventFilter(self)
        return chooser

    def _pass(self, editor: QWidget, by: int) -> None:
        self._finish(editor)
        self.passed.emit(by)

    def _lower(self, editor: QWidget) -> None:
        self._finish(editor)
        self.lowered.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that end a cell do the same in a chooser as in words."""
        chooser = watched.parent() if isinstance(watched, QLineEdit) else watched
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(chooser, QComboBox):
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not event.modifiers() & _CONTROL:
                self._pass(chooser, 1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._lower(chooser)
                return True
        # The line of a chooser is no editor that this would know.
        return False if isinstance(watched, QLineEdit) else super().eventFilter(watched, event)

    def _finish(self, editor: QWidget) -> None:
        if editor.property(_ENDED):
            # A chooser may say twice that it is done.
            return
        editor.setProperty(_ENDED, True)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _cell(index: _Index) -> Cell:
    found = index.data(CELL)
    return found if isinstance(found, Cell) else Cell()


def _is_rich(cell: Cell) -> bool:
    return any(
        isinstance(run, Text) and (run.bold or run.italic or run.script != "normal" or run.link)
        for runs in cell.paragraphs
        for run in runs
    )


def _document(cell: Cell, option: QStyleOptionViewItem, width: int) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(option.font)
    document.setTextWidth(max(width, 20))
    choice = document.defaultTextOption()
    choice.setAlignment(option.displayAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
    document.setDefaultTextOption(choice)
    write(document, cell)
    return document
