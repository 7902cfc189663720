"""Paths that are longer than Windows takes by itself: 260 characters, unless IT has lifted that for the computer."""

import os
import sys
from pathlib import Path, PureWindowsPath

# Short of 260 by the name that a file has until it is in its place, and by that of its lock.
_LONG = 200
_MARK, _DEVICE, _SHARE = "\\\\?\\", "\\\\.\\", "\\\\"


def unlimited(path: Path) -> Path:
    """The path in the form that Windows takes whatever its length; elsewhere, and where it is short, as it is."""
    if sys.platform == "win32" and len(str(path)) > _LONG:
        return Path(marked(os.path.normpath(path.absolute())))
    return path


def marked(path: str) -> str:
    """A whole Windows path, of a drive or of a share, marked as one of any length; what is none stays as it is."""
    if path.startswith((_MARK, _DEVICE)) or not PureWindowsPath(path).is_absolute():
        return path
    if path.startswith(_SHARE):
        return f"{_MARK}UNC\\{path[len(_SHARE) :]}"
    return _MARK + path
