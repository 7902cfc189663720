"""A question of the workshop's forms that is answered by ticking any of several boxes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clerkwell.ui.kit.style import GAP_SMALL
from clerkwell.ui.kit.tick import Tick
from clerkwell.ui.kit.widgets import in_order
from clerkwell.ui.studio.asking import Asked, Row
from clerkwell.ui.studio.bridge import PackBridge


class TicksRow(Row[tuple[str, ...]]):
    """Any of several answers, each a value and what it is called; `offer` says which."""

    def __init__(
        self, bridge: PackBridge, asked: Asked[tuple[str, ...]], options: Sequence[tuple[str, str]] = ()
    ) -> None:
        super().__init__(bridge, asked)
        self.ticks: dict[str, Tick] = {}
        self._options: tuple[tuple[str, str], ...] = ()
        self._holder = QWidget(self)
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_SMALL)
        self._make(options)
        self.lay_out(self._holder)

    def offer(self, options: Sequence[tuple[str, str]], after: QWidget | None = None) -> None:
        """Take other answers to choose from; those ticked stay so. Tab goes to them from the control `after` which they
        stand."""
        if tuple(options) != self._options:
            ticked = self.typed()
            self._make(options)
            self.put(ticked)
            self.watch()
            if after is not None:
                in_order(after, *self.controls())

    def typed(self) -> tuple[str, ...]:
        """The values that are ticked."""
        return tuple(value for value, tick in self.ticks.items() if tick.box.isChecked())

    def put(self, value: tuple[str, ...]) -> None:
        """Tick these."""
        for each, tick in self.ticks.items():
            tick.box.setChecked(each in value)

    def controls(self) -> tuple[QWidget, ...]:
        """The boxes."""
        return tuple(tick.box for tick in self.ticks.values())

    def _make(self, options: Sequence[tuple[str, str]]) -> None:
        for old in self.ticks.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._options = tuple(options)
        self.ticks = {}
        for value, called in options:
            tick = Tick(called, self._holder)
            tick.box.setAccessibleName(f"{self.asked.label}: {called}")
            tick.box.clicked.connect(lambda _: self.edited(at_once=True))
            self.ticks[value] = tick
            self._column.addWidget(tick)
