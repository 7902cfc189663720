"""Nobody is told of what is wrong in a sentence while it is still being written."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from clerkwell.model import Place, Problem, Report, walk, words
from clerkwell.session import ReportChanged, Session

# What ends a sentence, with the space after it.
_END = re.compile(r"[.!?][”’\"')\]]*\s+|\n")
# What is wrong with a whole paragraph that says “None.” and goes no further: its reason may be what comes next.
_BARE = ("nil-without-reason", "nil-not-allowed", "nil-section-left-in")


class Patience(QObject):
    """Keeps back the problems that came with what is being typed, until the caret leaves the sentence or rests.

    That an answer gives no reason is kept back until the caret leaves the paragraph.

    `released` says that they may be told of now. Whatever shows the report as a whole asks the session instead.
    """

    released = Signal()

    # Seconds without a key after which a sentence counts as left.
    REST = 2.5

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._caret: Place | None = None
        # The last place in the text of a section that the caret was at, wherever the keyboard is now.
        self.last: Place | None = None
        # The sentence that is being written: its block, and where it begins in it.
        self._sentence: tuple[str, str, int] | None = None
        self._known: frozenset[tuple[str, str]] = frozenset()
        # The paragraph that is being written, and whether something is kept back that is wrong with all of it.
        self._paragraph: tuple[str, str] | None = None
        self._kept = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._release)

    def changed(self, event: ReportChanged) -> None:
        """Somebody changed the report: one who types at the caret is in the middle of a sentence."""
        if event.origin is None or self._caret is None or not self._caret.block:
            return
        if self._caret.section not in event.changes.sections:
            return
        self._paragraph = self._caret.section, self._caret.block
        if self._sentence is None:
            self._sentence = self._at(self._caret)
            self._known = frozenset(map(_key, self._in(self._session.problems)))
        self._rest.start(round(self.REST * 1000))

    def moved(self, place: Place | None) -> None:
        """The caret is here now."""
        self._caret = place
        if place is not None and place.section and place.block:
            self.last = place
        left = place is None or (place.section, place.block) != self._paragraph
        if left:
            self._paragraph = None
        if self._sentence is not None and (place is None or self._at(place) != self._sentence):
            self._release()
        elif left and self._kept:
            self.released.emit()

    def shown(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Those of the problems that may be told of."""
        found = tuple(problems)
        held = {id(each) for each in self._in(found) if _key(each) not in self._known}
        bare = {id(each) for each in found if self._is_answer(each)}
        self._kept = bool(bare)
        return tuple(each for each in found if id(each) not in held | bare) if held or bare else found

    def _release(self) -> None:
        self._rest.stop()
        if self._sentence is not None:
            self._sentence = None
            self.released.emit()

    def _is_answer(self, problem: Problem) -> bool:
        place = problem.place
        return problem.rule in _BARE and place is not None and (place.section, place.block) == self._paragraph

    def _in(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems with words of the sentence."""
        if self._sentence is None:
            return []
        section, block, start = self._sentence
        text = _text(self._session.report, section, block)
        ended = _END.search(text, start)
        end = ended.start() + 1 if ended else len(text)
        return [
            each
            for each in problems
            if each.place is not None
            and (each.place.section, each.place.block) == (section, block)
            and each.place.start is not None
            and each.place.start <= end
            and (each.place.end or each.place.start) > start
        ]

    def _at(self, place: Place) -> tuple[str, str, int] | None:
        if not place.block or place.end is None:
            return None
        text = _text(self._session.report, place.section, place.block)
        start = 0
        for ended in _END.finditer(text, 0, place.end):
            start = ended.end()
        return place.section, place.block, start


def _key(problem: Problem) -> tuple[str, str]:
    return problem.rule, problem.quote


def _text(report: Report, section: str, block_id: str) -> str:
    return next((words(block) for block in walk(report.blocks(section)) if block.id == block_id), "")
