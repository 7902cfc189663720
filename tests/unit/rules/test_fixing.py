"""All fixes of one kind as one edit: as many as can be made are, each text stays whole, and what is left is told."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given

from clerkwell.model import (
    Block,
    FieldValue,
    Paragraph,
    Place,
    ReplaceWords,
    Report,
    SetBlocks,
    SetField,
    SetSections,
    Several,
    SubHeading,
    Text,
    Waiver,
    apply,
    words,
)
from clerkwell.packs import Pack
from clerkwell.rules import Engine, Finding, FixedAll, Rule, fix_all
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Each, Find, found
from helpers.building import make_pack, make_report
from helpers.strategies import reports

TWICE = re.compile(r"\b(\w+) \1\b")


def rule_of(find: Find) -> Rule:
    return Rule("toy", "warning", "A toy", "So that there is one.", find, source="This test", fix="Mend it")


def twice(passage: Passage, guide: Guide) -> Iterator[Finding]:
    del guide
    for match in TWICE.finditer(passage.text):
        yield found(passage, *match.span(), "The word is there twice. Take one out.", match[1])


def lower(passage: Passage, guide: Guide) -> Iterator[Finding]:
    del guide
    for match in re.finditer(r"[A-Z]", passage.text):
        yield found(passage, *match.span(), "A capital. Make it small.", match[0].lower())


def around(passage: Passage, guide: Guide) -> Iterator[Finding]:
    """Fixes in each other's way: each takes in its neighbours."""
    del guide
    for match in re.finditer(r"(?=(.x.))", passage.text):
        yield found(passage, *match.span(1), "An x. Put a y there.", match[1].replace("x", "y"))


def bold_headings(report: Report, pack: Pack) -> Iterator[Finding]:
    """Fixes that put a whole section in place of the one there is."""
    del pack
    for section in report.sections:
        for index, block in enumerate(section.blocks):
            if isinstance(block, Paragraph) and words(block).endswith("!"):
                heading: Block = SubHeading(id=block.id, runs=block.runs)
                after = (*section.blocks[:index], heading, *section.blocks[index + 1 :])
                fix = SetBlocks(section=section.id, blocks=after)
                yield Finding("A heading.", Place(section=section.id, block=block.id), words(block), fix)


def leavings(report: Report, pack: Pack) -> Iterator[Finding]:
    """Fixes that leave a block out."""
    del pack
    for section in report.sections:
        for block in section.blocks:
            if words(block) == "x":
                fix = SetBlocks(section=section.id, blocks=tuple(each for each in section.blocks if each != block))
                yield Finding("An x.", Place(section=section.id, block=block.id), "x", fix)


def all_fixed(find: Find, report: Report, pack: Pack | None = None) -> FixedAll:
    return fix_all("toy", report, pack or make_pack(), rules=(rule_of(find),))


def after(done: FixedAll, report: Report) -> Report:
    assert done.edit is not None
    return apply(done.edit, report)


def texts(report: Report, section: str = "summary") -> list[str]:
    return [words(block) for block in report.blocks(section)]


def test_several_fixes_in_one_paragraph_leave_the_other_words_as_they_were() -> None:
    report = make_report({"summary": "The the cat sat on on the mat and and slept.\nIt was was warm."})
    report = apply(ReplaceWords(place=Place(section="summary", block="b1", start=0, end=3), words="the"), report)

    done = all_fixed(Each(twice), report)

    assert texts(after(done, report)) == ["the cat sat on the mat and slept.", "It was warm."]
    assert (done.fixed, done.left) == (4, 0)


def test_fixes_in_each_others_way_are_made_one_after_the_other() -> None:
    report = make_report({"summary": "axbxcxd"})

    done = all_fixed(Each(around), report)

    assert texts(after(done, report)) == ["aybycyd"]
    assert (done.fixed, done.left) == (3, 0)


def test_a_word_that_is_there_many_times_is_there_once_at_last() -> None:
    report = make_report({"summary": "so so so so so so so it is"})

    assert texts(after(all_fixed(Each(twice), report), report)) == ["so it is"]


def test_fixes_that_each_put_a_whole_section_in_place_do_not_undo_each_other() -> None:
    report = make_report({"summary": "One!\ntwo\nThree!\nFour!", "background": "Five!"})

    done = all_fixed(bold_headings, report)

    kinds = [block.kind for block in after(done, report).blocks("summary")]
    assert kinds == ["subheading", "paragraph", "subheading", "subheading"]
    assert after(done, report).blocks("background")[0].kind == "subheading"
    assert (done.fixed, done.left) == (4, 0)
    assert done.edit is not None
    assert len(done.edit.edits) == 2


def test_fixes_that_leave_blocks_out_are_made_one_after_the_other() -> None:
    report = make_report({"summary": "x\ny\nx\nz\nx"})

    done = all_fixed(leavings, report)

    assert texts(after(done, report)) == ["y", "z"]


def test_an_answer_is_understood_anew() -> None:
    def date(passage: Passage, guide: Guide) -> Iterator[Finding]:
        del guide
        for match in re.finditer("//", passage.text):
            yield found(passage, *match.span(), "Two slashes. Take one out.", "/")

    rows = ({"name": FieldValue(text="Parks", value="Parks"), "date": FieldValue(text="07//09//2026")},)
    report = make_report({}).model_copy(update={"repeats": {"committees": rows}})

    done = all_fixed(Each(date), report)

    assert after(done, report).field("committees.date", 0) == FieldValue(text="07/09/2026", value="2026-09-07")


