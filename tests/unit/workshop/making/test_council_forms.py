"""What documents of councils nobody has seen before did wrong: cover tables, decision forms, ticks, sign-off lines."""

from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest

from clerkwell.model import Report
from clerkwell.packs import Pack, load_files
from clerkwell.session.from_word import make_pack, open_word
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.template import template_lines
from clerkwell.word.writer import write_document
from clerkwell.workshop import check_pack
from clerkwell.workshop.making import Guess, Proposal, Whose, make, propose
from clerkwell.workshop.making.columns import TICKS, TickColumn, columns_of
from helpers.docx_making import STYLES, docx, p, tbl, tc, tr
from helpers.shipped import IDS, shipped

WHOSE = Whose("example-council", "Example Council", "Example Council: committee report", date(2026, 1, 1))
LONG = "The lido at Carr Bank has lost eleven hundred litres of water a day since the spring, and its pumps run on."
TITLE = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(shipped(each) for each in IDS)


def bold(words: str) -> str:
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def heading(words: str) -> str:
    return p(words, "heading2")


def red(words: str) -> str:
    return f'<w:r><w:rPr><w:i/><w:color w:val="C00000"/></w:rPr><w:t>{words}</w:t></w:r>'


def proposed(body: str, styles: str = STYLES + TITLE) -> Proposal:
    return propose(docx(body, styles=styles), "Template.docx", packs())


def made(proposal: Proposal) -> Pack:
    return load_files(make(proposal, WHOSE, packs()), "the made pack")


def lines(pack: Pack) -> list[str]:
    document = write_document(Report.model_validate_json(pack.files["sample.json"]), pack, draft=False)
    return [each.shown for each in template_lines(document) if each.shown]


def field(proposal: Proposal, label: str) -> Guess:
    return next(each for each in proposal.guesses if each.what == "field" and each.words == label)


def test_an_answer_with_a_colon_of_its_own_is_no_further_label() -> None:
    body = p(f"{bold('SUBJECT:')}<w:r><w:tab/><w:t>Carr Bank Lido: repair of the basin</w:t></w:r>")
    proposal = proposed(body + heading("Summary") + p(LONG) * 4)
    assert field(proposal, "SUBJECT:").found == "Carr Bank Lido: repair of the basin"
    assert [each for each in lines(made(proposal)) if "Carr Bank Lido" in each and "SUBJECT" in each] == []


def test_labels_apart_by_spaces_have_each_their_answer() -> None:
    body = p("Subject: [Title]") + heading("Summary") + p("[Say it]")
    body += p('<w:r><w:t xml:space="preserve">Tel: 01632 960123    Email: sam.sample@example.org</w:t></w:r>')
    proposal = proposed(body)
    found = {each.words: (each.kind, each.found) for each in proposal.guesses if each.part == "end"}
    assert found["Tel:"] == ("telephone", "01632 960123")
    assert found["Email:"] == ("email", "sam.sample@example.org")


def test_the_name_of_a_template_is_no_label_and_a_status_is_known_by_its_answer() -> None:
    body = p("REPORT TO CABINET", "Title") + tbl(
        tr(tc(p(bold("Report title"))), tc(p("[Title]"))),
        tr(tc(p(bold("Public or exempt"))), tc(p("Public"))),
        tr(tc(p(bold("Appendices"))), tc(p("[List]"))),
    )
    proposal = proposed(body + heading("Summary") + p("[Say it]"))
    assert field(proposal, "Public or exempt").id == "public-status"
    said = lines(made(proposal))
    assert "REPORT TO CABINET" in said
    at = said.index("Appendices")
    assert said[at + 1] == "Example", "an answer of this name is no list of appendices"


def test_words_in_another_colour_before_recommendations_are_printed_as_others_are() -> None:
    body = p("Subject: [Title]") + heading("Recommendations") + p(red("Cabinet is recommended to:"))
    pack = made(proposed(body + p("[First]", "ListNumber")))
    package = OpenPackage(pack.template)
    assert b"Cabinet is recommended to:" in package.data(package.main)
    assert b"C00000" not in package.data(package.main)


