"""Marking a Word document up: the places that a report fills are put into it, moved out of it and named anew.

Lines are named by their number in `template_lines`, from 0. Only the part that a line stands in is written anew; every
other part of the document keeps its bytes.
"""

import copy
from collections.abc import Callable

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls, properties_of, unwrap
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import PPR, TR, VAL, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import child
from clerkwell.word.template.controls import (
    LONGEST,
    among_lines,
    cleared,
    free_title,
    made_control,
    plain_run,
    prompt_run,
)
from clerkwell.word.template.lines import walked


def mark_words(template: bytes, line: int, tag: str, title: str, prompt: str, words: str = "") -> bytes:
    """Put a place inside a line: instead of these words, or, without any, at the end of the line, after its label.

    Raises `WordError` where the line is not there, does not say these words, or the tag is in use.
    """
    package = OpenPackage(template)
    paragraph = _paragraph(package, line)
    _check_free(package, tag)
    at = cleared(paragraph, words) if words else len(paragraph)
    if not words and (said := "".join(each.text or "" for each in paragraph.iter(T))) and not said[-1].isspace():
        paragraph.append(plain_run(" "))
        at += 1
    control = made_control(package, tag, title, [prompt_run(package, prompt)], prompted=True)
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
        line.append(prompt_run(package, prompt))
        parent[at : at + len(held)] = []
        held = [line]
    control = made_control(package, tag, title, held, prompted=bool(prompt))
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
    parent.insert(at, made_control(package, tag, title, [row], prompted=False))
    return _saved(package, parent)


def unmark(template: bytes, tag: str) -> bytes:
    """Take a place away, and leave the words that stand in it; `WordError` where there is none of this tag."""
    return _each(template, tag, lambda _, element: unwrap(element))


def retag(template: bytes, tag: str, new: str, title: str) -> bytes:
    """Make a place another's: give it another tag and title. `WordError` where there is none, or the new is in use."""

    def act(package: OpenPackage, element: Element) -> None:
        properties = properties_of(element)
        assert properties is not None
        for name, value in (("alias", free_title(package, title, element)), ("tag", new[:LONGEST])):
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
        if other is not None and among_lines(each) and each.getparent() is not None:
            return each, other
    raise WordError("These lines stand in different parts of the document: a place cannot go round both.")


def _saved(package: OpenPackage, changed: Element) -> bytes:
    """The document, with the part that an element stands in written anew."""
    root = changed.getroottree().getroot()
    package.touch(next(part for part in stories(package) if package.tree(part) is root))
    return package.save()
