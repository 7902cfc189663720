"""One slip is told once, by the rule that knows best what is wrong."""

import pytest

from clerkwell.model import Place, Problem, Severity
from clerkwell.rules import catalogue
from clerkwell.rules.giving_way import GIVES_WAY, told_once


def problem(rule: str, start: int, end: int, *, block: str = "b1", severity: Severity = "warning") -> Problem:
    where = Place(section="details", block=block, start=start, end=end)
    return Problem(rule=rule, severity=severity, message=rule, place=where, quote="words", why="why")


def rules_of(*problems: Problem) -> list[str]:
    return [each.rule for each in told_once(problems)]


def test_every_rule_of_the_table_is_one() -> None:
    known = {rule.id for rule in catalogue()}
    assert {*GIVES_WAY, *(each for others in GIVES_WAY.values() for each in others)} <= known


def test_no_two_rules_wait_for_one_another() -> None:
    for rule, others in GIVES_WAY.items():
        seen, left = set[str](), set(others)
        while left:
            each = left.pop()
            seen.add(each)
            left |= GIVES_WAY.get(each, frozenset()) - seen
        assert rule not in seen


def test_words_told_by_two_rules_are_told_by_the_one_that_knows_better() -> None:
    assert rules_of(problem("one-word-apart", 4, 20), problem("officer-two-ways", 12, 20)) == ["officer-two-ways"]
    assert rules_of(problem("misspelt", 8, 12), problem("one-word-apart", 4, 20)) == ["misspelt"]


@pytest.mark.parametrize(
    "other",
    [
        problem("officer-two-ways", 20, 28),
        problem("officer-two-ways", 4, 20, block="b2"),
        problem("officer-two-ways", 4, 20, severity="info"),
        problem("link-words", 4, 20),
        Problem(rule="officer-two-ways", severity="warning", message="of the whole", place=None, quote="", why="why"),
    ],
)
def test_what_is_told_of_other_words_or_less_gravely_silences_nobody(other: Problem) -> None:
    assert rules_of(problem("one-word-apart", 4, 20), other) == ["one-word-apart", other.rule]