def _form(name: str, *entries: str) -> str:
    listed = "".join(f'<w:listEntry w:val="{each}"/>' for each in entries)
    kind = f"<w:ddList>{listed}</w:ddList>" if entries else "<w:textInput/>"
    shown = "" if entries else "<w:r><w:t>     </w:t></w:r>"
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/>{kind}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_decision_record_keeps_its_lists_its_first_part_and_its_signatures() -> None:
    body = (
        p("Record of executive decision", "heading1")
        + tbl(
            tr(tc(p(bold("Decision maker"))), tc(p(_form("Dropdown1", "Leader", "Deputy Leader", "Cabinet")))),
            tr(tc(p(bold("Subject"))), tc(p(_form("Text1")))),
        )
        + heading("Decision") + p(_form("Text2"))
        + heading("Reasons for the decision") + p(_form("Text3"))
        + p(f"<w:r><w:t>Signed: </w:t></w:r>{_form('Text4')}<w:r><w:tab/><w:t>Date: </w:t></w:r>{_form('Text5')}")
    )  # fmt: skip
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
        "</w:pPr></w:style>"
    )
    proposal = proposed(body, styles)
    maker = field(proposal, "Decision maker")
    assert (maker.kind, maker.choices) == ("choice", ("Leader", "Deputy Leader", "Cabinet"))
    assert [each.words for each in proposal.guesses if each.what == "section"] == [
        "Decision", "Reasons for the decision",
    ]  # fmt: skip
    pack = made(proposal)
    spec = pack.field(maker.id)
    assert spec is not None
    assert spec.choices == ("Leader", "Deputy Leader", "Cabinet")
    said = lines(pack)
    assert "Leader" in said
    assert any(each.startswith("Signed: ") and "Date: " in each for each in said)


def test_the_lists_of_others_content_controls_are_the_answers_to_choose_from() -> None:
    def control(kind: str, words: str) -> str:
        return (
            f'<w:sdt><w:sdtPr><w:tag w:val="dd17"/><w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent><w:r><w:t>{words}'
            "</w:t></w:r></w:sdtContent></w:sdt>"
        )

    listed = "".join(
        f'<w:listItem w:displayText="{each}" w:value="{at}"/>'
        for at, each in enumerate(("Choose an item.", "Planning Committee", "Licensing Committee"))
    )
    body = (
        p(f"{bold('Committee:')}{control(f'<w:dropDownList>{listed}</w:dropDownList>', 'Choose an item.')}")
        + p(f"{bold('Route:')}{control(f'<w:comboBox>{listed}</w:comboBox>', 'Choose an item.')}")
        + p(f"{bold('Day of the visit:')}{control('<w:date/>', 'Click or tap to enter a date.')}")
        + heading("Summary")
        + p("[Say it]")
    )
    proposal = proposed(body)
    assert field(proposal, "Committee:").choices == ("Planning Committee", "Licensing Committee")
    assert field(proposal, "Route:").choices == ("Planning Committee", "Licensing Committee")
    assert field(proposal, "Day of the visit:").kind == "date"
    assert "Planning Committee" in " ".join(lines(made(proposal)))


@pytest.mark.parametrize(
    ("names", "rows", "text", "ticks", "signed"),
    [
        (["Issue", "Implications", "Sign-off"], [["Legal", "", ""]], 1, (), 2),
        (["Issue", "Relevant? (tick)", "Details"], [["Legal", "☐", ""]], 2, (TickColumn(1, "Relevant", True),), -1),
        (
            ["Area", "Yes", "No", "Comment"], [["Legal", "✓", "", "None"]], 3,
            (TickColumn(1, "Yes", False), TickColumn(2, "No", False)), -1,
        ),
        (["Issue", "Applies (Y/N)", "Text", "Officer"], [["L", "Y", "", ""]], 2, (TickColumn(1, "Applies", True),), 3),
        (["Issue", "Yes"], [["Law", ""]], 1, (), -1),
        ([], [["Legal", "None"], ["Risk", "None"]], 1, (), -1),
        ([], [["Law", "☐", "☐", ""]], 3, (TickColumn(1, "Tick 1", False), TickColumn(2, "Tick 2", False)), -1),
    ],
)  # fmt: skip
def test_the_columns_of_a_table_of_implications(
    names: Sequence[str], rows: Sequence[Sequence[str]], text: int, ticks: tuple[TickColumn, ...], signed: int
) -> None:
    found = columns_of(names, rows)
    assert (found.text, found.ticks, found.signed) == (text, ticks, signed)


