"""A Word document that arrives: a draft of the open report is reviewed, another asked about, the rest imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.intake import NotAReportError
from clerkwell.intake.homecoming import DraftMark, draft_of
from clerkwell.packs import PackNotFoundError
from clerkwell.session.coming_home.brought_in import BroughtIn, brought_in
from clerkwell.session.coming_home.returned import OtherReportError, Returned, ReturnError, take_in
from clerkwell.system import FileError
from clerkwell.ui.kit import Choice, Question
from clerkwell.ui.shell.incoming_files import about, read_bytes
from clerkwell.word.ooxml import WordError
from clerkwell.word.reader import read_document

if TYPE_CHECKING:
    from clerkwell.ui.shell.opening import Opened
    from clerkwell.ui.shell.reviewing import Reviewing
    from clerkwell.ui.shell.tools import Tools


@dataclass(frozen=True)
class Arrived:
    """A Word document with what it is a draft of, if it is one, and as what it came back to the open report.

    `other`: it seems to belong to another report; `forced`: it can be compared with the open one all the same.
    """

    path: Path
    data: bytes = field(repr=False)
    mark: DraftMark | None = None
    returned: Returned | None = None
    other: str = ""
    forced: bool = False


class Arriving:
    """The flow of a Word document that is opened or dropped."""

    def __init__(self, tools: Tools, reviewing: Reviewing, import_it: Callable[[BroughtIn, str], None]) -> None:
        """`import_it` opens what was imported as a report of its own, with the name of its document."""
        self._tools = tools
        self._reviewing = reviewing
        self._import_it = import_it

    def take(self, path: Path) -> None:
        """Read it elsewhere, and go on with what it turns out to be."""
        opened = self._tools.frame.opened
        self._tools.work.do(f"Reading {path.name}", lambda: _look(path, opened), self._go_on)

    def _go_on(self, arrived: Arrived | str) -> None:
        tools = self._tools
        if isinstance(arrived, str):
            tools.messages.notice(arrived, "bad")
        elif arrived.returned is not None and arrived.returned.base_found and arrived.mark is not None:
            self._reviewing.review(arrived.returned)
        elif arrived.mark is not None or arrived.returned is not None:
            self._ask(arrived)
        else:
            self._import(arrived)

    def _ask(self, arrived: Arrived) -> None:
        answer = self._tools.messages.ask(_about(arrived, self._tools.frame.opened is not None))
        if answer == "new":
            self._import(arrived)
        elif answer == "review" and arrived.returned is not None:
            self._reviewing.review(arrived.returned)
        elif answer == "review":
            self._review_anyway(arrived)
        elif answer == "report":
            self._open_its_report(arrived)

    def _review_anyway(self, arrived: Arrived) -> None:
        opened = self._tools.frame.opened
        if opened is not None:
            self._tools.work.do(
                f"Comparing {arrived.path.name}", lambda: _returned(arrived, opened, anyway=True), self._after_anyway
            )

    def _after_anyway(self, result: Returned | ReturnError | WordError) -> None:
        if isinstance(result, Returned):
            self._reviewing.review(result)
        else:
            self._tools.messages.notice(str(result), "bad")

    def _open_its_report(self, arrived: Arrived) -> None:
        """Open the report that the user points at; the document is then taken into that."""
        path = self._tools.dialogs.to_open(arrived.path.parent)
        if path is None:
            return
        before = self._tools.frame.opened
        self._tools.open_file(path)
        if self._tools.frame.opened is not None and self._tools.frame.opened is not before:
            self.take(arrived.path)

    def _import(self, arrived: Arrived) -> None:
        services, name = self._tools.services, arrived.path.name

        def job() -> BroughtIn | str:
            try:
                return brought_in(arrived.data, name, services.layouts, services.now())
            except (WordError, NotAReportError, PackNotFoundError) as error:
                return about(arrived.path, error)

        def go_on(result: BroughtIn | str) -> None:
            if isinstance(result, str):
                self._tools.messages.notice(result, "bad")
            else:
                self._import_it(result, name)

        self._tools.work.do(f"Importing {name}", job, go_on)


def _look(path: Path, opened: Opened | None) -> Arrived | str:
    """What a document is; a sentence where it cannot be read."""
    try:
        data = read_bytes(path)
        mark = draft_of(read_document(data))
    except (FileError, WordError) as error:
        return about(path, error)
    arrived = Arrived(path, data, mark)
    if opened is None or opened.session.read_only:
        return arrived
    result = _returned(arrived, opened)
    if isinstance(result, Returned):
        return replace(arrived, returned=result)
    # A document that is neither a draft nor like the open report is a report of its own, or says why it is none.
    forced = isinstance(result, OtherReportError) and result.forced
    return replace(arrived, other=str(result), forced=forced) if mark is not None else arrived


def _returned(arrived: Arrived, opened: Opened, *, anyway: bool = False) -> Returned | ReturnError | WordError:
    session = opened.session
    try:
        return take_in(
            arrived.data,
            arrived.path.name,
            session.report,
            session.pack,
            session.versions.files,
            session.attachments,
            anyway=anyway,
        )
    except (ReturnError, WordError) as error:
        return error


def _about(arrived: Arrived, is_open: bool) -> Question:
    name = arrived.path.name
    new = Choice("new", "&Make a new report of it")
    report = Choice("report", "&Open its report…")
    cancel = Choice("no", "Cancel")
    if arrived.returned is not None:
        return Question(
            "A Word document",
            f"{name} has much in common with the report that is open.",
            (Choice("review", "&Review its changes"), new, cancel),
            "no",
            "It does not say which version it was made of, so everything in it that differs from the report is shown "
            "as a change for you to accept or reject.",
        )
    if not is_open or not arrived.other:
        return Question(
            "A draft came back",
            f"{name} is a draft that was exported from a report.",
            (report, new, cancel),
            "no",
            "Open its report to see what was changed in the draft, and to accept or reject each change.",
        )
    review = (Choice("review", "&Review it all the same"),) if arrived.forced else ()
    return Question("A draft of another report", arrived.other, (report, *review, new, cancel), "no")
