"""What the checks say of a pack's example report, as it would be told to its author: made elsewhere, once a pack."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.rules import check
from clerkwell.session.trial import TrialError, trial_report
from clerkwell.ui.studio.bridge import PackBridge

# Milliseconds without a change before the example is checked again.
_QUIET = 300


class ExampleCheck(QObject):
    """Checks the report that `made` makes of a pack; `checked` says that `problems` are of the pack asked for last.

    `problems` is None while they are not known; `fault` says why they cannot be, if so.
    """

    checked = Signal()

    def __init__(
        self, bridge: PackBridge, parent: QObject, made: Callable[[Pack], Report | None] = trial_report
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._report = made
        self.problems: tuple[Problem, ...] | None = None
        self.fault = ""
        self._of: Pack | None = None
        self._busy = False
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self._begin)

    def show_pack(self) -> None:
        """Check the example of the pack as it is now, where that is not done yet."""
        if self._of is not self._bridge.pack:
            self._of = self._bridge.pack
            self._quiet.start()

    def _begin(self) -> None:
        if self._busy:
            self._quiet.start()
            return
        self._busy = True
        pack, made = self._bridge.pack, self._report

        def job() -> tuple[Problem, ...] | str:
            try:
                report = made(pack)
            except TrialError as error:
                return str(error)
            return check(report, pack) if report is not None else ()

        def done(found: tuple[Problem, ...] | str) -> None:
            self._busy = False
            if pack is not self._of:
                return
            self.fault = found if isinstance(found, str) else ""
            self.problems = None if isinstance(found, str) else found
            self.checked.emit()

        self._bridge.runner.run(job, done)


def counted(problems: tuple[Problem, ...]) -> str:
    """How many there are of each grade, in words: "1 error, 2 warnings and 5 notes"."""
    parts = []
    for severity, name in (("error", "error"), ("warning", "warning"), ("info", "note")):
        count = sum(each.severity == severity for each in problems)
        if count:
            parts.append(f"{count} {name}{'' if count == 1 else 's'}")
    *others, last = parts or ["nothing"]
    return f"{', '.join(others)} and {last}" if others else last
