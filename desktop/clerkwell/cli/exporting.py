"""`export`: documents made from a report."""

import argparse

from clerkwell.cli.errors import CommandError
from clerkwell.cli.finals import print_accepted, print_for_clerk, print_refusal, ready, refuse_drafts
from clerkwell.cli.forms import export_form
from clerkwell.cli.handing_off import hand_off
from clerkwell.cli.output import say
from clerkwell.cli.pdfs import say_pdf
from clerkwell.cli.reports import keep_changed, now
from clerkwell.cli.sets import export_both_sets
from clerkwell.cli.versions import keep_draft
from clerkwell.session.exporting import ExportRefusedError, export_report


def export_file(options: argparse.Namespace) -> int:
    """Make the document; 1, and nothing written, while errors stand."""
    if options.handoff is not None:
        return hand_off(options)
    if options.sets is not None:
        return export_both_sets(options)
    if options.blank:
        return export_form(options)
    if options.output is None:
        raise CommandError("Say where the document goes: -o OUT.docx.")
    if options.draft:
        refuse_drafts("put right what stands in the way, and export the final document")
    export = ready(options, ", or export a draft")
    stored, pack = export.stored, export.pack
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
            may_accept=export.may_accept,
            keep=lambda report: keep_changed(options.file, stored, report),
            clean_appendices=options.clean_appendices,
        )
    except ExportRefusedError as refusal:
        print_refusal(refusal, stored.report, pack)
        return 1
    say(f"{options.output} is the {'draft' if options.draft else 'final document'}.")
    if options.draft:
        keep_draft(options.file, stored, "Draft")
    for path in exported.beside:
        say(f"{path} travels with it.")
    for sentence in exported.found:
        say(sentence)
    if options.pdf:
        say_pdf(exported.path, pack)
    print_accepted(exported.accepted, exported.report, pack)
    print_for_clerk(exported.for_clerk)
    return 0
