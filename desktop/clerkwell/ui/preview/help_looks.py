"""How a help page looks, once Qt has read its Markdown: its headings, and its commands and paths."""

import re
from typing import Final

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from clerkwell.ui.kit.style import GAP
from clerkwell.ui.preview.browser import BREAK, JOIN, MARKS

# A line of code may end behind each step of a path, and never between the dashes or the slash of a switch and its name.
_STEP: Final = re.compile(r"(?<!\\)\\(?!\\)")
_SWITCH: Final = re.compile(r"(?<!\S)(?:\./|/|--?)(?=\w)")


def calm_headings(document: QTextDocument) -> None:
    """Headings a little larger than the text, with room over them; Qt makes them as large as a poster's."""
    cursor = QTextCursor(document)
    # At once: Qt lays a long page out bit by bit, and a change in between leaves what is below without lines.
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setProperty(QTextFormat.Property.FontSizeAdjustment, {1: 2, 2: 1}.get(level, 0))
            cursor.mergeCharFormat(look)
            room = QTextBlockFormat()
            room.setTopMargin(0 if level == 1 else 2 * GAP)
            room.setBottomMargin(GAP // 2)
            cursor.mergeBlockFormat(room)
        block = block.next()
    cursor.endEditBlock()


def lay_out_code(document: QTextDocument) -> None:
    """Commands stand apart, and what is too long for a line goes on below itself: Qt would have the whole page scrolled
    sideways for it. Whoever copies it gets it as it is written."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        commands = block.blockFormat().nonBreakableLines()
        if commands:
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(_apart(block))
        for at, mark in sorted(_marks(block, everywhere=commands), reverse=True):
            cursor.setPosition(at)
            cursor.insertText(mark)
        block = block.next()
    cursor.endEditBlock()


def in_document(words: str) -> QRegularExpression:
    """What finds words in a document that was laid out like this, in capitals or not."""
    return QRegularExpression(
        f"[{MARKS}]?".join(map(re.escape, words)), QRegularExpression.PatternOption.CaseInsensitiveOption
    )


def _apart(block: QTextBlock) -> QTextBlockFormat:
    """The look of a line of commands: the lines of one block of them stand together."""
    before, after = block.previous().blockFormat(), block.next().blockFormat()
    look = QTextBlockFormat()
    look.setNonBreakableLines(False)
    look.setLeftMargin(4 * GAP)
    look.setTextIndent(-2 * GAP)
    look.setTopMargin(0 if before.textIndent() < 0 else GAP)
    look.setBottomMargin(0 if after.nonBreakableLines() else GAP)
    return look


def _marks(block: QTextBlock, *, everywhere: bool) -> list[tuple[int, str]]:
    """Where in the document the code of a block gets a mark, and which; `everywhere`: all of the block is code."""
    found = []
    each = block.begin()
    while not each.atEnd():
        fragment = each.fragment()
        if everywhere or fragment.charFormat().fontFixedPitch():
            for pattern, mark in ((_STEP, BREAK), (_SWITCH, JOIN)):
                found += [(fragment.position() + one.end(), mark) for one in pattern.finditer(fragment.text())]
        each += 1
    return found
