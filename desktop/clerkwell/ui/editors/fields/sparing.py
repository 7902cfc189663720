"""What is held against a question already, and what is not held against anybody yet."""

from collections.abc import Iterable

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.session.todo import still_to_do
from clerkwell.ui.editors.fields.begun import is_written

# A question, with the row of the repeat that it is about.
Question = tuple[str, int | None]


class Sparing:
    """Remembers what has been answered since the form came into view.

    A question that has no answer yet is spared: in a report that was just begun any of them, in another those after
    the last one answered, and those of a row that has been added. So is one that somebody only passes by, or comes to
    in passing. It is told once its answer was taken away again, once somebody was led to it, and when the form comes
    into view anew: the lists of what is wrong and to do have it all along.
    """

    def __init__(self, report: Report, pack: Pack) -> None:
        self._touched: set[Question] = set()
        self._ahead: tuple[Problem, ...] = ()
        self.begin(report, pack)

    def begin(self, report: Report, pack: Pack) -> None:
        """The form comes into view."""
        self._report = report
        self._empty = not is_written(report, pack)

    def touch(self, field: str, row: int | None) -> None:
        """Somebody has answered it, or was led to it."""
        self._touched.add((field, row))

    def forget_rows(self, repeat: str, count: int) -> None:
        """Of a repeat so many rows are left: one that is added later is another."""
        self._touched = {
            (field, row)
            for field, row in self._touched
            if row is None or row < count or field.partition(".")[0] != repeat
        }

    def look(self, problems: Iterable[Problem], pack: Pack) -> None:
        """Take what the checks say now."""
        self._ahead = () if self._empty else still_to_do(problems, self._report, pack)

    def spares(self, problem: Problem, question: Question, text: str) -> bool:
        """Whether this is not said of the question, which has this answer."""
        if text.strip() or question in self._touched:
            return False
        field, row = question
        added = row is not None and row >= max(len(self._report.repeats.get(field.partition(".")[0], ())), 1)
        return self._empty or added or problem in self._ahead