def test_a_cell_to_tick_is_a_question_and_the_text_stands_in_the_last_cell() -> None:
    rows = [
        tr(tc(p(each)), tc(p(tick)), tc(p("✓" if not tick else "")), tc(p("[Say more]")))
        for each, tick in (("Financial", "✓"), ("Legal", ""), ("Otters", "✓"))
    ]
    names = tr(*(tc(p(bold(each))) for each in ("Area", "Yes", "No", "Comment")))
    proposal = proposed(p("Subject: [Title]") + heading("Implications") + tbl(names, *rows))
    ticks = [each for each in proposal.guesses if each.reason == "“Yes” is a column of ticks"]
    assert [each.title for each in ticks] == ["Financial: Yes", "Legal: Yes", "Otters: Yes"]
    pack = made(proposal)
    said = lines(pack)
    at = said.index("Legal")
    assert said[at : at + 4] == ["Legal", "✓", "–", "This sentence stands for the text of legal."]


def test_a_heading_over_who_wrote_it_stays_and_an_old_none_lists_no_papers() -> None:
    body = (
        p("Subject: Carr Bank")
        + heading("Summary") + p(LONG) * 3
        + heading("Background papers") + p("None")
        + heading("Contact") + p("Robin Example, 01632 960777, robin@example.org")
    )  # fmt: skip
    source = open_word(docx(body), "Report.docx", packs())
    assert not any(each.what == "section" and each.words == "Contact" for each in source.proposal.guesses)
    result = make_pack(source, "Example Council", "Example Council: report", date(2026, 1, 1), packs())
    said = lines(load_files(result.files, "made"))
    assert said.count("Contact") == 1
    assert "None" in said
    assert not any("Example survey" in each for each in said)


def test_names_of_columns_above_the_first_section_stay_and_are_no_questions() -> None:
    rows = [tr(tc(p(each)), tc(p("☐")), tc(p("☐")), tc(p("[Say more]"))) for each in ("Financial", "Legal", "Otters")]
    names = ("Implication", "Yes", "No", "Comment")
    head = tr(*(tc(p(bold(each))) for each in names))
    pack = made(proposed(p("Subject: [Title]") + tbl(head, *rows) + heading("Summary") + p("[Say it]")))
    assert [each.title for each in pack.manifest.field if ":" not in each.title] == ["Subject"]
    assert set(names) <= set(lines(pack))


@pytest.mark.parametrize("names", [("Area", "", "", ""), ("Area", "Positive impact", "Positive effect", "Comment")])
def test_columns_of_ticks_that_are_called_alike_are_questions_of_their_own(names: Sequence[str]) -> None:
    rows = [tr(tc(p(each)), tc(p("☐")), tc(p("☐")), tc(p("[Say more]"))) for each in ("Financial", "Legal", "Otters")]
    head = tr(*(tc(p(bold(each))) for each in names))
    pack = made(proposed(p("Subject: [Title]") + heading("Implications") + tbl(head, *rows)))
    ticks = [each for each in pack.manifest.field if each.choices == TICKS]
    assert len({each.id for each in ticks}) == len({each.title for each in ticks}) == 6


def test_a_row_with_merged_cells_has_no_columns_to_tick() -> None:
    names = tr(*(tc(p(bold(each))) for each in ("Area", "Yes", "No", "Comment")))
    wide = '<w:gridSpan w:val="2"/></w:tcPr>'
    rows = [
        tr(tc(p("Financial")), tc(p("✓")), tc(p("")), tc(p("None"))),
        tr(tc(p("Legal")), tc(p("The Council has the power.")).replace("</w:tcPr>", wide), tc(p("✓"))),
        tr(tc(p("Equalities")), tc(p("✓")), tc(p("")), tc(p("None"))),
        tr(tc(p("☐")), tc(p("✓")), tc(p("")), tc(p("None"))),
    ]
    proposal = proposed(p("Subject: [Title]") + heading("Implications") + tbl(names, *rows))
    assert [each.words for each in proposal.guesses if each.what == "section"] == ["Financial", "Legal", "Equalities"]
    pack = made(proposal)
    assert [each.message for each in check_pack(pack) if each.severity == "error"] == []


def test_a_day_that_no_label_names_is_no_fault() -> None:
    body = p("EAST CARR DISTRICT COUNCIL") + p("14 May 2024") + p("Subject: Carr Bank") + heading("Summary")
    source = open_word(docx(body + p(LONG) * 4), "Report.docx", packs())
    result = make_pack(source, "Example Council", "Example Council: report", date(2026, 1, 1), packs())
    assert [each.message for each in result.problems if each.severity == "error"] == []


