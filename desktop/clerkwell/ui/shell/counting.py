"""What the word count shows: of what is selected, of the section that is up, and of the whole report."""

from PySide6.QtWidgets import QWidget

from clerkwell.session.word_counts import Count, count_blocks, count_parts, count_report, count_text
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.shell.desk import Desk
from clerkwell.ui.shell.word_count import WordCountDialog


def counted(desk: Desk) -> list[tuple[str, Count]]:
    """The columns of the word count: the selection, where there is one, the section, the report."""
    report = desk.bridge.session.report
    columns: list[tuple[str, Count]] = []
    content = desk.pages.current().content
    if isinstance(content, SectionPage):
        chosen = content.editor.textCursor().selectedText()
        if chosen:
            columns.append(("Selection", count_text(chosen)))
        columns.append(("This section", count_blocks(report.blocks(desk.part))))
    columns.append(("Whole report", count_report(report)))
    return columns


def show_counts(desk: Desk, over: QWidget) -> None:
    """Show the word count of the open report."""
    session = desk.bridge.session
    made = desk.parts.made
    pages = f"The report has {desk.parts.length}." if desk.parts.length else "Nothing is written yet."
    if made is None and desk.parts.length:
        pages += " The pages are a guess until the preview or a PDF has been made."
    dialog = WordCountDialog(counted(desk), count_parts(session.report, session.pack), pages, over)
    dialog.exec()
    dialog.deleteLater()
