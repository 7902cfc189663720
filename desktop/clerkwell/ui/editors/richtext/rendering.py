"""From blocks to the document: writing a section, writing only what differs, and putting looks right.

Nothing here tells the session anything; the view sees to it that the document's own signals are not taken for typing.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from itertools import accumulate

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from clerkwell.model import Block, Blocks, Footnote, Reference, Run, Text
from clerkwell.model.text import OBJECT
from clerkwell.session.footnotes import count_footnotes
from clerkwell.ui.editors.richtext.faces import points_elsewhere
from clerkwell.ui.editors.richtext.formats import (
    Card,
    Setting,
    block_format,
    card_format,
    char_format,
    object_format,
)
from clerkwell.ui.editors.richtext.projection import LINE_SEPARATOR, Projected
from clerkwell.ui.editors.richtext.spots import lines_of, text_of

_END = QTextCursor.MoveMode.KeepAnchor


def write(document: QTextDocument, blocks: Blocks, setting: Setting) -> None:
    """Write a whole section into a document, whatever it held."""
    lines = lines_of(blocks)
    notes = _notes(lines, setting)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    for index, block in enumerate(lines):
        if index:
            cursor.insertBlock()
        _write_line(cursor, block, notes[index], setting)
    cursor.endEditBlock()


def write_difference(document: QTextDocument, old: Blocks, new: Blocks, setting: Setting) -> None:
    """Make a document that shows `old` show `new`, touching only the lines that differ."""
    was, now = lines_of(old), lines_of(new)
    head = _alike(was, now)
    tail = _alike(was[head:][::-1], now[head:][::-1])
    gone, come = was[head : len(was) - tail], now[head : len(now) - tail]
    if not gone and not come:
        return
    notes = _notes(now, setting)
    both = min(len(gone), len(come))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for index in range(head, head + both):
        if not _same(was[index], now[index]):
            _rewrite_line(document, index, was[index], now[index], notes[index], setting)
    for index in range(head + both, head + len(come)):
        _open_line(cursor, document, index)
        _write_line(cursor, now[index], notes[index], setting)
    for _ in range(len(gone) - both):
        _remove_line(cursor, document, head + both)
    # Taking a line away, or opening one at the very top, can hand its format to the neighbour.
    neighbours = {max(head + len(come) - 1, 0), min(head + len(come), len(now) - 1)}
    for index in neighbours if len(gone) != len(come) else ():
        _dress(document.findBlockByNumber(index), now[index], notes[index], setting)
    cursor.endEditBlock()


def mend(
    document: QTextDocument,
    projected: Projected,
    blocks: Blocks,
    setting: Setting,
    hold: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> None:
    """Put right what editing left behind in the lines that were looked at, now that `blocks` are what they mean.

    Their ids are written back, their looks made what the blocks call for; lines that do not read as their block does
    (words got beside a card, a character that no report can hold) are written anew, while `hold` keeps the caret.
    """
    lines = lines_of(blocks)
    if document.blockCount() != len(lines):
        with hold():
            write(document, blocks, setting)
        return
    notes = _notes(lines, setting)
    line = document.findBlockByNumber(projected.first)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for index in range(projected.first, min(projected.last, len(lines))):
        if line.text() != shown(lines[index]):
            with hold():
                _rewrite_line(document, index, None, lines[index], notes[index], setting)
        else:
            _dress(line, lines[index], notes[index], setting)
        line = line.next()
    cursor.endEditBlock()


def refresh(document: QTextDocument, blocks: Blocks, setting: Setting, everything: bool = False) -> None:
    """Show what references and footnote marks now say; with `everything`, give every line its looks anew."""
    lines = lines_of(blocks)
    notes = _notes(lines, setting)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    line = document.firstBlock()
    for index, block in enumerate(lines):
        points = points_elsewhere(block) if isinstance(block, Card) else OBJECT in text_of(block)
        if everything or points:
            _dress(line, block, notes[index], setting)
        line = line.next()
    cursor.endEditBlock()


def shown(block: Block) -> str:
    """The characters that Qt has for a block's line."""
    return text_of(block).replace("\n", LINE_SEPARATOR)


def _alike(was: Blocks, now: Blocks) -> int:
    count = 0
    for one, other in zip(was, now, strict=False):
        if not _same(one, other):
            break
        count += 1
    return count


def _same(one: Block, other: Block) -> bool:
    return one is other or (one.id == other.id and one == other)


