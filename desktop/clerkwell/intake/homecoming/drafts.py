"""A draft that was exported here, come home: read by its places, and put together with the report that it was of."""

from collections.abc import Mapping

from clerkwell.intake.homecoming.bringing import Told, brought_home
from clerkwell.intake.homecoming.flow import lines_of
from clerkwell.intake.homecoming.marks import draft_of
from clerkwell.intake.homecoming.original import written_again
from clerkwell.intake.homecoming.printed import printed_by
from clerkwell.intake.homecoming.reading import Read, read_lines
from clerkwell.intake.homecoming.relining import with_places
from clerkwell.intake.homecoming.reports import report_of
from clerkwell.intake.homecoming.tags import is_place, tags_of
from clerkwell.intake.results import Imported
from clerkwell.model import Report, give_ids
from clerkwell.packs import Pack, outline
from clerkwell.word.reader.document import WordDocument


def read_draft(
    document: WordDocument, pack: Pack, base: Report | None = None, attachments: Mapping[str, bytes] | None = None
) -> Imported:
    """The report that a draft makes of the one it was made of; without that, what the draft says by itself.

    `base` is the report that the draft was exported from, `attachments` the files kept with it: a picture that the draft
    still has is the same file. What a draft does not carry (notes, waivers, states, which blocks are not for
    publication) comes from `base`. Tracked changes are to be decided before (`word.reader.settle`).

    Every word of the document is in the report, in its tray, or in `mapped`. `WordError` where `base` has no draft in
    this pack.
    """
    mark = draft_of(document)
    if base is None:
        read = _read(document, pack)
        return Imported(give_ids(report_of(read)), pack, (), tuple(read.mapped))
    headings = {part.id: part.heading for part in outline(base, pack)}
    original, pictures = written_again(base, pack, attachments or {})
    sent = _read(original, pack)
    came = _read(document, pack, original)
    report, _ = brought_home(
        base,
        Told(sent, report_of(sent, headings)),
        Told(came, report_of(came, headings), mark.sections if mark else ()),
        pictures,
    )
    return Imported(report, pack, (), tuple(came.mapped))


def _read(document: WordDocument, pack: Pack, original: WordDocument | None = None) -> Read:
    """What a document says; where it has lost places, by the lines of the original that it was made of."""
    tags, printed = tags_of(document, pack), printed_by(pack)
    lines, controls = lines_of(document, tags, printed.words), document.controls
    if original is not None:
        before = tags_of(original, pack)
        lost = bool(before) and not any(is_place(each.tag) for each in controls.values())
        lines = with_places(lines, lines_of(original, before, printed.words), printed, lost=lost)
        if lost:
            tags, controls = before, original.controls
    read = read_lines(lines, controls, document.pictures, tags, pack, printed)
    for name, rows in read.rows.items():
        rows.settle(printed.rows.get(name))
    return read
