"""Two states of a report compared: versions, the report as it is, Word files; and the comparison as a Word document."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from clerkwell.comparing import Difference, aligned, compare
from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.session.coming_home.incoming import incoming
from clerkwell.session.exporting import check_name
from clerkwell.session.pictures import pictures_renamed
from clerkwell.system import atomic_write
from clerkwell.word.reader.settling import every
from clerkwell.word.writer.compared import write_comparison


@dataclass(frozen=True)
class Side:
    """One of two things compared: what it is called, what it says, and its pictures and files by name."""

    name: str
    report: Report
    attachments: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def word_side(
    data: bytes,
    name: str,
    report: Report,
    pack: Pack,
    versions: Mapping[str, bytes],
    attachments: Mapping[str, bytes],
    *,
    anyway: bool = False,
) -> Side:
    """A Word file as a state of this report, with its tracked changes accepted.

    Raises `WordError` for what is no sound Word document, `ReturnError` for what is no report, `OtherReportError` for
    another one, unless it is to be compared `anyway`.
    """
    document = incoming(data, name, report, pack, versions, attachments, anyway=anyway)
    read = document.read(every(document.document))
    return Side(name, read.report, {**attachments, **read.attachments})


def of_another_file(after: Side, before: Side) -> Side:
    """`after` as a state of the report that `before` is, though it comes from a file of its own: what is alike in both
    is taken for the same, as the ids of two files say nothing about one another."""
    report, pictures = pictures_renamed(after.report, after.attachments, before.attachments)
    return replace(after, report=aligned(before.report, report), attachments={**before.attachments, **pictures})


def compare_sides(before: Side, after: Side, pack: Pack) -> tuple[Difference, ...]:
    """What differs, in words, in the order of the report."""
    return compare(before.report, after.report, pack)


def save_comparison(before: Side, after: Side, pack: Pack, out: Path, *, by: str, when: datetime) -> Path:
    """Write the comparison to `out`, a Word document of the later state whose tracked changes lead from the earlier
    one, in the name of `by`; its path.

    Raises `WordError` when it cannot be made, `FileError` when it cannot be written.
    """
    check_name(out)
    document = write_comparison(
        before.report,
        after.report,
        pack,
        by=by,
        when=when,
        attachments={**before.attachments, **after.attachments},
    )
    atomic_write(out, document)
    return out
