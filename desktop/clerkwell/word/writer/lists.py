"""Which numbers of a document's lists Word will count by itself, and where it must be told to begin again.

The model says each item's ordinal (`clerkwell.model.lists`). Word counts on through all instances of one definition,
and begins a deeper level again after a shallower item. So each item keeps the list it is in while Word's own count
comes to its ordinal, and is given a new one, beginning at that ordinal, where it does not.
"""

from clerkwell.word.writer.laid import ListPlace


class ListPlanner:
    """Follows the count of Word through the numbered items of a document, in order."""

    def __init__(self) -> None:
        self._lists = 0
        self._at: dict[int, tuple[ListPlace, int]] = {}

    def leave(self) -> None:
        """Forget the lists so far: another section or stretch begins."""
        self._at.clear()

    def place(self, level: int, ordinal: int) -> ListPlace:
        """The place of the next numbered item, which the model counts as `ordinal`."""
        place = self._going_on(level, ordinal)
        if place is None:
            place = ListPlace(self._lists, level, ordinal)
            self._lists += 1
        for deeper in [each for each in self._at if each > level]:
            del self._at[deeper]
        self._at[level] = (place, ordinal)
        return place

    def _going_on(self, level: int, ordinal: int) -> ListPlace | None:
        if level in self._at:
            place, last = self._at[level]
            return place if ordinal == last + 1 else None
        # Below an item of a shallower level Word begins this level at 1 in that item's list; but not after one of a
        # deeper level that stood right below it, as that has already counted the level in between.
        above = [each for each in self._at if each < level]
        if above and ordinal == 1 and all(each < level for each in self._at):
            return self._at[max(above)][0]
        return None
