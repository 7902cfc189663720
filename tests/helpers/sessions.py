"""An open report in a test's hands: its time, its threads, and a record of what it said."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.session import ReportChanged, Session
from clerkwell.storage import RecoveryFolder, StoredReport, read_file
from helpers.building import make_pack, make_report
from helpers.clockwork import AtOnce, Clock, WhenTold


def one_problem(report: Report, pack: Pack) -> tuple[Problem, ...]:
    """A check that finds fault with the subject, whatever it is."""
    del pack
    return (Problem(rule="subject", severity="info", quote=report.field("subject").text, message="So it is."),)


class OpenReport:
    """A session with a clock, a runner, and lists of what it told its followers."""

    def __init__(
        self,
        report: Report | None = None,
        path: Path | None = None,
        recovery: Path | None = None,
        runner: AtOnce | WhenTold | None = None,
        clock: Clock | None = None,
        **options: Any,  # noqa: ANN401 - handed on to the session as they are
    ) -> None:
        self.clock = clock or Clock()
        self.runner = runner or AtOnce()
        stored = options.pop("stored", None) or StoredReport(report or make_report())
        if path is not None and path.exists() and not stored.digest and not options.get("recovered"):
            stored = replace(read_file(path), read_only=stored.read_only)
        self.recovery = RecoveryFolder(recovery) if recovery else None
        self.session = Session(
            stored,
            make_pack(),
            path=path,
            check=options.pop("check", one_problem),
            scheduler=self.clock,
            runner=self.runner,
            recovery=self.recovery,
            now=self.clock.now,
            **options,
        )
        self.changes: list[ReportChanged] = []
        self.problems: list[tuple[Problem, ...]] = []
        self.troubles: list[str] = []
        self.outside: list[str] = []
        self.states = 0
        self.session.changed.connect(self.changes.append)
        self.session.problems_changed.connect(self.problems.append)
        self.session.trouble.connect(self.troubles.append)
        self.session.outside.connect(lambda found: self.outside.append(found.state))
        self.session.state_changed.connect(self._count)

    def _count(self, nothing: None) -> None:
        del nothing
        self.states += 1
