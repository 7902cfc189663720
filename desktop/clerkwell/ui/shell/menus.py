"""Menus made from the table of actions, and what can be used kept up with the situation."""

from collections.abc import Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from clerkwell.ui.kit.icons import icon
from clerkwell.ui.shell.actions import ACTIONS, MENUS, ActionSpec, Situation
from clerkwell.ui.shell.commands import Commands


def build(window: QMainWindow, commands: Commands) -> Mapping[str, QAction]:
    """Put the menus on the window; the actions come back by id."""
    actions: dict[str, QAction] = {}
    for title in MENUS:
        menu = QMenu(title, window)
        window.menuBar().addMenu(menu)
        for spec in ACTIONS:
            if spec.menu == title:
                if spec.apart:
                    menu.addSeparator()
                actions[spec.id] = action = _action(window, spec, commands)
                menu.addAction(action)
    return actions


def refresh(actions: Mapping[str, QAction], now: Situation) -> None:
    """Enable what can be used now; undo and redo say what they would undo."""
    for spec in ACTIONS:
        actions[spec.id].setEnabled(spec.when(now))
    actions["undo"].setText(f"&Undo {_lower(now.undo)}".rstrip())
    actions["redo"].setText(f"&Redo {_lower(now.redo)}".rstrip())


def _action(window: QMainWindow, spec: ActionSpec, commands: Commands) -> QAction:
    action = QAction(spec.text, window)
    action.setObjectName(spec.id)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setStatusTip(spec.plain)
    if spec.icon:
        action.setIcon(icon(spec.icon))
    action.triggered.connect(lambda _=False: spec.run(commands))
    return action


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
