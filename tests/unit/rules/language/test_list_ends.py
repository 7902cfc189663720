"""How lists end whose items are parted by commas."""

import pytest

from clerkwell.rules import Engine
from clerkwell.rules.language import lists
from helpers.building import make_pack, make_report


def told(text: str) -> list[tuple[str, str]]:
    problems = Engine(lists.rules()).check(make_report({"background": text}), make_pack())
    return [(each.quote, each.severity) for each in problems]


def test_a_list_that_is_one_sentence_lacks_its_stop() -> None:
    text = "They asked for:\n- longer hours,\n- lower fees, and\n- the case for evening classes"
    assert told(text) == [("for evening classes", "info")]


@pytest.mark.parametrize(
    "text",
    [
        "They asked for:\n- longer hours,\n- lower fees, and\n- evening classes.",
        "They asked for:\n- longer hours\n- lower fees\n- evening classes",
        "They asked for:\n- longer hours,\n- lower fees, and\n- evening classes\nas the law allows.",
    ],
)
def test_lists_that_end_well_are_left_alone(text: str) -> None:
    assert told(text) == []
