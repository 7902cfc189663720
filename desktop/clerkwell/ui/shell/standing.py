"""Where the window stood last time: kept in the profile, apart from the settings."""

import base64
import json
from pathlib import Path

from clerkwell.system import FileError, atomic_write, make_folder

_NAME = "window.json"


def load_standing(folder: Path) -> bytes:
    """The window's size and place as Qt wrote them; nothing the first time, or when they cannot be read."""
    try:
        return base64.b64decode(json.loads((folder / _NAME).read_text("utf-8"))["geometry"])
    except (OSError, ValueError, KeyError, TypeError):
        return b""


def save_standing(folder: Path, geometry: bytes) -> None:
    """Keep them. A profile that cannot be written is told of elsewhere; a window's place is not worth a word."""
    kept = json.dumps({"geometry": base64.b64encode(geometry).decode()}).encode()
    try:
        atomic_write(make_folder(folder) / _NAME, kept, durable=False)
    except FileError:
        return
