"""Exporting the blank form, from the command line."""

import argparse

from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import say
from clerkwell.cli.pdfs import say_pdf
from clerkwell.cli.reports import open_report
from clerkwell.session.blank import export_blank


def export_form(options: argparse.Namespace) -> int:
    """Make the blank form of a report's pack; nothing of the report is in it, so no error stands in its way."""
    if options.output is None:
        raise CommandError("Say where the blank form goes: -o OUT.docx.")
    if options.draft or options.accept:
        raise CommandError("A blank form is neither a draft nor a final document: leave --draft and --accept out.")
    _, pack = open_report(options.file)
    path = export_blank(pack, options.output)
    about = pack.manifest.pack
    say(f"{path} is the blank form of “{about.title}”, version {about.version}.")
    if options.pdf:
        say_pdf(path, None)
    return 0
