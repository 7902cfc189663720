"""The public set and the non-public set: what a council publishes of a part-exempt report, and what its members get.

In doubt nothing is published: an error here costs a person's privacy, and cannot be taken back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from clerkwell.model import Place, Problem, Report
from clerkwell.packs import Pack
from clerkwell.packs.openness import has_private_blocks, holds_private, openness, public_files, withheld_appendices
from clerkwell.packs.publishing import public_version, whole_version
from clerkwell.rules import IN_WORDS_ONLY, check
from clerkwell.session.appendix_files import AppendixFile, appendix_files, looked_into, missing_files
from clerkwell.session.clerk_list import ClerkList, clerk_list
from clerkwell.session.document_names import document_name, short_about, whole_name
from clerkwell.session.exporting import ExportRefusedError, Step, cleared, no_step
from clerkwell.session.leaks import PublicFile, Secrets, find_leaks
from clerkwell.session.set_folders import SetFolders
from clerkwell.session.short_words import short_words
from clerkwell.word.writer import write_document

__all__ = ["ExportedSets", "export_sets", "public_version"]

_WHAT = "both sets"
_ADVICE = "Nothing was written. Put right what is listed, and export again."


@dataclass(frozen=True)
class ExportedSets:
    """What was written: the files of each set, the document first, and the report with any new acceptances.

    `for_clerk` is the list beside both folders of what was accepted and set aside, if anything was. `public` is empty
    where the whole report is exempt or confidential. `found` are sentences for the person: what was withheld and why,
    and what appendices hold that is no reader's business.
    """

    public: tuple[Path, ...]
    non_public: tuple[Path, ...]
    found: tuple[str, ...]
    report: Report
    accepted: tuple[Problem, ...]
    for_clerk: Path | None = None


def export_sets(
    report: Report,
    pack: Pack,
    attachments: Mapping[str, bytes],
    folder: Path,
    *,
    accept: str = "",
    by: str = "",
    when: datetime | None = None,
    may_accept: bool = True,
    keep: Callable[[Report], None] | None = None,
    clean_appendices: bool = False,
    by_subject: bool = False,
    step: Step = no_step,
) -> ExportedSets:
    """Write both sets into `folder`, each in a folder named as the pack says; `by_subject`: after the report too
    ("Bus shelters – public"), so that those of several reports lie beside each other.

    The non-public set is whole. Of the public one every byte is searched before anything is written: words, addresses
    and files that are not for publication keep both sets from being made, and nobody can accept them. Files in the
    public folder that are not of this export keep it from being written too: they would be published with it.

    Raises `ExportRefusedError` (nothing written) while errors stand or where private words would be published,
    `WordError` when a document cannot be made, `FileError` when one cannot be written, and what `keep` and `step`
    raise; the folder is as it was then.
    """
    folders = SetFolders(folder, pack, short_about(report, pack) if by_subject else "")
    step("Checking the report")
    report, accepted, problems = cleared(report, pack, accept, by, when, may_accept=may_accept)
    _check_status(report, pack)
    _check_words(report, pack)
    found = [*missing_files(report, attachments)]
    step("Making the non-public set")
    whole, said = _non_public(report, pack, attachments, clean=clean_appendices)
    found += said
    step("Making the public set, and searching it for private words")
    open_files, said = _public(report, pack, attachments, {file.appendix.id: file for file in whole[1]})
    found += said
    public = {file.name: file.data for file in open_files}
    non_public = {whole[0]: whole[2]} | {file.name: file.data for file in whole[1]}
    folders.check(public, non_public)
    # Beside the folders, in neither set.
    for_clerk = ClerkList(folder / whole[0], clerk_list(report, pack, problems, may_accept=may_accept))
    if accepted and keep is not None:
        keep(report)
    outside, inside = folders.write(public, non_public, for_clerk.write, step)
    return ExportedSets(outside, inside, tuple(dict.fromkeys(found)), report, accepted, for_clerk.written)


def _check_status(report: Report, pack: Pack) -> None:
    """Raise `ExportRefusedError` where the report does not say what the public may have of it."""
    field = next((spec for spec in pack.manifest.field if spec.kind == "status"), None)
    place = None if field is None else Place(field=field.id)
    status = openness(report, pack)
    if status == "unknown" and field is not None:
        words = report.field(field.id).text
        message = (
            f"“{words}” is not a public status that this template knows, so nobody can say what the public may have. "
            "Choose one of its list."
        )
        raise _refused("public-status-unknown", message, place, words)
    nothing = not has_private_blocks(report) and not withheld_appendices(report, pack)
    if status == "part-exempt" and nothing:
        message = (
            "The report is part exempt, but nothing in it is marked as not for publication, so the public set would "
            "hold all of it. Mark what the public may not read, or say that the report is public."
        )
        raise _refused("part-exempt-unmarked", message, place, "")


def _check_words(report: Report, pack: Pack) -> None:
    """Raise `ExportRefusedError` where the report's own words withhold what its marks would publish.

    An acceptance does not count here, as one reason accepts all errors at once.
    """
    said = tuple(problem for problem in check(report, pack) if problem.rule == IN_WORDS_ONLY)
    if said:
        raise ExportRefusedError(said, _WHAT, _ADVICE)


def _refused(rule: str, message: str, place: Place | None, quote: str) -> ExportRefusedError:
    problem = Problem(rule=rule, severity="error", place=place, quote=quote, message=message)
    return ExportRefusedError((problem,), _WHAT, _ADVICE)


def _non_public(
    report: Report, pack: Pack, attachments: Mapping[str, bytes], *, clean: bool
) -> tuple[tuple[str, tuple[AppendixFile, ...], bytes], tuple[str, ...]]:
    """The name of the whole document, the files of all appendices, and the document's bytes."""
    name = whole_name(report, pack)
    mark = pack.manifest.sets.mark if holds_private(report, pack) else ""
    listed = whole_version(report, pack)
    document = write_document(report, pack, draft=False, attachments=attachments, mark=mark, listed=listed)
    beside, said = looked_into(appendix_files(report, pack, attachments, (name,)), clean=clean)
    return (name, beside, document), said


