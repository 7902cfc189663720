"""The table of chores, and what each one runs."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from housekeeping.bank_holidays import refresh_bank_holidays
from housekeeping.machine import ensure_libraries
from housekeeping.pins import refresh_pins
from housekeeping.places import ROOT, VENV, command_of, environment
from housekeeping.proofs import setup_proofs
from housekeeping.running import ChoreError, run, say
from housekeeping.venvs import ready
from housekeeping.wheel import wheel_check
from housekeeping.word_classes import refresh_word_classes
from installing.linux import build_linux
from installing.linux_start import measure_start
from installing.linux_trial import try_linux
from installing.macos import build_macos
from installing.windows_build import build_windows


class Chore(NamedTuple):
    """A chore: its name, one line on what it is for, and what does it; only some take arguments of their own."""

    name: str
    purpose: str
    do: Callable[[list[str]], int]
    takes: str = ""


def run_chore(arguments: Sequence[str]) -> int:
    """Do the chore that is named first; its exit code. Without a name, list them."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        say(_listing())
        return 0
    name, *rest = arguments
    chore = next((chore for chore in CHORES if chore.name == name), None)
    if chore is None:
        sys.stderr.write(f'There is no chore "{name}". `python3 chores.py` lists them.\n')
        return 2
    if rest[:1] in (["-h"], ["--help"]) and name != "run":
        say(f"python3 chores.py {name} {chore.takes}".rstrip() + f"\n{chore.purpose}")
        return 0
    if rest and not chore.takes:
        sys.stderr.write(f'The chore "{name}" takes nothing more, and was given: {" ".join(rest)}\n')
        return 2
    try:
        return chore.do(rest)
    except ChoreError as error:
        sys.stderr.write(f"{error}\n")
        return error.code
    except KeyboardInterrupt:
        return 130


def _listing() -> str:
    lines = ["python3 chores.py CHORE        (on Windows: py chores.py CHORE)", ""]
    lines += [f"  {chore.name:14} {chore.purpose}" for chore in CHORES]
    return "\n".join(lines)


def _program(arguments: list[str]) -> int:
    offscreen = os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal")
    ensure_libraries(screen=not offscreen)
    ready()
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    if not arguments and not has_screen(sys.platform, os.environ):
        raise ChoreError(
            "Everything is set up, but there is no screen here to open a window on (neither DISPLAY nor "
            "WAYLAND_DISPLAY is set). Run the same command in a desktop session.",
            4,
        )
    # The program runs where the person is, so that the names of files mean what they say.
    return run([command_of(VENV, "clerkwell"), *arguments], cwd=Path.cwd())


