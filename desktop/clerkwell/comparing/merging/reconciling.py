"""Ids of what two people added to one report: the same ids for the same things, other ids for other things."""

from collections.abc import Iterable, Sequence

from clerkwell.comparing.layout import laid_out
from clerkwell.comparing.likeness import key
from clerkwell.comparing.renaming import Renaming, renamed
from clerkwell.comparing.sequences import common
from clerkwell.model import Appendix, Note, Report, Section


def reconciled(base: Report, ours: Report, theirs: Report) -> Report:
    """`theirs` with ids that fit with ours: both counted on from the same report, so one id may be two things."""
    names = Renaming(sections=_own_sections(base, ours, theirs), appendices=_appendices(base, ours, theirs))
    theirs = renamed(theirs, names)
    theirs = renamed(theirs, Renaming(blocks=_blocks(base, ours, theirs)))
    return theirs.model_copy(update={"notes": _notes(base, ours, theirs)})


def _blocks(base: Report, ours: Report, theirs: Report) -> dict[str, str]:
    known, mine, other = laid_out(base), laid_out(ours), laid_out(theirs)
    names: dict[str, str] = {}
    for home, order in other.order.items():
        fresh = [each for each in order if each not in known.blocks]
        added = [each for each in mine.order.get(home, ()) if each not in known.blocks]
        if not fresh or not added:
            continue
        same = common([key(mine.blocks[each]) for each in added], [key(other.blocks[each]) for each in fresh])
        for left, right in same:
            if mine.blocks[added[left]] == other.blocks[fresh[right]]:
                names[fresh[right]] = added[left]
    taken = {*mine.blocks, *known.blocks, *names.values()}
    number = max(base.next_id, ours.next_id, theirs.next_id)
    for name in other.blocks:
        if name in known.blocks or name in names:
            continue
        if name in taken:
            while f"b{number}" in taken or f"b{number}" in other.blocks:
                number += 1
            names[name] = f"b{number}"
        else:
            names[name] = name
        taken.add(names[name])
    return names


def _own_sections(base: Report, ours: Report, theirs: Report) -> dict[str, str]:
    """Sections of the report's own that both began have numbers for ids; the same heading makes them one."""
    known = {each.id for each in base.sections}
    added = [each for each in ours.sections if each.id not in known and each.id.startswith("own-")]
    fresh = [each for each in theirs.sections if each.id not in known and each.id.startswith("own-")]
    taken = {*known, *(each.id for each in ours.sections)}
    same = [(a, b) for b in fresh for a in added if _folded(a.heading) == _folded(b.heading)]
    return _named(fresh, same, taken, {each.id for each in theirs.sections}, "own-")


def _appendices(base: Report, ours: Report, theirs: Report) -> dict[str, str]:
    known = {each.id for each in base.appendices}
    added = [each for each in ours.appendices if each.id not in known]
    fresh = [each for each in theirs.appendices if each.id not in known]
    taken = {*known, *(each.id for each in ours.appendices)}
    same = [(a, b) for b in fresh for a in added if a == b or (a.title and _folded(a.title) == _folded(b.title))]
    return _named(fresh, same, taken, {each.id for each in theirs.appendices}, "a")


def _named(
    fresh: Sequence[Section | Appendix],
    same: Iterable[tuple[Section | Appendix, Section | Appendix]],
    taken: set[str],
    others: set[str],
    start: str,
) -> dict[str, str]:
    names: dict[str, str] = {}
    for mine, other in same:
        if other.id not in names and mine.id not in names.values():
            names[other.id] = mine.id
    for each in fresh:
        if each.id in names or each.id not in taken:
            continue
        number = 1
        while f"{start}{number}" in taken | others:
            number += 1
        names[each.id] = f"{start}{number}"
        taken.add(names[each.id])
    return names


def _notes(base: Report, ours: Report, theirs: Report) -> tuple[Note, ...]:
    """Their notes; one that they added under an id that we gave to another has a new id."""
    known = {note.id for note in base.notes}
    mine = {note.id: note for note in ours.notes}
    taken = {*known, *mine, *(note.id for note in theirs.notes)}
    done: list[Note] = []
    number = 1
    for note in theirs.notes:
        if note.id in mine and note.id not in known and mine[note.id] != note:
            while f"n{number}" in taken:
                number += 1
            taken.add(f"n{number}")
            note = note.model_copy(update={"id": f"n{number}"})
        done.append(note)
    return tuple(done)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
