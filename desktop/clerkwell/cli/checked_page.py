"""The clerk's table as a page for a browser: the table first, then every report with its problems."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from clerkwell.cli.checked import Checked, counts
from clerkwell.cli.tables import HEADS, name, publish_by
from clerkwell.model import Problem, Severity
from clerkwell.packs.openness import holds_private
from clerkwell.session.days import date_words
from clerkwell.session.plain_pages import bullets, heading, page, paragraph, table, text
from clerkwell.session.whereabouts import Whereabouts

_GROUPS: Final[tuple[tuple[Severity, str], ...]] = (
    ("error", "Errors, which stop the final document"),
    ("warning", "Warnings"),
    ("info", "Notes"),
)


def as_page(files: Sequence[Checked], today: date) -> bytes:
    """The whole page."""
    return page("Reports checked", _body(files, today))


def _body(files: Sequence[Checked], today: date) -> Iterable[str]:
    said = counts(problem for each in files for problem in each.problems)
    if any(each.report is not None and holds_private(*each.report) for each in files):
        yield paragraph("Not for publication: this page may quote what reports keep from the public.", "marked")
    yield paragraph(
        f"Checked on {date_words(today)}: {len(files)} {'file' if len(files) == 1 else 'files'}, "
        f"{said['error']} {'error' if said['error'] == 1 else 'errors'}, "
        f"{said['warning']} {'warning' if said['warning'] == 1 else 'warnings'}."
    )
    yield table(
        "How the reports stand", HEADS, [_row(at, each, today) for at, each in enumerate(files, 1)], range(3, 7)
    )
    for at, each in enumerate(files, 1):
        yield heading(2, name(each), f"report-{at}")
        yield paragraph(str(each.path))
        yield from _of_file(each)


def _row(at: int, each: Checked, today: date) -> tuple[str, ...]:
    link = f'<a href="#report-{at}">{text(name(each))}</a>'
    if each.fault:
        return (link, text(each.path.name), "Could not be read", "", "", "", "", "", "")
    said = counts(each.problems)
    return (
        link,
        text(each.path.name),
        text(f"{each.pack} {each.version}".strip()),
        str(said["error"]),
        str(each.accepted),
        str(said["warning"]),
        str(each.set_aside),
        text(date_words(each.meeting)) if each.meeting else "",
        text(publish_by(each, today)),
    )


def _of_file(each: Checked) -> Iterable[str]:
    if each.fault:
        yield paragraph(f"Could not be read. {each.fault}", "marked")
        return
    if each.accepted:
        word = "One of the errors is" if each.accepted == 1 else f"{each.accepted} of the errors are"
        yield paragraph(f"{word} accepted by a person; “clerkwell waivers” says by whom and why.")
    if not each.problems:
        yield paragraph("No problems were found.")
        return
    where = Whereabouts(*each.report) if each.report else None
    for severity, title in _GROUPS:
        listed = [problem for problem in each.problems if problem.severity == severity]
        if not listed:
            continue
        if where is not None:
            listed.sort(key=lambda problem: where.order(problem.place))
        yield heading(3, f"{title} ({len(listed)})")
        yield bullets(_problem(problem, where) for problem in listed)


def _problem(problem: Problem, where: Whereabouts | None) -> str:
    at = f"<strong>{text(where.words(problem.place))}:</strong> " if where is not None else ""
    why = f" {text(problem.why)}" if problem.why else ""
    return f"{at}{text(problem.message)}{why} ({text(problem.rule)})"
