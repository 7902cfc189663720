"""Misspelt words with a capital: those of offices and bodies are told, names of people, firms and places are not."""

import pytest

from clerkwell.rules import Engine
from clerkwell.rules.language import spelling
from helpers.building import make_pack, make_report


def told(text: str) -> list[str]:
    problems = Engine(spelling.rules()).check(make_report({"background": text}), make_pack())
    return [each.quote for each in problems if each.rule == "misspelt"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The timetable agreed with the Acturay is as follows.", "Acturay"),
        ("The Longmoor Taxi Assocation supports the fares.", "Assocation"),
        ("The Pensions Regualtor has been told.", "Regualtor"),
        ("It is a duty under the Local Government Finace Act.", "Finace"),
        ("The Deptuy Leader opened the meeting.", "Deptuy"),
        ("It stands in the Forwad Plan.", "Forwad"),
        ("The fee is set by the Treasuer of the Fund.", "Treasuer"),
    ],
)
def test_a_slip_in_the_name_of_an_office_or_a_body_is_told(text: str, word: str) -> None:
    assert told(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "The Directa Group supplies it, as Servico Ltd did before.",
        "The Chairmam House site is let to Mr Auditer.",
        "It was agreed by Jane Treasuer in May.",
        "The Penhallow Leeder estate is let.",
    ],
)
def test_what_may_be_a_name_is_left_alone(text: str) -> None:
    assert told(text) == []
