"""The report as a page to read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Cell,
    Footnote,
    Image,
    Paragraph,
    Reference,
    Section,
    SetField,
    Table,
    Text,
    give_ids,
)
from clerkwell.model.report import FieldValue
from clerkwell.ui.preview import PreviewPane
from clerkwell.ui.preview.html import preview_html
from clerkwell.ui.preview.pane import ClosedBrowser
from helpers.building import make_pack, make_report
from helpers.desk import open_desk

PACK = make_pack()

# A text document asks for fonts, which are the application's.
pytestmark = pytest.mark.usefixtures("qapp")


def read(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


def test_the_page_has_header_headings_and_numbers() -> None:
    report = make_report(
        {"summary": "In short", "background": "One\n- a point\n1. first\n  1. letter\nTwo", "financial": "No cost."},
        {"subject": "Library <hours>", "purpose": "For Decision"},
        PACK,
    )
    page = read(preview_html(report, PACK))
    for line in ("Library <hours>", "Summary", "In short", "1.\tOne", "•\ta point", "(a)\tletter", "2.\tTwo"):
        assert line in page, line
    # A run-in heading stands at the beginning of its first paragraph.
    assert "3.\tFinancial implications – No cost." in page


def test_references_notes_tables_and_pictures_are_there() -> None:
    table = Table(caption="Costs", rows=((Cell(paragraphs=((Text(text="Year"),),)),),))
    first = Paragraph(id="b1", runs=(Text(text="x"),))
    second = Paragraph(
        runs=(
            Reference(to="paragraph", target="b1"),
            Reference(to="appendix", target="a"),
            Footnote(runs=(Text(text="A note"),)),
        )
    )
    picture = Image(attachment="p.png", alt="A chart")
    report = give_ids(
        make_report(pack=PACK).model_copy(
            update={
                "sections": (Section(id="background", blocks=(first, second, table, picture)),),
                "appendices": (Appendix(id="a", number="1", title="Letter", status="exempt"),),
                "background_papers": (BackgroundPaper(title="Audit report"),),
            }
        )
    )
    page = read(preview_html(report, PACK))
    for words in (
        "paragraph 1",
        "Appendix 1 – Letter (exempt)",
        "A note",
        "Costs",
        "Year",
        "[Picture: A chart]",
        "Audit report",
    ):
        assert words in page, words
    assert "p.png" not in preview_html(report, PACK)


@given(st.text(alphabet="ab<>&'\"😀 ", min_size=1, max_size=20), st.text(alphabet="ab<>&'\"", max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_words_are_taken_for_markup(words: str, link: str) -> None:
    report = make_report({"summary": (Paragraph(runs=(Text(text=f"x{words}x", link=link),)),)}, pack=PACK)
    page = " ".join(read(preview_html(report, PACK)).split())
    assert " ".join(f"x{words}x".split()) in page


def test_nothing_is_loaded(qtbot: QtBot) -> None:
    browser = ClosedBrowser()
    qtbot.addWidget(browser)
    browser.setHtml("<img src='file:///etc/hostname'>")
    assert browser.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_the_pane_follows_after_a_pause_while_it_is_seen(qtbot: QtBot) -> None:
    desk = open_desk(make_report(fields={"subject": "Old"}, pack=PACK), PACK)
    pane = PreviewPane(desk.bridge)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    assert "Old" in pane.browser.toPlainText()
    desk.session.apply(SetField(field="subject", value=FieldValue(text="New")), "x")
    assert "Old" in pane.browser.toPlainText()
    desk.clock.pass_time()
    assert "New" in pane.browser.toPlainText()
    pane.hide()
    desk.session.apply(SetField(field="subject", value=FieldValue(text="Newer")), "x")
    desk.clock.pass_time()
    pane.show()
    assert "Newer" in pane.browser.toPlainText()