def _public(
    report: Report, pack: Pack, attachments: Mapping[str, bytes], looked: Mapping[str, AppendixFile]
) -> tuple[tuple[PublicFile, ...], tuple[str, ...]]:
    """The files of the public set, the document first; `looked` are the appendices' files as they travel."""
    status = openness(report, pack)
    if status in ("exempt", "confidential"):
        return (), tuple(_nothing_public(report, status))
    public = public_version(report, pack)
    kept = public_files(public)
    document = write_document(
        public, pack, draft=False, attachments={name: data for name, data in attachments.items() if name in kept}
    )
    name = document_name(public, pack, pack.manifest.files.document)
    beside = appendix_files(public, pack, {each: data for each, data in attachments.items() if each in kept}, (name,))
    files = (
        PublicFile(name, document),
        *(PublicFile(file.name, looked[file.appendix.id].data, file.appendix.id) for file in beside),
    )
    said = [*_withheld(report, pack)]
    if holds_private(report, pack):
        secrets = Secrets(report, public, pack, attachments)
        leaks, unsure = find_leaks(files, secrets)
        if leaks:
            raise ExportRefusedError(leaks, _WHAT, _ADVICE)
        said += [*unsure, *short_words(files, secrets)]
    else:
        said.append("Nothing in the report is marked as not for publication: both sets are the same.")
    return files, tuple(said)


def _nothing_public(report: Report, status: str) -> list[str]:
    said = [f"The whole report is {status}, so there is no public set: nothing of it is published."]
    said += [
        f"Appendix {appendix.number} is public, but belongs to a report that is not, so it is in the non-public set "
        "alone. Publish it by itself if that is meant."
        for appendix in report.appendices
        if appendix.status == "public"
    ]
    return said


def _withheld(report: Report, pack: Pack) -> list[str]:
    """A sentence for each appendix that the public does not get, with the reason where it may surprise."""
    said = []
    for appendix in withheld_appendices(report, pack):
        name = f"Appendix {appendix.number}"
        if appendix.status == "part-exempt":
            said.append(
                f"{name} is part exempt, and was withheld whole: a file cannot be split. Add the part that the public "
                "may read as an appendix of its own."
            )
        elif not appendix.status:
            said.append(
                f"{name} does not say whether it is public, and the report is not public throughout, so it was "
                "withheld. Say that it is public if it is."
            )
        else:
            said.append(f"{name} is {appendix.status}, and was withheld.")
    return said
