"""What has been decided so far about the changes of a returned document; nothing of it has happened yet."""

from collections.abc import Iterable, Mapping
from typing import Literal

from clerkwell.comparing.results import Choice
from clerkwell.session.coming_home.results import ReviewItem

Decision = Literal["open", "accepted", "rejected"]


class Decisions:
    """The decision about each change, and the choice about each conflict."""

    def __init__(self, items: Iterable[ReviewItem]) -> None:
        self._items = tuple(items)
        self._made: dict[str, Decision] = {item.id: "open" for item in self._items}
        self._choices: dict[str, Choice] = {}

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """The changes, in the document's order."""
        return self._items

    @property
    def all(self) -> tuple[Decision, ...]:
        """The decisions, in that order."""
        return tuple(self._made.values())

    @property
    def accepted(self) -> tuple[str, ...]:
        """The ids of what was accepted."""
        return self._with("accepted")

    @property
    def open(self) -> tuple[str, ...]:
        """The ids of what is still to decide."""
        return self._with("open")

    @property
    def choices(self) -> Mapping[str, Choice]:
        """What was chosen of each conflict, by its id."""
        return dict(self._choices)

    def of(self, item_id: str) -> Decision:
        """The decision about a change."""
        return self._made[item_id]

    def item(self, item_id: str) -> ReviewItem | None:
        """The change of this id."""
        return next((item for item in self._items if item.id == item_id), None)

    def decide(self, ids: Iterable[str], decision: Decision) -> int:
        """Decide about these; how many were decided otherwise before."""
        changed = [each for each in ids if self._made[each] != decision]
        for each in changed:
            self._made[each] = decision
        return len(changed)

    def choose(self, conflict_id: str, choice: Choice) -> None:
        """Choose what stays of a conflict."""
        self._choices[conflict_id] = choice

    def shown(self, author: str | None, part: str) -> tuple[ReviewItem, ...]:
        """The changes of an author (None: everyone's; "": nobody's) in a part ("": all of them)."""
        return tuple(
            item
            for item in self._items
            if (author is None or item.author == author) and (not part or item.part == part)
        )

    @property
    def authors(self) -> tuple[str, ...]:
        """Who made changes, each once; "" stands for those that nobody tracked."""
        return tuple(dict.fromkeys(item.author for item in self._items))

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts with changes, each once."""
        return tuple(dict.fromkeys(item.part for item in self._items))

    def _with(self, decision: Decision) -> tuple[str, ...]:
        return tuple(each for each, made in self._made.items() if made == decision)
