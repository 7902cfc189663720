"""From problem to problem on the desk: on from the caret, and what is wrong where it stands."""

from collections.abc import Callable

from clerkwell.model import Place
from clerkwell.ui.navigator import CHECK
from clerkwell.ui.problems import ProblemsPanel
from clerkwell.ui.problems.wording import TO_DO, Line
from clerkwell.ui.shell.check_page import CheckPage
from clerkwell.ui.shell.pages import Pages


class ProblemSteps:
    """Goes to the next and the previous problem. `here` gives the place of the caret now."""

    def __init__(self, problems: ProblemsPanel, pages: Pages, here: Callable[[], Place | None]) -> None:
        self._problems = problems
        self._pages = pages
        self._here = here
        self._visited: object = None
        self._arrived: Place | None = None
        problems.is_seen = self._is_seen

    def step(self, by: int) -> None:
        """The next or the previous problem: after the one just gone to, or after the caret once that has moved.

        From the page that checks the report its own list is gone through, in which errors come first.
        """
        page = self._pages.current().content
        if isinstance(page, CheckPage):
            page.step(by)
            self._remember()
            return
        here, line = self._here(), self._problems.current()
        # The list may have chosen another by itself since, because the one before it is mended.
        going_on = line is not None and line.key == self._visited and here == self._arrived
        if by > 0:
            self._problems.next_problem(None if going_on else here)
        else:
            self._problems.previous_problem(None if going_on else here)
        self._remember()

    def _remember(self) -> None:
        line = self._problems.current()
        self._visited = line.key if line is not None else None
        self._arrived = self._here()

    def _is_seen(self, line: Line) -> bool:
        """Whether a line can be read: in the list, or under the words that were gone to."""
        under = self._pages.current().at_caret
        has_words = line.place is not None and bool(line.place.block)
        if has_words:
            under.show_line(line)
        return self._problems.list.isVisible() or (has_words and under.isVisible())

    def look(self, place: Place | None) -> None:
        """The caret is here now: choose what is wrong there in the list, and say it under the words."""
        line = self._problems.current()
        if line is None or line.key != self._visited or place != self._arrived:
            line = self._problems.follow(place)
        elif place is None or not place.block:
            line = None
        self._pages.current().at_caret.show_line(line)

    def offer(self, part: str, *, seen: bool, checked: bool) -> None:
        """Offer the list on the page that is up wherever it cannot be `seen`; before the report is `checked` no number
        is true."""
        groups = (group for group in self._problems.model.groups if group.id != "set-aside")
        count = sum(line.word != TO_DO for group in groups for line in group.lines)
        self._pages.current().offer_problems(None if seen or part == CHECK else count, known=checked)
