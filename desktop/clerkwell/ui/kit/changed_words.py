"""Words with what was added underlined and what was removed struck through; the same in plain words for reading out."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from clerkwell.comparing import Piece
from clerkwell.ui.kit.palettes import Colours
from clerkwell.ui.kit.style import GAP_LARGE, colours

LEGEND = "Added words are underlined, removed words are struck through."


THIN = "\u2009"


def spoken(pieces: Iterable[Piece]) -> str:
    """What changed, in words alone: "Removed “will”. Added “may”." ; nothing where all is the same."""
    told = []
    for piece in pieces:
        words = " ".join(piece.text.split())
        if piece.kind != "same" and words:
            told.append(f"{'Added' if piece.kind == 'added' else 'Removed'} “{words}”.")
    return " ".join(told)


def moved(pieces: Iterable[Piece], how: str) -> tuple[str, str]:
    """Words that were moved as they are and where from: "within Summary" of a `how` such as "moved within Summary"."""
    words = " ".join("".join(piece.text for piece in pieces if piece.kind != "removed").split())
    return words, how.removeprefix("moved ").removeprefix("here ")


def marked_up(pieces: Iterable[Piece], look: Colours) -> str:
    """The pieces as HTML: lines and a wash together, so that nobody needs the colour."""
    told = []
    before = "same"
    for piece in pieces:
        # What was taken out and what was put in for it are seen as two.
        parted = "same" not in (before, piece.kind) and before != piece.kind
        told.append((THIN if parted else "") + _piece(piece, look))
        before = piece.kind
    return "".join(told)


def _piece(piece: Piece, look: Colours) -> str:
    words = escape(piece.text).replace("\n", "<br>")
    match piece.kind:
        case "added":
            return f'<span style="text-decoration: underline; background-color: {look.good_wash};">{words}</span>'
        case "removed":
            return f'<span style="text-decoration: line-through; background-color: {look.error_wash};">{words}</span>'
        case _:
            return words


class ChangedWords(QTextEdit):
    """Shows words with their changes. The keyboard can scroll it and copy from it; Tab goes on."""

    def __init__(self, name: str, lines: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._lines = lines
        self._pieces: tuple[Piece, ...] = ()
        self._said = ""
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_pieces(self, pieces: tuple[Piece, ...], said: str = "") -> None:
        """Show these. `said` is what is read out of them, where that is not simply what was added and removed."""
        self._pieces, self._said = pieces, said
        self._draw()

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(self.fontMetrics().averageCharWidth() * 13, self.fontMetrics().lineSpacing() * 2 + GAP_LARGE)

    def sizeHint(self) -> QSize:
        """So many lines as were asked for."""
        return QSize(self.fontMetrics().averageCharWidth() * 60, self.fontMetrics().lineSpacing() * self._lines)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_pieces"):
            self._draw()

    def _draw(self) -> None:
        self.setHtml(f"<p style='white-space: pre-wrap;'>{marked_up(self._pieces, colours(self))}</p>")
        said = self._said or spoken(self._pieces)
        self.setAccessibleDescription(said)