def _notes(lines: Blocks, setting: Setting) -> list[int]:
    """The number of the first footnote of each line."""
    return list(accumulate(map(_footnotes, lines), initial=setting.first_note))


def _footnotes(block: Block) -> int:
    if block.kind == "image":
        return 0
    if block.kind == "table" or block.kind == "landscape":
        return count_footnotes((block,))
    runs = block.runs
    # Most lines are words in one look; every key asks for every line of the section.
    return sum([run.kind == "footnote" for run in runs]) if len(runs) > 1 or (runs and runs[0].kind != "text") else 0


def _write_line(cursor: QTextCursor, block: Block, note: int, setting: Setting) -> None:
    """Write a block into the empty line where the cursor is."""
    cursor.setBlockFormat(block_format(block, setting.looks))
    cursor.setBlockCharFormat(_bare(block, setting))
    if isinstance(block, Card):
        cursor.insertText(OBJECT, card_format(block, setting.reference_words))
        return
    for text, form in _pieces(block, note, setting):
        cursor.insertText(text, form)


def _pieces(block: Block, note: int, setting: Setting) -> list[tuple[str, QTextCharFormat]]:
    """The characters of a line in their formats."""
    if isinstance(block, Card):
        return [(OBJECT, card_format(block, setting.reference_words))]
    pieces = []
    for run in block.runs:
        pieces.append(_piece(run, block, note, setting))
        note += isinstance(run, Footnote)
    return pieces


def _piece(run: Run, block: Block, note: int, setting: Setting) -> tuple[str, QTextCharFormat]:
    if isinstance(run, Text):
        return run.text.replace("\n", LINE_SEPARATOR), char_format(run, block, setting.looks)
    words = setting.reference_words(run) if isinstance(run, Reference) else str(note)
    return OBJECT, object_format(run, words, block, setting.looks)


def _bare(block: Block, setting: Setting) -> QTextCharFormat:
    return QTextCharFormat() if isinstance(block, Card) else char_format(Text(text=""), block, setting.looks)


def _rewrite_line(
    document: QTextDocument, index: int, old: Block | None, new: Block, note: int, setting: Setting
) -> None:
    line = document.findBlockByNumber(index)
    if old is not None and shown(old) == shown(new):
        _dress(line, new, note, setting)
        return
    cursor = QTextCursor(line)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _END)
    cursor.removeSelectedText()
    _write_line(cursor, new, note, setting)


def _open_line(cursor: QTextCursor, document: QTextDocument, index: int) -> None:
    """Make an empty line that will be number `index`, and put the cursor there."""
    if index:
        line = document.findBlockByNumber(index - 1)
        cursor.setPosition(line.position() + line.length() - 1)
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        return
    first = document.firstBlock()
    cursor.setPosition(0)
    cursor.insertBlock(first.blockFormat(), first.charFormat())
    cursor.setPosition(0)


def _remove_line(cursor: QTextCursor, document: QTextDocument, index: int) -> None:
    line = document.findBlockByNumber(index)
    if index:
        cursor.setPosition(line.position() - 1)
        cursor.setPosition(line.position() + line.length() - 1, _END)
    else:
        cursor.setPosition(0)
        cursor.setPosition(line.position() + line.length(), _END)
    cursor.removeSelectedText()


def _dress(line: QTextBlock, block: Block, note: int, setting: Setting) -> None:
    """Give a line, whose words are right, the formats of its block, touching only those that differ."""
    cursor = QTextCursor(line)
    wanted = block_format(block, setting.looks)
    if line.blockFormat() != wanted:
        cursor.setBlockFormat(wanted)
    bare = _bare(block, setting)
    if line.charFormat() != bare:
        cursor.setBlockCharFormat(bare)
    pieces = _pieces(block, note, setting)
    if _dressed(line, pieces):
        return
    at = line.position()
    for text, form in pieces:
        units = len(text.encode("utf-16-le")) // 2
        cursor.setPosition(at)
        cursor.setPosition(at + units, _END)
        cursor.setCharFormat(form)
        at += units


def _dressed(line: QTextBlock, pieces: list[tuple[str, QTextCharFormat]]) -> bool:
    """Whether the characters of a line have these formats. Qt may hold one piece as several fragments."""
    wanted = iter(pieces)
    left, form = "", QTextCharFormat()
    fragments = line.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        fragments += 1
        text = fragment.text()
        while text:
            if not left:
                left, form = next(wanted, ("", form))
                if not left:
                    return False
            if fragment.charFormat() != form:
                return False
            most = min(len(left), len(text))
            left, text = left[most:], text[most:]
    return True
