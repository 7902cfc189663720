"""The whole journey of an information report with the mouse: from the start page to Word, and read back."""

from pathlib import Path

import pytest

from helpers import journeys as told
from helpers.by_mouse import Mouse
from helpers.eyes import sitting_at
from helpers.officer import Officer
from helpers.screen import Screen, wait_for

pytestmark = [pytest.mark.display, pytest.mark.timeout(300)]

# Typed at first, and put right by the link “Change” of the page that checks the report.
WRONG_TELEPHONE = "020 7946 0999"


def test_a_report_is_written_checked_and_exported_with_the_mouse(screen: Screen, tmp_path: Path) -> None:
    officer = Officer(screen, tmp_path / "rooms.clerkwell")
    document = tmp_path / "out" / "rooms.docx"
    document.parent.mkdir()
    with sitting_at(screen, tmp_path) as eyes:
        mouse = Mouse(screen, eyes)
        mouse.click(f"{told.PACK},", "list item")
        mouse.click("Start the report")
        screen.wait_title("New report")
        fill_header(mouse)
        save(mouse, screen, officer)
        write_sections(mouse, screen, officer)
        write_implications(mouse, screen)
        finish(mouse, screen, tmp_path)
        mend_problems(mouse, screen, officer)
        export(mouse, screen, document)
        # The one key besides the words: Enter, which ends a paragraph.
        assert screen.tally.keys == mouse.paragraphs
    told.hold_against(officer.report, document)
    summary = officer.report.section("summary")
    assert summary is not None
    assert summary.done


def fill_header(mouse: Mouse) -> None:
    """Every question, from the top of the page to its end."""
    for row, each in enumerate(told.COMMITTEES):
        card = (f"…Committee {row + 1}", "panel")
        mouse.choose("Committee", each.name, card)
        mouse.choose("Purpose for this committee", told.PURPOSE, card)
        if row:
            mouse.pick_day("Date of meeting", each.day, card)
        else:
            mouse.write_in("Date of meeting", each.day, card)
            mouse.click_to_show("Add another committee", "…Committee 2", "panel")
    mouse.write_in("Subject", told.SUBJECT)
    mouse.tick(f"{told.OUTCOME}, Corporate Plan outcomes")
    mouse.tick("No, Does this proposal require extra revenue and/or capital spending?", "radio button")
    mouse.write_in("Report of", told.REPORT_OF)
    mouse.choose("Purpose", told.PURPOSE)
    mouse.write_in("Report author", f"{told.AUTHOR}, {told.POST}")
    mouse.write_in("Name", told.AUTHOR)
    mouse.write_in("Post", told.POST)
    mouse.write_in("Telephone", WRONG_TELEPHONE)
    # The address is forgotten: the list of problems will say so.


def save(mouse: Mouse, screen: Screen, officer: Officer) -> None:
    """Give the report its file."""
    mouse.from_menu("File", "Save")
    screen.wait_title("Save the report")
    say_where(mouse, screen, officer.path, "Save")
    wait_for("the report's file", officer.path.exists)


def say_where(mouse: Mouse, screen: Screen, path: Path, verb: str) -> None:
    """Answer a dialog for files."""
    title = screen.active_title().partition(" — ")[0].strip()
    mouse.write_in("File name:", str(path), times=3)
    mouse.answer_dialog(title, verb)


def write_sections(mouse: Mouse, screen: Screen, officer: Officer) -> None:
    """Prose, a standard wording, a list that is put in order by dragging, a table."""
    mouse.go_to_part("Summary", "Summary")
    mouse.write(told.SUMMARY_TYPED)
    mouse.go_to_part("Recommendation", "Recommendation")
    put_in(mouse, screen, "Note the report,")
    officer.wait_for_words("recommendations", told.RECOMMENDATION)
    mouse.go_to_part("Background", "Background")
    first, *items = told.BACKGROUND
    mouse.lines((first, *reversed(items)), "Bulleted list")
    mouse.drag_paragraph("Background", "schools", above="reading groups")
    mouse.go_to_part("Current Position", "Current Position")
    mouse.write(told.POSITION)
    mouse.from_menu("Insert", "Table…")
    screen.wait_title("New table")
    mouse.write_in("Caption", told.CAPTION)
    heading, *rows = told.CELLS
    mouse.fill_cells("Cells of the table", [word for row in (heading, *reversed(rows)) for word in row])
    mouse.from_button("Row", "…Move row up")
    mouse.click("Insert")
    screen.wait_title(told.SUBJECT)


