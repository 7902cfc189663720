"""Looking for what may be a pattern that never ends: elsewhere, and with a sign that it is being looked for."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.session.matching_apart import MatchingApart, TooLongError
from clerkwell.ui.find.search import Found, Matching, Options, PatternError, search

LOOKING = "Looking for the pattern…"
TOO_LONG = (
    "This pattern takes too long to look for, so the search was stopped. Make it simpler: what repeats should not "
    "stand in something else that repeats, as in (a+)+."
)


class PatientSearch:
    """Searches one open report. `state` is the line that says so while a pattern is looked for."""

    def __init__(self, state: QLabel, apart: MatchingApart | None = None) -> None:
        self._state = state
        self._apart = apart or MatchingApart()
        self._given_up: tuple[str, Options] | None = None

    def search(self, report: Report, pack: Pack, words: str, options: Options) -> tuple[Found, ...]:
        """Every place where the words stand. Raises `PatternError`, also where a pattern takes too long."""
        self._given_up = None
        try:
            with self._matching() as matching:
                return search(report, pack, words, options, matching)
        except TooLongError as error:
            self._given_up = (words, options)
            raise PatternError(TOO_LONG) from error

    def gave_up(self, words: str, options: Options) -> bool:
        """Whether this took too long: nobody should have to wait for it again without having asked."""
        return self._given_up == (words, options)

    def close(self) -> None:
        """End the process that looks for patterns; the next pattern starts another."""
        self._apart.close()

    @contextmanager
    def _matching(self) -> Iterator[Matching]:
        waiting: list[bool] = []

        def felt() -> None:
            waiting.append(True)
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            self._state.setText(LOOKING)
            # At once: nothing else is painted until it has been looked for.
            self._state.repaint()

        try:
            yield lambda pattern, texts: self._apart(pattern, texts, felt)
        finally:
            if waiting:
                QApplication.restoreOverrideCursor()
