"""Invented reports in the looks of many councils: the right pack, headings kept in order, nothing lost or moved."""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from clerkwell.intake import Imported, import_text
from clerkwell.packs import outline
from clerkwell.rules import check
from clerkwell.word.writer import write_document
from helpers.independent import paragraphs_of
from helpers.intake import unaccounted, words_of
from helpers.seeds import shipped_packs

LOOKS = Path(__file__).parent / "looks"
GENERIC, CITY_2017, CITY_2022, CITY_2023, SOMERSET = (
    "generic-english-council",
    "city-of-london-2017",
    "city-of-london-2022",
    "city-of-london-2023",
    "north-somerset-executive-2022",
)
PARTS = "background current-position"
IMPLICATIONS = "strategic financial resource legal risk equalities climate security conclusion appendices"
DETAILS = "summary policy details consultation financial legal climate risk equalities corporate options"
NO_PAPERS = "background-papers-missing background-papers"
NOT_CITED = "appendix-not-cited appendix-2"


@dataclass(frozen=True)
class Look:
    """What a report has to be taken in as: its pack, its sections in order, what is wrong with it.

    `header` is what some of its fields were understood as, `others` what its header says besides.
    """

    pack: str
    sections: str
    header: tuple[tuple[str, str], ...]
    problems: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


