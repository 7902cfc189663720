"""Three states of the blocks of a report, wherever they stand."""

from collections.abc import Collection

from clerkwell.comparing.layout import Home, Layout, blocks_at, laid_out, upper
from clerkwell.comparing.merging.blocks import merged_block
from clerkwell.comparing.merging.mediator import Mediator
from clerkwell.comparing.results import Choice, Piece
from clerkwell.comparing.sequences import in_order, put
from clerkwell.comparing.telling import said_in
from clerkwell.model import Block, Blocks, Landscape, Place, Report


class MergedBodies:
    """What is left of the blocks, and where each stands: `needed` are the sections and appendices that it takes."""

    def __init__(self, base: Report, ours: Report, theirs: Report, between: Mediator) -> None:
        self._base, self._ours, self._theirs = laid_out(base), laid_out(ours), laid_out(theirs)
        self._between = between
        self._blocks: dict[str, Block] = {}
        self._unmoved: dict[Home, frozenset[str]] = {}
        self._unmoved_there: dict[Home, frozenset[str]] = {}
        # Theirs, where both are wanted, behind ours.
        self._besides: dict[str, list[str]] = {}
        self._homes: dict[str, Home] = {}
        for name in (*self._ours.blocks, *(each for each in self._theirs.blocks if each not in self._ours.blocks)):
            self._settle(name)
        self._wide_pages()
        self._order = {home: self._ordered(home) for home in dict.fromkeys(self._homes.values())}

    @property
    def needed(self) -> frozenset[Home]:
        """The sections and appendices that something stands in."""
        return frozenset(home for home in self._homes.values() if home[0] != "landscape")

    def at(self, home: Home) -> Blocks:
        """The blocks of a section or an appendix."""
        return blocks_at(home, self._order, self._blocks)

    def _settle(self, name: str) -> None:
        base, ours, theirs = (each.blocks.get(name) for each in (self._base, self._ours, self._theirs))
        if base is None:
            block = ours or theirs
            assert block is not None
            self._put(name, block, (self._ours if ours else self._theirs).homes[name])
        elif ours is None or theirs is None:
            self._one_removed(name, base, ours, theirs)
        else:
            first, *others = merged_block(base, ours, theirs, self._between, self._place(name, self._ours))
            self._put(name, first, self._home(name))
            for at, other in enumerate(others):
                extra = f"{name}+{at}"
                self._besides.setdefault(name, []).append(extra)
                self._put(extra, other, self._homes[name])

    def _put(self, name: str, block: Block, home: Home) -> None:
        self._blocks[name] = block
        self._homes[name] = home

    def _home(self, name: str) -> Home:
        """Where a block that all three have stands: elsewhere, if either moved it elsewhere."""
        was, mine, other = (each.homes[name] for each in (self._base, self._ours, self._theirs))
        if other in (was, mine):
            return mine
        if mine == was:
            return other
        places = [self._place(name, each) for each in (self._base, self._ours, self._theirs)]
        names = (self._between.base, self._between.ours, self._between.theirs)
        parts = [side.part(place) for side, place in zip(names, places, strict=True)]
        choice = self._between.choose(
            f"{name}:moved",
            places[1],
            parts[0],
            (Piece(f"moved to {parts[1]}", "added"),),
            (Piece(f"moved to {parts[2]}", "added"),),
        )
        return other if choice == "theirs" else mine

    def _one_removed(self, name: str, base: Block, ours: Block | None, theirs: Block | None) -> None:
        """A block that one removed: it stays only if the other changed or moved it, and that is what is wanted."""
        by: Choice = "ours" if ours is None else "theirs"
        left, layout = (theirs, self._theirs) if ours is None else (ours, self._ours)
        names = self._between.theirs if ours is None else self._between.ours
        if left is None:
            return
        changed = left != base and not (isinstance(left, Landscape) and left.private == base.private)
        if not changed and not self._moved(name, layout):
            return
        before, after = said_in(base, self._between.base), said_in(left, names)
        if self._between.removed(f"{name}:gone", self._place(name, layout), by, before, after):
            self._put(name, left, layout.homes[name])

    def _moved(self, name: str, layout: Layout) -> bool:
        was, now = self._base.homes[name], layout.homes[name]
        if was != now:
            return True
        unmoved = self._unmoved if layout is self._ours else self._unmoved_there
        if was not in unmoved:
            unmoved[was] = in_order(self._base.order[was], layout.order[was])
        return name not in unmoved[was]

    def _wide_pages(self) -> None:
        """What stands on a wide page that is gone keeps the page; without one it stands where the page stood."""
        for name, home in list(self._homes.items()):
            if home[0] != "landscape" or isinstance(self._blocks.get(home[1]), Landscape):
                continue
            page = next(
                (each for each in (self._ours, self._theirs) if isinstance(each.blocks.get(home[1]), Landscape)), None
            )
            if page is not None and home[1] not in self._blocks:
                self._put(home[1], page.blocks[home[1]], page.homes[home[1]])
            else:
                self._homes[name] = upper(home, page or self._base)

    def _ordered(self, home: Home) -> list[str]:
        here = {name for name, at in self._homes.items() if at == home}
        was, mine, other = (each.order.get(home, ()) for each in (self._base, self._ours, self._theirs))
        unmoved, unmoved_there = in_order(was, mine), in_order(was, other)
        known, ours, theirs = set(was), set(mine), set(other)
        shifted = {each for each in known & ours & theirs & here if each in unmoved and each not in unmoved_there}
        kept = [each for each in mine if each in here and each not in shifted]
        fresh = {each for each in other if each in here and each not in ours}
        done = put(kept, other, fresh | shifted)
        listed: set[str] = set(done)
        # What only the base still knows a place for, or nobody.
        done += [each for each in here if each not in listed and "+" not in each]
        return [each for name in done for each in (name, *self._besides.get(name, ()))]

    def _place(self, name: str, layout: Layout) -> Place:
        kind, whole = upper(layout.homes[name], layout)
        return Place(block=name, section=whole) if kind == "section" else Place(block=name, appendix=whole)


def homes_of(kind: str, homes: Collection[Home]) -> frozenset[str]:
    """The ids of the sections, or of the appendices, among these homes."""
    return frozenset(name for what, name in homes if what == kind)
