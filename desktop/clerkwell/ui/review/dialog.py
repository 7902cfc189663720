"""The review of a document that came back: the list of changes, the chosen one in words, and what was decided."""

from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from clerkwell.comparing import Conflict
from clerkwell.comparing.results import Choice
from clerkwell.session.coming_home.results import Outcome, ReviewItem
from clerkwell.ui.kit import Messages
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, fit, framed, row, scrolled, words
from clerkwell.ui.review.asking import Came, Decided, Find, about_conflicts
from clerkwell.ui.review.changes_list import CHOICES, DECISIONS, LETTERS, NEXT_CONFLICT, ChangesList
from clerkwell.ui.review.deciding import Decision, Decisions
from clerkwell.ui.review.details import ChangeDetails, ConflictDetails
from clerkwell.ui.review.wording import CONFLICT, STATES, UNTRACKED, comments_said, conflict_line, counts, line, verb

# Conflicts are looked for when so many milliseconds have passed without a decision.
_QUIET = 120
# Lines of text, below which a window has no room to spare.
_LOW = 26
_EVERYONE, _EVERY_PART = "Everyone", "Every part"
KEYS = "A accepts, R rejects, L decides later, N goes to the next to decide, C to the next conflict."
CONFLICT_KEYS = "O keeps the report’s words, T takes the document’s, B keeps both, C goes to the next conflict."


