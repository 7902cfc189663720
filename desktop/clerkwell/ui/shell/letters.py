"""A letter attached as an appendix, and its findings quoted where the caret is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.intake.letters import as_quotations
from clerkwell.rules import part_title
from clerkwell.session.letters import Letter, attach_letter, offered, read_letter
from clerkwell.system import FileError
from clerkwell.ui.documents import LetterDialog
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.shell.files import LETTER
from clerkwell.ui.shell.incoming_files import read_bytes

if TYPE_CHECKING:
    from clerkwell.ui.shell.tools import Tools


def attach(tools: Tools) -> None:
    """Ask for the letter, and go on when it has been read."""
    if tools.frame.opened is None:
        return
    path = tools.dialogs.to_read(tools.folder, "Attach a letter", LETTER)
    if path is None:
        return

    def job() -> Letter | str:
        try:
            return read_letter(path.name, read_bytes(path))
        except FileError as error:
            return str(error)

    def go_on(result: Letter | str) -> None:
        if isinstance(result, str):
            tools.messages.notice(result, "bad")
        else:
            _choose(tools, result, path)

    tools.work.do(f"Reading {path.name}", job, go_on)


def _choose(tools: Tools, letter: Letter, path: Path) -> None:
    opened, desk = tools.frame.opened, tools.frame.desk
    if opened is None or desk is None:
        return
    session, page = opened.session, desk.pages.current().content
    where = part_title(session.report, session.pack, desk.part) if isinstance(page, SectionPage) else ""
    dialog = LetterDialog(letter.findings, offered(letter, session.report), where, letter.said, tools.frame.widget)
    accepted, asked = dialog.exec() == LetterDialog.DialogCode.Accepted, dialog.attached
    dialog.deleteLater()
    if not accepted:
        return
    appendix = attach_letter(session, letter, asked.appendix)
    chosen = [letter.findings[at] for at in asked.findings]
    told = f"{path.name} is attached as appendix {appendix.number}."
    if chosen and isinstance(page, SectionPage):
        page.editor.insert_apart(as_quotations(chosen, letter.source, appendix.id), "Findings of the letter")
        page.editor.setFocus()
        told += " 1 finding is quoted." if len(chosen) == 1 else f" {len(chosen)} findings are quoted."
    tools.messages.notice(f"{told} Undo takes it back.", "good")
