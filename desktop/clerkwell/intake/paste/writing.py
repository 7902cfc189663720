"""The blocks of a page while it is read, line by line."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from clerkwell.intake.paste.lists import DEEPEST, is_ordered, number_of, numbered, word_level
from clerkwell.intake.paste.looks import Piece, trimmed
from clerkwell.intake.paste.state import State
from clerkwell.intake.paste.values import Losses
from clerkwell.model import (
    Block,
    Blocks,
    Cell,
    Footnote,
    ListItem,
    Paragraph,
    Quotation,
    Runs,
    SubHeading,
    Table,
    Text,
    plain,
)

_TABLE_NUMBER: Final = re.compile(r"Table\s+\d{1,3}\s*[:.–—-]?\s*", re.IGNORECASE)
_INT: Final = re.compile(r"\d{1,4}")


class Writing:
    """Puts words together to lines, and lines to blocks, where they belong: in the text, in a cell, in a footnote."""

    def __init__(self, losses: Losses) -> None:
        self._losses = losses
        self._blocks: list[Block] = []
        # The cells that are open, the innermost last; None between them.
        self.tables: list[list[Block] | None] = []
        self._pieces: list[Piece | Footnote] = []
        self._ended_in_space = True
        self._lists: list[tuple[bool, int]] = []
        self._item: tuple[int, bool, int] | None = None
        self._word_list: int | None = None
        self._marker: list[str] | None = None
        self._said_marker = ""
        self._meant: dict[int, int] = {}
        self._notes: dict[str, list[Text]] = {}
        self._marks: dict[str, str] = {}
        self._caption: tuple[list[Block], int] | None = None
        self._is_comment = False

    # Words

    def add(self, words: str, state: State) -> None:
        """Words in the look of the elements round them."""
        if self._marker is not None:
            self._marker.append(words)
            return
        if not state.kept_spaces and self._ended_in_space:
            words = words.lstrip(" ")
        if words:
            self._ended_in_space = words[-1] in " \n"
            last = self._pieces[-1] if self._pieces else None
            if isinstance(last, Piece) and last.marks == state.marks and last.link == state.link:
                last.words.append(words)
            else:
                self._pieces.append(Piece([words], state.marks, state.link))

    def mark(self, note: str, words: str) -> None:
        """The mark of a footnote, in words that are needed only where the note itself was not copied."""
        if note not in self._marks:
            self._marks[note] = ""
            self._pieces.append(Footnote(runs=(Text(text=note),)))
            self._ended_in_space = False
        self._marks[note] += words

    def call_comment(self) -> None:
        """The line being read is somebody's comment."""
        self._is_comment = True

    def begin_marker(self) -> None:
        """What comes next is the number or bullet of a list item."""
        self._marker = []

    def end_marker(self) -> None:
        """The number or bullet is over."""
        if self._marker is not None:
            self._said_marker = "".join(self._marker).replace("\xa0", " ").strip()
            self._marker = None

    # Elements

    def begin(self, tag: str, told: Mapping[str, str], style: Mapping[str, str]) -> None:
        """An element that shows begins."""
        if tag in ("ul", "ol"):
            self._lists.append((tag == "ol", _int(told.get("start", "")) or 1))
        elif tag == "li":
            self._begin_item(told)
        if tag in ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6") and "mso-list" in style:
            self._word_list = word_level(style)
        elif style.get("mso-list") == "ignore":
            self.begin_marker()

    def end(self, tag: str, state: State) -> None:
        """An element ends."""
        if state.silent:
            return
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._item = None
        elif tag == "li":
            self._item = None

    def end_line(self, state: State) -> None:
        """Close the line being read, if it holds anything."""
        if self._marker is not None:
            # A marker that was never closed is words of the line.
            self._pieces.append(Piece(self._marker, state.marks, state.link))
            self._marker = None
        runs: Runs = ()
        if self._pieces:
            runs = trimmed(self._pieces)
            self._pieces, self._ended_in_space = [], True
        level, self._word_list = self._word_list, None
        marker, self._said_marker = self._said_marker, ""
        comment, self._is_comment = self._is_comment, False
        if not runs:
            return
        if comment:
            self._losses.add("comment")
        elif state.note:
            self._to_note(state.note, runs)
        else:
            self._put(runs, state, level, marker)

    def put(self, blocks: Sequence[Block], caption: Runs = ()) -> None:
        """Put blocks where the words are going: a table that was read, or what stood in one that was only layout."""
        for block in blocks:
            if isinstance(block, Table) and caption and not block.caption:
                block = block.model_copy(update={"caption": _TABLE_NUMBER.sub("", plain(caption), count=1)})
            self._sink().append(block)

    def take_caption(self) -> Runs:
        """The words that Word calls a caption, if they stand right before what comes next."""
        if self._caption is None:
            return ()
        sink, index = self._caption
        self._caption = None
        last = sink[-1] if sink else None
        if sink is not self._sink() or index != len(sink) - 1 or not isinstance(last, Paragraph):
            return ()
        if _TABLE_NUMBER.match(plain(last.runs)) is None:
            return ()
        sink.pop()
        return last.runs

    def finished(self) -> Blocks:
        """All blocks, with footnotes in their places and lists counting as they did."""
        blocks = numbered(self._blocks, self._meant)
        return tuple(self._with_notes(block) for block in blocks) if self._marks else blocks

    # How

    def _sink(self) -> list[Block]:
        return next((cell for cell in reversed(self.tables) if cell is not None), self._blocks)

    def _begin_item(self, told: Mapping[str, str]) -> None:
        depth = _int(told.get("aria-level", "")) or len(self._lists) or 1
        ordered, number = self._lists[-1] if self._lists else (False, 0)
        number = _int(told.get("value", "")) or number
        if self._lists:
            self._lists[-1] = (ordered, number + 1)
        self._item = (min(depth - 1, DEEPEST), ordered, number)

    def _put(self, runs: Runs, state: State, level: int | None, marker: str) -> None:
        sink = self._sink()
        if state.heading:
            if marker:
                self._losses.add("heading number")
            bare = tuple(run.model_copy(update={"bold": False}) if isinstance(run, Text) else run for run in runs)
            sink.append(SubHeading(runs=bare))
        elif level is not None:
            ordered = is_ordered(marker)
            self._add_item(ListItem(runs=runs, level=level, ordered=ordered), number_of(marker) if ordered else None)
        elif self._item is not None:
            depth, ordered, number = self._item
            self._add_item(ListItem(runs=runs, level=depth, ordered=ordered), number if ordered else None)
            # A second paragraph in the same item is a paragraph: the list goes on across it.
            self._item = None
        elif state.quoted:
            sink.append(Quotation(runs=runs))
        else:
            sink.append(Paragraph(runs=runs))
            if state.caption:
                self._caption = (sink, len(sink) - 1)

    def _add_item(self, item: ListItem, number: int | None) -> None:
        sink = self._sink()
        if number is not None and sink is self._blocks:
            self._meant[len(sink)] = number
        sink.append(item)

    def _to_note(self, note: str, runs: Runs) -> None:
        kept = self._notes.setdefault(note, [])
        if kept:
            kept.append(Text(text=" "))
        kept += [run for run in runs if isinstance(run, Text)]

    def _with_notes(self, block: Block) -> Block:
        match block:
            case Table():
                rows = tuple(
                    tuple(Cell(paragraphs=tuple(self._noted(runs) for runs in cell.paragraphs)) for cell in row)
                    for row in block.rows
                )
                return block.model_copy(update={"rows": rows})
            case Paragraph() | SubHeading() | ListItem() | Quotation():
                return block.model_copy(update={"runs": self._noted(block.runs)})
        return block

    def _noted(self, runs: Runs) -> Runs:
        return tuple(self._note_of(run) for run in runs if isinstance(run, Text | Footnote))

    def _note_of(self, run: Text | Footnote) -> Text | Footnote:
        if isinstance(run, Text):
            return run
        key = plain(run.runs)
        words = self._notes.get(key)
        if words:
            return Footnote(runs=tuple(words))
        return Text(text=self._marks.get(key, ""), script="super")


def _int(written: str) -> int:
    found = _INT.match(written.strip())
    return int(found[0]) if found else 0
