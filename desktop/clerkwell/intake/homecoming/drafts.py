"""A draft that was exported here, come home: read by its places, and put together with the report that it was of."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from clerkwell.intake.homecoming.account import whole_again, without_account
from clerkwell.intake.homecoming.accounting import unaccounted
from clerkwell.intake.homecoming.bringing import Told, brought_home
from clerkwell.intake.homecoming.flow import Line, lines_of
from clerkwell.intake.homecoming.gathered import Left, Read
from clerkwell.intake.homecoming.log import CAME_FROM, entries_of, without_log, written_into
from clerkwell.intake.homecoming.marks import draft_of
from clerkwell.intake.homecoming.naming import with_ids
from clerkwell.intake.homecoming.original import Original, written_again
from clerkwell.intake.homecoming.printed import printed_by
from clerkwell.intake.homecoming.reading import read_lines
from clerkwell.intake.homecoming.relining import tables_among, with_places
from clerkwell.intake.homecoming.reports import report_of
from clerkwell.intake.homecoming.tags import is_place, tags_of
from clerkwell.intake.results import Finding, Imported
from clerkwell.intake.telling import counted
from clerkwell.model import Image, Report, TrayItem, all_blocks, give_ids
from clerkwell.packs import Pack, outline
from clerkwell.word.reader.document import WordDocument


def read_draft(
    document: WordDocument,
    pack: Pack,
    base: Report | None = None,
    attachments: Mapping[str, bytes] | None = None,
    *,
    original: Original | None = None,
) -> Imported:
    """The report that a draft makes of the one it was made of; without that, what the draft says by itself.

    `base` is the report that the draft was exported from, `attachments` the files kept with it: a picture that is still
    the same stays the same file. What a draft does not carry (notes, waivers, states, which blocks are not for
    publication) comes from `base`. Tracked changes are to be decided before (`word.reader.settle`). `original` is the
    draft as it was sent (`written_again`), for whoever reads one document more than once.

    Every word of the document is in the report, in its tray, or in `mapped`. `WordError` where `base` has no draft in
    this pack.
    """
    document, log = without_log(without_account(document))
    noted: Sequence[str] = ()
    if base is None:
        came = _read(document, pack)
        own = WordDocument()
        known: set[str] = set()
        report = give_ids(with_ids(report_of(came)))
        if not report.consultations:
            report = report.model_copy(update={"consultations": entries_of(log, pack)})
        odd: tuple[TrayItem, ...] = ()
        left = [_tray_item(each, report, pack) for each in came.left]
    else:
        mark = draft_of(document)
        headings = {part.id: part.heading for part in outline(base, pack)}
        draft, pictures = original or written_again(base, pack, attachments or {})
        draft, sent_log = without_log(draft)
        noted = written_into(log, sent_log)
        sent = _read(draft, pack)
        if mark and mark.sections:
            document = whole_again(document, draft, pack, mark.sections)
        came = _read(document, pack, draft)
        report, odd = brought_home(
            base,
            Told(sent, report_of(sent, headings)),
            Told(came, report_of(came, headings), mark.sections if mark else ()),
            pictures,
        )
        left = [_tray_item(each, report, pack) for each in _new(came.left, sent.left)]
        own = draft
        known = {text for text, _ in unaccounted(sent, base, printed_by(pack))}
    new = (*left, *odd, *(TrayItem(text=each, came_from=CAME_FROM) for each in noted))
    if new:
        report = report.model_copy(update={"tray": (*report.tray, *(each for each in new if each not in report.tray))})
    lost = [TrayItem(text=text, came_from=_where(line, "", report, pack)) for text, line in _lost(came, report, known)]
    if lost:
        new = (*new, *lost)
        report = report.model_copy(update={"tray": (*report.tray, *lost)})
    shown = {block.attachment for _, block in all_blocks(report) if isinstance(block, Image)}
    return Imported(
        report,
        pack,
        tuple(_findings(new, document, own)),
        tuple(came.mapped),
        {name: data for name, data in came.maker.pictures.used.items() if name in shown},
    )


def _read(document: WordDocument, pack: Pack, original: WordDocument | None = None) -> Read:
    """What a document says; where it has lost places, by the lines of the original that it was made of."""
    tags, printed = tags_of(document, pack), printed_by(pack)
    controls = document.controls
    if original is None:
        lines = with_places(lines_of(document, tags, printed.words), (), printed, lost=False)
    else:
        before = tags_of(original, pack)
        sent = lines_of(original, before, printed.words)
        lost = bool(before) and not any(is_place(each.tag) for each in controls.values())
        lines = lines_of(document, tags, printed.words, tables_among(sent) if lost else None)
        lines = with_places(lines, sent, printed, lost=lost)
        if lost:
            tags, controls = before, original.controls
    read = read_lines(lines, controls, document.pictures, tags, pack, printed)
    read.lines = lines
    for name, rows in read.rows.items():
        rows.settle(printed.rows.get(name))
    return read


def _new(came: Sequence[Left], sent: Sequence[Left]) -> Iterator[Left]:
    """What stands outside every place and did not when it was sent."""
    known = Counter(" ".join(each.text.split()) for each in sent)
    for each in came:
        text = " ".join(each.text.split())
        if known[text]:
            known[text] -= 1
        else:
            yield each


def _tray_item(left: Left, report: Report, pack: Pack) -> TrayItem:
    return TrayItem(text=left.text, came_from=_where(left.line, left.after, report, pack))


def _where(line: Line, after: str, report: Report, pack: Pack) -> str:
    titles = {part.id: part.heading.rstrip(" :") for part in outline(report, pack)}
    own = next((each.id for each in line.stands if each.kind == "section" and titles.get(each.id)), "")
    where = f"in “{titles[own]}”" if own else f"after “{titles[after]}”" if titles.get(after) else "in the header"
    return f"in a table {where}" if line.spot else where


def _lost(came: Read, report: Report, known: Collection[str]) -> Iterator[tuple[str, Line]]:
    """Each line whose words have come to nothing, once; not those that are `known` to."""
    seen = set(known)
    for text, line in unaccounted(came, report, printed_by(came.pack)):
        if text not in seen:
            seen.add(text)
            yield text, line


def _findings(new: Sequence[TrayItem], document: WordDocument, own: WordDocument) -> Iterator[Finding]:
    """What there is to tell; what its `own` draft had besides is no news."""
    for item in new:
        yield Finding("tray", item.text, item.came_from)
    dropped = Counter(document.dropped) - Counter(own.dropped)
    if dropped:
        listed = ", ".join(counted(count, name) for name, count in dropped.items())
        yield Finding("noted", f"Formatting that a report does not hold was left out: {listed}.")
    for each in (Counter(document.unread) - Counter(own.unread)).elements():
        yield Finding("noted", f"Not read: {each}.")
