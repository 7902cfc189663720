"""Which folders hold template packs."""

import hashlib
from pathlib import Path

from clerkwell.system.locations import Folders, folders, templates_folder
from clerkwell.system.places import place
from clerkwell.system.settings import Settings


def pack_folders(settings: Settings, at: Folders | None = None) -> tuple[Path, ...]:
    """The folders that hold packs, in the order they are searched: those that ship, the machine's, those that IT has
    named besides, the shared one that IT set, what is kept of that on this computer, the user's own. Those that are not
    there are left out."""
    at = at or folders()
    shared = shared_folder(settings)
    kept = shared and kept_packs(shared, at)
    candidates = (templates_folder(), machine_packs(at), *more_packs(settings), shared, kept, own_packs(at))
    return tuple(folder for folder in candidates if folder and folder.is_dir())


def near_folders(settings: Settings, at: Folders) -> tuple[Path, ...]:
    """Those of them that are on this computer, whether they are there or not: nobody waits for a network to start."""
    shared = shared_folder(settings)
    kept = (kept_packs(shared, at),) if shared else ()
    return (templates_folder(), machine_packs(at), *more_packs(settings), *kept, own_packs(at))


def shared_folder(settings: Settings) -> Path | None:
    """The folder that IT set for everybody's packs, if it set one."""
    return place(settings.shared_packs)


def more_packs(settings: Settings) -> tuple[Path, ...]:
    """The folders of packs that are named besides, in their order."""
    return tuple(each for each in map(place, settings.pack_folders) if each is not None)


def machine_packs(at: Folders) -> Path:
    """The folder of packs for everybody on this computer."""
    return at.machine_data / "packs"


def own_packs(at: Folders) -> Path:
    """The folder of the user's own packs."""
    return at.data / "packs"


def kept_packs(shared: Path, at: Folders) -> Path:
    """The folder on this computer for what was found sound in a shared one: another shared folder has another."""
    return at.state / "shared-packs" / hashlib.sha256(str(shared).encode()).hexdigest()[:16]
