"""The content controls of a template made: the control itself, the prompt that it shows, and the words it takes."""

from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import shape_of
from clerkwell.word.ooxml.names import RPR, RUN, SDT, SDT_CONTENT, SDT_PR, STYLES, TC, TR, VAL, XML_SPACE, T, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.styles import Styles

# Word cuts tags and titles at 64 characters (17.5.2.42 sets no limit; Word does).
LONGEST: Final = 64


def plain_run(text: str) -> Element:
    """A run of these words."""
    run = made(RUN)
    words = made(T)
    words.text = text
    words.set(XML_SPACE, "preserve")
    run.append(words)
    return run


def prompt_run(package: OpenPackage, prompt: str) -> Element:
    """What an empty place shows, in the style that Word gives prompts, where the template has it."""
    run = plain_run(prompt)
    part = package.related(STYLES)
    style = Styles(package.tree(part) if part else None).named("Placeholder Text", "character")
    if style is not None:
        look = made(RPR)
        named = made(w("rStyle"))
        named.set(VAL, style.id)
        look.append(named)
        run.insert(0, look)
    return run


def made_control(package: OpenPackage, tag: str, title: str, held: list[Element], *, prompted: bool) -> Element:
    """A control of this tag round what it is to hold; `prompted`: what it holds is its prompt."""
    control, properties, content = made(SDT), made(SDT_PR), made(SDT_CONTENT)
    numbers = [each.get(VAL, "") for part in stories(package) for each in package.tree(part).iter(w("id"))]
    highest = max((int(each) for each in numbers if each.isdecimal()), default=0)
    values = {"alias": free_title(package, title, None), "tag": tag, "id": str(max(highest, 610_000_000) + 1)}
    # A place that somebody deletes by mistake is the commonest fault of a template (17.5.2.23).
    for name, value in {**values, "lock": "sdtLocked"}.items():
        each = made(w(name))
        each.set(VAL, value)
        properties.append(each)
    if prompted:
        properties.append(made(w("showingPlcHdr")))
    # Said outright: LibreOffice takes a control of no stated kind for one of bare words.
    properties.append(made(w("richText")))
    content.extend(held)
    control.extend((properties, content))
    return control


def free_title(package: OpenPackage, title: str, own: Element | None) -> str:
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


def among_lines(element: Element) -> bool:
    """Whether an element stands among whole lines: no row or cell, no control round those, no inside of a control."""
    if element.tag in (TR, TC, SDT_CONTENT):
        return False
    return element.tag != SDT or shape_of(element) not in ("row", "cell")


def made(name: str) -> Element:
    """An element of this name."""
    return etree.Element(name)
