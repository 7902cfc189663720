"""How the face of a card is laid out and drawn: a table as the page will have it, a picture with the words below it.

A drawing is laid out for a width once, and painted into a picture of its own once for each look: what is typed beside
it only puts that picture on the page again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from clerkwell.ui.editors.richtext.faces import Face, PictureFace, TableFace, WordsFace
from clerkwell.ui.kit.palettes import Colours
from clerkwell.word.writer.tables import RAG

# Of lines of text: the most that a cell shows, and a picture is high.
_CELL_LINES, _PICTURE_LINES = 4, 14
# Of an em: beside and above the words of a cell, the least that a column is wide, and between two faces.
_BESIDE, _ABOVE, _LEAST, _APART = 0.45, 0.25, 3.2, 0.6
_WRAP, _BREAK = int(Qt.TextFlag.TextWordWrap), int(Qt.TextFlag.TextWrapAnywhere)
_SIDES = {"centre": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}
# How big a picture is, in pixels; nothing for one that cannot be read.
Sizes = Callable[[str], tuple[int, int] | None]


@dataclass(frozen=True)
class Piece:
    """Something to paint: words in a room, a filled room, or a picture. `face` is the colour's name."""

    room: QRectF
    text: str = ""
    bold: bool = False
    muted: bool = False
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    fill: str = ""
    ink: str = ""
    framed: bool = False
    file: str = ""


@dataclass(frozen=True)
class Drawing:
    """A face laid out: its pieces, from its own left and top, and how high it is."""

    pieces: tuple[Piece, ...]
    height: float


@dataclass(frozen=True)
class _Type:
    """The letters of the page: ordinary ones, and bold ones."""

    plain: QFontMetricsF
    bold: QFontMetricsF

    @property
    def em(self) -> float:
        return self.plain.height() / 1.2

    def high(self, text: str, width: float, *, bold: bool, most: int) -> float:
        """How high words are in lines of a width; no higher than `most` lines."""
        metrics = self.bold if bold else self.plain
        if not text:
            return metrics.lineSpacing()
        # Nearly all cells are a line, and a width is told ten times sooner than a room.
        if "\n" not in text and metrics.horizontalAdvance(text) <= width:
            return metrics.lineSpacing()
        flags = _wrapping(metrics, text, width)
        found = metrics.boundingRect(QRectF(0, 0, max(width, 1), 100_000), flags, text).height()
        return min(found, most * metrics.lineSpacing())


def draw(faces: tuple[Face, ...], width: float, font: QFont, names: Callable[[str], str], sizes: Sizes) -> Drawing:
    """Lay faces out under one another. `names` tells what a table is called by its block's id ("Table 3")."""
    heavy = QFont(font)
    heavy.setBold(True)
    types = _Type(QFontMetricsF(font), QFontMetricsF(heavy))
    pieces: list[Piece] = []
    y = 0.0
    for face in faces:
        y += types.em * _APART if pieces else 0.0
        for piece, bottom in _laid_out(face, width, types, names, sizes):
            pieces.append(_down(piece, y))
            end = y + bottom
        y = end
    return Drawing(tuple(pieces), y)


def paint(painter: QPainter, drawing: Drawing, font: QFont, look: Colours, picture: Callable[[str], QPixmap]) -> None:
    """Paint a drawing from the painter's own corner on."""
    heavy = QFont(font)
    heavy.setBold(True)
    for piece in drawing.pieces:
        if piece.fill:
            painter.fillRect(piece.room, QColor(getattr(look, piece.fill, piece.fill)))
        if piece.framed:
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawRect(piece.room)
        if piece.file and not (found := picture(piece.file)).isNull():
            painter.drawPixmap(piece.room, found, QRectF(found.rect()))
        if piece.text:
            painter.setFont(heavy if piece.bold else font)
            painter.setPen(QColor(piece.ink or (look.muted if piece.muted else look.text)))
            painter.save()
            painter.setClipRect(piece.room)
            flags = _wrapping(QFontMetricsF(painter.font()), piece.text, piece.room.width())
            painter.drawText(piece.room, int(piece.side | Qt.AlignmentFlag.AlignTop) | flags, piece.text)
            painter.restore()


def _wrapping(metrics: QFontMetricsF, text: str, width: float) -> int:
    """How words wrap in a width: between words, and inside them only where one alone is wider."""
    breaks = any(metrics.horizontalAdvance(word) > width for word in text.split())
    return _WRAP | _BREAK if breaks else _WRAP


def _down(piece: Piece, by: float) -> Piece:
    return Piece(**{**piece.__dict__, "room": piece.room.translated(0, by)}) if by else piece


def _laid_out(
    face: Face, width: float, types: _Type, names: Callable[[str], str], sizes: Sizes
) -> Iterator[tuple[Piece, float]]:
    """The pieces of a face, each with how far down the face goes by then."""
    match face:
        case TableFace():
            yield from _table(face, width, types, names)
        case PictureFace():
            yield from _picture(face, width, types, names, sizes)
        case WordsFace():
            yield from _line(face.text, 0, width, types, bold=False, muted=face.heading)


