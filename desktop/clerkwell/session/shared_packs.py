"""The shared folder of packs: what is found sound there is kept on this computer, and used from here.

The folder is on a network as a rule: slow, or away. Nothing but `SharedPacks.look` touches it, and that is called where
nobody waits for it.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from clerkwell.packs import PackError
from clerkwell.packs.catalogue import Faulty
from clerkwell.packs.finding import PACK_SUFFIX, listed, read_pack
from clerkwell.packs.load import load_files, pack_files
from clerkwell.packs.packed import Packed
from clerkwell.system import FileError, atomic_write, make_folder, read_bytes

if TYPE_CHECKING:
    from clerkwell.packs import Pack
    from clerkwell.packs.pack import Told

_log = logging.getLogger(__name__)

_INDEX: Final = "shared.json"
_LARGEST_INDEX: Final = 4 * 1024 * 1024

# "empty": it is there, but holds none of what it held, as the place where a share is mounted does while it is away.
Reach = Literal["there", "away", "empty"]


@dataclass(frozen=True)
class SharedLook:
    """What a look at the shared folder came to: whether other packs of it are kept now, and what is wrong with some.

    `unsettled`: something there is still being copied, it seems.
    """

    reach: Reach
    changed: bool = False
    faulty: tuple[Faulty, ...] = ()
    unsettled: bool = False


@dataclass(frozen=True)
class _Entry:
    """What is known of a pack in the shared folder: how it was when it was looked at, what was kept, what is wrong."""

    seen: str
    kept: tuple[str, ...] = ()
    reason: str = ""


class SharedPacks:
    """Keeps sound packs of the folder `shared` as files in the folder `kept`.

    What fails its check there, and what is away, changes nothing here. A pack that was taken out of the shared folder
    stays for the reports that were written in it, archived.
    """

    def __init__(self, shared: Path, kept: Path, check: Callable[[Pack], Iterable[str]]) -> None:
        self.shared = shared
        self._kept = kept
        self._check = check
        self._entries = _entries(kept)
        # How each was at the look before: what is the same twice is not being written to any more.
        self._before: dict[str, str] = {}
        self._told: dict[str, Told] = {}
        # Those that were not there at the look before.
        self._absent: set[str] = set()

    @property
    def has_some(self) -> bool:
        """Whether packs of it are kept here."""
        return any(each.kept for each in self._entries.values())

    def look(self) -> SharedLook:
        """Take in what is new there. Raises `FileError` where nothing can be kept on this computer."""
        known = dict(self._entries)
        try:
            return self._taken_in(listed(self.shared))
        except OSError:
            # It may go in the middle of a look; what was taken in by then is taken in again.
            self._entries = known
            return SharedLook("away", faulty=self._faulty())

    def _taken_in(self, paths: Sequence[Path]) -> SharedLook:
        if not paths and self._entries:
            return SharedLook("empty", faulty=self._faulty())
        known = dict(self._entries)
        # What is put in the place of an old file is not there for a moment: gone is what is away at two looks.
        absent = self._entries.keys() - {each.name for each in paths}
        unsettled = not absent <= self._absent
        gone = [self._entries.pop(name) for name in absent & self._absent]
        self._absent = absent - self._absent
        if gone:
            # A pack that lay there twice may be the only one now.
            self._entries = {name: each for name, each in self._entries.items() if each.kept or each.reason}
        for path in paths:
            unsettled |= not self._seen_to(path)
        held = {name for each in self._entries.values() for name in each.kept}
        for name in {name for each in gone for name in each.kept} - held:
            _archive(self._kept / name)
        changed = self._entries != known
        if changed:
            self._write()
        return SharedLook("there", changed, self._faulty(), unsettled)

    def _seen_to(self, path: Path) -> bool:
        """Look at one of them; whether it has settled."""
        now, reason = as_it_is(path)
        known = self._entries.get(path.name, _Entry(""))
        if known.seen == now and all((self._kept / each).is_file() for each in known.kept[-1:]):
            return True
        if not now:
            return False
        settled = self._before.get(path.name) == now
        self._before[path.name] = now
        # A file is told whole by its list of hashes; a folder has none.
        if path.is_dir() and not settled:
            return False
        try:
            if reason:
                raise PackError(reason)
            pack, data = self._sound(path)
        except PackError as error:
            if settled:
                # One that could not be read may be read at the next look, as it stands.
                seen = "" if isinstance(error.__cause__, OSError | FileError) else now
                self._entries[path.name] = replace(known, seen=seen, reason=str(error))
            return settled
        if as_it_is(path)[0] != now:
            return False
        name = f"{pack.id}-{pack.told.version}{PACK_SUFFIX}"
        others = {each for other, entry in self._entries.items() if other != path.name for each in entry.kept}
        if name in others and not (pack.told.state != "draft" == self._state(name)):
            # The same pack lies there twice; the first counts, unless it is a draft.
            self._entries[path.name] = _Entry(now)
            return True
        atomic_write(make_folder(self._kept) / name, data)
        self._told.pop(path.name, None)
        self._entries[path.name] = _Entry(now, (*(each for each in known.kept if each != name), name))
        return True

    def _sound(self, path: Path) -> tuple[Pack, bytes]:
        """The pack there, and the one file of it. `PackError` says what keeps it from being used."""
        from clerkwell.storage import from_clerkpack, to_clerkpack

        found = read_pack(path, from_clerkpack)
        pack = load_files(dict(found), path.name)
        self._told[path.name] = pack.told
        for reason in self._check(pack):
            raise PackError(reason)
        return pack, found.data if isinstance(found, Packed) else to_clerkpack(found)

    def _state(self, name: str) -> str:
        """The state of a pack that is kept."""
        from clerkwell.storage import from_clerkpack

        try:
            return load_files(dict(read_pack(self._kept / name, from_clerkpack)), name).told.state
        except PackError:
            return "draft"

    def _faulty(self) -> tuple[Faulty, ...]:
        return tuple(
            Faulty(self.shared / name, each.reason, self._told.get(name))
            for name, each in sorted(self._entries.items())
            if each.reason
        )

    def _write(self) -> None:
        packs = {name: asdict(each) for name, each in sorted(self._entries.items())}
        data = {"folder": str(self.shared), "packs": packs}
        atomic_write(make_folder(self._kept) / _INDEX, json.dumps(data, indent=1).encode())


def came_from(kept: Path) -> dict[str, str]:
    """What each pack that is kept of a shared folder is called there, by the name of the file that is kept."""
    return {each.kept[-1]: name for name, each in _entries(kept).items() if each.kept}


def _entries(kept: Path) -> dict[str, _Entry]:
    """What is known of the packs of a shared folder, by what they are called there."""
    try:
        packs = dict(json.loads(read_bytes(kept / _INDEX, _LARGEST_INDEX))["packs"])
        # What was wrong is looked at again at each start.
        return {
            str(name): _Entry("" if each["reason"] else str(each["seen"]), tuple(map(str, each["kept"])))
            for name, each in packs.items()
        }
    except (FileError, ValueError, KeyError, TypeError, RecursionError):
        return {}


def as_it_is(path: Path) -> tuple[str, str]:
    """How a pack lies in its folder, told without reading it, and what forbids to; "" for one that comes or goes."""
    try:
        if path.is_symlink():
            return "link", f"{path.name} is a link. Put the pack itself in the shared folder."
        if not path.is_dir():
            status = path.stat()
            return f"{status.st_size} {status.st_mtime_ns}", ""
        digest = hashlib.sha256()
        for each, status in pack_files(path):
            digest.update(f"{each.relative_to(path)} {status.st_size} {status.st_mtime_ns}\n".encode())
        return digest.hexdigest(), ""
    except PackError as error:
        return str(error), str(error)
    except OSError:
        return "", ""


def _archive(file: Path) -> None:
    """Offer a pack that is kept here no more. A file that cannot be read any more is no pack, and goes."""
    from clerkwell.session.pack_states import in_state
    from clerkwell.storage import from_clerkpack, to_clerkpack

    try:
        pack = load_files(dict(read_pack(file, from_clerkpack)), file.name)
        atomic_write(file, to_clerkpack(in_state(pack, "archived").files))
    except PackError as error:
        _log.info("A pack that was kept could not be read: %s", error)
        file.unlink(missing_ok=True)
