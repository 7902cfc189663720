"""Putting right all of one kind: the fixes of all problems of a rule as one edit."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from clerkwell.model import (
    Block,
    Blocks,
    Edit,
    EditError,
    Landscape,
    Problem,
    ReplaceReport,
    ReplaceWords,
    Report,
    SetAppendices,
    SetBlocks,
    SetDone,
    SetField,
    SetHeading,
    SetRows,
    SetSections,
    Several,
    apply,
)
from clerkwell.packs import Pack
from clerkwell.rules.engine import Engine, concerns
from clerkwell.rules.rule import Rule
from clerkwell.rules.table import catalogue

# What an edit takes hold of, from the outside in: an edit of a whole has hold of its parts too.
_Hold = tuple[object, ...]
_ALL: Final[_Hold] = ()


@dataclass(frozen=True)
class FixedAll:
    """All of one kind put right: the edit (None where there is nothing to do), how many it puts right, how many stay.

    What stays has no fix, or one that would undo another.
    """

    edit: Several | None
    fixed: int
    left: int


def fix_all(
    rule: str,
    report: Report,
    pack: Pack,
    own_words: frozenset[str] = frozenset(),
    rules: Sequence[Rule] | None = None,
) -> FixedAll:
    """One edit of the fixes of all problems that a rule finds, without those that were set aside or accepted.

    After each round the report is checked against the rule again, so that fixes in each other's way come one after the
    other, and none is made that no longer helps. A round that puts nothing right is not made.
    """
    engine = Engine(tuple(each for each in rules or catalogue() if each.id == rule))

    def standing(report: Report) -> tuple[Problem, ...]:
        found = (each for each in engine.check(report, pack, own_words) if each.rule == rule)
        return tuple(each for each in found if not _accepted(each, report))

    before = problems = standing(report)
    edits: list[Edit] = []
    while fixes := together(problems, report):
        after, made = _applied(fixes, report)
        left = standing(after)
        if len(left) >= len(problems):
            break
        edits += made
        report, problems = after, left
    edit = Several(edits=tuple(edits)) if edits else None
    return FixedAll(edit, fixed=len(before) - len(problems), left=len(problems))


def together(problems: Iterable[Problem], report: Report) -> tuple[Edit, ...]:
    """The fixes of these problems that can be made at once, in an order in which all their places still count.

    Of two that get in each other's way the first is made. Words are put in from the end of each text backwards, and
    what is done to several blocks of a section becomes one edit.
    """
    fixes = [problem.fix for problem in problems if problem.fix is not None]
    taken = _Taken()
    made = [fix for fix in _joined(fixes, report) if taken.take(fix)]
    made.sort(key=lambda fix: -_stretch(fix)[0] if isinstance(fix, ReplaceWords) else 1)
    return tuple(made)


def _applied(edits: Iterable[Edit], report: Report) -> tuple[Report, list[Edit]]:
    """The report after these edits, and those of them that could be made."""
    made = []
    for edit in edits:
        try:
            report = apply(edit, report)
        except EditError:
            continue
        made.append(edit)
    return report, made


def _accepted(problem: Problem, report: Report) -> bool:
    return any(waiver.accepted and concerns(waiver, problem) for waiver in report.waivers)


class _Taken:
    """What the edits so far have hold of."""

    def __init__(self) -> None:
        self._whole: set[_Hold] = set()
        self._outer: set[_Hold] = set()
        self._stretches: dict[_Hold, list[tuple[int, int]]] = {}

    def take(self, fix: Edit) -> bool:
        """Whether the fix is free to be made; it has hold of its places then."""
        if isinstance(fix, ReplaceWords):
            return self._take_stretch(_hold_of(fix), _stretch(fix))
        holds = set(_holds(fix))
        if any(hold in self._outer or self._within_whole(hold) for hold in holds):
            return False
        self._whole |= holds
        for hold in holds:
            self._outer.update(_prefixes(hold))
        return True

    def _take_stretch(self, hold: _Hold, stretch: tuple[int, int]) -> bool:
        others = self._stretches.setdefault(hold, [])
        if self._within_whole(hold):
            return False
        # Those taken do not overlap, so that only the nearest on each side can be in the way.
        at = bisect_left(others, stretch)
        if any(_overlap(stretch, other) for other in others[max(at - 1, 0) : at + 1]):
            return False
        insort(others, stretch)
        self._outer.update(_prefixes(hold))
        return True

    def _within_whole(self, hold: _Hold) -> bool:
        return any(outer in self._whole for outer in _prefixes(hold))


def _prefixes(hold: _Hold) -> list[_Hold]:
    return [hold[:length] for length in range(len(hold) + 1)]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] == other[0] or (one[0] < other[1] and other[0] < one[1])


def _stretch(fix: ReplaceWords) -> tuple[int, int]:
    start, end = fix.place.start, fix.place.end
    return start or 0, 1 << 62 if end is None else end


def _hold_of(fix: ReplaceWords) -> _Hold:
    place = fix.place
    if place.field:
        return _of_field(place.field, place.row)
    part: _Hold = ("section", place.section) if place.section else ("appendix", place.appendix)
    return (*part, place.block, *place.path)


def _of_field(field: str, row: int | None) -> _Hold:
    repeat, dot, name = field.partition(".")
    return ("repeat", repeat, row, name) if dot else ("field", field)


def _holds(fix: Edit) -> list[_Hold]:
    match fix:
        case ReplaceWords():
            return [_hold_of(fix)]
        case SetField():
            return [_of_field(fix.field, fix.row)]
        case SetRows():
            return [("repeat", fix.repeat)]
        case SetBlocks() | SetHeading() | SetDone():
            return [("section", fix.section)]
        case SetSections():
            return [("section",)]
        case SetAppendices():
            return [("appendix",)]
        case ReplaceReport():
            return [_ALL]
        case Several():
            return [hold for each in fix.edits for hold in _holds(each)]
        case _:
            return [(fix.kind,)]


def _joined(fixes: Sequence[Edit], report: Report) -> list[Edit]:
    """The fixes, where those that change blocks of one section, each another, are one."""
    loose: list[Edit] = [fix for fix in fixes if not isinstance(fix, SetBlocks)]
    blocks = sorted((fix for fix in fixes if isinstance(fix, SetBlocks)), key=lambda fix: fix.section)
    for section, group in groupby(blocks, key=lambda fix: fix.section):
        loose.append(_merged(section, report.blocks(section), list(group)))
    return loose


def _merged(section: str, before: Blocks, fixes: Sequence[SetBlocks]) -> SetBlocks:
    """One edit for as many of these as can be made at once.

    One that adds or leaves out blocks is made alone: whether the next is still right is for the rule to say.
    """
    merged: dict[int, Block] = {}
    for fix in fixes:
        changed = _changed(before, fix.blocks)
        if changed is None:
            if not merged:
                return fix
        elif not changed.keys() & merged.keys():
            merged |= changed
    return SetBlocks(section=section, blocks=tuple(merged.get(index, block) for index, block in enumerate(before)))


def _changed(before: Blocks, after: Blocks) -> dict[int, Block] | None:
    """The blocks that differ, by their place among the others; None if others stand there."""
    if len(before) != len(after) or any(old.id != new.id for old, new in zip(before, after, strict=True)):
        return None
    return {
        index: new
        for index, (old, new) in enumerate(zip(before, after, strict=True))
        # What differs in its ids alone does so inside a landscape stretch.
        if old is not new and (old != new or isinstance(new, Landscape))
    }
