"""Putting a control of one template into another: round the same words, lines, rows or cells as it has there."""

import copy
from collections.abc import Callable
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import Control, content_of, place, properties_of, tag_of
from clerkwell.word.ooxml.names import RPR, RUN, SDT, SDT_CONTENT, SDT_PR, TC, TR, VAL, XML_SPACE, P, T, w
from clerkwell.word.ooxml.xml import child
from clerkwell.word.template.controls import among_lines, made

# What of a control points at something else in its own document.
_OF_ITS_OWN: Final = frozenset({w("placeholder"), w("dataBinding"), w("rPr")})

Counterpart = Callable[[Element], Element | None]


def grafted(control: Control, counterpart: Counterpart, inner: frozenset[str], number: str) -> Element | None:
    """A copy of a control put round what its content is in the other template; None where that cannot be told.

    `counterpart` finds a paragraph there; `inner` are the tags of the places that stand inside this one, which go
    along where they are there already; `number` is an id of its own.
    """
    new = _like(control.element, number)
    if control.shape == "inline":
        return _round_words(control.element, counterpart, new)
    lines = [each for each in control.content.iter(P)]
    ends = [counterpart(each) for each in (lines[0], lines[-1])] if lines else []
    if not ends or ends[0] is None or ends[-1] is None:
        return None
    held = _stretch(ends[0], ends[-1], {"row": TR, "cell": TC}.get(control.shape, ""), inner)
    return None if held is None else _wrap(held, new)


def _like(control: Element, number: str) -> Element:
    """An empty control with the properties of another, locked."""
    new, content = made(SDT), made(SDT_CONTENT)
    was = properties_of(control)
    properties = made(SDT_PR) if was is None else copy.deepcopy(was)
    for each in [each for each in properties if each.tag in _OF_ITS_OWN]:
        properties.remove(each)
    new.extend((properties, content))
    valued(new, "id", number)
    return new


# As the schema orders them (17.5.2.38).
_ORDER: Final = ("rPr", "alias", "tag", "id", "lock")


def valued(control: Element, name: str, value: str) -> None:
    """Give a control a property of one value, in its place among the others."""
    properties = properties_of(control)
    if properties is None:
        properties = made(SDT_PR)
        control.insert(0, properties)
    found = child(properties, w(name))
    if found is None:
        found = made(w(name))
        earlier = {w(each) for each in _ORDER[: _ORDER.index(name)]}
        properties.insert(sum(each.tag in earlier for each in properties), found)
    found.set(VAL, value)


def _wrap(held: list[Element], control: Element) -> Element:
    parent = held[0].getparent()
    assert parent is not None
    at = parent.index(held[0])
    content_of(control).extend(held)
    parent.insert(at, control)
    return control


# --- Lines, rows and cells ----------------------------------------------------------------------------------------


def _stretch(first: Element, last: Element, unit: str, inner: frozenset[str]) -> list[Element] | None:
    """All that stands from one line to another side by side: lines and tables, or rows, or cells."""
    if unit:
        ends = [next(each.iterancestors(unit), None) for each in (first, last)]
        if ends[0] is None or ends[1] is None:
            return None
        first, last = ends[0], ends[1]
    above, below = _with_outer(first, inner), _with_outer(last, inner)
    parents = {id(each.getparent()): each for each in below}
    for each in above:
        other, parent = parents.get(id(each.getparent())), each.getparent()
        if other is None or parent is None or each.tag == SDT_CONTENT or not (unit or among_lines(each)):
            continue
        begin, end = parent.index(each), parent.index(other)
        return list(parent[begin : end + 1]) if begin <= end else None
    return None


def _with_outer(element: Element, inner: frozenset[str]) -> list[Element]:
    """An element and what stands round it, from the outermost place that is to stand inside."""
    chain = [element, *element.iterancestors()]
    begin = 0
    for at, each in enumerate(chain):
        if each.tag == SDT and place(each) is not None:
            if tag_of(each) not in inner:
                break
            begin = at
    return chain[begin:]


# --- Words of a line ----------------------------------------------------------------------------------------------


def _round_words(control: Element, counterpart: Counterpart, new: Element) -> Element | None:
    paragraph = next(control.iterancestors(P), None)
    other = None if paragraph is None else counterpart(paragraph)
    if paragraph is None or other is None:
        return None
    start, words = _stands(paragraph, control)
    was, said = text_below(paragraph), text_below(other)
    if _alike(said, was[:start] + was[start + len(words) :]):
        # All is there but its prompt.
        return _anew(control, other, start, new)
    if not words.strip():
        return None
    if said.count(words) == was.count(words):
        # Beside a label that was reworded, say: the one of its words that it was, of several in the line.
        number = was[:start].count(words)
        start = -1
        for _ in range(number + 1):
            start = said.find(words, start + 1)
    elif was.rstrip().endswith(words) and said.rstrip().endswith(words):
        # A label that said the same does so no longer.
        start = len(said.rstrip()) - len(words)
    else:
        return None
    runs = _cut(other, start, start + len(words))
    parent = runs[0].getparent() if runs else None
    if parent is None or any(each.getparent() is not parent for each in runs):
        return None
    held = list(parent[parent.index(runs[0]) : parent.index(runs[-1]) + 1])
    if any(each.tag == SDT and each not in runs for each in held):
        return None
    return _wrap(held, new)


def _alike(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _anew(control: Element, line: Element, start: int, new: Element) -> Element | None:
    """A control that was deleted with its prompt, put back with it."""
    after = _cut(line, start, len(text_below(line)))
    first = after[0] if after else None
    if first is not None and first.getparent() is not line:
        return None
    content_of(new).extend(copy.deepcopy(each) for each in content_of(control))
    if first is None:
        line.append(new)
    else:
        first.addprevious(new)
    return new


def text_below(element: Element) -> str:
    """All words of a line, places included."""
    return "".join(each.text or "" for each in element.iter(T))


def _stands(paragraph: Element, control: Element) -> tuple[int, str]:
    """At which character of a line a control begins, and its words."""
    inside = set(control.iter(T))
    before = 0
    for each in paragraph.iter(T):
        if each in inside:
            break
        before += len(each.text or "")
    return before, text_below(control)


def _cut(paragraph: Element, start: int, end: int) -> list[Element]:
    """The runs of these characters, cut off from those beside them."""
    for at in (start, end):
        position = 0
        for run in list(paragraph.iter(RUN)):
            length = len(text_below(run))
            if position < at < position + length:
                _split(run, at - position)
                break
            position += length
    found, position = [], 0
    for run in paragraph.iter(RUN):
        length = len(text_below(run))
        if length and position >= start and position + length <= end:
            found.append(run)
        position += length
    return found


def _split(run: Element, at: int) -> None:
    """Make two runs of one, the second from this character on."""
    second = made(RUN)
    look = child(run, RPR)
    if look is not None:
        second.append(copy.deepcopy(look))
    position = 0
    for each in [each for each in run if each.tag != RPR]:
        length = len(each.text or "") if each.tag == T else 0
        if position >= at:
            second.append(each)
        elif position + length > at:
            rest = made(T)
            rest.text, each.text = (each.text or "")[at - position :], (each.text or "")[: at - position]
            for piece in (rest, each):
                piece.set(XML_SPACE, "preserve")
            second.append(rest)
        position += length
    run.addnext(second)


def inner_tags(control: Control) -> frozenset[str]:
    """The tags of the places inside a control."""
    return frozenset(each.tag for each in map(place, content_of(control.element).iter(SDT)) if each is not None)
