"""The word count of the window."""

from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.counting import counted
from clerkwell.ui.shell.word_count import WordCountDialog
from helpers.modal import when_shown
from helpers.windows import write


def test_selection_section_and_report_are_counted(window: MainWindow) -> None:
    write(window, "summary", "Parks are busy.")
    write(window, "background", "Busy parks\nneed more care.")
    assert window.desk is not None
    assert [name for name, _ in counted(window.desk)] == ["Whole report"]
    window.desk.enter_part("background")
    page = window.desk.pages.current().content
    assert isinstance(page, SectionPage)
    page.editor.selectAll()
    assert [(name, count.words, count.paragraphs) for name, count in counted(window.desk)] == [
        ("Selection", 5, 2), ("This section", 5, 2), ("Whole report", 8, 3),
    ]  # fmt: skip


def test_the_window_shows_the_count_with_the_pages_as_far_as_they_are_known(window: MainWindow) -> None:
    write(window, "summary", "Parks are busy.")
    texts: list[str] = []

    def read(dialog: WordCountDialog) -> None:
        texts.append(dialog.pages.text())
        dialog.reject()

    seen = when_shown(WordCountDialog, read)
    window.menus.actions["word-count"].trigger()
    assert seen
    assert texts == [
        "The report has about 1 page · 3 words. The pages are a guess until the preview or a PDF has been made."
    ]
