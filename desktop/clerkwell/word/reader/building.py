"""What a document's blocks are put together in while it is read: paragraphs, tables, and what they stand in."""

from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from clerkwell.word.reader.document import Span, WordBlock, WordCell, WordParagraph, WordRow, WordTable
from clerkwell.word.reader.looks import RunLook
from clerkwell.word.reader.paragraphs import Setting


@dataclass
class Flow:
    """Where blocks follow each other: the body, a cell, a text box, a note."""

    box: bool = False
    blocks: list[WordBlock] = field(default_factory=list)
    controls: list[int] = field(default_factory=list)
    # A paragraph that only stray words made, which belong to none in the file.
    stray: "Paragraph | None" = None


@dataclass
class Paragraph:
    """A paragraph and its words so far."""

    setting: Setting
    properties: Element | None
    flow: Flow
    page: bool = False
    label: str = ""
    spans: list[Span] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)
    given: RunLook = field(default_factory=RunLook)
    controls: list[int] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    boxes: list[WordBlock] = field(default_factory=list)
    sizes: dict[int, int] = field(default_factory=dict)
    capitals: dict[bool, int] = field(default_factory=dict)
    # Whether it has words at all, some that are not bold, and some that are not underlined but as links are.
    lettered: bool = False
    plain: bool = False
    bare: bool = False

    def add(self, text: str, span: Span, look: RunLook) -> None:
        """Words in a look; `span` is all of it but the words."""
        count = len(text)
        if not text.isspace():
            self.plain = self.plain or not look.bold
            self.bare = self.bare or not look.underlined or bool(span.link)
            self.lettered = True
        self.sizes[look.size] = self.sizes.get(look.size, 0) + count
        self.capitals[look.capitals] = self.capitals.get(look.capitals, 0) + count
        if (self.spans and self.spans[-1] is span) or (self.spans and self.words[-1] and self.spans[-1] == span):
            self.words[-1].append(text)
        else:
            self.spans.append(span)
            self.words.append([text])

    def add_mark(self, span: Span) -> None:
        """A picture, or the mark of a note."""
        self.spans.append(span)
        self.words.append([])

    def begin_with(self, letter: "Paragraph") -> None:
        """Put a large first letter before its other words, in their own look."""
        self.spans, self.words = letter.spans, letter.words
        self.bookmarks += letter.bookmarks

    def comment(self, comment: str) -> None:
        """Pin a comment that goes round no words to those before it, or to this place."""
        if self.spans:
            if comment not in self.spans[-1].comments:
                self.spans[-1] = replace(self.spans[-1], comments=(*self.spans[-1].comments, comment))
        else:
            self.add_mark(Span(comments=(comment,)))

    @property
    def has_words(self) -> bool:
        """Whether anything stands in it yet."""
        return bool(self.spans)

    def finished(self, mark: tuple[str, ...], former: WordParagraph | None, landscape: bool) -> WordParagraph:
        """The paragraph as it is shown."""
        setting = self.setting
        spans = tuple(
            [with_words(span, words) if words else span for span, words in zip(self.spans, self.words, strict=True)]
        )
        return WordParagraph(
            spans=spans,
            style=setting.style,
            heading=setting.heading,
            label=self.label,
            listed=setting.listed,
            level=setting.level,
            list_id=setting.list_id,
            indent=setting.indent,
            size=max(self.sizes, key=lambda size: self.sizes[size], default=0),
            capitals=self.capitals.get(True, 0) > self.capitals.get(False, 0),
            centred=setting.centred,
            side=setting.side,
            strong=self.lettered and not self.plain,
            underlined=self.lettered and not self.bare,
            controls=tuple(self.flow.controls),
            mark_changes=mark,
            bookmarks=tuple(self.bookmarks),
            box=self.flow.box,
            page=self.page,
            landscape=landscape,
            former=former,
        )


def with_words(span: Span, words: list[str]) -> Span:
    """The span with these words; `replace` takes longer than all the rest of reading it."""
    return Span(
        "".join(words), span.bold, span.italic, span.script, span.link, span.changes, span.comments, span.controls,
        span.target, None, None, span.former, span.hidden,
    )  # fmt: skip


@dataclass
class Table:
    """A table and its rows so far."""

    style: str = ""
    title: str = ""
    style_id: str = ""
    # The parts that look as its style has them: the first row, the last column (17.4.55).
    parts: frozenset[str] = frozenset()
    controls: tuple[int, ...] = ()
    bookmarks: tuple[str, ...] = ()
    row_controls: list[int] = field(default_factory=list)
    rows: list[WordRow] = field(default_factory=list)
    row: "Row | None" = None

    def finished(self, landscape: bool) -> WordTable:
        """The table as it is shown."""
        return WordTable(tuple(self.rows), self.title, self.style, self.controls, self.bookmarks, landscape)


@dataclass
class Row:
    """A row and its cells so far."""

    header: bool = False
    changes: tuple[str, ...] = ()
    controls: tuple[int, ...] = ()
    cell_controls: list[int] = field(default_factory=list)
    cells: list[WordCell] = field(default_factory=list)

    def finished(self) -> WordRow:
        """The row as it is shown."""
        return WordRow(tuple(self.cells), self.header, self.controls, self.changes)
