"""Contacts at a report's end, and labels that nothing stands beside, in layouts that nobody knows."""

import pytest

from clerkwell.intake import Imported, import_text
from clerkwell.packs.repeating import OTHER_DETAILS
from clerkwell.rules import check
from helpers.intake import packs, unaccounted

REPORT = """Heathby Borough Council

Report to: Leisure Committee
Date of meeting: 9 June 2026
Title: Swimming lessons for adults
{header}

Recommendation

That the report be noted.

Background

Lessons began in 2019 and are full. The plan is at Appendix 1.

Legal implications

There is a power to teach people to swim.

Consultation

Swimmers were asked in May.

{end}
"""
END = "Appendices\n\nAppendix 1 – Plan\n\nBackground papers\n\nSurvey of swimmers, May 2026"


def brought_in(end: str = END, header: str = "Wards affected: All") -> Imported:
    source = REPORT.format(header=header, end=end)
    imported = import_text(source, packs(), "generic-english-council")
    assert unaccounted(source, imported) == ({}, {})
    return imported


def details(imported: Imported) -> list[tuple[str, ...]]:
    return [tuple(said.text for said in row.values()) for row in imported.report.repeats.get(OTHER_DETAILS, ())]


def authors(imported: Imported) -> list[dict[str, str]]:
    return [{name: said.text for name, said in row.items()} for row in imported.report.repeats.get("authors", ())]


def told(imported: Imported, rule: str) -> list[str]:
    found = check(imported.report, imported.pack)
    return [f"{each.severity} {each.message}" for each in found if each.rule == rule]


@pytest.mark.parametrize(
    "label", ["Telephone:", "Tel:", "Tel no:", "Phone:", "Ext:", "Direct line:", "Contact number:"]
)
def test_a_blank_number_of_the_author_is_told(label: str) -> None:
    imported = brought_in(f"{END}\n\nMoss Linnet, Pool Manager\n{label}\nEmail: moss.linnet@heathby.example")
    assert (label,) in details(imported)
    assert [row["email"] for row in authors(imported)] == ["moss.linnet@heathby.example"]
    assert any(each.startswith(f"warning “{label}”") for each in told(imported, "field-missing"))


def test_a_blank_address_beside_its_tab_is_told() -> None:
    imported = brought_in(f"{END}\n\nContact officer:\tMoss Linnet\nTelephone:\t01632 960 111\nEmail:\t")
    assert ("Email:",) in details(imported)
    assert "01632 960 111" in imported.report.field("report-author").text
    assert not any(section.id == "background-papers" and section.blocks for section in imported.report.sections)


def test_a_blank_address_in_a_header_is_told() -> None:
    header = "Report author\tMoss Linnet\nTelephone\t01632 960 111\nE-mail\t\nWards affected\tAll"
    imported = brought_in(header=header)
    assert ("E-mail",) in details(imported)
    assert ("Telephone",) not in details(imported)


def test_contacts_with_labels_are_no_background_papers() -> None:
    imported = brought_in(
        f"{END}\n\nContact officer\n\nName: Moss Linnet\nJob title: Pool Manager\nTelephone: 01632 960 111"
    )
    assert authors(imported) == [{"name": "Moss Linnet", "post": "Pool Manager", "telephone": "01632 960 111"}]
    assert [paper.title for paper in imported.report.background_papers] == ["Survey of swimmers, May 2026"]


@pytest.mark.parametrize("ask", ["", "\n\nFor enquiries about this report contact the Pools Team on 01632 960 112."])
def test_a_signature_below_an_empty_list_does_not_fill_it(ask: str) -> None:
    imported = brought_in(f"Appendices\n\nMoss Linnet\nPool Manager{ask}")
    assert [row["name"] for row in authors(imported)] == ["Moss Linnet"]
    assert any("“Appendices” has a heading and nothing under it" in each for each in told(imported, "section-empty"))


def test_a_paper_over_its_source_is_no_signature() -> None:
    imported = brought_in("Background papers\n\nSwimming Survey\nPool Manager file 2025")
    assert authors(imported) == []
    assert len(imported.report.background_papers) == 2


@pytest.mark.parametrize("label", ["Ward Member consultation:", "Consultation:", "Legal implications:"])
def test_a_blank_label_over_the_last_line_of_a_header_heads_no_section(label: str) -> None:
    header = f"Supported by: Moss Linnet\n{label}\nOpen report\n\nFOREWORD\n\nPeople of every age come to swim with us."
    assert (label,) in details(brought_in(header=header))


def test_a_heading_right_below_the_labels_stays_one() -> None:
    imported = brought_in(header="Supported by: Moss Linnet\nConsultation:\nSwimmers were asked in May, all of them.")
    assert ("Consultation:",) not in details(imported)


def test_a_row_below_a_blank_one_is_not_its_answer() -> None:
    header = "Wards affected\tAll\nReport author\tMoss Linnet\nNotice reference\nPlan it supports\tHealthy Heathby"
    imported = brought_in(header=header)
    assert imported.report.field("reference").text == ""
    assert ("Plan it supports", "Healthy Heathby") in details(imported)


@pytest.mark.parametrize("title", ["COUNCIL TAX DEBT: WRITING OFF", "COUNCIL HOUSING REPAIRS", "COUNCIL PLAN 2027"])
def test_a_title_about_what_a_council_has_is_not_its_name(title: str) -> None:
    source = f"Agenda item 5\n\nLeisure Committee\n9 June 2026\n\n{title}\n\n1. Purpose\n\n1.1 To say how it goes."
    imported = import_text(source, packs(), "generic-english-council")
    assert imported.report.field("subject").text == title
    assert imported.report.field("council").text == ""


def test_consultation_with_nothing_under_it_before_the_lists_is_told() -> None:
    source = REPORT.format(header="Wards affected: All", end=END).replace("Swimmers were asked in May.\n\n", "")
    imported = import_text(source, packs(), "generic-english-council")
    assert [each.partition(" has")[0] for each in told(imported, "section-empty")] == ["warning “Consultation”"]


def test_questions_that_follow_questions_are_headings_whatever_stands_below() -> None:
    end = (
        "What does it cost?\n\nIt costs nothing more.\n\nWho was asked?\n\nSwimmers: agreed\nTeachers: agreed\n\n" + END
    )
    headings = [section.heading for section in brought_in(end).report.sections]
    assert headings[4:6] == ["What does it cost?", "Who was asked?"]


def test_a_question_below_another_kind_of_heading_stays_text() -> None:
    end = "Costs\n\nIt costs nothing more.\n\nWho pays?\n\nSwimmers\n\n" + END
    assert "Who pays?" not in [section.heading for section in brought_in(end).report.sections]


def test_a_name_alone_in_a_row_of_clearances_is_no_heading() -> None:
    end = f"{END}\n\nOfficer\tName\tDate\nFinance\tH. Wren\t2 May 2026\nRisk\t\t\nPress\tD. Pipit\t3 May 2026"
    assert "risk" not in [section.id for section in brought_in(end).report.sections]


@pytest.mark.parametrize(
    ("line", "subject"),
    [("Allotments: rents and water", "Allotments: rents and water"), ("Venue: the old town hall", "")],
)
def test_a_title_of_one_word_and_what_it_is_about(line: str, subject: str) -> None:
    source = (
        f"Heathby Borough Council\n\nLeisure Committee\n9 June 2026\n\n{line}\n\n1. Purpose\n\n1.1 To say how it is."
    )
    assert import_text(source, packs(), "generic-english-council").report.field("subject").text == subject
