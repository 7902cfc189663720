"""The report that a draft makes of the one it was made of: what it changed is changed, and nothing besides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from clerkwell.comparing import aligned, kept_withheld
from clerkwell.comparing.sequences import in_order, put
from clerkwell.intake.homecoming.below import in_their_places
from clerkwell.intake.homecoming.fields import understood
from clerkwell.intake.homecoming.gathered import Read
from clerkwell.intake.homecoming.keeping import Keeper
from clerkwell.intake.homecoming.matching import listed_alike, matched
from clerkwell.intake.homecoming.naming import with_ids
from clerkwell.intake.homecoming.printed import single
from clerkwell.intake.homecoming.rowing import columns_home, listed_home, rows_home
from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Block,
    Consultation,
    FieldValue,
    Image,
    Landscape,
    Report,
    Row,
    Section,
    TrayItem,
    all_blocks,
    give_ids,
)
from clerkwell.packs import Pack
from clerkwell.packs.repeating import APPENDIX_PAGES, source_of


@dataclass(frozen=True)
class Told:
    """A reading of a document and the report that it makes. `sections`: only these were in it, if any are named."""

    read: Read
    report: Report
    sections: tuple[str, ...] = ()


def brought_home(
    base: Report, sent: Told, came: Told, pictures: Mapping[str, str]
) -> tuple[Report, tuple[TrayItem, ...]]:
    """`base` with what came otherwise than it was sent, and words that have no one place.

    `pictures` says what a reading calls those that are kept here.
    """
    pack = sent.read.pack
    was = matched(_with_pictures(base, pictures), sent.report)
    now = in_their_places(base, sent.report, aligned(was, listed_alike(was, came.report)))
    kept = {told: name for name, told in sorted(pictures.items(), reverse=True)}
    keeper = Keeper(_blocks(base), _blocks(was), kept)
    bringing = _Bringing(base, Told(sent.read, was), Told(came.read, now, came.sections), keeper, pack)
    report = give_ids(
        base.model_copy(
            update={
                "fields": bringing.fields(),
                "repeats": bringing.repeats(),
                "sections": bringing.sections(),
                "appendices": bringing.appendices(),
                "background_papers": bringing.papers(),
                "consultations": bringing.consultations(),
                "next_id": max(base.next_id, was.next_id, now.next_id),
            }
        )
    )
    report = with_ids(report, frozenset(block.id for _, block in all_blocks(base)))
    report = kept_withheld(Report.model_validate(dict(report)), (base,), pack).report
    return (base if report == base else report), tuple(bringing.odd)


def _blocks(report: Report) -> Iterator[Block]:
    yield from (block for section in report.sections for block in section.blocks)
    yield from (block for appendix in report.appendices for block in appendix.blocks)


def _with_pictures(report: Report, names: Mapping[str, str]) -> Report:
    """The report with its pictures called as a reading calls them."""

    def renamed(block: Block) -> Block:
        if isinstance(block, Image):
            return block.model_copy(update={"attachment": names.get(block.attachment, block.attachment)})
        if isinstance(block, Landscape) and any(isinstance(inner, Image) for inner in block.blocks):
            return block.model_copy(update={"blocks": tuple(map(renamed, block.blocks))})
        return block

    if not names:
        return report
    return report.model_copy(
        update={
            "sections": tuple(
                each.model_copy(update={"blocks": tuple(map(renamed, each.blocks))}) for each in report.sections
            ),
            "appendices": tuple(
                each.model_copy(update={"blocks": tuple(map(renamed, each.blocks))}) for each in report.appendices
            ),
        }
    )


class _Bringing:
    def __init__(self, base: Report, sent: Told, came: Told, keeper: Keeper, pack: Pack) -> None:
        self._base = base
        self._sent = sent
        self._came = came
        self._keeper = keeper
        self._pack = pack
        self.odd: list[TrayItem] = []

    def _has(self, tag: str) -> bool:
        """Whether the document that came has such a place, or had one before it was handed on."""
        if tag in self._came.read.tags:
            return True
        return tag in self._sent.read.tags and not self._came.sections

    # Fields and rows

    def fields(self) -> Mapping[str, FieldValue]:
        """The single fields."""
        done = dict(self._base.fields)
        for name, before in self._sent.read.said.items():
            if not self._has(f"field:{name}"):
                continue
            changed = _changed(before, self._came.read.said.get(name, []))
            if changed is None:
                continue
            done[name] = understood(name, changed[0], self._pack)
            spec = self._pack.field(name)
            for other in changed[1:]:
                self.odd.append(TrayItem(text=other, came_from=f"{spec.title if spec else name}: it says two things"))
        for name, texts in self._came.read.said.items():
            if name not in self._sent.read.said and any(each.strip() for each in texts):
                done[name] = understood(name, next(each for each in texts if each.strip()), self._pack)
        for name in [each for each in self._sent.read.rows if source_of(each, self._pack) == "answers"]:
            self._answers(name, done)
        for name in [each for each in self._came.read.rows if source_of(each, self._pack) == "answers"]:
            self._answers(name, done)
        return done

    def _answers(self, name: str, done: dict[str, FieldValue]) -> None:
        if not self._has(f"repeat:{name}"):
            return
        before, after = ([row.get("name", "") for row in _texts(told.read, name)] for told in (self._sent, self._came))
        if [single(each) for each in before if each.strip()] != [single(each) for each in after if each.strip()]:
            done[name] = understood(name, "\n".join(each for each in after if each.strip()), self._pack)

    def repeats(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows of repeated fields."""
        done = dict(self._base.repeats)
        for spec in self._pack.manifest.repeat:
            if source_of(spec.id, self._pack) != "rows" or not self._has(f"repeat:{spec.id}"):
                continue
            rows = rows_home(
                self._base.repeats.get(spec.id, ()),
                _texts(self._sent.read, spec.id),
                _texts(self._came.read, spec.id),
                partial(self._value, spec.id),
            )
            for name in [each for each in self._sent.read.columns if each.partition(".")[0] == spec.id]:
                before, after = self._sent.read.columns[name], self._came.read.columns.get(name, [])
                rows, left = columns_home(
                    rows, self._base.repeats.get(spec.id, ()), name.partition(".")[2], before, after,
                    partial(self._value, *name.split(".", 1)),
                )  # fmt: skip
                self.odd += [TrayItem(text=each, came_from=self._title(name)) for each in left]
            done[spec.id] = rows
        return done

    def _value(self, repeat: str, field: str, text: str) -> FieldValue:
        return understood(f"{repeat}.{field}", text, self._pack)

    def _title(self, name: str) -> str:
        spec = self._pack.field(name)
        return spec.title if spec else name

    # Sections

    def sections(self) -> tuple[Section, ...]:
        """The sections: those that the document never had as they are, the others as they are now."""
        was = {each.id: each for each in self._sent.report.sections}
        now = {each.id: each for each in self._came.report.sections}
        here = {each.id: each for each in self._base.sections}
        done: dict[str, Section] = {}
        for name, section in here.items():
            if name in now:
                done[name] = self._section(section, was.get(name), now[name])
            elif name not in was or not self._in_it(name):
                done[name] = section
        order = [name for name in here if name in done]
        new = [name for name in now if name not in here and not _same(was.get(name), now[name])]
        for name in new:
            blocks = self._keeper.blocks((), now[name].blocks)
            done[name] = now[name].model_copy(update={"blocks": blocks})
        if self._pack.manifest.pack.order == "report" and not self._came.sections:
            stayed = in_order([each for each in was if each in order], list(now))
            fixed = [each for each in order if each in stayed or each not in now]
            order = put(fixed, list(now), [each for each in now if each in done and each not in fixed], stayed)
        else:
            place = {spec.id: at for at, spec in enumerate(self._pack.manifest.section)}
            guide = sorted([*order, *new], key=lambda each: place.get(each, len(place)))
            order = put(order, guide, new)
        return tuple(done[each] for each in order)

    def _in_it(self, section: str) -> bool:
        return not self._came.sections or section in self._came.sections

    def _section(self, here: Section, was: Section | None, now: Section) -> Section:
        if not self._in_it(here.id):
            return here
        blocks = self._keeper.blocks(here.blocks, now.blocks)
        heading = here.heading if was is not None and single(was.heading) == single(now.heading) else now.heading
        if blocks is here.blocks and heading == here.heading:
            return here
        return here.model_copy(update={"blocks": blocks, "heading": heading})

    # What is listed at the end

    def appendices(self) -> tuple[Appendix, ...]:
        """The appendices by their list, with what is written on their pages."""
        was = {each.id: each for each in self._sent.report.appendices}
        now = {each.id: each for each in self._came.report.appendices}
        has_list = self._has("repeat:appendices") or bool(now)
        done: dict[str, Appendix] = {}
        for here in self._base.appendices:
            before, after = was.get(here.id), now.get(here.id)
            if before is None or (after is None and not has_list) or self._is_apart("appendices"):
                done[here.id] = here
            elif after is not None:
                done[here.id] = self._appendix(here, before, after)
        new = [each for name, each in now.items() if name not in was]
        for each in [] if self._is_apart("appendices") else new:
            done[each.id] = each.model_copy(update={"blocks": self._keeper.blocks((), each.blocks)})
        order = [each.id for each in self._base.appendices if each.id in done]
        stayed = in_order([each for each in was if each in done], list(now))
        fixed = [each for each in order if each in stayed or each not in now]
        order = put(fixed, list(now), [each for each in now if each in done and each not in fixed], stayed)
        return tuple(done[each] for each in order)

    def _is_apart(self, kind: str) -> bool:
        """Whether the document is part of a report, and what is listed so is not in it."""
        if not self._came.sections:
            return False
        section = next((spec.id for spec in self._pack.manifest.section if spec.kind == kind), "")
        return section not in self._came.sections

    def _appendix(self, here: Appendix, was: Appendix, now: Appendix) -> Appendix:
        update: dict[str, object] = {}
        for name in ("number", "title", "public_interest", "link"):
            one, other = getattr(was, name), getattr(now, name)
            if single(one) != single(other):
                update[name] = other
        blocks = self._keeper.blocks(here.blocks, now.blocks)
        if blocks is not here.blocks and (now.blocks or not self._has(f"repeat:{APPENDIX_PAGES}") or was.blocks):
            update["blocks"] = blocks
        return here.model_copy(update=update) if update else here

    def papers(self) -> tuple[BackgroundPaper, ...]:
        """The background papers."""
        if not self._has("repeat:background-papers") or self._is_apart("background-papers"):
            return self._base.background_papers
        return listed_home(
            self._base.background_papers, self._sent.report.background_papers, self._came.report.background_papers
        )

    def consultations(self) -> tuple[Consultation, ...]:
        """The consultation log, where the document has a place for it."""
        if not self._has("repeat:consultations"):
            return self._base.consultations
        return listed_home(self._base.consultations, self._sent.report.consultations, self._came.report.consultations)


def _texts(read: Read, repeat: str) -> Sequence[Mapping[str, str]]:
    found = read.rows.get(repeat)
    return [row.texts for row in found.rows if row.texts] if found is not None else ()


def _changed(before: Sequence[str], after: Sequence[str]) -> list[str] | None:
    """What a field says now otherwise than it did, each once; none where it says the same in all its places."""
    was, now = [single(each) for each in before if each.strip()], [single(each) for each in after if each.strip()]
    if was == now or (set(was) == set(now)):
        return None
    if not now:
        return [""]
    new = [each for each in after if each.strip() and single(each) not in was]
    return list(dict.fromkeys(new)) or None


def _same(one: Section | None, other: Section) -> bool:
    return one is not None and one.blocks == other.blocks and one.heading == other.heading
