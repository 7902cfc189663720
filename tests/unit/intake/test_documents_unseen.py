"""Word documents as councils set them that went wrong when they were first tried, each as values."""

import pytest

from clerkwell.intake import Imported, NotAReportError, import_document
from clerkwell.model import words
from clerkwell.word.reader.document import (
    ReadControl,
    Span,
    WordBlock,
    WordCell,
    WordDocument,
    WordParagraph,
    WordRow,
    WordTable,
)
from helpers.intake import packs

LONG = "The hall has been let to the same club for thirty years, and the lease ends in March of the coming year."
COST = "The new lease brings in four thousand pounds each year, which is a third more than the one that is to end."


def line(text: str, **more: object) -> WordParagraph:
    return WordParagraph(spans=(Span(text=text),), **more)  # type: ignore[arg-type]  # each test names what it needs


def heading(text: str, level: int = 1) -> WordParagraph:
    return line(text, style=f"heading {level}", heading=level, strong=True)


def table(*rows: tuple[str, ...]) -> WordTable:
    """Rows of cells; a line break in a cell parts paragraphs."""
    return WordTable(
        rows=tuple(
            WordRow(cells=tuple(WordCell(blocks=tuple(line(each) for each in cell.split("\n"))) for cell in row))
            for row in rows
        )
    )


HEAD = table(("Report to:", "Lettings Panel"), ("Date:", "12 March 2024"), ("Title:", "The village hall"))
ASKED: tuple[WordBlock, ...] = (heading("Recommendations"), line("That the lease is renewed."))
MORE: tuple[WordBlock, ...] = (heading("Background"), line(LONG))


def come_in(*blocks: WordBlock, pack_id: str | None = None, **more: object) -> Imported:
    document = WordDocument(blocks=blocks, **more)  # type: ignore[arg-type]  # each test's own
    return import_document(document, packs(), pack_id)


def said(imported: Imported) -> dict[str, list[str]]:
    """The words of the blocks of each section."""
    return {each.id: [words(block) for block in each.blocks] for each in imported.report.sections}


def test_a_pack_that_was_asked_for_takes_any_word_document_with_words() -> None:
    imported = come_in(line("Otters are seen again below the weir."), pack_id="generic-english-council")
    assert [item.text for item in imported.report.tray] == ["Otters are seen again below the weir."]


def test_two_headings_by_style_are_evidence_enough_for_a_word_document() -> None:
    imported = come_in(heading("Where they live"), line(LONG), heading("What they eat"), line(COST))
    assert imported.pack.id == "generic-english-council"
    assert [each.heading for each in imported.report.sections] == ["Where they live", "What they eat"]


def test_a_word_document_without_headings_or_labels_is_still_refused() -> None:
    with pytest.raises(NotAReportError, match="none of the labels and headings"):
        come_in(line("Otters are seen again below the weir."), line(LONG))


@pytest.mark.parametrize("pack_id", [None, "generic-english-council"])
def test_a_letter_with_headings_is_refused_with_and_without_a_pack(pack_id: str | None) -> None:
    letter = (line("Dear Panel"), heading("The hall"), line(LONG), heading("The rent"), line("Yours sincerely"))
    with pytest.raises(NotAReportError, match="letter"):
        come_in(*letter, pack_id=pack_id)


def test_a_policy_comes_in_where_a_pack_was_asked_for_and_is_refused_where_not() -> None:
    policy = (line("Lettings Policy"), line("Version 2"), heading("Scope"), line(LONG), heading("Rents"), line(COST))
    with pytest.raises(NotAReportError, match="policy"):
        come_in(*policy)
    assert come_in(*policy, pack_id="generic-english-council").report.sections


def test_a_prompt_behind_a_label_is_no_answer() -> None:
    wards = WordParagraph(spans=(Span(text="Wards: "), Span(text="Choose an item.", controls=(1,))))
    imported = come_in(HEAD, wards, *ASKED, controls={1: ReadControl(id=1, title="Wards", prompt=True)})
    assert imported.report.field("wards").text == ""
    assert any("“Choose an item.”" in finding.text for finding in imported.findings)


