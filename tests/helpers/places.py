"""What can be seen in the window and where, told over AT-SPI by a process of the system's own Python.

`python3 places.py` answers a line of JSON for each line of its input: `{"ask": "focus"}` what has the keyboard,
`{"ask": "find", "name": …, "role": …}` the things of that name which show, in the order of the window,
`{"ask": "words", "name": …, "words": …}` where words stand in the text of that name. A place is
left, top, width, height on the screen: as much of the thing as nothing that holds it cuts off.
It stands alone, as `reader.py` does.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]  # of the system's Python

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 - its version is chosen first

APPLICATION = "clerkwell"
STATES = ("focused", "checked", "selected", "enabled", "expanded", "editable")
# What these hold opens over the window.
OPENING = ("combo box", "menu bar", "menu item", "menu", "push button")
# What nothing is looked for in.
SINGLE = (
    "label",
    "text",
    "check box",
    "radio button",
    "list item",
    "table cell",
    "scroll bar",
    "status bar",
    "page tab",
)
MOST = 400
Place = tuple[int, int, int, int]


def main() -> None:
    """Answer until the input ends."""
    Atspi.init()
    focus: list[Any] = [None]

    def moved(event: Any) -> None:  # noqa: ANN401 - nobody wrote types for this library
        if event.detail1:
            focus[0] = event.source

    listener = Atspi.EventListener.new(moved)
    listener.register("object:state-changed:focused")
    loop = GLib.MainLoop()

    def asked(*_: object) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        try:
            answer = _answer(json.loads(line), focus[0])
        except GLib.Error:
            # It has gone while it was looked at.
            answer = None
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        return True

    GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, asked)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    loop.run()


def _answer(wanted: dict[str, str], focus: Any) -> Any:  # noqa: ANN401 - as above
    if wanted["ask"] == "focus":
        return None if focus is None else _told(focus, _place(focus))
    if wanted["ask"] == "words":
        texts = (held[-1] for held in _walk() if "Text" in held[-1].get_interfaces())
        named = (each for each in texts if _is_named(each, wanted["name"]))
        return next((place for each in named if (place := _words(each, wanted["words"])) is not None), None)
    role, name = wanted["role"], wanted["name"]
    found = [held for held in _walk(role) if role in ("", held[-1].get_role_name()) and _is_named(held[-1], name)]
    return [_told(held[-1], _seen_of(held)) for held in found if _shows(held[-1])]


def _words(each: Any, words: str) -> Place | None:  # noqa: ANN401 - as above
    text = Atspi.Text.get_text(each, 0, Atspi.Text.get_character_count(each))
    at = text.find(words)
    if at < 0:
        return None
    found = Atspi.Text.get_range_extents(each, at, at + len(words), Atspi.CoordType.SCREEN)
    return (found.x, found.y, found.width, found.height)


def _is_named(each: Any, name: str) -> bool:  # noqa: ANN401 - as above
    own = each.get_name()
    if name.endswith(","):
        # A line that tells more than its name: “Summary, Done, Front”.
        return bool(own.startswith(name))
    return not name or name == own or name == _label(each)


def _walk(role: str = "") -> Iterator[tuple[Any, ...]]:
    """Everything of the program, each after all that holds it, which shows; what lies in front comes first."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(at)
        if application is None or APPLICATION not in application.get_name().lower():
            continue
        windows = [application.get_child_at_index(at) for at in range(application.get_child_count())]
        for window in reversed([each for each in windows if each is not None]):
            yield from _inside((window,), role)


def _inside(held: tuple[Any, ...], wanted: str) -> Iterator[tuple[Any, ...]]:
    """To ask takes its time: of what can hold nothing that is wanted, no more is asked than what it is."""
    role = held[-1].get_role_name()
    yield held
    if (role in SINGLE and role != wanted) or not _shows(held[-1]):
        return
    for at in range(min(held[-1].get_child_count(), MOST)):
        child = held[-1].get_child_at_index(at)
        if child is not None:
            yield from _inside((*held, child), wanted)


def _seen_of(held: tuple[Any, ...]) -> Place:
    """As much of the last of them as what holds it leaves in view. To ask for a place takes longest: of these alone."""
    place = _place(held[-1])
    for each in reversed(held[:-1]):
        if each.get_role_name() in OPENING:
            break
        place = _common(place, _place(each))
    return place


def _shows(each: Any) -> bool:  # noqa: ANN401 - as above
    return bool(each.get_state_set().contains(Atspi.StateType.SHOWING))


def _place(each: Any) -> Place:  # noqa: ANN401 - as above
    if "Component" not in each.get_interfaces():
        return (0, 0, 0, 0)
    found = Atspi.Component.get_extents(each, Atspi.CoordType.SCREEN)
    return (found.x, found.y, found.width, found.height)


def _common(one: Place, other: Place) -> Place:
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[0] + one[2], other[0] + other[2]), min(one[1] + one[3], other[1] + other[3])
    return (left, top, max(right - left, 0), max(bottom - top, 0))


def _label(each: Any) -> str:  # noqa: ANN401 - as above
    return " ".join(
        relation.get_target(at).get_name()
        for relation in each.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for at in range(relation.get_n_targets())
    )


def _told(each: Any, place: Place) -> dict[str, Any]:  # noqa: ANN401 - as above
    states = each.get_state_set()
    told: dict[str, Any] = {
        "name": each.get_name(),
        "label": _label(each),
        "role": each.get_role_name(),
        "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name.upper()))],
        "place": place,
        "whole": _place(each),
        "text": "",
        "caret": -1,
    }
    if "Text" in each.get_interfaces():
        told["text"] = Atspi.Text.get_text(each, 0, Atspi.Text.get_character_count(each))
        told["caret"] = Atspi.Text.get_caret_offset(each)
    return told


if __name__ == "__main__":
    main()
