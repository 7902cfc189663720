"""What a line of the document carries: properties that name its block and runs, and the looks they are given.

The properties are the meaning and the looks follow from them, never the other way round: a heading is not a line
that happens to be bold. `UserProperty` is the first number that Qt leaves to programs.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from pydantic import TypeAdapter
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextFormat

from clerkwell.model import (
    Block,
    Footnote,
    Image,
    Landscape,
    ListItem,
    Paragraph,
    Quotation,
    Reference,
    Run,
    SubHeading,
    Table,
    Text,
    Worded,
    plain,
)
from clerkwell.ui.editors.richtext.faces import face_of

_FIRST = int(QTextFormat.Property.UserProperty)
# Of a line: which block it shows, and what that block is apart from its words.
ID = _FIRST + 1
SHAPE = _FIRST + 2
# Of characters: bold, italic, superscript, subscript; the run that an object stands for, and the words it shows.
MARKS = _FIRST + 3
RUN = _FIRST + 4
WORDS = _FIRST + 5
# Of the one character of a card (a table, a picture, a landscape stretch): the id of its block.
CARD = _FIRST + 6
# Of a card: what it shows of its block (see `faces`).
FACE = _FIRST + 7

INLINE_OBJECT = int(QTextFormat.ObjectTypes.UserObject) + 1
CARD_OBJECT = int(QTextFormat.ObjectTypes.UserObject) + 2

# The shape of a card's line: it has no shape of its own, its block is looked up by id.
CARD_SHAPE = "card"

# The blocks that are shown as one line that cannot be typed into.
Card = Table | Image | Landscape

_BLOCK: TypeAdapter[Worded] = TypeAdapter(Worded)
_OBJECT: TypeAdapter[Reference | Footnote] = TypeAdapter(Reference | Footnote)

LINE_HEIGHT = 135  # per cent of the font's own, for reading
SPACE_AFTER = 0.55  # of an em
INDENT = 1.6
GUTTER = 2.8
# The room below a line for the words that it is not for publication, in ems.
TAG = 1.5


@dataclass(frozen=True)
class Looks:
    """The looks of the page: the em in pixels, the font's size in points, and colours by name."""

    em: float
    points: float
    link: str
    muted: str

    @classmethod
    def of(cls, font: QFont, link: str, muted: str) -> "Looks":
        """The looks for a font and two colours."""
        return cls(em=QFontMetricsF(font).height() / 1.2, points=font.pointSizeF(), link=link, muted=muted)


@dataclass(frozen=True)
class Setting:
    """What a section's lines need from round about: looks, and the words that objects show."""

    looks: Looks
    reference_words: Callable[[Reference], str]
    first_note: int = 1


def run_words(run: Run, reference_words: Callable[[Reference], str]) -> str:
    """A run in plain words, for programs that know no references and no footnotes."""
    match run:
        case Text():
            return run.text
        case Reference():
            return reference_words(run)
        case Footnote():
            return f" [{plain(run.runs)}]"


def shape_of(block: Block) -> str:
    """What a block is apart from its words and its id, in one string."""
    if isinstance(block, Card):
        return CARD_SHAPE
    return block.model_dump_json(exclude={"runs", "id"}, exclude_defaults=False)


def of_shape(shape: str, block_id: str, runs: tuple[Run, ...]) -> Worded:
    """The block of this shape, id and runs; a line with no shape is a paragraph."""
    told = json.loads(shape) if shape and shape != CARD_SHAPE else {"kind": "paragraph"}
    return _BLOCK.validate_python({**told, "id": block_id, "runs": runs})


def marks_of(run: Text) -> str:
    """The marks of a run: "b" bold, "i" italic, "^" superscript, "_" subscript."""
    script = {"normal": "", "super": "^", "sub": "_"}[run.script]
    return ("b" if run.bold else "") + ("i" if run.italic else "") + script


