"""Appendices listed as exempt, parts with letters, headings of what is asked, tables in a header, decisions."""

import pytest

from clerkwell.intake import NotAReportError, import_text
from clerkwell.intake.results import Imported
from clerkwell.rules import check
from helpers.intake import packs

_GENERIC = "generic-english-council"
REPORT = """Heathby Borough Council

Leisure Committee
9 June 2026

Swimming lessons

Report of: Head of Leisure
Wards affected: All

{asked}

The Committee is asked to agree the terms in Appendix 1.

Background

Lessons began in 1998 and are full in every term.

{more}

Appendices

{appendices}

Background papers

None
"""


def brought_in(
    asked: str = "Recommendations", more: str = "Risk\n\nThere is little risk.", appendices: str = "Appendix 1 – Terms"
) -> Imported:
    return import_text(REPORT.format(asked=asked, more=more, appendices=appendices), packs(), _GENERIC)


def told(imported: Imported, *rules: str) -> list[str]:
    return [each.message for each in check(imported.report, imported.pack) if each.rule in rules]


@pytest.mark.parametrize(
    ("entry", "paragraphs"),
    [
        ("Appendix 1: Terms (exempt). The public interest in keeping them private is the greater.", ()),
        ("Appendix 1 – Terms (exempt) – circulated to members only", ()),
        ("Appendix 1 (not for publication): Terms", ()),
        ("Appendix 1 – Terms – NOT FOR PUBLICATION", ()),
        ("Appendix 1 – Exempt: terms", ()),
        ("Appendix 1 – Terms [exempt, paras 1 and 3]", (1, 3)),
        ("Appendix 1 – Terms (exempt – paragraph 3)", (3,)),
    ],
)
def test_an_appendix_that_is_listed_as_exempt_has_its_status(entry: str, paragraphs: tuple[int, ...]) -> None:
    imported = brought_in(appendices=entry)
    (appendix,) = imported.report.appendices
    assert (appendix.status, appendix.exempt_paragraphs) == ("exempt", paragraphs)
    assert not told(imported, "private-in-words-only")


@pytest.mark.parametrize(
    "entry",
    [
        "Appendix 1 – Terms for buildings exempt from rates",
        "Appendix 1 – Non-exempt terms",
        "Appendix 1 – Terms that are not for publication",
        "Appendix 1 – Terms (commercially sensitive)",
    ],
)
def test_other_words_give_an_appendix_no_status(entry: str) -> None:
    assert brought_in(appendices=entry).report.appendices[0].status == ""


def test_an_exempt_appendix_without_a_number_is_an_entry_of_its_own() -> None:
    imported = brought_in(
        appendices="Appendix 1 – Terms of every kind of lesson\nExempt Appendix: Fees of the teachers"
    )
    assert [each.title for each in imported.report.appendices] == ["Terms of every kind of lesson"]
    assert not told(imported, "private-in-words-only")


def test_a_part_with_a_letter_heads_the_headings_without_one() -> None:
    more = "Part F – Implications\n\nFinancial implications\n\nThe cost is £4.\n\nPart G – Next steps\n\nAll are told."
    assert not told(brought_in(more=more), "section-empty")


@pytest.mark.parametrize("heading", ["Part F – What comes next", "Section F: Next steps"])
def test_a_part_with_a_letter_and_nothing_under_it_is_told(heading: str) -> None:
    more = (
        f"Part E – Risk\n\nThere is little risk.\n\n{heading}\n\nPart G – Who was asked\n\nEveryone was asked in May."
    )
    assert len(told(brought_in(more=more), "section-empty")) == 1
    assert len(told(brought_in(more=f"Part E – Risk\n\nThere is little risk.\n\n{heading}"), "section-empty")) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "Recommendation(s) for action or decision:",
        "Recommendations for approval",
        "Recommendation for decision",
        "Recommendation and decision required:",
        "Officer's recommendation for approval",
    ],
)
def test_a_label_over_what_is_asked_heads_the_recommendations(asked: str) -> None:
    imported = brought_in(asked=asked)
    assert imported.report.sections[0].id == "recommendations"
    assert not told(imported, "field-missing", "section-empty")


def test_a_table_in_the_header_parts_no_labels_from_it() -> None:
    source = REPORT.format(asked="Recommendations", more="Risk\n\nLittle.", appendices="Appendix 1 – Terms").replace(
        "Report of: Head of Leisure\nWards affected: All\n",
        "Timetable\nMeeting\tDate\nLeisure Committee\t9 June 2026\nCouncil\t1 July 2026\n\n"
        "Key decision?\tNo\nReport of\tHead of Leisure\nClassification\tPublic\nWards affected\t\n",
    )
    imported = import_text(source, packs(), _GENERIC)
    report = imported.report
    assert report.field("report-of").text == "Head of Leisure"
    assert report.field("council").text == "Heathby Borough Council"
    assert report.sections[0].heading == "Timetable"
    assert any("Wards affected" in each for each in told(imported, "field-missing"))


DECISION = """Heathby Borough Council

{title}

Decision maker: Director of Leisure
Subject: Swimming lessons
Date of decision: 9 June 2026

{head}

To run a lesson more on Fridays.

{more}
"""


