"""What is told of a file without its name: a report's name may be as private as its words.

What the program has in folders of its own is told whole; of any other file its kind, and the drive that it is on.
"""

import os
from collections.abc import Sequence
from pathlib import Path, PurePath, PureWindowsPath

from clerkwell.system.errors import FileError
from clerkwell.system.locations import Folders, folders, resources_folder, templates_folder

# In the place of what is not told.
HIDDEN = "…"
# Longer than any kind of file is called.
_LONGEST_KIND = 12


def told_file(path: str | os.PathLike[str]) -> str:
    """A file as it may be told: whole where it lies in a folder of the program's, else by its drive and its kind."""
    text = os.fspath(path)
    if is_ours(text, folders()):
        return text
    pure: PurePath = PureWindowsPath(text)
    kind = pure.suffix if len(pure.suffix) <= _LONGEST_KIND and pure.suffix[1:].isalnum() else ""
    drive = pure.drive if not pure.drive.startswith("\\\\?\\") else ""
    return f"{drive}{text[len(drive) : len(drive) + 1] if pure.root else ''}{HIDDEN}{kind}"


def is_ours(path: str, at: Folders) -> bool:
    """Whether a path is one of the program's own folders, or lies in one: not beside it under a name as it begins."""
    ours = (at.config, at.data, at.state, at.machine_config, at.machine_data)
    shipped = (templates_folder(), resources_folder(), Path(__file__).parents[1])
    return any(_is_within(path, str(each)) for each in (*ours, *shipped))


def told_error(error: BaseException) -> str:
    """What an error that the system or a file gave rise to may tell of itself; "" for one that could quote anything."""
    if isinstance(error, FileError):
        where = f", {told_file(error.path)}" if error.path is not None else ""
        return f"{error.reason}{where}"
    if isinstance(error, OSError):
        if error.errno is None:
            return ""
        named = [repr(told_file(os.fsdecode(each))) for each in _names(error)]
        return f"[Errno {error.errno}] {error.strerror}" + (f": {' -> '.join(named)}" if named else "")
    if isinstance(error, ImportError | AttributeError | NameError):
        return str(error)
    return ""


def _names(error: OSError) -> Sequence[str | bytes]:
    return [each for each in (error.filename, error.filename2) if isinstance(each, str | bytes)]


def _is_within(text: str, folder: str) -> bool:
    return text == folder or text.startswith((f"{folder}{os.sep}", f"{folder}/"))
