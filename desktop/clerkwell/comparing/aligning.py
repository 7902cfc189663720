"""Where the blocks of one report came from in another."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from clerkwell.comparing.likeness import LIKE, LIKE_ELSEWHERE, Words, candidates, family, key, likeness, spoken
from clerkwell.comparing.renaming import Renaming, renamed
from clerkwell.comparing.sequences import common, rising, stretches
from clerkwell.model import Appendix, Block, Landscape, Report, Section, give_ids, walk, words

Home = tuple[str, str]
# Blocks with no more words than this say too little to be known again elsewhere, or to be called rewritten.
_SHORT = 3
# A table or picture that stands alone where one stood before is that one if it has at least this much of it.
_SOME = 0.15


def aligned(base: Report, other: Report) -> Report:
    """`other` with the ids of `base` on the sections, appendices and blocks that came from there.

    Same words come first, then like words in order, then those that have been moved, to other sections too. What came
    from nowhere has a new id. References, notes, waivers and stale words of `other` follow its blocks.
    """
    other = give_ids(other)
    parts = Renaming(sections=_sections(base, other), appendices=_appendices(base, other))
    other = renamed(other, parts)
    pairs = _Pairing(base, other).pairs
    fresh = max(base.next_id, other.next_id)
    taken = {block.id for _, block in _listed(base)}
    own = dict.fromkeys(block.id for _, block in _listed(other))
    names: dict[str, str] = {}
    for name in own:
        if name not in pairs and name in taken:
            while f"b{fresh}" in taken or f"b{fresh}" in own:
                fresh += 1
            names[name] = f"b{fresh}"
            fresh += 1
        else:
            names[name] = pairs.get(name, name)
    return renamed(other, Renaming(blocks=names)).model_copy(update={"next_id": fresh})


def _sections(base: Report, other: Report) -> Mapping[str, str]:
    """Sections of the report's own have numbers for ids, so what they are goes by their headings."""
    known = {section.id: section for section in base.sections}
    names: dict[str, str] = {}
    by_heading: dict[str, str] = {}
    for section in base.sections:
        if section.id.startswith("own-"):
            by_heading.setdefault(_folded(section.heading), section.id)
    unsure = [section for section in other.sections if section.id.startswith("own-")]
    for section in unsure:
        name = by_heading.pop(_folded(section.heading), None)
        if name is not None:
            names[section.id] = name
    taken = {*names.values(), *(each.id for each in other.sections if each not in unsure)}
    for section in unsure:
        if section.id in names:
            continue
        mine = known.get(section.id)
        if mine is None or section.id in taken or not _alike(mine, section):
            names[section.id] = _free("own-", {*taken, *known})
        else:
            names[section.id] = section.id
        taken.add(names[section.id])
    return names


def _alike(one: Section | Appendix, other: Section | Appendix) -> bool:
    said = [spoken("\n".join(words(block) for block in each.blocks)) for each in (one, other)]
    return likeness(said[0], said[1], LIKE) >= LIKE


def _appendices(base: Report, other: Report) -> Mapping[str, str]:
    """An appendix is known again by its file or address, its title, its number with what it says, in this order."""
    names: dict[str, str] = {}
    left = list(base.appendices)

    def settle(same: "Iterable[tuple[Appendix, Appendix]]") -> None:
        for theirs, mine in same:
            if theirs.id not in names and mine in left:
                names[theirs.id] = mine.id
                left.remove(mine)

    pairs = [(theirs, mine) for theirs in other.appendices for mine in base.appendices]
    settle((a, b) for a, b in pairs if a == b)
    settle((a, b) for a, b in pairs if a.id == b.id and _folded(a.title) == _folded(b.title))
    settle((a, b) for a, b in pairs if (a.attachment and a.attachment == b.attachment) or (a.link and a.link == b.link))
    settle((a, b) for a, b in pairs if a.title and _folded(a.title) == _folded(b.title))
    settle((a, b) for a, b in pairs if a.number == b.number and (_alike(a, b) or _titles_alike(a, b)))
    settle((a, b) for a, b in pairs if a.id == b.id and a.number == b.number)
    taken = {*names.values(), *(each.id for each in base.appendices)}
    for each in other.appendices:
        if each.id not in names:
            names[each.id] = each.id if each.id not in taken else _free("a", taken)
            taken.add(names[each.id])
    return names


