"""Runs as WordprocessingML (ECMA-376 part 1, 17.3.2 and 17.3.3): looks, breaks, links, footnotes, live references."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from clerkwell.model import Footnote, Reference, Runs, Text
from clerkwell.word.ooxml.xml import escape

_OPEN_TEXT = '<w:t xml:space="preserve">'
_LOST = "[missing reference]"


class Needs(Protocol):
    """What words need from the document that they go into."""

    def link(self, address: str) -> str | None:
        """The id of the relation to an address; none if it is no address to follow."""

    def footnote(self, note: Footnote) -> int:
        """The id of a new footnote with these words."""

    def reference(self, reference: Reference) -> tuple[str, str, bool] | None:
        """Bookmark, words, and whether they are a number, of what a reference points at; none if it is not there."""

    @property
    def link_style(self) -> str | None:
        """The character style of links."""

    @property
    def note_style(self) -> str | None:
        """The character style of footnote marks."""


def words(runs: Iterable[Text | Reference | Footnote], needs: Needs, *, bold: bool = False) -> str:
    """The runs of a paragraph. `bold` makes all of them bold."""
    done: list[str] = []
    for piece in runs:
        if isinstance(piece, Text):
            if piece.link:
                done.append(_link(piece, needs, bold))
            else:
                done.append(run(piece.text, look(bold or piece.bold, piece.italic, piece.script)))
        elif isinstance(piece, Footnote):
            done.append(_mark(needs.footnote(piece), needs.note_style))
        else:
            done.append(_reference(piece, needs, bold))
    return "".join(done)


def run(text: str, properties: str = "") -> str:
    """A run; line feeds become breaks and tabs Word's tabs."""
    text = escape(text)
    if "\n" in text or "\t" in text:
        text = text.replace("\n", "</w:t><w:br/>" + _OPEN_TEXT).replace("\t", "</w:t><w:tab/>" + _OPEN_TEXT)
        text = f"{_OPEN_TEXT}{text}</w:t>".replace(f"{_OPEN_TEXT}</w:t>", "")
        return f"<w:r>{properties}{text}</w:r>"
    return f"<w:r>{properties}{_OPEN_TEXT}{text}</w:t></w:r>"


@lru_cache(maxsize=64)
def look(bold: bool = False, italic: bool = False, script: str = "normal", style: str | None = None) -> str:
    """Run properties in the order that the schema asks for (17.3.2.28); "" for none."""
    inner = f'<w:rStyle w:val="{style}"/>' if style else ""
    inner += "<w:b/><w:bCs/>" if bold else ""
    inner += "<w:i/><w:iCs/>" if italic else ""
    inner += {"super": '<w:vertAlign w:val="superscript"/>', "sub": '<w:vertAlign w:val="subscript"/>'}.get(script, "")
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


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


def _mark(number: int, style: str | None) -> str:
    return f'<w:r>{look(style=style) or look(script="super")}<w:footnoteReference w:id="{number}"/></w:r>'


def _link(piece: Text, needs: Needs, bold: bool) -> str:
    target = needs.link(piece.link)
    if target is None:
        return run(piece.text, look(bold or piece.bold, piece.italic, piece.script))
    inner = run(piece.text, look(bold or piece.bold, piece.italic, piece.script, needs.link_style))
    return f'<w:hyperlink r:id="{target}" w:history="1">{inner}</w:hyperlink>'


def _reference(piece: Reference, needs: Needs, bold: bool) -> str:
    found = needs.reference(piece)
    if found is None:
        return run(_LOST, look(bold))
    name, text, is_number = found
    switch = " \\r" if is_number else ""
    return field(f"REF {name}{switch} \\h", text, look(bold))
