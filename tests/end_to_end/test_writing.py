"""A report written from nothing through the real window, by keyboard alone, and read back from Word."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from clerkwell.model import ListItem, Paragraph
from helpers.officer import Officer
from helpers.screen import Screen, running

pytestmark = [pytest.mark.display, pytest.mark.timeout(180)]

SUBJECT = "Opening hours of the library"
RECOMMENDATION = "Agree the new opening hours."
BACKGROUND = ("The library opens for 40 hours a week.", "- Mornings are busiest.", "- Evenings are quiet.")


def test_a_report_is_written_saved_exported_and_read_back(screen: Screen, tmp_path: Path) -> None:
    report, document = tmp_path / "library.clerkwell", tmp_path / "library.docx"
    with running(screen, tmp_path / "profile") as program:
        screen.wait_title("Clerkwell")
        screen.key("End", "Return")  # the last pack of the list: any English council
        screen.wait_title("New report")
        officer = Officer(screen, report)
        officer.save_as()
        officer.answer("committees.date", "23/01/2026", row=0)
        officer.answer("subject", SUBJECT)
        officer.mend_section("recommendations", RECOMMENDATION)
        officer.write("background", *BACKGROUND)
        officer.export(document)
        screen.key("ctrl+q")
        assert program.wait() == 0

    written = officer.report
    assert written.field("committees.date", 0).value == "2026-01-23"
    kinds = [type(block) for block in written.blocks("background")]
    assert kinds == [Paragraph, ListItem, ListItem]
    lines = texts(document)
    for words in (SUBJECT, RECOMMENDATION, BACKGROUND[0], "Mornings are busiest.", "Evenings are quiet."):
        assert any(words in line for line in lines), words


def texts(document: Path) -> list[str]:
    """The words of every paragraph of a Word document, those in tables and content controls too."""
    body = Document(str(document)).element.body
    return ["".join(text.text or "" for text in paragraph.iter(qn("w:t"))) for paragraph in body.iter(qn("w:p"))]
