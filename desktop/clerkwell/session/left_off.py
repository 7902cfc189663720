"""Where each report was left: its part and the caret in it, and what stood round them. Kept in this computer's profile,
and never in the report. Of the words themselves nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from clerkwell.model import Place
from clerkwell.session.by_report import ByReport


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
    """The reports left lately."""

    def __init__(self, file: Path) -> None:
        self._kept = ByReport(file)

    def of(self, path: Path) -> LeftOff | None:
        """How this report was left; None where that is not known."""
        return _read_one(self._kept.of(path))

    @property
    def paths(self) -> tuple[Path, ...]:
        """The reports of which something is known, the last one first."""
        return self._kept.paths

    def keep(self, path: Path, left: LeftOff) -> None:
        """Keep how this report is left now."""
        raw: dict[str, object] = {each.name: getattr(left, each.name) for each in fields(LeftOff)}
        raw["place"] = left.place.model_dump(mode="json", exclude_defaults=True) if left.place else None
        self._kept.keep(path, raw)

    def forget(self, paths: Iterable[Path]) -> None:
        """Know nothing of these any more."""
        self._kept.forget(paths)


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
