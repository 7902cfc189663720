"""Where LibreOffice and Word are on this computer, if they are."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from clerkwell.system.places import place

# A program to use instead of whatever is found, and a way to have none found.
PROGRAM = "CLERKWELL_LIBREOFFICE"
NO_OFFICE = "CLERKWELL_NO_OFFICE"

_LINUX = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
    "/var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice",
)
_MAC = ("/Applications/LibreOffice.app", "~/Applications/LibreOffice.app")


def find_libreoffice(named: str = "", surroundings: Mapping[str, str] | None = None) -> Path | None:
    """LibreOffice's program: `named` by a setting or in the surroundings, on the path, or in its usual places."""
    surroundings = os.environ if surroundings is None else surroundings
    if surroundings.get(NO_OFFICE):
        return None
    told = surroundings.get(PROGRAM) or named
    if told:
        return _usable(place(told) or Path(told))
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name, path=surroundings.get("PATH"))
        if found:
            return Path(found)
    return next((found for found in map(_usable, _usual_places(surroundings)) if found), None)


def find_word(surroundings: Mapping[str, str] | None = None) -> Path | None:
    """Word's program, on Windows and macOS."""
    surroundings = os.environ if surroundings is None else surroundings
    if surroundings.get(NO_OFFICE):
        return None
    if sys.platform == "win32":
        return _registered(r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\Winword.exe")
    if sys.platform == "darwin":
        bundle = Path("/Applications/Microsoft Word.app")
        return bundle if bundle.is_dir() else None
    return None


def _usual_places(surroundings: Mapping[str, str]) -> Iterator[Path]:
    if sys.platform == "win32":
        registered = _registered(r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\soffice.exe")
        if registered is not None:
            yield registered
        for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
            if surroundings.get(name):
                yield Path(surroundings[name]) / "LibreOffice" / "program" / "soffice.exe"
    elif sys.platform == "darwin":
        for bundle in _MAC:
            yield Path(bundle).expanduser() / "Contents" / "MacOS" / "soffice"
    else:
        yield from map(Path, _LINUX)
        # The project's own packages, one folder for each version: the newest first.
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
        yield Path("~/.local/share/flatpak/exports/bin/org.libreoffice.LibreOffice").expanduser()


def _usable(path: Path) -> Path | None:
    try:
        return path if path.is_file() and os.access(path, os.X_OK) else None
    except OSError:
        return None


if sys.platform == "win32":
    import winreg

    def _registered(key: str) -> Path | None:
        """The program that Windows starts by this name."""
        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            try:
                found = _usable(Path(winreg.QueryValue(root, key).strip('"')))
            except OSError:
                continue
            if found is not None:
                return found
        return None
