"""A bare nil answer about equality is told what to say instead; an assessment is never demanded."""

import pytest

from clerkwell.rules import catalogue, check
from clerkwell.rules.examples import Example
from helpers.examples import made

PACKS = ("city-of-london-2023", "north-somerset-executive-2022", "generic-english-council")


def told(pack: str, text: str, section: str = "equalities") -> list[str]:
    report, of = made(Example("", {"pack": pack, "sections": {section: text}}))
    found = (each for each in check(report, of) if each.place and each.place.section == section)
    return [each.message for each in found if each.rule.startswith("nil-") and each.severity != "info"]


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("text", ["N/A", "None.", "Not applicable"])
def test_a_bare_nil_answer_is_offered_three_wordings(pack: str, text: str) -> None:
    (message,) = told(pack, text)
    for wording in ("considered, no effect because …", "assessment attached (Appendix …)", "assessment to follow"):
        assert f"“{wording}”" in message


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize(
    "text",
    [
        "The effect on people with protected characteristics has been considered. None: the desks stay.",
        "No assessment is needed, as nothing changes for anybody.",
        "An assessment will follow before the works begin.",
    ],
)
def test_an_answer_with_its_reason_is_enough(pack: str, text: str) -> None:
    assert told(pack, text) == []


def test_other_sections_are_asked_for_a_reason_alone() -> None:
    (message,) = told("city-of-london-2023", "N/A", "risk")
    assert message.endswith("Say in a sentence why there is nothing to report.")


def test_no_rule_demands_an_assessment() -> None:
    assert not [rule.id for rule in catalogue() if "assessment" in rule.id]
