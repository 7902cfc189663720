"""A Word document that came back: what there is to decide in it, and what the report becomes by each decision.

Three states meet: the report that the document was made of, the document with some of its changes accepted, and the
report as it is now. What is not decided yet is kept with the report, document and all, and can be taken up again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Final

from clerkwell.comparing import Choice, Difference, compare, kept_withheld, merge, reverted
from clerkwell.model import Note, Report, Return
from clerkwell.packs import Pack
from clerkwell.session.coming_home.comments import notes_after
from clerkwell.session.coming_home.incoming import Incoming, OtherReportError, Read, ReturnError, incoming
from clerkwell.session.coming_home.open_changes import open_changes, tray_now
from clerkwell.session.coming_home.results import Outcome, ReviewItem
from clerkwell.session.coming_home.returned_words import said_of, said_of_withheld
from clerkwell.session.coming_home.review_items import review_items
from clerkwell.session.names import unique_name
from clerkwell.word.reader.settling import every

_UNTRACKED: Final = "u-"
_IN_ALREADY: Final = "This report was made of the document with all its changes: those you reject are taken back."


@dataclass(frozen=True)
class Returned:
    """A document that came back, ready to be decided. `items` are still open, in the order of the report's parts.

    `said` are sentences: what it was compared with, what of it could not be read. `notes` are the comments that come in
    with the next decision. `sections` are those that a hand-off was made to hold; none for a whole report.
    """

    name: str
    items: tuple[ReviewItem, ...]
    said: tuple[str, ...]
    base_found: bool
    sections: tuple[str, ...]
    base: Report = field(repr=False)
    report: Report = field(repr=False)
    came: datetime
    data: bytes = field(repr=False)
    document: Incoming = field(repr=False)
    rejecting: Read = field(repr=False)
    untracked: tuple[Difference, ...] = field(repr=False)
    kept: Return | None = None

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The comments that come in with the first decision, and notes that were answered."""
        if self.kept is not None:
            return ()
        return _new(self.report.notes, notes_after(self.document, self.rejecting, self.report, self.report))

    def outcome(
        self,
        accepted: Collection[str],
        open_: Collection[str] = (),
        choices: Mapping[str, Choice] | None = None,
        *,
        report: Report | None = None,
    ) -> Outcome:
        """What the report becomes: the items in `accepted` come in, those in `open_` wait, all others are rejected.

        `choices` say for conflicts, by their id, whose words are to stand. `report` is the report as it is now, if it
        was changed since the document was taken in.
        """
        report = self.report if report is None else report
        accepted, waiting = frozenset(accepted), frozenset(open_)
        chosen = set(self.kept.accepted) if self.kept else set()
        rejected = set(self.kept.rejected) if self.kept else set()
        before = self._standing(chosen, rejected)
        chosen |= {name for item in self.items if item.id in accepted for name in _decided(item)}
        rejected |= {
            name for item in self.items if item.id not in accepted and item.id not in waiting for name in _decided(item)
        }
        taken = self._standing(chosen, rejected)
        read = self._read(taken)
        # Words without a place come in with the first decision, whatever it is; comments do, too.
        began = self._read(before) if _tracked(before) != _tracked(taken) else read
        start = self._theirs(before, began)
        start = start.model_copy(
            update={"notes": self.base.notes, "tray": (read.report if self.kept else self.base).tray}
        )
        theirs = self._theirs(taken, read).model_copy(update={"notes": self.base.notes, "tray": read.report.tray})
        merged = merge(start, report, theirs, self.document.pack, choices or {})
        left = tuple(item for item in self.items if item.id in waiting and item.id not in accepted)
        returned = self._to_keep(chosen, rejected, left) if left else None
        attachments = dict(read.attachments)
        if returned is not None and self.kept is None:
            attachments[returned.file] = self.data
        others = tuple(each for each in report.returns if self.kept is None or each.file != self.kept.file)
        result = merged.report.model_copy(
            update={
                "notes": report.notes if self.kept else notes_after(self.document, read, report, merged.report),
                "waivers": report.waivers,
                "versions": report.versions,
                "stale": report.stale,
                "earlier": report.earlier,
                "returns": (*others, returned) if returned else others,
                "tray": tray_now(report.tray, began.report.tray, read.report.tray)
                if self._came_in_whole
                else merged.report.tray,
                "created": report.created,
                "modified": report.modified,
            }
        )
        # Whatever was accepted and rejected by itself: nothing that was not for publication comes out of it public.
        withheld = kept_withheld(result, (self.base, report), self.document.pack, (self.rejecting.report, read.report))
        return Outcome(
            report=withheld.report,
            taken=merged.taken,
            conflicts=merged.conflicts,
            open_items=left,
            notes=_new(report.notes, result.notes),
            returned=returned,
            attachments=attachments,
            said=tuple(said_of_withheld(withheld, report, self.document.pack)),
        )

    @property
    def _came_in_whole(self) -> bool:
        return self.kept is not None and self.kept.taken

    def _standing(self, accepted: Collection[str], rejected: Collection[str]) -> frozenset[str]:
        """What of the document is in the report: what was accepted; of one that came in with everything, all but what
        was rejected."""
        if not self._came_in_whole:
            return frozenset(accepted)
        return frozenset(every(self.document.document)) - frozenset(rejected)

    def _read(self, taken: frozenset[str]) -> Read:
        changes = _tracked(taken)
        return self.document.read(changes) if changes else self.rejecting

    def _theirs(self, taken: frozenset[str], read: Read) -> Report:
        """What the document is with these changes and differences taken, and everything else as it was sent; `read`
        has the tracked ones among them."""
        if not taken and not self._came_in_whole:
            return self.base
        pack = self.document.pack
        plain, changed = self.rejecting.report, read.report
        refused = [each.id for each in self.untracked if f"{_UNTRACKED}{each.id}" not in taken]
        if not refused:
            return changed
        kept = reverted(self.base, plain, pack, refused)
        if changed is plain:
            return kept
        merged = merge(plain, kept, changed, pack)
        if merged.conflicts:
            # A tracked change to words that came in untracked and are not wanted: it was accepted, so it stands.
            merged = merge(plain, kept, changed, pack, {each.id: "theirs" for each in merged.conflicts})
        return merged.report

    def _to_keep(self, accepted: Collection[str], rejected: Collection[str], left: Iterable[ReviewItem]) -> Return:
        decided = {"accepted": tuple(sorted(accepted)), "rejected": tuple(sorted(rejected)), "open": open_changes(left)}
        if self.kept is not None:
            return self.kept.model_copy(update=decided)
        return Return(
            name=self.name,
            file=unique_name(self.name, self.document.attachments),
            came=self.came,
            base=self.document.base_digest,
        ).model_copy(update=decided)


