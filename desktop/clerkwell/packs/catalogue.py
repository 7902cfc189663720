"""The catalogue: which packs are installed, and which one a report or a new report gets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clerkwell.packs.errors import PackNotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from clerkwell.model import PackRef
    from clerkwell.packs.pack import Pack, Told


@dataclass(frozen=True)
class Faulty:
    """A folder, or a `.clerkpack`, whose pack could not be used, and why; `told` is what it says of itself, if any."""

    folder: Path
    reason: str
    told: Told | None = None


@dataclass(frozen=True)
class Catalogue:
    """The packs that were found, the newest version of each id first, and where a faulty one lies."""

    packs: tuple[Pack, ...]
    faulty: tuple[Faulty, ...] = field(default=())

    def get(self, pack_id: str) -> Pack:
        """The newest version of this id, in use or not; `PackNotFoundError` names those there are."""
        newest = self.newest(pack_id) or next((pack for pack in self.packs if pack.id == pack_id), None)
        if newest is not None:
            return newest
        ids = ", ".join(sorted({pack.id for pack in self.packs})) or "none"
        raise PackNotFoundError(f'There is no pack "{pack_id}". Installed packs: {ids}.')

    def exact(self, ref: PackRef) -> Pack | None:
        """The pack of this id and version, if it is installed."""
        return next((pack for pack in self.packs if pack.ref == ref), None)

    def newest(self, pack_id: str) -> Pack | None:
        """The newest version of this id that authors may start a report in, if there is any."""
        return next((pack for pack in self.packs if pack.id == pack_id and pack.told.offered), None)

    def newest_of(self, series: str, on: date) -> Pack | None:
        """The pack of this series that is in date for a meeting on this day."""
        return _latest(pack for pack in self.packs if pack.told.series == series and pack.told.holds(on))

    def in_date(self, pack: Pack, on: date) -> Pack | None:
        """What a report in this pack would get for a meeting on this day, if that is another pack or version.

        A version that is later than any here, as a colleague's may be, stays.
        """
        told, found = pack.told, self.newest_of(pack.told.series, on)
        if found is None or found.told[:2] == told[:2] or told.state == "draft":
            return None
        here = self.exact(pack.ref)
        dropped = here is not None and not here.told.offered
        back = found.id == pack.id and found.told.number < told.number
        return None if back and told.holds(on) and not dropped else found

    def to_start(self, pack_id: str, on: date) -> Pack:
        """The version of this id for a new report to a meeting on this day.

        Where none is in date, the one that was last, or else will be first. `PackNotFoundError` where there is none, or
        none that authors may start a report in.
        """
        pack = self._of(pack_id, on)
        if pack is not None:
            return pack
        there = self.get(pack_id).told
        why = (
            "is a draft still: reports can be written in it when it is put into use."
            if there.state == "draft"
            else "is archived: no new reports are started in it. Those that were written in it open and export as ever."
        )
        raise PackNotFoundError(f"“{there.title}” {why}")

    def offered(self, on: date) -> tuple[Pack, ...]:
        """What authors may start a report in: of each id the version that a meeting on this day gets."""
        found = (self._of(pack_id, on) for pack_id in dict.fromkeys(pack.id for pack in self.packs))
        return tuple(pack for pack in found if pack is not None)

    def known(self, on: date) -> tuple[Pack, ...]:
        """The layouts that a document may be in: those that are offered, and archived ones, each id once."""
        found = []
        for pack_id in dict.fromkeys(pack.id for pack in self.packs):
            kept = (pack for pack in self.packs if pack.id == pack_id and pack.told.state != "draft")
            pack = self._of(pack_id, on) or next(kept, None)
            if pack is not None:
                found.append(pack)
        return tuple(found)

    @property
    def trouble(self) -> tuple[str, ...]:
        """A sentence or two about each that could not be used: what it is, why not, and what is used in its place."""
        return tuple(self.why_not(each) for each in self.faulty)

    def why_not(self, faulty: Faulty) -> str:
        """Why a pack cannot be used, and which version of it stays in use."""
        told = faulty.told
        if told is None:
            return f"{faulty.folder.name} cannot be used: {faulty.reason}"
        stays = self.newest(told.id)
        kept = "" if stays is None else f" Version {stays.told.version} stays in use."
        if stays is not None and stays.told.version == told.version:
            kept = f" Version {told.version} stays in use as it was before."
        return f"Version {told.version} of “{told.title}” cannot be used: {faulty.reason}{kept}"

    def _of(self, pack_id: str, on: date) -> Pack | None:
        versions = [pack for pack in self.packs if pack.id == pack_id and pack.told.offered]
        begun = [pack for pack in versions if pack.told.effective_from <= on]
        # The newest comes first, so that of several that begin on one day it is found.
        first = min(versions, key=lambda pack: pack.told.effective_from, default=None)
        return _latest(pack for pack in begun if pack.told.holds(on)) or _latest(begun) or first


def _latest(packs: Iterable[Pack]) -> Pack | None:
    """Of these the one in use that came into force last."""
    offered = (pack for pack in packs if pack.told.offered)
    return max(offered, key=lambda pack: (pack.told.effective_from, pack.told.number), default=None)
