"""A pasted list put together with the one that is there: what is new, what changes, and what is in it no more."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from clerkwell.model.days import full
from clerkwell.packs.manifest import VocabEntry
from clerkwell.workshop.draft.lists import Entries, same_name
from clerkwell.workshop.draft.pasting import Pasted

# What becomes of entries that the pasted list does not have: they stay, end on a day, or are taken out.
Gone = Literal["stay", "end", "out"]
Kind = Literal["new", "changed", "gone", "same"]


@dataclass(frozen=True)
class Change:
    """What becomes of one entry, with what it says in words: "Ends on 30 April 2026", "Also known as P&R"."""

    kind: Kind
    name: str
    says: str = ""


def merged(old: Entries, pasted: Pasted, gone: Gone, ends: date | None = None) -> Entries:
    """The list as it is to be.

    What the pasted list says nothing of, such as dates where it has none, stays; other names are added to. An entry is
    known by its name, else by one of its other names: then it goes by its new name, and the old one is another of it.
    With `gone` "out" the list is in the pasted order; else old entries stay where they are, and new ones follow.
    """
    found = _pairs(old, pasted)
    taken = {at for at in found if at is not None}
    joined = [
        entry if at is None else _joined(old[at], entry, pasted)
        for at, entry in zip(found, pasted.entries, strict=True)
    ]
    if gone == "out":
        return tuple(joined)
    by_old = {at: entry for at, entry in zip(found, joined, strict=True) if at is not None}
    kept = [by_old[at] if at in taken else _left(each, gone, ends) for at, each in enumerate(old)]
    return (*kept, *(entry for at, entry in zip(found, joined, strict=True) if at is None))


def changes(old: Entries, pasted: Pasted, gone: Gone, ends: date | None = None) -> tuple[Change, ...]:
    """What `merged` does, entry by entry: first the new ones, then those that change, those gone, and the rest."""
    found = _pairs(old, pasted)
    told: list[Change] = []
    for at, entry in zip(found, pasted.entries, strict=True):
        if at is None:
            told.append(Change("new", entry.name, _dates(entry)))
            continue
        says = _other(old[at], _joined(old[at], entry, pasted))
        told.append(Change("changed" if says else "same", old[at].name, says))
    for at, each in enumerate(old):
        if at not in found:
            left = _left(each, gone, ends)
            says = "Taken out" if gone == "out" else _other(each, left) or "Stays as it is"
            told.append(Change("gone", each.name, says))
    order: tuple[Kind, ...] = ("new", "changed", "gone", "same")
    return tuple(sorted(told, key=lambda change: order.index(change.kind)))


def _pairs(old: Entries, pasted: Pasted) -> list[int | None]:
    """For each pasted entry the place of the old one that it is, if there is one."""
    free = dict(enumerate(old))
    found: list[int | None] = [None] * len(pasted.entries)
    for by_name in (True, False):
        for number, entry in enumerate(pasted.entries):
            if found[number] is not None:
                continue
            at = next((place for place, each in free.items() if _is_it(each, entry, by_name)), None)
            if at is not None:
                found[number] = at
                del free[at]
    return found


def _is_it(old: VocabEntry, entry: VocabEntry, by_name: bool) -> bool:
    if by_name:
        return same_name(old.name, entry.name)
    return any(same_name(alias, entry.name) for alias in old.aliases) or any(
        same_name(alias, old.name) for alias in entry.aliases
    )


def _joined(old: VocabEntry, entry: VocabEntry, pasted: Pasted) -> VocabEntry:
    # A name that differs in capitals alone is no other name of it.
    before = () if same_name(old.name, entry.name) else (old.name,)
    aliases = [each for each in (*old.aliases, *entry.aliases, *before) if not same_name(each, entry.name)]
    return VocabEntry(
        name=entry.name,
        aliases=tuple(dict.fromkeys(aliases)),
        effective_from=entry.effective_from if "from" in pasted.told else old.effective_from,
        effective_to=entry.effective_to if "until" in pasted.told else old.effective_to,
    )


def _left(entry: VocabEntry, gone: Gone, ends: date | None) -> VocabEntry:
    """An entry that the pasted list does not have: one that has ended keeps the day on which it did."""
    if gone != "end" or ends is None or (entry.effective_to and entry.effective_to <= ends):
        return entry
    if entry.effective_from and entry.effective_from > ends:
        # It has not begun by then, so that there is no day on which it could end.
        return entry
    return entry.model_copy(update={"effective_to": ends})


def _other(before: VocabEntry, now: VocabEntry) -> str:
    """What is other about an entry, in words."""
    told = []
    if before.name != now.name:
        told.append(f"Is called “{now.name}”")
    added = [each for each in now.aliases if each not in before.aliases and each != before.name]
    if added:
        told.append(f"Also known as {', '.join(added)}")
    for word, was, is_now in (
        ("Begins", before.effective_from, now.effective_from),
        ("Ends", before.effective_to, now.effective_to),
    ):
        if was != is_now:
            told.append(f"{word} on {full(is_now)}" if is_now else f"No day on which it {word.casefold()}")
    return ". ".join(told)


def _dates(entry: VocabEntry) -> str:
    told = [f"Also known as {', '.join(entry.aliases)}"] if entry.aliases else []
    if entry.effective_from:
        told.append(f"Begins on {full(entry.effective_from)}")
    if entry.effective_to:
        told.append(f"Ends on {full(entry.effective_to)}")
    return ". ".join(told)
