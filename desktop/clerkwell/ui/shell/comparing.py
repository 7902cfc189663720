"""Versions as a person meets them: kept, listed, compared with each other or with a Word file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.comparing import Difference
from clerkwell.session.coming_home.returned import OtherReportError, ReturnError
from clerkwell.session.comparing_reports import Side, compare_sides, of_another_file, save_comparison, word_side
from clerkwell.storage import StorageError, read_file
from clerkwell.system import FileError
from clerkwell.ui.kit import Choice, Question
from clerkwell.ui.shell.files import READABLE_SIDES
from clerkwell.ui.shell.incoming_files import about, read_bytes
from clerkwell.ui.shell.saving import file_name
from clerkwell.ui.shell.showing import show_path
from clerkwell.ui.versions import ComparisonDialog, VersionsDialog, keep_version
from clerkwell.word.ooxml import WordError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from clerkwell.ui.shell.opening import Opened
    from clerkwell.ui.shell.tools import Tools


class Comparing:
    """The flows of versions and comparisons."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._over: QWidget = tools.frame.widget
        self._shown: ComparisonDialog | None = None

    def keep(self) -> None:
        """Ask for a name, and keep the report as it is now."""
        opened = self._tools.frame.opened
        if opened is None:
            return
        kept = keep_version(opened.session, self._tools.frame.widget)
        if kept is not None:
            self._tools.messages.say(f"Kept as “{kept.name}”.")

    def show(self) -> None:
        """List the versions."""
        opened = self._tools.frame.opened
        if opened is None:
            return
        dialog = VersionsDialog(
            opened.session,
            self._tools.messages,
            lambda before, after: self._compare(opened, before, after),
            lambda then: self._ask_word(opened, then),
            self._tools.frame.widget,
        )
        self._over = dialog
        dialog.exec()
        self._over = self._tools.frame.widget
        dialog.deleteLater()

    def compare(self, before: Side, after: Side) -> None:
        """Show what differs between two states of the open report, wherever they come from."""
        opened = self._tools.frame.opened
        if opened is not None:
            self._compare(opened, before, after)

    def _compare(self, opened: Opened, before: Side, after: Side) -> None:
        pack = opened.session.pack
        self._tools.work.do(
            "Comparing",
            lambda: compare_sides(before, after, pack),
            lambda found: self._show(opened, before, after, found),
        )

    def _show(self, opened: Opened, before: Side, after: Side, found: tuple[Difference, ...]) -> None:
        turned: list[bool] = []
        dialog = ComparisonDialog(
            before.name,
            after.name,
            found,
            lambda: self._save(opened, before, after),
            self._over,
            lambda: turned.append(True),
        )
        self._shown = dialog
        dialog.exec()
        self._shown = None
        dialog.deleteLater()
        if turned:
            self._compare(opened, after, before)

    def _save(self, opened: Opened, before: Side, after: Side) -> None:
        session = opened.session
        named = f"{file_name(session.report)} - compared with {before.name}.docx"
        suggested = self._tools.folder / _fit(named)
        to = self._tools.dialogs.to_export(suggested, "Save the comparison as a Word document")
        if to is None:
            return
        pack, by, when = session.pack, self._tools.author or "Comparison", self._tools.services.now()

        def job() -> Path | str:
            try:
                return save_comparison(before, after, pack, to, by=by, when=when)
            except (FileError, WordError) as error:
                return str(error)

        def go_on(result: Path | str) -> None:
            if isinstance(result, str):
                text = result
                self._tools.messages.notice(text, "bad")
            else:
                text = f"The comparison is in {result.name}, with the differences as tracked changes."
                self._tools.messages.notice(text, "good", show_path(result, self._tools.messages))
            if self._shown is not None:
                self._shown.tell(text)

        self._tools.work.do("Writing the comparison", job, go_on)

    def _ask_word(self, opened: Opened, then: Callable[[Side], None]) -> None:
        path = self._tools.dialogs.to_read(self._tools.folder, "Compare with a file", READABLE_SIDES)
        if path is not None:
            self._read_word(opened, path, then, anyway=False)

    def _read_word(self, opened: Opened, path: Path, then: Callable[[Side], None], *, anyway: bool) -> None:
        session = opened.session
        report, pack, versions, files = session.report, session.pack, session.versions.files, session.attachments

        def job() -> Side | FileError | WordError | ReturnError | StorageError:
            try:
                if path.suffix.casefold() == ".clerkwell":
                    stored = read_file(path)
                    # The ids of two files say nothing about one another.
                    return of_another_file(Side(path.name, stored.report, stored.attachments), Side("", report, files))
                return word_side(read_bytes(path), path.name, report, pack, versions, files, anyway=anyway)
            except (FileError, WordError, ReturnError, StorageError) as error:
                return error

        def go_on(result: Side | FileError | WordError | ReturnError | StorageError) -> None:
            if isinstance(result, Side):
                then(result)
            elif isinstance(result, OtherReportError) and result.forced:
                if self._tools.messages.ask(_all_the_same(str(result))) == "yes":
                    self._read_word(opened, path, then, anyway=True)
            else:
                self._tools.messages.notice(about(path, result), "bad")

        self._tools.work.do(f"Reading {path.name}", job, go_on)


def _all_the_same(text: str) -> Question:
    return Question("Another report", text, (Choice("yes", "&Compare all the same"), Choice("no", "Cancel")), "no")


def _fit(name: str) -> str:
    """A name without what file systems refuse."""
    return "".join(" " if letter in '<>:"/\\|?*' else letter for letter in name)
