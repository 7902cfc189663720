"""Pasted web pages, e-mails and Word documents as blocks: structure and emphasis stay, the rest goes and is named.

Deaf to addresses: nothing that the HTML points at is ever loaded. Word marks its lists by `mso-list` styles and by
conditional comments rather than by list tags, so both are read.
"""

import re
from collections.abc import Mapping
from typing import Any, Final, cast

from lxml import etree

from clerkwell.intake.paste.looks import BREAKS, LEFT_OUT, SPACES, is_hidden, styles
from clerkwell.intake.paste.state import State, below
from clerkwell.intake.paste.tables import TableReader
from clerkwell.intake.paste.values import Losses, Pasted
from clerkwell.intake.paste.writing import Writing

# Word's conditions for itself: `<![if !supportLists]>`. As comments, every parser passes them on.
_CONDITION: Final = re.compile(r"<!\[(?P<what>if\b[^\]<>]{0,200}|endif)\]>", re.IGNORECASE)
# What no parser takes in: a half of a character that two units make, a nought.
_HALVES: Final = re.compile("[\x00\ud800-\udfff]")


def read_html(html: str) -> Pasted:
    """The blocks of a piece of HTML, whatever it is like."""
    reader = _Reader()
    source = _HALVES.sub("", _CONDITION.sub(lambda found: f"<!--[{found['what']}]-->", html))
    if source.strip():
        # The stubs ask of a target what lxml does not: a class derived from one of theirs.
        target = cast("Any", reader)
        parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True, no_network=True)
        parser.feed(source.encode("utf-8"))
        parser.close()
    return reader.pasted()


class _Reader:
    """Goes with the parser through a page: which elements are open, and what they say of the words in them."""

    def __init__(self) -> None:
        self._losses = Losses()
        self._writing = Writing(self._losses)
        self._open: list[State] = [State()]
        self._tables: list[TableReader] = []

    def pasted(self) -> Pasted:
        """What was read."""
        self._writing.end_line(self._open[-1])
        while self._tables:
            self._end_table()
        return Pasted(self._writing.finished(), self._losses.in_words())

    # What lxml calls

    def start(self, tag: str, told: Mapping[str, str]) -> None:
        """An element begins."""
        above = self._open[-1]
        declared = told.get("style", "")
        style = styles(declared) if declared else _NO_STYLE
        if tag in LEFT_OUT or "mso-element" in style:
            self._count(tag, told, style, above)
        if tag == "br":
            if not above.silent:
                self._writing.add("\n", above)
            self._open.append(above)
            return
        if tag in BREAKS:
            self._writing.end_line(above)
        state = below(above, tag, told, style, self._losses)
        self._open.append(self._table_part(tag, told, style, state) if tag in _TABLE_PARTS else state)
        if tag == "a" and told.get("href", "").startswith("#cmnt_ref"):
            # A comment of Google Docs, which stands at the end and points back at its words.
            self._writing.call_comment()
        if not state.silent:
            self._writing.begin(tag, told, style)

    def end(self, tag: str) -> None:
        """An element ends."""
        if len(self._open) < 2:
            return
        state = self._open[-1]
        if tag in BREAKS:
            self._writing.end_line(state)
        self._open.pop()
        self._writing.end(tag, state)
        if state.table and tag == "table" and self._tables:
            self._end_table()

    def data(self, words: str) -> None:
        """Words."""
        state = self._open[-1]
        if state.mark and not state.note:
            self._writing.mark(state.mark, words)
        elif not state.silent:
            self._writing.add(words if state.kept_spaces else SPACES.sub(" ", words), state)

    def comment(self, words: str) -> None:
        """Word's conditional comments wrap what it says twice: for itself, and for other programs."""
        if "!supportLists" in words:
            self._writing.begin_marker()
        elif words.strip() == "[endif]":
            self._writing.end_marker()

    def pi(self, target: str, words: str | None = None) -> None:
        """An instruction to other programs."""

    def close(self) -> None:
        """The page ends."""

    # Tables

    def _table_part(self, tag: str, told: Mapping[str, str], style: Mapping[str, str], state: State) -> State:
        if tag == "table":
            layout = told.get("role", "").lower() in ("presentation", "none")
            self._tables.append(TableReader(layout=layout))
            self._writing.tables.append(None)
            return state._replace(table=True)
        if not self._tables or (state.silent and tag not in ("tr", "col")):
            return state
        table = self._tables[-1]
        if tag == "caption":
            self._writing.tables[-1] = table.caption
        elif tag == "col":
            hidden = is_hidden(style) or told.get("width", "").strip() == "0"
            table.column(told.get("span", "1"), hidden=hidden)
        elif tag == "tr":
            table.begin_row(hidden=state.silent)
        elif tag in ("td", "th"):
            header = tag == "th" or state.head
            cell = table.begin_cell(told.get("colspan", "1"), told.get("rowspan", "1"), header=header)
            if cell is None:
                return state._replace(silent=True)
            self._writing.tables[-1] = cell
        return state

    def _end_table(self) -> None:
        table = self._tables.pop()
        self._writing.tables.pop()
        self._writing.put(table.finish(self._losses), self._writing.take_caption())

    def _count(self, tag: str, told: Mapping[str, str], style: Mapping[str, str], above: State) -> None:
        if style.get("mso-element") == "comment":
            self._losses.add("comment")
        what = LEFT_OUT.get(tag)
        if what and not above.silent and not _is_a_dot(tag, told):
            self._losses.add(what)


_NO_STYLE: Final[Mapping[str, str]] = {}
_TABLE_PARTS: Final = frozenset({"table", "caption", "col", "tr", "td", "th"})


def _is_a_dot(tag: str, told: Mapping[str, str]) -> bool:
    """Whether a picture is there to be counted by whoever sent it, and shows nothing."""
    return tag == "img" and told.get("width") in ("0", "1") and told.get("height") in ("0", "1")