def test_hidden_words_are_kept_in_the_tray_and_stand_in_no_text() -> None:
    half = WordParagraph(spans=(Span(text="The rent is fair. "), Span(text="Check this.", hidden=True)))
    imported = come_in(HEAD, *ASKED, heading("Background"), half)
    assert said(imported)["background"] == ["The rent is fair."]
    assert [(item.text, item.came_from) for item in imported.report.tray] == [
        ("Check this.", "hidden text, paragraph 4")
    ]


def test_numbers_in_a_column_number_headings_and_short_paragraphs_too() -> None:
    text = table(("1.", "BACKGROUND"), ("1.1", LONG), ("2.", "RECOMMENDATIONS"), ("2.1", "That it is renewed."))
    imported = come_in(HEAD, text)
    assert said(imported) == {"background": [f"1.1 {LONG}"], "recommendations": ["2.1 That it is renewed."]}
    assert imported.report.tray == ()


def test_what_is_noted_at_the_right_of_numbered_paragraphs_stands_after_them() -> None:
    text = table(("1", "BACKGROUND", ""), ("1.1", LONG, "See the plan."), ("1.2", COST, ""), ("1.3", COST, ""))
    assert said(come_in(HEAD, text))["background"] == [f"1.1 {LONG}", "See the plan.", f"1.2 {COST}", f"1.3 {COST}"]


def test_sections_in_the_table_of_the_header_are_sections() -> None:
    form = table(
        ("Report to:", "Lettings Panel"),
        ("Title:", "The village hall"),
        ("Summary", LONG),
        ("Recommendations", "That the lease is renewed.\nThat the rent is noted."),
        ("Financial implications", COST),
        ("Legal implications", "None"),
    )
    imported = come_in(form)
    assert said(imported) == {
        "summary": [LONG],
        "recommendations": ["That the lease is renewed.", "That the rent is noted."],
        "financial": [COST],
        "legal": ["None"],
    }
    assert imported.report.field("subject").text == "The village hall"


def test_a_section_between_the_labels_of_the_header_is_a_section() -> None:
    form = table(("Report to:", "Lettings Panel"), ("Summary", LONG), ("Wards:", "All"), ("Title:", "The hall"))
    imported = come_in(form, *ASKED)
    assert said(imported)["summary"] == [LONG]
    assert imported.report.field("wards").text == "All"


def test_a_name_beside_a_heading_in_the_header_is_no_section() -> None:
    form = table(("Report to:", "Lettings Panel"), ("Legal", "Sam Sample"), ("Title:", "The hall"))
    assert "legal" not in said(come_in(form, *ASKED))


def test_a_label_over_its_value_in_one_cell_is_a_label_without_a_colon() -> None:
    head = table(("Committee\nLettings Panel", "Date\n12 March 2024"), ("Title\nThe village hall", "Wards\nAll"))
    report = come_in(head, *ASKED).report
    assert [(row["name"].text, row["date"].text) for row in report.repeats["committees"]] == [
        ("Lettings Panel", "12 March 2024")
    ]
    assert (report.field("subject").text, report.field("wards").text) == ("The village hall", "All")


def test_a_sentence_behind_purpose_is_the_section_and_no_choice() -> None:
    imported = come_in(HEAD, line(f"Purpose: {LONG}"), *ASKED)
    assert said(imported)["purpose-of-report"] == [LONG]
    assert imported.report.field("purpose").text == ""


def test_a_list_of_contents_that_was_typed_is_left_out_and_said() -> None:
    listed = (line("Contents"), line("1. Recommendations\t2"), line("2. Background ........ 3"), line("The rent"))
    rest = (heading("The rent"), line(COST))
    imported = come_in(HEAD, *listed, *ASKED, heading("Background"), line(LONG), *rest)
    assert imported.report.tray == ()
    assert list(said(imported)) == ["recommendations", "background", "own-1"]
    assert any("Contents" in finding.text for finding in imported.findings)


