"""Versions of a report: kept by name or because a draft was sent out, opened again, brought back, taken out.

Functions over the report and its version files; the session has the same as commands (`Session.keep_version` and so
on), and the command line calls these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from clerkwell.model import Report, Version, give_ids
from clerkwell.packs import Pack
from clerkwell.storage import StorageError, content_digest
from clerkwell.storage.stored import attachments_of
from clerkwell.storage.versions import ENDING, pack_version, unpack_version

# Of the versions that were kept by themselves. A draft is seldom out for longer than thirty later ones take, and they
# are a hundred kilobytes each at the most.
MOST_AUTOMATIC: Final = 30
_NAMED_BY: Final = 24


class VersionError(Exception):
    """A version cannot be kept, opened or brought back. The message is a sentence for the user."""


@dataclass(frozen=True)
class Kept:
    """A report that has one more version in it, the files of all its versions, and that version."""

    report: Report
    files: Mapping[str, bytes]
    version: Version


def keep(report: Report, files: Mapping[str, bytes], name: str, when: datetime) -> Kept:
    """The report with itself kept as the version of this name. The same words again are kept once, and named twice.

    Raises `VersionError` for no name, and for one that another version has.
    """
    name = " ".join(name.split())
    if not name:
        raise VersionError("Give the version a name, such as “As sent to Legal”.")
    if any(_same(each.name, name) and not each.automatic for each in report.versions):
        raise VersionError(f"There is a version “{name}” already; give this one another name.")
    return _with(report, report, files, Version(name=name, made=when, file=""))


def keep_sent(
    report: Report, sent: Report, files: Mapping[str, bytes], name: str, when: datetime, *, again: bool = False
) -> Kept:
    """`report` with `sent`, of which a draft went out, kept by itself; as it was where that is kept already, unless it
    is to be found under this name too (`again`).

    Only the newest of such versions stay, and those that a document still to be decided goes back to.
    """
    digest = content_digest(sent)
    known = next((each for each in report.versions if each.digest == digest and each.file in files), None)
    if known is not None and not again:
        return Kept(report, files, known)
    name = _free(" ".join(name.split()), report)
    done = _with(report, sent, files, Version(name=name, made=when, file="", automatic=True))
    waited_for = {each.base for each in report.returns}
    spare = [each for each in done.report.versions if each.automatic and each.digest not in waited_for]
    dropped = spare[:-MOST_AUTOMATIC]
    left = tuple(each for each in done.report.versions if each not in dropped)
    return Kept(done.report.model_copy(update={"versions": left}), done.files, done.version)


def opened(version: Version, files: Mapping[str, bytes]) -> Report:
    """The report as it was then, brought up to the format of today. Raises `VersionError`."""
    data = files.get(version.file)
    if data is None:
        raise VersionError(f"The version “{version.name}” is not in the report's file any more.")
    try:
        return give_ids(unpack_version(data, f"The version “{version.name}”"))
    except StorageError as error:
        raise VersionError(str(error)) from error


def found(report: Report, files: Mapping[str, bytes], digest: str) -> tuple[Version, Report] | None:
    """The version that says what this digest says, if one is kept and can be opened."""
    for version in report.versions:
        if digest and version.digest == digest:
            try:
                return version, opened(version, files)
            except VersionError:
                continue
    return None


def named(report: Report, name: str) -> Version:
    """The version of this name, whatever its capitals. Raises `VersionError`, which names those there are."""
    folded = " ".join(name.split())
    matching = [each for each in report.versions if _same(each.name, folded)]
    if matching:
        return min(matching, key=lambda each: each.automatic)
    names = "; ".join(f"“{each.name}”" for each in report.versions)
    raise VersionError(
        f"There is no version “{folded}”. " + (f"The versions are: {names}." if names else "No version has been kept.")
    )


def brought_back(report: Report, then: Report, pack: Pack) -> Report:
    """The report as it was `then`, with what has been kept about it since: notes, waivers, versions, documents to be
    decided, and what has come into the tray.

    Raises `VersionError` for a version in the template of another kind of report.
    """
    if then.pack.id != pack.id:
        raise VersionError(
            f"This version was written in another template ({then.pack.id}), so it cannot be brought back; "
            "compare it with the report, and copy what you want to have again."
        )
    tray = (*then.tray, *(each for each in report.tray if each not in then.tray))
    return then.model_copy(
        update={
            "pack": report.pack,
            "notes": report.notes,
            "waivers": report.waivers,
            "versions": report.versions,
            "returns": report.returns,
            "tray": tray,
            "created": report.created,
            "modified": report.modified,
            "next_id": max(report.next_id, then.next_id),
        }
    )


def over_undo(now: tuple[Version, ...], left: Report, reached: Report, *, again: bool) -> tuple[Version, ...]:
    """The versions after a step was undone, or done `again`, from the report `left` to `reached`.

    Taking one out is undone and done again like any step. Keeping one is not undone: who goes back before it by undoing
    an hour's writing has kept the version in order to return.
    """
    out = [each for each in left.versions if each not in reached.versions] if again else []
    back = [each for each in reached.versions if each not in left.versions and each not in now]
    return tuple(each for each in (*now, *back) if each not in out) if out or back else now


def sent_name(when: datetime, what: str = "Draft") -> str:
    """What a version that was kept for a draft is called: "Draft of 22 November 2026, 14:05"."""
    return f"{what} of {moment(when)}"


def moment(when: datetime) -> str:
    """A moment in words, as names of versions have it."""
    return f"{when.day} {when:%B %Y, %H:%M}"


def _with(report: Report, content: Report, files: Mapping[str, bytes], version: Version) -> Kept:
    digest = content_digest(content)
    # Versions hold no versions, or the file would double with each.
    bare = content.model_copy(update={"versions": (), "returns": ()})
    file = f"{digest[:_NAMED_BY]}{ENDING}"
    version = version.model_copy(update={"file": file, "digest": digest, "attachments": attachments_of(bare)})
    if file not in files:
        files = {**files, file: pack_version(bare)}
    return Kept(report.model_copy(update={"versions": (*report.versions, version)}), files, version)


def _free(name: str, report: Report) -> str:
    taken = {each.name.casefold() for each in report.versions}
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name} ({number})"
    return candidate


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
