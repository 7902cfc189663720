"""Conditions: keys are ANDed, answers ORed, and one committee of several is enough."""

import pytest

from clerkwell.model import FieldValue, Report
from clerkwell.packs import holds, relevant, wanted
from clerkwell.packs.manifest import SectionSpec
from helpers.building import make_pack, make_report

PACK = make_pack()


def with_purposes(*purposes: str) -> Report:
    rows = tuple({"purpose": FieldValue(text=each, value=each)} for each in purposes)
    return make_report().model_copy(update={"repeats": {"committees": rows}})


def spec(**more: object) -> SectionSpec:
    return SectionSpec.model_validate({"id": "asked", "title": "Asked", **more})


def test_an_empty_condition_holds() -> None:
    assert holds({}, make_report())


@pytest.mark.parametrize(
    ("purpose", "spending", "expected"),
    [
        ("For Decision", "Yes", True),
        ("For Discussion", "Yes", True),
        ("For Decision", "No", False),
        ("For Information", "Yes", False),
    ],
)
def test_keys_are_anded_and_the_answers_of_one_key_ored(purpose: str, spending: str, expected: bool) -> None:
    condition = {"purpose": ("For Decision", "For Discussion"), "spending": ("Yes",)}
    assert holds(condition, make_report(fields={"purpose": purpose, "spending": spending})) is expected


def test_a_key_that_the_report_does_not_answer_does_not_hold() -> None:
    assert not holds({"purpose": ("For Decision",)}, make_report())


def test_one_committee_of_several_is_enough() -> None:
    condition = {"purpose": ("For Decision",)}
    assert holds(condition, with_purposes("For Information", "For Decision"))
    assert not holds(condition, with_purposes("For Information", "For Information"))


def test_a_field_of_a_repeat_may_be_named_in_full() -> None:
    assert holds({"committees.purpose": ("For Decision",)}, with_purposes("For Decision"))
    assert not holds({"committees.purpose": ("For Decision",)}, make_report(fields={"purpose": "For Decision"}))


def test_what_was_typed_counts_where_it_was_not_understood() -> None:
    report = make_report().model_copy(update={"fields": {"purpose": FieldValue(text=" for decision ")}})
    assert holds({"purpose": ("For Decision",)}, report)


def test_any_of_several_answers_of_one_field_is_enough() -> None:
    report = make_report().model_copy(update={"fields": {"plans": FieldValue(text="a, b", value=("A", "B"))}})
    assert holds({"plans": ("B",)}, report)
    assert not holds({"plans": ("C",)}, report)


@pytest.mark.parametrize(("need", "expected"), [("always", True), ("never", False)])
def test_a_section_is_wanted_always_or_never(need: str, expected: bool) -> None:
    assert wanted(spec(required=need), make_report()) is expected


def test_a_section_may_be_wanted_only_when_something_holds() -> None:
    options = PACK.section("options")
    assert options is not None
    assert wanted(options, make_report(fields={"purpose": "For Decision"}))
    assert not wanted(options, make_report(fields={"purpose": "For Information"}))


def test_what_has_no_place_is_not_wanted() -> None:
    section = spec(required="always", only={"spending": "Yes"})
    spent, saved = make_report(fields={"spending": "Yes"}), make_report(fields={"spending": "No"})
    assert relevant(section, spent)
    assert wanted(section, spent)
    assert not relevant(section, saved)
    assert not wanted(section, saved)
