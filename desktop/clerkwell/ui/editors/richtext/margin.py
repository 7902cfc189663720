"""The left margin: paragraph numbers, list numbers and bullets, painted from the model beside their lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from clerkwell.model import Block, Blocks, ListItem, Paragraph, Quotation
from clerkwell.model.lists import marker, ordinals

# As the documents have them.
BULLETS = ("•", "–", "▪")
# Said below each line that the public set leaves out, beside the bar that runs along it.
PRIVATE = "Not for publication"
_SMALL = 0.85
_BAR = 4
# Between the words of a line and those below it, of an em.
_APART = 0.15


def labels(blocks: Blocks, numbers: Mapping[str, int]) -> tuple[str, ...]:
    """What stands in the margin beside each block: "8." for a numbered paragraph, "(a)" or "•" for an item, or ""."""
    items = ordinals(blocks)
    return tuple(_label(block, items.get(index), numbers) for index, block in enumerate(blocks))


def spoken(block: Block, label: str) -> str:
    """What a screen reader says of a line before its words: its kind, its number, its level."""
    match block:
        case ListItem():
            level = f", level {block.level + 1}" if block.level else ""
            return f"Numbered item {label.strip('().')}{level}" if block.ordered else f"Bullet{level}"
        case Paragraph():
            return f"Paragraph {label.rstrip('.')}" if label else "Paragraph"
        case Quotation():
            return "Quotation"
        case _:
            return {"subheading": "Sub-heading"}.get(block.kind, block.kind.capitalize())


def _label(block: Block, ordinal: int | None, numbers: Mapping[str, int]) -> str:
    if block.kind == "item":
        return marker(block.level, ordinal) if ordinal is not None else BULLETS[block.level]
    number = numbers.get(block.id)
    return f"{number}." if number is not None else ""


@dataclass(frozen=True)
class Mark:
    """A label with the line it stands beside and the room it is painted in, in the viewport's pixels."""

    line: int
    text: str
    room: QRectF
    base: float


def visible_lines(
    view: QTextEdit, first: float = 0.0, last: float | None = None
) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The lines that can be seen, each with where it is in the viewport; from a height of it, to another."""
    document = view.document()
    layout = document.documentLayout()
    top = view.verticalScrollBar().value()
    left = view.horizontalScrollBar().value()
    bottom = top + (view.viewport().height() if last is None else last)
    line = _line_at(view, top + first)
    while line.isValid():
        room = layout.blockBoundingRect(line)
        if room.top() > bottom:
            return
        yield line, room.translated(-left, -top)
        line = line.next()


def _line_at(view: QTextEdit, y: float) -> QTextBlock:
    """The line at a height of the document, found by halving: a section may have hundreds."""
    document = view.document()
    layout = document.documentLayout()
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high) // 2
        if layout.blockBoundingRect(document.findBlockByNumber(middle)).bottom() < y:
            low = middle + 1
        else:
            high = middle
    return document.findBlockByNumber(low)


def visible_marks(
    view: QTextEdit, shown: tuple[str, ...], lines: Iterable[tuple[QTextBlock, QRectF]] | None = None
) -> Iterator[Mark]:
    """The labels to paint: one for every visible line, or every one of these, that has one."""
    metrics = QFontMetricsF(view.document().defaultFont())
    gap = metrics.height() * 0.45
    for line, room in visible_lines(view) if lines is None else lines:
        index = line.blockNumber()
        if index >= len(shown) or not shown[index] or not line.layout().lineCount():
            continue
        text = shown[index]
        first = line.layout().lineAt(0)
        words_left = room.left() + first.x()
        width = metrics.horizontalAdvance(text)
        base = room.top() + first.y() + first.ascent()
        place = QRectF(words_left - gap - width, base - metrics.ascent(), width, metrics.height())
        yield Mark(index, text, place, base)


def paint(view: QTextEdit, painter: QPainter, blocks: Blocks, shown: tuple[str, ...], colour: QColor) -> None:
    """Paint the labels, the bar beside quotations, and what says that lines are not for publication."""
    em = QFontMetricsF(view.document().defaultFont()).height()
    part = painter.clipBoundingRect() if painter.hasClipping() else QRectF(view.viewport().rect())
    # A key has a line or two painted, and the caret a spot. Words below a line stand out of its room.
    lines = list(visible_lines(view, part.top() - 3 * em, part.bottom()))
    painter.setFont(view.document().defaultFont())
    painter.setPen(QPen(colour))
    for mark in visible_marks(view, shown, lines):
        if mark.room.right() >= part.left():
            painter.drawText(QPointF(mark.room.left(), mark.base), mark.text)
    for line, room in lines:
        index = line.blockNumber()
        if index < len(blocks) and isinstance(blocks[index], Quotation) and line.layout().lineCount():
            x = room.left() + line.layout().lineAt(0).x() - em * 0.6
            painter.fillRect(QRectF(x, room.top(), 3, room.height() - line.blockFormat().bottomMargin()), colour)
        if index < len(blocks) and blocks[index].private:
            follows = index + 1 < len(blocks) and blocks[index + 1].private
            _paint_tag(view, painter, line, room, follows=follows)


def paint_prompt(view: QTextEdit, painter: QPainter, prompt: str) -> None:
    """Write what an empty section asks for behind its caret, until something is typed or put together there."""
    first = view.document().firstBlock()
    if not view.document().isEmpty() or first.layout().preeditAreaText():
        return
    # Where a line is may be asked only once the document has been laid out.
    top = view.document().documentLayout().blockBoundingRect(first).top()
    if not first.layout().lineCount():
        return
    room = view.cursorRect(QTextCursor(first))
    painter.setFont(view.document().defaultFont())
    painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
    line = first.layout().lineAt(0)
    high = top + line.y() + line.ascent() - painter.fontMetrics().ascent() - view.verticalScrollBar().value()
    left = room.right() + 2
    # A narrow editor has no room for it in one line.
    place = QRectF(left, high, view.viewport().width() - left, view.viewport().height())
    painter.drawText(place, Qt.TextFlag.TextWordWrap, prompt)


def _paint_tag(view: QTextEdit, painter: QPainter, line: QTextBlock, room: QRectF, *, follows: bool) -> None:
    """The words below a line that is not for publication, and a bar along both.

    It goes on to the next line where that `follows` in not being for publication: what is kept back is seen as a whole.
    """
    font = QFont(view.document().defaultFont())
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    font.setBold(True)
    metrics = QFontMetricsF(font)
    layout = line.layout()
    left = room.left() + (layout.lineAt(0).x() if layout.lineCount() else 0.0)
    colour = view.palette().color(QPalette.ColorRole.Text)
    em = QFontMetricsF(view.document().defaultFont()).height() / 1.2
    side = room.left() + layout.lineAt(0).x() - line.blockFormat().leftMargin() if layout.lineCount() else room.left()
    painter.save()
    painter.setFont(font)
    painter.setPen(QPen(colour))
    painter.drawText(QPointF(left, room.bottom() + _APART * em + metrics.ascent()), PRIVATE)
    below = room.bottom() + _APART * em + metrics.height()
    if follows:
        next_room = view.document().documentLayout().blockBoundingRect(line.next())
        below = max(below, next_room.top() - view.verticalScrollBar().value())
    painter.fillRect(QRectF(side + 0.1 * em, room.top(), _BAR, below - room.top()), colour)
    painter.restore()
