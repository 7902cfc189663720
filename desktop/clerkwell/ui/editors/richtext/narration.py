"""What a screen reader is told that the text itself does not say: numbers, bullets, cards, references, problems."""

from PySide6.QtGui import QAccessible, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from clerkwell.model import Block, Footnote, plain
from clerkwell.model.text import OBJECT
from clerkwell.ui.editors.richtext.formats import RUN, WORDS, Card, card_words, object_of
from clerkwell.ui.editors.richtext.margin import PRIVATE, spoken
from clerkwell.ui.kit.widgets import announce

CARD_HELP = "Return opens it, Delete removes it"
HELP = "Tab moves an item of a list in a level, Shift+Tab out; Ctrl+Tab goes on to the next control."


def line_words(block: Block, label: str) -> str:
    """What is said of a line on coming to it."""
    said = f"{card_words(block)}. {CARD_HELP}" if isinstance(block, Card) else spoken(block, label)
    return f"{said}, {PRIVATE.lower()}" if block.private else said


class Narrator:
    """Keeps the editor's description up to date, and says what the caret comes upon. Says nothing twice."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._told = ("", "", "")

    def tell(self, block: Block, label: str, said: tuple[str, ...]) -> None:
        """Tell what the caret stands in and beside; `said` is what problems and notes say about the words there."""
        line = line_words(block, label)
        beside = words_beside(self._view.textCursor())
        about = " ".join(said)
        new = [now for now, before in zip((line, beside, about), self._told, strict=True) if now and now != before]
        if line != self._told[0]:
            self._view.setAccessibleDescription(f"{line}. {HELP}")
        self._told = (line, beside, about)
        if new and QAccessible.isActive() and self._view.hasFocus():
            announce(self._view, ". ".join(new))


def words_beside(cursor: QTextCursor) -> str:
    """What is said of the reference or footnote mark just before the cursor; "" if there is none."""
    line = cursor.block()
    at = cursor.position() - line.position()
    if at < 1 or line.text()[at - 1 : at] != OBJECT:
        return ""
    return object_words(cursor.charFormat())


def object_words(form: QTextCharFormat) -> str:
    """What is said of a reference ("reference, 9") or a footnote mark ("Footnote 2: " and its words)."""
    payload, shown = form.stringProperty(RUN), form.stringProperty(WORDS)
    run = object_of(payload) if payload else None
    if isinstance(run, Footnote):
        return f"Footnote {shown}: {plain(run.runs)}"
    return f"Reference, {shown}" if run is not None else shown