def _line(text: str, y: float, width: float, types: _Type, *, bold: bool, muted: bool) -> Iterator[tuple[Piece, float]]:
    high = types.high(text, width, bold=bold, most=_CELL_LINES)
    yield Piece(QRectF(0, y, width, high), text, bold, muted), y + high


def _table(face: TableFace, width: float, types: _Type, names: Callable[[str], str]) -> Iterator[tuple[Piece, float]]:
    y, above = 0.0, types.em * _ABOVE
    named = names(face.block)
    caption = f"{named}: {face.caption}" if named and face.caption else face.caption or named
    if caption:
        for piece, y in _line(caption, 0, width, types, bold=True, muted=False):
            yield piece, y + above
        y += above
    widths, left_out = _widths(face, width, types)
    for index, row in enumerate(face.rows):
        head = index < face.heads
        high = max(
            types.high(text, room - 2 * types.em * _BESIDE, bold=head, most=_CELL_LINES)
            for text, room in zip(row, widths, strict=False)
        )
        high += 2 * above
        x = 0.0
        for column, (text, room) in enumerate(zip(row, widths, strict=False)):
            rag = _rag(text) if column in face.rag and not head else None
            where = QRectF(x, y, room, high)
            fill = f"#{rag[0]}" if rag else "window" if head else ""
            yield Piece(where, fill=fill, framed=True), y + high
            inner = where.adjusted(types.em * _BESIDE, above, -types.em * _BESIDE, -above)
            side = _SIDES.get(face.sides[column] if column < len(face.sides) else "", Qt.AlignmentFlag.AlignLeft)
            yield Piece(inner, text, head, side=side, ink=f"#{rag[1]}" if rag else ""), y + high
            x += room
        y += high
    more = " and ".join(filter(None, (_more(face.more, "row"), _more(left_out, "column"))))
    if more:
        yield from _line(f"… {more}", y + above, width, types, bold=False, muted=True)


def _more(count: int, what: str) -> str:
    return f"{count} more {what}{'' if count == 1 else 's'}" if count else ""


def _widths(face: TableFace, width: float, types: _Type) -> tuple[list[float], int]:
    """How wide the columns are that there is room for, by what their words ask for, and how many there is none for."""
    across = max((len(row) for row in face.rows), default=0)
    shown = max(1, min(across, int(width // (types.em * _LEAST))))
    beside = 2 * types.em * _BESIDE
    least, asked = [], []
    for column in range(shown):
        texts = [(row[column], index < face.heads) for index, row in enumerate(face.rows) if column < len(row)]
        lines = [(line, head) for text, head in texts for line in text.split("\n")]
        longest = max((_wide(word, head, types) for line, head in lines for word in line.split()), default=0.0)
        whole = max((_wide(line, head, types) for line, head in lines), default=0.0)
        least.append(min(max(longest + beside, types.em * _LEAST), width / shown if shown > 1 else width))
        asked.append(max(whole + beside, least[-1]))
    spare, wanted = width - sum(least), sum(asked) - sum(least)
    part = spare / wanted if wanted > 0 else 0.0
    if wanted > spare:
        return [one + (other - one) * part for one, other in zip(least, asked, strict=True)], across - shown
    # Room to spare is shared out by what each asks for: the table is as wide as the text.
    return [each * width / sum(asked) for each in asked], across - shown


def _wide(text: str, head: bool, types: _Type) -> float:
    return (types.bold if head else types.plain).horizontalAdvance(text)


def _rag(text: str) -> tuple[str, str] | None:
    found = text.split(maxsplit=1)
    return RAG.get(found[0].strip(".,:;-–—()").casefold()) if found else None


def _picture(
    face: PictureFace, width: float, types: _Type, names: Callable[[str], str], sizes: Sizes
) -> Iterator[tuple[Piece, float]]:
    size, y = sizes(face.file), 0.0
    if size is None:
        yield from _line("This picture cannot be shown.", 0, width, types, bold=False, muted=True)
        y = types.plain.lineSpacing()
    else:
        wide = width * face.width / 100 if face.width else min(width, float(size[0]))
        high = wide * size[1] / size[0]
        most = _PICTURE_LINES * types.plain.lineSpacing()
        if high > most:
            wide, high = wide * most / high, most
        yield Piece(QRectF(0, 0, wide, high), file=face.file), high
        y = high
    named = names(face.block) if face.caption else ""
    caption = f"{named}: {face.caption}" if named else face.caption
    for text, bold in ((caption, True), (face.note, False)):
        if text:
            for piece, bottom in _line(text, y + types.em * _ABOVE, width, types, bold=bold, muted=not bold):
                yield piece, bottom
                y = bottom


def corner(room: QRectF) -> QPointF:
    """Where a drawing begins, on whole pixels so that its lines are sharp."""
    return QPointF(round(room.left()), round(room.top()))
