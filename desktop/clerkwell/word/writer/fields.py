"""Filling a `field:` place with its words, in each of the four shapes.

The words take the look of what stood in the control, but for the placeholder's own style. A line feed becomes a break
in running text, and a paragraph where the control goes round whole paragraphs.
"""

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.packs import FieldSpec
from clerkwell.word.ooxml.controls import Control, mark_filled
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import PPR, RPR, RUN, SDT_PR, TC, VAL, P, R, T, w
from clerkwell.word.ooxml.xml import pieces
from clerkwell.word.writer.words import run


def printed(spec: FieldSpec | None, text: str) -> str:
    """A field's words as printed: with its prefix and suffix, which vanish with it."""
    if not text.strip():
        return ""
    return f"{spec.prefix}{text}{spec.suffix}" if spec else text


def fill(control: Control, text: str, placeholder: str | None = None, link: tuple[str, str] | None = None) -> None:
    """Put words into a field. `link` is a relation's id and the style of links; `placeholder` the style of prompts."""
    shape = control.shape
    if shape == "row":
        raise WordError(
            f"The place {control.tag} goes round a whole row of a table. Put it round the words in a cell instead."
        )
    look = _look(control, placeholder)
    mark_filled(control.element)
    if "\n" in text:
        _allow_lines(control.element)
    if shape == "inline":
        content = control.content
        content[:] = _runs(text, look, link)
        return
    holder = control.content
    if shape == "cell":
        cell = holder.find(TC)
        if cell is None:
            raise WordError(f"The place {control.tag} goes round no cell. Put it round the words in a cell instead.")
        holder = cell
    _fill_blocks(holder, text, look, link)


def _fill_blocks(holder: Element, text: str, look: Element | None, link: tuple[str, str] | None) -> None:
    model = holder.find(P)
    properties = None if model is None else model.find(PPR)
    kept = [child for child in holder if child.tag == w("tcPr")]
    done = []
    for line in [line for line in text.split("\n") if line.strip()] or [""]:
        paragraph = holder.makeelement(P, {})
        if properties is not None:
            paragraph.append(deepcopy(properties))
        paragraph.extend(_runs(line, look, link))
        done.append(paragraph)
    holder[:] = [*kept, *done]


def _runs(text: str, look: Element | None, link: tuple[str, str] | None) -> list[Element]:
    if not text:
        return []
    [paragraph] = pieces(f"<w:p>{run(text)}</w:p>")
    [new] = paragraph
    if link is not None and link[1]:
        styled = new.makeelement(RPR, {})
        etree.SubElement(styled, w("rStyle"), {VAL: link[1]})
        new.insert(0, styled)
    elif look is not None:
        new.insert(0, deepcopy(look))
    if link is None:
        return [new]
    linked = new.makeelement(w("hyperlink"), {f"{{{R}}}id": link[0], w("history"): "1"})
    linked.append(new)
    return [linked]


def _look(control: Control, placeholder: str | None) -> Element | None:
    """The properties of the first run that stood in the control, or else of the control itself (17.5.2.27)."""
    first = next(control.content.iter(RUN), None)
    properties = None if first is None else first.find(RPR)
    if properties is not None and _prompts(properties, placeholder):
        properties = None
    if properties is None:
        properties = control.element.find(f"{SDT_PR}/{RPR}")
        if properties is not None and _prompts(properties, placeholder):
            properties = None
    return properties


def _prompts(properties: Element, placeholder: str | None) -> bool:
    style = properties.find(w("rStyle"))
    return style is not None and style.get(VAL) in ("PlaceholderText", placeholder)


def _allow_lines(element: Element) -> None:
    """A plain-text control holds more than one line only if it says so (17.5.2.44)."""
    plain = element.find(f"{SDT_PR}/{w('text')}")
    if plain is not None:
        plain.set(w("multiLine"), "1")


def shows(element: Element) -> bool:
    """Whether anything below an element is seen: words, a picture, a break to another page."""
    return any((each.text or "").strip() for each in element.iter(T)) or any(
        True for _ in element.iter(w("drawing"), w("object"), w("pict"), w("fldSimple"), w("instrText"), w("sym"))
    )
