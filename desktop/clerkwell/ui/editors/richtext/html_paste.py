"""Pasted web pages, e-mails and Word documents as blocks: structure and emphasis stay, the rest goes and is named.

Pure and deaf to addresses: nothing that the HTML points at is ever loaded. Word marks its lists by `mso-list` styles
and by conditional comments rather than by list tags, so both are read.
"""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from clerkwell.model import (
    Block,
    Blocks,
    Cell,
    ListItem,
    Paragraph,
    Quotation,
    Runs,
    SubHeading,
    Table,
    Text,
    plain,
)
from clerkwell.ui.editors.richtext.formats import text_run
from clerkwell.ui.editors.richtext.html_looks import (
    ADDRESS,
    BREAKS,
    HEADINGS,
    LEFT_OUT,
    MSO_LEVEL,
    ORDERED_MARKER,
    SILENT,
    SPACES,
    STYLE,
    VOID,
    emphasis,
    trimmed,
)


@dataclass(frozen=True)
class Pasted:
    """What was pasted, and what of it was left out: "2 pictures", "underlining"."""

    blocks: Blocks
    left_out: tuple[str, ...] = ()


def read_html(html: str) -> Pasted:
    """The blocks of a piece of HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    # An editor's lists begin at the left: a piece that starts deeper is moved out.
    blocks = tuple(reader.blocks)
    return Pasted(blocks, reader.left_out())


@dataclass
class _State:
    """What an open element says about the words in it."""

    tag: str
    marks: str = ""
    link: str = ""
    silent: bool = False
    kept_spaces: bool = False


@dataclass
class _TableBeingRead:
    rows: list[list[Cell]] = field(default_factory=list)
    headers: list[bool] = field(default_factory=list)
    paragraphs: list[Runs] = field(default_factory=list)
    caption: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: list[_State] = [_State("")]
        self._runs: list[Text] = []
        self._lists: list[bool] = []
        self._item: tuple[int, bool] | None = None
        self._mso: int | None = None
        self._marker: list[str] | None = None
        self._mso_marker = ""
        self._tables: list[_TableBeingRead] = []
        self._lost: Counter[str] = Counter()

    # HTMLParser's own hooks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        told = {name: value or "" for name, value in attrs}
        self._count_lost(tag)
        if tag == "br":
            self._append("\n")
            return
        if tag in BREAKS:
            self.end_block()
        if tag in VOID:
            return
        style = {name.lower(): value.strip().lower() for name, value in STYLE.findall(told.get("style", ""))}
        self._open.append(self._state(tag, told, style))
        self._begin_structure(tag, style)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is closed where it begins."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends; one that was never opened is passed over."""
        if not any(state.tag == tag for state in self._open):
            return
        if tag in BREAKS:
            self.end_block()
        while len(self._open) > 1:
            closed = self._open.pop().tag
            self._end_structure(closed)
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        """Words."""
        state = self._open[-1]
        if state.silent:
            return
        if self._marker is not None:
            self._marker.append(data)
            return
        self._append(data if state.kept_spaces else SPACES.sub(" ", data))

    def handle_comment(self, data: str) -> None:
        """Word's conditional comments for other programs wrap what it says twice: `<!--[if !supportLists]-->`."""
        self._condition(data)

    def unknown_decl(self, data: str) -> None:
        """Word's conditional comments for itself: `<![if !supportLists]>`."""
        self._condition(data)

    # what they are made into

    def end_block(self) -> None:
        """Close the line being read, if it holds anything."""
        runs = trimmed(self._runs)
        self._runs = []
        mso, self._mso = self._mso, None
        marker, self._mso_marker = self._mso_marker, ""
        if not runs:
            return
        if self._tables:
            self._tables[-1].paragraphs.append(runs)
            return
        tags = {state.tag for state in self._open}
        if mso is not None:
            ordered = ORDERED_MARKER.fullmatch(marker) is not None
            self.blocks.append(ListItem(runs=runs, level=min(mso, 2), ordered=ordered))
        elif self._item is not None:
            level, ordered = self._item
            self.blocks.append(ListItem(runs=runs, level=level, ordered=ordered))
            # A second paragraph in the same item is a paragraph: the list goes on across it.
            self._item = None
        elif tags & HEADINGS:
            bare = tuple(run.model_copy(update={"bold": False}) if isinstance(run, Text) else run for run in runs)
            self.blocks.append(SubHeading(runs=bare))
        elif "blockquote" in tags:
            self.blocks.append(Quotation(runs=runs))
        else:
            self.blocks.append(Paragraph(runs=runs))

    def left_out(self) -> tuple[str, ...]:
        """What was not taken over, in words."""
        return tuple(
            what if what.endswith("ing") or what.endswith("text") else f"{count} {what}{'s' if count > 1 else ''}"
            for what, count in self._lost.items()
        )

    def _append(self, text: str) -> None:
        state = self._open[-1]
        if state.silent:
            return
        if text == " " and (not self._runs or self._runs[-1].text.endswith((" ", "\n"))):
            return
        if self._runs and self._runs[-1].text.endswith((" ", "\n")) and not state.kept_spaces:
            text = text.lstrip(" ")
        if text:
            self._runs.append(text_run(text, state.marks, state.link))

    def _state(self, tag: str, told: dict[str, str], style: dict[str, str]) -> _State:
        above = self._open[-1]
        marks = above.marks
        for mark, on in emphasis(tag, style):
            marks = marks.replace(mark, "") + (mark if on else "")
        if tag in ("s", "strike", "del") or "line-through" in style.get("text-decoration", ""):
            self._lost["struck-out text"] += 1
        elif tag == "u" or ("underline" in style.get("text-decoration", "") and tag != "a"):
            self._lost["underlining"] += 1
        link = above.link
        if tag == "a" and ADDRESS.match(told.get("href", "").strip()):
            link = told["href"].strip()
        hidden = style.get("display") == "none" or style.get("mso-hide") == "all"
        # A struck-out word is a deleted one: it must not come back to life in the report.
        deleted = tag == "del" or style.get("mso-element") in ("comment-list", "comment")
        kept = tag == "pre" or style.get("white-space", "").startswith("pre") or above.kept_spaces
        return _State(tag, marks, link, above.silent or tag in SILENT or hidden or deleted, kept)

    def _begin_structure(self, tag: str, style: dict[str, str]) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(tag == "ol")
        elif tag == "li":
            self._item = (min(max(len(self._lists) - 1, 0), 2), bool(self._lists and self._lists[-1]))
        elif tag == "table":
            self.end_block()
            self._tables.append(_TableBeingRead())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
            self._tables[-1].headers.append(True)
        elif tag in ("td", "th") and self._tables:
            self._begin_cell(tag)
        if tag == "p" and "mso-list" in style:
            level = MSO_LEVEL.search(style["mso-list"])
            self._mso = int(level[1]) - 1 if level else None
        elif style.get("mso-list") == "ignore":
            self._marker = []

    def _begin_cell(self, tag: str) -> None:
        self.end_block()
        table = self._tables[-1]
        table.paragraphs = []
        if not table.rows:
            table.rows.append([])
            table.headers.append(True)
        table.headers[-1] = table.headers[-1] and tag == "th"

    def _end_structure(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._item = None
        elif tag == "li":
            self._item = None
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows:
            self.end_block()
            self._tables[-1].rows[-1].append(Cell(paragraphs=tuple(self._tables[-1].paragraphs)))
            self._tables[-1].paragraphs = []
        elif tag == "caption" and self._tables:
            self._tables[-1].caption = plain(trimmed(self._runs))
            self._runs = []
        elif tag == "table" and self._tables:
            self._end_table()

    def _end_table(self) -> None:
        self.end_block()
        table = self._tables.pop()
        rows = [(row, header) for row, header in zip(table.rows, table.headers, strict=True) if row]
        if self._tables:
            # A table in a cell of another: its words stay, in the outer cell.
            for row, _ in rows:
                self._tables[-1].paragraphs.extend(runs for cell in row for runs in cell.paragraphs if runs)
            self._lost["table inside a table"] += 1
        elif max((len(row) for row, _ in rows), default=0) < 2:
            # One column is how web pages and e-mails lay out a page; what is in it is text.
            for row, _ in rows:
                self.blocks.extend(Paragraph(runs=runs) for cell in row for runs in cell.paragraphs if runs)
        else:
            headers = next((i for i, (_, header) in enumerate(rows) if not header), len(rows))
            self.blocks.append(
                Table(caption=table.caption, header_rows=headers or 1, rows=tuple(tuple(row) for row, _ in rows))
            )

    def _condition(self, data: str) -> None:
        if "!supportLists" in data:
            self._marker = []
        elif "endif" in data and self._marker is not None:
            self._mso_marker = "".join(self._marker).replace("\xa0", " ").strip()
            self._marker = None

    def _count_lost(self, tag: str) -> None:
        what = LEFT_OUT.get(tag)
        if what and not self._open[-1].silent:
            self._lost[what] += 1
