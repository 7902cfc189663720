"""What can be seen in the window and where, told over AT-SPI by a process of the system's own Python.

`python3 places.py` answers a line of JSON for each line of its input: `{"ask": "focus"}` what has the keyboard,
`{"ask": "find", "name": …, "role": …}` the things of that name which show, in the order of the window,
`{"ask": "one", …}` the first of them (both only `within` what is of another name and role, if that is said; `hidden`:
also one that has been scrolled out of view),
`{"ask": "words", "name": …, "words": …}` where words stand in the text of that name. A place is
left, top, width, height on the screen: as much of the thing as nothing that holds it cuts off.
It stands alone, as `reader.py` does.
"""

import json
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

import gi  # type: ignore[import-not-found]  # of the system's Python

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 - its version is chosen first

APPLICATION = "clerkwell"
STATES = ("focused", "checked", "selected", "enabled", "expanded", "editable")
# What these hold opens over the window.
OPENING = ("combo box", "menu bar", "menu item", "menu", "push button")
# What nothing is looked for in, and what holds things of one kind only.
SINGLE = (
    "label", "text", "check box", "radio button", "list item", "table cell", "scroll bar", "status bar", "page tab",
)  # fmt: skip
KINDS = {"list": "list item", "tree": "table cell", "menu bar": "menu item"}
MOST = 400
Place = tuple[int, int, int, int]
# A thing behind all that holds it, from its window on.
Held = tuple[Any, ...]


def main() -> None:
    """Answer until the input ends."""
    Atspi.init()
    focus: list[Any] = [None]

    def moved(event: Any) -> None:  # noqa: ANN401 - nobody wrote types for this library
        if event.detail1:
            focus[0] = event.source

    sight = Sight(lambda: focus[0])
    listener = Atspi.EventListener.new(moved)
    listener.register("object:state-changed:focused")
    loop = GLib.MainLoop()

    def asked(*_: object) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        try:
            answer = sight.answer(json.loads(line))
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


class Sight:
    """The window of the program. To walk through all of it takes a second on a busy machine: what was met on the way is
    remembered, and looked at before one walks again."""

    def __init__(self, focus: Callable[[], Any]) -> None:
        self._focus = focus
        self._met: dict[str, list[Held]] = {}
        # What had the keyboard last, and the window that it is in.
        self._opened: tuple[Any, Any] = (None, None)

    def answer(self, wanted: dict[str, str]) -> Any:  # noqa: ANN401 - nobody wrote types for this library
        """What the module says of each question."""
        name, role, within = wanted.get("name", ""), wanted.get("role", ""), wanted.get("within")
        if wanted["ask"] == "focus":
            focus = self._focus()
            return None if focus is None else _told(focus, _place(focus))
        if wanted["ask"] == "words":
            held = self._one("text", name)
            return None if held is None else _words(held[-1], wanted["words"])
        holding = self._one(within[1], within[0]) if within else ()
        if holding is None:
            return [] if wanted["ask"] == "find" else None
        if wanted["ask"] == "find":
            starts = [holding] if holding else self._windows()
            found = [held for start in starts for held in self._walk(start, role) if _is_it(held, role, name)]
            return [_told(held[-1], _seen_of(held)) for held in found]
        held = self._one(role, name, holding, hidden=bool(wanted.get("hidden")))
        return None if held is None else _told(held[-1], _seen_of(held))

    def _one(self, role: str, name: str, holding: Held = (), *, hidden: bool = False) -> Held | None:
        """The first thing of this name: window by window, what was met there before one walks through it again."""
        for start in [holding] if holding else self._windows():
            known = (held for held in self._met.get(role, ()) if held[: len(start)] == start)
            for held in chain(known, self._walk(start, role)):
                if _is_it(held, role, name, hidden=hidden):
                    return held
        return None

    def _walk(self, start: Held, role: str) -> Iterator[Held]:
        size = len(start)
        for kind, known in self._met.items():
            self._met[kind] = [held for held in known if held[:size] != start]
        met = list(_inside(start, role))
        for held in met:
            self._met.setdefault(held[-1].get_role_name(), []).append(held)
        yield from met

    def _windows(self) -> list[Held]:
        """The windows that show, what lies in front first: it begins with what has opened and took the keyboard."""
        desktop = Atspi.get_desktop(0)
        windows = []
        for at in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(at)
            if application is not None and APPLICATION in application.get_name().lower():
                children = [application.get_child_at_index(at) for at in range(application.get_child_count())]
                windows += [each for each in reversed(children) if each is not None]
        focus = self._focus()
        if focus is not self._opened[0]:
            self._opened = (focus, _window_of(focus))
        opened = self._opened[1]
        if opened is not None and opened not in windows and _is_it((opened,), "", ""):
            windows.insert(0, opened)
        return [(each,) for each in windows]


def _window_of(focus: Any) -> Any:  # noqa: ANN401 - as above
    """The window of what has the keyboard: what opens over a window is in no list of windows."""
    try:
        while focus is not None and (above := focus.get_parent()) is not None:
            # The menu of a button is in nothing of the window.
            if above.get_role() == Atspi.Role.APPLICATION or focus.get_role() == Atspi.Role.POPUP_MENU:
                return focus
            focus = above
    except GLib.Error:
        # It has gone.
        pass
    return None


def _is_it(held: Held, role: str, name: str, *, hidden: bool = False) -> bool:
    try:
        shows = hidden or _shows(held[-1])
        found = shows and role in ("", held[-1].get_role_name()) and _is_named(held[-1], name)
        # What a menu no longer holds goes on saying that it shows.
        return found and (role != "menu item" or _place(held[-1])[2] > 0)
    except GLib.Error:
        # It has gone since it was met.
        return False


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
    if name.startswith("…"):
        return name[1:] in own
    return not name or name == own or name == _label(each)


def _inside(held: Held, wanted: str) -> Iterator[Held]:
    """To ask takes its time: of what can hold nothing that is wanted, no more is asked than what it is."""
    role = held[-1].get_role_name()
    yield held
    if (role in SINGLE and role != wanted) or (wanted and KINDS.get(role, wanted) != wanted) or not _shows(held[-1]):
        return
    for at in range(min(held[-1].get_child_count(), MOST)):
        child = held[-1].get_child_at_index(at)
        if child is not None:
            yield from _inside((*held, child), wanted)


def _seen_of(held: Held) -> Place:
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
