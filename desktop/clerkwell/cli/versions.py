"""`keep`, and the version that the export of a draft keeps."""

import argparse
from dataclasses import replace
from pathlib import Path

from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import say
from clerkwell.cli.reports import keep_changed, now, open_report, refuse_newer
from clerkwell.session.versions import Kept, VersionError, keep, keep_sent, sent_name
from clerkwell.storage import StorageError, StoredReport
from clerkwell.system import FileError


def keep_version(options: argparse.Namespace) -> int:
    """Keep the report in a file as it is now, under a name."""
    stored, _ = open_report(options.file)
    refuse_newer(options.file, stored)
    try:
        kept = keep(stored.report, stored.versions, options.name, now())
    except VersionError as error:
        raise CommandError(str(error)) from error
    _save(options.file, stored, kept)
    say(f"{options.file} keeps what it says now as the version “{kept.version.name}”.")
    return 0


def keep_draft(path: Path, stored: StoredReport, what: str) -> None:
    """Keep the report that a draft was just made of, and say so; where that cannot be, say what follows from it."""
    when = now()
    kept = keep_sent(stored.report, stored.report, stored.versions, sent_name(when, what), when)
    if kept.report is stored.report:
        return
    try:
        _save(path, stored, kept)
    except (StorageError, FileError) as error:
        say(
            "The report could not be changed to keep what was sent, so the document can only come home by comparing "
            f"it with the report as it is then. {error}"
        )
        return
    say(f"{path} keeps what was sent as the version “{kept.version.name}”.")


def _save(path: Path, stored: StoredReport, kept: Kept) -> None:
    keep_changed(path, replace(stored, versions=kept.files), kept.report)
