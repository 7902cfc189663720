"""What a pack asks for, in words."""

from clerkwell.packs import FieldSpec, Pack, field_advice, field_choices, need, section_advice
from helpers.building import MANIFEST, make_pack

PACK = make_pack(
    MANIFEST.replace('id = "subject"', 'id = "subject"\nexample = "A new bridge."\nguidance = "Plainly."')
    + """
[[field]]
id = "body"
title = "Body"
vocab = "bodies"
default = "Cabinet"
only = { purpose = ["For Decision", "For Information"], spending = "Yes" }

[[field]]
id = "aim"
title = "Aim"
kind = "choices"
vocab = "aims"

[vocab.bodies]
entries = [{ name = "Cabinet" }, { name = "Council" }]

[vocab.aims]
open = false
entries = [
    { name = "Old", effective_to = 2024-03-31 },
    { name = "New", effective_from = 2024-04-01 },
    { name = "Ask us:", effective_from = 2024-04-01 },
]
"""
)


def spec(name: str, pack: Pack = PACK) -> FieldSpec:
    found = pack.field(name)
    assert found is not None
    return found


def test_a_field_says_when_it_is_needed_what_goes_there_and_an_example() -> None:
    assert list(field_advice(spec("subject"), PACK)) == ["Always needed.", "Plainly.", "For example: A new bridge."]


def test_a_condition_is_said_with_every_answer_that_meets_it() -> None:
    assert need(spec("body"), PACK) == (
        "Only when “Purpose” is For Decision or For Information and “Does this need extra spending” is Yes."
    )
    assert need(spec("purpose"), PACK) == ""


def test_a_list_to_choose_from_is_said_with_the_meetings_it_holds_for() -> None:
    assert list(field_choices(spec("aim"), PACK)) == [
        "From this list, for meetings until 31 March 2024: Old.",
        "From this list, for meetings from 1 April 2024: New; “Ask us:”.",
    ]
    assert list(field_choices(spec("body"), PACK)) == ["Usually one of these: Cabinet; Council."]


def test_a_list_that_offers_only_the_usual_answer_is_not_said_twice() -> None:
    only = spec("body").model_copy(update={"vocab": "", "choices": ("Cabinet",)})
    assert list(field_choices(only, PACK)) == []
    assert list(field_advice(only, PACK))[-1] == "Usually: “Cabinet”."


def test_a_section_says_that_it_has_a_place_only_sometimes() -> None:
    section = PACK.section("background")
    assert section is not None
    conditional = section.model_copy(update={"only": {"purpose": ("For Decision",)}})
    assert dict(section_advice(conditional, PACK))["Where it has a place"] == "Only when “Purpose” is For Decision."
