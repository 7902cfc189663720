"""`new`, `import` and `export`: reports made, and documents made from them."""

import argparse
from pathlib import Path

from clerkwell.cli.checking import in_words
from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import complain, say
from clerkwell.cli.reports import installed, keep_changed, keep_new, now, open_report
from clerkwell.intake import Imported, import_text
from clerkwell.packs import Pack
from clerkwell.session.exporting import ExportRefusedError, export_report
from clerkwell.session.starting import new_report
from clerkwell.storage import StoredReport
from clerkwell.system import load_settings
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


def export_file(options: argparse.Namespace) -> int:
    """Make the document; 1, and nothing written, while errors stand."""
    for name, words in (
        ("sets", "Making the public and the non-public set"),
        ("pdf", "Making a PDF"),
        ("blank", "Exporting the blank form"),
    ):
        if getattr(options, name):
            raise CommandError(f"{words} comes in a later version.")
    if options.output is None:
        raise CommandError("Say where the document goes: -o OUT.docx.")
    may_accept = load_settings().allow_acceptance
    if options.accept and not may_accept:
        raise CommandError("Errors may not be accepted on this computer; put them right, or export a draft.")
    stored, pack = open_report(options.file)
    if stored.original:
        raise CommandError(
            f"{options.file.name} was made by a newer version of Clerkwell, and parts of it would be left out of the "
            "document; update Clerkwell to export it."
        )
    try:
        exported = export_report(
            stored.report,
            pack,
            stored.attachments,
            options.output,
            draft=options.draft,
            accept=options.accept,
            by=options.by,
            when=now(),
            may_accept=may_accept,
            keep=lambda report: keep_changed(options.file, stored, report),
        )
    except ExportRefusedError as refusal:
        _print_refusal(refusal, stored, pack)
        return 1
    say(f"{options.output} is the {'draft' if options.draft else 'final document'}.")
    for path in exported.beside:
        say(f"{path} travels with it.")
    for problem in exported.accepted:
        say(f"Accepted: {in_words(problem.place, exported.report, pack)}: {problem.message}")
    return 0


def _print_refusal(refusal: ExportRefusedError, stored: StoredReport, pack: Pack) -> None:
    for problem in refusal.problems:
        say(f"{in_words(problem.place, stored.report, pack)}: {problem.message} [{problem.rule}]")
    complain(str(refusal))
