"""Patterns are looked for in a process of their own."""

import re
import sys

import pytest

from clerkwell.session.matching_apart import MatchingApart, TooLongError

TEXTS = ["A cat and a Cat", "", "no dog"]


def test_it_finds_what_the_same_pattern_finds_here() -> None:
    apart = MatchingApart()
    try:
        assert apart(re.compile("cat", re.IGNORECASE), TEXTS) == [[(2, 5), (12, 15)], [], []]
        assert apart(re.compile(r"\b(\w)o"), TEXTS) == [[], [], [(0, 2), (3, 5)]]
    finally:
        apart.close()


def test_a_pattern_that_takes_too_long_is_given_up_and_the_next_is_found() -> None:
    apart = MatchingApart(longest=0.5)
    felt: list[bool] = []
    try:
        with pytest.raises(TooLongError):
            apart(re.compile("(a+)+$"), ["a" * 60 + "!"], lambda: felt.append(True))
        assert felt == [True]
        apart = MatchingApart()
        assert apart(re.compile("cat"), TEXTS) == [[(2, 5)], [], []]
    finally:
        apart.close()


def test_where_there_is_no_process_to_be_had_it_is_looked_for_here() -> None:
    apart = MatchingApart(command=["no-such-program"])

    assert apart(re.compile("dog"), TEXTS) == [[], [], [(3, 6)]]


def test_a_process_that_is_lost_gives_up_what_was_asked_of_it() -> None:
    apart = MatchingApart(command=[sys.executable, "-c", ""])

    with pytest.raises(TooLongError):
        apart(re.compile("dog"), TEXTS)
