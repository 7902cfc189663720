"""Sections sent to a colleague as a Word document that comes home again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.session.handing_off import HandoffError, export_handoff, handoff_parts
from clerkwell.storage import ReadOnlyError
from clerkwell.system import FileError
from clerkwell.ui.documents import SendDialog
from clerkwell.ui.shell.ruled import no_drafts
from clerkwell.ui.shell.saving import file_name
from clerkwell.ui.shell.showing import show_path
from clerkwell.word.writer import WordError

if TYPE_CHECKING:
    from clerkwell.ui.shell.tools import Tools


def send_sections(tools: Tools) -> None:
    """Ask which sections and where to, and write the document."""
    opened, desk = tools.frame.opened, tools.frame.desk
    if opened is None or desk is None:
        return
    why_not = no_drafts(tools.services.keeper.settings)
    if why_not:
        tools.messages.notice(why_not, "bad")
        return
    session = opened.session
    parts = handoff_parts(session.report, session.pack)
    dialog = SendDialog(parts, desk.part, tools.frame.widget)
    chosen = dialog.sections if dialog.exec() == SendDialog.DialogCode.Accepted else ()
    dialog.deleteLater()
    if not chosen:
        return
    titles = [title for part_id, title in parts if part_id in chosen]
    what = titles[0] if len(titles) == 1 else f"{len(titles)} sections"
    named = f"{file_name(session.report)} - {_fit(what)}.docx"
    to = tools.dialogs.to_export(tools.folder / named, "Save the document to send")
    if to is None:
        return
    report, pack, files, by = session.report, session.pack, session.attachments, tools.author

    def job() -> Path | str:
        try:
            return export_handoff(report, pack, chosen, files, to, by=by)
        except (HandoffError, WordError, FileError) as error:
            return str(error)

    def go_on(result: Path | str) -> None:
        if isinstance(result, str):
            tools.messages.notice(result, "bad")
            return
        try:
            session.versions.keep_sent(report, "Part")
            home = "When it comes back, drop it onto this window."
        except ReadOnlyError:
            home = "This report is open to read only, so it cannot tell later what was changed in it."
        stands = "is" if len(titles) == 1 else "are"
        tools.messages.notice(
            f"{what} {stands} in {result.name}, ready to send. {home}", "good", show_path(result, tools.messages)
        )

    tools.work.do("Writing the document", job, go_on)


def _fit(name: str) -> str:
    return "".join(" " if letter in '<>:"/\\|?*' else letter for letter in name).strip()
