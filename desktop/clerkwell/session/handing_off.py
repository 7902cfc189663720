"""Parts of a report handed to colleagues as Word documents of their own; `returned.take_in` takes them home again."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from clerkwell.model import Report
from clerkwell.packs import Pack, outline
from clerkwell.session.exporting import check_name
from clerkwell.storage import content_digest
from clerkwell.system import atomic_write
from clerkwell.word.writer.handoff import write_handoff


class HandoffError(Exception):
    """A part cannot be handed off. The message is a sentence for the user."""


def handoff_parts(report: Report, pack: Pack) -> tuple[tuple[str, str], ...]:
    """The sections that can be sent, as id and title, in the report's order: those that a colleague can write in,
    begun or not."""
    parts = [part for part in outline(report, pack) if part.relevant and part.spec.kind == "text"]
    return tuple((part.id, part.heading.rstrip(": ")) for part in parts)


def export_handoff(
    report: Report,
    pack: Pack,
    sections: Sequence[str],
    attachments: Mapping[str, bytes],
    out: Path,
    *,
    by: str = "",
) -> Path:
    """Write these sections to `out`, a Word document for a colleague; its path. `by` is who asks for them.

    Keep the report with `keep_sent` afterwards, or it can only come home by comparing.
    Raises `HandoffError` for a section that cannot be sent, `WordError` when the document cannot be made, `FileError`
    when it cannot be written.
    """
    check_name(out)
    wanted = chosen(report, pack, sections)
    document = write_handoff(report, pack, wanted, attachments=attachments, identity=content_digest(report), by=by)
    atomic_write(out, document)
    return out


def chosen(report: Report, pack: Pack, sections: Sequence[str]) -> tuple[str, ...]:
    """The ids of the sections that were asked for by id or title, in the report's order. Raises `HandoffError`."""
    parts = handoff_parts(report, pack)
    known = {name: each for each, title in parts for name in (each.casefold(), _folded(title))}
    wanted: set[str] = set()
    for asked in sections:
        found = known.get(_folded(asked))
        if found is None:
            listed = ", ".join(each for each, _ in parts)
            raise HandoffError(f"There is no section “{asked}” that can be sent. These can: {listed}.")
        wanted.add(found)
    if not wanted:
        raise HandoffError("Name at least one section to send.")
    return tuple(each for each, _ in parts if each in wanted)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
