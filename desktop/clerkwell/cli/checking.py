"""`check` and `rules`: what is wrong with reports and documents, and what is looked for."""

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from clerkwell.cli.documents import check_word_file, is_document, refuse_others
from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import complain, say, say_json
from clerkwell.cli.reports import open_report
from clerkwell.model import Place, Problem, Report
from clerkwell.packs import Pack, numbers
from clerkwell.rules import catalogue, check, part_title
from clerkwell.storage import StorageError
from clerkwell.system import FileError
from clerkwell.word.accessibility import accessibility_rules

_SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class _Checked:
    """A file checked. Of a report, its problems have places; what is said of a document names the place itself."""

    path: Path
    problems: tuple[Problem, ...]
    report: tuple[Report, Pack] | None = None


def check_files(options: argparse.Namespace) -> int:
    """Check each file; 1 if one has errors, 2 if one cannot be read (the others are checked all the same)."""
    done: list[_Checked] = []
    failed = False
    for path in options.files:
        try:
            done.append(_check(path))
        except (StorageError, FileError, CommandError) as error:
            if len(options.files) == 1:
                raise
            complain(str(error))
            failed = True
    if options.json:
        results = [_as_json(checked.problems) for checked in done]
        if len(options.files) == 1:
            say_json(results[0])
        else:
            files = [{"file": str(checked.path), **result} for checked, result in zip(done, results, strict=True)]
            say_json({"files": files})
    else:
        for checked in done:
            _print(checked)
    if failed:
        return 2
    return 1 if any(problem.severity == "error" for checked in done for problem in checked.problems) else 0


def list_rules(options: argparse.Namespace) -> int:
    """Print the catalogue: the rules about reports, then those about Word documents."""
    if options.json:
        reports = [
            {
                "rule": rule.id,
                "severity": rule.severity,
                "title": rule.title,
                "why": rule.why,
                "locked": rule.locked,
                "acceptable": rule.acceptable,
                "of": "report",
            }
            for rule in catalogue()
        ]
        # No pack grades these, and nothing is exported, so there is nothing to accept.
        documents = [
            {
                "rule": rule.id,
                "severity": rule.severity,
                "title": rule.title,
                "why": rule.why,
                "locked": True,
                "acceptable": False,
                "of": "document",
            }
            for rule in accessibility_rules()
        ]
        say_json([*reports, *documents])
        return 0
    say("About reports:")
    for rule in catalogue():
        say(f"{rule.id} ({rule.severity})\n    {rule.title}. {rule.why}")
    say("\nAbout Word documents:")
    for each in accessibility_rules():
        say(f"{each.id} ({each.severity})\n    {each.title}. {each.why}")
    return 0


def where(place: Place | None) -> dict[str, object] | None:
    """A place as the command line prints it; None for the whole report."""
    if place is None:
        return None
    named: dict[str, object] = {
        key: getattr(place, key) for key in ("field", "section", "appendix") if getattr(place, key)
    }
    if place.row is not None:
        named["row"] = place.row
    if place.path:
        named["path"] = list(place.path)
    return {**named, "block": place.block or None, "start": place.start, "end": place.end}


def in_words(place: Place | None, report: Report, pack: Pack) -> str:
    """Where a problem is, for a person: the field's title, or the section and its paragraph number."""
    if place is None:
        return "The report"
    if place.field:
        spec = pack.field(place.field)
        title = spec.title if spec else place.field
        return title if place.row is None else f"{title}, number {place.row + 1}"
    if place.appendix:
        appendix = report.appendix(place.appendix)
        return f"Appendix {appendix.number}" if appendix else "An appendix"
    number = numbers(report, pack).paragraphs.get(place.block)
    title = part_title(report, pack, place.section)
    return title if number is None else f"{title}, paragraph {number}"


def counts(problems: tuple[Problem, ...]) -> dict[str, int]:
    """How many problems there are of each severity."""
    counted = Counter(problem.severity for problem in problems)
    return {severity: counted[severity] for severity in _SEVERITIES}  # type: ignore[index]  # the same three words


def problem_json(problem: Problem) -> dict[str, object]:
    """A problem as the command line prints it."""
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "where": where(problem.place),
        "quote": problem.quote,
        "message": problem.message,
        "why": problem.why,
        "fixable": problem.fix is not None,
    }


def _as_json(problems: tuple[Problem, ...]) -> dict[str, object]:
    return {"problems": [problem_json(problem) for problem in problems], "counts": counts(problems)}


def _check(path: Path) -> _Checked:
    if is_document(path):
        return _Checked(path, check_word_file(path))
    refuse_others(path)
    stored, pack = open_report(path)
    return _Checked(path, check(stored.report, pack), (stored.report, pack))


def _print(checked: _Checked) -> None:
    counted = counts(checked.problems)
    say(f"{checked.path}: {counted['error']} errors, {counted['warning']} warnings, {counted['info']} for information")
    for problem in checked.problems:
        at = f"{in_words(problem.place, *checked.report)}: " if checked.report else ""
        say(f"  {problem.severity}: {at}{problem.message} [{problem.rule}]")
