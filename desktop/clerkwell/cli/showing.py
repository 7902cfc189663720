"""`show`: a report's outline and progress, or the whole of it as JSON."""

import argparse
import json

from clerkwell.cli.checking import counts, in_words
from clerkwell.cli.output import say, say_json
from clerkwell.cli.reports import open_report
from clerkwell.rules import check, section_words
from clerkwell.session.parts import entries, progress


def show(options: argparse.Namespace) -> int:
    """Print it."""
    stored, pack = open_report(options.file)
    report = stored.report
    if options.json:
        say_json(json.loads(report.model_dump_json()))
        return 0
    problems = check(report, pack)
    about = pack.manifest.pack
    say(report.field("subject").text.strip() or "No subject yet")
    say(f"{about.council}: {about.title} ({about.id} {about.version})")
    group = ""
    listed = entries(report, pack, problems)
    for entry in listed:
        if entry.state is None:
            continue
        if entry.group != group:
            group = entry.group
            say(f"\n{group}")
        words = section_words(report, entry.id)
        size = f", {words} word{'' if words == 1 else 's'}" if words else ""
        say(f"  {entry.title}: {entry.state.value}{size}")
    say(f"\n{progress(listed)}.")
    if report.tray:
        say(f"{len(report.tray)} in the tray.")
    counted = counts(problems)
    say(f"{counted['error']} errors, {counted['warning']} warnings, {counted['info']} for information.")
    for waiver in report.waivers:
        word = "Accepted" if waiver.accepted else "Set aside"
        say(f"{word} by {waiver.by or 'somebody'}: {in_words(waiver.place, report, pack)}: {waiver.reason}")
    return 0
