"""Making the public and the non-public set, from the command line."""

import argparse

from clerkwell.cli.errors import CommandError
from clerkwell.cli.finals import print_accepted, print_for_clerk, print_refusal, ready
from clerkwell.cli.output import say
from clerkwell.cli.reports import keep_changed, now
from clerkwell.session.exporting import ExportRefusedError
from clerkwell.session.sets import export_sets

# What says otherwise than that both sets are final documents in a folder.
_AGAINST = {"draft": "--draft", "blank": "--blank", "output": "-o", "pdf": "--pdf"}


def export_both_sets(options: argparse.Namespace) -> int:
    """Write both sets; 1, and nothing written, while errors stand or private words would be published."""
    for name, option in _AGAINST.items():
        if getattr(options, name):
            raise CommandError(f"--sets makes both sets of final documents in a folder; leave {option} out.")
    export = ready(options, " first")
    stored, pack = export.stored, export.pack
    try:
        made = export_sets(
            stored.report,
            pack,
            stored.attachments,
            options.sets,
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
    for path in made.public:
        say(f"Public: {path}")
    for path in made.non_public:
        say(f"Not for publication: {path}")
    for sentence in made.found:
        say(sentence)
    print_accepted(made.accepted, made.report, pack)
    print_for_clerk(made.for_clerk)
    return 0