def test_a_prompt_in_the_head_of_the_pages_is_called_after_its_label() -> None:
    sect = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="9"'
        ' w:right="9" w:bottom="9" w:left="9" w:header="9" w:footer="9" w:gutter="0"/></w:sectPr>'
    )
    body = p("Subject: [Title]") + heading("Summary") + p("[Say it]")
    header = p("Agenda item number: [Insert]")
    proposal = propose(docx(body, {"header1.xml": header}, sect), "Template.docx", packs())
    found = field(proposal, "Agenda item number:")
    assert (found.title, found.found, found.at.part) == ("Agenda item number", "[Insert]", "the header")


def _wide(*content: str) -> str:
    return tr(tc(*content).replace("</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>'))


def test_cells_with_a_heading_and_its_text_are_sections() -> None:
    table = tbl(
        tr(tc(p("Decision by:")), tc(p("[Name]"))),
        tr(tc(p("Title:")), tc(p("[Title]"))),
        _wide(p(bold("Decision:")), p("[What is decided]")),
        _wide(p(bold("Reasons for decision:")), p("[Why]")),
        _wide(p(bold("Options considered:")), p("[What else could be done]"), p("[And what it would cost]")),
        _wide(p(bold("Financial implications:")), p("")),
        columns=2,
    )
    proposal = proposed(table)
    sections = [each.words for each in proposal.guesses if each.what == "section"]
    assert sections == ["Decision:", "Reasons for decision:", "Options considered:", "Financial implications:"]
    assert [each.words for each in proposal.guesses if each.what == "field"] == ["Decision by:", "Title:"]
    pack = made(proposal)
    assert [each.message for each in check_pack(pack) if each.severity == "error"] == []
    said = lines(pack)
    at = said.index("Options considered:")
    assert said[at : at + 3] == [
        "Options considered:", "This sentence stands for the text of options considered.", "Financial implications:",
    ]  # fmt: skip


def test_the_one_bold_line_among_labels_is_the_title_and_numbers_with_a_run_of_their_own_are_counted() -> None:
    head = p(bold("Report to Scrutiny Panel – 9 July 2024")) + p(bold("Bus services in the eastern villages"))
    head += p(bold("Report of the Service Director"))
    body = "".join(
        p(bold(f"{at}.0 {title}")) + p(f"<w:r><w:t>{at}.1 </w:t></w:r>{bold('Told: ')}<w:r><w:t>{LONG}</w:t></w:r>")
        for at, title in enumerate(("Purpose", "Background", "Conclusion"), 1)
    )
    source = open_word(docx(head + body), "Report.docx", packs())
    found = next(each for each in source.proposal.guesses if each.id == "subject")
    assert found.found == "Bus services in the eastern villages"
    result = make_pack(source, "Example Council", "Example Council: report", date(2026, 1, 1), packs())
    said = lines(load_files(result.files, "made"))
    assert [each for each in said if each.endswith(LONG)] == [f"Told: {LONG}"] * 3
    assert not any("2024Bus" in each or "2024 Bus" in each for each in said)


def test_a_heading_that_speaks_of_recommendations_is_theirs() -> None:
    body = p("Subject: [Title]") + heading("Summary") + p("[Say it]") + heading("What we recommend") + p("[Do it]")
    proposal = proposed(body)
    found = next(each for each in proposal.guesses if each.words == "What we recommend")
    assert (found.id, found.required) == ("recommendations", "always")
    assert found.reason.endswith("speaks of recommendations, which every report has.")
    other = proposed(body + heading("Recommendations") + p("[Do it]"))
    assert next(each.id for each in other.guesses if each.words == "What we recommend") == "what-we-recommend"


@pytest.mark.parametrize("answer", ["☐ Yes ☐ No", "Yes / No", "Yes or No*"])
def test_two_boxes_are_one_question(answer: str) -> None:
    body = tbl(tr(tc(p(bold("Exempt information?"))), tc(p(answer))), tr(tc(p(bold("Subject"))), tc(p("[Title]"))))
    proposal = proposed(body + heading("Summary") + p("[Say it]"))
    assert field(proposal, "Exempt information?").kind == "yes-no"
    assert [each.message for each in check_pack(made(proposal)) if each.severity == "error"] == []


def test_a_heading_that_authors_are_to_fill_in_belongs_to_the_text_above() -> None:
    body = p("Subject: [Title]") + heading("Background") + p("[Say it]") + heading("[Insert heading]") + p("[Text]")
    proposal = proposed(body + heading("State of the roads") + p("[Say it]"))
    assert [each.words for each in proposal.guesses if each.what == "section"] == ["Background", "State of the roads"]
    pack = made(proposal)
    assert [each.message for each in check_pack(pack) if each.severity == "error"] == []
    assert not any("[Insert heading]" in each for each in lines(pack))
