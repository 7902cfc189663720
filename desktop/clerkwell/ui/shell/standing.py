"""Where the window and its panes stood last time: kept in the profile, apart from the settings."""

import base64
import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from clerkwell.system import FileError, atomic_write, make_folder

_NAME = "window.json"
# Wider than any screen: such a number was not written by us.
_MOST = 20_000


@dataclass(frozen=True)
class Panes:
    """How much room the user gave to the panes of the desk, in pixels; 0 where they never said."""

    parts: int = 0
    side: int = 0
    preview: int = 0
    guidance: int = 0


@dataclass(frozen=True)
class Standing:
    """The window's size and place as Qt wrote them, and its panes'."""

    geometry: bytes = b""
    panes: Panes = field(default_factory=Panes)


def load_standing(folder: Path) -> Standing:
    """How the window stood; as good as nothing the first time, or where it cannot be read."""
    try:
        kept = json.loads((folder / _NAME).read_text("utf-8"))
        geometry = base64.b64decode(kept["geometry"])
        given = kept.get("panes", {})
        widths = {each.name: int(given.get(each.name, 0)) for each in fields(Panes)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Standing()
    return Standing(geometry, Panes(**{name: width if 0 < width < _MOST else 0 for name, width in widths.items()}))


def save_standing(folder: Path, standing: Standing) -> None:
    """Keep it. A profile that cannot be written is told of elsewhere; a window's place is not worth a word."""
    kept = {"geometry": base64.b64encode(standing.geometry).decode(), "panes": asdict(standing.panes)}
    try:
        atomic_write(make_folder(folder) / _NAME, json.dumps(kept).encode(), durable=False)
    except FileError:
        return
