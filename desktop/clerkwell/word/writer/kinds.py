"""What a control's own kind remembers of its answer: a day, an item of a list, a tick (ECMA-376 part 1, 17.5.2).

Word shows the words in a control, and works with what it remembers: the day that its calendar opens at, the item that
is picked, whether the box is ticked. Both have to say the same.
"""

import re
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import SDT_PR, W14, w
from clerkwell.word.ooxml.xml import child, remove

Meant = str | tuple[str, ...] | None

_CHECKBOX: Final = f"{{{W14}}}checkbox"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
# Kinds that hold something else than words; with words in it, such a control is an ordinary one (17.5.2.26).
_WORDLESS: Final = frozenset(w(name) for name in ("picture", "equation", "citation", "bibliography", "docPartList"))
# What Word ticks with where the control names no sign of its own ([MS-DOCX] 2.6.1.4).
_TICKED, _UNTICKED = ("2612", "MS Gothic"), ("2610", "MS Gothic")


@dataclass(frozen=True)
class Sign:
    """The sign that a tick box shows, and the font that has it."""

    text: str
    font: str


def remember(element: Element, text: str, meant: Meant) -> Sign | None:
    """Let a control remember its answer; the sign to show in place of the words, where it is a box to tick."""
    properties = child(element, SDT_PR)
    for each in [] if properties is None else list(properties):
        if each.tag == _CHECKBOX:
            return _tick(each, text, meant)
        if each.tag == w("date"):
            _set_day(each, meant)
        elif each.tag in (w("dropDownList"), w("comboBox")):
            _pick(each, text)
        elif each.tag in _WORDLESS:
            remove(each)
        elif each.tag == w("text") and "\n" in text:
            # A plain-text control holds more than one line only if it says so (17.5.2.44).
            each.set(w("multiLine"), "1")
    return None


def make_rich(element: Element) -> None:
    """Make a control one that holds anything: paragraphs, tables, pictures."""
    properties = child(element, SDT_PR)
    for each in [] if properties is None else list(properties):
        if each.tag in _WORDLESS or each.tag in (_CHECKBOX, *map(w, ("text", "date", "dropDownList", "comboBox"))):
            remove(each)


def _set_day(date: Element, meant: Meant) -> None:
    if isinstance(meant, str) and _DAY.fullmatch(meant):
        date.set(w("fullDate"), f"{meant}T00:00:00Z")
    else:
        date.attrib.pop(w("fullDate"), None)


def _pick(choices: Element, text: str) -> None:
    for item in choices.iterchildren(w("listItem")):
        if text in (item.get(w("displayText")), item.get(w("value"))):
            choices.set(w("lastValue"), item.get(w("value"), text))
            return
    choices.attrib.pop(w("lastValue"), None)


def _tick(box: Element, text: str, meant: Meant) -> Sign | None:
    """Tick the box or not; one that was answered in other words gives way to them."""
    if text and meant not in ("Yes", "No"):
        remove(box)
        return None
    ticked = meant == "Yes"
    checked = child(box, f"{{{W14}}}checked")
    if checked is None:
        checked = box.makeelement(f"{{{W14}}}checked", {})
        box.insert(0, checked)
    checked.set(f"{{{W14}}}val", "1" if ticked else "0")
    state = child(box, f"{{{W14}}}{'checkedState' if ticked else 'uncheckedState'}")
    code, font = _TICKED if ticked else _UNTICKED
    if state is not None:
        code, font = state.get(f"{{{W14}}}val", code), state.get(f"{{{W14}}}font", font)
    return Sign(chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{2,5}", code) else "☒", font)