EXPECTED = {
    "borough_columns": Look(
        GENERIC,
        "summary recommendations background own-1 corporate appendices background-papers",
        (("committees.name", "Licensing Committee"), ("council", "Tyddyn Borough Council"), ("key-decision", "No")),
        # "Staffing   None" stands in its list of implications.
        (NOT_CITED, "nil-without-reason corporate"),
        ("Agenda Item No. 6",),
    ),
    "borough_marked_up": Look(
        GENERIC,
        "summary recommendations current-position corporate financial legal equalities risk background-papers "
        "appendices",
        (("purpose", "For information"), ("public-status", "Public"), ("committees.date", "2023-07-25")),
        ("appendix-not-cited appendix-1",),
    ),
    "city_2017": Look(
        CITY_2017,
        "summary recommendations main-report appendices",
        (("committees.purpose", "For Decision"), ("committees.date", "2017-09-19"), ("purpose", "For Decision")),
        (NO_PAPERS, "nil-without-reason main-report"),
    ),
    "city_2022": Look(
        CITY_2022,
        f"summary recommendations {PARTS} {IMPLICATIONS} background-papers",
        (("spending", "No"), ("committees.date", "2022-05-17"), ("public-status", "Public")),
    ),
    "city_2023": Look(
        CITY_2023,
        f"summary recommendations {PARTS} key-data {IMPLICATIONS}",
        (("spending", "No"), ("committees.date", "2024-03-08"), ("public-status", "Public")),
        ("field-missing committees.purpose", NO_PAPERS),
    ),
    "city_run_in_2023": Look(
        CITY_2022,
        f"summary recommendations {PARTS} options proposals {IMPLICATIONS} background-papers",
        (("spending", "Yes"), ("committees.purpose", "For Decision"), ("funding-agreed", "Yes")),
        ("exempt-reason appendix-2", "nil-without-reason risk", NOT_CITED),
    ),
    "city_three_committees": Look(
        CITY_2022,
        f"summary recommendations {PARTS} options proposals {IMPLICATIONS} background-papers",
        (("committees.date", "2022-09-12"), ("purpose", "For Decision"), ("spending-amount", "£62,000")),
        (NOT_CITED,),
    ),
    "combined_authority": Look(
        GENERIC,
        "purpose-of-report recommendations own-1 background consultation options own-2 own-3 own-4 legal climate own-5 "
        "resource appendices background-papers",
        (("committees.name", "Combined Authority Board"), ("council", "SOUTH VALES COMBINED AUTHORITY")),
        ("nil-without-reason own-5",),
    ),
    "council_with_contents": Look(
        GENERIC,
        "purpose-of-report recommendations background financial background-papers appendices",
        (("committees.name", "Full Council"), ("committees.date", "2024-02-21"), ("public-status", "Public")),
    ),
    "county": Look(
        GENERIC,
        "purpose-of-report recommendations background options consultation financial legal equalities climate "
        "background-papers appendices",
        (
            ("key-decision", "Yes"),
            ("report-of", "Executive Director of Place Lead officer: Ifan ap Rhys, Head of Waste"),
            ("report-author", "Siân Llewellyn-Pugh, tel: 01632 960111, email: s.pugh@example.org"),
        ),
    ),
    "county_decision_report": Look(
        GENERIC,
        "background recommendations reasons options own-1 own-2 risk own-3 corporate own-4 background-papers "
        "appendices",
        (("reference", "11"), ("subject", "Extra Care Housing: Award of Contracts"), ("committees.name", "Cabinet")),
        ("acronym-not-expanded corporate", "nil-without-reason corporate"),
        ("Decision Report",),
    ),
    "district_capitals": Look(
        GENERIC,
        "purpose-of-report recommendations background financial legal equalities risk background-papers appendices",
        (("reference", "7"), ("subject", "LOCAL PLAN: STATEMENT OF COMMUNITY INVOLVEMENT")),
        ("nil-without-reason equalities",),
    ),
    "fire_authority": Look(
        GENERIC,
        "purpose-of-report recommendations summary background proposals own-1 financial equalities appendices",
        (("council", "EXAMPLESHIRE FIRE AND RESCUE AUTHORITY"), ("subject", "Replacement of breathing apparatus")),
        (NO_PAPERS,),
    ),
    "health_board_ligatures": Look(
        GENERIC,
        "purpose-of-report recommendations current-position own-1 financial equalities conclusion background-papers "
        "appendices",
        (("report-author", "Rhian Oakes Public Health Consultant rhian.oakes@example.org"),),
    ),
    "london_borough_cells": Look(
        GENERIC,
        "appendices summary recommendations reasons options current-position background own-1 consultation financial "
        "legal equalities climate background-papers",
        (("committees.name", "Cabinet"), ("committees.date", "2023-11-14"), ("wards", "Fern, Hollow and Quarry wards")),
    ),
    "member_decision": Look(
        GENERIC,
        "recommendations summary financial legal equalities climate consultation background-papers appendices",
        (
            ("committees.name", "CABINET MEMBER FOR HIGHWAYS – DECISIONS MEETING"),
            ("subject", "ASHCOMBE LANE, PEN-Y-BRYN: PROPOSED 20 MPH ZONE"),
        ),
        ("appendix-not-cited appendices",),
    ),
    "metropolitan_sentence": Look(
        GENERIC,
        "own-1 equalities summary background own-2 own-3 own-4 own-5 corporate own-6 options recommendations "
        "appendices background-papers",
        (
            ("report-of", "the Strategic Director of Children's Services"),
            ("committees.name", "Children's Services Overview and Scrutiny Committee"),
            ("committees.date", "2024-03-06"),
        ),
        ("appendix-not-cited appendix-1", "nil-without-reason own-3", *["nil-without-reason corporate"] * 4),
    ),
    "north_somerset": Look(
        SOMERSET,
        f"recommendations {DETAILS} appendices background-papers",
        (("author", "Carys Denholm, Active Travel Manager, 01632 960777"), ("key-decision", "Yes")),
    ),
    "north_somerset_capitals": Look(
        SOMERSET,
        f"recommendations {DETAILS} appendices background-papers",
        (("meeting-date", "2024-02-07"), ("key-decision", "No"), ("committee", "Executive")),
    ),
    "parish": Look(
        GENERIC,
        "purpose-of-report background own-1 financial recommendations background-papers",
        (("reference", "9"), ("subject", "Replacement of the Play Area Surface"), ("authors.name", "P. Quill")),
    ),
    "police_and_crime_panel": Look(
        GENERIC,
        "purpose-of-report recommendations introduction consultation risk equalities appendices background-papers",
        (("committees.name", "NORTHMOOR POLICE AND CRIME PANEL"), ("subject", "PROPOSED PRECEPT 2024/25")),
        ("appendix-not-cited appendices", "appendix-not-cited appendices"),
    ),
    "questions": Look(
        GENERIC,
        "purpose-of-report own-1 own-2 own-3 own-4 legal recommendations background-papers",
        (("subject", "Grass cutting: review of the summer"), ("public-status", "Public")),
    ),
    "schools_forum": Look(
        GENERIC,
        "purpose-of-report recommendations introduction risk appendices",
        (("committees.name", "Schools Forum"), ("subject", "De-delegation 2024-25")),
        ("appendix-not-cited appendices", NO_PAPERS),
    ),
    "scrutiny": Look(
        GENERIC,
        "own-1 introduction recommendations reasons options background own-2 own-3 own-4 appendices background-papers",
        (("committees.name", "Overview and Scrutiny Committee"), ("committees.date", "2023-11-30")),
        ("nil-without-reason introduction", "nil-without-reason options"),
    ),
    "unitary_decimals": Look(
        GENERIC,
        "summary recommendations background own-1 legal own-2 health appendices background-papers",
        (("committees.name", "Executive"), ("public-status", "Part exempt"), ("authors.name", "Bronwen Fothergill")),
        ("nil-without-reason own-2",),
    ),
}


