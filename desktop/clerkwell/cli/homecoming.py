"""`merge`: a Word document that came back, taken into its report."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import complain, say
from clerkwell.cli.reports import keep_changed, keep_new, now, open_report, refuse_newer
from clerkwell.comparing import Choice, Conflict, Difference
from clerkwell.session.coming_home.results import Outcome, ReviewItem
from clerkwell.session.coming_home.returned import Returned, ReturnError, take_in
from clerkwell.session.versions import keep_sent, moment
from clerkwell.session.wording import difference_words, pieces_words
from clerkwell.storage import StoredReport, holds_report
from clerkwell.system import read_bytes
from clerkwell.word.ooxml import WordError


def merge_document(options: argparse.Namespace) -> int:
    """Take all changes of a document in; 1, and nothing written, while something stands that a person has to decide."""
    stored, pack = open_report(options.file)
    refuse_newer(options.file, stored)
    name = options.document.name
    if holds_report(options.document):
        raise CommandError(f"{name} is a Clerkwell report, not a Word document; merge takes a draft that came back.")
    try:
        returned = take_in(
            read_bytes(options.document), name, stored.report, pack, stored.versions, stored.attachments, when=now()
        )
        outcome = _outcome(returned, options.prefer)
    except (ReturnError, WordError) as error:
        raise CommandError(str(error) if name in str(error) else f"{name}: {error}") from error
    for sentence in returned.said:
        say(sentence)
    _print_items(returned.items)
    known = {note.id for note in stored.report.notes}
    if count := sum(note.id not in known for note in outcome.notes):
        say(f"{count} comments come in as notes." if count > 1 else "A comment comes in as a note.")
    for sentence in outcome.said:
        say(sentence)
    if options.prefer is None and (outcome.conflicts or _unsure(returned)):
        _print_conflicts(outcome.conflicts)
        complain(_why_not(outcome, returned))
        return 1
    if outcome.conflicts:
        whose = "here" if options.prefer == "ours" else "in the document"
        say(f"Decided for the words {whose}: {_counted(len(outcome.conflicts), 'conflict')}.")
    _write(options.file, options.output, stored, outcome, name)
    return 0


def _unsure(returned: Returned) -> tuple[ReviewItem, ...]:
    """Differences that nobody tracked, where it is not known who made them: the document, or this report since."""
    return () if returned.base_found else tuple(item for item in returned.items if not item.tracked)


def _outcome(returned: Returned, prefer: Choice | None) -> Outcome:
    """Everything accepted but what is decided against; conflicts are still named where they were decided."""
    against = _unsure(returned) if prefer == "ours" else ()
    accepted = [item.id for item in returned.items if item not in against]
    outcome = returned.outcome(accepted)
    if not outcome.conflicts or prefer is None:
        return outcome
    choices: dict[str, Choice] = {each.id: prefer for each in outcome.conflicts}
    return replace(returned.outcome(accepted, (), choices), conflicts=outcome.conflicts)


def _why_not(outcome: Outcome, returned: Returned) -> str:
    how = "with --prefer ours or --prefer theirs, or one by one in the window."
    count = len(outcome.conflicts)
    if count:
        stand = "A conflict stands" if count == 1 else f"{count} conflicts stand"
        return f"{stand} in the way, so nothing was changed. Decide {'' if count == 1 else 'for all '}{how}"
    count = len(_unsure(returned))
    they = "a difference was" if count == 1 else f"{count} differences were"
    return f"It is not known whether {they} made in the document or here, so nothing was changed. Decide {how}"


def _write(file: Path, output: Path | None, stored: StoredReport, outcome: Outcome, name: str) -> None:
    when = now()
    if outcome.report == stored.report and output is None:
        say(f"{file} says all this already; it was left as it is.")
        return
    # Undo ends with the window; a version does not.
    before = f"Before “{name}” came home, {moment(when)}"
    kept = keep_sent(outcome.report, stored.report, stored.versions, before, when, again=True)
    report = kept.report.model_copy(update={"modified": when})
    made = replace(stored, versions=kept.files, attachments={**stored.attachments, **outcome.attachments})
    if output is None:
        keep_changed(file, made, report)
    else:
        keep_new(output, replace(made, report=report))
    say(f"{output or file} holds the report with {_counted(len(outcome.taken), 'change')} from {name}.")
    _print_removed(outcome.taken)
    say(f"What it said before is kept in it as the version “{kept.version.name}”.")


def _print_items(items: Sequence[ReviewItem]) -> None:
    part = None
    if not items:
        say("Nothing in it is other than it was.")
    for item in items:
        if item.part != part:
            part = item.part
            say(f"{part}:")
        who = f" ({item.author})" if item.author else "" if item.tracked else " (not tracked)"
        say(f"  - {difference_words(item)}{who}")


def _print_removed(taken: Sequence[Difference]) -> None:
    """What is no more, once more by itself: programs lose paragraphs that nobody took out."""
    gone = [each for each in taken if each.kind == "removed"]
    if gone:
        say("Taken out altogether; see that nobody misses it:")
    for each in gone:
        say(f"  - {each.part}: {difference_words(each)}")


def _print_conflicts(conflicts: Iterable[Conflict]) -> None:
    for conflict in conflicts:
        say(f"Conflict in {conflict.part}:")
        say(f"  Here:            {pieces_words(conflict.ours)}")
        say(f"  In the document: {pieces_words(conflict.theirs)}")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
