"""One thing that a page of the workshop asks: its label, what it means, its control, and when the answer is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from clerkwell.packs import Pack
from clerkwell.ui.kit.style import GAP_SMALL
from clerkwell.ui.kit.widgets import announce, words
from clerkwell.ui.studio.bridge import PackBridge

T = TypeVar("T")

# How dates are written in the workshop, whatever the council's own form is.
DATES = "7 February 2022"
# Milliseconds without a key after which what was typed is saved.
PAUSE = 700


class UnclearError(Exception):
    """What was typed is no answer; the message says why, and what would be one."""


@dataclass(frozen=True)
class Asked(Generic[T]):
    """What is asked of a pack.

    `why` says in a line what the answer does, `read` and `write` where it stands. `fault` says what is wrong with an
    answer, "" for nothing: one that has a fault is not saved. `step` is what undo calls the change.
    """

    label: str
    why: str
    read: Callable[[Pack], T]
    write: Callable[[Pack, T], Pack]
    fault: Callable[[T], str] = lambda _: ""
    step: str = ""

    @property
    def done(self) -> str:
        """What undo calls the change."""
        return self.step or f"Change “{self.label}”"


class Row(QWidget, Generic[T]):
    """Asks one thing. A kind of control overrides `typed`, `put` and `controls`, and calls `edited`.

    An answer is saved when the keyboard leaves it or rests, and all that is changed in one stay is one step of undo.
    While somebody writes here nothing takes the words, the caret or the keyboard away, whatever else changes.
    """

    def __init__(self, bridge: PackBridge, asked: Asked[T]) -> None:
        super().__init__()
        self.bridge = bridge
        self.asked = asked
        self.label = QLabel(asked.label.replace("&", "&&"), self)
        self.label.setWordWrap(True)
        font = self.label.font()
        font.setBold(True)
        self.label.setFont(font)
        self.why = words(asked.why, muted=True)
        self.note = words()
        self.said = words()
        self.said.setProperty("role", "error")
        self._shown: tuple[T] | None = None
        self._dirty = False
        self._saving = False
        # Whatever is changed until the keyboard leaves belongs together.
        self._stay = object()
        self._wait = QTimer(self, singleShot=True, interval=PAUSE)
        self._wait.timeout.connect(self.take)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP_SMALL)

    def typed(self) -> T:
        """The answer as it stands in the control. Raises `UnclearError`."""
        raise NotImplementedError

    def put(self, value: T) -> None:
        """Show this answer, and say nothing of it."""
        raise NotImplementedError

    def controls(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in order."""
        raise NotImplementedError

    def lay_out(self, control: QWidget, *, labelled: bool = True) -> None:
        """Put the label, what it means and the control under one another; called once, when they are made."""
        if labelled:
            self.column.addWidget(self.label)
            if self.controls():
                self.label.setBuddy(self.controls()[0])
            self.column.addWidget(self.why)
            self.column.addWidget(control)
        else:
            self.label.hide()
            self.column.addWidget(control)
            self.column.addWidget(self.why)
        self.why.setVisible(bool(self.asked.why))
        for line in (self.note, self.said):
            self.column.addWidget(line)
            line.hide()
        self.watch()

    def watch(self) -> None:
        """Give the controls the manners that they have everywhere here: once they are made, and for others anew."""
        for each in self.controls():
            each.installEventFilter(self)
            if each.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._describe()

    def show_pack(self) -> None:
        """Show the answer that the pack has now, unless another is being given."""
        if self._dirty or self._saving:
            return
        value = self.asked.read(self.bridge.pack)
        if self._shown != (value,):
            self._shown = (value,)
            self.put(value)
            self.say("")

    def tell(self, text: str) -> None:
        """Say under the control what follows from the answer; "" for nothing."""
        if text != self.note.text():
            self.note.setText(text)
            self.note.setVisible(bool(text))
            self._describe()

    def say(self, fault: str) -> None:
        """Say under the control why an answer is not saved; "" for nothing."""
        if fault == self.said.text():
            return
        self.said.setText(fault)
        self.said.setVisible(bool(fault))
        self._describe()
        if fault:
            announce(self.said, fault)

    def edited(self, *, at_once: bool = False) -> None:
        """The control was changed by hand: save that, when the keyboard rests or `at_once`."""
        self._dirty = True
        if at_once:
            self.take()
        else:
            self._wait.start()

    def take(self) -> bool:
        """Save the answer as it stands; whether there is nothing left to save."""
        self._wait.stop()
        if not self._dirty:
            return True
        try:
            value = self.typed()
        except UnclearError as error:
            self.say(str(error))
            return False
        fault = self.asked.fault(value)
        self.say(fault)
        if fault:
            return False
        self._saving = True
        write, done = self.asked.write, True
        try:
            if value != self.asked.read(self.bridge.pack):
                done = self.bridge.apply(lambda pack: write(pack, value), self.asked.done, self._stay)
        finally:
            self._saving = False
        if not done:
            self.say("This is not saved: why is said above.")
            return False
        self._dirty = False
        self._shown = (self.asked.read(self.bridge.pack),)
        return True

    def leave(self) -> None:
        """Save the answer and show it as it is kept. One that has a fault is told of, and gone."""
        typed = self._dirty
        if not self.take():
            self.bridge.messages.notice(f"“{self.asked.label}” is as it was before. {self.said.text()}", "bad")
            self._dirty = False
            self.say("")
        if typed and self._shown is not None:
            self._shown = None
            self.show_pack()
        self._stay = object()

    def forget(self) -> None:
        """Leave what is being typed: what it was about is gone."""
        self._wait.stop()
        self._dirty, self._shown = False, None
        self.say("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo to the pack and the wheel to the page; save when the keyboard leaves."""
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent) and _is_undo(event):
                # What is typed and not saved yet is what undo takes back.
                self.take()
                event.ignore()
                return True
            case QEvent.Type.Wheel if isinstance(watched, QWidget) and not watched.hasFocus():
                event.ignore()
                return True
            case QEvent.Type.FocusOut if (
                isinstance(event, QFocusEvent) and self.isVisible() and event.reason() != _POPUP
            ):
                self._left()
            case _:
                pass
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        if self._holds(QApplication.focusWidget()) or not self.take():
            return
        if self._shown is not None:
            # As it is kept: without the spaces at its end, say.
            self.put(self._shown[0])
        self._stay = object()

    def _holds(self, focus: QWidget | None) -> bool:
        while focus is not None and focus is not self:
            focus = focus.parentWidget()
        return focus is not None

    def _describe(self) -> None:
        about = " ".join(filter(None, (self.said.text(), self.note.text(), self.asked.why)))
        for control in self.controls():
            if not control.accessibleName():
                control.setAccessibleName(self.asked.label)
            control.setAccessibleDescription(about)


_POPUP = Qt.FocusReason.PopupFocusReason


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
