"""Opening and keeping reports for commands."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import complain
from clerkwell.model import Report
from clerkwell.packs import Catalogue, Pack, PackError, find_packs, load_files
from clerkwell.session.filing import keep_copy, locking
from clerkwell.session.levels import with_levels
from clerkwell.storage import SUFFIX, ReportFile, StorageError, StoredReport, from_clerkpack, read_file
from clerkwell.system import FileError, Settings, load_settings, pack_folders
from clerkwell.workshop import usable


def installed() -> Catalogue:
    """The packs that are installed on this machine."""
    return find_packs(pack_folders(load_settings()), usable, unpack=from_clerkpack)


def open_report(path: Path) -> tuple[StoredReport, Pack]:
    """The report in a file, and the pack it carries with checks that weigh as IT has it.

    Raises `StorageError` or `CommandError`.
    """
    if path.suffix.casefold() in (".docx", ".dotx", ".docm", ".dotm"):
        raise CommandError(f"{path.name} is a Word document; “clerkwell import” makes a report of it.")
    stored = read_file(path)
    try:
        pack = load_files(stored.pack_files, path.name)
    except PackError as error:
        raise CommandError(f"{path.name} carries a template pack that cannot be used: {error}") from error
    return stored, with_levels(pack, load_settings().check_levels)


def keep_new(path: Path, stored: StoredReport) -> None:
    """Save a report that was just made, but not over anything that a person wrote.

    What may be written over: a file with nothing in it, and a report that nobody has worked on since it was made.
    Raises `CommandError`, `LockedError` if somebody has the report there open, `FileError`.
    """
    if path.suffix.casefold() != SUFFIX:
        raise CommandError(f"{path.name} is to be a Clerkwell report: give it a name that ends in {SUFFIX}.")
    settings = load_settings()
    with closing(ReportFile(path, locking=locking(settings))) as file:
        if path.is_file() and path.stat().st_size:
            _check_untouched(path)
        file.save(stored, 0)
    _copy(settings, path, replace(stored, digest=file.known))


def keep_changed(path: Path, stored: StoredReport, report: Report) -> None:
    """Save a change that a command made to the report in a file.

    Raises `LockedError` if somebody has it open, `ConflictError` if it was changed meanwhile, `FileError`.
    """
    settings, changed = load_settings(), replace(stored, report=report)
    with closing(ReportFile(path, stored.digest, locking=locking(settings))) as file:
        file.save(changed, 0)
    _copy(settings, path, replace(changed, digest=file.known))


def _copy(settings: Settings, path: Path, stored: StoredReport) -> None:
    """Keep a copy where the settings want one; the report is saved, so that one which cannot be made is only told."""
    try:
        keep_copy(settings, path, stored, load_files(stored.pack_files, path.name), now())
    except (FileError, PackError) as error:
        complain(f"{path.name} is saved, but its copy in the folder for copies is not up to date. {error}")


def refuse_newer(path: Path, stored: StoredReport) -> None:
    """Raise `CommandError` for a report that cannot be changed, as it holds what this program does not know."""
    if stored.original:
        raise CommandError(
            f"{path.name} was made by a newer version of Clerkwell, so it cannot be changed here; update Clerkwell."
        )


def _check_untouched(path: Path) -> None:
    try:
        report = read_file(path).report
    except StorageError as error:
        raise CommandError(
            f"There is a file {path.name} already, and it is not a whole Clerkwell report; give another name."
        ) from error
    kept = any(not version.automatic for version in report.versions)
    if report.created is None or report.created != report.modified or report.waivers or kept:
        raise CommandError(
            f"There is a report {path.name} already that somebody has worked on; give another name, or move it away."
        )


def now() -> datetime:
    """The time, with its zone, to the second: what a report's file keeps."""
    return datetime.now().astimezone().replace(microsecond=0)
