"""Facts of this computer that explain what a program does on it: its system, its folders, its drives."""

import locale
import os
import platform
import shutil
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import clerkwell
from clerkwell.storage.kept import snapshots_in
from clerkwell.system import Folders

_GIGABYTE: Final = 1024**3
# What of the surroundings changes how the program, Qt and Python behave.
_TELLING: Final = ("CLERKWELL_", "QT_", "PYTHON", "XDG_", "LANG", "LC_", "WAYLAND_DISPLAY", "DISPLAY")
_MOUNTS: Final = Path("/proc/self/mounts")
# What GetDriveTypeW calls a drive.
_WINDOWS_DRIVES: Final = {2: "removable", 3: "fixed", 4: "network", 5: "disc", 6: "memory"}


def computer_facts(at: Folders, documents: Path | None = None, environment: Mapping[str, str] = os.environ) -> str:
    """The facts, a line each."""
    lines = [
        f"System: {platform.platform()} ({platform.machine()})",
        f"Processors: {os.cpu_count()}",
        f"Language and encoding: {locale.setlocale(locale.LC_CTYPE)}, {sys.getfilesystemencoding()}",
        f"Time zone: {time.strftime('%Z %z')}",
        f"Program: {_installed()}",
        "",
        "Folders:",
        *(f"  {name}: {_folder(folder)}" for name, folder in _named(at, documents)),
        "",
        f"Recovery copies of reports: {_recovery(at.recovery)}",
        "",
        "Surroundings:",
        *(f"  {name}={value}" for name, value in sorted(environment.items()) if name.startswith(_TELLING)),
    ]
    return "\n".join(lines)


def _installed() -> str:
    folder = Path(clerkwell.__file__).parent
    how = "built" if getattr(sys, "frozen", False) else "with a Python of this computer"
    return f"{folder}, {how}, {_access(folder)}"


def _named(at: Folders, documents: Path | None) -> Iterator[tuple[str, Path]]:
    yield "settings and own words", at.config
    yield "own templates", at.data / "packs"
    yield "log, recovery and lists", at.state
    yield "settings for everybody", at.machine_config
    yield "templates for everybody", at.machine_data / "packs"
    if documents is not None:
        yield "reports are saved in", documents


def _folder(folder: Path) -> str:
    if not folder.is_dir():
        return f"{folder}, not there"
    try:
        free = f", {shutil.disk_usage(folder).free / _GIGABYTE:.1f} GB free"
    except OSError:
        free = ""
    return f"{folder}, {_access(folder)}{free}{_drive(folder)}"


def _access(folder: Path) -> str:
    return "can be written" if os.access(folder, os.W_OK) else "can only be read"


def _recovery(folder: Path) -> str:
    try:
        return str(sum(bool(snapshots_in(each)) for each in folder.iterdir() if each.is_dir()))
    except OSError:
        return "0"


if sys.platform == "win32":

    def _drive(folder: Path) -> str:
        import ctypes

        if folder.drive.startswith("\\\\"):
            return ", on a share"
        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
        return f", {_WINDOWS_DRIVES[kind]} drive" if kind in _WINDOWS_DRIVES else ""

else:

    def _drive(folder: Path) -> str:
        try:
            mounts = [line.split()[1:3] for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()]
        except OSError:
            return ""
        real = folder.resolve()
        over = [(len(place), kind) for place, kind in mounts if real.is_relative_to(place.replace("\\040", " "))]
        return f", {max(over)[1]} drive" if over else ""
