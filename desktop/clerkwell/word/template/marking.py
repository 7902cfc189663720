"""Marking a Word document up: the places that a report fills are put into it, moved out of it and named anew.

Lines are named by their number in `template_lines`, from 0. Only the part that a line stands in is written anew; every
other part of the document keeps its bytes.
"""

import copy
from collections.abc import Callable
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls, properties_of, unwrap
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import PPR, RPR, RUN, SDT, SDT_CONTENT, SDT_PR, STYLES, TC, TR, VAL, XML_SPACE, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import child
from clerkwell.word.template.lines import walked

# Word cuts tags and titles at 64 characters (17.5.2.42 sets no limit; Word does).
LONGEST: Final = 64


def mark_words(template: bytes, line: int, tag: str, title: str, prompt: str, words: str = "") -> bytes:
    """Put a place inside a line: instead of these words, or, without any, at the end of the line, after its label.

    Raises `WordError` where the line is not there, does not say these words, or the tag is in use.
    """
    package = OpenPackage(template)
    paragraph = _paragraph(package, line)
    _check_free(package, tag)
    at = _cleared(paragraph, words) if words else len(paragraph)
    if not words and (said := "".join(each.text or "" for each in paragraph.iter(T))) and not said[-1].isspace():
        paragraph.append(_run(" "))
        at += 1
    control = _control(package, tag, title, [_prompt(package, prompt)], prompted=True)
    paragraph.insert(at, control)
    return _saved(package, paragraph)


def mark_lines(template: bytes, first: int, last: int, tag: str, title: str, prompt: str = "") -> bytes:
    """Put a place round whole lines, from the first to the last; with a `prompt`, that stands there instead of them.

    Lines of one cell stay in it; where they stand in several cells or tables, the place goes round the whole tables.
    Raises `WordError` where the lines are not there, stand in different parts, or the tag is in use.
    """
    package = OpenPackage(template)
    paragraphs = [_paragraph(package, each) for each in (first, last)]
    _check_free(package, tag)
    begin, end = _siblings(*paragraphs)
    parent = begin.getparent()
    assert parent is not None
    held = parent[parent.index(begin) : parent.index(end) + 1]
    at = parent.index(begin)
    if prompt:
        line = copy.deepcopy(paragraphs[0])
        line[:] = [each for each in line if each.tag == PPR]
        line.append(_prompt(package, prompt))
        parent[at : at + len(held)] = []
        held = [line]
    control = _control(package, tag, title, held, prompted=bool(prompt))
    parent.insert(at, control)
    return _saved(package, parent)


def mark_row(template: bytes, line: int, tag: str, title: str) -> bytes:
    """Put a place round the row of a table that a line stands in; `WordError` where it stands in none."""
    package = OpenPackage(template)
    row = next(_paragraph(package, line).iterancestors(TR), None)
    parent = None if row is None else row.getparent()
    if row is None or parent is None:
        raise WordError("This line stands in no table, so there is no row to put the place round.")
    _check_free(package, tag)
    at = parent.index(row)
    parent.insert(at, _control(package, tag, title, [row], prompted=False))
    return _saved(package, parent)


def unmark(template: bytes, tag: str) -> bytes:
    """Take a place away, and leave the words that stand in it; `WordError` where there is none of this tag."""
    return _each(template, tag, lambda _, element: unwrap(element))


def retag(template: bytes, tag: str, new: str, title: str) -> bytes:
    """Make a place another's: give it another tag and title. `WordError` where there is none, or the new is in use."""

    def act(package: OpenPackage, element: Element) -> None:
        properties = properties_of(element)
        assert properties is not None
        for name, value in (("alias", _title(package, title, element)), ("tag", new[:LONGEST])):
            found = child(properties, w(name))
            if found is None:
                found = properties.makeelement(w(name), {})
                properties.insert(0, found)
            found.set(VAL, value)

    if new != tag:
        _check_free(OpenPackage(template), new)
    return _each(template, tag, act)


def _each(template: bytes, tag: str, act: Callable[[OpenPackage, Element], None]) -> bytes:
    """Do something to every control of a tag: a field's may stand more than once."""
    package = OpenPackage(template)
    found = [(part, each) for part in stories(package) for each in controls(package.tree(part)) if each.tag == tag]
    if not found:
        raise WordError(f"The template has no place “{tag}”.")
    for part, control in found:
        package.touch(part)
        act(package, control.element)
    return package.save()


def _paragraph(package: OpenPackage, line: int) -> Element:
    lines = walked(package)
    if not 0 <= line < len(lines):
        raise WordError("The template has no such line any more. Read it again, and point at the line anew.")
    return lines[line][0]


