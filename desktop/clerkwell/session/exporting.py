"""Exporting: a report made into its council's Word document, unless errors stand in the way."""

import getpass
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from clerkwell.model import Problem, Report, Waiver
from clerkwell.packs import Pack
from clerkwell.packs.openness import holds_private
from clerkwell.packs.publishing import whole_version
from clerkwell.rules import can_accept, check, concerns, standing_errors
from clerkwell.session.appendix_files import appendix_files, looked_into, missing_files
from clerkwell.session.clerk_list import ClerkList, clerk_list
from clerkwell.session.set_folders import check_not_public
from clerkwell.session.waiving import without_waivers
from clerkwell.storage import content_digest, holds_report
from clerkwell.system import FileError, atomic_write, numbered_copy
from clerkwell.word.writer import write_document

# Hears before each step of an export what is done next, in words; what it raises ends the export, and takes it back.
Step = Callable[[str], object]
# Makes of a Word document the bytes that are written in its place: a PDF.
Turned = Callable[[bytes], bytes]


def no_step(_: str) -> None:
    """Nobody listens."""


_OR_A_DRAFT: Final = ", or export a draft"


class ExportRefusedError(Exception):
    """A final document cannot be made while errors stand; `problems` are those that nobody has accepted."""

    def __init__(
        self,
        problems: tuple[Problem, ...],
        what: str = "the final document",
        advice: str = f"Put right what is listed{_OR_A_DRAFT}.",
    ) -> None:
        count = "An error stands" if len(problems) == 1 else f"{len(problems)} errors stand"
        super().__init__(f"{count} in the way of {what}. {advice}")
        self.problems = problems

    @property
    def without_draft(self) -> str:
        """The same, for where no draft may be exported."""
        return str(self).replace(_OR_A_DRAFT, "")


@dataclass(frozen=True)
class Exported:
    """What an export made: the document, the appendices beside it, and the report with any new acceptances.

    `for_clerk` is the list beside it of what was accepted and set aside, if anything was. `found` are sentences for the
    person: that it is all there is, private parts too, and what its appendices hold.
    """

    path: Path
    beside: tuple[Path, ...]
    report: Report
    accepted: tuple[Problem, ...]
    found: tuple[str, ...] = ()
    for_clerk: Path | None = None


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
    clean_appendices: bool = False,
    step: Step = no_step,
    turn: Turned | None = None,
) -> Exported:
    """Write the document to `out`, and the kept files of its appendices beside it.

    The document is whole: what is not for publication is in it, and `found` says so. `clean_appendices` takes comments,
    tracked changes and the names of people out of Word appendices. A draft names what it was made of, and can come
    home to it for as long as a version of that report is kept (`versions.keep_sent`).

    A final is refused (`ExportRefusedError`, nothing written) while errors stand. `accept` is a reason: with it, the
    errors that may be accepted are, in the name of `by`, and the report that comes back says so; `keep` is called with
    that report before anything is written, as there is to be no document with accepted errors that the report does
    not know of. Where policy forbids acceptance (`may_accept`), none counts, whoever gave it. Beside a final, a list
    for the clerk names what was accepted and set aside.

    `turn` makes a PDF of the Word document, which is written to `out` in its place.

    Raises `WordError` when the template cannot be filled, `FileError` when the document cannot be written, and what
    `keep`, `step` and `turn` raise; the folder is as it was then.
    """
    check_name(out, ".docx" if turn is None else ".pdf")
    if holds_private(report, pack):
        check_not_public(out.parent, pack)
    accepted: tuple[Problem, ...] = ()
    listed = b""
    if not draft:
        step("Checking the report")
        report, accepted, problems = cleared(report, pack, accept, by, when, may_accept=may_accept)
        listed = clerk_list(report, pack, problems, may_accept=may_accept)
    if listed:
        # Names and reasons are as little for the public as private words.
        check_not_public(out.parent, pack)
    for_clerk = ClerkList(out, listed)
    # Everything is made before anything is written, so that a refusal leaves the folder as it was.
    step("Making the document")
    identity = content_digest(report) if draft else ""
    as_listed, mark = None, ""
    if not draft and holds_private(report, pack):
        as_listed, mark = whole_version(report, pack), pack.manifest.sets.mark
    document = write_document(
        report, pack, draft=draft, attachments=attachments, identity=identity, mark=mark, listed=as_listed
    )
    step("Looking into the appendices")
    files, said = looked_into(appendix_files(report, pack, attachments, (out.name,)), clean=clean_appendices)
    if turn is not None:
        document = turn(document)
    found = (*said_of_privacy(report, pack), *missing_files(report, attachments), *said)
    if accepted and keep is not None:
        keep(report)
    beside: list[Path] = []
    fresh: list[Path] = []
    try:
        for at, file in enumerate(files, 1):
            step(f"Writing {file.name}, {at} of {len(files) + 1} files")
            path = _place_beside(out, file.name, file.data)
            if not path.exists():
                atomic_write(path, file.data)
                fresh.append(path)
            beside.append(path)
        step(f"Writing {out.name}")
        clerks = for_clerk.write()
        # Last: a document is never there without what it says is attached.
        atomic_write(out, document)
    except BaseException:
        for_clerk.undo()
        for path in fresh:
            with suppress(OSError):
                path.unlink()
        raise
    return Exported(out, tuple(beside), report, accepted, found, clerks)


def cleared(
    report: Report, pack: Pack, accept: str, by: str, when: datetime | None, *, may_accept: bool
) -> tuple[Report, tuple[Problem, ...], tuple[Problem, ...]]:
    """The report as it may be exported, with any new acceptances; the errors that those accept; and every problem that
    it has, those that were set aside too.

    Raises `ExportRefusedError` while errors stand that nobody has accepted, or that may not be.
    """
    problems = check(without_waivers(report), pack)
    accepted: tuple[Problem, ...] = ()
    if accept.strip() and may_accept:
        report, accepted = with_acceptances(report, standing_errors(problems, report), accept, by, when)
    left = standing_errors(problems, _counting(report, may_accept))
    if left:
        raise ExportRefusedError(left)
    return report, accepted, problems


def said_of_privacy(report: Report, pack: Pack) -> tuple[str, ...]:
    """A warning where a whole document holds what is not for publication."""
    if not holds_private(report, pack):
        return ()
    return (
        "This document is not for publication as it is: it holds what the report keeps from the public. Export the "
        "public and the non-public set for a copy that can be published.",
    )


class Accepted(Protocol):
    """What an export made, as far as errors were accepted for it."""

    @property
    def report(self) -> Report:
        """The report with the acceptances in it."""

    @property
    def accepted(self) -> tuple[Problem, ...]:
        """The errors that were."""


def waivers_after(exported: Accepted, report: Report) -> tuple[Waiver, ...]:
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


def _counting(report: Report, may_accept: bool) -> Report:
    """The report with those acceptances alone that count: a person's, with a reason, where policy allows them."""
    sound = tuple(each for each in report.waivers if may_accept and each.by.strip() and each.reason.strip())
    return report.model_copy(update={"waivers": sound})


def check_name(out: Path, ending: str = ".docx") -> None:
    """Raise `FileError` for what no document may be written to: above all, a report."""
    if out.suffix.casefold() != ending:
        kind = "Word document" if ending == ".docx" else "PDF"
        raise FileError(f"The document is a {kind}: give {out.name} a name that ends in {ending}.", out)
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
