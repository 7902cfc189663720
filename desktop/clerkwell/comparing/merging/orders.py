"""Three states of a list of things with names: what is in it in the end, and in which order."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from clerkwell.comparing.results import Choice
from clerkwell.comparing.rows import Said, by_place, paired
from clerkwell.comparing.sequences import common, in_order, put

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
# Whether to keep what one removed and the other has still.
Keep = Callable[[K, Choice], bool]


@dataclass(frozen=True)
class Three(Generic[V]):
    """Three states of a list: what is in each, by names that they share, in order."""

    base: Mapping[str, V]
    ours: Mapping[str, V]
    theirs: Mapping[str, V]

    def moved(self, name: str, by: Choice) -> bool:
        """Whether one has moved this among what is left of the base."""
        return name not in in_order([*self.base], [*(self.ours if by == "ours" else self.theirs)])


def three(base: Sequence[V], ours: Sequence[V], theirs: Sequence[V], said: Callable[[V], Said]) -> Three[V]:
    """Three states of a list whose entries have no ids; what both added alike has one name."""
    old = [said(each) for each in base]
    new, others = [said(each) for each in ours], [said(each) for each in theirs]
    mine, names = paired(old, new), paired(old, others)
    added = [at for at, name in enumerate(mine) if name.startswith("+")]
    their_added = [at for at, name in enumerate(names) if name.startswith("+")]
    same = {
        their_added[right]: mine[added[left]]
        for left, right in common([new[at].key for at in added], [others[at].key for at in their_added])
    }
    other = [same.get(at, f"*{name}" if name.startswith("+") else name) for at, name in enumerate(names)]
    return Three(
        dict(zip(by_place(len(base)), base, strict=True)),
        dict(zip(mine, ours, strict=True)),
        dict(zip(other, theirs, strict=True)),
    )


def merged_order(base: Iterable[K], ours: Iterable[K], theirs: Iterable[K], keep: Keep[K]) -> list[K]:
    """The names that are left in order: ours, with what they put in or moved where they have it.

    What both moved stands where we have it.
    """
    was, mine, other = list(base), list(ours), list(theirs)
    b, o, t = set(was), set(mine), set(other)
    gone = {each for each in was if each not in o and each not in t}
    gone |= {each for each in was if each in o and each not in t and not keep(each, "theirs")}
    gone |= {each for each in was if each in t and each not in o and not keep(each, "ours")}
    unmoved, unmoved_there = in_order(was, mine), in_order(was, other)
    shifted = {each for each in b & o & t if each in unmoved and each not in unmoved_there}
    kept = [each for each in mine if each not in gone and each not in shifted]
    fresh = {each for each in other if each not in o and each not in gone}
    return put(kept, other, fresh | shifted)
