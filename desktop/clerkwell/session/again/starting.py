"""Starting from last year's report: its words for another meeting, with what has to be looked at again listed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from clerkwell.model import Appendix, Earlier, Image, Place, Report, SetField, Stale, all_blocks, apply, give_ids
from clerkwell.packs import Catalogue, Pack, understand
from clerkwell.proofing.dated import Times
from clerkwell.session.again.moving import moved, new_sections
from clerkwell.session.again.reopening import Reopened, Reopening, reopen
from clerkwell.session.again.stale_words import meeting_of, stale_words

__all__ = ["Reopened", "StartedAgain", "newest_pack", "start_again"]

_FILE_WHY = "The file of the earlier report did not come with it: add this one’s, or take the appendix out."
_LINK_WHY = "The earlier report linked to it: see whether it is still the one to read."
_PAPER_WHY = "The earlier report relied on it: see whether this one does."


@dataclass(frozen=True)
class StartedAgain:
    """A new report made of an earlier one. `report.stale` lists the words that may be true no longer.

    `attachments` are the pictures that its text still shows. `reopened` are the answers that were taken out, with the
    old words; `said` are sentences about the rest: another layout, the tray, what stayed with the earlier report.
    """

    report: Report
    pack: Pack
    attachments: Mapping[str, bytes] = field(repr=False)
    reopened: tuple[Reopened, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def stale(self) -> tuple[Stale, ...]:
        """The words to look at again: details, then the text in its order, then the entries at the end."""
        return self.report.stale


def newest_pack(pack: Pack, catalogue: Catalogue, on: date) -> Pack:
    """The pack that a report of this one's series gets for a meeting on that day; `pack` itself where there is none."""
    return catalogue.newest_of(pack.told.series, on) or catalogue.newest(pack.id) or pack


def start_again(
    report: Report,
    pack: Pack,
    newest: Pack,
    attachments: Mapping[str, bytes],
    now: datetime,
    *,
    meeting: date | None = None,
) -> StartedAgain:
    """A new report in the pack `newest`, made of an earlier one and its own `pack`.

    `meeting` is the day of the new one, so far as it is known: it is put in where the earlier report had its date, or
    the first of several. Else the day of `now` stands for it. Text stays as it is. Notes, waivers, versions, returned
    documents, the consultation log, what was done, and the files of appendices stay with the earlier report, as they
    are about that one.
    """
    on = meeting or now.date()
    before = meeting_of(report, pack, on)
    times = Times(min(before, on), on)
    earlier = give_ids(report)
    change = moved(earlier, pack, newest)
    opened = reopen(_with_defaults(change.report, pack, newest), newest, on)
    several: tuple[str, ...] = ()
    if meeting is not None:
        opened, several = _dated(opened, newest, meeting)
    kept = opened.report.model_copy(
        update={
            "sections": tuple(each.model_copy(update={"done": False}) for each in opened.report.sections),
            "appendices": tuple(each.model_copy(update={"attachment": ""}) for each in opened.report.appendices),
            "details_done": False,
            "consultations": (),
            "notes": (),
            "versions": (),
            "returns": (),
            "waivers": (),
            "stale": (),
            "earlier": tuple(_earlier(opened.reopened, newest)),
            "created": now,
            "modified": now,
        }
    )
    stale = (*opened.stale, *stale_words(kept, newest, times), *_entries(earlier))
    done = kept.model_copy(update={"stale": stale})
    pictures = {block.attachment for _, block in all_blocks(done) if isinstance(block, Image)}
    return StartedAgain(
        report=done,
        pack=newest,
        attachments={name: data for name, data in attachments.items() if name in pictures},
        reopened=opened.reopened,
        said=(*several, *_layout(earlier, pack, newest), *change.said, *_left(earlier)),
    )


def _dated(opened: Reopening, pack: Pack, meeting: date) -> tuple[Reopening, tuple[str, ...]]:
    """The new meeting's day in place of the earlier one's; of several, in place of the first's, and it is said."""
    dates = [each for each in opened.reopened if (spec := pack.field(each.place.field)) and spec.kind == "date"]
    first = [each for each in dates if each.was == dates[0].was]
    report = opened.report
    for each in first:
        spec = pack.field(each.place.field)
        assert spec is not None
        # As the earlier one was written.
        words = f"{meeting:%d/%m/%Y}" if "/" in each.was else f"{meeting.day} {meeting:%B %Y}"
        value = understand(spec, words, pack)
        report = apply(SetField(field=spec.id, value=value, row=each.place.row), report)
    left = tuple(each for each in opened.reopened if each not in first)
    told = f"The earlier report went to more than one meeting. {meeting.day} {meeting:%B %Y} is put in for the first."
    several = (f"{told} Give the date of each other one.",) if len(first) < len(dates) else ()
    return replace(opened, report=report, reopened=left), several


def _earlier(reopened: Iterable[Reopened], pack: Pack) -> Iterator[Earlier]:
    """The answers that may well be the same again, to be seen beside their questions: no date is."""
    for each in reopened:
        spec = pack.field(each.place.field)
        if spec is not None and spec.kind != "date" and each.place.row is None:
            yield Earlier(field=spec.id, text=each.was)


def _with_defaults(report: Report, pack: Pack, newest: Pack) -> Report:
    """The usual answers of the fields that only the new pack has."""
    fresh = {
        spec.id: understand(spec, spec.default, newest)
        for spec in newest.single_fields
        if spec.default and pack.field(spec.id) is None and report.field(spec.id).empty
    }
    return report.model_copy(update={"fields": {**report.fields, **fresh}}) if fresh else report


def _entries(report: Report) -> Iterator[Stale]:
    """The entries at the report's end, each to be looked at whole."""
    for appendix in report.appendices:
        yield from _appendix(appendix)
    for paper in report.background_papers:
        yield Stale(place=Place(section="background-papers"), quote=paper.title, why=_PAPER_WHY)


def _appendix(appendix: Appendix) -> Iterator[Stale]:
    place = Place(appendix=appendix.id)
    if appendix.attachment:
        yield Stale(place=place, quote=appendix.title, why=_FILE_WHY)
    elif appendix.link:
        yield Stale(place=place, quote=appendix.link, why=_LINK_WHY)


def _layout(report: Report, pack: Pack, newest: Pack) -> Iterator[str]:
    if pack.ref == newest.ref:
        return
    about = newest.manifest.pack
    yield f"The report is in the layout “{about.title}” (version {about.version}) now."
    if added := new_sections(report, pack, newest):
        yield "This layout asks for more: " + "; ".join(title.rstrip(": ") for title in added) + "."


def _left(report: Report) -> Iterator[str]:
    """What stayed with the earlier report, in sentences."""
    files = [each.number for each in report.appendices if each.attachment]
    if files:
        whose = f"Appendix {files[0]}" if len(files) == 1 else f"Appendices {', '.join(files)}"
        yield f"The title of {whose} is kept; the file stayed with the earlier report."
    for count, one, many in (
        (len(report.notes), "note", "notes"),
        (len(report.consultations), "entry of the consultation log", "entries of the consultation log"),
        (len(report.versions), "named version", "named versions"),
        (len(report.waivers), "decision about a problem", "decisions about problems"),
        (len(report.returns), "returned document", "returned documents"),
    ):
        if count:
            yield f"{count} {one if count == 1 else many} stayed with the earlier report."