class ReviewDialog(QDialog):
    """Lets every change be decided. `came` in words is where it came from and when. `outcome` is what the report
    becomes by what was decided, once that has been worked out."""

    def __init__(
        self, returned: Came, came: str, find: Find, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.decisions = Decisions(returned.items)
        self._find = find
        self.outcome: Outcome | None = None
        self._asked = 0
        self._finishing = self._over = False
        self._messages = messages
        self._conflicts: tuple[Conflict, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._look_for_conflicts)
        self.author = _combo("Changes by", (_EVERYONE, None), *((each or UNTRACKED, each) for each in self._authors))
        self.part = _combo("Changes in", (_EVERY_PART, ""), *((each, each) for each in self.decisions.parts))
        self.list = ChangesList("Changes")
        self.change = ChangeDetails()
        self.conflict = ConflictDetails()
        self.counts = words()
        self.apply_button = button("A&pply", self.finish, primary=True)
        self._keys = words(KEYS, muted=True)
        said = "\n".join((*returned.said, *comments_said(len(returned.notes))))
        # Above the changes, or in a low window below the one that is shown.
        self._said, self._said_below = words(said, muted=True), words(said, muted=True)
        self._lay_out(f"{returned.name}, {came}")
        self.author.currentIndexChanged.connect(self._list_anew)
        self.part.currentIndexChanged.connect(self._list_anew)
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self.change.decided.connect(self._decide_current)
        self.conflict.chosen.connect(self._choose_current)
        self._list_anew()
        self._look_for_conflicts()
        self.list.setFocus()

    @property
    def _authors(self) -> tuple[str, ...]:
        return self.decisions.authors

    @property
    def decided(self) -> Decided:
        """What has been decided by now."""
        there = {each.id for each in self._conflicts}
        choices = {each: choice for each, choice in self.decisions.choices.items() if each in there}
        return Decided(self.decisions.accepted, self.decisions.open, choices)

    def finish(self) -> None:
        """Take the decisions; where a conflict is left, only once its words were chosen or let stand."""
        self._finishing = True
        self.apply_button.setEnabled(False)
        self._look_for_conflicts()

    def _finish(self) -> None:
        left = self._unchosen()
        if left and self._messages.ask(about_conflicts(len(left))) != "ours":
            self._finishing = False
            self.apply_button.setEnabled(True)
            self.list.mark(CONFLICT + left[0].id)
            self.list.setFocus()
        elif self.decided.choices:
            self._find(self.decided, self._take)
        elif self.outcome is not None:
            self._take(self.outcome)

    def _take(self, outcome: Outcome) -> None:
        if not self._over:
            self.outcome = outcome
            self.accept()

    def done(self, result: int) -> None:
        """Nothing is looked for any more."""
        self._timer.stop()
        self._over = True
        super().done(result)

    def next_conflict(self) -> None:
        """Go to the next conflict that nothing was chosen for."""
        left = [CONFLICT + each.id for each in self._unchosen()]
        self._go_to(left, "There is no conflict to choose.")

    def next_open(self) -> None:
        """Go to the next change that is still to decide."""
        ids = [item.id for item in self._shown() if self.decisions.of(item.id) == "open"]
        self._go_to(ids, "Everything that is shown is decided.")

    def decide_shown(self, decision: Decision) -> None:
        """Decide about every change that is shown: an author's, a part's, all of them."""
        shown = self._shown()
        count = self.decisions.decide((item.id for item in shown), decision)
        for item in shown:
            self.list.change_item(line(item, decision))
        self._after_decision()
        state = STATES[decision][0].lower()
        self.list.setFocus()
        announce(self.counts, f"{count} {'change' if count == 1 else 'changes'} {state}. {self.counts.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the changes need the room that what is said of keys and of the document takes."""
        super().resizeEvent(event)
        low = event.size().height() < _LOW * self.fontMetrics().lineSpacing()
        self._keys.setVisible(not low)
        self._said.setVisible(bool(self._said.text()) and not low)
        self._said_below.setVisible(bool(self._said.text()) and low)
        self.conflict.make_room(low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters that decide; everything else as in any dialog."""
        key = int(event.key())
        if event.modifiers() or key not in LETTERS:
            super().keyPressEvent(event)
        elif key in DECISIONS:
            self._decide_current(DECISIONS[key], onward=True)
        elif key in CHOICES:
            self._choose_current(CHOICES[key])
        elif key == NEXT_CONFLICT:
            self.next_conflict()
        else:
            self.next_open()

    # Deciding ---------------------------------------------------------------------------------------------------

    def _decide_current(self, decision: str, onward: bool = False) -> None:
        item = self.decisions.item(self.list.marked())
        if item is None or self._finishing:
            return
        made = cast(Decision, decision)
        self.decisions.decide((item.id,), made)
        self.list.change_item(line(item, made))
        self._after_decision()
        if onward and made != "open":
            self._next_line()
        announce(self.list, f"{STATES[made][0]}.")

    def _choose_current(self, choice: str) -> None:
        conflict = self._conflict(self.list.marked())
        if conflict is None or self._finishing:
            return
        made = cast(Choice, choice)
        self.decisions.choose(conflict.id, made)
        self.list.change_item(conflict_line(conflict, made))
        self._after_decision()

    def _after_decision(self) -> None:
        self._tell()
        self._show_current()
        self._timer.start()

    def _next_line(self) -> None:
        """On to the next change of the list, decided or not: whoever reads on keeps the order."""
        ids = [item.id for item in self._shown()]
        at = ids.index(self.list.marked())
        if at + 1 < len(ids):
            self.list.mark(ids[at + 1])

    def _go_to(self, ids: list[str], none: str) -> None:
        if not ids:
            announce(self.list, none)
            return
        order = [each for each in self.list.ids if each in ids]
        rows = self.list.ids
        marked = self.list.marked()
        at = rows.index(marked) if marked in rows else -1
        self.list.mark(next((each for each in order if rows.index(each) > at), order[0] if order else ids[0]))

    # Showing ----------------------------------------------------------------------------------------------------

    def _look_for_conflicts(self) -> None:
        self._timer.stop()
        self._asked += 1
        asked = self._asked
        # Without what was chosen, so that a conflict stays in the list and can be chosen otherwise.
        decided = Decided(self.decisions.accepted, self.decisions.open, {})
        self._find(decided, lambda outcome: self._found(outcome, asked))

    def _found(self, outcome: Outcome, asked: int) -> None:
        if self._over or asked != self._asked:
            return  # about decisions that have been made otherwise since
        self.outcome = outcome
        if outcome.conflicts != self._conflicts:
            fresh = {each.id for each in outcome.conflicts} - {each.id for each in self._conflicts}
            self._conflicts = outcome.conflicts
            self._list_anew()
            if fresh and self.isVisible():
                announce(self.counts, self.counts.text())
        if self._finishing:
            self._finish()

    def _shown(self) -> tuple[ReviewItem, ...]:
        return self.decisions.shown(self.author.currentData(), self.part.currentData())

    def _list_anew(self) -> None:
        marked, at = self.list.marked(), self.list.currentRow()
        chosen = self.decisions.choices
        conflicts = tuple(conflict_line(each, chosen.get(each.id)) for each in self._conflicts)
        first = not self.list.count()
        self.list.show_items((*conflicts, *(line(item, self.decisions.of(item.id)) for item in self._shown())))
        if not first:
            self.list.mark(marked)
            if self.list.marked() != marked:
                self.list.mark_near(at)
        self._tell()
        self._show_current()

    def _tell(self) -> None:
        chosen = self.decisions.choices
        self.counts.setText(counts(self.decisions.all, (chosen.get(each.id) for each in self._conflicts)))
        self.apply_button.setText(verb(self.decisions.all))

    def _show_current(self) -> None:
        marked = self.list.marked()
        item, conflict = self.decisions.item(marked), self._conflict(marked)
        if conflict is not None:
            self.conflict.show_conflict(conflict, self.decisions.choices.get(conflict.id))
        elif item is not None:
            self.change.show_item(item, self.decisions.of(item.id))
        self.change.setVisible(item is not None and conflict is None)
        self.conflict.setVisible(conflict is not None)
        self.change.buttons.setVisible(item is not None and conflict is None)
        self.conflict.buttons.setVisible(conflict is not None)
        self._keys.setText(KEYS if conflict is None else CONFLICT_KEYS)

    def _conflict(self, line_id: str) -> Conflict | None:
        return next((each for each in self._conflicts if CONFLICT + each.id == line_id), None)

    def _unchosen(self) -> list[Conflict]:
        return [each for each in self._conflicts if each.id not in self.decisions.choices]

    def _lay_out(self, came: str) -> None:
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.addWidget(self.list)
        chosen = QWidget()
        beside = QVBoxLayout(chosen)
        beside.setContentsMargins(GAP, 0, 0, 0)
        beside.setSpacing(GAP)
        shown = QWidget()
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(0, 0, 0, 0)
        # Not a stack: that asks for the room of its tallest page, and large text has none to give away.
        inner.addWidget(self.change, 1)
        inner.addWidget(self.conflict, 1)
        inner.addWidget(self._said_below)
        beside.addWidget(scrolled(shown), 1)
        # Never scrolled away, however large the text is.
        for buttons in (self.change.buttons, self.conflict.buttons):
            beside.addWidget(buttons)
        across.addWidget(chosen)
        em = self.fontMetrics().averageCharWidth()
        self.list.setMinimumSize(em * 22, self.fontMetrics().lineSpacing() * 4)
        across.setSizes([em * 42, em * 82])
        by, within = QLabel("&Changes by"), QLabel("&in")
        by.setBuddy(self.author)
        within.setBuddy(self.part)
        accept = button("Accept all s&hown", lambda: self.decide_shown("accepted"))
        reject = button("Re&ject all shown", lambda: self.decide_shown("rejected"))
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.counts, 1)
        foot.addWidget(self.apply_button)
        foot.addWidget(button("Cancel", self.reject))
        column = framed(self, came, window="Changes that came back")
        column.addWidget(self._said)
        column.addWidget(FoldingRow(row(by, self.author), row(within, self.part), accept, reject))
        column.addWidget(across, 1)
        self.list.setAccessibleDescription(f"{KEYS} {CONFLICT_KEYS}")
        column.addWidget(self._keys)
        column.addLayout(foot)
        fit(self, 130, 36)


def _combo(name: str, *choices: tuple[str, str | None]) -> ComboBox:
    box = ComboBox()
    box.setAccessibleName(name)
    for text, value in choices:
        box.addItem(text[:1].upper() + text[1:], value)
    box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    return box
