"""A new report from an earlier one: chosen, its new meeting asked for, opened with what is to be looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.intake import NotAReportError, import_document, import_text
from clerkwell.packs import Catalogue, PackError, PackNotFoundError, load_files
from clerkwell.session.again.starting import StartedAgain, newest_pack, start_again
from clerkwell.storage import StorageError, StoredReport, read_file
from clerkwell.system import FileError
from clerkwell.system.texts import read_text
from clerkwell.ui.documents import MeetingDialog, account_of_again
from clerkwell.ui.shell.files import EARLIER
from clerkwell.ui.shell.incoming_files import LARGEST_TEXT, about, is_text, is_word, read_bytes
from clerkwell.ui.shell.signing import signed_again
from clerkwell.word.ooxml import WordError
from clerkwell.word.reader import read_document

if TYPE_CHECKING:
    from clerkwell.ui.shell.tools import Tools


def new_from_earlier(tools: Tools) -> None:
    """Ask for the earlier report and the new meeting, and open the new report."""
    path = tools.dialogs.to_read(tools.folder, "Choose the earlier report", EARLIER)
    if path is None:
        return
    asked, meeting = _ask_meeting(tools, path)
    if not asked:
        return
    catalogue, now = tools.services.catalogue, tools.services.now()

    def go_on(result: StartedAgain | str) -> None:
        if isinstance(result, str):
            tools.messages.notice(result, "bad")
        elif tools.may_leave():
            result = signed_again(result, tools.services.keeper.settings)
            stored = StoredReport(report=result.report, pack_files=result.pack.files, attachments=result.attachments)
            opened = tools.opening.made(stored, result.pack)
            if opened is not None:
                tools.show(replace(opened, account=account_of_again(result, path.name)))

    tools.work.do(f"Reading {path.name}", lambda: _again(path, catalogue, meeting, now), go_on)


def _ask_meeting(tools: Tools, path: Path) -> tuple[bool, date | None]:
    dialog = MeetingDialog(path.name, tools.frame.widget)
    asked, meeting = dialog.exec() == MeetingDialog.DialogCode.Accepted, dialog.meeting
    dialog.deleteLater()
    return asked, meeting


def _again(path: Path, catalogue: Catalogue, meeting: date | None, now: datetime) -> StartedAgain | str:
    """The new report; a sentence where none can be made of this file."""
    try:
        if is_word(path) or is_text(path):
            if is_word(path):
                came = import_document(read_document(read_bytes(path)), catalogue.known(now.date()))
            else:
                came = import_text(read_text(path, LARGEST_TEXT), catalogue.known(now.date()))
            report, pack, files = came.report, came.pack, came.attachments
        else:
            stored = read_file(path)
            report, files = stored.report, stored.attachments
            pack = load_files(stored.pack_files, path.name) if stored.pack_files else catalogue.get(report.pack.id)
    except (FileError, StorageError, PackError, PackNotFoundError, WordError, NotAReportError) as error:
        return about(path, error)
    return start_again(report, pack, newest_pack(pack, catalogue, meeting or now.date()), files, now, meeting=meeting)