def text_run(text: str, marks: str, link: str) -> Text:
    """The run of these words, marks and link."""
    script = "super" if "^" in marks else "sub" if "_" in marks else "normal"
    return Text(text=text, bold="b" in marks, italic="i" in marks, script=script, link=link)


def object_of(payload: str) -> Reference | Footnote:
    """The run that an object character stands for."""
    return _OBJECT.validate_json(payload)


def block_format(block: Block, looks: Looks) -> QTextBlockFormat:
    """The format of a block's line."""
    form = QTextBlockFormat()
    form.setProperty(ID, block.id)
    form.setProperty(SHAPE, shape_of(block))
    em = looks.em
    form.setLeftMargin(GUTTER * em)
    form.setBottomMargin(SPACE_AFTER * em)
    form.setLineHeight(LINE_HEIGHT, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
    match block:
        case ListItem():
            form.setLeftMargin((GUTTER + INDENT * (block.level + 1)) * em)
            form.setBottomMargin(SPACE_AFTER * em * 0.6)
        case SubHeading():
            form.setTopMargin(0.8 * em)
            form.setBottomMargin(0.35 * em)
        case Quotation():
            form.setLeftMargin((GUTTER + INDENT) * em)
            form.setRightMargin(INDENT * em)
        case Table() | Image() | Landscape():
            form.setLineHeight(100, int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value))
        case Paragraph():
            pass
    if block.private:
        # Room for the words that say so. Below, as Qt gives the first line of a document no room above it.
        form.setBottomMargin(form.bottomMargin() + TAG * em)
    return form


def char_format(run: Text, block: Block, looks: Looks) -> QTextCharFormat:
    """The format of words in a block."""
    form = QTextCharFormat()
    heading = isinstance(block, SubHeading)
    if heading:
        form.setFontPointSize(looks.points * 1.15)
    if run.bold or heading:
        form.setFontWeight(QFont.Weight.Bold)
    if run.italic != isinstance(block, Quotation):
        form.setFontItalic(True)
    if run.script == "super":
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif run.script == "sub":
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    if run.link:
        form.setAnchor(True)
        form.setAnchorHref(run.link)
        form.setFontUnderline(True)
        form.setForeground(QBrush(QColor(looks.link)))
    marks = marks_of(run)
    if marks:
        form.setProperty(MARKS, marks)
    return form


def object_format(run: Reference | Footnote, words: str, block: Block, looks: Looks) -> QTextCharFormat:
    """The format of the one character that stands for a reference or a footnote mark."""
    form = char_format(Text(text=""), block, looks)
    form.setObjectType(INLINE_OBJECT)
    form.setProperty(RUN, run.model_dump_json())
    form.setProperty(WORDS, words)
    form.setForeground(QBrush(QColor(looks.link)))
    return form


def card_format(block: Card, reference_words: Callable[[Reference], str]) -> QTextCharFormat:
    """The format of the one character that stands for a table, a picture or a landscape stretch."""
    form = QTextCharFormat()
    form.setObjectType(CARD_OBJECT)
    form.setProperty(CARD, block.id)
    form.setProperty(WORDS, card_words(block))
    form.setProperty(FACE, face_of(block, reference_words))
    return form


def card_words(block: Card) -> str:
    """What a card says of its block."""
    match block:
        case Table():
            width = len(block.rows[0]) if block.rows else 0
            size = f"{_count(len(block.rows), 'row')} by {_count(width, 'column')}"
            return f"Table: {block.caption}, {size}" if block.caption else f"Table: {size}"
        case Image():
            name = block.caption or block.alt
            said = f"Picture: {name}" if name else "Picture"
            return f"{said}, decorative" if block.decorative else said if block.alt else f"{said}, not yet described"
        case Landscape():
            inner = "; ".join(card_words(each) for each in block.blocks if isinstance(each, Table | Image))
            return f"Landscape pages: {inner}" if inner else "Landscape pages"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
