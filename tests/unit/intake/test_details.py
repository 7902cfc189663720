"""Header lines that no layout knows: kept beside the others where the pack has room for them."""

import pytest

from clerkwell.intake import import_text
from clerkwell.model import Report, words
from clerkwell.packs import load_folder
from clerkwell.rules import check
from clerkwell.system import templates_folder

GENERIC = load_folder(templates_folder() / "generic-english-council")
CITY = load_folder(templates_folder() / "city-of-london-2023")
BODY = (
    "1. Recommendations\n\nThat the Committee agrees the repairs.\n\n2. Background\n\nThe weir was built in 1903.\n\n"
    "3. Background papers\n\nNone."
)


def brought_in(*header: str) -> Report:
    lines = "\n".join(header)
    head = "Wellbrook District Council\nReport to: Planning Committee\nDate: 9 June 2026\nTitle: The weir"
    text = f"{head}\n{lines}\n\n{BODY}"
    return import_text(text, [GENERIC], GENERIC.id).report


def plain_text(report: Report, section: str) -> str:
    return "\n".join(words(block) for block in report.blocks(section)) + "\n".join(
        paper.title for paper in report.background_papers if section == "background-papers"
    )


def others(report: Report) -> list[dict[str, str]]:
    return [{name: value.text for name, value in row.items()} for row in report.repeats.get("other-details", ())]


def test_a_label_that_nobody_knows_keeps_its_answer_beside_it() -> None:
    report = brought_in("Site: Land at the weir", "Target date:\t30 June 2026")
    assert others(report) == [
        {"label": "Site:", "text": "Land at the weir"},
        {"label": "Target date:", "text": "30 June 2026"},
    ]
    assert not report.tray


def test_a_line_that_speaks_for_itself_has_no_label() -> None:
    assert others(brought_in("", "Held in public in Committee Room 2, Guildhall.")) == [
        {"text": "Held in public in Committee Room 2, Guildhall."}
    ]


def test_what_answers_the_question_which_is_no_label_of_its_own() -> None:
    report = brought_in("Which priorities does this report support?\tPriority 2: Living well at home", "Site:\tWeir")
    assert others(report)[0] == {
        "label": "Which priorities does this report support?",
        "text": "Priority 2: Living well at home",
    }
    assert "field-missing" not in {each.rule for each in check(report, GENERIC)}


def test_a_label_with_nothing_beside_it_is_told_of_and_what_the_clerk_fills_in_only_mentioned() -> None:
    report = brought_in("Reason for referral to Committee:", "Agenda page no:")
    told = [each for each in check(report, GENERIC) if each.rule == "field-missing"]
    assert [(each.severity, each.quote) for each in told] == [
        ("warning", "Reason for referral to Committee:"),
        ("info", "Agenda page no:"),
    ]


def test_a_question_with_a_blank_beside_it_is_told_of_and_is_no_title() -> None:
    question = "Has a data protection assessment been done?"
    header = ("Report to:\tPlanning Committee", "Date:\t9 June 2026", f"{question}\t", "Subject:\tThe weir: next steps")
    head = "\n".join(("Wellbrook District Council", *header))
    report = import_text(f"{head}\n\n{BODY}", [GENERIC], GENERIC.id).report
    assert report.field("subject").text == "The weir: next steps"
    assert others(report) == [{"label": question}]
    assert [each.quote for each in check(report, GENERIC) if each.rule == "field-missing"] == [question]


def test_a_date_in_it_has_to_be_a_day() -> None:
    report = brought_in("Target date: 31 September 2026")
    assert [each.quote for each in check(report, GENERIC) if each.rule == "date-in-text-malformed"] == [
        "31 September 2026"
    ]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Purpose of report: For information", "purpose", "For information"),
        ("Public or exempt:\tPublic", "public-status", "Public"),
    ],
)
def test_an_answer_that_is_certain_goes_where_it_belongs(line: str, field: str, value: str) -> None:
    report = brought_in(line)
    assert report.field(field).value == value
    assert not others(report)


