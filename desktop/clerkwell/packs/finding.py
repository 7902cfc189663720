"""Finding packs: which lie in which folder, each a folder of its own or one file, a `.clerkpack`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerkwell.packs.catalogue import Catalogue, Faulty
from clerkwell.packs.errors import PackError
from clerkwell.packs.load import LARGEST, MANIFEST, load_files, read_folder
from clerkwell.packs.packed import Packed, Unpack
from clerkwell.system import FileError, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerkwell.packs.pack import Pack
    from clerkwell.packs.remembered import Remembered

# Says what keeps a pack from being used, in sentences; none for a sound one. Handed in, as packs knows no Word.
Check = Callable[["Pack"], Iterable[str]]

__all__ = ["LARGEST", "PACK_SUFFIX", "find_packs", "listed", "pack_entries", "read_pack"]

PACK_SUFFIX: Final = ".clerkpack"
# Of a folder that was named by mistake (all of a drive) not every entry is looked at.
_MOST_ENTRIES: Final = 5000


def find_packs(
    folders: Iterable[Path],
    check: Check | None = None,
    remembered: Remembered | None = None,
    unpack: Unpack | None = None,
) -> Catalogue:
    """The packs in these folders, searched in order; a pack that cannot be used is named and left out.

    Each folder holds packs as sub-folders, and as `.clerkpack` files, which are left alone without `unpack`. Of one id
    and version the first found counts, and a draft only where there is nothing else. A pack that is `remembered` as
    sound is not checked again, nor taken out of its file; without `check` none is remembered.
    """
    packs: list[Pack] = []
    faulty: list[Faulty] = []
    for folder in folders:
        for path in pack_entries(folder, files=unpack is not None):
            try:
                pack, reasons = _looked_at(read_pack(path, unpack), str(path), check, remembered)
            except PackError as error:
                faulty.append(Faulty(path, str(error)))
                continue
            same = next((each for each in packs if each.told[:2] == pack.told[:2]), None)
            if reasons:
                faulty.append(Faulty(path, reasons[0], pack.told))
            elif same is None:
                packs.append(pack)
            elif same.told.state == "draft" != pack.told.state:
                packs[packs.index(same)] = pack
    if check and remembered:
        remembered.keep()
    packs.sort(key=lambda pack: pack.told.number, reverse=True)
    packs.sort(key=lambda pack: pack.id)
    return Catalogue(tuple(packs), tuple(faulty))


def pack_entries(folder: Path, *, files: bool = True) -> tuple[Path, ...]:
    """What in a folder is a pack by its look: folders with a manifest, `.clerkpack` files. None where it is away."""
    try:
        return listed(folder, files=files)
    except OSError:
        return ()


def listed(folder: Path, *, files: bool = True) -> tuple[Path, ...]:
    """The same; raises `OSError` where the folder cannot be read."""
    found: list[Path] = []
    with os.scandir(folder) as entries:
        for _, entry in zip(range(_MOST_ENTRIES), entries, strict=False):
            if entry.name.startswith((".", "~$")):
                continue
            path = Path(entry.path)
            if path.suffix.casefold() == PACK_SUFFIX and not entry.is_dir():
                if files and entry.is_file():
                    found.append(path)
            elif entry.is_dir() and (path / MANIFEST).is_file():
                found.append(path)
    return tuple(sorted(found))


def read_pack(path: Path, unpack: Unpack | None) -> Mapping[str, bytes]:
    """The files of the pack in a folder or a `.clerkpack`; `PackError` where it cannot be read."""
    if unpack is None or path.is_dir():
        return read_folder(path)
    try:
        return Packed(read_bytes(path, LARGEST), path.name, unpack)
    except FileError as error:
        if error.reason == "too-large":
            raise PackError(f"{path.name} is too large for a template pack: more than 50 MB.") from error
        raise PackError(str(error)) from error


def _looked_at(
    files: Mapping[str, bytes], name: str, check: Check | None, remembered: Remembered | None
) -> tuple[Pack, list[str]]:
    """The pack of these files, and what keeps it from being used."""
    known = remembered.pack(files) if check and remembered else None
    if known is not None:
        return known, []
    pack = load_files(files, name)
    reasons = list(check(pack)) if check else []
    if check and remembered and not reasons:
        remembered.sound(files, pack.manifest)
    return pack, reasons
