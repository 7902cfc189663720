"""Files checked: what is found in each, and what the clerk's table says of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clerkwell.cli.documents import check_word_file, is_document, made_in, refuse_others
from clerkwell.cli.errors import CommandError
from clerkwell.cli.reports import open_report
from clerkwell.model import Problem, Report
from clerkwell.packs import Pack, meetings, publication_deadline
from clerkwell.rules import check, with_lateness
from clerkwell.session.waiving import counting, decided, without_waivers
from clerkwell.storage import SUFFIX, StorageError
from clerkwell.system import FileError, folders, read_own_words

_SEVERITIES = ("error", "warning", "info")
_WILD = frozenset("*?[")


@dataclass(frozen=True)
class Checked:
    """A file checked. Of a report, its problems have places; what is said of a document names the place itself.

    `fault` says in a sentence why a file could not be read; there is nothing else to say of it then. `pack` and
    `version` are "" where it is not known what it was made with. `accepted` counts the errors that a person answers
    for, and `set_aside` the warnings and notes that are not shown. `meeting` is the earliest one.
    """

    path: Path
    problems: tuple[Problem, ...] = ()
    report: tuple[Report, Pack] | None = None
    fault: str = ""
    pack: str = ""
    version: str = ""
    accepted: int = 0
    set_aside: int = 0
    meeting: date | None = None
    deadline: date | None = None

    @property
    def subject(self) -> str:
        """What the report is about, in one line; "" for what is no report, or has no subject."""
        return " ".join(self.report[0].field("subject").text.split()) if self.report else ""


def counts(problems: Iterable[Problem]) -> dict[str, int]:
    """How many problems there are of each severity."""
    counted = Counter(problem.severity for problem in problems)
    return {severity: counted[severity] for severity in _SEVERITIES}  # type: ignore[index]  # the same three words


def named(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that are meant: a folder's reports (its Word documents, where it has none), and what a pattern finds.

    Shells on Windows leave patterns as they are. Each file is there once; what names nothing stays, to be told of.
    """
    done: dict[Path, Path] = {}
    for path in paths:
        for each in _named(path):
            done.setdefault(each.resolve(), each)
    return tuple(done.values())


def checked(path: Path) -> Checked:
    """A file checked. Raises `StorageError`, `FileError` or `CommandError` for one that cannot be read."""
    if path.is_dir():
        raise CommandError(f"The folder {path} has no reports in it.")
    if is_document(path):
        problems = check_word_file(path)
        pack, version = made_in(path)
        return Checked(path, problems, pack=pack, version=version)
    refuse_others(path)
    stored, held = open_report(path)
    report = stored.report
    own = read_own_words(folders().own_words)
    every = check(without_waivers(report), held, own)
    waived = [each for each in decided(report, held, every) if counting(each, may_accept=True)]
    hidden = [each.problem for each in waived if each.problem is not None and each.problem.severity != "error"]
    days = [each.day for each in meetings(report, held)]
    told = check(report, held, own) if hidden else every
    return Checked(
        path,
        with_lateness(told, report, held, date.today()),
        (report, held),
        pack=held.id,
        version=held.manifest.pack.version,
        accepted=len(waived) - len(hidden),
        set_aside=len(hidden),
        meeting=min(days, default=None),
        deadline=publication_deadline(report, held),
    )


def all_checked(paths: Iterable[Path]) -> Iterator[Checked]:
    """Each file checked; one that cannot be read says so, and keeps none of the others from being checked."""
    for path in paths:
        try:
            yield checked(path)
        except (StorageError, FileError, CommandError) as error:
            yield Checked(path, fault=str(error))


def _named(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from _in_folder(path) or [path]
    elif _WILD & set(str(path)) and not path.exists():
        found = sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
        for each in found:
            yield from _named(each)
        if not found:
            yield path
    else:
        yield path


def _in_folder(folder: Path) -> list[Path]:
    """The reports in a folder and those below it; its Word documents, where it has no reports."""
    # Word's own "~$Report.docx" and hidden files are nobody's reports.
    files = [each for each in sorted(folder.rglob("*")) if each.name[:1] not in (".", "~") and each.is_file()]
    reports = [each for each in files if each.suffix.casefold() == SUFFIX]
    return reports or [each for each in files if is_document(each)]
