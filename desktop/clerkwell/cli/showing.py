"""`show`: a report's outline and progress, or the whole of it as JSON; and how easy it is to read."""

import argparse
import json
from collections.abc import Mapping

from clerkwell.cli.checking import counts, in_words
from clerkwell.cli.output import say, say_json
from clerkwell.cli.reports import open_report
from clerkwell.proofing.text.readability import Readability, total
from clerkwell.rules import check, readabilities, section_words
from clerkwell.session.parts import entries, progress


def show(options: argparse.Namespace) -> int:
    """Print it."""
    stored, pack = open_report(options.file)
    report = stored.report
    figures = readabilities(report, pack)
    if options.json:
        say_json({**json.loads(report.model_dump_json()), "readability": _as_json(figures)})
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
        ease = figures.get(entry.id)
        reads = f", reading ease {round(ease.ease)}" if ease and ease.enough else ""
        say(f"  {entry.title}: {entry.state.value}{size}{reads}")
    say(f"\n{progress(listed)}.")
    whole = total(figures.values())
    if whole.enough:
        say(f"The whole report has {whole.in_words}.")
    if report.tray:
        say(f"{len(report.tray)} in the tray.")
    counted = counts(problems)
    say(f"{counted['error']} errors, {counted['warning']} warnings, {counted['info']} for information.")
    for waiver in report.waivers:
        word = "Accepted" if waiver.accepted else "Set aside"
        say(f"{word} by {waiver.by or 'somebody'}: {in_words(waiver.place, report, pack)}: {waiver.reason}")
    return 0


def _as_json(figures: Mapping[str, Readability]) -> dict[str, object]:
    """Figures of the report and of its sections; a part with too few words has none."""

    def of(each: Readability) -> dict[str, float] | None:
        if not each.enough:
            return None
        return {
            "ease": round(each.ease, 1),
            "grade": round(each.grade, 1),
            "sentence_length": round(each.sentence_length, 1),
        }

    return {"report": of(total(figures.values())), "sections": {name: of(each) for name, each in figures.items()}}