def test_what_has_no_fix_is_told_and_stays() -> None:
    def some(passage: Passage, guide: Guide) -> Iterator[Finding]:
        del guide
        for match in re.finditer("bad|worse", passage.text):
            yield found(passage, *match.span(), "Not good.", "good" if match[0] == "bad" else None)

    report = make_report({"summary": "bad worse bad"})

    done = all_fixed(Each(some), report)

    assert texts(after(done, report)) == ["good worse good"]
    assert (done.fixed, done.left) == (2, 1)


def test_fixes_that_put_nothing_right_are_not_made() -> None:
    def restless(passage: Passage, guide: Guide) -> Iterator[Finding]:
        del guide
        for match in re.finditer("[ab]", passage.text):
            yield found(passage, *match.span(), "The other one.", {"a": "b", "b": "a"}[match[0]])

    assert all_fixed(Each(restless), make_report({"summary": "abba"})) == FixedAll(None, fixed=0, left=4)


def test_a_fix_for_a_place_that_is_not_there_keeps_no_other_from_being_made() -> None:
    def odd(report: Report, pack: Pack) -> Iterator[Finding]:
        del pack
        yield Finding("Nowhere.", None, "", ReplaceWords(place=Place(section="summary", block="gone"), words="x"))
        if texts(report) != ["right"]:
            yield Finding("Wrong.", None, "", ReplaceWords(place=Place(section="summary", block="b1"), words="right"))

    report = make_report({"summary": "wrong"})

    done = all_fixed(odd, report)

    assert texts(after(done, report)) == ["right"]
    assert (done.fixed, done.left) == (1, 1)


def test_what_was_set_aside_or_accepted_stays_as_it_is() -> None:
    report = make_report({"summary": "had had\nwas was"})
    for accepted in (False, True):
        waiver = Waiver(
            rule="toy",
            place=Place(section="summary", block="b1"),
            quote="had had",
            reason="So it reads",
            when=datetime(2026, 9, 7, tzinfo=UTC),
            accepted=accepted,
        )
        kept = report.model_copy(update={"waivers": (waiver,)})

        assert texts(after(all_fixed(Each(twice), kept), kept)) == ["had had", "was"]


def test_a_rule_that_nobody_knows_has_nothing_to_fix() -> None:
    assert fix_all("no-such-rule", make_report(), make_pack()) == FixedAll(None, fixed=0, left=0)


@pytest.mark.parametrize("find", [Each(twice), Each(lower), Each(around), bold_headings, leavings])
@given(report=reports)
def test_fixing_all_removes_every_problem_or_says_how_many_are_left(find: Find, report: Report) -> None:
    pack, engine = make_pack(), Engine((rule_of(find),))
    before = engine.check(report, pack)

    done = all_fixed(find, report, pack)

    mended = after(done, report) if done.edit else report
    left = engine.check(mended, pack)
    assert len(left) == done.left
    assert len(before) == done.fixed + done.left
    assert not any(problem.fix for problem in left)


@given(report=reports)
def test_fixing_all_says_the_same_as_fixing_one_by_one(report: Report) -> None:
    pack, engine = make_pack(), Engine((rule_of(Each(lower)),))
    one_by_one = report
    while fixable := [problem for problem in engine.check(one_by_one, pack) if problem.fix]:
        assert fixable[0].fix is not None
        one_by_one = apply(fixable[0].fix, one_by_one)

    done = all_fixed(Each(lower), report, pack)

    assert (after(done, report) if done.edit else report) == one_by_one


def test_two_hundred_paragraphs_with_ten_fixes_each_are_put_right() -> None:
    line = " ".join(f"word{index} word{index}" for index in range(10))
    report = make_report({"summary": "\n".join([line] * 200)})

    done = all_fixed(Each(twice), report)

    assert (done.fixed, done.left) == (2000, 0)


def test_edits_of_a_fix_are_understood_one_after_another() -> None:
    def both(report: Report, pack: Pack) -> Iterator[Finding]:
        del pack
        if report.field("subject").text == "a a":
            place = Place(field="subject", start=0, end=1)
            fix = Several(edits=(ReplaceWords(place=place, words="bb"), ReplaceWords(place=place, words="c")))
            yield Finding("Both.", Place(field="subject"), "a a", fix)

    report = apply(SetField(field="subject", value=FieldValue(text="a a", value="a a")), make_report())

    done = all_fixed(both, report)

    assert after(done, report).field("subject") == FieldValue(text="cb a", value="cb a")


def test_fixes_of_whole_lists_of_sections_are_made_alone() -> None:
    def shout(report: Report, pack: Pack) -> Iterator[Finding]:
        del pack
        for section in report.sections:
            if not section.done:
                sections = tuple(
                    each.model_copy(update={"done": True}) if each.id == section.id else each
                    for each in report.sections
                )
                yield Finding("Not done.", Place(section=section.id), "", SetSections(sections=sections))

    report = make_report({"summary": "a", "background": "b"})

    assert all(section.done for section in after(all_fixed(shout, report), report).sections)


def test_what_is_a_live_reference_or_half_a_link_gets_no_words() -> None:
    link = Text(text="the page", link="https://example.org/")
    passage = Passage(Place(section="summary", block="b1"), "See \ufffc and the page.", "paragraph", links=((10, 18),))

    assert link.text == passage.text[10:18]
    assert passage.replaced(0, 5, "x") is None
    assert passage.replaced(6, 13, "x") is None
    assert passage.replaced(10, 13, "our") is not None