def test_a_pack_without_room_for_it_keeps_it_in_the_tray() -> None:
    text = f"Committee: Policy and Resources Committee\nDated: 9 June 2026\nSubject: The weir\nSite: The weir\n\n{BODY}"
    report = import_text(text, [CITY], CITY.id).report
    assert "Site" in " ".join(item.text for item in report.tray)
    assert "other-details" not in report.repeats


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("What the Area Board is asked to do", "recommendations"),
        ("Which decisions is the Panel being asked to take?", "recommendations"),
        ("Background papers (unpublished)", "background-papers"),
    ],
)
def test_headings_of_one_meaning_are_known_in_other_words(heading: str, section: str) -> None:
    text = (
        "Wellbrook District Council\nReport to: Area Board\nDate: 9 June 2026\nTitle: The weir\n\n"
        f"1. Background\n\nThe weir was built in 1903.\n\n{heading}\n\nAgree the repairs."
    )
    assert "Agree the repairs." in plain_text(import_text(text, [GENERIC], GENERIC.id).report, section)


def test_who_signs_below_a_label_is_an_author_though_the_header_names_another() -> None:
    signed = "Report author: Rosalind Peake, Waste Manager\nTelephone: 01632 960114\nEmail: peake@example.org"
    text = (
        "Wellbrook District Council\nReport to: Cabinet\nDate: 9 June 2026\nTitle: The fleet\n"
        f"Report author: Graham Tillotson, Head of Operations\n\n{BODY}\n\n{signed}"
    )
    report = import_text(text, [GENERIC], GENERIC.id).report
    assert report.repeats["authors"][0]["name"].text == "Rosalind Peake, Waste Manager"
    assert "author-differs" in {each.rule for each in check(report, GENERIC)}


def test_a_blank_that_every_council_wants_answered_is_told_of_and_others_are_not() -> None:
    report = brought_in("Wards affected:", "Key decision: No", "Reason for key decision:", "Cabinet member: A. Brown")
    assert others(report) == [{"label": "Wards affected:"}]
    told = [each for each in check(report, GENERIC) if each.rule == "field-missing"]
    assert [(each.severity, each.quote) for each in told] == [("warning", "Wards affected:")]


def test_a_key_decision_without_its_reason_is_a_blank_too() -> None:
    report = brought_in("Key decision: Yes", "Reason for key decision:", "Wards affected: All")
    assert others(report) == [{"label": "Reason for key decision:"}]


def test_a_number_of_the_forward_plan_is_asked_for_of_what_is_or_may_be_a_key_decision() -> None:
    for key, told in (
        ("Key decision: Yes – it saves £300,000", True),
        ("Key decision: No", False),
        ("Wards: East", True),
    ):
        report = brought_in(key, "Forward Plan reference:", "Wards: All")
        assert ({"label": "Forward Plan reference:"} in others(report)) is told
        said = [each.quote for each in check(report, GENERIC) if each.rule == "field-missing"]
        assert said == (["Forward Plan reference:"] if told else [])


def test_a_blank_number_of_the_agenda_item_is_for_the_clerk_and_other_blanks_for_the_author() -> None:
    report = brought_in("Agenda item:", "Classification:", "Key decision: No", "Wards: All")
    told = [(each.severity, each.quote) for each in check(report, GENERIC) if each.rule == "field-missing"]
    assert sorted(told) == [("info", "Agenda item:"), ("warning", "Classification:")]


def test_labels_of_a_table_have_no_colons_and_one_of_them_may_be_blank() -> None:
    table = "Application no.\t26/0001\nSite\tThe weir\nValid date\t2 March 2026\nExpiry date\t\nApplicant\tKit Plover"
    head = "WELLBROOK DISTRICT COUNCIL\n\nPLANNING COMMITTEE – 9 June 2026\n\nTitle\tThe weir\n"
    report = import_text(f"{head}{table}\n\n{BODY}", [GENERIC], GENERIC.id).report
    assert report.field("committees.name", 0).text == "PLANNING COMMITTEE"
    assert {"label": "Valid date", "text": "2 March 2026"} in others(report)
    assert [each.quote for each in check(report, GENERIC) if each.rule == "field-missing"] == ["Expiry date"]


def test_the_last_label_of_a_header_may_be_blank_though_it_heads_a_section_elsewhere() -> None:
    report = brought_in("Key decision: No", "Wards: All", "Consultation:")
    assert {"label": "Consultation:"} in others(report)
    assert report.section("consultation") is None
    assert [each.quote for each in check(report, GENERIC) if each.rule == "field-missing"] == ["Consultation:"]
