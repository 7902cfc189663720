"""The problems panel: the list, what is to say about the chosen one, and what can be done with it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clerkwell.model import Place, Problem
from clerkwell.session import ReportChanged
from clerkwell.session.parts import part_of
from clerkwell.session.todo import still_to_do
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.remedies import fill_menu, put_right, put_right_text
from clerkwell.ui.kit.setting_aside import AskReason, ask_reason
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, in_order, words
from clerkwell.ui.problems import deciding
from clerkwell.ui.problems.by_part import ByPart
from clerkwell.ui.problems.deciding import Choice
from clerkwell.ui.problems.filtering import FilterBar, filtered
from clerkwell.ui.problems.going import Going
from clerkwell.ui.problems.list import ProblemsList
from clerkwell.ui.problems.model import ProblemsModel
from clerkwell.ui.problems.wording import Line, is_at, listed, summary

# Lines of text in the height from which on there is room to filter the list.
_FOR_FILTER = 25
# So many lines are seen at a glance, and need no filter.
_MANY = 6
# What the report has to be published by stands under the date of its meeting.
_SAID_ELSEWHERE = frozenset({"publication-deadline"})


class ProblemsPanel(QWidget):
    """Everything that the checks found in one open report. `place_requested` carries the `Place` to go to, or None for
    the whole report; `went` the key of the line it is for."""

    place_requested = Signal(object)
    went = Signal(object)

    def __init__(
        self,
        bridge: SessionBridge,
        parent: QWidget | None = None,
        *,
        author: str = "",
        by_kind: bool = False,
        ask: AskReason = ask_reason,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        """`author` is the name that is put under what is set aside, unless another is given. `by_kind`: errors come
        first in the whole report, and not only in each of its parts."""
        super().__init__(parent)
        self._bridge = bridge
        self._ask = ask
        self._now = now
        self._told = ""
        # Whether a line that was gone to can be read on the screen: the list may be hidden.
        self.is_seen: Callable[[Line], bool] = lambda _: self.list.isVisible()
        # The step that was asked for before the first check had ended, and from where.
        self._awaited: tuple[int, Place | None] | None = None
        # The part that is being written.
        self._here = ""
        self._in_full = by_kind
        self._sorted: ByPart | None = None
        if author:
            bridge.author = author
        self.model = ProblemsModel(self)
        self.list = ProblemsList(self)
        self.list.setModel(self.model)
        self.summary = words()
        self.filter = FilterBar()
        self.none = words(muted=True)
        self._show_all = button("Show a&ll", self.clear_filter)
        self._filtered = FoldingRow(self.none, self._show_all)
        self._filtered.hide()
        # All that there is to show, whatever is filtered.
        self.lines_in_all = 0
        self.go_button = button("&Go to it", self.go_to_current)
        self.fix_button = button("Put &right", self.fix_current)
        self.aside_button = button("Set &aside…", self.set_aside_current)
        # Its letters are taken on one page or another; the menu key on the list opens the same menu.
        self.more_button = button("More", self.show_more)
        self.more_button.setAccessibleName("More that can be done about it")
        self._going = Going(self.list, self.model, bridge, lambda: self.filter.by_part)
        self._lay_out()
        if by_kind:
            self.filter.grouped.setCurrentIndex(1)
        self.filter.changed.connect(self._filter_changed)
        self.list.wanted.connect(self.go_to_current)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu_at)
        self.list.selectionModel().selectionChanged.connect(self._show_current)
        bridge.problems_changed.connect(self._refresh)
        bridge.changed.connect(self._on_changed)
        self._refresh()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.summary)
        layout.addWidget(self.filter)
        layout.addWidget(self._filtered)
        layout.addWidget(self.list, 1)
        # In a narrow pane they go on in another row: they must not take the page's room.
        self._buttons = FoldingRow(self.go_button, self.fix_button, self.aside_button, self.more_button)
        layout.addWidget(self._buttons)
        asks = (self.filter.kinds, self.filter.grouped, self.filter.words)
        in_order(*asks, self.list, self.go_button, self.fix_button, self.aside_button, self.more_button)

    # Public ---------------------------------------------------------------------------------------------------

    def current(self) -> Line | None:
        """The chosen line; None on a heading or in an empty list."""
        item = self.model.item(self.list.currentIndex())
        return item if isinstance(item, Line) else None

    def chosen(self) -> list[Line]:
        """All chosen lines, in the order of the list."""
        picked = self.list.selectionModel()
        items = (self.model.item(index) for index in self.model.line_indexes() if picked.isSelected(index))
        return [item for item in items if isinstance(item, Line)]

    def show_first(self) -> None:
        """Put the keyboard on the first problem: one that stands in the way of the final export, if any does."""
        first = self._going.first()
        if first is not None:
            self._going.choose(first)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, part_id: str) -> None:
        """Put the problems of the part that is being written before all others."""
        if part_id == self._here:
            return
        self._here = part_id
        line = self.current()
        if line is not None and part_of(line.place) != part_id and not self.list.hasFocus():
            # What the buttons would act on is about to go out of sight.
            self.list.setCurrentIndex(QModelIndex())
            self.list.clearSelection()
        # Only in other order: what there is was sorted when it was found.
        self._show_groups(self._sorted)
        if self.current() is None:
            self.list.scrollToTop()
        self._show_current()

    def follow(self, place: Place | None) -> Line | None:
        """Choose the problem at the caret, which is here now, without going anywhere; the line, if there is one."""
        if place is None or (not place.block and not place.field):
            return None
        line = self.current()
        if line is not None and is_at(line, place):
            return line
        found = self._going.at(place)
        if found is None:
            return None
        if not self.list.hasFocus():
            self._going.choose(found)
        return self._going.line(found)

    def choose(self, key: object) -> None:
        """Choose the line with this key; what it is filtered by gives way."""
        if self._going.with_key(key) is None:
            self.clear_filter()
        found = self._going.with_key(key)
        if found is not None:
            self._going.choose(found)

    def clear_filter(self) -> None:
        """Show everything again."""
        self.filter.clear()

    def next_problem(self, here: Place | None = None) -> None:
        """Choose the problem after the chosen one, or the first one after the caret when that is `here`; go to it."""
        self._step(1, here)

    def previous_problem(self, here: Place | None = None) -> None:
        """Choose the problem before the chosen one, or before the caret; go to it."""
        self._step(-1, here)

    def go_to_current(self) -> None:
        """Ask for the place of the chosen line."""
        line = self.current()
        if line is not None:
            self.place_requested.emit(line.place)
            self.went.emit(line.key)

    def fix_current(self) -> None:
        """Make the edit that puts the chosen problem right, or record of words carried over that they are right: one
        step of undo."""
        lines, line = self.chosen(), self.current()
        if deciding.can_be_still_right(lines) and not self._bridge.session.read_only:
            deciding.take_as_right(lines, self._bridge, self._now())
        elif line is not None and line.problem is not None:
            put_right(line.problem, self._bridge)

    def set_aside_current(self) -> None:
        """Ask why the chosen problems can stay, and set them aside; of those that have been, take that back."""
        lines = self.chosen()
        match deciding.choice(lines):
            case Choice.BACK:
                deciding.take_back(lines, self._bridge)
            case Choice.ASIDE:
                answer = self._ask(deciding.asked_about(lines), self._bridge.author, self)
                if answer is not None:
                    reason, self._bridge.author = answer
                    deciding.set_aside(lines, reason, self._bridge, self._now())

    def menu(self) -> QMenu:
        """All that can be done about the chosen problem."""
        menu = QMenu(self)
        menu.setAccessibleName("What can be done about it")
        line = self.current()
        if line is None:
            return menu
        menu.addAction("&Go to it").triggered.connect(self.go_to_current)
        if deciding.can_be_still_right(self.chosen()):
            menu.addAction("Still &right").triggered.connect(self.fix_current)
        if line.problem is not None and len(self.chosen()) < 2:
            fill_menu(menu, line.problem, self._bridge)
        aside = menu.addAction(self.aside_button.text())
        aside.setEnabled(self.aside_button.isEnabled())
        aside.triggered.connect(self.set_aside_current)
        return menu

    def show_more(self) -> None:
        """Open the menu of the chosen problem under its button."""
        self._pop_up(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _show_menu_at(self, at: QPoint) -> None:
        if self.current() is not None:
            self._pop_up(self.list.viewport().mapToGlobal(at))

    def _pop_up(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Fusion reckons a menu without shortcuts too narrow for large text, and would cut its longest words.
        menu.setMinimumWidth(menu.sizeHint().width() + menu.fontMetrics().averageCharWidth() * 2)
        menu.popup(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height has room for more or less of what the list is filtered with."""
        super().resizeEvent(event)
        self._offer_filter()

    def _offer_filter(self) -> None:
        # In a low pane the list comes first; the page that checks the report offers it where there is much to filter.
        roomy = self.height() > _FOR_FILTER * self.fontMetrics().lineSpacing()
        useful = self.lines_in_all > _MANY if self._in_full else roomy
        self.filter.setVisible(useful or self.filter.wanted().any)

    def high(self, width: int) -> int:
        """How high it has to be to show the whole list in so much room, with what stands round it."""
        self._offer_filter()
        own = self.layout()
        around = own.totalHeightForWidth(width) - self.list.sizeHint().height() if own is not None else 0
        return around + max(self.list.high(), self.list.minimumSizeHint().height())

    # What happens elsewhere -----------------------------------------------------------------------------------

    def _on_changed(self, event: ReportChanged) -> None:
        # Who goes on writing is not taken away from it.
        self._awaited = None
        # The words of a problem follow the next check; what was set aside shows at once.
        if event.changes.others & {"waivers", "pack"}:
            self._refresh()

    def _refresh(self, _: object = None) -> None:
        session = self._bridge.session
        before = self.current()
        at = self._going.position() if before is not None else -1
        seen = self.list.is_seen(self.list.currentIndex())
        self._show_groups()
        if session.problems_revision < 0:
            self.summary.setText("The report is being checked.")
            self._show_current()
            return
        problems = self._found()
        text = summary(problems, still_to_do(problems, session.report, session.pack))
        if text != self._told:
            self.summary.setText(text)
            # Said aloud only when it changes, and not for the first time.
            if self._told:
                announce(self.summary, text)
            self._told = text
        if before is not None and self._line_gone(before):
            near = self._going.near(at)
            if near is not None:
                self._going.choose(near)
        elif before is not None and seen:
            self.list.scrollTo(self.list.currentIndex())
        self._show_current()
        awaited, self._awaited = self._awaited, None
        if awaited is not None:
            self._step(*awaited)

    def _show_groups(self, found: ByPart | None = None) -> None:
        session = self._bridge.session
        problems, report, pack = self._found(), session.report, session.pack
        if self.filter.by_part:
            self._sorted = found or ByPart(problems, report, pack)
            every = self._sorted.groups(self._here)
        elif found is not None:
            return
        else:
            every = listed(problems, report, pack)
        self.lines_in_all = sum(len(group.lines) for group in every)
        self.filter.count(every)
        shown = filtered(every, self.filter.wanted())
        self.model.show_groups(shown)
        self.list.expand_new()
        # A filter that was set a while ago must not pass for a report that is in order.
        count = sum(len(group.lines) for group in shown)
        kept_out = self.filter.wanted().any and count < self.lines_in_all
        told = f"{count} of {self.lines_in_all} shown." if shown else f"None of the {self.lines_in_all} is like that."
        self.none.setText(told if kept_out else "")
        self._filtered.setVisible(kept_out)

    def _found(self) -> tuple[Problem, ...]:
        """What there is to list. Beside the pages not what the form says where it asks for the date."""
        problems = self._bridge.problems
        if self._in_full:
            return problems
        return tuple(each for each in problems if each.severity != "info" or each.rule not in _SAID_ELSEWHERE)

    def _filter_changed(self) -> None:
        self._show_groups()
        self._show_current()
        if self.none.text():
            announce(self.filter, self.none.text())

    def _line_gone(self, line: Line) -> bool:
        return all(each.key != line.key for group in self.model.groups for each in group.lines)

    def _step(self, by: int, here: Place | None) -> None:
        found = self._going.next(by, here)
        if found is None:
            self._awaited = (by, here) if self._bridge.session.problems_revision < 0 else None
            self._bridge.messages.say(self.summary.text())
            return
        self._going.choose(found)
        line = self._going.line(found)
        self.go_to_current()
        if self.is_seen(line):
            announce(self.list, line.spoken())
        else:
            # For as long as it is so.
            self._bridge.tell(line.spoken(), lambda: line.key in self._keys_now())

    def _keys_now(self) -> set[object]:
        now = self._bridge.problems_now
        return {line.key for group in self.model.groups for line in group.lines if line.problem in now}

    def _show_current(self) -> None:
        lines, line = self.chosen(), self.current()
        problem = lines[0].problem if len(lines) == 1 else None
        self.go_button.setEnabled(line is not None)
        right = deciding.can_be_still_right(lines)
        fixable = problem is not None and problem.fix is not None
        self.fix_button.setText("Still &right" if right else "Put &right")
        self.fix_button.setEnabled((right or fixable) and not self._bridge.session.read_only)
        # What it will do, for who listens and who points at it; the button itself keeps its width.
        does = put_right_text(problem) if problem is not None and fixable else ""
        self.fix_button.setToolTip("Records that you have looked at it, and when" if right else does)
        self.more_button.setEnabled(bool(lines) and lines[0].problem is not None)
        self.aside_button.setText(deciding.aside_text(lines))
        self.aside_button.setEnabled(deciding.choice(lines) is not Choice.NOTHING)
