"""A Word document as plain values: everything that it shows, in the order it shows it, and who changed what.

Nothing here knows a template or a report. What is read, what is passed over on purpose and what is only counted is
said in `reading`; what no value here can hold is named in `WordDocument.unread`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from clerkwell.model import Alignment
from clerkwell.model.runs import Script
from clerkwell.word.ooxml.controls import Shape

ChangeKind = Literal["insertion", "deletion", "move-from", "move-to", "formatting"]
ListKind = Literal["", "bullet", "number"]


@dataclass(frozen=True)
class Change:
    """A tracked change (ECMA-376 part 1, 17.13.5). Ids are "c1", "c2", … in the document's order.

    `pair` is the other half of a move. `words` are what it puts in or takes out; "" for a paragraph mark alone.
    """

    id: str
    kind: ChangeKind
    author: str = ""
    when: datetime | None = None
    words: str = ""
    pair: str = ""


@dataclass(frozen=True)
class Comment:
    """A comment (17.13.4), or the answer to one, which `parent` names. `done` says that it was resolved."""

    id: str
    text: str
    author: str = ""
    when: datetime | None = None
    parent: str = ""
    done: bool = False


@dataclass(frozen=True)
class ReadControl:
    """A content control (17.5.2) as it was found. `prompt`: it shows its prompt and no answer.

    `checked` is the state of a checkbox, and None for every other control.
    """

    id: int
    tag: str = ""
    title: str = ""
    shape: Shape = "block"
    prompt: bool = False
    checked: bool | None = None


@dataclass(frozen=True)
class Picture:
    """A picture: its file's name among `WordDocument.pictures` ("" where there is none to show), and what it says.

    `across` is how wide it is drawn, in EMU; `room` the width and height of the text on its page, in twentieths of a
    point. 0 where that is not said, and for pictures in tables and text boxes.
    """

    name: str
    alt: str = ""
    decorative: bool = False
    across: int = 0
    room: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Look:
    """How words look, as far as a report can say it."""

    bold: bool = False
    italic: bool = False
    script: Script = "normal"


@dataclass(frozen=True)
class Span:
    """Words in one look, or a picture, or the mark of a note: whichever of `text`, `picture` and `note` is set.

    `changes` are the tracked changes it stands in, `comments` those whose range it is in, `controls` the inline
    controls round it, the outermost first. `target` is the bookmark that a live reference points at; its `text` is
    then what the reference shows. `former` is the look that it had before the formatting change among `changes`
    (17.13.5.31). `hidden`: the words are there and not printed (17.3.2.41). A link that begins with # leads to a
    bookmark of the document.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    script: Script = "normal"
    link: str = ""
    changes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    controls: tuple[int, ...] = ()
    target: str = ""
    picture: Picture | None = None
    note: "tuple[WordParagraph, ...] | None" = None
    former: Look | None = None
    hidden: bool = False


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph. `label` is the number or bullet that Word prints ("8.", "(a)", "•"), `level` its depth from 0.

    `heading` is its level in the outline from 1, by its style or its own properties. `size` is the size of most of its
    letters in half points, `indent` where its lines begin in twentieths of a point. `side` is where its words stand by
    its own properties ("left", "centre", "right"; "" as its style has them). `mark_changes` are the tracked
    changes of the paragraph's end: one that was inserted or deleted parts or joins paragraphs (17.13.5.15, .20).
    `former` is what its style and list were before the formatting change among them (17.13.5.29), without words.
    `controls` are those round it inside its cell, its box or its story. `box`: it stands in a text box. `page`: a page
    may turn before it. `landscape`: its page lies on its side.
    `strong`: all its words look bold, by its style or by their own properties, and `underlined` likewise: headings by
    look. A span is bold as emphasis: by its own properties or its character style, otherwise than its paragraph's.
    """

    spans: tuple[Span, ...] = ()
    style: str = ""
    heading: int | None = None
    label: str = ""
    listed: ListKind = ""
    level: int = 0
    list_id: str = ""
    indent: int = 0
    size: int = 0
    capitals: bool = False
    centred: bool = False
    side: Alignment = ""
    strong: bool = False
    underlined: bool = False
    controls: tuple[int, ...] = ()
    mark_changes: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    box: bool = False
    page: bool = False
    landscape: bool = False
    former: "WordParagraph | None" = None

    @property
    def text(self) -> str:
        """Its words; pictures and notes are not among them."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class WordCell:
    """A cell. `across` is how many columns it takes; `continues`: it is part of the cell above it.

    `changes` are those that put it in or take it out by itself, as with a whole column (17.13.5.1, .3).
    """

    blocks: "tuple[WordBlock, ...]" = ()
    across: int = 1
    continues: bool = False
    controls: tuple[int, ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class WordRow:
    """A row of a table. `header`: it is repeated at the head of each page."""

    cells: tuple[WordCell, ...] = ()
    header: bool = False
    controls: tuple[int, ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class WordTable:
    """A table, with what its properties call it."""

    rows: tuple[WordRow, ...] = ()
    title: str = ""
    style: str = ""
    controls: tuple[int, ...] = ()
    bookmarks: tuple[str, ...] = ()
    landscape: bool = False


WordBlock = WordParagraph | WordTable


@dataclass(frozen=True)
class WordDocument:
    """A document: its text, what stands round it on each page, and what it holds besides.

    `controls` are by id; `pictures` are the files by name; `properties` the core and custom properties by name.
    `dropped` counts formatting that no report holds, in words for people ("text colour": 2). `unread` names what was
    seen and could not be read ("a chart", "an embedded workbook"), each with its place in words. `macros`: it holds
    macros, which nothing here looks at.
    """

    blocks: tuple[WordBlock, ...] = ()
    headers: tuple[WordBlock, ...] = ()
    footers: tuple[WordBlock, ...] = ()
    changes: tuple[Change, ...] = ()
    comments: tuple[Comment, ...] = ()
    controls: Mapping[int, ReadControl] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    properties: Mapping[str, str] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    macros: bool = False
