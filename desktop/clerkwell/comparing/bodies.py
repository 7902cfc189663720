"""The blocks of two reports, wherever they stand: which came, went and moved, and how each of them differs."""

from collections.abc import Collection

from clerkwell.comparing.blocks import settled
from clerkwell.comparing.layout import Home, blocks_at, laid_out, upper
from clerkwell.comparing.ledger import Ledger
from clerkwell.comparing.naming import Naming
from clerkwell.comparing.sequences import in_order, put
from clerkwell.comparing.telling import said_in
from clerkwell.model import Block, Blocks, Landscape, Place, Report


class Bodies:
    """Gone through home by home; in the end each block stands where it stood, where it stands now, or nowhere."""

    def __init__(self, before: Report, after: Report, ledger: Ledger) -> None:
        self._before, self._after = laid_out(before), laid_out(after)
        self._ledger = ledger
        self._blocks: dict[str, Block] = {**self._before.blocks, **self._after.blocks}
        self._still: dict[Home, frozenset[str]] = {}
        # Where a block stands in the end: as before, or as after.
        self._as_before: set[str] = set()
        self._as_after: set[str] = set()
        self._order: dict[Home, list[str]] = {}

    def visit(self, home: Home) -> None:
        """A home that both have."""
        old, new = self._before.order.get(home, ()), self._after.order.get(home, ())
        self._still[home] = in_order(old, new)
        went = {name for name in old if name not in self._after.blocks}
        for name in put(new, old, went):
            if name in went:
                self._went(name)
            elif name not in self._before.blocks:
                self._came(name)
            else:
                self._both(name, home)

    def gone(self, home: Home, *, back: bool) -> None:
        """A home that went, with what stood in it and stands nowhere else."""
        for name in self._before.order.get(home, ()):
            if name not in self._after.blocks:
                self._as_before |= {name} if back else set()
                self.gone(("landscape", name), back=back)

    def new(self, home: Home, *, back: bool) -> None:
        """A home that came, with what stands in it and stood nowhere before; what stood elsewhere was moved here."""
        for name in self._after.order.get(home, ()):
            if name in self._before.blocks:
                self._both(name, home)
                continue
            self._as_after |= set() if back else {name}
            self.new(("landscape", name), back=back)

    def gone_words(self, home: Home, heading: str) -> str:
        """What a section that went said."""
        left = [self._before.blocks[each] for each in self._before.order[home] if each not in self._after.blocks]
        return "\n".join([heading, *(said_in(block, self._ledger.before) for block in left)]).strip()

    def new_words(self, home: Home, heading: str) -> str:
        """What a section that came says."""
        fresh = [self._after.blocks[each] for each in self._after.order[home] if each not in self._before.blocks]
        return "\n".join([heading, *(said_in(block, self._ledger.after) for block in fresh)]).strip()

    def settle(self, homes: Collection[Home]) -> set[Home]:
        """Put every block in its place, given the sections and appendices there are; the homes that takes besides."""
        known, wanted = set(homes), set[Home]()
        chosen: dict[str, Home] = {}
        pages = {
            ("landscape", name)
            for name in self._as_before | self._as_after
            if isinstance(self._blocks[name], Landscape)
        }
        for name in self._as_before | self._as_after:
            here, there = self._before.homes.get(name), self._after.homes.get(name)
            first, second = (here, there) if name in self._as_before else (there, here)
            home = next((each for each in (first, second) if each in known or each in pages), None)
            if home is None:
                layout = self._before if here is not None else self._after
                home = upper(here or there or ("section", ""), layout)
                if home not in known:
                    wanted.add(home)
            chosen[name] = home
        inside: dict[Home, set[str]] = {}
        for name, home in chosen.items():
            inside.setdefault(home, set()).add(name)
        for home, names in inside.items():
            self._order[home] = self._ordered(home, names)
        return wanted

    def at(self, home: Home) -> Blocks:
        """The blocks of a section or an appendix in the end."""
        return blocks_at(home, self._order, self._blocks)

    def _ordered(self, home: Home, names: set[str]) -> list[str]:
        old, new = self._before.order.get(home, ()), self._after.order.get(home, ())
        there = set(new)
        again = {name for name in old if name in names and (name in self._as_before or name not in there)}
        kept = [name for name in new if name in names and name not in again]
        done = put(kept, old, again, self._still.get(home, ()))
        return done + sorted(names.difference(done))

    def _went(self, name: str) -> None:
        block, layout = self._before.blocks[name], self._before
        place, part = self._placed(name, layout.homes[name], self._ledger.before, before=True)
        back = self._ledger.went(f"{name}:gone", part, place, lambda: said_in(block, self._ledger.before))
        self._as_before |= {name} if back else set()
        self.gone(("landscape", name), back=back)

    def _came(self, name: str) -> None:
        block = self._after.blocks[name]
        place, part = self._placed(name, self._after.homes[name], self._ledger.after)
        back = self._ledger.came(f"{name}:new", part, place, lambda: said_in(block, self._ledger.after))
        self._as_after |= set() if back else {name}
        self.new(("landscape", name), back=back)

    def _both(self, name: str, home: Home) -> None:
        before, after = self._before.blocks[name], self._after.blocks[name]
        place, part = self._placed(name, home, self._ledger.after)
        back = False
        if self._before.homes[name] != home or name not in self._still.get(home, ()):
            back = self._ledger.moved(
                f"{name}:moved", part, place, lambda: said_in(after, self._ledger.after), self._moved(name, home, part)
            )
        (self._as_before if back else self._as_after).add(name)
        self._blocks[name] = done = settled(before, after, self._ledger, place, part)
        page: Home = ("landscape", name)
        if isinstance(before, Landscape) and isinstance(after, Landscape):
            self.visit(page)
        elif isinstance(before, Landscape):
            self.gone(page, back=done is before)
        elif isinstance(after, Landscape):
            self.new(page, back=done is before)

    def _moved(self, name: str, home: Home, part: str) -> str:
        """Where a block was moved from, in words."""
        was = self._before.homes[name]
        if upper(was, self._before) != upper(home, self._after):
            _, came_from = self._placed(name, was, self._ledger.before, before=True)
            return f"moved here from {came_from}"
        if was[0] == home[0]:
            return f"moved within {part}"
        return "put on a wide page" if home[0] == "landscape" else "taken off a wide page"

    def _placed(self, name: str, home: Home, names: Naming, *, before: bool = False) -> tuple[Place, str]:
        """The place of a block, and the title of the part it is in."""
        kind, whole = upper(home, self._before if before else self._after)
        place = Place(block=name, section=whole) if kind == "section" else Place(block=name, appendix=whole)
        return place, names.part(place)
