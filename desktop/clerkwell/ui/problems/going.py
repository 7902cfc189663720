"""Going from problem to problem: which lines there are to go to, in which order, and which comes next."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex

from clerkwell.model import GRAVITY, Place, Report
from clerkwell.packs import Pack
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.problems.list import ProblemsList
from clerkwell.ui.problems.model import ProblemsModel
from clerkwell.ui.problems.walking import Walk
from clerkwell.ui.problems.wording import Line, is_at


class Going:
    """Goes through the lines of one list. `in_order` says whether the list follows the report, part by part; else what
    stops the final export comes before all the rest."""

    def __init__(
        self, lines: ProblemsList, model: ProblemsModel, bridge: SessionBridge, in_order: Callable[[], bool]
    ) -> None:
        self._list = lines
        self._model = model
        self._bridge = bridge
        self._in_order = in_order
        self._walk: tuple[Report, Pack, Walk] | None = None

    def line(self, index: QModelIndex) -> Line:
        """The line at an index that is known to be one."""
        item = self._model.item(index)
        assert isinstance(item, Line), "only lines are gone through"
        return item

    def problems(self) -> list[QModelIndex]:
        """The lines that are problems, in the order in which one goes from one to the next. Those set aside are passed
        over, and in the order of the report notes on the whole of it, which lead nowhere."""
        found = [index for index in self._model.line_indexes() if self.line(index).problem is not None]
        if not self._in_order():
            return sorted(found, key=self.gravity)
        lines = [self.line(index) for index in found]
        there = [
            at for at in self._report_walk().sorted(lines) if lines[at].place is not None or self.gravity(found[at]) < 2
        ]
        return [found[at] for at in there] or found

    def first(self) -> QModelIndex | None:
        """What stands in the way of the final export before all else."""
        return min(self.problems(), key=self.gravity, default=None)

    def gravity(self, index: QModelIndex) -> int:
        """How grave a line is: the lower, the graver."""
        problem = self.line(index).problem
        return GRAVITY[problem.severity] if problem is not None else len(GRAVITY)

    def position(self) -> int:
        """Where the chosen line stands among the problems; -1 for none."""
        chosen = self._list.currentIndex()
        return next((at for at, index in enumerate(self.problems()) if index == chosen), -1)

    def near(self, at: int) -> QModelIndex | None:
        """The problem that came next after one that has gone."""
        lines = self.problems() or self._model.line_indexes()
        return lines[min(max(at, 0), len(lines) - 1)] if lines else None

    def next(self, by: int, here: Place | None) -> QModelIndex | None:
        """The next problem after (or before) the caret when that is `here`, else after the chosen one; round at the
        end. None where there are none."""
        lines = self.problems()
        if not lines:
            return None
        if here is not None and self._in_order():
            return lines[self._report_walk().next_from(here, [self.line(index).place for index in lines], by)]
        at = self.position()
        return lines[(at + by) % len(lines) if at >= 0 else (0 if by > 0 else -1)]

    def at(self, place: Place) -> QModelIndex | None:
        """A problem with the words at a place, or with its question."""
        every = (index for index in self._model.line_indexes() if self.line(index).problem is not None)
        return next((index for index in every if is_at(self.line(index), place)), None)

    def with_key(self, key: object) -> QModelIndex | None:
        """The line with this key."""
        return next((index for index in self._model.line_indexes() if self.line(index).key == key), None)

    def choose(self, index: QModelIndex) -> None:
        """Choose this line alone, and bring it into sight."""
        self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._list.scrollTo(index)

    def _report_walk(self) -> Walk:
        session = self._bridge.session
        if self._walk is None or self._walk[0] is not session.report or self._walk[1] is not session.pack:
            self._walk = (session.report, session.pack, Walk(session.report, session.pack))
        return self._walk[2]
