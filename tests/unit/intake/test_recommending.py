"""Recommendations under headings of many wordings, or under none; and reports that ask for nothing."""

import pytest

from clerkwell.intake import Imported, import_text
from clerkwell.rules import check
from helpers.intake import pack, packs, unaccounted

GENERIC = "generic-english-council"
HEAD = "Committee: Trade Panel\nDate: 4 March 2031\nTitle: The market\n\n"
REST = """

Background

The market has been open for a year.

Financial implications

Rents came to £42,000.

Background papers

None.
"""


def brought_in(source: str) -> Imported:
    imported = import_text(source, packs(), GENERIC)
    assert not any(unaccounted(source, imported))
    return imported


def told(imported: Imported, *rules: str) -> list[str]:
    return [each.message for each in check(imported.report, pack(GENERIC)) if each.rule in rules]


@pytest.mark.parametrize(
    "said",
    [
        "Conclusions and Recommendations\n\nThe market does well. The Panel is asked to keep it.",
        "Purpose and recommendations\n\nTo ask the Panel to keep the market.",
        "Action requested\n\nThe Panel is asked to keep the market.",
        "Resolution proposed\n\nThat the market be kept.",
        "DECISION RECOMMENDED\n\nThat the market be kept.",
        "SUMMARY AND DECISION REQUIRED\n\nThe Panel is asked to keep the market.",
        "Suggested resolution\n\nThat the market be kept.",
        "RECOMMENDATION – that the market be kept for another year.",
        "Recommended: That the market be kept for another year.",
        "RECOMMENDED that the market be kept for another year.",
        "The Panel is recommended to keep the market for another year.",
        "Recommendation 1\n\nThat the market be kept.\n\nRecommendation 2\n\nThat the rents be raised.",
        "Recommendations (for decision)\n\nThat the market be kept.",
    ],
)
def test_recommendations_are_found_however_they_are_headed(said: str) -> None:
    imported = brought_in(HEAD + said + REST)
    assert not told(imported, "section-missing")
    assert imported.report.blocks("recommendations") or "recommendation-stem" in imported.report.fields


def test_a_heading_of_two_things_is_none_of_recommendations_beside_one_that_is() -> None:
    said = "Recommendations\n\nThat the market be kept."
    end = REST.replace("Background papers", "Conclusions and recommendations\n\nIt does well.\n\nBackground papers")
    imported = brought_in(HEAD + said + end)
    assert [each.id for each in imported.report.sections].count("recommendations") == 1
    assert any(each.heading == "Conclusions and recommendations" for each in imported.report.sections)


def test_a_conclusion_that_recommends_keeps_its_heading() -> None:
    end = REST.replace("Background papers", "Conclusion\n\nIt is recommended that it be kept.\n\nBackground papers")
    assert not told(brought_in(HEAD.rstrip() + end), "section-empty")


@pytest.mark.parametrize(
    "said", ["This report is for information only.", "No decision is required.", "The paper is presented for noting."]
)
def test_a_report_that_asks_for_nothing_may_have_no_recommendations(said: str) -> None:
    assert not told(brought_in(HEAD.rstrip() + REST.replace("a year.", f"a year. {said}")), "section-missing")


def test_a_report_that_says_nothing_of_the_kind_needs_them() -> None:
    assert told(brought_in(HEAD.rstrip() + REST), "section-missing")


@pytest.mark.parametrize(
    ("over", "under"),
    [("IV. IMPLICATIONS", "Financial: Rents came to £42,000.\n\nLegal: The Act of 1982 applies."),
     ("PART B – PAPERS", "5. Appendices\n\nNone\n\n6. Background papers\n\nNone")],
)  # fmt: skip
def test_a_heading_over_others_is_not_empty(over: str, under: str) -> None:
    body = f"Recommendations\n\nThat the market be kept.\n\nBackground\n\nIt is a year old.\n\n{over}\n\n{under}\n"
    assert not told(brought_in(HEAD + body), "section-empty")


def test_a_heading_with_the_law_in_brackets_lists_the_papers() -> None:
    end = REST.replace("Background papers", "List of Background Papers (Local Government Act 1972, s.100D)")
    imported = brought_in(f"{HEAD}Recommendations\n\nThat the market be kept.{end}")
    assert not told(imported, "background-papers-missing", "section-empty")
