"""`export --handoff`: sections of a report as a Word document for a colleague."""

import argparse

from clerkwell.cli.errors import CommandError
from clerkwell.cli.finals import ready, refuse_drafts
from clerkwell.cli.output import say
from clerkwell.cli.versions import keep_draft
from clerkwell.session.handing_off import HandoffError, export_handoff

_AGAINST = {"draft": "--draft", "blank": "--blank", "accept": "--accept", "pdf": "--pdf", "sets": "--sets"}


def hand_off(options: argparse.Namespace) -> int:
    """Make the document, and keep what was sent, so that it can come home."""
    for name, option in _AGAINST.items():
        if getattr(options, name):
            raise CommandError(f"--handoff makes a document for a colleague to write in; leave {option} out.")
    if options.output is None:
        raise CommandError("Say where the document goes: -o OUT.docx.")
    refuse_drafts("let the colleague write in the report itself")
    export = ready(options)
    stored, pack = export.stored, export.pack
    sections = [each for each in (part.strip() for part in options.handoff.split(",")) if each]
    try:
        path = export_handoff(stored.report, pack, sections, stored.attachments, options.output, by=options.by)
    except HandoffError as error:
        raise CommandError(str(error)) from error
    say(f"{path} holds what a colleague is to write in. “clerkwell merge” takes it home.")
    keep_draft(options.file, stored, "Part")
    return 0
