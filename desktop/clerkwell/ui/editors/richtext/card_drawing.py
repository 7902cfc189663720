"""How the face of a card is laid out and drawn: a table as the page will have it, a picture with the words below it.

A drawing is laid out for a width once, and painted into a picture of its own once for each look: what is typed beside
it only puts that picture on the page again.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from clerkwell.ui.editors.richtext.faces import Face, PictureFace, TableFace, WordsFace
from clerkwell.ui.kit.palettes import Colours
from clerkwell.word.writer.tables import RAG

# Of lines of text: the most that a cell shows, and a picture is high.
_CELL_LINES, _PICTURE_LINES = 4, 14
# Of an em: beside and above the words of a cell, the least that a column is wide, and between two faces.
_BESIDE, _ABOVE, _LEAST, _APART = 0.35, 0.25, 3.2, 0.6
# How much smaller a table's words may be, step by step, before one of them is broken.
_SMALLER = (1.0, 0.9, 0.8)
# What part of the room a word has in a table that has more columns than room, before it is broken.
_SHARE = 2.5
_WRAP = int(Qt.TextFlag.TextWordWrap)
# Lets a line end inside a word, and is not seen.
_BREAK = "\u200b"
_SIDES = {"centre": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}
# How big a picture is, in pixels; nothing for one that cannot be read.
Sizes = Callable[[str], tuple[int, int] | None]


@dataclass(frozen=True)
class Piece:
    """Something to paint: words in a room, a filled room, or a picture. `fill` is the colour's name, `size` how large
    the words are beside those of the page."""

    room: QRectF
    text: str = ""
    bold: bool = False
    muted: bool = False
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    fill: str = ""
    ink: str = ""
    framed: bool = False
    file: str = ""
    size: float = 1.0


@dataclass(frozen=True)
class Drawing:
    """A face laid out: its pieces, from its own left and top, and how high it is."""

    pieces: tuple[Piece, ...]
    height: float


@dataclass(frozen=True)
class _Type:
    """The letters of the page, or smaller ones: ordinary and bold."""

    font: QFont
    size: float
    plain: QFontMetricsF
    bold: QFontMetricsF

    @classmethod
    def of(cls, font: QFont, size: float = 1.0) -> "_Type":
        """The letters of a font, at this part of its size."""
        return cls(font, size, *(QFontMetricsF(_sized(font, size, bold=bold)) for bold in (False, True)))

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
        room = QRectF(0, 0, max(width, 1), 100_000)
        found = metrics.boundingRect(room, _WRAP, _breakable(metrics, text, width)).height()
        return min(found, most * metrics.lineSpacing())


def draw(faces: tuple[Face, ...], width: float, font: QFont, names: Callable[[str], str], sizes: Sizes) -> Drawing:
    """Lay faces out under one another. `names` tells what a table is called by its block's id ("Table 3")."""
    types = _Type.of(font)
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
    fonts: dict[tuple[float, bool], QFont] = {}
    for piece in drawing.pieces:
        if piece.fill:
            painter.fillRect(piece.room, QColor(getattr(look, piece.fill, piece.fill)))
        if piece.framed:
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawRect(piece.room)
        if piece.file and not (found := picture(piece.file)).isNull():
            painter.drawPixmap(piece.room, found, QRectF(found.rect()))
        if piece.text:
            kind = piece.size, piece.bold
            if kind not in fonts:
                fonts[kind] = _sized(font, *kind)
            painter.setFont(fonts[kind])
            painter.setPen(QColor(piece.ink or (look.muted if piece.muted else look.text)))
            painter.save()
            painter.setClipRect(piece.room)
            text = _breakable(QFontMetricsF(painter.font()), piece.text, piece.room.width())
            painter.drawText(piece.room, int(piece.side | Qt.AlignmentFlag.AlignTop) | _WRAP, text)
            painter.restore()


