"""Which part a change is in, for what undo says of it."""

import pytest

from clerkwell.model import Changes
from clerkwell.session.caret import part_of_changes
from clerkwell.session.consulting import LOG
from clerkwell.session.parts import AUTHORS, HEADER


@pytest.mark.parametrize(
    ("what", "part"),
    [
        (Changes(), ""),
        (Changes(sections=frozenset({"summary"})), "summary"),
        (Changes(sections=frozenset({"summary", "background"})), ""),
        (Changes(fields=frozenset({"subject", "purpose"})), HEADER),
        (Changes(repeats=frozenset({"committees"})), HEADER),
        (Changes(repeats=frozenset({"authors"})), AUTHORS),
        (Changes(fields=frozenset({"subject"}), repeats=frozenset({"authors"})), ""),
        (Changes(others=frozenset({"appendices"})), "appendices"),
        (Changes(others=frozenset({"background_papers"})), "background-papers"),
        (Changes(others=frozenset({"consultations"})), LOG),
        (Changes(others=frozenset({"details_done"})), HEADER),
        (Changes(others=frozenset({"waivers"})), ""),
    ],
)
def test_a_change_in_one_part_is_known_by_it(what: Changes, part: str) -> None:
    assert part_of_changes(what) == part
