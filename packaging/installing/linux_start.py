"""How long the built program takes to start on Linux, cold and warm, and how much memory it holds, beside what it may.

No figure fails the chore: what else a computer does can only add to one.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from housekeeping.places import ROOT, environment
from housekeeping.running import ChoreError
from housekeeping.venvs import ready
from installing.identity import NAME, version
from installing.transcript import Transcript
from installing.windows_screen import screen

WORK = ROOT / "build" / "linux"
_CACHES = Path("/proc/sys/vm/drop_caches")
# A window that did not come by then does not come.
_PATIENCE = 60.0
# A window's thread that does nothing for so long (seconds) waits for a key: what is loaded ahead begins later still.
_RESTED = 0.1
_ROUNDS = 3
# When everything that is loaded ahead, and the process that checks, have come to rest.
_SETTLED = 12.0


class Start(NamedTuple):
    """Seconds until the window was on the screen, and until it had nothing left to do; megabytes held later.

    `worked` are the seconds that the processor worked for it until it was on the screen.
    """

    shown: float
    rested: float
    held: float
    worked: float = 0.0


class Row(NamedTuple):
    """A line of the table: what, how much of it, and what it may be."""

    what: str
    figure: str
    budget: str = ""


def measure_start(arguments: list[str]) -> int:
    """Measure a built program, by its file; without one, the folder that was built last."""
    program = Path(arguments[0]).absolute() if arguments else WORK / "folder" / "clerkwell" / "clerkwell"
    if not program.is_file():
        raise ChoreError("There is no built program; build it first: python3 chores.py build-linux", 2)
    need = [tool for tool in ("Xvfb", "openbox", "xdotool") if shutil.which(tool) is None]
    if need:
        raise ChoreError(f"A start is measured on a screen of its own, which takes {', '.join(need)}.", 2)
    transcript = Transcript(WORK / "starts.txt", f"{NAME} {version()}: starts and memory of the built program")
    profile = WORK / "started"
    shutil.rmtree(profile, ignore_errors=True)
    profile.mkdir(parents=True)
    report = profile / "long.clerkwell"
    script = ROOT / "packaging" / "installing" / "long_report.py"
    transcript.run([ready("test"), script, report], env=environment(source=True))
    with screen() as shown:
        env = {**environment(), **shown, "CLERKWELL_HOME": str(profile)}
        # The first start of a profile sets it up.
        first = started([program], env)
        cold = [started([program], env) for _ in range(_ROUNDS) if dropped()]
        warm = [started([program], env) for _ in range(_ROUNDS)]
        held = started([program], env, settle=_SETTLED)
        long = started([program, report], env, settle=_SETTLED)
    transcript.note(table(rows(first, cold, warm, held, long) + sizes()))
    transcript.note(f"\nOn {os.cpu_count()} processors; load {os.getloadavg()[0]:.1f} at the end. {_CAUTION}")
    return 0


_CAUTION = (
    "“Usable” is when the window is on the screen and the program waits for a key. Cold: the system's page cache was "
    "emptied before; a virtual disk may still be in its host's memory. The quickest of three starts counts: "
    "what else the computer does can only add to one."
)


def rows(first: Start, cold: Sequence[Start], warm: Sequence[Start], held: Start, long: Start) -> list[Row]:
    """The table's lines for starts and memory."""
    told = [Row("first start of a profile, window usable", f"{first.rested:.1f} s")]
    for name, starts, budget in (("cold", cold, "3 s"), ("warm", warm, "1 s")):
        if not starts:
            told.append(Row(f"{name} start", "not measured: only root may empty the page cache"))
            continue
        told.append(Row(f"{name} start, window on the screen", f"{min(e.shown for e in starts):.1f} s"))
        told.append(Row(f"{name} start, window usable", f"{min(e.rested for e in starts):.1f} s", budget))
        told.append(Row(f"{name} start, work of the processor for it", f"{min(e.worked for e in starts):.1f} s"))
    told.append(Row("start with a report of 50,000 words, until the window rests", f"{long.rested:.1f} s"))
    told.append(Row("memory, start page", f"{held.held:.0f} MB", "150 MB"))
    told.append(
        Row("memory, report of 50,000 words open, with the process that checks", f"{long.held:.0f} MB", "250 MB")
    )
    return told


def sizes() -> list[Row]:
    """The table's lines for the files that are there: the built folder, and the installers of this version."""
    folder = WORK / "folder" / "clerkwell"
    told = []
    if folder.is_dir():
        size = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file() and not each.is_symlink())
        told.append(Row("folder on the disk, Linux", f"{size / 1_000_000:.0f} MB"))
    for file in sorted((ROOT / "dist").glob("*")):
        if version() in file.name and file.suffix in (".deb", ".exe", ".msi", ".dmg"):
            told.append(Row(file.name, f"{file.stat().st_size / 1_000_000:.1f} MB"))
    return told


def table(lines: Sequence[Row]) -> str:
    """The lines as a table in Markdown."""
    return "\n".join(["| | | at most |", "|---|---|---|", *(f"| {' | '.join(line)} |" for line in lines)])


def dropped() -> bool:
    """Empty the system's cache of files; whether this account may."""
    subprocess.run(["sync"], check=False)
    try:
        _CACHES.write_text("3", encoding="ascii")
    except OSError:
        return False
    return True


def started(command: Sequence[str | Path], env: Mapping[str, str], settle: float = 0.0) -> Start:
    """Start the program, wait for its window and until it rests, and end it; memory is what it holds `settle` later."""
    begin = time.monotonic()
    with subprocess.Popen([str(word) for word in command], env=dict(env), stderr=subprocess.DEVNULL) as process:
        try:
            shown = _shown(process, env, begin)
            work = worked(process.pid) / 1e9
            rested = _rested(process.pid, begin)
            time.sleep(settle)
            return Start(shown, rested, held(process.pid), work)
        finally:
            process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()


def _shown(process: "subprocess.Popen[bytes]", env: Mapping[str, str], begin: float) -> float:
    search = ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid)]
    while time.monotonic() - begin < _PATIENCE:
        if subprocess.run(search, env=dict(env), capture_output=True, check=False).stdout.strip():
            return time.monotonic() - begin
        if process.poll() is not None:
            raise ChoreError(f"The program ended with {process.returncode} before it had a window.")
        time.sleep(0.02)
    raise ChoreError(f"No window came within {_PATIENCE:g} seconds.")


def _rested(pid: int, begin: float) -> float:
    """Seconds from the start until a time began in which the window's own thread did nothing."""
    last, since = worked(pid), time.monotonic()
    while time.monotonic() - begin < _PATIENCE and time.monotonic() - since < _RESTED:
        time.sleep(0.01)
        now = worked(pid)
        if now != last:
            last, since = now, time.monotonic()
    return since - begin


def worked(pid: int) -> int:
    """Nanoseconds that the processor has worked for the window's own thread."""
    return int(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text(encoding="ascii").split()[0])


def held(pid: int) -> float:
    """Megabytes that a process and those that it started hold, what they share counted once."""
    family, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        family.append(one)
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            waiting += [int(word) for word in children.read_text(encoding="ascii").split()]
    return sum(_share(one) for one in family) / 1024


def _share(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0  # one that has just ended
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
