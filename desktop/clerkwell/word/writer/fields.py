"""Filling a `field:` place with its words, in each of the four shapes.

The words take the look of what stood in the control, but for the placeholder's own style. A line feed becomes a break
in running text, and a paragraph where the control goes round whole paragraphs.
"""

from copy import deepcopy

from lxml.etree import _Element as Element

from clerkwell.packs import FieldSpec
from clerkwell.word.ooxml.controls import Control, controls, is_placeholder, mark_filled
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import PPR, RPR, RUN, SDT, SDT_PR, SECT_PR, TC, VAL, P, R, T, w
from clerkwell.word.ooxml.xml import pieces, remove
from clerkwell.word.writer.kinds import Meant, remember
from clerkwell.word.writer.words import link_look, run


def printed(spec: FieldSpec | None, text: str) -> str:
    """A field's words as printed: with its prefix and suffix, which vanish with it."""
    if not text.strip():
        return ""
    return f"{spec.prefix}{text}{spec.suffix}" if spec else text


def fill(
    control: Control,
    text: str,
    placeholder: str | None = None,
    link: tuple[str, str] | None = None,
    meant: Meant = None,
) -> None:
    """Put words into a field, in place of all that stood in it but other places: they stay, after its words.

    `placeholder` is the style of prompts, `link` a relation's id and the style of links, `meant` what the words were
    understood as. Of a row with several cells the first that is empty or shows a prompt is filled, or else the last.
    """
    sign = remember(control.element, text, meant)
    mark_filled(control.element, with_words=bool(text))
    if sign is not None:
        text = sign.text
    holder = holder_of(control, placeholder)
    look = _look(control, holder, placeholder)
    if control.shape == "inline":
        holder[:] = [*_runs(text, look, link), *places_in(holder)]
    else:
        _fill_blocks(holder, text, look, link)
    if sign is not None:
        _in_font(holder, sign.font)


def holder_of(control: Control, placeholder: str | None) -> Element:
    """What holds a field's words: the control's own content, or one of the cells that it goes round.

    Of a row with several cells the first that is empty or shows a prompt (of the style `placeholder`), or else the
    last. `WordError` where there is none.
    """
    shape = control.shape
    holder: Element | None = control.content
    if shape == "cell":
        holder = next(iter(_cells(control.content)), None)
    elif shape == "row":
        holder = _cell_to_fill(control, placeholder)
    if holder is None:
        raise WordError(f"The place {control.tag} goes round no cell. Put it round the words in a cell instead.")
    return holder


def _fill_blocks(holder: Element, text: str, look: Element | None, link: tuple[str, str] | None) -> None:
    model = next(holder.iter(P), None)
    properties = None if model is None else model.find(PPR)
    kept = places_in(holder)
    done = []
    for line in [line for line in text.split("\n") if line.strip()] or ([] if kept else [""]):
        paragraph = holder.makeelement(P, {})
        if properties is not None:
            paragraph.append(deepcopy(properties))
        paragraph.extend(_runs(line, look, link))
        done.append(paragraph)
    # A page section ends once.
    for section in [each for paragraph in done[:-1] for each in paragraph.iter(SECT_PR)]:
        remove(section)
    holder[:] = [*[each for each in holder if each.tag == w("tcPr")], *done, *kept]


def places_in(holder: Element) -> list[Element]:
    """What a field holds of other places: they are filled with words of their own."""
    return [each for each in holder if controls(each)]


def _cells(content: Element) -> list[Element]:
    """The cells that can be written in, row by row; not those that go on from one above (17.4.84)."""
    found = []
    for cell in content.iter(TC):
        merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
        outer = next(cell.iterancestors(TC), None)
        inside = outer is not None and content in outer.iterancestors()
        if not inside and (merge is None or merge.get(VAL) == "restart"):
            found.append(cell)
    return found


def _cell_to_fill(control: Control, placeholder: str | None) -> Element | None:
    cells = _cells(control.content)
    free = (each for each in cells if not controls(each) and not _says_something(each, placeholder))
    return next(free, cells[-1] if cells else None)


def _says_something(cell: Element, placeholder: str | None) -> bool:
    for each in cell.iter(RUN):
        properties = each.find(RPR)
        prompts = properties is not None and _prompts(properties, placeholder)
        prompts = prompts or any(
            is_placeholder(outer) for outer in each.iterancestors(SDT) if cell in outer.iterancestors()
        )
        if not prompts and shows(each):
            return True
    return False


def _in_font(holder: Element, font: str) -> None:
    """Show a sign in the font that has it (17.3.2.26)."""
    for each in holder.iter(RUN):
        properties = each.find(RPR)
        if properties is None:
            properties = each.makeelement(RPR, {})
            each.insert(0, properties)
        fonts = properties.find(w("rFonts"))
        if fonts is None:
            fonts = properties.makeelement(w("rFonts"), {})
            properties.insert(1 if properties.find(w("rStyle")) is not None else 0, fonts)
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(w(script), font)


def _runs(text: str, look: Element | None, link: tuple[str, str] | None) -> list[Element]:
    if not text:
        return []
    [paragraph] = pieces(f"<w:p>{run(text, link_look(link[1]) if link else '')}</w:p>")
    [new] = paragraph
    if link is None:
        if look is not None:
            new.insert(0, deepcopy(look))
        return [new]
    linked = new.makeelement(w("hyperlink"), {f"{{{R}}}id": link[0], w("history"): "1"})
    linked.append(new)
    return [linked]


def _look(control: Control, holder: Element, placeholder: str | None) -> Element | None:
    """The properties of the first run that stood there, or else of the control itself (17.5.2.27)."""
    first = next(holder.iter(RUN), None)
    for properties in (None if first is None else first.find(RPR), control.element.find(f"{SDT_PR}/{RPR}")):
        if properties is not None and not _prompts(properties, placeholder):
            return properties
    return None


def _prompts(properties: Element, placeholder: str | None) -> bool:
    style = properties.find(w("rStyle"))
    return style is not None and style.get(VAL) in ("PlaceholderText", placeholder)


def shows(element: Element) -> bool:
    """Whether anything below an element is seen: words, a picture, a break to another page."""
    return any((each.text or "").strip() for each in element.iter(T)) or any(
        True for _ in element.iter(w("drawing"), w("object"), w("pict"), w("fldSimple"), w("instrText"), w("sym"))
    )
