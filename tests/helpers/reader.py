"""The window as a screen reader has it: read over AT-SPI by a process of the system's own Python.

`python3 reader.py read` prints, as JSON, what a screen reader could say of everything in the window;
`python3 reader.py listen` prints what is announced, a line each, until its input ends. It stands alone: the program's
own Python has no AT-SPI, and what reads the program should be no part of it.
"""

import json
import sys
import time
from typing import Any

import gi  # type: ignore[import-not-found]  # of the system's Python

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402 - its version is chosen first

APPLICATION = "clerkwell"
STATES = ("focused", "checked", "selected", "enabled", "expanded", "editable", "multi-line", "showing", "invalid-entry")


def main() -> None:
    """Do what the command line says."""
    Atspi.init()
    if sys.argv[1] == "listen":
        _listen()
    else:
        found = _wait()
        json.dump([] if found is None else _told(found, 0), sys.stdout)


def _wait() -> Any:  # noqa: ANN401 - nobody wrote types for this library
    """The program's window, once it is on the bus."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(at)
            if application is not None and APPLICATION in application.get_name().lower():
                return application
        time.sleep(0.2)
    return None


def _told(each: Any, depth: int) -> dict[str, Any]:  # noqa: ANN401 - as above
    """A thing and what is in it."""
    states = each.get_state_set()
    told: dict[str, Any] = {
        "name": each.get_name(),
        "role": each.get_role_name(),
        "description": each.get_description(),
        "states": [
            name for name in STATES if states.contains(getattr(Atspi.StateType, name.upper().replace("-", "_")))
        ],
    }
    if "Text" in each.get_interfaces():
        text = each
        told["text"] = Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))
        told["caret"] = Atspi.Text.get_caret_offset(text)
    labels = [
        relation.get_target(at).get_name()
        for relation in each.get_relation_set()
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for at in range(relation.get_n_targets())
    ]
    if labels:
        told["label"] = " ".join(labels)
    if depth < 40:
        children = (each.get_child_at_index(at) for at in range(min(each.get_child_count(), 300)))
        told["inside"] = [_told(child, depth + 1) for child in children if child is not None]
    return told


def _listen() -> None:
    """Print what is announced until the input ends, and a moment longer for what is under way."""

    def heard(event: Any) -> None:  # noqa: ANN401 - as above
        sys.stdout.write(f"{event.any_data}\n")
        sys.stdout.flush()

    listener = Atspi.EventListener.new(heard)
    listener.register("object:announcement")
    sys.stdout.write("listening\n")
    sys.stdout.flush()
    loop = GLib.MainLoop()

    def over(*_: object) -> bool:
        GLib.timeout_add(1500, loop.quit)
        return False

    GLib.io_add_watch(0, GLib.IO_HUP | GLib.IO_IN, over)
    loop.run()


if __name__ == "__main__":
    main()
