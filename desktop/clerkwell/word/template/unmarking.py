"""Taking one place out of a Word document: its prompt goes with it, and words of the document stay."""

import copy

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls, is_placeholder, unwrap
from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import PPR, TBL, P
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import child, remove
from clerkwell.word.template.controls import made
from clerkwell.word.template.lines import walked


def take_out(template: bytes, tag: str, line: int | None = None, *, with_line: bool = False) -> bytes:
    """Take a place out; of a field that stands more than once, the one in this line, or all.

    A line that held nothing but the prompt stays as an empty one, or goes `with_line`, where others stand beside it.
    Raises `WordError` where there is no such place.
    """
    package = OpenPackage(template)
    lines = walked(package)
    own = None if line is None or not 0 <= line < len(lines) else lines[line][0]
    found = [
        (part, each.element) for part in stories(package) for each in controls(package.tree(part)) if each.tag == tag
    ]
    if own is not None and len(found) > 1:
        found = [(part, each) for part, each in found if own in each.iter(P) or own in each.iterancestors(P)]
    if not found:
        raise WordError("The document has no such place any more. It may have been taken out in Word.")
    for part, element in found:
        package.touch(part)
        if is_placeholder(element):
            _drop(element, with_line=with_line)
        else:
            unwrap(element)
    return package.save()


def _drop(element: Element, *, with_line: bool) -> None:
    """Take a control out with the prompt that it shows."""
    holder = element.getparent()
    line = next(element.iter(P), None)
    if line is None or holder is None:
        remove(element)
        return
    beside = any(each.tag in (P, TBL) for each in holder if each is not element)
    if with_line and beside:
        remove(element)
        return
    empty = made(P)
    properties = child(line, PPR)
    if properties is not None:
        empty.append(copy.deepcopy(properties))
    holder.replace(element, empty)