def has_screen(platform: str, surroundings: Mapping[str, str]) -> bool:
    """Whether a window could be opened: off Linux always, there where a display is named."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(surroundings.get(name) for name in named)


def _test(arguments: list[str]) -> int:
    return _pytest(arguments)


def _kill_test(arguments: list[str]) -> int:
    kills = arguments[0] if arguments else "200"
    return _pytest(["tests/end_to_end/test_kill.py", "-s"], {"CLERKWELL_KILLS": kills})


def _heavy(_: list[str]) -> int:
    return _pytest(["-m", "heavy", "--timeout=0"])


def _fuzz(arguments: list[str]) -> int:
    return run([ready("test"), "-m", "fuzzing", *arguments], env=environment(source=True))


def _pytest(arguments: Sequence[str], more: dict[str, str] | None = None) -> int:
    ensure_libraries(screen=False)
    env = {**environment(source=True), **(more or {})}
    return run([ready("test"), "-m", "pytest", "-p", "housekeeping.left_out", *arguments], env=env)


def _lint(_: list[str]) -> int:
    python = ready("dev")
    return run([python, "-m", "ruff", "check", "."]) or run([python, "-m", "ruff", "format", "--check", "."])


def _types(_: list[str]) -> int:
    return run([ready("dev"), "-m", "mypy"])


def _borders(_: list[str]) -> int:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    return run([ready("test"), "-c", code], env=environment(source=True))


def _bench(arguments: list[str]) -> int:
    ensure_libraries(screen=False)
    env = {"QT_QPA_PLATFORM": "offscreen", **environment(source=True)}
    return run([ready("test"), "-m", "benchmarks", *arguments], env=env)


def _templates(_: list[str]) -> int:
    return run([ready("dev"), ROOT / "packaging" / "templates" / "make.py"])


def _help_pages(_: list[str]) -> int:
    return run([ready("dev"), ROOT / "packaging" / "manual" / "make.py"])


def _picture(_: list[str]) -> int:
    return run([ready("test"), ROOT / "packaging" / "pictures" / "desk.py"], env=environment(source=True))


def _guide_pictures(_: list[str]) -> int:
    return run([ready("test"), ROOT / "packaging" / "pictures" / "maintaining.py"], env=environment(source=True))


def _screens(arguments: list[str]) -> int:
    folders = [str(Path(arguments[0]).absolute())] if arguments else []
    script = ROOT / "packaging" / "pictures" / "screens.py"
    return run([ready("test"), script, *folders, *arguments[1:]], env=environment(source=True))


CHORES = (
    Chore(
        "run",
        "open the program, setting up what it needs; a FILE, or -- and a command of clerkwell's",
        _program,
        "[FILE]",
    ),
    Chore("test", "run the tests; says what was left out and how to get it", _test, "[PYTEST'S ARGUMENTS]"),
    Chore(
        "setup-proofs",
        "install what the tests need besides: LibreOffice, a screen, validators",
        lambda _: setup_proofs(),
    ),
    Chore("lint", "ruff: mistakes and layout", _lint),
    Chore("types", "mypy: strict types, tests too", _types),
    Chore("borders", "import-linter: which room may import which", _borders),
    Chore("wheel-check", "build the wheel, install it elsewhere, run its self-test", lambda _: wheel_check()),
    Chore("bench", "measure against named baselines and print one table", _bench, "[NAMES] [--quick]"),
    Chore("heavy", "the long proofs that an ordinary run leaves out", _heavy),
    Chore("kill-test", "kill the program 200 times while it is typed into", _kill_test, "[TIMES]"),
    Chore("fuzz", "read 20,000 Word documents that chance has damaged", _fuzz, "[RUNS] [SEED]"),
    Chore("templates", "make every pack's template.docx and sample anew", _templates),
    Chore("help-pages", "write the help pages of the rules, of a pack's keys and of IT's settings anew", _help_pages),
    Chore("picture", "take README's picture of the window anew (after setup-proofs)", _picture),
    Chore(
        "guide-pictures",
        "take the pictures of the maintainer's guide anew (after setup-proofs)",
        _guide_pictures,
    ),
    Chore(
        "screens",
        "take a picture of every screen in every look, at 100 % and 200 %, into a folder (after setup-proofs)",
        _screens,
        "FOLDER [LOOKS]",
    ),
    Chore(
        "word-classes",
        "write the table of verbs and nouns anew from the dictionary of resources/dictionaries",
        lambda _: refresh_word_classes(),
    ),
    Chore(
        "bank-holidays",
        "write resources/calendar anew from the package that keeps the government's list",
        lambda _: refresh_bank_holidays(),
    ),
    Chore(
        "build-linux",
        "build the package for Debian and Ubuntu into dist/, if it proves itself; its report is build/linux/report.txt",
        build_linux,
    ),
    Chore(
        "build-windows",
        "build setup.exe and the .msi by Wine, try both, and say in build/windows/report.txt how that went",
        build_windows,
        "[FOLDERS WITH THE Lib OF CPYTHON 3.11.9] [--as-pinned]",
    ),
    Chore(
        "build-macos",
        "on a Mac, build, sign and try the disk image (untested); anywhere: are there packages for Macs?",
        build_macos,
        "[--resolve]",
    ),
    Chore(
        "try-linux",
        "install the package in a bare Debian, use it, upgrade it, take it out again (root, debootstrap)",
        try_linux,
        "[PACKAGE] [RELEASE OF DEBIAN]",
    ),
    Chore(
        "measure-start",
        "measure starts, cold and warm, and memory of the built program; the table is build/linux/starts.txt",
        measure_start,
        "[PROGRAM]",
    ),
    Chore("pins", "write the newest versions into packaging/constraints.txt", lambda _: refresh_pins()),
)
