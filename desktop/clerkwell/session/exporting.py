"""Exporting: a report made into its council's Word document, unless errors stand in the way."""

import getpass
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clerkwell.model import Problem, Report, Waiver
from clerkwell.packs import Pack
from clerkwell.rules import can_accept, check, concerns, standing_errors
from clerkwell.storage import holds_report
from clerkwell.system import FileError, atomic_write, numbered_copy
from clerkwell.word.writer import write_document

# What no file name may hold on Windows, macOS or Linux.
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
# A name has room for 255 bytes on Linux; some are for an ending, and for a number.
_LONGEST = 120
_MOST_BYTES = 200


class ExportRefusedError(Exception):
    """A final document cannot be made while errors stand; `problems` are those that nobody has accepted."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        count = "An error stands" if len(problems) == 1 else f"{len(problems)} errors stand"
        super().__init__(f"{count} in the way of the final document. Put right what is listed, or export a draft.")
        self.problems = problems


@dataclass(frozen=True)
class Exported:
    """What an export made: the document, the appendices beside it, and the report with any new acceptances."""

    path: Path
    beside: tuple[Path, ...]
    report: Report
    accepted: tuple[Problem, ...]


def export_report(
    report: Report,
    pack: Pack,
    attachments: Mapping[str, bytes],
    out: Path,
    *,
    draft: bool = False,
    accept: str = "",
    by: str = "",
    when: datetime | None = None,
    may_accept: bool = True,
    keep: Callable[[Report], None] | None = None,
) -> Exported:
    """Write the document to `out`, and the kept files of its appendices beside it.

    A final is refused (`ExportRefusedError`, nothing written) while errors stand. `accept` is a reason: with it, the
    errors that may be accepted are, in the name of `by`, and the report that comes back says so; `keep` is called with
    that report before anything is written, as there is to be no document with accepted errors that the report does
    not know of. Where policy forbids acceptance (`may_accept`), none counts, whoever gave it.

    Raises `WordError` when the template cannot be filled, `FileError` when the document cannot be written, and what
    `keep` raises.
    """
    check_name(out)
    accepted: tuple[Problem, ...] = ()
    if not draft:
        problems = check(report, pack)
        if accept.strip() and may_accept:
            report, accepted = with_acceptances(report, standing_errors(problems, report), accept, by, when)
        left = standing_errors(problems, _counting(report, may_accept))
        if left:
            raise ExportRefusedError(left)
    # Everything is made before anything is written, so that a refusal leaves the folder as it was.
    document = write_document(report, pack, draft=draft, attachments=attachments)
    if accepted and keep is not None:
        keep(report)
    beside: list[Path] = []
    fresh: list[Path] = []
    try:
        for name, data in appendix_files(report, attachments).items():
            path = _place_beside(out, name, data)
            if not path.exists():
                atomic_write(path, data)
                fresh.append(path)
            beside.append(path)
        # Last: a document is never there without what it says is attached.
        atomic_write(out, document)
    except FileError:
        for path in fresh:
            with suppress(OSError):
                path.unlink()
        raise
    return Exported(out, tuple(beside), report, accepted)


def waivers_after(exported: Exported, report: Report) -> tuple[Waiver, ...]:
    """The waivers of `report`, which may have been changed while the export was made, with what it accepted."""
    accepted = exported.accepted
    kept = [waiver for waiver in report.waivers if not any(concerns(waiver, each) for each in accepted)]
    fresh = [
        waiver
        for waiver in exported.report.waivers
        if waiver.accepted and any(concerns(waiver, each) for each in accepted)
    ]
    return (*kept, *fresh)


def with_acceptances(
    report: Report, errors: tuple[Problem, ...], reason: str, by: str, when: datetime | None
) -> tuple[Report, tuple[Problem, ...]]:
    """The report with these errors accepted, as far as they may be, and those that were."""
    moment = when or datetime.now().astimezone()
    person = by.strip() or _user()
    accepted = tuple(problem for problem in errors if can_accept(problem))
    fresh = tuple(
        Waiver(
            rule=problem.rule,
            place=problem.place,
            quote=problem.quote,
            by=person,
            reason=reason.strip(),
            when=moment,
            accepted=True,
        )
        for problem in accepted
    )
    kept = tuple(waiver for waiver in report.waivers if not any(concerns(waiver, each) for each in accepted))
    return report.model_copy(update={"waivers": (*kept, *fresh)}), accepted


def appendix_files(report: Report, attachments: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The kept files of the appendices by the names they travel under: "Appendix 1 - Letter.pdf"."""
    files: dict[str, bytes] = {}
    taken: set[str] = set()
    for appendix in report.appendices:
        data = attachments.get(appendix.attachment) if appendix.attachment else None
        if data is not None:
            title = " ".join(_UNFIT.sub(" ", f"Appendix {appendix.number} - {appendix.title}").split())
            stem = title[:_LONGEST].encode()[:_MOST_BYTES].decode(errors="ignore").rstrip(". ")
            ending = _UNFIT.sub("", Path(appendix.attachment).suffix)[:20]
            name, number = stem + ending, 1
            # Two may share number and title while the report is a draft; capitals tell no files apart on Windows.
            while name.casefold() in taken:
                number += 1
                name = f"{stem} ({number}){ending}"
            taken.add(name.casefold())
            files[name] = data
    return files


def _counting(report: Report, may_accept: bool) -> Report:
    """The report with those acceptances alone that count: a person's, with a reason, where policy allows them."""
    sound = tuple(each for each in report.waivers if may_accept and each.by.strip() and each.reason.strip())
    return report.model_copy(update={"waivers": sound})


def check_name(out: Path) -> None:
    """Raise `FileError` for what no document may be written to: above all, a report."""
    if out.suffix.casefold() != ".docx":
        raise FileError(f"The document is a Word document: give {out.name} a name that ends in .docx.", out)
    if holds_report(out):
        raise FileError(f"{out.name} is a Clerkwell report; give the document another name.", out)


def _place_beside(out: Path, name: str, data: bytes) -> Path:
    """Where an appendix goes in the document's folder; a file of that name with other content is left alone."""
    path = out.parent / name
    try:
        same = not path.exists() or path.read_bytes() == data
    except OSError as error:
        raise FileError(f"The appendix {name} could not be written beside the document: {error.strerror}.") from error
    return path if same else numbered_copy(path)


def _user() -> str:
    """Who is at the machine; without a name, the report says so rather than nothing."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "not named"
