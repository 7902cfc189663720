"""Which folders hold template packs."""

from pathlib import Path

from clerkwell.system.locations import Folders, folders, templates_folder
from clerkwell.system.settings import Settings


def pack_folders(settings: Settings, at: Folders | None = None) -> tuple[Path, ...]:
    """The folders that hold packs, in the order they are searched: those that ship, the machine's, the shared one that
    IT set, the user's own. Those that are not there are left out."""
    at = at or folders()
    shared = (Path(settings.shared_packs).expanduser(),) if settings.shared_packs.strip() else ()
    candidates = (templates_folder(), at.machine_data / "packs", *shared, at.data / "packs")
    return tuple(folder for folder in candidates if folder.is_dir())
