"""A question of the form: its label, guidance, messages and control."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clerkwell.model import FieldValue, Problem
from clerkwell.packs import FieldSpec, Pack
from clerkwell.packs.answers import other_names
from clerkwell.ui.editors.fields.inputs import FieldInput, build_input
from clerkwell.ui.editors.fields.messages import Bar, FieldMessages
from clerkwell.ui.kit.style import GAP, GAP_SMALL, colours
from clerkwell.ui.kit.widgets import announce


class FieldRow(QWidget):
    """One field. `answered` carries the text typed or chosen, `again` the earlier answer that is to be given again,
    `fix_requested` the problem to put right.

    Nothing new is held against somebody in the middle of an answer: a message that was not there when the keyboard
    came waits until the form says that it has left (`settle`). A message that no longer holds goes at once.
    """

    answered = Signal(str)
    fix_requested = Signal(object)
    again = Signal(str)

    def __init__(self, spec: FieldSpec, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.input: FieldInput = build_input(spec, pack)
        self.input.know(other_names(spec, pack))
        self.label = QLabel(_plain(spec.title), self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        font = self.label.font()
        font.setBold(True)
        self.label.setFont(font)
        if self.input.controls():
            self.label.setBuddy(self.input.controls()[0])
        self._guidance = _guidance(spec)
        self.messages = FieldMessages(self)
        # What follows from the answer, such as a day worked out from it.
        self.about = QLabel(self)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.hide()
        # As long as what may be said there, and never seen.
        self._room = QLabel(self)
        self._room.setTextFormat(Qt.TextFormat.PlainText)
        self._room.setWordWrap(True)
        self._room.hide()
        self._under = QWidget(self)
        self._under.hide()
        # What an earlier report had answered, while there is no answer yet.
        self._before = ""
        # In one holder: a layout of which everything is hidden would keep the whole row narrow.
        self._reminder = QWidget(self)
        self.earlier = QLabel()
        self.earlier.setTextFormat(Qt.TextFormat.PlainText)
        self.earlier.setWordWrap(True)
        self.earlier.setProperty("role", "muted")
        self.use_again = QPushButton("Use it again")
        self.use_again.clicked.connect(lambda: self.again.emit(self._before))
        self._urgent = False
        self._bar = Bar(self)
        self._text = ""
        # What the control shows for certain; nothing while it has been typed into.
        self._value: FieldValue | None = None
        self._problems: tuple[Problem, ...] = ()
        self._in_the_middle = False
        self._lay_out()
        self.input.answered.connect(self._on_answered)
        self.messages.fix_requested.connect(self.fix_requested)
        self._describe()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(GAP_SMALL)
        column.addWidget(self.label)
        if self._guidance:
            hint = QLabel(self._guidance, self)
            hint.setTextFormat(Qt.TextFormat.PlainText)
            hint.setProperty("role", "muted")
            hint.setWordWrap(True)
            column.addWidget(hint)
        column.addWidget(self.messages)
        column.addWidget(self.input)
        under = QGridLayout(self._under)
        under.setContentsMargins(0, 0, 0, 0)
        for each in (self._room, self.about):
            under.addWidget(each, 0, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._under)
        before = QHBoxLayout(self._reminder)
        before.setContentsMargins(0, 0, 0, 0)
        before.setSpacing(GAP)
        before.addWidget(self.earlier, 1)
        before.addWidget(self.use_again, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._reminder)
        self.remind("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._bar)
        layout.addLayout(column, 1)

    @property
    def text(self) -> str:
        """The words last shown or typed."""
        return self._text

    def show_value(self, value: FieldValue) -> None:
        """Show what stands in the report."""
        if value == self._value:
            return
        self._value = value
        self._text = value.text
        self.input.show_value(value)
        self._describe()

    def tell(self, words: str, *, urgent: bool = False) -> None:
        """Say under the control what follows from the answer; nothing for no words. A screen reader is told of news
        while the keyboard is here."""
        if (words, urgent) == (self.about.text(), self._urgent):
            return
        self._urgent = urgent
        self.about.setText(words)
        self.about.setVisible(bool(words))
        self._show_under()
        self._colour_about()
        self._describe()
        if words and any(control.hasFocus() for control in self.input.controls()):
            announce(self.about, words)

    def keep_room(self, words: str) -> None:
        """Keep room under the control for so many words, whether or not anything is said there."""
        if words == self._room.text():
            return
        self._room.setText(words)
        policy = self._room.sizePolicy()
        policy.setRetainSizeWhenHidden(bool(words))
        self._room.setSizePolicy(policy)
        self._show_under()

    def _show_under(self) -> None:
        self._under.setVisible(bool(self.about.text() or self._room.text()))

    def remind(self, words: str) -> None:
        """Show what an earlier report had answered, with a way to give the same answer; nothing for no words."""
        self._before = words
        self.earlier.setText(f"The earlier report said: {words}")
        self.use_again.setAccessibleName(f"Use it again: {words}")
        self._reminder.setVisible(bool(words))

    def _colour_about(self) -> None:
        look = colours(self)
        weight = 600 if self._urgent else 400
        self.about.setStyleSheet(f"color: {look.warning if self._urgent else look.text}; font-weight: {weight};")

    def offer(self, options: Sequence[str]) -> None:
        """Take other answers to choose from."""
        self.input.offer(options)
        if self.label.buddy() is None and self.input.controls():
            self.label.setBuddy(self.input.controls()[0])
        self._describe()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Take the problems about this field; see the class for when they are shown."""
        self._problems = tuple(problems)
        known = {problem.rule for problem in self.messages.shown}
        self._say([each for each in problems if not self._in_the_middle or each.rule in known])

    def settle(self) -> None:
        """The answer is given, for now: show everything there is to say about it."""
        self._in_the_middle = False
        self._say(self._problems)
        self._describe()

    def controls(self) -> list[QWidget]:
        """Everything that takes the keyboard, in order."""
        again = [] if self._reminder.isHidden() else [self.use_again]
        return [*self.messages.buttons(), *self.input.controls(), *again]

    def focus(self) -> None:
        """Put the keyboard in the control."""
        controls = self.input.controls()
        if controls:
            controls[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Another look has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.messages.redraw()
            self._bar.redraw()
            self._colour_about()

    def _on_answered(self, text: str) -> None:
        self._text = text
        self._value = None
        self._in_the_middle = self.input.is_typing()
        self.answered.emit(text)

    def _say(self, problems: Sequence[Problem]) -> None:
        if tuple(problems) == self.messages.shown:
            return
        self.messages.show_problems(problems)
        self._bar.show_worst(self.messages.shown)
        self._describe()

    def _describe(self) -> None:
        self.input.describe(
            self.spec.title, " ".join(filter(None, (self.messages.text(), self.about.text(), self._guidance)))
        )


def _guidance(spec: FieldSpec) -> str:
    example = f"For example: {spec.example}" if spec.example else ""
    return "\n".join(filter(None, (spec.guidance, example)))


def _plain(title: str) -> str:
    # A buddy makes an ampersand a mnemonic.
    return title.replace("&", "&&")
