"""The clerk's table, in letters and for spreadsheets: a line for each report."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from clerkwell.cli.checked import Checked, counts
from clerkwell.session.days import date_words

HEADS: Final = (
    "Report", "File", "Template", "Errors", "Accepted", "Warnings", "Set aside", "Meeting", "Publish by",
)  # fmt: skip
_NUMBERS: Final = frozenset((3, 4, 5, 6))
_WIDEST: Final = 44
_COLUMNS: Final = (
    "Report", "File", "Template", "Version", "Errors", "Errors accepted", "Warnings", "Set aside", "Notes", "Meeting",
    "Publish by", "Could not be read",
)  # fmt: skip
# A cell that begins with one of these is a formula to a spreadsheet, whoever wrote it.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def name(each: Checked) -> str:
    """What a file is called in a list: its subject, or what it is."""
    if each.fault:
        return "Not read"
    return each.subject or ("No subject yet" if each.report else "Word document")


def publish_by(each: Checked, today: date) -> str:
    """The last day for publishing, in words; with a word on it where that day went by before the meeting."""
    if each.deadline is None:
        return ""
    missed = each.meeting is not None and each.deadline < today <= each.meeting
    return f"{date_words(each.deadline)}{' (missed)' if missed else ''}"


def as_text(files: Sequence[Checked], today: date) -> str:
    """The table in letters; below it what could not be read, and how to see more."""
    rows = [_line(each, today) for each in files if not each.fault]
    lines = _laid_out([HEADS, *rows]) if rows else []
    unread = [each for each in files if each.fault]
    if unread:
        lines += ["", "Could not be read:", *(f"  {each.path}: {each.fault}" for each in unread)]
    said = counts(problem for each in files for problem in each.problems)
    lines += [
        "",
        f"{_counted(len(rows), 'file')} checked: {_counted(said['error'], 'error')}, "
        f"{_counted(said['warning'], 'warning')}. “clerkwell check” with one file, or --html, lists them.",
    ]
    return "\n".join(lines).lstrip("\n") + "\n"


def as_csv(files: Iterable[Checked]) -> bytes:
    """The table for a spreadsheet: UTF-8 that Excel knows as such, days as it reads them, nothing that it would run."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for each in files:
        said = counts(each.problems)
        numbers: list[object] = [said["error"], each.accepted, said["warning"], each.set_aside, said["info"]]
        row: list[object] = [
            _tame(name(each)), _tame(str(each.path)), _tame(each.pack), _tame(each.version),
            *([""] * len(numbers) if each.fault else numbers), _iso(each.meeting), _iso(each.deadline),
            _tame(each.fault),
        ]  # fmt: skip
        writer.writerow(row)
    return held.getvalue().encode("utf-8-sig")


def _line(each: Checked, today: date) -> tuple[str, ...]:
    said = counts(each.problems)
    subject = name(each)
    return (
        subject if len(subject) <= _WIDEST else f"{subject[: _WIDEST - 1].rstrip()}…",
        str(each.path),
        f"{each.pack} {each.version}".strip(),
        str(said["error"]),
        str(each.accepted),
        str(said["warning"]),
        str(each.set_aside),
        date_words(each.meeting) if each.meeting else "",
        publish_by(each, today),
    )


def _laid_out(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    return [
        "  ".join(
            cell.rjust(width) if column in _NUMBERS else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _tame(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe says that it is text."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_FORMULA) else cell