def _sized(font: QFont, size: float, bold: bool) -> QFont:
    made = QFont(font)
    if size != 1.0 and font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * size)
    made.setBold(bold or font.bold())
    return made


def _breakable(metrics: QFontMetricsF, text: str, width: float) -> str:
    """Words that wrap between words, and inside them only where one alone is wider than the room."""
    if all(metrics.horizontalAdvance(word) <= width for word in text.split()):
        return text
    return re.sub(r"\S+", lambda word: _BREAK.join(_parts(metrics, word[0], width)), text)


def _parts(metrics: QFontMetricsF, word: str, width: float) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and metrics.horizontalAdvance(parts[-1] + letter) > width:
            parts.append("")
        parts[-1] += letter
    return parts


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
    types, columns = _fitting(face, width, types)
    widths = _widths(columns, width)
    left_out = max((len(row) for row in face.rows), default=0) - len(columns)
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
            yield Piece(inner, text, head, side=side, ink=f"#{rag[1]}" if rag else "", size=types.size), y + high
            x += room
        y += high
    more = " and ".join(filter(None, (_more(face.more, "row"), _more(left_out, "column"))))
    if more:
        yield from _line(f"… {more}", y + above, width, _Type.of(types.font), bold=False, muted=True)


def _more(count: int, what: str) -> str:
    return f"{count} more {what}{'' if count == 1 else 's'}" if count else ""


def _fitting(face: TableFace, width: float, types: _Type) -> tuple[_Type, list[tuple[float, float]]]:
    """The largest letters in which no word or sum of a table is broken, and the columns in them; where none will do,
    the smallest there are, and the first columns that have room in them: the others are told of."""
    for size in _SMALLER:
        made = _Type.of(types.font, size) if size != types.size else types
        columns = _columns(face, width, made)
        if sum(longest for longest, _ in columns) <= width:
            return made, columns
    # One endless word may be broken, rather than leave all others out.
    needed = accumulate(min(longest, width / _SHARE) for longest, _ in columns)
    shown = sum(1 for each in needed if each <= width)
    return made, columns[: max(shown, 1)]


def _columns(face: TableFace, width: float, types: _Type) -> list[tuple[float, float]]:
    """What the columns that there is room for need for their longest word, and what they ask for."""
    across = max((len(row) for row in face.rows), default=0)
    beside = 2 * types.em * _BESIDE
    found = []
    for column in range(max(1, min(across, int(width // (types.em * _LEAST))))):
        texts = [(row[column], index < face.heads) for index, row in enumerate(face.rows) if column < len(row)]
        lines = [(line, head) for text, head in texts for line in text.split("\n")]
        longest = max((_wide(word, head, types) for line, head in lines for word in line.split()), default=0.0)
        whole = max((_wide(line, head, types) for line, head in lines), default=0.0)
        # A pixel more: a word that has its very width is broken by what rounding takes.
        least = max(longest + beside + 1, types.em * _LEAST)
        found.append((least, max(whole + beside, least)))
    return found


def _widths(columns: list[tuple[float, float]], width: float) -> list[float]:
    """How wide the columns are, by what their words need and ask for."""
    most = _cap([longest for longest, _ in columns], width)
    least = [min(longest, most) for longest, _ in columns]
    asked = [max(whole, one) for (_, whole), one in zip(columns, least, strict=True)]
    spare, wanted = width - sum(least), sum(asked) - sum(least)
    part = spare / wanted if wanted > 0 else 0.0
    if wanted > spare:
        return [one + (other - one) * part for one, other in zip(least, asked, strict=True)]
    # Room to spare is shared out by what each asks for: the table is as wide as the text.
    return [each * width / sum(asked) for each in asked]


def _cap(longest: list[float], width: float) -> float:
    """The most that a column's longest word gets: only where there is not enough, and from those that want most."""
    room, left = width, len(longest)
    for each in sorted(longest):
        if each * left > room:
            return room / left
        room, left = room - each, left - 1
    return width


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
