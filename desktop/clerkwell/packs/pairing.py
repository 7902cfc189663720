"""Which section, field and group of one pack is which of another.

By its id; where that is gone, by its title, its labels and the other names that both packs know it by. Nothing is
guessed from words that only look alike: what has no partner is said to have gone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

from clerkwell.packs import Pack
from clerkwell.packs.manifest import FieldSpec, GroupSpec, SectionSpec

_Spec = TypeVar("_Spec", FieldSpec, SectionSpec, GroupSpec)
_ENDINGS: Final = (" implications", " implication", " considerations", " issues")


def section_pairs(before: Pack, now: Pack) -> Mapping[str, str]:
    """For each section of `before` that `now` has, its id there."""
    return _pairs(before.manifest.section, now.manifest.section, lambda each: (each.title, *each.aliases))


def field_pairs(before: Pack, now: Pack) -> Mapping[str, str]:
    """For each field of `before` that `now` has, its id there."""
    return _pairs(before.manifest.field, now.manifest.field, lambda each: (each.title, *each.labels))


def group_pairs(before: Pack, now: Pack) -> Mapping[str, str]:
    """For each group of `before` that `now` has, its id there."""
    return _pairs(before.manifest.group, now.manifest.group, lambda each: (each.title, *each.aliases))


def _pairs(before: Sequence[_Spec], now: Sequence[_Spec], names: Callable[[_Spec], Iterable[str]]) -> Mapping[str, str]:
    ids = {each.id for each in now}
    found = {each.id: each.id for each in before if each.id in ids}
    free = [each for each in now if each.id not in found]
    for spec in before:
        if spec.id in found:
            continue
        known = {_folded(each) for each in names(spec)}
        # A field of a repeat is one of the same repeat, or of a single field's place.
        other = next((each for each in free if known & {_folded(name) for name in names(each)}), None)
        if other is not None:
            found[spec.id] = other.id
            free.remove(other)
    return found


def _folded(name: str) -> str:
    text = " ".join(name.replace("’", "'").replace("&", "and").casefold().strip(" :?.").split())
    for ending in _ENDINGS:
        text = text.removesuffix(ending)
    return text
