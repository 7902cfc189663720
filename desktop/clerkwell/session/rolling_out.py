"""Putting a pack into use: into a folder that programs look in, as one file; and offering it there no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerkwell.model import PackRef
from clerkwell.packs import Pack, PackError, find_packs, load_files
from clerkwell.packs.finding import listed, read_pack
from clerkwell.packs.load import MANIFEST
from clerkwell.session.pack_states import in_state
from clerkwell.storage import PACK_SUFFIX, from_clerkpack, to_clerkpack
from clerkwell.system import atomic_write, make_folder
from clerkwell.workshop import check_pack

if TYPE_CHECKING:
    from clerkwell.packs.manifest import State
    from clerkwell.packs.pack import Told

_ERRORS: Final = 3


class RollOutError(Exception):
    """A pack cannot be put into use, or be taken out of it. The message is for its maintainer."""


@dataclass(frozen=True)
class RolledOut:
    """A pack that is in use now, and its file."""

    pack: Pack
    path: Path


def roll_out(
    files: Mapping[str, bytes], folder: Path, today: date, ahead: Sequence[Path] = (), *, make: bool = False
) -> RolledOut:
    """Put a pack into a folder as one file, ready to be used; a draft is no draft then.

    `ahead` are folders that are searched before that one; with `make` the folder is made if it is not there. Raises
    `RollOutError` where errors stand or its version is not higher than those in use, and `FileError`.
    """
    pack = load(files)
    if reasons := errors(pack, today):
        raise RollOutError(_blocked(reasons))
    if make:
        make_folder(folder)
    if reason := outranked(pack, folder, ahead):
        raise RollOutError(reason)
    pack = in_state(pack, "active")
    path = folder / file_name(pack)
    atomic_write(path, to_clerkpack(pack.files))
    return RolledOut(pack, path)


def as_file(files: Mapping[str, bytes], today: date) -> bytes:
    """A pack as one file to send, ready to be used. Raises `RollOutError` where errors stand."""
    pack = load(files)
    if reasons := errors(pack, today):
        raise RollOutError(_blocked(reasons))
    return to_clerkpack(in_state(pack, "active").files)


def versions_in(pack_id: str, folder: Path) -> "tuple[Told, ...]":
    """What lies of this pack in a folder, the newest first. Raises `RollOutError` where the folder is away."""
    _reach(folder)
    return tuple(each.told for each in find_packs([folder], unpack=from_clerkpack).packs if each.id == pack_id)


def load(files: Mapping[str, bytes]) -> Pack:
    """The pack of these files. Raises `RollOutError`."""
    try:
        return load_files(files, "The template")
    except PackError as error:
        raise RollOutError(str(error)) from error


def errors(pack: Pack, today: date) -> tuple[str, ...]:
    """What has to be put right before it can be used."""
    return tuple(
        f"{each.where}: {each.message}" if each.where else each.message
        for each in check_pack(pack, today)
        if each.severity == "error"
    )


def outranked(pack: Pack, folder: Path, ahead: Sequence[Path] = ()) -> str:
    """Why programs would not take this version from the folder; "" where they would.

    One that is there as a draft does not count: it is what is put into use. Raises `RollOutError` where the folder
    cannot be read.
    """
    _reach(folder)
    there = find_packs([folder, *ahead], unpack=from_clerkpack).packs
    versions = [each.told for each in there if each.id == pack.id and each.told.state != "draft"]
    highest = max(versions, key=lambda told: told.number, default=None)
    if highest is None or highest.number < pack.told.number:
        return ""
    return (
        f"Version {highest.version} of this template is there already. Give this one a higher version, such as "
        f"{correction_after(highest.version)}, so that authors’ programs take it."
    )


def correction_after(version: str) -> str:
    """The version of a correction to this one, which replaces it: 1.2.9 goes to 1.2.10."""
    *first, last = version.split(".")
    return ".".join((*first, str(int(last) + 1)))


def file_name(pack: Pack) -> str:
    """What the one file of a pack is called."""
    return f"{pack.id}-{pack.told.version}{PACK_SUFFIX}"


def retire(ref: PackRef, folder: Path) -> str:
    """Offer a version in this folder no more: authors get the one before. What they get then, in a sentence.

    It stays there for the reports in it. Raises `RollOutError` where it is not there, and `FileError`.
    """
    _put(ref, folder, "archived")
    return whats_left(ref, folder)


def offer_again(ref: PackRef, folder: Path) -> str:
    """Offer a version again that was archived in this folder; raises as `retire` does."""
    _put(ref, folder, "active")
    return f"Version {ref.version} is offered again."


def whats_left(ref: PackRef, folder: Path) -> str:
    """What authors get once a version in this folder is offered no more."""
    there = find_packs([folder], unpack=from_clerkpack).packs
    left = next((each for each in there if each.id == ref.id and each.told.offered and each.ref != ref), None)
    if left is None:
        return f"No new reports can be started in it from this folder. Those in version {ref.version} open as before."
    return f"New reports get version {left.told.version}. Those in version {ref.version} open as before."


def _put(ref: PackRef, folder: Path, state: "State") -> None:
    found = _find(ref, folder)
    if found is None:
        raise RollOutError(f"Version {ref.version} of this template is not in {folder}.")
    path, pack = found
    changed = in_state(pack, state)
    if path.is_dir():
        atomic_write(path / MANIFEST, changed.files[MANIFEST])
    else:
        atomic_write(path, to_clerkpack(changed.files))


def _find(ref: PackRef, folder: Path) -> tuple[Path, Pack] | None:
    for path in _reach(folder):
        try:
            pack = load_files(dict(read_pack(path, from_clerkpack)), path.name)
        except PackError:
            continue  # a faulty pack is nobody's to retire: it is not offered anyway
        if pack.ref == ref:
            return path, pack
    return None


def _reach(folder: Path) -> tuple[Path, ...]:
    try:
        return listed(folder)
    except OSError as error:
        raise RollOutError(f"The folder {folder} cannot be reached: {error.strerror}.") from error


def _blocked(reasons: tuple[str, ...]) -> str:
    count = "an error is" if len(reasons) == 1 else f"these {len(reasons)} errors are"
    more = f" And {len(reasons) - _ERRORS} more." if len(reasons) > _ERRORS else ""
    return f"It cannot be used until {count} put right. {' '.join(reasons[:_ERRORS])}{more}"
