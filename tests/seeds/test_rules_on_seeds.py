"""The faults that the published reports have are found, and nothing else at warning or above."""

from pathlib import Path

import pytest

from clerkwell.model import Problem
from clerkwell.rules import check
from helpers.seeds import imported

pytestmark = pytest.mark.seeds

IMPLICATIONS = ("financial", "resource", "legal", "risk", "equalities", "climate", "security")

# The labels are those of the domain's list of faults in print.
EXPECTED = {
    "S0": {
        ("field-missing", "funding-source"),  # A1
        ("section-missing", "financial"),  # A2
        ("background-papers-missing", "background-papers"),  # A27
    },
    "S1": {
        ("appendix-not-cited", "Appendix 1"),  # A14
        ("background-papers-missing", "background-papers"),  # A27
    },
    "S3": {
        ("prompt-left", "background-papers"),  # A15
        ("section-empty", "appendices"),  # A16
        ("nil-without-reason", "equalities"),  # A20
        ("nil-without-reason", "corporate"),  # A21
        ("nil-without-reason", "options"),  # A21
    },
    "S4": {
        ("date-malformed", "committees.date"),  # A23
        *(("nil-without-reason", section) for section in IMPLICATIONS),  # A24
        *(("nil-section-left-in", section) for section in ("options", "proposals", "key-data")),  # A25
        ("answer-not-recognised", "spending"),  # A26
        ("background-papers-missing", "background-papers"),  # A27
    },
}


def part(problem: Problem) -> str:
    if problem.place is None:
        return "report"
    return problem.place.field or problem.place.section or problem.quote


@pytest.mark.parametrize("name", EXPECTED)
def test_the_certain_faults_of_a_published_report_are_found_and_nothing_else(seeds: Path, name: str) -> None:
    result = imported(seeds, name)
    problems = [each for each in check(result.report, result.pack) if each.severity != "info"]
    assert sorted((each.rule, part(each)) for each in problems) == sorted(EXPECTED[name])


def test_short_answers_are_information_and_never_more(seeds: Path) -> None:
    result = imported(seeds, "S0")
    info = {(each.rule, part(each)) for each in check(result.report, result.pack) if each.severity == "info"}
    assert {("answer-house-form", field) for field in ("spending", "spending-amount", "funding-agreed")} <= info  # A28


def test_a_report_imported_into_a_later_layout_lacks_what_that_layout_asks_for(seeds: Path) -> None:
    result = imported(seeds, "S1", "city-of-london-2022")
    found = {(each.rule, part(each)) for each in check(result.report, result.pack)}
    wanted = ("background", "current-position", *IMPLICATIONS, "conclusion")
    assert {("section-missing", section) for section in wanted} <= found  # A12


def test_a_heading_that_the_source_lacked_is_said_by_the_import(seeds: Path) -> None:
    lacking = [each for each in imported(seeds, "S0").findings if each.kind == "lacking"]
    assert any("Corporate & Strategic Implications" in each.text for each in lacking)  # A3
