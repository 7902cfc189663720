"""The problems panel: the list, what is to say about the chosen one, and what can be done with it."""

from collections.abc import Callable
from datetime import datetime
from operator import itemgetter

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clerkwell.model import GRAVITY
from clerkwell.session import ReportChanged
from clerkwell.session.todo import still_to_do
from clerkwell.session.waiving import bring_back, set_aside
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.remedies import fill_menu, put_right, put_right_text
from clerkwell.ui.kit.setting_aside import AskReason, ask_reason
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, words
from clerkwell.ui.problems.by_part import by_part
from clerkwell.ui.problems.explanation import Explanation
from clerkwell.ui.problems.filtering import FilterBar, filtered
from clerkwell.ui.problems.list import FEWEST, ProblemsList
from clerkwell.ui.problems.model import ProblemsModel
from clerkwell.ui.problems.wording import Line, listed, summary

# Lines of text in the height from which on there is room to filter the list.
_FOR_FILTER = 25


class ProblemsPanel(QWidget):
    """Everything that the checks found in one open report. `place_requested` carries the `Place` to go to, or None for
    the whole report."""

    place_requested = Signal(object)

    def __init__(
        self,
        bridge: SessionBridge,
        parent: QWidget | None = None,
        *,
        author: str = "",
        ask: AskReason = ask_reason,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        """`author` is the name that is put under what is set aside, unless another is given."""
        super().__init__(parent)
        self._bridge = bridge
        self._ask = ask
        self._now = now
        self._told = ""
        # The step that was asked for before the first check had ended.
        self._awaited = 0
        self._by = author
        self.model = ProblemsModel(self)
        self.list = ProblemsList(self)
        self.list.setModel(self.model)
        self.summary = words()
        self.filter = FilterBar()
        self.none = words(muted=True)
        self.none.hide()
        # All that there is to show, whatever is filtered.
        self.lines_in_all = 0
        self.why = Explanation("Why this is a problem")
        self.go_button = button("&Go to it", self.go_to_current)
        self.fix_button = button("Put &right", self.fix_current)
        self.aside_button = button("Set &aside…", self.set_aside_current)
        # Its letters are taken on one page or another; the menu key on the list opens the same menu.
        self.more_button = button("More", self.show_more)
        self.more_button.setAccessibleName("More that can be done about it")
        self._lay_out()
        self.filter.changed.connect(self._filter_changed)
        self.list.wanted.connect(self.go_to_current)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu_at)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        bridge.problems_changed.connect(self._refresh)
        bridge.changed.connect(self._on_changed)
        self._refresh()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.summary)
        layout.addWidget(self.filter)
        layout.addWidget(self.none)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.why)
        # In a narrow pane they go on in another row: they must not take the page's room.
        self._buttons = FoldingRow(self.go_button, self.fix_button, self.aside_button, self.more_button)
        layout.addWidget(self._buttons)

    # Public ---------------------------------------------------------------------------------------------------

    def current(self) -> Line | None:
        """The chosen line; None on a heading or in an empty list."""
        item = self.model.item(self.list.currentIndex())
        return item if isinstance(item, Line) else None

    def show_first(self) -> None:
        """Put the keyboard on the first problem: one that stands in the way of the final export, if any does."""
        lines = self._problems()
        if lines:
            self._choose(lines[0])
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_problem(self) -> None:
        """Choose the problem after the chosen one, errors first, round to the first, and go to it."""
        self._step(1)

    def previous_problem(self) -> None:
        """Choose the problem before the chosen one, round to the last, and go to it."""
        self._step(-1)

    def go_to_current(self) -> None:
        """Ask for the place of the chosen line."""
        line = self.current()
        if line is not None:
            self.place_requested.emit(line.place)

    def fix_current(self) -> None:
        """Make the edit that puts the chosen problem right: one step of undo."""
        line = self.current()
        if line is not None and line.problem is not None:
            put_right(line.problem, self._bridge)

    def set_aside_current(self) -> None:
        """Ask why the chosen problem can stay, and set it aside; of one that has been, take that back."""
        line = self.current()
        if line is None:
            return
        session = self._bridge.session
        if line.waiver is not None:
            session.apply(bring_back(session.report, line.waiver), "Bring back a problem")
        elif line.problem is not None and line.problem.severity != "error":
            answer = self._ask(line.message, self._by, self)
            if answer is None:
                return
            reason, self._by = answer
            edit = set_aside(session.report, line.problem, reason, self._by, self._now())
            session.apply(edit, "Set a problem aside")
        session.recheck()

    def menu(self) -> QMenu:
        """All that can be done about the chosen problem."""
        menu = QMenu(self)
        menu.setAccessibleName("What can be done about it")
        line = self.current()
        if line is None:
            return menu
        menu.addAction("&Go to it").triggered.connect(self.go_to_current)
        if line.problem is not None:
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
        """Another height has room for more or less of the explanation, and for what the list is filtered with."""
        super().resizeEvent(event)
        # In a low pane the list comes first; the page that checks the report has the same.
        roomy = event.size().height() > _FOR_FILTER * self.fontMetrics().lineSpacing()
        self.filter.setVisible(roomy or self.filter.wanted().any)
        self.why.tell(self.why.whole, self.room_to_explain())

    def room_to_explain(self) -> QSize:
        """What the explanation may take: the list keeps the lines without which it is none."""
        width = self.width() - 2 * GAP
        fixed = self._buttons.heightForWidth(width) + 5 * GAP
        if not self.filter.isHidden():
            fixed += self.filter.heightForWidth(width) + GAP
        if not self.summary.isHidden():
            fixed += self.summary.heightForWidth(width)
        return QSize(width, self.height() - fixed - FEWEST * self.fontMetrics().lineSpacing())

    # What happens elsewhere -----------------------------------------------------------------------------------

    def _on_changed(self, event: ReportChanged) -> None:
        # Who goes on writing is not taken away from it.
        self._awaited = 0
        # The words of a problem follow the next check; what was set aside shows at once.
        if event.changes.others & {"waivers", "pack"}:
            self._refresh()

    def _refresh(self, _: object = None) -> None:
        session = self._bridge.session
        before = self.current()
        at = self._position()
        self._show_groups()
        if session.problems_revision < 0:
            self.summary.setText("The report is being checked.")
            self._show_current()
            return
        problems = self._bridge.problems
        text = summary(problems, still_to_do(problems, session.report, session.pack))
        if text != self._told:
            self.summary.setText(text)
            # Said aloud only when it changes, and not for the first time.
            if self._told:
                announce(self.summary, text)
            self._told = text
        if before is not None and self._line_gone(before):
            self._choose_near(at)
        self._show_current()
        awaited, self._awaited = self._awaited, 0
        if awaited:
            self._step(awaited)

    def _show_groups(self) -> None:
        session = self._bridge.session
        grouped = by_part if self.filter.by_part else listed
        every = grouped(self._bridge.problems, session.report, session.pack)
        self.lines_in_all = sum(len(group.lines) for group in every)
        self.filter.count(every)
        shown = filtered(every, self.filter.wanted())
        self.model.show_groups(shown)
        self.list.expand_new()
        self.none.setText(f"None of the {self.lines_in_all} is like that." if every and not shown else "")
        self.none.setVisible(bool(self.none.text()))

    def _filter_changed(self) -> None:
        self._show_groups()
        self._show_current()
        if self.none.text():
            announce(self.filter, self.none.text())

    def _line_gone(self, line: Line) -> bool:
        return all(each.key != line.key for group in self.model.groups for each in group.lines)

    def _position(self) -> int:
        """Where the chosen line stands in the order in which one goes from problem to problem; -1 for none."""
        return next((at for at, index in enumerate(self._problems()) if index == self.list.currentIndex()), -1)

    def _choose_near(self, at: int) -> None:
        """Choose the problem that came next after one that has gone, so that one can go on from there."""
        lines = self._problems() or self.model.line_indexes()
        if lines:
            self._choose(lines[min(max(at, 0), len(lines) - 1)])

    def _step(self, by: int) -> None:
        lines = self._problems()
        if not lines:
            self._awaited = by if self._bridge.session.problems_revision < 0 else 0
            self._bridge.messages.say(self.summary.text())
            return
        at = self._position()
        to = (at + by) % len(lines) if at >= 0 else (0 if by > 0 else len(lines) - 1)
        self._choose(lines[to])
        line = self.current()
        if line is not None:
            # The list may be hidden: what is gone to is said as well.
            self._bridge.messages.say(line.spoken())
        self.go_to_current()

    def _problems(self) -> list[QModelIndex]:
        """The lines that are problems, in the order in which one goes from one to the next: through the report, what
        stands in the way of the final export before all else. Those set aside are passed over."""
        found: list[tuple[int, QModelIndex]] = []
        for index in self.model.line_indexes():
            item = self.model.item(index)
            if isinstance(item, Line) and item.problem is not None:
                found.append((GRAVITY[item.problem.severity], index))
        return [index for _, index in sorted(found, key=itemgetter(0))]

    def _choose(self, index: QModelIndex) -> None:
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _show_current(self) -> None:
        line = self.current()
        # What the list shows in brief is said in full here.
        told = " ".join(filter(None, (line.message if line.brief else "", line.why))) if line else ""
        self.why.tell(told, self.room_to_explain())
        problem = line.problem if line else None
        self.go_button.setEnabled(line is not None)
        fixable = problem is not None and problem.fix is not None
        self.fix_button.setEnabled(fixable)
        # What it will do, for who listens and who points at it; the button itself keeps its width.
        self.fix_button.setToolTip(put_right_text(problem) if problem is not None and fixable else "")
        self.more_button.setEnabled(problem is not None)
        can_set_aside = problem is not None and problem.severity != "error"
        brought_back = line is not None and line.waiver is not None
        self.aside_button.setText("Bring &back" if brought_back else "Set &aside…")
        self.aside_button.setEnabled(can_set_aside or brought_back)
