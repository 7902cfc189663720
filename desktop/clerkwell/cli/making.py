"""`new` and `import`: reports made."""

import argparse
from pathlib import Path

from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import say
from clerkwell.cli.reports import installed, keep_new, now
from clerkwell.intake import Imported, import_text
from clerkwell.session.starting import new_report
from clerkwell.storage import StoredReport
from clerkwell.system.texts import read_text

_WORD = (".docx", ".dotx", ".docm", ".dotm")
# Larger than any report in print; what is larger is a book, or no text.
_LARGEST_TEXT = 20 * 1024 * 1024


def make_new(options: argparse.Namespace) -> int:
    """Make an empty report in a pack."""
    pack = installed().get(options.pack)
    keep_new(options.output, StoredReport(report=new_report(pack, now()), pack_files=pack.files))
    say(f"{options.output} is a new report in “{pack.manifest.pack.title}”, {pack.manifest.pack.council}.")
    return 0


def bring_in(options: argparse.Namespace) -> int:
    """Make a report from a text, and say what could not be placed and what the source lacked."""
    if options.input.suffix.casefold() in _WORD:
        raise CommandError("Importing Word documents comes in a later version; save the document as text (.txt) first.")
    catalogue = installed()
    if options.pack:
        catalogue.get(options.pack)
    imported = import_text(read_text(options.input, _LARGEST_TEXT), catalogue.packs, options.pack)
    report = imported.report.model_copy(update={"created": now(), "modified": now()})
    keep_new(options.output, StoredReport(report=report, pack_files=imported.pack.files))
    _print_import(imported, options.output)
    return 0


def _print_import(imported: Imported, output: Path) -> None:
    pack = imported.pack.manifest.pack
    say(f"{output} is a report in “{pack.title}”, {pack.council} ({pack.id} {pack.version}).")
    titles = {
        "tray": "Could not be placed, and is kept in the tray:",
        "lacking": "The source lacked:",
        "noted": "Also:",
    }
    for kind, title in titles.items():
        found = [finding for finding in imported.findings if finding.kind == kind]
        if found:
            say(title)
        for finding in found:
            say(f"  - {finding.text}{f' ({finding.where})' if finding.where else ''}")