def take_in(
    data: bytes,
    name: str,
    report: Report,
    pack: Pack,
    versions: Mapping[str, bytes],
    attachments: Mapping[str, bytes],
    *,
    anyway: bool = False,
    when: datetime | None = None,
) -> Returned:
    """A document that came back, to be decided. `versions` and `attachments` are the files kept with the report.

    Raises `WordError` for what is no sound Word document, `ReturnError` for what cannot be taken in, and
    `OtherReportError` for a document of another report, unless it is to be taken in `anyway`.
    """
    document = incoming(data, name, report, pack, versions, attachments, anyway=anyway)
    return _returned(data, document, report, when or datetime.now().astimezone().replace(microsecond=0), None)


def resume(
    kept: Return, report: Report, pack: Pack, versions: Mapping[str, bytes], attachments: Mapping[str, bytes]
) -> Returned:
    """What is still to be decided in a document that was put off. Raises `ReturnError`, `WordError`."""
    data = attachments.get(kept.file)
    if data is None:
        raise ReturnError(f"“{kept.name}” is not kept with the report any more; open the document itself again.")
    document = incoming(data, kept.name, report, pack, versions, attachments, anyway=True, base=kept.base)
    if not document.base_found:
        raise ReturnError(
            f"The version that “{kept.name}” was compared with has been taken out of the report, so it cannot be taken "
            "up where it was left; open the document itself again."
        )
    return _returned(data, document, report, kept.came, kept)


def _returned(data: bytes, document: Incoming, report: Report, came: datetime, kept: Return | None) -> Returned:
    rejecting = document.read(())
    whole = kept is not None and kept.taken
    # A report that was made of the document differs from it in nothing that its changes do not say.
    untracked = () if whole else compare(document.base, rejecting.report, document.pack)
    items = review_items(document.document, rejecting.report, untracked, report, document.pack)
    decided = {*kept.accepted, *kept.rejected} if kept else set()
    return Returned(
        name=document.name,
        items=tuple(item for item in items if not decided.intersection(_decided(item))),
        said=(_IN_ALREADY,) if whole else said_of(document, rejecting, report),
        base_found=document.base_found,
        sections=document.sections,
        base=document.base,
        report=report,
        came=came,
        data=data,
        document=document,
        rejecting=rejecting,
        untracked=untracked,
        kept=kept,
    )


def _decided(item: ReviewItem) -> tuple[str, ...]:
    """What a decision about an item is kept as: the changes of a tracked one, an untracked one's own id."""
    return item.changes if item.tracked else (item.id,)


def _tracked(taken: Collection[str]) -> frozenset[str]:
    return frozenset(name for name in taken if not name.startswith(_UNTRACKED))


def _new(before: Collection[Note], after: Collection[Note]) -> tuple[Note, ...]:
    """Notes that were not there, or to which something was said."""
    return tuple(note for note in after if note not in before)


__all__ = ["OtherReportError", "ReturnError", "Returned", "resume", "take_in"]