def _check_free(package: OpenPackage, tag: str) -> None:
    """A field may be printed twice; everything else has one place."""
    if len(tag) > LONGEST:
        raise WordError(f"The tag “{tag}” is longer than Word keeps: {LONGEST} characters.")
    known = {each.tag for part in stories(package) for each in controls(package.tree(part))}
    if tag in known and not tag.startswith("field:"):
        raise WordError(f"The template has a place “{tag}” already. Take that one away first.")


def _siblings(first: Element, last: Element) -> tuple[Element, Element]:
    """The elements that the two lines stand in, or are, which have one parent."""
    above = [first, *first.iterancestors()]
    below = [last, *last.iterancestors()]
    parents = {id(each.getparent()): each for each in below}
    for each in above:
        other = parents.get(id(each.getparent()))
        # A row or a cell cannot stand in a place beside other rows alone: the whole table goes in.
        if other is not None and each.tag not in (TR, TC) and each.getparent() is not None:
            return each, other
    raise WordError("These lines stand in different parts of the document: a place cannot go round both.")


def _cleared(paragraph: Element, words: str) -> int:
    """Take words out of a line, and say at which child of it they stood."""
    runs = [each for each in paragraph.iterchildren(RUN) if child(each, T) is not None]
    whole = "".join(_text(each) for each in runs)
    start = whole.find(words)
    if start < 0:
        raise WordError(f"The line does not say “{words}” outside its places. Point at words that stand in it.")
    end, at, position = start + len(words), -1, 0
    for run in runs:
        text = _text(run)
        begin, stop = max(start - position, 0), min(end - position, len(text))
        position += len(text)
        if begin >= stop:
            continue
        index = paragraph.index(run)
        before, after = text[:begin], text[stop:]
        kept = [_like(run, each) for each in (before, after) if each]
        paragraph[index : index + 1] = kept
        at = at if at >= 0 else index + bool(before)
    return at


def _text(run: Element) -> str:
    return "".join(each.text or "" for each in run.iterchildren(T))


def _like(run: Element, text: str) -> Element:
    """A run with other words and the same look."""
    new = _run(text)
    look = child(run, RPR)
    if look is not None:
        new.insert(0, copy.deepcopy(look))
    return new


def _run(text: str) -> Element:
    run = _made(RUN)
    words = _made(T)
    words.text = text
    words.set(XML_SPACE, "preserve")
    run.append(words)
    return run


def _prompt(package: OpenPackage, prompt: str) -> Element:
    """What an empty place shows, in the style that Word gives prompts, where the template has it."""
    run = _run(prompt)
    part = package.related(STYLES)
    style = Styles(package.tree(part) if part else None).named("Placeholder Text", "character")
    if style is not None:
        look = _made(RPR)
        named = _made(w("rStyle"))
        named.set(VAL, style.id)
        look.append(named)
        run.insert(0, look)
    return run


def _control(package: OpenPackage, tag: str, title: str, held: list[Element], *, prompted: bool) -> Element:
    control, properties, content = _made(SDT), _made(SDT_PR), _made(SDT_CONTENT)
    numbers = [each.get(VAL, "") for part in stories(package) for each in package.tree(part).iter(w("id"))]
    highest = max((int(each) for each in numbers if each.isdecimal()), default=0)
    values = {"alias": _title(package, title, None), "tag": tag, "id": str(max(highest, 610_000_000) + 1)}
    # A place that somebody deletes by mistake is the commonest fault of a template (17.5.2.23).
    for name, value in {**values, "lock": "sdtLocked"}.items():
        each = _made(w(name))
        each.set(VAL, value)
        properties.append(each)
    if prompted:
        properties.append(_made(w("showingPlcHdr")))
    # Said outright: LibreOffice takes a control of no stated kind for one of bare words.
    properties.append(_made(w("richText")))
    content.extend(held)
    control.extend((properties, content))
    return control


def _title(package: OpenPackage, title: str, own: Element | None) -> str:
    """A title that no other control has, so that a lost tag can be put back by it."""
    title = title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"
    taken = {
        each.get(VAL, "")
        for part in stories(package)
        for each in package.tree(part).iter(w("alias"))
        if own is None or own not in each.iterancestors(SDT)
    }
    number, given = 2, title
    while given in taken:
        given = f"{title[: LONGEST - 4].rstrip()} ({number})"
        number += 1
    return given


def _made(name: str) -> Element:
    return etree.Element(name)


def _saved(package: OpenPackage, changed: Element) -> bytes:
    """The document, with the part that an element stands in written anew."""
    root = changed.getroottree().getroot()
    package.touch(next(part for part in stories(package) if package.tree(part) is root))
    return package.save()
