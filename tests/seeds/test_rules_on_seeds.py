"""The faults that the published reports have are found, and nothing else at warning or above."""

import tomllib
from pathlib import Path

import pytest

from clerkwell.model import Problem, Report, walk
from clerkwell.rules import check
from helpers.seeds import imported

pytestmark = pytest.mark.seeds

IMPLICATIONS = ("financial", "resource", "legal", "risk", "equalities", "climate", "security")
REPORTS = ("S0", "S1", "S3", "S4")
FOLDER = Path(__file__).parent / "expected"


def expected(name: str, key: str = "") -> list[tuple[str, str]]:
    """What has to be found in a report, from one file a subject: (rule, place). Infos are in tables like `S0-info`."""
    given = [tomllib.loads(path.read_text(encoding="utf-8")).get(name + key, {}) for path in FOLDER.glob("*.toml")]
    return sorted((rule, place) for table in given for rule, places in table.items() for place in places)


def part(problem: Problem, report: Report) -> str:
    """Where a problem is: a field, a section with the number of the block in it, an appendix."""
    place = problem.place
    if place is None:
        return "report"
    if place.section and place.block:
        order = [block.id for block in walk(report.blocks(place.section))]
        return f"{place.section}/{order.index(place.block) + 1}"
    return place.field or place.section or place.appendix


@pytest.mark.parametrize("name", REPORTS)
def test_the_certain_faults_of_a_published_report_are_found_and_nothing_else(seeds: Path, name: str) -> None:
    result = imported(seeds, name)
    problems = [each for each in check(result.report, result.pack) if each.severity != "info"]
    assert sorted((each.rule, part(each, result.report)) for each in problems) == expected(name)


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_only_information_is_found_as_such(seeds: Path, name: str) -> None:
    result = imported(seeds, name)
    problems = [each for each in check(result.report, result.pack) if each.severity == "info"]
    assert set(expected(name, "-info")) <= {(each.rule, part(each, result.report)) for each in problems}


def test_a_report_imported_into_a_later_layout_lacks_what_that_layout_asks_for(seeds: Path) -> None:
    result = imported(seeds, "S1", "city-of-london-2022")
    found = {(each.rule, part(each, result.report)) for each in check(result.report, result.pack)}
    wanted = ("background", "current-position", *IMPLICATIONS, "conclusion")
    assert {("section-missing", section) for section in wanted} <= found  # A12


def test_a_heading_that_the_source_lacked_is_said_by_the_import(seeds: Path) -> None:
    lacking = [each for each in imported(seeds, "S0").findings if each.kind == "lacking"]
    assert any("Corporate & Strategic Implications" in each.text for each in lacking)  # A3
