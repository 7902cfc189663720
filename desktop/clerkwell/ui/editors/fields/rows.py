"""Adding, removing and moving the rows of a repeat: a step of undo each, with the keyboard following."""

from collections.abc import Callable

from clerkwell.model import Row, SetRows
from clerkwell.ui.editors.fields.cards import Card, Cards, Wish
from clerkwell.ui.editors.fields.steady import lay_out
from clerkwell.ui.kit.bridge import SessionBridge


class RowChanges:
    """What the buttons of one repeat's cards do; `bring_up` scrolls to a card."""

    def __init__(self, bridge: SessionBridge, cards: Cards, bring_up: Callable[[Card], object]) -> None:
        self._bridge = bridge
        self._cards = cards
        self._bring_up = bring_up

    def add(self) -> None:
        """One more row at the end."""
        cards = self._cards
        # The card that stands there for no row at all becomes one with the one that is asked for.
        fresh = (*(self._rows or ({},)), {})
        self._set_rows(fresh, f"Add a {cards.spec.singular}")
        # The new card has no place yet to which anything could be scrolled.
        lay_out()
        cards.cards[-1].rows[0].focus()
        self._bring_up(cards.cards[-1])

    def change(self, index: int, wish: Wish) -> None:
        """Remove a row, or move it up or down."""
        cards, rows = self._cards, list(self._rows)
        # The card shown for no row at all has nothing to remove or move.
        if index >= len(rows):
            return
        if wish == "remove":
            del rows[index]
            self._set_rows(tuple(rows), f"Remove a {cards.spec.singular}")
            left = min(index, len(cards.cards) - 1)
            cards.cards[left].rows[0].focus()
            self._bridge.messages.say(f"{cards.spec.singular.capitalize()} {index + 1} removed. Undo brings it back.")
            return
        to = index - 1 if wish == "up" else index + 1
        if not 0 <= to < len(rows):
            return
        rows[index], rows[to] = rows[to], rows[index]
        self._set_rows(tuple(rows), f"Move a {cards.spec.singular} {wish}")
        lay_out()
        cards.cards[to].focus_button(wish)
        self._bring_up(cards.cards[to])
        self._bridge.messages.say(f"Moved: now {cards.spec.singular} {to + 1} of {len(rows)}.")

    @property
    def _rows(self) -> tuple[Row, ...]:
        return self._bridge.session.report.repeats.get(self._cards.spec.id, ())

    def _set_rows(self, rows: tuple[Row, ...], label: str) -> None:
        self._bridge.session.apply(SetRows(repeat=self._cards.spec.id, rows=rows), label, origin=self._cards)
