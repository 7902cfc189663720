"""When something is needed: always, never, or with certain answers, which are chosen from the template's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from clerkwell.packs import FieldSpec, Pack
from clerkwell.packs.manifest import Condition
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.style import GAP, GAP_LARGE, GAP_SMALL
from clerkwell.ui.kit.widgets import button, in_order
from clerkwell.ui.studio.asking import Asked, Row, UnclearError
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.workshop.draft.conditions import answers_of, askable, named_by

# What is chosen, and the condition that it has.
When = tuple[str, Condition]
WHEN: Final = "when"
_WIDE: Final = 12


class WhenRow(Row[When]):
    """Asks whether, and if so with which answers. Lines of one question are joined by "or", others by "and".

    `options` are the answers besides; the one of value "when" has lines. `about` is the id of what is asked about.
    """

    def __init__(self, bridge: PackBridge, asked: Asked[When], options: Sequence[tuple[str, str]]) -> None:
        super().__init__(bridge, asked)
        self.about = ""
        self.choice = ComboBox(self)
        for value, called in options:
            self.choice.addItem(called, value)
        self.choice.activated.connect(lambda _: self._chosen())
        self.lines: list[_Line] = []
        self.more = button("Add a c&ondition", self._add)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addWidget(self.choice)
        self._lines = QWidget(holder)
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(GAP_LARGE, 0, 0, 0)
        self._column.setSpacing(GAP_SMALL)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._lines)
        self.lay_out(holder)

    def typed(self) -> When:
        """What is chosen, with the condition of whole lines."""
        choice = str(self.choice.currentData())
        if choice != WHEN:
            return choice, {}
        condition: dict[str, tuple[str, ...]] = {}
        for line in self.lines:
            if line.key and line.answer and line.answer not in condition.get(line.key, ()):
                condition[line.key] = (*condition.get(line.key, ()), line.answer)
        if not condition:
            raise UnclearError("Choose a question and an answer to it.")
        return choice, condition

    def put(self, value: When) -> None:
        """Show it."""
        choice, condition = value
        self.choice.setCurrentIndex(self.choice.findData(choice))
        wanted = [(key, answer) for key, answers in condition.items() for answer in answers]
        if [(line.key, line.answer) for line in self.lines] != wanted or not wanted:
            while self.lines:
                self._drop(self.lines[-1])
            for key, answer in wanted:
                self._line(key, answer)
        self._lines.setVisible(choice == WHEN)
        self._join()

    def controls(self) -> tuple[QWidget, ...]:
        """Everything that takes the keyboard, in order."""
        inner = [control for line in self.lines for control in line.controls()]
        return (self.choice, *inner, self.more)

    def _chosen(self) -> None:
        when = self.choice.currentData() == WHEN
        self._lines.setVisible(when)
        if when and not self.lines:
            self._line("", "").question.setFocus()
            self._join()
            self._dirty = True
            return
        self.edited(at_once=True)

    def _add(self) -> None:
        last = self.lines[-1].key if self.lines else ""
        self._line(last, "").answers.setFocus()
        self._join()

    def _line(self, key: str, answer: str) -> _Line:
        made = _Line(self.bridge.pack, self.about, key, answer, self._lines)
        made.question.activated.connect(lambda _: self._changed())
        made.answers.activated.connect(lambda _: self._changed())
        made.out.clicked.connect(lambda: self._take_out(made))
        self.lines.append(made)
        self._column.insertWidget(len(self.lines) - 1, made)
        self.watch()
        return made

    def _changed(self) -> None:
        self._join()
        self.edited(at_once=all(line.key and line.answer for line in self.lines))

    def _take_out(self, line: _Line) -> None:
        at = self.lines.index(line)
        self._drop(line)
        self._join()
        (self.lines[min(at, len(self.lines) - 1)].question if self.lines else self.more).setFocus()
        self.edited(at_once=True)

    def _drop(self, line: _Line) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _join(self) -> None:
        """Say how each line goes on from those before it, and let Tab go through them in order."""
        seen: list[str] = []
        for line in self.lines:
            line.say("when" if not seen else "or" if line.key in seen else "and")
            seen.append(line.key)
        controls = self.controls()
        if len(controls) > 1:
            in_order(*controls)


class _Line(QWidget):
    """One question and one answer to it."""

    def __init__(self, pack: Pack, about: str, key: str, answer: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._pack = pack
        self._asked = _questions(pack, about, key)
        self.joined = QLabel(self)
        self.question, self.answers = ComboBox(self), ComboBox(self)
        for box, name in ((self.question, "Question"), (self.answers, "Its answer")):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_WIDE)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for each, called in self._asked.items():
            self.question.addItem(called, each)
        self.question.setCurrentIndex(self.question.findData(key))
        self._offer(answer)
        self.question.activated.connect(lambda _: self._offer(""))
        self.out = QPushButton("Take out", self)
        self.out.setAutoDefault(False)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP_SMALL)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.joined, 0, 0)
        grid.addWidget(self.question, 0, 1, 1, 2)
        grid.addWidget(QLabel("is", self), 1, 0)
        grid.addWidget(self.answers, 1, 1)
        grid.addWidget(self.out, 1, 2)

    @property
    def key(self) -> str:
        """What the condition calls the question; "" for none yet."""
        return str(self.question.currentData() or "")

    @property
    def answer(self) -> str:
        """The answer; "" for none yet."""
        return self.answers.currentText() if self.answers.currentIndex() >= 0 else ""

    def say(self, joined: str) -> None:
        """Say how the line goes on."""
        self.joined.setText(joined)
        self.question.setAccessibleName(f"Question, joined by {joined}" if joined != "when" else "Question")
        self.out.setAccessibleName(f"Take out: {self.question.currentText()} is {self.answer}")

    def controls(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in order."""
        return (self.question, self.answers, self.out)

    def _offer(self, answer: str) -> None:
        asked = named_by(self.key, self._pack.manifest)
        known = list(dict.fromkeys(each for spec in asked for each in answers_of(spec, self._pack.manifest)))
        if answer and answer not in known:
            known.append(answer)
        self.answers.clear()
        self.answers.addItems(known)
        self.answers.setCurrentIndex(known.index(answer) if answer in known else -1)


def _questions(pack: Pack, about: str, key: str) -> Mapping[str, str]:
    """The questions to choose from, and what each is called; one in rows is named with them."""
    found = {spec.id: _called(pack, spec) for spec in askable(pack.manifest, about)}
    if key and key not in found:
        named = named_by(key, pack.manifest)
        found[key] = named[0].title if named else key
    return found


def _called(pack: Pack, spec: FieldSpec) -> str:
    repeat = pack.repeat(spec.id.partition(".")[0]) if "." in spec.id else None
    return f"{repeat.title}: {spec.title}" if repeat is not None else spec.title
