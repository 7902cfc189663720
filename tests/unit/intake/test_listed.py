"""Appendices and background papers out of their lines."""

import pytest

from clerkwell.intake.drafts import Draft
from clerkwell.intake.lines import read_lines
from clerkwell.intake.listed import Listed, appendices, papers
from helpers.intake import pack

CITY = pack("city-of-london-2023")
NORTH = pack("north-somerset-executive-2022")


def listed(source: str) -> Listed:
    return appendices([Draft(line) for line in read_lines(source)], CITY)


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Appendix 1 – Plan of the hall", "1", "Plan of the hall"),
        ("- Appendix A: Plan", "A", "Plan"),
        ("APPENDIX 2b. Plan", "2b", "Plan"),
        ("• Appendix 3 Plan", "3", "Plan"),
        ("Appendix iv – Plan", "iv", "Plan"),
        ("2. Costs", "2", "Costs"),
        ("B – Costs", "B", "Costs"),
        ("Appendix 4", "4", ""),
    ],
)
def test_an_entry_has_a_number_and_a_title(line: str, number: str, title: str) -> None:
    (entry,) = listed(line).appendices
    assert (entry.number, entry.title) == (number, title)


def test_entries_with_a_bare_letter_are_those_that_count_on() -> None:
    entries = listed("A Application form\nB Plan of the premises\nC Representations").appendices
    assert [(each.number, each.title) for each in entries] == [
        ("A", "Application form"), ("B", "Plan of the premises"), ("C", "Representations"),
    ]  # fmt: skip
    assert listed("A Plan was sent to Members in May.").appendices == ()
    assert listed("B Plan of the premises").appendices == ()


@pytest.mark.parametrize("line", ["None.", "Appendix 1 shows the plan.", "Appendices follow", "- A plan", "The plan"])
def test_other_lines_stay_in_the_section(line: str) -> None:
    assert listed(line).appendices == ()
    assert len(listed(line).rest) == 1


def test_a_linked_title_keeps_its_link_and_a_second_address_its_words() -> None:
    first, second = listed(
        "Appendix 1 – [Plan](https://example.org/a)\nAppendix 2 – [A](https://example.org/a) [B](https://example.org/b)"
    ).appendices
    assert (first.title, first.link) == ("Plan", "https://example.org/a")
    assert (second.title, second.link) == ("A B (https://example.org/b)", "https://example.org/a")


def test_a_status_in_brackets_is_understood_and_stays() -> None:
    first, second = listed("Appendix 1 – Costs (Non-Public)\nAppendix 2 – Map (east side)").appendices
    assert (first.status, first.title) == ("exempt", "Costs (Non-Public)")
    assert second.status == ""


def test_entries_have_ids_of_their_own() -> None:
    assert [entry.id for entry in listed("Appendix A – x\nAppendix B – y").appendices] == ["appendix-1", "appendix-2"]


def test_papers_are_listed_without_their_bullets() -> None:
    found = papers([Draft(line) for line in read_lines("- Survey of 2021\n2. Notes\nMinutes of a meeting")], NORTH)
    assert [paper.title for paper in found.papers] == ["Survey of 2021", "Notes", "Minutes of a meeting"]


@pytest.mark.parametrize(
    "line",
    ["None", "N/A", "[Click here to enter Background Papers]", "There are no background papers.", "The following:"],
)
def test_an_explicit_none_a_prompt_and_a_lead_in_are_no_papers(line: str) -> None:
    found = papers([Draft(read_lines(line)[0])], NORTH)
    assert found.papers == ()
    assert len(found.rest) == 1


@pytest.mark.parametrize(
    ("line", "status", "paragraphs"),
    [
        (
            "Appendix 4 – Part B – exempt information (not for publication, by virtue of paragraph 3 of Part 1 of "
            "Schedule 12A of the Local Government Act 1972)",
            "exempt",
            (3,),
        ),
        ("Exempt Appendix C: Terms of purchase", "exempt", ()),
        ("• Exempt Appendix C: Terms (exempt: paragraph 3)", "exempt", (3,)),
        ("Appendix 2 – Costs that are not for publication", "", ()),
        ("Appendix 2 – Paragraph 3 of the agreement", "", ()),
    ],
)
def test_a_title_says_the_status_of_its_appendix_and_the_reason(
    line: str, status: str, paragraphs: tuple[int, ...]
) -> None:
    (entry,) = listed(line).appendices
    assert (entry.status, entry.exempt_paragraphs) == (status, paragraphs)


def test_a_title_may_stand_below_its_appendix() -> None:
    entries = listed("Appendix A\nMap of play areas\n\nAppendix B\nCosts").appendices
    assert [(each.number, each.title) for each in entries] == [("A", "Map of play areas"), ("B", "Costs")]


@pytest.mark.parametrize("below", ["It shows the play areas of the town.", "Appendix B – Costs", "- Costs", "None"])
def test_what_stands_below_an_appendix_and_is_no_title_is_none_of_it(below: str) -> None:
    assert listed(f"Appendix A\n{below}").appendices[0].title == ""


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        (
            "Replies to the survey; minutes of the panel, 20 January",
            ["Replies to the survey", "minutes of the panel, 20 January"],
        ),
        ("Play Plan (2019; as amended)", ["Play Plan (2019; as amended)"]),
        ("Play Plan; 2019", ["Play Plan; 2019"]),
    ],
)
def test_papers_on_one_line_are_parted_where_that_is_certain(line: str, titles: list[str]) -> None:
    found = papers([Draft(each) for each in read_lines(line)], CITY).papers
    assert [each.title for each in found] == titles
