"""What differs between two reports, and taking some of it back."""

from collections.abc import Collection
from dataclasses import replace

from clerkwell.comparing.aligning import aligned
from clerkwell.comparing.layout import laid_out
from clerkwell.comparing.ledger import Ledger
from clerkwell.comparing.likeness import family, key, likeness, spoken
from clerkwell.comparing.naming import Naming
from clerkwell.comparing.renaming import Renaming, renamed, renamed_place
from clerkwell.comparing.results import Difference
from clerkwell.comparing.walking import settled_report
from clerkwell.model import Report, all_blocks, words
from clerkwell.packs import Pack

# Blocks of one id in two states of a report are at least as alike as this, unless they were written anew.
_AKIN = 0.25


def compare(before: Report, after: Report, pack: Pack) -> tuple[Difference, ...]:
    """Every difference, in the order of the document: header, sections, appendices, lists at the end.

    A block of `after` is held against the block of `before` that has its id. Where most ids say nothing, as in two
    imports of one document, blocks are held against those that they came from by their words.
    """
    other, own = _akin(before, after)
    ledger = Ledger(Naming(before, pack), Naming(other, pack))
    settled_report(before, other, ledger)
    if own.needless:
        return tuple(ledger.found)
    return tuple(replace(each, place=renamed_place(each.place, own)) for each in ledger.found)


def reverted(before: Report, after: Report, pack: Pack, ids: Collection[str]) -> Report:
    """`after` with the differences of these ids, from `compare`, taken back."""
    if not ids:
        return after
    other, own = _akin(before, after)
    done = settled_report(before, other, Ledger(Naming(before, pack), Naming(other, pack), frozenset(ids)))
    return _with_own_ids(done, own)


def _akin(before: Report, after: Report) -> tuple[Report, Renaming]:
    """`after` by ids that it shares with `before`, and the ids that it has itself by those."""
    if _shares_ids(before, after):
        return after, Renaming()
    other = aligned(before, after)
    pairs = zip(all_blocks(other), all_blocks(after), strict=True)
    return other, Renaming(
        blocks={new.id: old.id for (_, new), (_, old) in pairs},
        sections={new.id: old.id for new, old in zip(other.sections, after.sections, strict=True)},
        appendices={new.id: old.id for new, old in zip(other.appendices, after.appendices, strict=True)},
    )


def _with_own_ids(report: Report, own: Renaming) -> Report:
    """The report by the ids of `after`, as far as what was taken back does not use them."""
    if own.needless:
        return report
    used = {block.id for _, block in all_blocks(report)}
    kept = {new: old for new, old in own.blocks.items() if new in used}
    if len({kept.get(each, each) for each in used}) < len(used):
        return report
    return renamed(report, Renaming(blocks=kept))


def _shares_ids(before: Report, after: Report) -> bool:
    """Whether the ids of two reports mean the same blocks: most of those that both have say much the same."""
    old, new = laid_out(before).blocks, laid_out(after).blocks
    shared = [name for name in new if name in old]
    others = [name for name in shared if old[name] is not new[name] and key(old[name]) != key(new[name])]
    if 2 * len(others) <= len(shared):
        return True
    strange = 0
    elsewhere = {key(block) for block in old.values() if words(block).strip()}
    for name in others:
        one, other = old[name], new[name]
        akin = family(one) == family(other) and likeness(spoken(words(one)), spoken(words(other)), _AKIN)
        # What another block said before did not become this one's words by being edited.
        strange += not akin or key(other) in elsewhere
    return 2 * strange <= len(shared)
