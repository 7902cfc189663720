"""Sections of a template and the headings over them: added, moved, worded anew and taken out.

Only the main text is written anew; every other part of the document keeps its bytes. A section stands where its
`section:` control does, a heading over sections where its `group:` control does, which goes round the heading alone or
round its sections too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.packs.repeating import SIGN_OFF
from clerkwell.word.ooxml.controls import Control, Shape, content_of, controls, place, shape_of, text_of
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import SDT, TBL, TR, P, T
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.template.controls import made_control, prompt_run
from clerkwell.word.template.copied import (
    copied,
    give_style,
    name_control,
    put_words,
    replaced,
    style_of,
    tagged,
    title_for,
)
from clerkwell.word.writer.clearing import take_out
from clerkwell.word.writer.parting import block_after, block_before, keep_apart

# What the titles of a part's places end in.
ENDINGS: Final = {"section": "section", "heading": "heading", "body": "text", "group": "heading over sections"}
_PROMPT: Final = "Text of this section"
_FIELDS: Final = frozenset({"field", "repeat"})


@dataclass(frozen=True)
class Where:
    """Right `after` the place of this tag, or, where that is "", right `before` the other.

    `group` is the heading over sections that it belongs to then: places of other headings are not gone into.
    """

    after: str = ""
    before: str = ""
    group: str = ""


def add_section(template: bytes, like: str, where: Where, section: str, heading: str) -> bytes:
    """Add a section that looks like another: its heading says `heading`, and its text is empty.

    Raises `WordError` where the other is not there, or a section cannot stand where this is to stand.
    """
    package = OpenPackage(template)
    new = copied(package, _only(package, f"section:{like}"))
    title = heading.rstrip(": ")
    for control in [each for each in controls(new) if each.element.getparent() is not None]:
        if control.tag == f"field:{like}{SIGN_OFF}":
            signed = f"{title}: who signed it off"
            name_control(package, control.element, f"field:{section}{SIGN_OFF}", title_for(title, "who signed it off"))
            put_words(control.element, signed)
        elif control.kind in _FIELDS:
            _take_line(control, new)
    for control in controls(new):
        if control.id == like and control.kind in ENDINGS:
            name_control(
                package, control.element, f"{control.kind}:{section}", title_for(heading, ENDINGS[control.kind])
            )
        if control.kind == "heading":
            put_words(control.element, heading)
        if control.kind == "body":
            _empty(package, control)
    _put(package, [new], where)
    return _saved(package)


def add_heading(template: bytes, first: str, like: str, group: str, title: str) -> bytes:
    """Put a heading over sections before the `first` of them.

    It looks as another does whose place goes round it alone: `like` is the tag of that of a group or of a section.

    Raises `WordError` where that section is not there, or stands in a row of a table.
    """
    package = OpenPackage(template)
    element = _only(package, f"section:{first}")
    if shape_of(element) != "block":
        raise WordError("This section is a row of a table, and no heading can stand over it there.")
    source = content_of(_only(package, like))
    line = next((each for each in source.iter(P) if text_of(each).strip()), None)
    if line is None:
        raise WordError("The template has no heading that this one could look like. Put one in with Word.")
    paragraph = copied(package, line)
    _unplaced(paragraph)
    put_words(paragraph, title)
    control = made_control(package, f"group:{group}", title_for(title, ENDINGS["group"]), [paragraph], prompted=False)
    element.addprevious(control)
    return _saved(package)


def move_part(template: bytes, tags: Sequence[str], where: Where) -> bytes:
    """Put these places, in this order, somewhere else. Raises `WordError` where they are not there, or cannot go."""
    package = OpenPackage(template)
    _put(package, [_only(package, tag) for tag in tags], where)
    return _saved(package)


def take_part(template: bytes, tag: str, *, keep: bool = False) -> bytes:
    """Take a place out with all that stands in it, or, to `keep` the sections of a group, with its heading alone.

    Nothing empty stays behind. Raises `WordError` where the place is not there.
    """
    package = OpenPackage(template)
    element = _only(package, tag)
    for section in [each for each in controls(element) if each.kind == "section"] if keep else ():
        if section.shape == "block":
            element.addprevious(section.element)
    take_out(element)
    return _saved(package)


def word_heading(template: bytes, tag: str, old: Sequence[str], title: str) -> bytes:
    """Let the heading of a section (`heading:ID`) or of a group (`group:ID`) say `title` where it said one of the old.

    A heading that says none of them says the title alone afterwards. The titles of its places follow.
    """
    package = OpenPackage(template)
    kind, _, part = tag.partition(":")
    for control in [each for each in controls(_main(package)) if each.id == part and each.kind in ENDINGS]:
        name_control(package, control.element, control.tag, title_for(title, ENDINGS[control.kind]))
        if control.kind == kind:
            said = control.element if kind == "heading" else _headline(control, old)
            if said is not None:
                put_words(said, replaced(text_of(said), list(old), title) or title)
    return _saved(package)


def dress_heading(template: bytes, section: str, like: str) -> bytes:
    """Give a section's heading the style that another's has; one without a line of its own stays as it is."""
    package = OpenPackage(template)
    lines = {
        control.id: line
        for control in controls(_main(package))
        if control.kind == "heading" and (line := next(control.element.iterancestors(P), None)) is not None
    }
    if section not in lines or like not in lines or style_of(lines[section]) == style_of(lines[like]):
        return template
    give_style(lines[section], style_of(lines[like]))
    return _saved(package)


def raise_headings(template: bytes, group: str, sections: Sequence[str]) -> bytes:
    """Give the headings of these sections the style of the heading over them, which is about to go."""
    package = OpenPackage(template)
    over = next((each for each in controls(_main(package)) if each.tag == f"group:{group}"), None)
    line = None if over is None else _headline(over, ())
    if line is None:
        return template
    for control in controls(_main(package)):
        own = next(control.element.iterancestors(P), None)
        if control.kind == "heading" and control.id in sections and own is not None:
            give_style(own, style_of(line))
    return _saved(package)


def has_place(template: bytes, tag: str) -> bool:
    """Whether a template has a place of this tag."""
    return bool(tagged(OpenPackage(template), tag))


def _headline(control: Control, old: Sequence[str]) -> Element | None:
    """The paragraph of a group that is its heading."""
    lines = [each for each in control.content.iter(P) if text_of(each).strip() and not _is_placed(each, control)]
    said = [each for each in lines if replaced(text_of(each), list(old), "") is not None]
    return next(iter(said or lines), None)


def _is_placed(line: Element, group: Control) -> bool:
    around = [each for each in line.iterancestors(SDT, TBL) if each is not group.element]
    return any(group.element in each.iterancestors() for each in around) or any(True for _ in line.iter(SDT))


def _unplaced(paragraph: Element) -> None:
    for control in list(paragraph.iter(SDT)):
        parent = control.getparent()
        if parent is not None:
            at = parent.index(control)
            parent[at : at + 1] = list(content_of(control))


def _take_line(control: Control, top: Element) -> None:
    """Take a place out of a section that is copied, with the line it stands in."""
    line = next((each for each in control.element.iterancestors(P) if top in each.iterancestors()), control.element)
    if line.getparent() is not None:
        take_out(line)


def _empty(package: OpenPackage, control: Control) -> None:
    """Let the text of a copied section be its first line, with the prompt in it."""
    lines = [each for each in control.content.iter(P)]
    for each in lines[1:]:
        parent = each.getparent()
        if parent is not None:
            parent.remove(each)
    if lines and not any(True for _ in lines[0].iter(T)):
        lines[0].append(prompt_run(package, _PROMPT))


def _put(package: OpenPackage, elements: Sequence[Element], where: Where) -> None:
    target, after = _target(package, where)
    if target in elements:
        return
    holder = target.getparent()
    shapes = {shape_of(each) for each in elements if each.getparent() is not None} or {_held(elements[0])}
    if holder is None or shapes != {shape_of(target)}:
        raise WordError(
            "One of the two stands in a table and the other does not, so it cannot be moved there. Move it in Word."
        )
    for each in elements:
        before, behind = block_before(each), block_after(each)
        if (parent := each.getparent()) is not None:
            parent.remove(each)
        if after:
            target.addnext(each)
            target = each
        else:
            target.addprevious(each)
        if shape_of(each) == "block":
            keep_apart(before, behind)
            first = next(each.iter(P, TBL), None)
            if first is not None:
                keep_apart(block_before(first), first)
            last = next((block for block in content_of(each).iterchildren(P, TBL, reversed=True)), None)
            if last is not None:
                keep_apart(last, block_after(last))


def _held(element: Element) -> Shape:
    """What a section that stands nowhere yet goes round."""
    first = next((each for each in content_of(element)), None)
    return "row" if first is not None and first.tag == TR else "block"


def _target(package: OpenPackage, where: Where) -> tuple[Element, bool]:
    """What to stand beside, and whether after it."""
    found = _only(package, where.after or where.before)
    own = place(found)
    if where.after and own is not None and own.tag == f"group:{where.group}":
        inside = next((each for each in controls(found) if each.kind == "section"), None)
        # Into a place that goes round its sections too: before the first of them.
        return (inside.element, False) if inside is not None else (found, True)
    for each in found.iterancestors(SDT):
        around = place(each)
        if around is not None and around.kind == "group" and around.id != where.group:
            found = each
    return found, bool(where.after)


def _only(package: OpenPackage, tag: str) -> Element:
    element = next((each.element for each in controls(_main(package)) if each.tag == tag), None)
    if element is None:
        raise WordError(f"The Word document has no place “{tag}”.")
    return element


def _main(package: OpenPackage) -> Element:
    return package.tree(package.main)


def _saved(package: OpenPackage) -> bytes:
    package.touch(package.main)
    return package.save()
