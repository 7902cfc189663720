"""Where each report was left: its part and the caret in it, and what stood round them. Kept in this computer's profile,
and never in the report. Of the words themselves nothing is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from clerkwell.model import Place
from clerkwell.system import FileError, atomic_write, make_folder

# As many as there are reports on the start page.
_MOST = 40
_LARGEST = 1_000_000


@dataclass(frozen=True)
class LeftOff:
    """How a report was left. `zoom` is that of the preview, 0 where its pages are as wide as there is room; `window` is
    the place of a preview that has a window of its own, as Qt wrote it (base64).
    """

    part: str
    place: Place | None = None
    guidance: bool = True
    lists: bool = True
    notes: bool = False
    preview: Literal["", "beside", "apart"] = ""
    zoom: float = 0.0
    window: str = ""


class LeftOffs:
    """The reports left lately, by path, the last one first. A damaged file counts as an empty one."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, path: Path) -> LeftOff | None:
        """How this report was left; None where that is not known."""
        return _read_one(self._read().get(str(path)))

    @property
    def paths(self) -> tuple[Path, ...]:
        """The reports of which something is known."""
        return tuple(Path(each) for each in self._read())

    def keep(self, path: Path, left: LeftOff) -> None:
        """Keep how this report is left now."""
        raw: dict[str, object] = {each.name: getattr(left, each.name) for each in fields(LeftOff)}
        raw["place"] = left.place.model_dump(mode="json", exclude_defaults=True) if left.place else None
        others = {other: kept for other, kept in self._read().items() if other != str(path)}
        self._write({str(path): raw, **others})

    def forget(self, paths: Iterable[Path]) -> None:
        """Know nothing of these any more."""
        gone, kept = {str(each) for each in paths}, self._read()
        if gone & set(kept):
            self._write({path: raw for path, raw in kept.items() if path not in gone})

    def _read(self) -> dict[str, object]:
        try:
            if self._file.stat().st_size > _LARGEST:
                return {}
            found = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, every: Mapping[str, object]) -> None:
        """That it cannot be kept is no reason to trouble anybody."""
        data = json.dumps(dict(list(every.items())[:_MOST]), ensure_ascii=False, indent=1)
        try:
            make_folder(self._file.parent)
            atomic_write(self._file, data.encode(), durable=False)
        except FileError:
            return


def gone(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Those that were deleted, moved or renamed. One whose folder cannot be seen may be on a drive that is away.

    A share takes its time to say so: never ask on the thread of the window.
    """
    return tuple(each for each in paths if each.parent.is_dir() and not each.exists())


def _read_one(raw: object) -> LeftOff | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("part"), str):
        return None
    try:
        place = Place.model_validate(raw["place"]) if raw.get("place") else None
    except ValidationError:
        place = None
    preview, zoom, window = raw.get("preview"), raw.get("zoom"), raw.get("window")
    return LeftOff(
        part=raw["part"],
        place=place,
        guidance=raw.get("guidance") is not False,
        lists=raw.get("lists") is not False,
        notes=raw.get("notes") is True,
        preview=preview if preview in ("beside", "apart") else "",
        zoom=float(zoom) if isinstance(zoom, int | float) else 0.0,
        window=window if isinstance(window, str) else "",
    )