def put_in(mouse: Mouse, screen: Screen, wording: str) -> None:
    """A standard wording from the list of them."""
    mouse.from_menu("Insert", "Standard wording…")
    screen.wait_title("Standard wordings")
    mouse.click(wording, "list item")
    mouse.click("Insert")
    screen.wait_title(told.SUBJECT)


def write_implications(mouse: Mouse, screen: Screen) -> None:
    """A wording with its gap filled, a bare nil answer, sentences."""
    mouse.go_to_part("Financial implications", "Financial implications:")
    put_in(mouse, screen, "Considered, no effect,")
    mouse.write(told.REASON)
    mouse.go_to_part("Resource implications", "Resource implications:")
    mouse.write(told.ANSWERS["resource"])
    mouse.go_to_part("Legal implications", "Legal implications:")
    mouse.write(told.NIL)
    for part in ("risk", "equalities", "climate", "security"):
        title = f"{part.capitalize()} implications"
        mouse.go_to_part(title, f"{title}:")
        mouse.write(told.ANSWERS[part])
    mouse.go_to_part("Conclusion", "Conclusion")
    mouse.write(told.CONCLUSION)


def finish(mouse: Mouse, screen: Screen, folder: Path) -> None:
    """An appendix with its file, and no background papers."""
    mouse.go_to_part("Appendices", "There are no appendices")
    mouse.click("Add an appendix")
    screen.wait_title("Appendix")
    mouse.write_in("Title", told.APPENDIX)
    mouse.click("Attach a file…")
    screen.wait_title("Attach a file")
    say_where(mouse, screen, told.attachment(folder), "Open")
    screen.wait_title("Appendix")
    mouse.click("Keep")
    screen.wait_title(told.SUBJECT)
    mouse.go_to_part("Background Papers", "There are no background papers")
    mouse.tick("There are no background papers")


def mend_problems(mouse: Mouse, screen: Screen, officer: Officer) -> None:
    """An error gone to and put right by hand, a word put right by a button, a warning set aside with a reason."""
    officer.wait_for_check()
    mouse.click("Check your report,", "list item", over=("Parts of the report", "list"))
    mouse.click("…“Email” (number 1) is blank", "table cell", over=("Problems", "tree"))
    mouse.click_to_go("Go to it", "Email")
    mouse.write(told.EMAIL)
    officer.wait_for_answer("authors.email", told.EMAIL, 0)
    mouse.go_to_part("Summary", "Summary")
    officer.wait_for_check()
    mouse.click("…libaries", "table cell", over=("Problems", "tree"))
    mouse.click("Put right")
    officer.wait_for_words("summary", told.SUMMARY)
    mouse.tick("This section is done")
    officer.wait_for_check()
    mouse.click("Check your report,", "list item", over=("Parts of the report", "list"))
    mouse.click("…“N/A”", "table cell", over=("Problems", "tree"))
    mouse.click("Set aside…")
    screen.wait_title("Set aside")
    mouse.write_in("Reason", told.SET_ASIDE)
    mouse.click("Set aside")
    wait_for("the reason in the file", lambda: bool(officer.report.waivers))
    mouse.click("Change author")
    mouse.write_in("Telephone", told.TELEPHONE, times=3)
    officer.wait_for_answer("authors.telephone", told.TELEPHONE, 0)


def export(mouse: Mouse, screen: Screen, document: Path) -> None:
    """The final document, from the page that checks the report."""
    mouse.click("Check your report,", "list item", over=("Parts of the report", "list"))
    mouse.click("Go to the exports")
    mouse.click("Export to Word")
    screen.wait_title("Export to Word")
    say_where(mouse, screen, document, "Save")
    wait_for("the Word document", document.exists)