def source(name: str) -> str:
    return (LOOKS / f"{name}.txt").read_text(encoding="utf-8")


def taken_in(name: str) -> Imported:
    return import_text(source(name), shipped_packs())


def understood(imported: Imported, field: str) -> object:
    return imported.report.field(field, 0 if "." in field else None).value


def test_every_look_is_tried() -> None:
    assert {path.stem for path in LOOKS.glob("*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_report_goes_into_its_pack_with_its_sections_in_order(name: str) -> None:
    imported, look = taken_in(name), EXPECTED[name]
    assert imported.pack.id == look.pack
    begun = [part.id for part in outline(imported.report, imported.pack) if part.section is not None]
    assert " ".join(begun) == look.sections
    others = imported.report.repeats.get("other-details", ())
    assert tuple(" ".join(value.text for value in row.values()) for row in others) == look.others
    assert not imported.report.tray


@pytest.mark.parametrize("name", EXPECTED)
def test_its_header_is_understood(name: str) -> None:
    imported = taken_in(name)
    assert {field: understood(imported, field) for field, _ in EXPECTED[name].header} == dict(EXPECTED[name].header)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_word_of_it_is_accounted_for(name: str) -> None:
    lost, made_up = unaccounted(source(name), taken_in(name))
    assert not lost
    assert not made_up


@pytest.mark.parametrize("name", EXPECTED)
def test_checking_it_says_what_a_clerk_would_and_no_more(name: str) -> None:
    imported = taken_in(name)
    problems = [each for each in check(imported.report, imported.pack) if each.severity != "info"]
    found = [
        f"{each.rule} {(each.place.field or each.place.section or each.place.appendix) if each.place else ''}".strip()
        for each in problems
    ]
    assert sorted(found) == sorted(EXPECTED[name].problems)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_draft_has_the_words_of_its_body_in_their_order(name: str) -> None:
    imported = taken_in(name)
    lines = [line for line in source(name).splitlines() if line.strip()]
    first = next(part for part in outline(imported.report, imported.pack) if part.section and part.section.blocks)
    start = next(
        index
        for index, line in enumerate(lines)
        if words_of(line)[: len(words_of(first.heading))] == words_of(first.heading)
    )
    wanted = words_of("\n".join(unmarked(line) for line in lines[start:]))
    given = words_of("\n".join(paragraphs_of(write_document(imported.report, imported.pack, draft=True))))
    matcher = difflib.SequenceMatcher(a=wanted, b=given, autojunk=False)
    missing = [word for kind, low, high, _, _ in matcher.get_opcodes() if kind != "equal" for word in wanted[low:high]]
    supplied = {word for each in imported.mapped for word in words_of(each.words)}
    # Lines of the header that stand further down the page.
    fields = ("report-author", "author", "cabinet-member")
    late = {word for field in fields for word in words_of(imported.report.field(field).text)}
    assert set(missing) <= supplied | late


def unmarked(line: str) -> str:
    """A line without the marks of an extraction, and without the number that Word prints."""
    line = re.sub(r"</?[bi]>|\*+|^#+\s*", "", line)
    line = line.translate({ord("ﬀ"): "ff", ord("ﬁ"): "fi", ord("ﬂ"): "fl", ord("ﬃ"): "ffi", ord("ﬄ"): "ffl"})
    line = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
    return re.sub(r"^\s*(?:\d{1,2}[.)]|\(?[a-z]{1,4}[.)])\s+", "", line)
