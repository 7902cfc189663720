"""The lead-in that is written again: which of its words go, and what is left."""

from clerkwell.model import FieldValue, SetField, Text, apply, words
from clerkwell.packs import LEAD_IN, LED_IN
from clerkwell.rules import check
from helpers.examples import changed, pack_of, sample

PACK = pack_of("city-of-london-2023")


def mended(text: str) -> list[str]:
    report = changed(sample(PACK.id), PACK, {"sections": {LED_IN: text}})
    for problem in check(report, PACK):
        if problem.rule == "lead-in-repeated":
            assert problem.fix is not None
            report = apply(problem.fix, report)
    return [words(block) for block in report.blocks(LED_IN)]


def test_what_is_left_begins_with_its_verb_and_a_capital() -> None:
    assert mended("Members are asked to note the report.") == ["Note the report."]
    assert mended("- Members are asked to: approve it.\n- Note it.") == ["Approve it.", "Note it."]


def test_a_line_that_says_nothing_else_goes() -> None:
    assert mended("Members are asked to:\n- Note it.") == ["Note it."]


def test_the_looks_of_what_is_left_stay() -> None:
    report = changed(sample(PACK.id), PACK, {"sections": {LED_IN: "Members are asked to **note** it."}})
    (problem,) = [each for each in check(report, PACK) if each.rule == "lead-in-repeated"]
    assert problem.fix is not None
    (block,) = apply(problem.fix, report).blocks(LED_IN)
    assert getattr(block, "runs", ()) == (Text(text="Note", bold=True), Text(text=" it."))


def test_without_a_lead_in_nothing_is_printed_twice() -> None:
    report = changed(sample(PACK.id), PACK, {"sections": {LED_IN: "Members are asked to note the report."}})
    bare = apply(SetField(field=LEAD_IN, value=FieldValue()), report)
    assert not [each for each in check(bare, PACK) if each.rule == "lead-in-repeated"]
