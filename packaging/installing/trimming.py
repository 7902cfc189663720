"""Libraries that came into a built folder for the sake of something that was left out again."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from housekeeping.running import ChoreError

_NEEDED = re.compile(r"\(NEEDED\).*\[(?P<name>[^\]]+)\]")
_LIBRARY = re.compile(r"lib[^/]+\.so(?:\.\d+)*")


def trim(folder: Path) -> tuple[int, int]:
    """Take out the shared libraries that nothing in the folder asks for; how many there were, and how many bytes.

    PyInstaller brings whatever a plug-in of Qt is linked to, and keeps that when the plug-in is dropped. What Python
    loads (its modules) and what Qt loads (its plug-ins) begins the search; the rest has to be asked for by name.
    """
    binaries = {path: path.name for path in binaries_of(folder)}
    wants = {path: needed(path) for path in binaries if not path.is_symlink()}
    kept = _reached(binaries, wants)
    gone = [path for path in binaries if path not in kept]
    size = sum(path.stat().st_size for path in gone if not path.is_symlink())
    for path in gone:
        path.unlink()
    return len(gone), size


def binaries_of(folder: Path) -> list[Path]:
    """The programs and shared libraries of a folder, links to them too."""
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and _is_binary(path)]


def _reached(binaries: Mapping[Path, str], wants: Mapping[Path, frozenset[str]]) -> set[Path]:
    by_name: dict[str, list[Path]] = {}
    for path, name in binaries.items():
        by_name.setdefault(name, []).append(path)
    waiting = [path for path in binaries if not _is_linked_to(path)]
    kept: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path in kept:
            continue
        kept.add(path)
        if path.is_symlink():
            waiting += [each for each in binaries if each.samefile(path) and not each.is_symlink()]
            continue
        waiting += [each for name in wants[path] for each in by_name.get(name, ())]
    return kept


def _is_linked_to(path: Path) -> bool:
    """Whether a file is a library that is there for others, beside them: not a package's own, nor Python's, which the
    program's start loads."""
    beside = path.parent.name in ("_internal", "lib")
    return beside and _LIBRARY.fullmatch(path.name) is not None and not path.name.startswith("libpython")


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def needed(path: Path) -> frozenset[str]:
    """The names of the shared libraries that a program or a library is linked to."""
    try:
        said = subprocess.run(["readelf", "-d", str(path)], capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise ChoreError("readelf is not here; on Debian, install it with: apt-get install binutils", 2) from error
    return frozenset(found["name"] for found in _NEEDED.finditer(said.stdout))
