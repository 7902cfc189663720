"""Unsaved work that was found, held against the file it began from: what would be won by recovering it."""

from dataclasses import dataclass, replace

from clerkwell.comparing import Difference
from clerkwell.model import Report
from clerkwell.packs import Catalogue, Pack, PackError, PackNotFoundError, load_files
from clerkwell.session.comparing_reports import Side, compare_sides
from clerkwell.storage import RecoveryFolder, Snapshot, StorageError, read_file
from clerkwell.storage.reading import digest
from clerkwell.system import FileError, read_bytes


@dataclass(frozen=True)
class Found:
    """What is in the unsaved work and not in its file, or the other way round.

    `told` says it in a sentence or two. `sides` are the file and the work, where there is a file to hold it against.
    """

    told: str
    differences: tuple[Difference, ...] = ()
    sides: tuple[Side, Side] | None = None


def held_against_file(recovery: RecoveryFolder, snapshot: Snapshot, catalogue: Catalogue) -> Found:
    """What differs between unsaved work and the file it began from, as that is now."""
    try:
        stored = recovery.restore(snapshot.id)
        report = stored.report
        pack = load_files(stored.pack_files, "Its template") if stored.pack_files else catalogue.get(report.pack.id)
    except (StorageError, PackError, PackNotFoundError) as error:
        return Found(str(error))
    if snapshot.base is None:
        return _alone("This work was never saved in a file, so all of it is only here.", report, pack)
    name = snapshot.base.name
    try:
        data = read_bytes(snapshot.base)
        saved = read_file(snapshot.base)
    except FileError as error:
        if error.reason == "missing":
            return _alone(f"“{name}” is no longer in its folder, so all of this work is only here.", report, pack)
        return _alone(f"{error} So nothing can be said about the difference.", report, pack)
    except StorageError as error:
        return _alone(f"{error} All of this work may be only here.", report, pack)
    sides = (
        Side(f"{name}, as it is saved", saved.report, saved.attachments),
        Side("The recovered work", report, stored.attachments),
    )
    found = compare_sides(*sides, pack)
    return Found(_told(name, len(found), changed=digest(data) != snapshot.base_digest), found, sides)


def _told(name: str, number: int, *, changed: bool) -> str:
    if not number:
        return f"It says the same as “{name}”, so nothing would be won by recovering it."
    what = "one way" if number == 1 else f"{number} ways"
    text = f"It differs from “{name}” in {what}: what is added below is only in the recovered work."
    if changed:
        text += " That file has been saved since, so what is removed below may be what is newer there."
    return text


def _alone(why: str, report: Report, pack: Pack) -> Found:
    """All that there is, against a report of the same pack that says nothing."""
    nothing = Report(pack=report.pack)
    differences = compare_sides(Side("Nothing", nothing), Side("The recovered work", report), pack)
    return Found(why, tuple(replace(each, kind="added") for each in differences if each.worded))
