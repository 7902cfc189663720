"""The list for the clerk, beside a final document: what was accepted and set aside in a report, and why anything in it
is kept from the public.

It is not part of the document and not of the public set: names and reasons are for the clerk alone.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.packs.openness import holds_private
from clerkwell.rules import catalogue
from clerkwell.session.closed import reasons_kept
from clerkwell.session.days import day, moment
from clerkwell.session.plain_pages import heading, is_page_of, page, paragraph, table, text
from clerkwell.session.waiving import Decided, counting, decided
from clerkwell.session.whereabouts import Whereabouts
from clerkwell.system import FileError, atomic_write, numbered_copy, read_bytes

_KIND: Final = "list for the clerk"
_WHY: Final = "Why it is not for publication"
_WHY_HEADS: Final = ("What", "Under", "The public interest")
_HEADS: Final = ("Where", "What", "The words", "Why it stands", "Who", "When")


def clerk_list(
    report: Report, pack: Pack, problems: tuple[Problem, ...] | None = None, *, may_accept: bool = True
) -> bytes:
    """The page that lists what was accepted and set aside, and why anything is kept from the public; nothing where
    there is nothing to list.

    `problems` are those of the report without its waivers, where they are known already. The same report makes the
    same page.
    """
    counted = [each for each in decided(report, pack, problems) if counting(each, may_accept=may_accept)]
    reasons = reasons_kept(report, pack)
    if not counted and not reasons:
        return b""
    return page(_title(report), _body(report, pack, counted, reasons), language=pack.manifest.pack.language, kind=_KIND)


def list_path(document: Path) -> Path:
    """What the list beside a document is called."""
    return document.with_name(f"{document.stem} - for the clerk.html")


class ClerkList:
    """The list beside one document: written, or taken away where an earlier export left one that no longer holds."""

    def __init__(self, document: Path, data: bytes) -> None:
        """Raises `FileError` where what lies there cannot be read."""
        self._data = data
        self._path = list_path(document)
        self._before = read_bytes(self._path) if self._path.is_file() else None
        if self._before is not None and not is_page_of(self._before, _KIND):
            # Somebody else's file: it stays.
            self._path, self._before = numbered_copy(self._path), None

    def write(self) -> Path | None:
        """Write it, or take an old one away; where it is, if there is one. Raises `FileError`."""
        if self._data and self._data != self._before:
            atomic_write(self._path, self._data)
        elif not self._data and self._before is not None:
            try:
                self._path.unlink(missing_ok=True)
            except OSError as error:
                raise FileError(
                    f"{self._path.name} is out of date and could not be removed: {error.strerror}. Delete it.",
                    self._path,
                ) from error
        return self.written

    @property
    def written(self) -> Path | None:
        """Where it is, once it has been written; nothing where there is nothing to list."""
        return self._path if self._data else None

    def undo(self) -> None:
        """Leave what lay there before, as far as the machine lets us: the export came to nothing."""
        with suppress(OSError, FileError):
            if self._before is not None:
                atomic_write(self._path, self._before)
            elif self._data:
                self._path.unlink(missing_ok=True)


def _title(report: Report) -> str:
    subject = " ".join(report.field("subject").text.split())
    return f"For the clerk: {subject or 'a report without a subject'}"


def _body(
    report: Report, pack: Pack, counted: Sequence[Decided], reasons: Sequence[tuple[str, str, str]]
) -> Iterable[str]:
    about = pack.manifest.pack
    if holds_private(report, pack):
        yield paragraph("Not for publication: this list quotes what the report keeps from the public.", "marked")
    yield paragraph(
        "This list is for the clerk. It names what is not as the council’s rules have it, who answers for that, and "
        "why anything is kept from the public. It is not part of the report: do not publish it."
    )
    yield paragraph(f"Template: {about.title}, {about.council} ({pack.id}, version {about.version}).")
    if report.modified is not None:
        yield paragraph(f"Report last changed: {moment(report.modified)}.")
    if reasons:
        rows = (tuple(text(each) for each in row) for row in reasons)
        yield heading(2, _WHY)
        yield table(_WHY, _WHY_HEADS, rows)
    errors = [each for each in counted if each.problem is not None and each.problem.severity == "error"]
    others = [each for each in counted if each not in errors]
    for title, listed in (("Errors that were accepted", errors), ("Warnings and notes that were set aside", others)):
        if listed:
            yield heading(2, f"{title} ({len(listed)})")
            yield table(title, _HEADS, _rows(report, pack, listed))


def _rows(report: Report, pack: Pack, listed: Iterable[Decided]) -> Iterable[tuple[str, ...]]:
    where, titles = Whereabouts(report, pack), {rule.id: rule.title for rule in catalogue()}
    for each in sorted(listed, key=lambda one: where.order(one.waiver.place)):
        waiver, problem = each.waiver, each.problem
        said = problem.message if problem is not None else titles.get(waiver.rule, waiver.rule)
        yield (
            text(where.words(waiver.place)),
            f"{text(titles.get(waiver.rule, waiver.rule))}. {text(said)}",
            text(f"“{waiver.quote}”" if waiver.quote else "None: it is about the whole part"),
            text(waiver.reason),
            text(waiver.by or "Not named"),
            text(day(waiver.when)),
        )
