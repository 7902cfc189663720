"""An open report for tests of widgets: a real session, whose time and threads the test holds in its hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.session import Session
from clerkwell.storage import StoredReport
from clerkwell.ui.kit import Offer, Question, SessionBridge
from clerkwell.ui.kit.messages import Tone

T = TypeVar("T")


class Clock:
    """Time that only passes when the test says so."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
        self._waiting: list[tuple[datetime, Callable[[], None]]] = []

    def now(self) -> datetime:
        """The time."""
        return self.at

    def later(self, seconds: float, run: Callable[[], None]) -> Callable[[], None]:
        """Run something when so much time has passed."""
        entry = (self.at + timedelta(seconds=seconds), run)
        self._waiting.append(entry)

        def cancel() -> None:
            if entry in self._waiting:
                self._waiting.remove(entry)

        return cancel

    def pass_time(self, seconds: float = 10) -> None:
        """Let time pass, and run what is due."""
        until = self.at + timedelta(seconds=seconds)
        while due := sorted((entry for entry in self._waiting if entry[0] <= until), key=lambda entry: entry[0]):
            self._waiting.remove(due[0])
            self.at = due[0][0]
            due[0][1]()
        self.at = until


class Inline:
    """Runs jobs at once."""

    def run(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run it here."""
        done(job())


@dataclass
class Recorder:
    """What the user was told; questions are answered with `answer`."""

    said: list[str] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    noticed: list[str] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    asked: list[Question] = field(default_factory=list)
    answer: str = ""

    def say(self, text: str) -> None:
        """Keep it."""
        self.said.append(text)

    def unsay(self, text: str) -> None:
        """Keep that it was taken back."""
        self.unsaid.append(text)

    def notice(self, text: str, tone: Tone = "plain", offers: tuple[Offer, ...] = ()) -> None:  # noqa: ARG002
        """Keep it."""
        self.noticed.append(text)
        self.offers.extend(offers)

    def ask(self, question: Question) -> str:
        """Keep it, and answer."""
        self.asked.append(question)
        return self.answer or question.escape


@dataclass
class Desk:
    """An open report with what stands round it."""

    session: Session
    bridge: SessionBridge
    clock: Clock
    messages: Recorder

    @property
    def report(self) -> Report:
        """The report as it is now."""
        return self.session.report


def open_desk(
    report: Report,
    pack: Pack,
    check: Callable[[Report, Pack], tuple[Problem, ...]] | None = None,
    *,
    read_only: bool = False,
) -> Desk:
    """Open a report without a file; it is checked with `check` (nothing is found without one) when time passes."""
    clock, messages = Clock(), Recorder()
    session = Session(
        StoredReport(report=report, pack_files=pack.files, read_only=read_only),
        pack,
        path=None,
        check=check or (lambda _report, _pack: ()),
        scheduler=clock,
        runner=Inline(),
        recovery=None,
        now=clock.now,
    )
    bridge = SessionBridge(session, messages)
    return Desk(session, bridge, clock, messages)
