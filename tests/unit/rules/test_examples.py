"""Every rule finds its five examples and leaves five alone; what it offers as a fix silences it."""

from collections import Counter
from functools import cache

import pytest

from clerkwell.model import Problem, Report, apply
from clerkwell.packs import Pack
from clerkwell.rules import Engine, catalogue
from clerkwell.rules.examples import Example, examples
from helpers.examples import base_of, made

LEAST = 5
RULES = {rule.id: rule for rule in catalogue()}
GIVEN = examples()


@cache
def engine(rule: str) -> Engine:
    """One that has the rule alone: of words that two rules tell, the whole engine has one of them speak."""
    return Engine((RULES[rule],))


def of_rule(rule: str, report: Report, pack: Pack) -> Counter[tuple[str, str]]:
    """What a rule says of a report, each as often as it says it."""
    return Counter((each.message, each.quote) for each in _problems(rule, report, pack))


def _problems(rule: str, report: Report, pack: Pack) -> list[Problem]:
    return [each for each in engine(rule).check(report, pack) if each.rule == rule]


def more(rule: str, example: Example) -> list[Problem]:
    """What the rule says of the example's report that it does not say of the one it was made from."""
    before = of_rule(rule, *base_of(example))
    report, pack = made(example)
    return [each for each in _problems(rule, report, pack) if (each.message, each.quote) not in before]


def cases(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule}-{index}")
        for rule, given in GIVEN.items()
        for index, example in enumerate(getattr(given, kind), 1)
    ]


def test_every_rule_has_five_examples_of_each_kind_and_no_others_have_any() -> None:
    assert set(GIVEN) == set(RULES)
    few = {rule: (len(each.caught), len(each.left)) for rule, each in GIVEN.items()}
    assert {rule: counts for rule, counts in few.items() if min(counts) < LEAST} == {}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_where_it_comes_from(rule: str) -> None:
    assert RULES[rule].source


@pytest.mark.parametrize(("rule", "example"), cases("caught"))
def test_what_a_rule_is_for_is_found(rule: str, example: Example) -> None:
    assert more(rule, example)


@pytest.mark.parametrize(("rule", "example"), cases("left"))
def test_what_only_looks_like_it_is_left_alone(rule: str, example: Example) -> None:
    assert more(rule, example) == []


@pytest.mark.parametrize(("rule", "example"), cases("caught"))
def test_a_fix_puts_right_what_was_found(rule: str, example: Example) -> None:
    report, pack = made(example)
    for problem in more(rule, example):
        if problem.fix is None:
            continue
        mended = of_rule(rule, apply(problem.fix, report), pack)
        assert mended[problem.message, problem.quote] < of_rule(rule, report, pack)[problem.message, problem.quote]
        assert RULES[rule].fix, "a fix says in words what it does"
