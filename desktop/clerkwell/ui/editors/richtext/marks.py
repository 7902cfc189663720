"""Marks under words that a problem is about. Each grade has a line of its own form, so that no one needs the colour.

Advice has none: it waits in the list and in the menu of the words, and does not stand between the author and the text.
"""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from clerkwell.model import Blocks, Problem, Severity
from clerkwell.ui.editors.richtext.spots import Selection, from_place, select

_LINES = {
    "error": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "warning": QTextCharFormat.UnderlineStyle.DashUnderline,
}
_NAMES = {"error": "Error", "warning": "Warning", "info": "Advice"}


def marked(problems: Iterable[Problem], section_id: str, blocks: Blocks) -> list[tuple[Problem, Selection]]:
    """The problems of a section that are about words in it, with the stretches; a whole block is not underlined."""
    found = []
    for problem in problems:
        place = problem.place
        if place is None or place.section != section_id or place.path or place.start is None:
            continue
        stretch = from_place(blocks, place)
        if stretch is not None and not stretch.empty:
            found.append((problem, stretch))
    return found


def extra_selections(
    document: QTextDocument, stretches: Iterable[tuple[Problem, Selection]], colours: dict[Severity, str]
) -> list[QTextEdit.ExtraSelection]:
    """The underlines for a view. Their cursors move with the words while someone types."""
    done = []
    for problem, stretch in stretches:
        if problem.severity not in _LINES:
            continue
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(document)
        select(cursor, stretch)
        form = QTextCharFormat()
        form.setUnderlineStyle(_LINES[problem.severity])
        form.setUnderlineColor(QColor(colours[problem.severity]))
        mark.cursor = cursor
        mark.format = form
        done.append(mark)
    return done


def sentence(problem: Problem) -> str:
    """A problem in words: its grade, then what it says."""
    return f"{_NAMES[problem.severity]}: {problem.message}"
