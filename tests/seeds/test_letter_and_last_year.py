"""The published letter's findings, and the published reports started again for a later meeting: counted."""

from datetime import datetime
from pathlib import Path

import pytest

from clerkwell.intake import import_text
from clerkwell.intake.letters import findings_in, source_of
from clerkwell.packs import Catalogue
from clerkwell.session.again.starting import StartedAgain, newest_pack, start_again
from helpers.intake import packs

pytestmark = pytest.mark.seeds

NOW = datetime(2026, 11, 18, 9, 0)


def source(seeds: Path, name: str) -> str:
    return next(seeds.glob(f"{name}_*.txt")).read_text(encoding="utf-8")


def again(seeds: Path, name: str) -> StartedAgain:
    imported = import_text(source(seeds, name), packs())
    newest = newest_pack(imported.pack, Catalogue(packs()), NOW.date())
    return start_again(imported.report, imported.pack, newest, {}, NOW)


def test_the_letter_s_findings_are_found_each_under_its_own_heading(seeds: Path) -> None:
    findings = findings_in(source(seeds, "002"))

    assert [finding.kind for finding in findings] == ["strength", *["met"] * 10, *["development"] * 4]
    assert {finding.heading for finding in findings if finding.kind != "met"} == {"Strengths", "Areas for development"}
    # One of them was broken where the page turned.
    assert all(finding.words.endswith(".") for finding in findings)


def test_the_letter_says_who_wrote_it_and_when(seeds: Path) -> None:
    assert source_of(source(seeds, "002")).named == "Letter from Ofsted, 24 August 2011"


@pytest.mark.parametrize(("name", "count"), [("000", 7), ("001", 8), ("003", 8), ("004", 11)])
def test_dated_words_of_the_text_are_listed_and_no_others(seeds: Path, name: str, count: int) -> None:
    # Counted by hand in the sources: every date, year, relative word and earlier event of their sections, once a
    # paragraph.
    stale = [each for each in again(seeds, name).stale if each.place.section and not each.quote.startswith("£")]

    assert len(stale) == count


def test_a_promise_without_a_year_is_among_them(seeds: Path) -> None:
    assert "by the end of May" in [each.quote for each in again(seeds, "001").stale]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("000", {"committees.date", "spending", "spending-amount", "funding-agreed", "outcomes"}),
        ("001", {"committees.date"}),
        ("003", {"meeting-date", "key-decision", "key-decision-reason"}),
        ("004", {"committees.date", "spending", "spending-amount", "funding-source", "funding-agreed", "outcomes"}),
    ],
)
def test_what_belongs_to_a_meeting_is_asked_again(seeds: Path, name: str, fields: set[str]) -> None:
    assert {each.place.field for each in again(seeds, name).reopened} == fields
