"""Menus made from the table of actions, kept up with the situation and with the page that is shown."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from clerkwell.ui.kit.icons import icon
from clerkwell.ui.shell.actions import (
    ACTIONS,
    EDIT,
    EXPORTS,
    FILE,
    FORMAT,
    JUMP,
    MENUS,
    MOVE,
    VIEW,
    ActionSpec,
    Situation,
)
from clerkwell.ui.shell.clipboard import CLIPBOARD, PLAIN, ClipboardMenu
from clerkwell.ui.shell.commands import Commands
from clerkwell.ui.shell.menu_places import SLOTS, Slot


class Menus:
    """The menus of a window and its actions by id."""

    def __init__(self, window: QMainWindow, commands: Commands) -> None:
        self.actions, self._menus = _build(window, commands)
        self._extra: list[tuple[QMenu, QAction]] = []
        # Icons are drawn when their menu is first opened: a start should not wait for what nobody looks at yet.
        self._drawn: set[str] = set()
        for title in MENUS:
            self._menus[title, ""].aboutToShow.connect(partial(self._draw, title))
        self.clipboard = ClipboardMenu(window, self._menus[EDIT, ""], self.actions)
        self.offer({})

    def refresh(self, now: Situation) -> None:
        """Enable what can be used now; undo and redo say what they would undo."""
        for spec in ACTIONS:
            if spec.id in CLIPBOARD:
                # These follow the keyboard.
                continue
            usable = spec.when(now)
            self.actions[spec.id].setEnabled(usable)
            if spec.shy:
                self.actions[spec.id].setVisible(usable)
        self.actions["undo"].setText(f"&Undo {_lower(now.undo)}".rstrip())
        self.actions["redo"].setText(f"&Redo {_lower(now.redo)}".rstrip())
        for menu in (self._menus[FILE, EXPORTS], self._menus[EDIT, MOVE], self._menus[VIEW, JUMP]):
            menu.menuAction().setEnabled(now.open)

    def redraw(self) -> None:
        """Draw the icons in the colours of the look in use."""
        drawn, self._drawn = self._drawn, set()
        for title in drawn:
            self._draw(title)

    def offer(self, extra: Mapping[str, QAction]) -> None:
        """Put what the shown page offers into the menus, in place of what the last one did."""
        for menu, action in self._extra:
            menu.removeAction(action)
        self._extra = []
        for slot in SLOTS:
            self._fill(slot, extra)
        self.clipboard.take_plain(extra.get(PLAIN))
        self._menus[FORMAT, ""].menuAction().setEnabled(bool(extra))

    def _fill(self, slot: Slot, extra: Mapping[str, QAction]) -> None:
        menu = self._menus[slot.menu, slot.under]
        before = self.actions[slot.before] if slot.before else None
        for names in slot.groups:
            group = [extra[name] for name in names if name in extra]
            if group and before is None and not menu.isEmpty():
                group.insert(0, _line(menu))
            elif group and slot.apart and before is not None:
                group.append(_line(menu))
            for action in group:
                menu.insertAction(before, action) if before is not None else menu.addAction(action)
                self._extra.append((menu, action))

    def _draw(self, title: str) -> None:
        if title not in self._drawn:
            self._drawn.add(title)
            for spec in ACTIONS:
                if spec.menu == title and spec.icon:
                    self.actions[spec.id].setIcon(icon(spec.icon))


def _line(menu: QMenu) -> QAction:
    line = QAction(menu)
    line.setSeparator(True)
    return line


def _build(window: QMainWindow, commands: Commands) -> tuple[dict[str, QAction], dict[tuple[str, str], QMenu]]:
    actions: dict[str, QAction] = {}
    menus: dict[tuple[str, str], QMenu] = {}
    for title in MENUS:
        menus[title, ""] = window.menuBar().addMenu(title)
    for spec in ACTIONS:
        top = menus[spec.menu, ""]
        within = (spec.menu, spec.under)
        if spec.apart and (not spec.under or within not in menus):
            top.addSeparator()
        if within not in menus:
            menus[within] = top.addMenu(spec.under)
        actions[spec.id] = action = _action(window, spec, commands)
        menus[within].addAction(action)
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
