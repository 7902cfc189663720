"""Opening and keeping reports for commands."""

from datetime import datetime
from pathlib import Path

from clerkwell.cli.errors import CommandError
from clerkwell.packs import Catalogue, Pack, PackError, find_packs, load_files
from clerkwell.storage import StoredReport, read_file
from clerkwell.system import load_settings, pack_folders
from clerkwell.workshop import usable


def installed() -> Catalogue:
    """The packs that are installed on this machine."""
    return find_packs(pack_folders(load_settings()), usable)


def open_report(path: Path) -> tuple[StoredReport, Pack]:
    """The report in a file and the pack it carries. Raises `StorageError` or `CommandError`."""
    if path.suffix.casefold() in (".docx", ".dotx", ".docm", ".dotm"):
        raise CommandError(f"{path.name} is a Word document; this version reads only .clerkwell reports here.")
    stored = read_file(path)
    try:
        return stored, load_files(stored.pack_files, path.name)
    except PackError as error:
        raise CommandError(f"{path.name} carries a template pack that cannot be used: {error}") from error


def now() -> datetime:
    """The time, with its zone, to the second: what a report's file keeps."""
    return datetime.now().astimezone().replace(microsecond=0)
