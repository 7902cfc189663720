"""A screen reader's side of the window: a bus of its own, what is read from it, and what is announced on it."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from helpers.screen import PATIENCE, Screen, wait_for

READER = Path(__file__).with_name("reader.py")
# The system's own Python: Debian's packages put what reads AT-SPI there.
PYTHON = "/usr/bin/python3"
_ASK = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


@dataclass(frozen=True)
class Heard:
    """One thing of the window as a screen reader has it; `inside` are those in it."""

    name: str
    role: str
    description: str
    states: tuple[str, ...]
    text: str
    caret: int
    label: str
    inside: "tuple[Heard, ...]"

    def walk(self) -> "Iterator[Heard]":
        """This and everything in it."""
        yield self
        for each in self.inside:
            yield from each.walk()

    def named(self, name: str, role: str = "") -> "Heard":
        """The one thing of this name (and role) that shows; fails, saying what there is, when there is none."""
        every = [each for each in self.walk() if "showing" in each.states and role in ("", each.role)]
        found = [each for each in every if name in (each.name, each.label)]
        assert found, f"nothing is called {name!r}; there are {sorted({each.name for each in every})}"
        return found[0]


def lacking() -> str:
    """What reading the window needs and this machine lacks, in words; "" when all is there."""
    if shutil.which("dbus-daemon") is None or not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "reading the window needs dbus and at-spi2-core: install them to run this"
    asked = subprocess.run([PYTHON, "-c", _ASK], env=bare(os.environ), capture_output=True, check=False, timeout=30)
    return (
        "reading the window needs python3-gi and gir1.2-atspi-2.0: install them to run this" if asked.returncode else ""
    )


@contextmanager
def bus(screen: Screen) -> Iterator[None]:
    """A message bus for this screen alone; programs started on it tell of themselves there."""
    reading, writing = os.pipe()
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={writing}"],
        env=screen.environment, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as told:
        screen.environment["DBUS_SESSION_BUS_ADDRESS"] = told.readline().strip()
    screen.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    try:
        yield
    finally:
        # What the bus has started ends with it.
        daemon.terminate()
        daemon.wait(10)


def read(screen: Screen) -> Heard:
    """The whole program as it can be read now."""
    done = subprocess.run(
        [PYTHON, str(READER), "read"],
        env=bare(screen.environment), capture_output=True, text=True, check=True, timeout=PATIENCE,
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert told, "the program is not on the bus"
    return _heard(told)


@contextmanager
def listening(screen: Screen) -> Iterator["list[str]"]:
    """What is announced from now on; the list is filled when the `with` ends."""
    process = subprocess.Popen(
        [PYTHON, str(READER), "listen"],
        env=bare(screen.environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True,
    )  # fmt: skip
    assert process.stdout is not None
    heard: list[str] = []
    try:
        assert process.stdout.readline() == "listening\n"
        yield heard
        # It ends when its input does, and has told by then what came before.
        rest, _ = process.communicate("", timeout=PATIENCE)
        heard.extend(rest.splitlines())
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def settled(screen: Screen, role: str, name: str) -> Heard:
    """The thing of this name, once it is there to be read."""
    return wait_for(f"{role} {name!r} to be read", lambda: _find(read(screen), role, name))


def _find(window: Heard, role: str, name: str) -> Heard | None:
    every = (each for each in window.walk() if each.role == role and "showing" in each.states)
    return next((each for each in every if name in (each.name, each.label)), None)


def _heard(told: dict[str, object]) -> Heard:
    inside = told.get("inside", [])
    assert isinstance(inside, list)
    states = told["states"]
    assert isinstance(states, list)
    caret = told.get("caret", -1)
    assert isinstance(caret, int)
    return Heard(
        name=str(told["name"]),
        role=str(told["role"]),
        description=str(told["description"]),
        states=tuple(str(each) for each in states),
        text=str(told.get("text", "")),
        caret=caret,
        label=str(told.get("label", "")),
        inside=tuple(_heard(each) for each in inside),
    )


def bare(environment: "os._Environ[str] | dict[str, str]") -> dict[str, str]:
    """Without what is meant for the program's own Python."""
    return {name: value for name, value in environment.items() if not name.startswith("PYTHON")}
