"""Somebody's eyes on the window: what has the keyboard, what stands where. They read it as a screen reader does."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers.listener import PYTHON, bare, bus, lacking
from helpers.screen import Screen, running, wait_for

PLACES = Path(__file__).with_name("places.py")
# How much of a thing has to be in view, in pixels, before one would click on it.
_ENOUGH = 8


# Left, top, width and height on the screen.
Place = tuple[int, int, int, int]


@dataclass(frozen=True)
class Seen:
    """One thing of the window: what it is called, and the part of it that is in view (left, top, width, height)."""

    name: str
    label: str
    role: str
    states: tuple[str, ...]
    place: Place
    whole: Place
    text: str
    caret: int

    @property
    def called(self) -> str:
        """Its name, or the words that label it."""
        return self.label or self.name

    @property
    def in_view(self) -> bool:
        """Whether so much of it is in view that one can click on it."""
        _, _, width, height = self.place
        return width >= min(_ENOUGH, self.whole[2]) > 0 and height >= min(2 * _ENOUGH, self.whole[3]) > 0

    @property
    def middle(self) -> tuple[int, int]:
        """The middle of what is in view of it."""
        left, top, width, height = self.place
        return left + width // 2, top + height // 2


class Eyes:
    """Looks at the window of the program on one screen."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def focus(self) -> Seen | None:
        """What has the keyboard."""
        found = self._ask(ask="focus")
        return _seen(found) if isinstance(found, dict) else None

    def every(self, name: str = "", role: str = "", within: tuple[str, str] | None = None) -> tuple[Seen, ...]:
        """Everything that shows and is called so; windows that lie in front come first."""
        found = self._ask(ask="find", name=name, role=role, within=within)
        return tuple(_seen(each) for each in found) if isinstance(found, list) else ()

    def one(
        self, name: str, role: str = "", within: tuple[str, str] | None = None, *, hidden: bool = False
    ) -> Seen | None:
        """The first thing that shows and is called so, within what is of another name and role if that is said.

        `hidden`: also one that has been scrolled out of view.
        """
        found = self._ask(ask="one", name=name, role=role, within=within, hidden=hidden)
        return _seen(found) if isinstance(found, dict) else None

    def find(self, name: str, role: str = "", within: tuple[str, str] | None = None) -> Seen:
        """The first thing of this name, once there is one."""
        return wait_for(f"{role} “{name}” to show", lambda: self.one(name, role, within))

    def words(self, name: str, words: str) -> Place:
        """Where these words stand in the text of this name, once they do."""
        found = wait_for(f"“{words}” in “{name}”", lambda: self._ask(ask="words", name=name, words=words))
        return _as_place(found)

    def _ask(self, **asked: str | tuple[str, str] | bool | None) -> object:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@contextmanager
def looking(screen: Screen) -> Iterator[Eyes]:
    """Eyes on a screen whose message bus runs (`listener.bus`)."""
    process = subprocess.Popen(
        [PYTHON, str(PLACES)], env=bare(screen.environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdin is not None
    try:
        assert process.stdout.readline() == "ready\n"
        yield Eyes(process)
    finally:
        process.stdin.close()
        process.wait(10)
        process.stdout.close()


@contextmanager
def sitting_at(screen: Screen, folder: Path, *arguments: str) -> Iterator[Eyes]:
    """The program as somebody finds it, with eyes on it; at the end it is left, and has to end cleanly and wordless.

    The test is left out, saying why, where the window cannot be looked at.
    """
    if lacking():
        pytest.skip(lacking())
    with bus(screen), running(screen, folder / "profile", *arguments) as program, looking(screen) as eyes:
        screen.wait_title("Clerkwell")
        yield eyes
        screen.key("ctrl+q")
        assert program.wait() == 0
    assert (folder / "profile.log").read_text() == ""


def _seen(told: dict[str, object]) -> Seen:
    states = told["states"]
    assert isinstance(states, list)
    caret = told["caret"]
    assert isinstance(caret, int)
    return Seen(
        name=str(told["name"]),
        label=str(told["label"]),
        role=str(told["role"]),
        states=tuple(states),
        place=_as_place(told["place"]),
        whole=_as_place(told["whole"]),
        text=str(told["text"]),
        caret=caret,
    )


def _as_place(told: object) -> Place:
    assert isinstance(told, list)
    left, top, width, height = told
    return left, top, width, height
