"""Runs as WordprocessingML (ECMA-376 part 1, 17.3.2 and 17.3.3): looks, breaks, links, footnotes, live references."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Protocol

from clerkwell.model import Footnote, Reference, Runs, Text, plain
from clerkwell.word.ooxml.xml import escape

_OPEN_TEXT = '<w:t xml:space="preserve">'
_LOST = "[missing reference]"
# How links look where the template has no style for them: Word's own blue, 6 to 1 on white, and underlined.
_LINK_COLOUR: Final = "0563C1"


@dataclass(frozen=True, slots=True)
class Base:
    """What all words of a place have in common: bold, a colour ("" the style's own), a size in half points (0 its own).

    Coloured words stand on a fill, so their colour goes before that of links.
    """

    bold: bool = False
    colour: str = ""
    size: int = 0


PLAIN: Final = Base()

# A field that points at a bookmark: the bookmark's name, the words that stand for it, the switch that asks for them.
Pointer = tuple[str, str, str]


class Needs(Protocol):
    """What words need from the document that they go into."""

    def link(self, address: str) -> str | None:
        """The id of the relation to an address; none if it is no address to follow."""

    def footnote(self, note: Footnote) -> int:
        """The id of a new footnote with these words."""

    def reference(self, reference: Reference, before: str) -> tuple[str, Sequence[Pointer]]:
        """Words to put first, going by those `before` it, and the fields of a reference; none if it points nowhere."""

    @property
    def link_style(self) -> str | None:
        """The character style of links."""

    @property
    def note_style(self) -> str | None:
        """The character style of footnote marks."""


def words(runs: Sequence[Text | Reference | Footnote], needs: Needs, base: Base = PLAIN, before: str = "") -> str:
    """The runs of a paragraph; `before` are its words before them."""
    done: list[str] = []
    for index, piece in enumerate(runs):
        if isinstance(piece, Text):
            if piece.link:
                done.append(_link(piece, needs, base))
            elif base is PLAIN:
                done.append(run(piece.text, look(piece.bold, piece.italic, piece.script)))
            else:
                done.append(run(piece.text, _look(piece, base)))
        elif isinstance(piece, Footnote):
            done.append(_mark(needs.footnote(piece), needs.note_style, base))
        else:
            done.append(_reference(piece, before + plain(runs[:index]), needs, base))
    return "".join(done)


def run(text: str, properties: str = "") -> str:
    """A run; line feeds become breaks, and tabs and soft hyphens Word's own.

    Word shows a soft hyphen that stands among the characters in every place, not only at the end of a line (17.3.3.29).
    """
    text = escape(text)
    if "\n" in text or "\t" in text or "\xad" in text or "\u2028" in text or "\u2029" in text:
        for character, element in _ELEMENTS:
            text = text.replace(character, f"</w:t>{element}{_OPEN_TEXT}")
        text = f"{_OPEN_TEXT}{text}</w:t>".replace(f"{_OPEN_TEXT}</w:t>", "")
        return f"<w:r>{properties}{text}</w:r>"
    return f"<w:r>{properties}{_OPEN_TEXT}{text}</w:t></w:r>"


_ELEMENTS: Final = (
    ("\n", "<w:br/>"),
    ("\u2028", "<w:br/>"),
    ("\u2029", "<w:br/>"),
    ("\t", "<w:tab/>"),
    ("\xad", "<w:softHyphen/>"),
)


@lru_cache(maxsize=256)
def look(
    bold: bool = False,
    italic: bool = False,
    script: str = "normal",
    style: str | None = None,
    colour: str = "",
    size: int = 0,
    *,
    line: bool = False,
) -> str:
    """Run properties in the order that the schema asks for (17.3.2.28); "" for none. `line`: underlined."""
    inner = f'<w:rStyle w:val="{style}"/>' if style else ""
    inner += "<w:b/><w:bCs/>" if bold else ""
    inner += "<w:i/><w:iCs/>" if italic else ""
    inner += f'<w:color w:val="{colour}"/>' if colour else ""
    inner += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    inner += '<w:u w:val="single"/>' if line else ""
    inner += {"super": '<w:vertAlign w:val="superscript"/>', "sub": '<w:vertAlign w:val="subscript"/>'}.get(script, "")
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def link_look(style: str) -> str:
    """The properties of a link's words: the template's style for links, or the look of one."""
    return look(style=style) if style else look(colour=_LINK_COLOUR, line=True)


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field with its result as Word last worked it out (17.16.18)."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result, properties)}"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmarked(inner: str, name: str, number: int) -> str:
    """Words with a bookmark round them (17.13.6)."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def footnote_words(note: Footnote, needs: Needs) -> str:
    """The runs of a footnote's own paragraph, after its mark."""
    runs: Runs = note.runs
    return run(" ") + words(runs, needs)


def own_mark(style: str | None) -> str:
    """The mark at the beginning of a footnote's own words (17.11.13)."""
    return f"<w:r>{look(style=style) or look(script='super')}<w:footnoteRef/></w:r>"


def _look(piece: Text, base: Base) -> str:
    return look(base.bold or piece.bold, piece.italic, piece.script, None, base.colour, base.size)


def _mark(number: int, style: str | None, base: Base) -> str:
    script = "normal" if style else "super"
    properties = look(style=style, script=script, colour=base.colour, size=base.size)
    return f'<w:r>{properties}<w:footnoteReference w:id="{number}"/></w:r>'


def _link(piece: Text, needs: Needs, base: Base) -> str:
    target = needs.link(piece.link)
    if target is None:
        return run(piece.text, _look(piece, base))
    style = needs.link_style
    colour = base.colour or ("" if style else _LINK_COLOUR)
    bold = base.bold or piece.bold
    properties = look(bold, piece.italic, piece.script, style, colour, base.size, line=style is None)
    return f'<w:hyperlink r:id="{target}" w:history="1">{run(piece.text, properties)}</w:hyperlink>'


def _reference(piece: Reference, before: str, needs: Needs, base: Base) -> str:
    properties = look(base.bold, colour=base.colour, size=base.size)
    first, pointers = needs.reference(piece, before)
    done = run(first, properties) if first else ""
    for name, text, switch in pointers:
        # Words are copied with the looks that they have in the bookmark; a number is written in those of the field.
        done += field(f"REF {name} {switch} \\h" if switch else f"REF {name} \\h \\* MERGEFORMAT", text, properties)
    return done or run(_LOST, properties)
