"""The catalogue: which packs are installed, and which one a report or a new report gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clerkwell.packs.errors import PackError, PackNotFoundError
from clerkwell.packs.load import MANIFEST, load_files, load_folder, read_folder
from clerkwell.packs.pack import Pack

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from clerkwell.model import PackRef
    from clerkwell.packs.remembered import Remembered

# Says what keeps a pack from being used, in sentences; none for a sound one. Handed in, as packs knows no Word.
Check = Callable[[Pack], Iterable[str]]


@dataclass(frozen=True)
class Faulty:
    """A folder whose pack could not be used, and why."""

    folder: Path
    reason: str


@dataclass(frozen=True)
class Catalogue:
    """The packs that were found, the newest version of each id first, and the folders that held a faulty one."""

    packs: tuple[Pack, ...]
    faulty: tuple[Faulty, ...] = field(default=())

    def get(self, pack_id: str) -> Pack:
        """The newest version of this id; `PackNotFoundError` names those there are."""
        newest = self.newest(pack_id)
        if newest is not None:
            return newest
        ids = ", ".join(sorted({pack.id for pack in self.packs})) or "none"
        raise PackNotFoundError(f'There is no pack "{pack_id}". Installed packs: {ids}.')

    def exact(self, ref: PackRef) -> Pack | None:
        """The pack of this id and version, if it is installed."""
        return next((pack for pack in self.packs if pack.ref == ref), None)

    def newest(self, pack_id: str) -> Pack | None:
        """The newest version of this id, if there is any."""
        return next((pack for pack in self.packs if pack.id == pack_id), None)

    def newer(self, pack: Pack) -> Pack | None:
        """A later version of this pack, if one is installed."""
        newest = self.newest(pack.id)
        return newest if newest is not None and _version(newest) > _version(pack) else None

    def newest_of(self, series: str, on: date) -> Pack | None:
        """The pack of this series that is in date for a meeting on this day."""
        in_date = [
            pack
            for pack in self.packs
            if pack.told.series == series
            and pack.told.effective_from <= on
            and (pack.told.effective_to is None or on <= pack.told.effective_to)
        ]
        return max(in_date, key=lambda pack: (pack.told.effective_from, _version(pack)), default=None)


def find_packs(folders: Iterable[Path], check: Check | None = None, remembered: Remembered | None = None) -> Catalogue:
    """The packs in these folders, searched in order; a pack that cannot be used is named and left out.

    Each folder holds packs as sub-folders. Of one id and version the first found counts. A pack that is `remembered`
    as sound is not checked again; without `check` none is remembered.
    """
    packs: list[Pack] = []
    faulty: list[Faulty] = []
    for folder in folders:
        for manifest in sorted(folder.glob(f"*/{MANIFEST}")):
            try:
                pack, reasons = _looked_at(manifest.parent, check, remembered)
            except PackError as error:
                faulty.append(Faulty(manifest.parent, str(error)))
                continue
            if reasons:
                faulty.append(Faulty(manifest.parent, reasons[0]))
            elif not any(each.told[:2] == pack.told[:2] for each in packs):
                packs.append(pack)
    if check and remembered:
        remembered.keep()
    packs.sort(key=_version, reverse=True)
    packs.sort(key=lambda pack: pack.id)
    return Catalogue(tuple(packs), tuple(faulty))


def _looked_at(folder: Path, check: Check | None, remembered: Remembered | None) -> tuple[Pack, list[str]]:
    """The pack in a folder, and what keeps it from being used."""
    if not check or not remembered:
        pack = load_folder(folder)
        return pack, list(check(pack)) if check else []
    files = read_folder(folder)
    known = remembered.pack(files)
    if known is not None:
        return known, []
    pack = load_files(files, str(folder))
    reasons = list(check(pack))
    if not reasons:
        remembered.sound(files, pack.manifest)
    return pack, reasons


def _version(pack: Pack) -> tuple[int, ...]:
    return tuple(int(part) for part in pack.told.version.split("."))
