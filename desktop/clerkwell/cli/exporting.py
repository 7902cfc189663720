"""`export`: documents made from a report."""

import argparse

from clerkwell.cli.checking import in_words
from clerkwell.cli.errors import CommandError
from clerkwell.cli.forms import export_form
from clerkwell.cli.output import complain, say
from clerkwell.cli.pdfs import say_pdf
from clerkwell.cli.reports import keep_changed, now, open_report
from clerkwell.cli.sets import export_both_sets
from clerkwell.packs import Pack
from clerkwell.session.exporting import ExportRefusedError, export_report
from clerkwell.storage import StoredReport
from clerkwell.system import load_settings


def export_file(options: argparse.Namespace) -> int:
    """Make the document; 1, and nothing written, while errors stand."""
    if options.sets is not None:
        return export_both_sets(options)
    if options.blank:
        return export_form(options)
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
            clean_appendices=options.clean_appendices,
        )
    except ExportRefusedError as refusal:
        _print_refusal(refusal, stored, pack)
        return 1
    say(f"{options.output} is the {'draft' if options.draft else 'final document'}.")
    for path in exported.beside:
        say(f"{path} travels with it.")
    for sentence in exported.found:
        say(sentence)
    if options.pdf:
        say_pdf(exported.path, pack)
    for problem in exported.accepted:
        say(f"Accepted: {in_words(problem.place, exported.report, pack)}: {problem.message}")
    return 0


def _print_refusal(refusal: ExportRefusedError, stored: StoredReport, pack: Pack) -> None:
    for problem in refusal.problems:
        say(f"{in_words(problem.place, stored.report, pack)}: {problem.message} [{problem.rule}]")
    complain(str(refusal))
