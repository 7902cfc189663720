"""What was exported last of the open report, on the page "Check your report": also what was exported before it was
closed, and whether the report has changed since.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from clerkwell.model import Report
from clerkwell.session.last_export import LastExport, LastExports, in_words, says_the_same
from clerkwell.ui.kit import Offer

if TYPE_CHECKING:
    from clerkwell.ui.kit import SessionBridge
    from clerkwell.ui.shell.makings import Made
    from clerkwell.ui.shell.opening import Opened
    from clerkwell.ui.shell.tools import Tools


class LastExported(QObject):
    """Follows one open report for as long as it is open."""

    def __init__(self, tools: Tools, opened: Opened, bridge: SessionBridge) -> None:
        super().__init__(bridge)
        self._opened = opened
        self._bridge = bridge
        self._now = tools.services.now
        self._messages = tools.messages
        self._kept = LastExports(tools.services.state / "exports.json")
        self._made: LastExport | None = None
        self._path = opened.session.path
        # What the report said when it was exported, where that is known.
        self._then: Report | None = None
        self._there = True
        self._told = ""

    def begin(self) -> None:
        """Tell what was exported before the report was closed, once that is known: reading takes its time."""
        self._bridge.problems_changed.connect(self._look)
        self._bridge.state_changed.connect(self._moved)
        path, report = self._path, self._opened.session.report
        made = self._kept.of(path) if path is not None else None
        if made is None:
            return

        def job() -> tuple[str, bool]:
            from clerkwell.storage import content_digest

            return content_digest(report), Path(made.path).exists()

        def found(answer: tuple[str, bool]) -> None:
            if self._made is None:
                digest, self._there = answer
                self._made, self._then = made, report if digest == made.digest else None
                self._tell()

        self._opened.runner.run(job, found)

    def note(self, what: str, made: Made) -> None:
        """This has been exported now."""
        report, when = made.report, self._now().astimezone().isoformat(timespec="seconds")
        self._made = LastExport(what, str(made.opens), str(made.folder), when, "")
        self._then, self._there, self._told = report, True, ""
        self._tell()
        told = self._made

        def job() -> str:
            from clerkwell.storage import content_digest

            return content_digest(report)

        def keep(digest: str) -> None:
            if self._made is told:
                self._made = replace(told, digest=digest)
                self._keep()

        self._opened.runner.run(job, keep)

    def _keep(self) -> None:
        path = self._opened.session.path
        if path is not None and self._made is not None and self._made.digest:
            self._kept.keep(path, self._made)

    def _moved(self) -> None:
        """The report has another file from now on."""
        if self._opened.session.path != self._path:
            self._path = self._opened.session.path
            self._keep()

    def _look(self, _: object = None) -> None:
        """After a pause: whether the report says something else by now."""
        if self._made is not None:
            self._tell()

    def _tell(self) -> None:
        made = self._made
        if made is None:
            return
        changed = self._then is None or not says_the_same(self._then, self._opened.session.report)
        text = in_words(made, self._now(), changed=changed, there=self._there)
        if text != self._told:
            self._told = text
            self._bridge.note_export(text, self._ways(made))

    def _ways(self, made: LastExport) -> tuple[Offer, ...]:
        show = Offer("Show fo&lder", lambda: self._show(made.folder))
        if made.path == made.folder:
            return (show,)
        return (Offer("Ope&n", lambda: self._show(made.path)), show) if self._there else (show,)

    def _show(self, path: str) -> None:
        # With what writes documents, which no report that is opened should wait for.
        from clerkwell.ui.shell.showing import show_in

        show_in(Path(path), self._messages)
