"""`check`: what is wrong with a report or a document, and how several of them stand."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from clerkwell.cli.checked import Checked, all_checked, checked, counts, named
from clerkwell.cli.checked_page import as_page
from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import complain, json_text, say, say_text
from clerkwell.cli.tables import as_csv, as_text
from clerkwell.model import Place, Problem, Report
from clerkwell.packs import Pack, numbers
from clerkwell.rules import part_title
from clerkwell.storage import holds_report
from clerkwell.system import atomic_write

__all__ = ["check_files", "counts", "in_words", "problem_json", "where"]

# What an ending says of the form, where no option does.
_BY_ENDING = {".csv": "csv", ".html": "html", ".htm": "html", ".json": "json"}


def check_files(options: argparse.Namespace) -> int:
    """Check each file; 1 if one has errors, 2 if one cannot be read (the others are checked all the same).

    One file prints its problems; several, or a folder, the clerk's table.
    """
    form = _form(options)
    alone = len(options.files) == 1 and not options.files[0].is_dir()
    paths = named(options.files)
    alone = alone and len(paths) == 1
    files: Sequence[Checked] = (checked(paths[0]),) if len(paths) == 1 else tuple(all_checked(paths))
    _tell(files, form, options.output, alone=alone)
    unread = [each for each in files if each.fault]
    for each in unread:
        complain(each.fault)
    if unread:
        return 2
    return 1 if any(problem.severity == "error" for each in files for problem in each.problems) else 0


def where(place: Place | None) -> dict[str, object] | None:
    """A place as the command line prints it; None for the whole report."""
    if place is None:
        return None
    said: dict[str, object] = {
        key: getattr(place, key) for key in ("field", "section", "appendix") if getattr(place, key)
    }
    if place.row is not None:
        said["row"] = place.row
    if place.path:
        said["path"] = list(place.path)
    return {**said, "block": place.block or None, "start": place.start, "end": place.end}


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


def _form(options: argparse.Namespace) -> str:
    for form in ("json", "csv", "html"):
        if getattr(options, form):
            return form
    return _BY_ENDING.get(options.output.suffix.casefold(), "text") if options.output else "text"


def _tell(files: Sequence[Checked], form: str, output: Path | None, *, alone: bool) -> None:
    """Print the files in a form, or write it. Raises `FileError`, and `CommandError` for a file not to be lost."""
    made = _made(files, form, alone=alone)
    if output is None:
        say_text(made.decode("utf-8-sig" if form == "csv" else "utf-8"))
        return
    if holds_report(output) or output.suffix.casefold() in (".docx", ".clerkwell"):
        raise CommandError(f"{output.name} is a report or a Word document; write the results to another file.")
    atomic_write(output, made)
    say(f"{output} says how {len(files)} {'file stands' if len(files) == 1 else 'files stand'}.")


def _made(files: Sequence[Checked], form: str, *, alone: bool) -> bytes:
    match form:
        case "json":
            return json_text(_found_json(files[0]) if alone else _all_json(files)).encode()
        case "csv":
            return as_csv(files)
        case "html":
            return as_page(files, date.today())
        case _:
            return (_listed(files[0]) if alone else as_text(files, date.today())).encode()


def _all_json(files: Sequence[Checked]) -> dict[str, object]:
    return {
        "files": [{"file": str(each.path), **_found_json(each), **_row_json(each)} for each in files if not each.fault],
        "unreadable": [{"file": str(each.path), "reason": each.fault} for each in files if each.fault],
    }


def _found_json(each: Checked) -> dict[str, object]:
    return {"problems": [problem_json(problem) for problem in each.problems], "counts": counts(each.problems)}


def _row_json(each: Checked) -> dict[str, object]:
    return {
        "subject": each.subject,
        "pack": {"id": each.pack, "version": each.version} if each.pack else None,
        "accepted": each.accepted,
        "set_aside": each.set_aside,
        "meeting": each.meeting.isoformat() if each.meeting else None,
        "publication_deadline": each.deadline.isoformat() if each.deadline else None,
    }


def _listed(each: Checked) -> str:
    counted = counts(each.problems)
    lines = [
        f"{each.path}: {counted['error']} errors, {counted['warning']} warnings, {counted['info']} for information"
    ]
    for problem in each.problems:
        at = f"{in_words(problem.place, *each.report)}: " if each.report else ""
        lines.append(f"  {problem.severity}: {at}{problem.message} [{problem.rule}]")
    return "\n".join(lines) + "\n"
