"""The whole journey of an information report with the keyboard alone: from the start page to Word, and read back."""

from pathlib import Path

import pytest

from helpers import journeys as told
from helpers.by_keys import Keys
from helpers.eyes import sitting_at
from helpers.officer import Officer
from helpers.screen import Screen, wait_for

pytestmark = [pytest.mark.display, pytest.mark.timeout(240)]


def test_a_report_is_written_checked_and_exported_without_a_mouse(screen: Screen, tmp_path: Path) -> None:
    officer = Officer(screen, tmp_path / "rooms.clerkwell")
    document = tmp_path / "out" / "rooms.docx"
    document.parent.mkdir()
    with sitting_at(screen, tmp_path) as eyes:
        keys = Keys(screen, eyes)
        begin(keys, screen)
        fill_header(keys)
        officer.save_as()
        write_sections(keys, screen, officer)
        write_implications(keys)
        finish(keys, screen, tmp_path)
        mend_problems(keys, screen, officer)
        officer.export(document)
    told.hold_against(officer.report, document)
    assert screen.tally.clicks == 0


def begin(keys: Keys, screen: Screen) -> None:
    """The newest layout of the first council is chosen already."""
    keys.sees_chosen(told.PACK)
    keys.press("Return")
    screen.wait_title("New report")


def fill_header(keys: Keys) -> None:
    """Every question in the order in which Tab comes to it."""
    for row, each in enumerate(told.COMMITTEES):
        keys.at("Committee")
        keys.find(each.found_by, each.name)
        keys.choose("Purpose for this committee", "i", told.PURPOSE)
        keys.answer("Date of meeting", each.day)
        keys.tab_to("Add another committee")
        if row + 1 < len(told.COMMITTEES):
            keys.press("Return")
    keys.answer("Subject", told.SUBJECT)
    keys.tab_to("Public status")
    keys.tick(told.OUTCOME)
    keys.tab_to("Yes, Does this proposal require extra revenue and/or capital spending?")
    keys.press("Right", "space")
    keys.answer("Report of", told.REPORT_OF)
    keys.choose("Purpose", "i", told.PURPOSE)
    keys.answer("Report author", f"{told.AUTHOR}, {told.POST}")
    keys.answer("Name", told.AUTHOR)
    keys.answer("Post", told.POST)
    keys.answer("Telephone", told.TELEPHONE)
    # The address is forgotten: the list of problems will say so.


def write_sections(keys: Keys, screen: Screen, officer: Officer) -> None:
    """Prose, a standard wording, a list, a table."""
    keys.go_on("Summary")
    keys.write(told.SUMMARY_TYPED)
    keys.go_on("Recommendation")
    keys.press("ctrl+shift+w")
    keys.at("Find")
    keys.press("Return")
    keys.at("Recommendation")
    officer.wait_for_words("recommendations", told.RECOMMENDATION)
    keys.go_on("Background")
    keys.lines(told.BACKGROUND)
    keys.go_on("Current Position")
    keys.write(told.POSITION)
    keys.press("ctrl+alt+t")
    keys.at("Begin with")
    keys.answer("Caption", told.CAPTION)
    keys.tab_to("Cells of the table")
    for each in (cell for row in told.CELLS for cell in row):
        screen.type(each)
        if each != told.CELLS[-1][-1]:
            keys.press("Tab")
    keys.press("alt+i")
    keys.at("Current Position")


def write_implications(keys: Keys) -> None:
    """A wording with its gap filled, a bare nil answer, sentences."""
    keys.go_on("Financial implications:")
    keys.press("ctrl+shift+w")
    keys.at("Find")
    keys.press("Return")
    keys.at("Financial implications:")
    keys.write(told.REASON)
    keys.go_on("Resource implications:")
    keys.write(told.ANSWERS["resource"])
    keys.go_on("Legal implications:")
    keys.write(told.NIL)
    for part in ("risk", "equalities", "climate", "security"):
        keys.go_on(f"{part.capitalize()} implications:")
        keys.write(told.ANSWERS[part])
    keys.go_on("Conclusion")
    keys.write(told.CONCLUSION)


def finish(keys: Keys, screen: Screen, folder: Path) -> None:
    """An appendix with its file, and no background papers."""
    keys.go_on("There are no appendices")
    keys.tab_to("Add an appendix")
    keys.press("Return")
    screen.wait_title("Appendix")
    keys.at("Title")
    screen.type(told.APPENDIX)
    keys.tab_to("Attach a file…")
    keys.press("space")
    screen.wait_title("Attach a file")
    screen.type(str(told.attachment(folder)))
    keys.press("Return")
    screen.wait_title("Appendix")
    keys.press("alt+k")
    screen.wait_title(told.SUBJECT)
    keys.go_on("There are no background papers")
    keys.press("space")


def mend_problems(keys: Keys, screen: Screen, officer: Officer) -> None:
    """An error gone to and put right by hand, a warning put right by the list, another set aside with a reason."""
    keys.press("F7")
    keys.at("Problems")
    officer.wait_for_check()
    keys.down_to("“Email” (number 1) is blank")
    keys.press("Return")
    keys.at("Email")
    keys.write(told.EMAIL)
    officer.wait_for_answer("authors.email", told.EMAIL, 0)
    keys.press("F7")
    keys.at("Problems")
    officer.wait_for_check()
    keys.down_to("libaries")
    keys.press("alt+r")
    officer.wait_for_words("summary", told.SUMMARY)
    keys.down_to("“N/A”")
    keys.press("alt+a")
    screen.wait_title("Set aside")
    screen.type(told.SET_ASIDE)
    keys.press("Return")
    wait_for("the reason in the file", lambda: bool(officer.report.waivers))
