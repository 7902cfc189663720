"""A screen of its own with the real program on it, driven by keys and by a mouse."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent.parent
NEEDED = ("Xvfb", "openbox", "xdotool")
# A busy machine may take its time; what hangs is caught all the same.
PATIENCE = 60.0

T = TypeVar("T")


def missing() -> str:
    """What a real window needs and this machine lacks, in words; "" when all is there."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    return f"a real window needs {', '.join(lacking)}: install them to run this" if lacking else ""


def wait_for(what: str, check: Callable[[], T | None], patience: float = PATIENCE) -> T:
    """The first answer of `check` that is something; fails, saying what was waited for, when none comes."""
    deadline = time.monotonic() + patience
    while True:
        found = check()
        if found:
            return found
        assert time.monotonic() < deadline, f"waited {patience:g} s for {what}"
        time.sleep(0.05)


@dataclass
class Tally:
    """What somebody did, apart from the prose: key presses (a chord is one), letters typed to choose, and clicks.

    `prose` counts the letters of the text itself, which everybody has to type whatever the program, and `breaks` those
    of the keys that only end a paragraph of it.
    """

    keys: int = 0
    letters: int = 0
    clicks: int = 0
    prose: int = 0
    breaks: int = 0

    @property
    def effort(self) -> int:
        """All of it but the prose."""
        return self.keys + self.letters + self.clicks


class Screen:
    """An X server with a window manager, and keys and a mouse for it. `tally` counts them."""

    def __init__(self, display: str, folder: Path) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.tally = Tally()
        # What programs are started under: a tracer that becomes no parent of theirs, say.
        self.under: tuple[str, ...] = ()
        self._folder = folder

    def key(self, *keys: str) -> None:
        """Press keys, one after another, in xdotool's names (`ctrl+s`, `Return`)."""
        for each in keys:
            self._run("key", "--clearmodifiers", each)
            self.tally.keys += 1
            time.sleep(0.05)

    def type(self, text: str, delay: int = 8) -> None:
        """Type a text, `delay` milliseconds between keys."""
        self._run("type", "--delay", str(delay), "--", text)
        self.tally.prose += len(text)

    def spell(self, letters: str) -> None:
        """Type letters that find or choose something, and are not themselves written."""
        self._run("type", "--delay", "8", "--", letters)
        self.tally.letters += len(letters)

    def click(self, at: tuple[int, int], times: int = 1, button: int = 1) -> None:
        """Click at a place of the screen, in its pixels; twice for a double click."""
        pause = "60" if times > 1 else "5"
        self._run("mousemove", *map(str, at), "click", "--repeat", str(times), "--delay", pause, str(button))
        self.tally.clicks += times
        time.sleep(0.02)

    def point(self, at: tuple[int, int]) -> None:
        """Move the mouse to a place."""
        self._run("mousemove", *map(str, at))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at one place, move to another in steps as a hand does, and let go there."""
        self._run("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, 9):
            across, down = (one + (other - one) * step // 8 for one, other in zip(start, end, strict=True))
            self._run("mousemove", str(across), str(down))
            time.sleep(0.03)
        self._run("mouseup", "1")
        self.tally.clicks += 1

    def turn_wheel(self, at: tuple[int, int], by: int) -> None:
        """Turn the wheel over a place, down for more than nothing."""
        self._run("mousemove", *map(str, at), "click", "--repeat", str(abs(by)), "--delay", "4", "5" if by > 0 else "4")

    def titles(self) -> list[str]:
        """The titles of the windows that can be seen."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "."],
            env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        names = []
        for window in found.stdout.split():
            named = subprocess.run(
                ["xdotool", "getwindowname", window], env=self.environment, capture_output=True, text=True, check=False
            )
            names.append(named.stdout.strip())
        return names

    def wait_title(self, part: str) -> None:
        """Wait until a window that can be seen, and has the focus, has this in its title."""

        wait_for(f"a window titled “{part}” (there are {self.titles()})", lambda: part in self.active_title())

    def active_title(self) -> str:
        """The title of the window that has the focus."""
        named = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowname"],
            env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return named.stdout

    def picture(self, name: str) -> Path | None:
        """What is on the screen, for whoever has to find out what went wrong."""
        if shutil.which("import") is None:
            return None
        path = self._folder / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=False, timeout=20)
        return path

    def _run(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, timeout=60)


@contextmanager
def open_screen(folder: Path) -> Iterator[Screen]:
    """A screen for a while. The X server chooses a free display itself."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    screen = Screen(display, folder)
    manager = _Manager(screen)
    try:
        # Until the window manager runs, focus and shortcuts fail.
        wait_for("the window manager", manager.managing)
        yield screen
    finally:
        manager.end()
        server.terminate()
        server.wait(10)


class Program:
    """The real program as a process, with a throw-away profile."""

    def __init__(self, screen: Screen, profile: Path, arguments: tuple[str, ...] = ()) -> None:
        self.profile = profile
        self._log = (profile.parent / f"{profile.name}.log").open("ab")
        self.process = subprocess.Popen(
            [*screen.under, sys.executable, "-X", "faulthandler", "-m", "clerkwell", *arguments],
            env=program_environment(screen.environment, profile),
            cwd=profile.parent,
            stdout=self._log,
            stderr=self._log,
        )  # fmt: skip

    def kill(self) -> None:
        """End it as a power cut or a kill -9 would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)
        self._log.close()

    def wait(self) -> int:
        """Wait until it has ended by itself; its exit code."""
        code = self.process.wait(PATIENCE)
        self._log.close()
        return code


@contextmanager
def running(screen: Screen, profile: Path, *arguments: str) -> Iterator[Program]:
    """The program for a while; a picture of the screen is left when a test fails, and no process either way."""
    program = Program(screen, profile, arguments)
    try:
        yield program
    except BaseException:
        screen.picture(f"failure-{profile.name}")
        raise
    finally:
        if program.process.poll() is None:
            program.kill()


def program_environment(base: Mapping[str, str], profile: Path) -> dict[str, str]:
    """The environment of a program that is tested: its own profile and home, plain file dialogs, our sources."""
    profile.mkdir(parents=True, exist_ok=True)
    environment = {
        **base,
        "CLERKWELL_HOME": str(profile),
        "CLERKWELL_PLAIN_DIALOGS": "1",
        "HOME": str(profile),
        "XDG_CONFIG_HOME": str(profile / "xdg"),
    }
    if _from_checkout():
        environment["PYTHONPATH"] = str(ROOT / "desktop")
    return environment


def _from_checkout() -> bool:
    """Whether the package lies in the checkout, rather than being installed (the wheel)."""
    import clerkwell

    return Path(clerkwell.__file__).is_relative_to(ROOT)


class _Manager:
    """A screen's window manager. On a busy machine openbox sometimes ends, wordless, as it starts: start it again."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._process = self._started()

    def managing(self) -> bool:
        """Whether it runs and answers."""
        if self._process.poll() is not None:
            self._process = self._started()
        asked = subprocess.run(
            ["xdotool", "get_num_desktops"], env=self._screen.environment, capture_output=True, check=False
        )  # fmt: skip
        return asked.returncode == 0

    def end(self) -> None:
        self._process.terminate()
        self._process.wait(10)

    def _started(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            ["openbox"], env=self._screen.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
