"""Between the clipboard and blocks: our own form, web pages and Word, and plain text."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import QMimeData

from clerkwell.model import Block, Blocks, Footnote, ListItem, Paragraph, Run, SubHeading, Table, Text, words
from clerkwell.model.text import OBJECT, clean
from clerkwell.ui.editors.richtext.formats import Card, card_words

if TYPE_CHECKING:
    from clerkwell.intake.pasting import Pasted

OWN = "application/x-clerkwell-blocks+json"

_BLOCKS: TypeAdapter[Blocks] = TypeAdapter(Blocks)


def to_mime(piece: Blocks, said: Callable[[Run], str]) -> QMimeData:
    """A piece of a report for the clipboard; `said` gives the words of references, for programs that know none."""
    mime = QMimeData()
    mime.setData(OWN, _BLOCKS.dump_json(piece))
    mime.setText("\n".join(_plain(block, said) for block in piece))
    mime.setHtml(to_html(piece, said))
    return mime


def holds_text(mime: QMimeData) -> bool:
    """Whether there is anything here that a section can take."""
    return mime.hasFormat(OWN) or mime.hasHtml() or mime.hasText()


def from_mime(mime: QMimeData, free: Callable[[str], bool], *, numbered: bool = False) -> Pasted:
    """What the clipboard holds. A block keeps its id only where it is `free`, so that no two blocks have one.

    `numbered` says that the report numbers the paragraphs where they go.
    """
    # The window opens without what reads other programs' pages: it is there when the first of them is pasted.
    from clerkwell.intake.pasting import Pasted, read_paste

    if mime.hasFormat(OWN):
        try:
            piece = _BLOCKS.validate_json(bytes(mime.data(OWN).data()))
        except ValidationError:
            # Another version of the program put it there: its plain text says the same.
            return Pasted(plain_blocks(mime.text()))
        return Pasted(tuple(_free(block, free) for block in piece))
    page, text = mime.html() if mime.hasHtml() else "", mime.text() if mime.hasText() else ""
    return read_paste(page, text, numbered=numbered)


def plain_blocks(text: str) -> Blocks:
    """Lines of plain text as paragraphs, nothing read into them; empty lines only part them.

    Words out of one line keep the spaces round them, which somebody copied too.
    """
    lines = clean(text).split("\n")
    if len(lines) > 1:
        lines = [line.strip() for line in lines]
    return tuple(Paragraph(runs=(Text(text=line),)) for line in lines if line)


def to_html(piece: Blocks, said: Callable[[Run], str]) -> str:
    """A piece of a report as simple HTML, for other programs."""
    done: list[str] = []
    stack: list[str] = []
    for block in piece:
        level = block.level + 1 if isinstance(block, ListItem) else 0
        while len(stack) > level:
            done.append(f"</{stack.pop()}>")
        if isinstance(block, ListItem):
            tag = "ol" if block.ordered else "ul"
            if len(stack) == level and stack[-1] != tag:
                done.append(f"</{stack.pop()}>")
            while len(stack) < level:
                done.append(f"<{tag}>")
                stack.append(tag)
        done.append(_html_line(block, said))
    while stack:
        done.append(f"</{stack.pop()}>")
    return "".join(done)


def _html_line(block: Block, said: Callable[[Run], str]) -> str:
    match block:
        case Table():
            return _html_table(block, said)
        case ListItem():
            return f"<li>{_html_runs(block.runs, said)}</li>"
        case SubHeading():
            return f"<h3>{_html_runs(block.runs, said)}</h3>"
    if isinstance(block, Card):
        return f"<p>{html.escape(card_words(block))}</p>"
    tag = "blockquote" if block.kind == "quotation" else "p"
    return f"<{tag}>{_html_runs(block.runs, said)}</{tag}>"


def _html_table(table: Table, said: Callable[[Run], str]) -> str:
    rows = []
    for index, row in enumerate(table.rows):
        tag = "th" if index < table.header_rows else "td"
        cells = ("<br>".join(_html_runs(runs, said) for runs in cell.paragraphs) for cell in row)
        rows.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>")
    caption = f"<caption>{html.escape(table.caption)}</caption>" if table.caption else ""
    return f"<table>{caption}{''.join(rows)}</table>"


def _html_runs(runs: tuple[Run, ...], said: Callable[[Run], str]) -> str:
    return "".join(_html_run(run, said) for run in runs)


def _html_run(run: Run, said: Callable[[Run], str]) -> str:
    if not isinstance(run, Text):
        mark = html.escape(said(run))
        return f"<sup>{mark}</sup>" if isinstance(run, Footnote) else mark
    text = html.escape(run.text).replace("\n", "<br>")
    for on, tag in ((run.bold, "b"), (run.italic, "i"), (run.script == "super", "sup"), (run.script == "sub", "sub")):
        text = f"<{tag}>{text}</{tag}>" if on else text
    return f'<a href="{html.escape(run.link)}">{text}</a>' if run.link else text


def _plain(block: Block, said: Callable[[Run], str]) -> str:
    if isinstance(block, Card):
        return words(block) or card_words(block)
    return "".join(run.text if isinstance(run, Text) else said(run) for run in block.runs).replace(OBJECT, "")


def _free(block: Block, free: Callable[[str], bool]) -> Block:
    update: dict[str, object] = {} if block.id and free(block.id) else {"id": ""}
    if block.kind == "landscape":
        update["blocks"] = tuple(_free(inner, free) for inner in block.blocks)
    return block.model_copy(update=update)
