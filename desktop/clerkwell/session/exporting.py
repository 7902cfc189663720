"""Exporting: a report made into its council's Word document, unless errors stand in the way."""

import getpass
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clerkwell.model import Problem, Report, Waiver
from clerkwell.packs import Pack
from clerkwell.rules import can_accept, check, concerns, standing_errors
from clerkwell.system import FileError, atomic_write, numbered_copy
from clerkwell.word.writer import write_document

# What no file name may hold on Windows, macOS or Linux.
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


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
) -> Exported:
    """Write the document to `out`, and the kept files of its appendices beside it.

    A final is refused (`ExportRefusedError`, nothing written) while errors stand. `accept` is a reason: with it, the
    errors that may be accepted are, in the name of `by`, and the report that comes back says so. Raises `WordError`
    when the template cannot be filled, `FileError` when the document cannot be written.
    """
    accepted: tuple[Problem, ...] = ()
    if not draft:
        problems = check(report, pack)
        if accept.strip():
            report, accepted = with_acceptances(report, standing_errors(problems, report), accept, by, when)
        left = standing_errors(problems, report)
        if left:
            raise ExportRefusedError(left)
    # Everything is made before anything is written, so that a refusal leaves the folder as it was.
    document = write_document(report, pack, draft=draft, attachments=attachments)
    atomic_write(out, document)
    beside = tuple(_write_beside(out, name, data) for name, data in appendix_files(report, attachments).items())
    return Exported(out, beside, report, accepted)


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
    files = {}
    for appendix in report.appendices:
        data = attachments.get(appendix.attachment) if appendix.attachment else None
        if data is not None:
            title = _UNFIT.sub(" ", f"Appendix {appendix.number} - {appendix.title}")
            files[" ".join(title.split())[:120].rstrip(". ") + Path(appendix.attachment).suffix] = data
    return files


def _write_beside(out: Path, name: str, data: bytes) -> Path:
    """Write an appendix into the document's folder; a file of that name with other content is left alone."""
    path = out.parent / name
    try:
        if path.exists() and path.read_bytes() != data:
            path = numbered_copy(path)
    except OSError as error:
        raise FileError(f"The appendix {name} could not be written beside the document: {error.strerror}.") from error
    atomic_write(path, data)
    return path


def _user() -> str:
    """Who is at the machine; without a name, the report says so rather than nothing."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "not named"
