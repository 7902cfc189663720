"""The merge of a whole report."""

from collections.abc import Mapping
from typing import TypeVar

from clerkwell.comparing.comparison import compare
from clerkwell.comparing.merging.besides import merged_besides
from clerkwell.comparing.merging.bodies import MergedBodies, homes_of
from clerkwell.comparing.merging.mediator import Mediator
from clerkwell.comparing.merging.orders import merged_order
from clerkwell.comparing.merging.parts import merged_appendix, merged_section, part_changed
from clerkwell.comparing.merging.reconciling import reconciled
from clerkwell.comparing.merging.rows import merged_consultations, merged_fields, merged_papers, merged_repeats
from clerkwell.comparing.naming import Naming
from clerkwell.comparing.results import Choice, Conflict, Merged
from clerkwell.model import Appendix, Place, Report, Section, give_ids
from clerkwell.packs import Pack

P = TypeVar("P", Section, Appendix)
_NONE: Mapping[str, Choice] = {}


def merge(base: Report, ours: Report, theirs: Report, pack: Pack, choices: Mapping[str, Choice] = _NONE) -> Merged:
    """`ours` with all that `theirs` changed of `base`.

    Part by part, block by block, and within a paragraph word by word. There is a conflict only where both changed the
    same words, cell or field, each otherwise, or where one removed what the other changed; until it is chosen, ours
    holds. Blocks are the same where their ids are: align reports that were read from elsewhere first. Notes, waivers,
    versions, returned documents, stale words and the tray are ours with those that they added.
    """
    theirs = reconciled(base, ours, theirs)
    names = Naming(base, pack), Naming(ours, pack), Naming(theirs, pack)
    between = Mediator(*names, choices)
    fields = merged_fields(base, ours, theirs, between)
    repeats = merged_repeats(base, ours, theirs, between)
    bodies = MergedBodies(base, ours, theirs, between)
    sections = _sections(base, ours, theirs, between, bodies)
    appendices = _appendices(base, ours, theirs, between, bodies)
    update = {
        "fields": fields,
        "repeats": repeats,
        "sections": tuple(sections),
        "appendices": tuple(appendices),
        "background_papers": merged_papers(base, ours, theirs, between),
        "consultations": merged_consultations(base, ours, theirs, between),
        "next_id": max(base.next_id, ours.next_id, theirs.next_id),
        **merged_besides(base, ours, theirs),
    }
    done = give_ids(ours.model_copy(update=update))
    return Merged(done, compare(ours, done, pack), tuple(_in_order(between.conflicts, names[1])))


def _sections(base: Report, ours: Report, theirs: Report, between: Mediator, bodies: MergedBodies) -> list[Section]:
    was, mine, other = ({each.id: each for each in report.sections} for report in (base, ours, theirs))
    done: list[Section] = []
    for name in _order("section", was, mine, other, between, bodies):
        one, another = mine.get(name), other.get(name)
        section = (
            merged_section(was.get(name), one, another, between) if one and another else one or another or was.get(name)
        )
        if section is not None:
            done.append(section.model_copy(update={"blocks": bodies.at(("section", name))}))
    return done


def _appendices(base: Report, ours: Report, theirs: Report, between: Mediator, bodies: MergedBodies) -> list[Appendix]:
    was, mine, other = ({each.id: each for each in report.appendices} for report in (base, ours, theirs))
    done: list[Appendix] = []
    for name in _order("appendix", was, mine, other, between, bodies):
        one, another = mine.get(name), other.get(name)
        appendix = (
            merged_appendix(was.get(name), one, another, between)
            if one and another
            else one or another or was.get(name)
        )
        if appendix is not None:
            done.append(appendix.model_copy(update={"blocks": bodies.at(("appendix", name))}))
    return done


def _order(
    kind: str,
    base: Mapping[str, P],
    ours: Mapping[str, P],
    theirs: Mapping[str, P],
    between: Mediator,
    bodies: MergedBodies,
) -> list[str]:
    """The sections or appendices that are left; one that something still stands in is."""
    needed = homes_of(kind, bodies.needed)

    def keep(name: str, by: Choice) -> bool:
        if name in needed:
            return True
        left = (theirs if by == "ours" else ours)[name]
        if not part_changed(base[name], left):
            return False
        place = Place(section=name) if kind == "section" else Place(appendix=name)
        names = between.theirs if by == "ours" else between.ours
        return between.removed(
            f"{kind}:{name}:gone", place, by, between.base.part(place), names.part(place), between.base.part(place)
        )

    done = merged_order(base, ours, theirs, keep)
    return done + [each for each in base if each in needed and each not in done]


def _in_order(conflicts: list[Conflict], names: Naming) -> list[Conflict]:
    """The conflicts in the order of the document."""
    rank = {part.id: at for at, part in enumerate(names.parts)}

    def place(conflict: Conflict) -> tuple[int, int]:
        if conflict.place.field:
            return 0, 0
        return (1, rank.get(conflict.place.section, len(rank))) if conflict.place.section else (2, 0)

    return sorted(conflicts, key=place)