@pytest.mark.parametrize(
    ("title", "head", "more"),
    [
        ("Decision record: Executive Member decision", "Decision requested", "Reasons\n\nLessons are full."),
        ("Record of decision", "2. Decisions sought", "Reasons\n\nLessons are full."),
        ("Record of decision by the Cabinet Member", "Recommendation(s)", "Reasons\n\nLessons are full."),
        (
            "Record of Officer Decision", "Decision",
            "Background\n\nLessons began in 1998.\n\nFinancial implications\n\nThe cost is £400.",
        ),
        (
            "Delegated Decision Notice", "Decision taken",
            "1. Introduction\n\nLessons began in 1998.\n\n2. Consultation\n\nSwimmers were asked.",
        ),
    ],
)  # fmt: skip
def test_an_officers_decision_and_what_is_still_asked_for_are_read(title: str, head: str, more: str) -> None:
    imported = import_text(DECISION.format(title=title, head=head, more=more), packs(), _GENERIC)
    assert imported.report.field("subject").text == "Swimming lessons"


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("Record of Officer Decision", "Reasons\n\nLessons are full.\n\nAlternatives\n\nNone."),
        ("Record of Executive Decision", "Background\n\nLessons began in 1998.\n\nFinancial implications\n\nNone."),
    ],
)
def test_a_record_that_only_says_what_was_decided_is_no_report(title: str, more: str) -> None:
    with pytest.raises(NotAReportError, match="record of a decision"):
        import_text(DECISION.format(title=title, head="Decision", more=more), packs(), _GENERIC)


@pytest.mark.parametrize("head", ["Decision", "THE DECISION", "Decision taken", "Decision sought"])
def test_what_an_officer_decides_stands_for_the_recommendations(head: str) -> None:
    more = "Background\n\nLessons began in 1998.\n\nFinancial implications\n\nThe cost is £400."
    text = DECISION.format(title="Record of Officer Decision", head=head, more=more)
    imported = import_text(text, packs(), _GENERIC)
    assert imported.report.sections[0].id == "recommendations"
    assert imported.report.field("purpose").text == ""
    assert not told(imported, "section-missing")


def test_a_decision_beside_recommendations_is_a_section_of_its_own() -> None:
    report = brought_in(
        more="The decision\n\nThe Committee decides on all lessons under its terms of reference."
    ).report
    assert [section.id for section in report.sections][:3] == ["recommendations", "background", "own-1"]


@pytest.mark.parametrize("asked", ["RECOMMENDED", "Amended recommendation", "Revised recommendations"])
def test_other_words_over_what_is_asked(asked: str) -> None:
    assert brought_in(asked=asked).report.sections[0].id == "recommendations"


def test_a_member_who_decides_alone_stands_where_a_committee_would() -> None:
    source = REPORT.format(asked="Recommendations", more="Risk\n\nLittle.", appendices="Appendix 1 – Terms").replace(
        "Leisure Committee\n9 June 2026\n", "Report for: Cabinet Member for Leisure – 9 June 2026\n"
    )
    (row,) = import_text(source, packs(), _GENERIC).report.repeats["committees"]
    assert (row["name"].text, row["date"].text) == ("Cabinet Member for Leisure", "9 June 2026")


def test_words_over_the_figures_of_a_table_are_its_first_row() -> None:
    more = "What it will cost\n\n\t£000\nTeachers\t180\nTowels\t20\nTotal\t200"
    imported = brought_in(more=more)
    section = next(each for each in imported.report.sections if each.heading == "What it will cost")
    (table,) = section.blocks
    assert table.kind == "table"
    assert (len(table.rows), table.header_rows) == (5 - 1, 1)
    assert not told(imported, "table-total")


@pytest.mark.parametrize(
    "below",
    ["Annex 1: Charges\nR. Reed\nHead of Pools", "APPENDIX A Views of swimmers", "Signed: ..........\nDate: ........"],
)
def test_what_stands_below_the_papers_is_none(below: str) -> None:
    source = REPORT.format(asked="Recommendations", more="Risk\n\nLittle.", appendices="Appendix 1 – Terms")
    imported = import_text(source.replace("None\n", f"Survey of 2025\n\n{below}\n"), packs(), _GENERIC)
    assert [each.title for each in imported.report.background_papers] == ["Survey of 2025"]


@pytest.mark.parametrize(
    "heading",
    [
        "List of Background Papers (This MUST be completed for all reports, but does not include what is exempt)",
        "10. Local Government (Access to Information) Act 1985",
    ],
)
def test_background_papers_under_the_words_of_a_form(heading: str) -> None:
    source = REPORT.format(asked="Recommendations", more="Risk\n\nLittle.", appendices="Appendix 1 – Terms")
    imported = import_text(source.replace("Background papers", heading), packs(), _GENERIC)
    assert not told(imported, "background-papers-missing", "appendix-not-cited")


def test_an_annexe_is_listed_and_cited_as_an_annex_is() -> None:
    more = "Risk\n\nRisks are in Annexe A and in Annexe B."
    imported = brought_in(more=more, appendices="Appendix 1 – Terms\nAnnexe A – Risks")
    assert [each for each in told(imported, "appendix-not-listed") if "Annex A" in each] == []
    assert len(told(imported, "appendix-not-listed")) == 1
