"""The lists that answers are chosen from: what each is called, who uses it, what an entry's dates mean, and edits."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from clerkwell.model.days import full
from clerkwell.packs import Pack, PackError
from clerkwell.packs.manifest import FieldSpec, Vocab, VocabEntry
from clerkwell.workshop.draft.changing import with_manifest
from clerkwell.workshop.ids import new_id
from clerkwell.workshop.naming import vocab_title

Edit = Callable[[Pack], Pack]
Entries = tuple[VocabEntry, ...]


def list_title(pack: Pack, name: str) -> str:
    """What a list is called for people: by its title, else `public-status` is "Public status"."""
    return vocab_title(name, pack.manifest.vocab[name])


def users(pack: Pack, name: str) -> tuple[FieldSpec, ...]:
    """The questions whose answers come from this list."""
    return tuple(spec for spec in pack.manifest.field if spec.vocab == name)


def standing(entry: VocabEntry, on: date) -> str:
    """What the dates of an entry come to on a day: "Offered", "Ended on 30 April 2025", "Begins on 1 May 2027"."""
    if entry.effective_from and entry.effective_to and entry.effective_to < entry.effective_from:
        return "Never offered: it ends before it begins"
    if entry.effective_to and entry.effective_to < on:
        return f"Ended on {full(entry.effective_to)}"
    if entry.effective_from and on < entry.effective_from:
        return f"Begins on {full(entry.effective_from)}"
    return f"Offered until {full(entry.effective_to)}" if entry.effective_to else "Offered"


def with_entries(name: str, entries: Iterable[VocabEntry]) -> Edit:
    """The edit that gives a list these entries."""
    new = tuple(entries)
    return lambda pack: _with_list(pack, name, pack.manifest.vocab[name].model_copy(update={"entries": new}))


def with_open(name: str, is_open: bool) -> Edit:
    """The edit that lets authors type other answers too, or not."""
    return lambda pack: _with_list(pack, name, pack.manifest.vocab[name].model_copy(update={"open": is_open}))


def new_list_name(pack: Pack, title: str) -> str:
    """What a new list of this title goes by inside the pack."""
    return new_id(title, pack.manifest.vocab)


def with_new_list(name: str, title: str) -> Edit:
    """The edit that adds an empty list."""
    return lambda pack: _with_list(pack, name, Vocab(title=title))


def with_title(name: str, title: str) -> Edit:
    """The edit that gives a list another title."""
    return lambda pack: _with_list(pack, name, pack.manifest.vocab[name].model_copy(update={"title": title}))


def title_fault(pack: Pack, name: str, title: str) -> str:
    """Why a list cannot have this title; "" if it can."""
    taken = any(same_name(list_title(pack, each), title) for each in pack.manifest.vocab if each != name)
    return f"There is a list “{title}” already: give this one another name." if taken else ""


def without_list(name: str) -> Edit:
    """The edit that removes a list. It raises `PackError` while questions use it."""

    def edit(pack: Pack) -> Pack:
        if asked := users(pack, name):
            named = ", ".join(f"“{spec.title}”" for spec in asked)
            raise PackError(f"The list “{list_title(pack, name)}” is used by {named}. Give them another list first.")
        kept = {each: vocab for each, vocab in pack.manifest.vocab.items() if each != name}
        return with_manifest(pack, pack.manifest.model_copy(update={"vocab": kept}))

    return edit


def moved(entries: Entries, at: int, by: int) -> Entries:
    """The entries with one moved up (-1) or down (1); as they are at an end."""
    to = at + by
    if not (0 <= at < len(entries) and 0 <= to < len(entries)):
        return entries
    rest = [*entries[:at], *entries[at + 1 :]]
    return (*rest[:to], entries[at], *rest[to:])


def a_to_z(entries: Iterable[VocabEntry]) -> Entries:
    """The entries by name, as people look names up: capitals and a "The" before them do not count."""
    return tuple(sorted(entries, key=lambda entry: entry.name.casefold().removeprefix("the ")))


def replaced(entries: Entries, at: int, entry: VocabEntry) -> Entries:
    """The entries with another in this place; at the end a new one."""
    return (*entries[:at], entry, *entries[at + 1 :])


def entry_fault(entries: Sequence[VocabEntry], at: int, entry: VocabEntry) -> str:
    """Why this entry cannot stand in this place; "" if it can."""
    if not entry.name.strip():
        return "An answer needs a name. To take it out of the list, remove it."
    if entry.effective_from and entry.effective_to and entry.effective_to < entry.effective_from:
        return (
            f"“{entry.name}” would end on {full(entry.effective_to)}, before it begins on {full(entry.effective_from)}."
        )
    for other in (each for number, each in enumerate(entries) if number != at):
        if same_name(other.name, entry.name) and _at_once(other, entry):
            return f"“{other.name}” is in the list already."
    return ""


def clashes(entries: Sequence[VocabEntry]) -> tuple[str, ...]:
    """Names that stand for two answers on the same day, a sentence each: nobody can tell which is meant."""
    found: list[str] = []
    by_name: dict[str, list[VocabEntry]] = {}
    for entry in entries:
        for name in dict.fromkeys(_folded(each) for each in (entry.name, *entry.aliases)):
            for other in by_name.get(name, ()):
                if _at_once(other, entry):
                    said = next(each for each in (entry.name, *entry.aliases) if _folded(each) == name)
                    found.append(f"“{said}” stands for “{other.name}” and for “{entry.name}”.")
            by_name.setdefault(name, []).append(entry)
    return tuple(found)


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals and spaces."""
    return _folded(one) == _folded(other)


def _at_once(one: VocabEntry, other: VocabEntry) -> bool:
    """Whether there is a day on which both are offered."""
    since = max(one.effective_from or date.min, other.effective_from or date.min)
    return since <= min(one.effective_to or date.max, other.effective_to or date.max)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _with_list(pack: Pack, name: str, vocab: Vocab) -> Pack:
    return with_manifest(pack, pack.manifest.model_copy(update={"vocab": {**pack.manifest.vocab, name: vocab}}))
