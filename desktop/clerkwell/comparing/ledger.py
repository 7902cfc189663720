"""The differences of two reports as they are come upon, and which of them are taken back."""

from collections.abc import Callable, Collection

from clerkwell.comparing.naming import Naming
from clerkwell.comparing.results import Difference, Piece
from clerkwell.comparing.telling import all_of, joined
from clerkwell.model import Place


class Ledger:
    """Every difference is put to it once. It either notes them all, or says which are to be taken back.

    Both go the same way through the two reports, so that a difference has the same id each time.
    """

    def __init__(self, before: Naming, after: Naming, back: Collection[str] | None = None) -> None:
        self.before = before
        self.after = after
        self.found: list[Difference] = []
        self.any_back = False
        self._back = back

    def back(self, name: str, tell: Callable[[], Difference]) -> bool:
        """Whether the difference of this id is taken back; if all are noted, none is."""
        if self._back is None:
            self.found.append(tell())
            return False
        taken = name in self._back
        self.any_back = self.any_back or taken
        return taken

    def words(self, name: str, part: str, place: Place, shown: Callable[[], tuple[Piece, ...]]) -> bool:
        """Other words in the same place."""

        def tell() -> Difference:
            found = shown()
            return Difference(name, part, place, "changed", found, joined(found, "removed"), joined(found, "added"))

        return self.back(name, tell)

    def state(self, name: str, part: str, place: Place, before: str, after: str) -> bool:
        """What is not in words: how it was, and how it is."""
        return self.back(
            name, lambda: Difference(name, part, place, "changed", before=before, after=after, worded=False)
        )

    def came(self, name: str, part: str, place: Place, text: Callable[[], str]) -> bool:
        """Something that is only in the later report."""
        return self._whole(name, part, place, "added", text)

    def went(self, name: str, part: str, place: Place, text: Callable[[], str]) -> bool:
        """Something that is only in the earlier report."""
        return self._whole(name, part, place, "removed", text)

    def _whole(self, name: str, part: str, place: Place, kind: str, text: Callable[[], str]) -> bool:
        def tell() -> Difference:
            words = text()
            if kind == "added":
                return Difference(name, part, place, "added", all_of(words, kind), after=words)
            return Difference(name, part, place, "removed", all_of(words, kind), before=words)

        return self.back(name, tell)

    def moved(self, name: str, part: str, place: Place, text: Callable[[], str], came_from: str) -> bool:
        """Something that stands elsewhere than it did, and where it came from in words."""

        def tell() -> Difference:
            words = text()
            shown = (Piece(words),) if words else ()
            return Difference(name, part, place, "moved", shown, after=came_from, worded=False)

        return self.back(name, tell)
