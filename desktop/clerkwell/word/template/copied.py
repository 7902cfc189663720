"""Copies of what a template has, so that what is added to it looks like what stands beside it."""

import copy
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls, properties_of
from clerkwell.word.ooxml.names import PPR, SDT, SECT_PR, VAL, W14, WP, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import child, remove
from clerkwell.word.template.controls import LONGEST, free_title, made

# What belongs to one place of the document and to no copy of it.
_OWN: Final = tuple(
    w(name)
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "permStart",
        "permEnd", "proofErr", "footnoteReference", "endnoteReference", "lastRenderedPageBreak",
    )
)  # fmt: skip
_PARAGRAPH_IDS: Final = (f"{{{W14}}}paraId", f"{{{W14}}}textId")


def copied(package: OpenPackage, element: Element) -> Element:
    """A copy that can stand beside what it was made of: nothing in it has a number that something else has."""
    made_copy = copy.deepcopy(element)
    made_copy.tail = None
    for each in list(made_copy.iter(*_OWN, SECT_PR)):
        remove(each)
    pictures = _highest(package, f"{{{WP}}}docPr", "id")
    for number, each in enumerate(made_copy.iter(f"{{{WP}}}docPr"), pictures + 1):
        each.set("id", str(number))
    for each in made_copy.iter():
        for name in _PARAGRAPH_IDS:
            each.attrib.pop(name, None)
    highest = _highest(package, w("id"), VAL)
    for number, control in enumerate(made_copy.iter(SDT), highest + 1):
        found = None if (properties := properties_of(control)) is None else child(properties, w("id"))
        if found is not None:
            found.set(VAL, str(number))
    return made_copy


def name_control(package: OpenPackage, element: Element, tag: str, title: str) -> None:
    """Give a control this tag and a title that no other has."""
    properties = properties_of(element)
    if properties is None:
        return
    for name, value in (("alias", free_title(package, title, element)), ("tag", tag)):
        found = child(properties, w(name))
        if found is None:
            found = made(w(name))
            properties.insert(0, found)
        found.set(VAL, value)


def title_for(words: str, ending: str = "") -> str:
    """A title of a length that Word keeps: what it ends in, by which places of one part are told apart, stays."""
    words = words.rstrip(": ")
    end = f": {ending}" if ending else ""
    if len(words) + len(end) <= LONGEST:
        return words + end
    return words[: LONGEST - len(end) - 1].rsplit(" ", 1)[0].rstrip(":, ") + "…" + end


def put_words(element: Element, words: str) -> bool:
    """Let an element say these words in the look of its first ones; whether it had any to take the look of."""
    texts = list(element.iter(T))
    if not texts:
        return False
    texts[0].text = words
    texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for each in texts[1:]:
        run = each.getparent()
        remove(each)
        if run is not None and all(inner.tag == w("rPr") for inner in run):
            remove(run)
    return True


def replaced(text: str, old: list[str], new: str) -> str | None:
    """A text with new words in place of one of the old ones, the longest that it has; None where it has none."""
    plain = text.replace("’", "'").casefold()
    for words in sorted(old, key=len, reverse=True):
        at = plain.find(words.replace("’", "'").casefold()) if words.strip() else -1
        # Only where letters keep their number: some grow when they are folded.
        if at >= 0 and len(plain) == len(text):
            return text[:at] + new + text[at + len(words) :]
    return None


def tagged(package: OpenPackage, tag: str) -> list[tuple[str, Element]]:
    """The controls of a tag, each with the part that it stands in."""
    return [
        (part, each.element) for part in stories(package) for each in controls(package.tree(part)) if each.tag == tag
    ]


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's style; "" for the ordinary one."""
    properties = child(paragraph, PPR)
    named = None if properties is None else child(properties, w("pStyle"))
    return "" if named is None else named.get(VAL, "")


def give_style(paragraph: Element, style: str) -> None:
    """Give a paragraph the style of this id; "" for the ordinary one."""
    properties = child(paragraph, PPR)
    if properties is None:
        properties = made(PPR)
        paragraph.insert(0, properties)
    named = child(properties, w("pStyle"))
    if named is None:
        named = made(w("pStyle"))
        properties.insert(0, named)
    if style:
        named.set(VAL, style)
    else:
        remove(named)


def _highest(package: OpenPackage, name: str, attribute: str) -> int:
    found = (each.get(attribute, "") for part in stories(package) for each in package.tree(part).iter(name))
    return max((int(each) for each in found if each.isdecimal()), default=0)
