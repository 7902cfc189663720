"""The words of a cell while they are written: paragraphs, bold and italic; what is not text stays what it is."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from clerkwell.model import Cell, Run, Text
from clerkwell.model.text import OBJECT
from clerkwell.ui.editors.richtext.formats import object_of

_FIRST = int(QTextFormat.Property.UserProperty)
# Of characters: the run that one stands for, which is no text.
_RUN = _FIRST + 1
_LINE = "\u2028"
# A cell is no higher while it is typed.
_MOST_LINES = 8


def write(document: QTextDocument, cell: Cell) -> None:
    """Show a cell in a document."""
    document.clear()
    cursor = QTextCursor(document)
    for at, runs in enumerate(cell.paragraphs):
        if at:
            cursor.insertBlock()
        for run in runs:
            text = run.text.replace("\n", _LINE) if isinstance(run, Text) else OBJECT
            cursor.insertText(text, _format(run))


def read(document: QTextDocument) -> Cell:
    """The cell that a document shows."""
    paragraphs = []
    line = document.firstBlock()
    while line.isValid():
        runs: list[Run] = []
        fragments = line.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            runs += _runs(fragment.text(), fragment.charFormat())
            fragments += 1
        paragraphs.append(tuple(runs))
        line = line.next()
    return Cell(paragraphs=tuple(paragraphs))


def _format(run: Run) -> QTextCharFormat:
    form = QTextCharFormat()
    if not isinstance(run, Text):
        form.setProperty(_RUN, run.model_dump_json())
        return form
    if run.bold:
        form.setFontWeight(QFont.Weight.Bold)
    form.setFontItalic(run.italic)
    if run.script != "normal":
        alignment = QTextCharFormat.VerticalAlignment
        form.setVerticalAlignment(alignment.AlignSuperScript if run.script == "super" else alignment.AlignSubScript)
    if run.link:
        form.setAnchor(True)
        form.setAnchorHref(run.link)
        form.setFontUnderline(True)
    return form


def _runs(text: str, form: QTextCharFormat) -> list[Run]:
    payload = form.stringProperty(_RUN)
    alignment = QTextCharFormat.VerticalAlignment
    script = {alignment.AlignSuperScript: "super", alignment.AlignSubScript: "sub"}
    done: list[Run] = []
    for piece in _pieces(text):
        if piece == OBJECT:
            done += [object_of(payload)] if payload else []
            continue
        done.append(
            Text.model_validate(
                {
                    "text": piece.replace(_LINE, "\n"),
                    "bold": form.fontWeight() >= QFont.Weight.Bold,
                    "italic": form.fontItalic(),
                    "script": script.get(form.verticalAlignment(), "normal"),
                    "link": form.anchorHref(),
                }
            )
        )
    return done


def _pieces(text: str) -> list[str]:
    done: list[str] = []
    for at, piece in enumerate(text.split(OBJECT)):
        done += [OBJECT] if at else []
        done += [piece] if piece else []
    return done


class CellEditor(QTextEdit):
    """Where a cell is typed. Return ends it (`done`), Alt and Return begins another paragraph.

    Tab ends it too, and goes on (`passed`: 1) or back (-1).
    """

    done = Signal()
    passed = Signal(int)

    def __init__(self, cell: Cell, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell = cell
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            "Tab goes to the next cell, Return to the one below. Alt and Return begins another paragraph."
        )
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        write(self.document(), cell)
        self.document().clearUndoRedoStacks()
        self.selectAll()
        self.textChanged.connect(self._grow)

    def high(self, width: int) -> int:
        """How high it is for its words in this width: all of them, as far as there is sense in that."""
        frame = 2 * self.frameWidth()
        self.document().setTextWidth(width - frame)
        most = _MOST_LINES * self.fontMetrics().lineSpacing()
        return min(round(self.document().size().height()), most) + frame + 2

    def sizeHint(self) -> QSize:
        """No more than its words need: the row that it stands in asks it too."""
        return QSize(super().sizeHint().width(), self.high(self.width()))

    def _grow(self) -> None:
        if self.high(self.width()) > self.height():
            self.resize(self.width(), self.high(self.width()))

    def cell(self) -> Cell:
        """The cell as it is typed now; the same object where nothing was changed."""
        now = read(self.document())
        return self._cell if now == self._cell else now

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return ends the cell; bold and italic as everywhere."""
        more = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if more:
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            else:
                self.done.emit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # Qt leaves it to a field of several lines, which would write it into the cell.
            self.passed.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
        elif event.matches(QKeySequence.StandardKey.Bold):
            bold = self.fontWeight() >= QFont.Weight.Bold
            self.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.setFontItalic(not self.fontItalic())
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words only; their look is the table's."""
        self.insertPlainText(source.text().replace("\r\n", "\n").replace("\t", " ").rstrip("\n"))