def _titles_alike(one: Appendix, other: Appendix) -> bool:
    return likeness(spoken(one.title), spoken(other.title), LIKE) >= LIKE


def _free(start: str, taken: Iterable[str]) -> str:
    number, held = 1, set(taken)
    while f"{start}{number}" in held:
        number += 1
    return f"{start}{number}"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _listed(report: Report) -> list[tuple[Home, Block]]:
    """Every block, wide pages and what is on them too, with the section or appendix it is in."""
    return [
        *((("section", section.id), block) for section in report.sections for block in walk(section.blocks)),
        *((("appendix", each.id), block) for each in report.appendices for block in walk(each.blocks)),
    ]


class _Pairing:
    """Pairs the blocks of two reports; `pairs` has those of the other one by id, with the id in the first."""

    def __init__(self, base: Report, other: Report) -> None:
        self.pairs: dict[str, str] = {}
        self._used: set[str] = set()
        mine, theirs = _listed(base), _listed(other)
        self._mine = {block.id: block for _, block in mine}
        self._theirs = {block.id: block for _, block in theirs}
        self._keys = {("m", name): key(block) for name, block in self._mine.items()}
        self._keys |= {("t", name): key(block) for name, block in self._theirs.items()}
        self._said: dict[tuple[str, str], Words] = {}
        before, after = _by_home(mine), _by_home(theirs)
        homes = [(before[home], after[home]) for home in before if home in after]
        for ours, others in homes:
            self._same_in_order(ours, others)
        self._same_elsewhere()
        for ours, others in homes:
            self._like_in_place(ours, others)
        self._like_elsewhere()
        for ours, others in homes:
            self._alone_in_place(ours, others)
        self._wide_pages()

    def _pair(self, mine: str, theirs: str) -> None:
        self.pairs[theirs] = mine
        self._used.add(mine)

    def _open(self) -> tuple[list[str], list[str]]:
        """What has not been paired so far; wide pages go with what is on them."""
        return (
            [name for name, block in self._mine.items() if name not in self._used and not isinstance(block, Landscape)],
            [
                name
                for name, block in self._theirs.items()
                if name not in self.pairs and not isinstance(block, Landscape)
            ],
        )

    def _words(self, side: str, name: str) -> Words:
        said = self._said.get((side, name))
        if said is None:
            block = (self._mine if side == "m" else self._theirs)[name]
            said = self._said[side, name] = spoken(words(block))
        return said

    def _like(self, mine: str, theirs: str, least: float) -> float:
        if family(self._mine[mine]) != family(self._theirs[theirs]):
            return 0.0
        return likeness(self._words("m", mine), self._words("t", theirs), least)

    def _same_in_order(self, mine: Sequence[str], theirs: Sequence[str]) -> None:
        ones, others = [self._keys["m", each] for each in mine], [self._keys["t", each] for each in theirs]
        for left, right in common(ones, others):
            self._pair(mine[left], theirs[right])

    def _same_elsewhere(self) -> None:
        ours, others = self._open()
        places: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for name in ours:
            places[self._keys["m", name]].append(name)
        for name in others:
            same = places.get(self._keys["t", name], [])
            long = len(self._words("t", name)) > _SHORT or family(self._theirs[name]) == "image"
            if same and long:
                # One that had this id before, if there is one: a copy is not what it was copied from.
                self._pair(same.pop(same.index(name) if name in same else 0), name)

    def _gaps(self, mine: Sequence[str], theirs: Sequence[str]) -> list[tuple[list[str], list[str]]]:
        """What is open between two pairs that are in order, as what stood there before and what stands there now."""
        place = {name: at for at, name in enumerate(mine)}
        held = [(at, place[self.pairs[each]]) for at, each in enumerate(theirs) if self.pairs.get(each) in place]
        kept = [held[index] for index in rising([was for _, was in held])]
        return [
            (
                [each for each in mine[low:high] if each not in self._used],
                [each for each in theirs[start:end] if each not in self.pairs],
            )
            for low, high, start, end in stretches([(was, at) for at, was in kept], len(mine), len(theirs))
        ]

    def _like_in_place(self, mine: Sequence[str], theirs: Sequence[str]) -> None:
        for ours, others in self._gaps(mine, theirs):
            if not ours or not others:
                continue
            likely = candidates(
                {each: self._words("m", each) for each in ours}, {each: self._words("t", each) for each in others}
            )
            known = set(ours)
            found: list[tuple[float, int, int]] = []
            place = {name: at for at, name in enumerate(ours)}
            for at, each in enumerate(others):
                few = dict.fromkeys([*([each] if each in known else []), *likely[each]])
                if at < len(ours) and not few:
                    few[ours[at]] = None
                for name in few:
                    degree = self._like(name, each, LIKE)
                    if degree:
                        found.append((-degree, at, place[name]))
            taken: list[tuple[int, int]] = []
            for _, at, was in sorted(found):
                # In order with all that were taken, if with the two that it would stand between.
                where = bisect_left(taken, (at, was))
                before, after = taken[where - 1 : where], taken[where : where + 1]
                if all(a < at and b < was for a, b in before) and all(a > at and b > was for a, b in after):
                    taken.insert(where, (at, was))
                    self._pair(ours[was], others[at])

    def _like_elsewhere(self) -> None:
        ours, others = self._open()
        long = {each: self._words("m", each) for each in ours if len(self._words("m", each)) > _SHORT}
        theirs = {each: self._words("t", each) for each in others if len(self._words("t", each)) > _SHORT}
        found: list[tuple[float, int, str, str]] = []
        for at, (name, few) in enumerate(candidates(long, theirs).items()):
            for each in few:
                degree = self._like(each, name, LIKE_ELSEWHERE)
                if degree:
                    found.append((-degree, at, each, name))
        for _, _, each, name in sorted(found):
            if each not in self._used and name not in self.pairs:
                self._pair(each, name)

    def _alone_in_place(self, mine: Sequence[str], theirs: Sequence[str]) -> None:
        """One that stands alone where one of its kind stood alone came from it, if it is short or has some of it."""
        for ours, others in self._gaps(mine, theirs):
            kinds = Counter(family(self._mine[each]) for each in ours)
            for name in others:
                kind = family(self._theirs[name])
                if kind == "landscape" or kinds[kind] != 1:
                    continue
                if sum(family(self._theirs[each]) == kind for each in others) != 1:
                    continue
                was = next(each for each in ours if family(self._mine[each]) == kind)
                short = kind == "image" or min(len(self._words("m", was)), len(self._words("t", name))) <= _SHORT
                if short or self._like(was, name, _SOME):
                    self._pair(was, name)

    def _wide_pages(self) -> None:
        """A wide page is the one that most of what is on it stood on, or the one that had its id."""
        stood_on = {
            inner.id: page.id for page in self._mine.values() if isinstance(page, Landscape) for inner in page.blocks
        }
        for name, page in self._theirs.items():
            if not isinstance(page, Landscape) or name in self.pairs:
                continue
            votes = Counter(stood_on[was] for inner in page.blocks if (was := self.pairs.get(inner.id)) in stood_on)
            votes[name] += isinstance(self._mine.get(name), Landscape) and not votes
            for was, count in votes.most_common():
                if count and was not in self._used:
                    self._pair(was, name)
                    break


def _by_home(listed: Iterable[tuple[Home, Block]]) -> dict[Home, list[str]]:
    """The ids by where they are; wide pages are left out, as what is on them stands for them."""
    done: dict[Home, list[str]] = {}
    for home, block in listed:
        done.setdefault(home, [])
        if not isinstance(block, Landscape):
            done[home].append(block.id)
    return done