def test_an_appendix_whose_title_stands_on_the_next_line_is_accounted_for() -> None:
    listed = (heading("Appendices"), line("Appendix B – Plan of the hall (exempt)"))
    page = (line("APPENDIX B", heading=1, page=True), heading("Plan of the hall", 2), line(LONG))
    imported = come_in(HEAD, *ASKED, *listed, *page)
    assert "APPENDIX B" in [each.words for each in imported.mapped]


def test_a_table_of_appendices_is_their_list() -> None:
    listed = table(("Appendix 1", "Survey"), ("Appendix 2", "Plan"))
    report = come_in(HEAD, *ASKED, heading("Appendices"), listed).report
    assert [(each.number, each.title) for each in report.appendices] == [("1", "Survey"), ("2", "Plan")]


def test_a_table_of_contacts_is_one_author_with_all_that_it_says() -> None:
    contacts = table(("Contact officer:", "Alex Example"), ("Email:", "alex@example.org"))
    report = come_in(HEAD, *ASKED, heading("Background papers"), line("None"), contacts).report
    assert "alex@example.org" in report.field("report-author").text
    assert [words(block) for block in report.blocks("background-papers")] == ["None"]


def test_capital_letters_with_a_tab_are_no_table() -> None:
    imported = come_in(HEAD, heading("Recommendations"), line("A)\tThat it is renewed."), line("B)\tThat it is let."))
    assert said(imported)["recommendations"] == ["A) That it is renewed.", "B) That it is let."]


def test_a_value_beside_a_label_is_its_value_though_it_begins_like_another_label() -> None:
    report = come_in(table(("Report to:", "Panel"), ("Status:", "Exempt – paragraph 3")), *ASKED).report
    assert report.field("public-status").value == "Exempt"


def test_a_letterhead_of_lines_beside_the_council_is_no_title() -> None:
    head = table(("Example Borough Council", "Cabinet\n12 March 2024\nItem 9"))
    report = come_in(head, line("The village hall", strong=True), line("Report of the Clerk"), *ASKED, *MORE).report
    assert (report.field("council").text, report.field("subject").text) == (
        "Example Borough Council",
        "The village hall",
    )
    assert [(row["name"].text, row["date"].text) for row in report.repeats["committees"]] == [
        ("Cabinet", "12 March 2024")
    ]


def test_labels_over_labels_stand_beside_their_values() -> None:
    head = table(("Report to:\nDate:\nTitle:", "Lettings Panel\n12 March 2024\nThe village hall"))
    report = come_in(head, *ASKED).report
    assert report.field("subject").text == "The village hall"
    assert report.repeats["committees"][0]["date"].text == "12 March 2024"


def test_a_cell_with_a_heading_and_its_text_is_text_in_columns() -> None:
    cell = WordCell(blocks=(heading("Background"), line(LONG), line(COST), *ASKED))
    columns = WordTable(rows=(WordRow(cells=(WordCell(blocks=(line("A note at the left"),)), cell)),))
    assert said(come_in(HEAD, columns)) == {
        "background": [LONG, COST],
        "recommendations": ["That the lease is renewed."],
    }


def test_a_reason_under_the_recommendations_is_theirs() -> None:
    imported = come_in(HEAD, *ASKED, line("Reason: to keep it let."))
    assert said(imported)["recommendations"][-1] == "Reason: to keep it let."
    assert imported.report.field("key-decision-reason").text == ""


def test_a_line_that_says_not_for_publication_is_the_report_s_status() -> None:
    said_so = "NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A of the Local Government Act 1972"
    imported = come_in(line(said_so), HEAD, *ASKED)
    assert imported.report.field("public-status").text == said_so
    assert imported.report.field("public-status").value == "Exempt"
    assert imported.report.tray == ()


def test_a_line_of_the_header_that_only_mentions_publication_is_no_status() -> None:
    head = table(("Report to:", "Lettings Panel"), ("Status:", "Public"), ("Title:", "The village hall"))
    imported = come_in(line("Not for publication before the meeting of the panel"), head, *ASKED)
    assert imported.report.field("public-status").text == "Public"
