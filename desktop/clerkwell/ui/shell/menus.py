"""Menus made from the table of actions, kept up with the situation and with the page that is shown."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from clerkwell.ui.kit.icons import icon
from clerkwell.ui.shell.actions import ACTIONS, FORMAT, INSERT, INSERTS, MENUS, ActionSpec, Situation
from clerkwell.ui.shell.commands import Commands


class Menus:
    """The menus of a window and its actions by id."""

    def __init__(self, window: QMainWindow, commands: Commands) -> None:
        self.actions, self._menus = _build(window, commands)
        self._extra: list[QAction] = []
        # Icons are drawn when their menu is first opened: a start should not wait for what nobody looks at yet.
        self._drawn: set[str] = set()
        for title, menu in self._menus.items():
            menu.aboutToShow.connect(partial(self._draw, title))
        self.offer({})

    def refresh(self, now: Situation) -> None:
        """Enable what can be used now; undo and redo say what they would undo."""
        for spec in ACTIONS:
            self.actions[spec.id].setEnabled(spec.when(now))
        self.actions["undo"].setText(f"&Undo {_lower(now.undo)}".rstrip())
        self.actions["redo"].setText(f"&Redo {_lower(now.redo)}".rstrip())

    def redraw(self) -> None:
        """Draw the icons in the colours of the look in use."""
        drawn, self._drawn = self._drawn, set()
        for title in drawn:
            self._draw(title)

    def offer(self, extra: Mapping[str, QAction]) -> None:
        """Put what the shown page offers into the menus, in place of what the last one did."""
        for action in self._extra:
            for menu in (self._menus[INSERT], self._menus[FORMAT]):
                menu.removeAction(action)
        self._extra = list(extra.values())
        for name, action in extra.items():
            self._menus[INSERT if name in INSERTS else FORMAT].addAction(action)
        self._menus[FORMAT].menuAction().setEnabled(bool(extra))

    def _draw(self, title: str) -> None:
        if title not in self._drawn:
            self._drawn.add(title)
            for spec in ACTIONS:
                if spec.menu == title and spec.icon:
                    self.actions[spec.id].setIcon(icon(spec.icon))


def _build(window: QMainWindow, commands: Commands) -> tuple[dict[str, QAction], dict[str, QMenu]]:
    actions: dict[str, QAction] = {}
    menus: dict[str, QMenu] = {}
    for title in MENUS:
        menus[title] = menu = QMenu(title, window)
        window.menuBar().addMenu(menu)
        for spec in ACTIONS:
            if spec.menu == title:
                if spec.apart:
                    menu.addSeparator()
                actions[spec.id] = action = _action(window, spec, commands)
                menu.addAction(action)
    return actions, menus


def _action(window: QMainWindow, spec: ActionSpec, commands: Commands) -> QAction:
    action = QAction(spec.text, window)
    action.setObjectName(spec.id)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setStatusTip(spec.plain)
    action.triggered.connect(lambda _=False: spec.run(commands))
    return action


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
