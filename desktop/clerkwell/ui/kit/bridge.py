"""The bridge between a session, which knows no Qt, and the widgets that show it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from clerkwell.model import Problem
from clerkwell.session import Session
from clerkwell.session.holding import holding
from clerkwell.session.own_inserts import AuthorsInserts
from clerkwell.ui.kit.last_folder import LastFolder
from clerkwell.ui.kit.messages import Messages, Offer
from clerkwell.ui.kit.patience import Patience
from clerkwell.ui.kit.workers import QtRunner


class WordList(Protocol):
    """The dictionary, with the author's own words."""

    @property
    def own_words(self) -> frozenset[str]:
        """The words that the author has added."""

    def add(self, word: str) -> None:
        """Let a word count as spelt right from now on. Raises `FileError` where that cannot be kept."""

    def remove(self, word: str) -> None:
        """Let a word count no longer. Raises `FileError` where that cannot be kept."""

    def suggested(self, word: str) -> tuple[str, ...] | None:
        """What `suggest` has given for a word; None if nobody has asked yet."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may have been meant by a word, the likeliest first. It takes long enough to be felt."""


class SessionBridge(QObject):
    """One open report, for widgets: the session, its events as Qt signals, and the door for messages.

    `changed` carries the session's `ReportChanged`; `problems_changed` the tuple of `problems`; `state_changed` says
    that the saved state, the path or what can be undone is other than before; `trouble` carries a sentence for the
    user; `exported` says that `last_export` is another.
    `words` is the dictionary, and `explain` shows what a rule is about, where the window has them. `inserts` are the
    author's own wordings, `last_folder` is where a file was chosen last.
    """

    changed = Signal(object)
    problems_changed = Signal(object)
    state_changed = Signal()
    trouble = Signal(str)
    exported = Signal()

    def __init__(
        self,
        session: Session,
        messages: Messages,
        parent: QObject | None = None,
        *,
        words: WordList | None = None,
        explain: Callable[[str], object] | None = None,
        inserts: AuthorsInserts | None = None,
        last_folder: LastFolder | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.messages = messages
        self.words = words
        self.explain = explain
        self.inserts = inserts or AuthorsInserts()
        self.last_folder = last_folder
        # What was exported last, in words, with ways to it.
        self.last_export: tuple[str, tuple[Offer, ...]] | None = None
        # Whose name stands under what is set aside.
        self.author = ""
        # Why no draft may leave the program; "" where one may.
        self.no_drafts = ""
        self.patience = Patience(session, self)
        self.patience.released.connect(self._tell_problems)
        self._told: tuple[str, Callable[[], bool]] | None = None
        self._runner: QtRunner | None = None
        self._ends = (
            session.changed.connect(self.patience.changed),
            session.changed.connect(self.changed.emit),
            session.problems_changed.connect(self._tell_problems),
            # After whoever knows whether it still holds.
            session.changed.connect(self._take_back),
            session.problems_changed.connect(self._take_back),
            session.state_changed.connect(lambda _: self.state_changed.emit()),
            session.trouble.connect(self.trouble.emit),
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the last check found, without what is wrong in the sentence that is still being written."""
        return self.patience.shown(self.session.problems)

    @property
    def problems_now(self) -> tuple[Problem, ...]:
        """Those of `problems` that are about words as they are now: what has been changed since the last check is not
        judged by it."""
        return holding(self.problems, self.session.checked, self.session.report)

    def tell(self, text: str, holds: Callable[[], bool] | None = None) -> None:
        """Say something that holds for a while; it is taken back once it does no longer. Without `holds`: once the
        report is another."""
        now = self.session.revision
        self._told = (text, holds or (lambda: self.session.revision == now))
        self.messages.say(text)

    def _take_back(self, _: object = None) -> None:
        if self._told is not None and not self._told[1]():
            text, self._told = self._told[0], None
            self.messages.unsay(text)

    def note_export(self, text: str, offers: tuple[Offer, ...]) -> None:
        """Keep what was exported last, for as long as the report is open."""
        self.last_export = (text, offers)
        self.exported.emit()

    def _tell_problems(self, _: object = None) -> None:
        self.problems_changed.emit(self.problems)

    def look_up(self, word: str, done: Callable[[tuple[str, ...]], None]) -> None:
        """Find elsewhere what may have been meant by a word, and hand it on."""
        words = self.words
        if words is not None:
            self._runner = self._runner or QtRunner(self)
            self._runner.run(lambda: words.suggest(word), done)

    def let_go(self) -> None:
        """Follow the session no more."""
        if self._runner is not None:
            self._runner.stop()
        for end in self._ends:
            end()
