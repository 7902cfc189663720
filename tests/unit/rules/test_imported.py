"""Rules on reports of any layout, as an import brings them in: what a clerk would say, and no more."""

import re

import pytest

from clerkwell.intake import import_text
from clerkwell.rules import check
from helpers.intake import packs

REPORT = """Example District Council
Report to: Cabinet
Date of meeting: 5 March 2024
Subject: Bins
Key decision: {key}

1. Recommendations

1.1 That Cabinet agrees, as Annex B asks.

2. Details

3. Background

3.1 Collected weekly.

4. Other implications

4.1 Equality implications

None are affected more than others.

5. Legal implications

5.1 {legal}

Annexes

Annex B: Map

Background papers

None
"""


def problems(key: str = "No", legal: str = "There is a duty.", **changed: str) -> list[tuple[str, str]]:
    text = REPORT.format(key=key, legal=legal)
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    imported = import_text(text, packs())
    return [(each.rule, each.severity) for each in check(imported.report, imported.pack) if each.severity != "info"]


def test_a_heading_over_others_is_not_empty_and_one_that_may_be_is_doubted() -> None:
    assert problems() == [("section-empty", "warning")]


def test_a_heading_without_a_number_right_over_another_is_not_doubted() -> None:
    unnumbered = re.sub(r"^\d\.\d? ", "", REPORT.format(key="No", legal="There is a duty."), flags=re.MULTILINE)
    imported = import_text(unnumbered.replace("\nDetails\n", "\nREPORT DETAIL\n"), packs())
    said = [each for each in check(imported.report, imported.pack) if each.rule == "section-empty"]
    assert [each.severity for each in said] == ["info"]


def test_implications_may_stand_over_one_that_the_layout_does_not_know() -> None:
    unnumbered = re.sub(r"^\d\.\d? ", "", REPORT.format(key="No", legal="There is a duty."), flags=re.MULTILINE)
    told = unnumbered.replace(
        "Other implications\n\nEquality implications", "Implications\n\nFinancial and value for money"
    )
    assert told != unnumbered
    imported = import_text(told.replace("\nDetails\n\n", "\n"), packs())
    assert "Implications" in [section.heading for section in imported.report.sections]
    assert not [each for each in check(imported.report, imported.pack) if each.rule == "section-empty"]


def test_an_implication_with_nothing_under_it_is_an_error_all_the_same() -> None:
    assert ("section-empty", "error") in problems(**{"5.1 There is a duty.\n\n": ""})


@pytest.mark.parametrize("nil", ["Not applicable.", "N/A", "None at this time."])
def test_a_nil_answer_after_a_typed_number_lacks_its_reason(nil: str) -> None:
    assert ("nil-without-reason", "warning") in problems(legal=nil)


def test_a_question_that_need_not_be_answered_may_be_set_aside_but_not_answered_by_anything() -> None:
    assert problems(key="N/A") == problems()
    assert ("answer-not-recognised", "warning") in problems(key="Perhaps")


def test_an_annex_that_is_not_listed_is_missed_by_its_own_name() -> None:
    text = REPORT.format(key="No", legal="There is a duty.").replace("as Annex B", "as Annex C")
    imported = import_text(text, packs())
    (found,) = [each for each in check(imported.report, imported.pack) if each.rule == "appendix-not-listed"]
    assert "Annex C" in found.message


def test_sections_with_roman_numbers_are_sections_and_a_table_lists_appendices() -> None:
    text = (
        "Example District Council\nReport to: Cabinet\nDate of meeting: 5 March 2024\nSubject: Bins\n\n"
        "I.\tRECOMMENDATIONS\n\nThat the map at Appendix A and the plan at Appendix B be agreed.\n\n"
        "II.\tBACKGROUND\n\nCollected weekly. "
        "More is said in section IX.\n\nIII.\tLEGAL IMPLICATIONS\n\nThere is a duty.\n\n"
        "APPENDICES\nA\tMap\nB\tPlan\n\nBACKGROUND PAPERS\nNone\n"
    )
    imported = import_text(text, packs())
    said = [(each.rule, each.quote) for each in check(imported.report, imported.pack) if each.severity != "info"]
    assert said == [("numbered-part-not-there", "section IX")]
