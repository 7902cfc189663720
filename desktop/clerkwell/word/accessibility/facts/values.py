"""What a document is, as far as the rules of accessibility ask: plain values, gathered once."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

Story = Literal["body", "header", "footer", "footnote", "endnote"]
Align = Literal["left", "center", "right", "both", ""]


class Said(NamedTuple):
    """A property's value and the style that gives it: "" for what is set on the text itself."""

    value: str
    style: str = ""


class Look(NamedTuple):
    """How a run of text looks in the end, by styles and by hand. Colours are RRGGBB; "" is Word's automatic one.

    `by_hand` names what was set on the run itself ("b", "color", …), `style` the character style it has.
    """

    size: float = 10.0
    size_style: str = ""
    font: str = ""
    font_style: str = ""
    colour: str = ""
    colour_style: str = ""
    back: str = ""
    highlighted: bool = False
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    caps: bool = False
    caps_style: str = ""
    underline_style: str = ""
    hidden: bool = False
    moving: bool = False
    raised: bool = False
    by_hand: frozenset[str] = frozenset()
    style: str = ""


class Run(NamedTuple):
    """Words that look alike. `link` is the number of the link they belong to, from 1; 0 for none."""

    text: str
    look: Look
    link: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, as a person finds it: the n-th paragraph of the text, or a row of a table."""

    story: Story = "body"
    # "the header of the first page", "footnote 3"; "" for the body.
    part: str = ""
    paragraph: int = 0
    table: int = 0
    row: int = 0
    words: str = ""
    box: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, chart, diagram, shape, text box or embedded object."""

    at: Place
    kind: Literal["picture", "chart", "diagram", "shape", "text box", "group", "object", "ink", "video"]
    name: str = ""
    alt: str = ""
    decorative: bool = False
    floating: bool = False
    has_text: bool = False
    word_art: str = ""
    watermark: str = ""
    # The address of a picture that is kept elsewhere.
    linked: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its words, where it leads, and whether that place is there."""

    at: Place
    text: str
    target: str = ""
    anchor: str = ""
    known: bool = True
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """A content control, or a form field of old (`legacy`)."""

    at: Place
    title: str = ""
    tag: str = ""
    kind: str = ""
    text: str = ""
    prompting: bool = False
    legacy: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what holds for it in the end. `level` is a heading's, from 1.

    `back` is what its words stand on: RRGGBB, or None where that cannot be told (a picture, a pattern).
    """

    at: Place
    text: str = ""
    runs: tuple[Run, ...] = ()
    # Those of the runs that show letters or figures.
    lettered: tuple[Run, ...] = ()
    style: str = ""
    level: int | None = None
    listed: bool = False
    align: Align = ""
    align_style: str = ""
    back: str | None = "FFFFFF"
    # What stands in it besides words: "drawing", "page", "column", "section", "field", "note", "control".
    holds: frozenset[str] = frozenset()
    # The instructions of the fields in it: "SEQ", "TOC", "PAGE".
    fields: frozenset[str] = frozenset()
    contents: bool = False
    ends_cell: bool = False
    after_table: bool = False

    @property
    def empty(self) -> bool:
        """Whether it shows nothing at all."""
        return not self.text.strip() and not self.holds


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, how many columns it takes, whether it goes on from the cell above, and its own shading."""

    text: str = ""
    span: int = 1
    rows_merged: bool = False
    shade: str = ""
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...] = ()
    header: bool = False
    gaps: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `inside` says that it stands in a cell of another."""

    at: Place
    rows: tuple[Row, ...] = ()
    inside: bool = False
    bordered: bool = True

    @property
    def columns(self) -> int:
        """The number of columns of its widest row."""
        return max((sum(cell.span for cell in row.cells) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of pages: how many columns its text has."""

    number: int
    columns: int = 1


@dataclass(frozen=True)
class Facts:
    """A whole document."""

    title: str = ""
    creator: str = ""
    last_editor: str = ""
    company: str = ""
    manager: str = ""
    language: str = ""
    # Styles whose language is set to none at all.
    without_language: tuple[str, ...] = ()
    protection: str = ""
    write_protected: bool = False
    marked_final: bool = False
    macros: bool = False
    foreign: int = 0
    background_picture: bool = False
    comments: int = 0
    changes: int = 0
    footnotes: int = 0
    endnotes: int = 0
    pack: str = ""
    pack_version: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    links: tuple[Link, ...] = ()
    controls: tuple[Control, ...] = ()
    sections: tuple[Section, ...] = ()
    serif: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text itself, tables included."""
        return tuple(each for each in self.paragraphs if each.at.story == "body")

    @cached_property
    def draft(self) -> bool:
        """Whether it is a draft that this program made: it still has its named places."""
        return bool(self.pack) and any(each.tag.startswith(("section:", "body:", "field:")) for each in self.controls)
