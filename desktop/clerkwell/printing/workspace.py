"""Private folders for what passes between programs: a report's words lie in them, so they are the user's alone.

They lie in the user's profile, where whatever is kept of a report is, and not among everybody's temporary files.
"""

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from clerkwell.system import FileError, folders, make_folder
from clerkwell.system.processes import began, computer, is_alive

_PREFIX = "clerkwell-pages-"
_OWNER = "owner"
# After so many seconds nobody is at work on another computer any more.
_FORGOTTEN = 24 * 60 * 60.0


class Workspace:
    """A folder that nobody else may look into (0700), gone when it is closed."""

    def __init__(self) -> None:
        sweep()
        self.folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=_place()))
        (self.folder / _OWNER).write_text(f"{computer()}\n{began(os.getpid())}", encoding="utf-8")

    def fresh(self, name: str) -> Path:
        """An empty folder in it."""
        folder = self.folder / name
        remove(folder)
        folder.mkdir(mode=0o700)
        return folder

    def close(self) -> None:
        """Remove it and all that is in it."""
        remove(self.folder)


def remove(folder: Path) -> None:
    """Remove a folder; what a dying program still holds (on Windows) goes at the next sweep."""
    shutil.rmtree(folder, ignore_errors=True)


def sweep() -> None:
    """Remove the folders of programs that were ended before they could do it themselves."""
    with suppress(OSError):
        for place in (folders().pages, Path(tempfile.gettempdir())):
            for folder in place.glob(f"{_PREFIX}*"):
                owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
                if owner.isdecimal() and _is_ours(folder) and not _lives(int(owner), folder):
                    remove(folder)


def _place() -> Path:
    """Where they lie; a profile that cannot be written has room elsewhere."""
    try:
        return make_folder(folders().pages)
    except FileError:
        return Path(tempfile.gettempdir())


def _is_ours(folder: Path) -> bool:
    # On a shared computer others have folders of that name too; and a link could lead anywhere.
    status = folder.lstat()
    return folder.is_dir() and not folder.is_symlink() and (not hasattr(os, "getuid") or status.st_uid == os.getuid())


def _lives(pid: int, folder: Path) -> bool:
    try:
        where, _, noted = (folder / _OWNER).read_text(encoding="utf-8").partition("\n")
        age = time.time() - (folder / _OWNER).stat().st_mtime
    except OSError:
        return is_alive(pid)  # being made, this moment
    if where != computer():
        # A profile on a network: whether its process lives cannot be seen from here.
        return age < _FORGOTTEN
    now = began(pid)
    return is_alive(pid) and (not noted or not now or noted == now)
