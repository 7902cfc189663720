"""What letters of inspectors found: by headings and lists, in text and in Word documents, and nothing besides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.intake.letters import LetterFinding, LetterSource, as_quotation, as_quotations, findings_in, source_of
from clerkwell.model import Paragraph, Quotation, Reference, Text, plain
from clerkwell.word.reader import read_document
from helpers.docx_making import docx, p, tbl, tc, tr

LETTER = """Example Inspectorate
1 High Street, Exampleton
enquiries@example-inspectorate.org.uk

3 March 2026

Ms A Example
Director of Examples

Dear Ms Example

Focused visit to Exampleton Council

This letter summarises what we found. The visit found strengths and some areas for development.

Strengths

- Leaders know their services.
- Social workers visit often,
  and they listen.

Areas for development

Minutes are sent late.

Plans lack dates.

Priority actions

1. Put the front door right.

What we name here as areas for development will be looked at again.

Yours sincerely

B. Example
Her Majesty's Inspector

Copy: C. Example, Department for Examples
"""


def found(letter: str) -> list[tuple[str, str]]:
    return [(finding.kind, finding.words) for finding in findings_in(letter)]


def test_findings_stand_under_their_headings_in_lists_or_paragraphs() -> None:
    assert found(LETTER) == [
        ("strength", "Leaders know their services."),
        ("strength", "Social workers visit often, and they listen."),
        ("development", "Minutes are sent late."),
        ("development", "Plans lack dates."),
        ("priority", "Put the front door right."),
    ]


def test_each_finding_names_its_heading_and_paragraph() -> None:
    headings = [finding.heading for finding in findings_in(LETTER)]
    numbers = [finding.paragraph for finding in findings_in(LETTER)]

    assert headings == ["Strengths", "Strengths", "Areas for development", "Areas for development", "Priority actions"]
    assert numbers == sorted(set(numbers))
    assert {finding.page for finding in findings_in(LETTER)} == {0}


def test_pages_are_counted_where_the_text_says_how_they_turn() -> None:
    letter = "Dear All\n\nStrengths\n- Good work.\n\f- More good work.\n\nAreas for development\n\f- Less good work.\n"

    assert [finding.page for finding in findings_in(letter)] == [1, 2, 3]


def test_the_writer_the_day_the_subject_and_the_signature_are_found() -> None:
    assert source_of(LETTER) == LetterSource(
        sender="Example Inspectorate",
        date="3 March 2026",
        title="Focused visit to Exampleton Council",
        signed="B. Example",
    )
    assert source_of(LETTER).named == "Letter from Example Inspectorate, 3 March 2026"


def test_a_known_inspectorate_is_known_by_its_address_and_not_by_whom_the_letter_goes_to() -> None:
    letter = "www.cqc.org.uk\n\n1 May 2026\n\nDear All\n\nA visit\n\nYours sincerely\n\nB. Example\n\ncc: Ofsted\n"

    assert source_of(letter).sender == "Care Quality Commission"
    assert source_of("Dear All\n\nIt is so.\n\nYours sincerely\n\nB. Example\n").sender == ""
    assert source_of("Dear All\n\nIt is so.\n\nYours sincerely\n\nB. Example\n").named == "Letter from B. Example"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Strengths", "strength"),
        ("Key strengths:", "strength"),
        ("What is working well", "strength"),
        ("What works well?", "strength"),
        ("Areas of strength", "strength"),
        ("Good practice", "strength"),
        ("The inspectors found the following strengths:", "strength"),
        ("Areas for development", "development"),
        ("Areas for improvement", "development"),
        ("Areas for further improvement:", "development"),
        ("What needs to improve?", "development"),
        ("What needs to improve in this area of social work practice?", "development"),
        ("What could be better", "development"),
        ("2. Areas of practice that need improvement", "development"),
        ("Weaknesses", "development"),
        ("Recommendations", "recommendation"),
        ("Recommendations for improvement", "recommendation"),
        ("The local authority should:", "recommendation"),
        ("What the provider must do", "recommendation"),
        ("Priority actions", "priority"),
        ("Areas for priority action", "priority"),
        ("Immediate actions required", "priority"),
        ("The service meets the requirements of the guidance in these areas", "met"),
    ],
)
def test_the_headings_that_letters_use(heading: str, kind: str) -> None:
    assert found(f"Dear All\n\n{heading}\n\n- One thing.\n- Another thing.\n\nYours sincerely\n") == [
        (kind, "One thing."),
        (kind, "Another thing."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The visit identified strengths and areas for development.",
        "Strengths and areas for development",
        "strengths",
        "Our strengths, as we see them, lie elsewhere and are many and we go on about them here",
        "The areas for improvement that we named last time were put right.",
        "Next steps",
        "Whatever areas for development we have named in this letter will be looked at in\nlater visits.",
    ],
)
def test_prose_about_strengths_is_no_heading(line: str) -> None:
    assert found(f"Dear All\n\n{line}\n\n- One thing.\n- Another thing.\n") == []


def test_what_comes_after_the_list_or_under_another_heading_is_no_finding() -> None:
    letter = "Strengths\n- One.\n\nWe thank you all.\n\nAreas for development\nTwo.\n\nNext steps\nThree.\n"

    assert found(letter) == [("strength", "One."), ("development", "Two.")]


def test_a_line_that_leads_into_a_list_is_no_finding() -> None:
    assert found("Strengths\n\nInspectors found that:\n\n- staff are kind.\n- plans are good.\n") == [
        ("strength", "staff are kind."),
        ("strength", "plans are good."),
    ]


def test_a_paragraph_broken_where_the_page_turned_is_whole() -> None:
    letter = "Strengths\n\n- Performance is looked at and areas of good\n\n\n\npractice are shared.\n- Staff stay.\n"

    assert found(letter) == [
        ("strength", "Performance is looked at and areas of good practice are shared."),
        ("strength", "Staff stay."),
    ]


def test_word_documents_are_read_by_their_lists_headings_and_bold_lines() -> None:
    def bold(text: str) -> str:
        return p(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>")

    letter = docx(
        p("Example Inspectorate")
        + p("3 March 2026")
        + p("Dear Ms Example")
        + p("A focused visit")
        + p("Strengths", "heading2")
        + p("Leaders know.", "ListBullet")
        + p("Staff stay.", "ListBullet")
        + p("Thank you.")
        + bold("What needs to improve")
        + p("• Minutes are late.")
        + bold("Evidence")
        + p("We read files.")
        + p("Yours sincerely")
        + p("B. Example")
    )

    document = read_document(letter)
    assert [(each.kind, each.words) for each in findings_in(document)] == [
        ("strength", "Leaders know."),
        ("strength", "Staff stay."),
        ("development", "Minutes are late."),
    ]
    assert source_of(document).named == "Letter from Example Inspectorate, 3 March 2026"


def test_tables_have_their_headings_over_columns_or_before_rows() -> None:
    columns = tbl(
        tr(tc(p("Strengths")), tc(p("Areas for development"))),
        tr(tc(p("• Kind staff.") + p("• Good plans.")), tc(p("Late minutes."))),
    )
    rows = tbl(tr(tc(p("Strengths")), tc(p("Kind staff."))), tr(tc(p("Recommendations")), tc(p("Be quick."))))

    assert [(each.kind, each.words) for each in findings_in(read_document(docx(p("Letter") + columns)))] == [
        ("strength", "Kind staff."),
        ("strength", "Good plans."),
        ("development", "Late minutes."),
    ]
    assert [(each.kind, each.words) for each in findings_in(read_document(docx(p("Letter") + rows)))] == [
        ("strength", "Kind staff."),
        ("recommendation", "Be quick."),
    ]


def test_tracked_changes_are_taken_as_made() -> None:
    changed = (
        '<w:r><w:t xml:space="preserve">Staff </w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>go</w:delText>'
        '</w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>stay</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>'
    )

    document = read_document(docx(p("Strengths", "heading2") + p(changed, "ListBullet")))
    assert [each.words for each in findings_in(document)] == ["Staff stay."]


def test_a_finding_is_quoted_with_its_source_under_it() -> None:
    finding = findings_in(LETTER)[0]
    quotation, source = as_quotation(finding, source_of(LETTER))

    assert quotation == Quotation(runs=(Text(text="Leaders know their services."),))
    assert isinstance(source, Paragraph)
    assert source.plain
    assert plain(source.runs) == "Source: letter from Example Inspectorate, 3 March 2026, under “Strengths”."


def test_the_source_refers_to_the_appendix_and_the_page() -> None:
    finding = LetterFinding("strength", "Good.", "Strengths", 4, 2)
    _, source = as_quotation(finding, LetterSource("Ofsted", "3 March 2026"), "appendix-1")

    assert isinstance(source, Paragraph)
    assert [run for run in source.runs if isinstance(run, Reference)] == [Reference(to="appendix", target="appendix-1")]
    assert plain(source.runs) == "Source: letter from Ofsted, 3 March 2026, under “Strengths”, page 2 (\ufffc)."


def test_findings_of_one_heading_share_a_source() -> None:
    done = as_quotations(findings_in(LETTER), source_of(LETTER))

    assert [block.kind for block in done] == [
        "quotation", "quotation", "paragraph", "quotation", "quotation", "paragraph", "quotation", "paragraph",
    ]  # fmt: skip


@given(st.lists(st.sampled_from([*LETTER.splitlines(), "\f", "Recommendations", "x" * 300, "a\tb", "•"]), max_size=40))
def test_every_finding_is_words_of_the_letter(lines: list[str]) -> None:
    letter = "\n".join(lines)
    told = " ".join(letter.split())

    for finding in findings_in(letter):
        assert finding.words
        assert all(word in told for word in finding.words.split())


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    findings_in(text)
    source_of(text)
