"""Making the public and the non-public set, from the command line."""

import argparse

from clerkwell.cli.checking import in_words
from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import complain, say
from clerkwell.cli.reports import keep_changed, now, open_report
from clerkwell.session.exporting import ExportRefusedError
from clerkwell.session.sets import export_sets
from clerkwell.system import load_settings

# What says otherwise than that both sets are final documents in a folder.
_AGAINST = {"draft": "--draft", "blank": "--blank", "output": "-o", "pdf": "--pdf"}


def export_both_sets(options: argparse.Namespace) -> int:
    """Write both sets; 1, and nothing written, while errors stand or private words would be published."""
    for name, option in _AGAINST.items():
        if getattr(options, name):
            raise CommandError(f"--sets makes both sets of final documents in a folder; leave {option} out.")
    may_accept = load_settings().allow_acceptance
    if options.accept and not may_accept:
        raise CommandError("Errors may not be accepted on this computer; put them right first.")
    stored, pack = open_report(options.file)
    if stored.original:
        raise CommandError(
            f"{options.file.name} was made by a newer version of Clerkwell, and parts of it would be left out of the "
            "documents; update Clerkwell to export it."
        )
    try:
        made = export_sets(
            stored.report,
            pack,
            stored.attachments,
            options.sets,
            accept=options.accept,
            by=options.by,
            when=now(),
            may_accept=may_accept,
            keep=lambda report: keep_changed(options.file, stored, report),
            clean_appendices=options.clean_appendices,
        )
    except ExportRefusedError as refusal:
        for problem in refusal.problems:
            say(f"{in_words(problem.place, stored.report, pack)}: {problem.message} [{problem.rule}]")
        complain(str(refusal))
        return 1
    for path in made.public:
        say(f"Public: {path}")
    for path in made.non_public:
        say(f"Not for publication: {path}")
    for sentence in made.found:
        say(sentence)
    for problem in made.accepted:
        say(f"Accepted: {in_words(problem.place, made.report, pack)}: {problem.message}")
    return 0
