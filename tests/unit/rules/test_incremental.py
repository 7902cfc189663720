"""A check after an edit says what a check from nothing says, and looks at what changed alone."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerkwell.model import (
    Cell,
    EditError,
    FieldValue,
    Paragraph,
    Reference,
    Report,
    SetBlocks,
    SetField,
    Table,
    Text,
    apply,
)
from clerkwell.packs import Pack
from clerkwell.rules import Engine, Finding, Rule
from clerkwell.rules.engine import PROGRAM_FAULT
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Apart, Each, Find
from helpers.building import MANIFEST, blocks, make_pack, make_report
from helpers.inventing import invented_report
from helpers.strategies import edits, reports

PACK = make_pack()


def rule_of(find: Find, name: str = "toy") -> Rule:
    return Rule(name, "warning", "A toy", "So that there is one.", find, source="This test")


@settings(max_examples=40)
@given(report=reports, changes=st.lists(edits, max_size=4))
def test_a_check_after_edits_says_what_a_check_from_nothing_says(report: Report, changes: list[object]) -> None:
    engine = Engine()
    engine.check(report, PACK)
    for edit in changes:
        try:
            report = apply(edit, report)  # type: ignore[arg-type]  # an edit of any kind
        except EditError:
            continue
        assert engine.check(report, PACK) == Engine().check(report, PACK)


class Looks:
    """A rule that counts what it looks at."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def passage(self, passage: Passage, guide: Guide) -> Iterator[Finding]:
        """About each passage."""
        del guide
        self.seen.append(passage.text)
        yield from ()

    def across(self, reading: Reading) -> Iterator[Finding]:
        """About all of them."""
        for _ in reading.each(self.fact):
            yield from ()

    def fact(self, passage: Passage, guide: Guide) -> int:
        """What it knows of a passage."""
        del guide
        self.seen.append(passage.text)
        return len(passage.text)

    def apart(self, report: Report, pack: Pack) -> Iterator[Finding]:
        """About each part."""
        del pack
        self.seen += [section.id for section in report.sections]
        yield from ()


@pytest.mark.parametrize("way", ["passage", "across", "apart"])
def test_after_an_edit_of_one_section_the_others_are_not_looked_at_again(way: str) -> None:
    looks = Looks()
    ways: dict[str, Find] = {
        "passage": Each(looks.passage), "across": Across(looks.across), "apart": Apart(looks.apart),
    }  # fmt: skip
    engine = Engine((rule_of(ways[way]),))
    report = make_report({"summary": "One.\nTwo.", "background": "Three.", "options": "Four."})
    engine.check(report, PACK)
    looks.seen.clear()

    engine.check(apply(SetBlocks(section="background", blocks=blocks("Changed.")), report), PACK)

    assert looks.seen == (["background"] if way == "apart" else ["Changed."])


def test_one_changed_paragraph_is_the_only_one_looked_at_in_its_section() -> None:
    looks = Looks()
    engine = Engine((rule_of(Each(looks.passage)),))
    report = make_report({"summary": "One.\nTwo.\nThree."})
    engine.check(report, PACK)
    looks.seen.clear()
    before = report.blocks("summary")
    changed = before[1].model_copy(update={"runs": blocks("Changed.")[0].runs})  # type: ignore[union-attr]  # worded

    engine.check(apply(SetBlocks(section="summary", blocks=(before[0], changed, before[2])), report), PACK)

    assert looks.seen == ["Changed."]


def test_what_is_told_of_a_block_is_told_of_one_that_says_the_same() -> None:
    broken = Paragraph(runs=(Text(text="See paragraph "), Reference(to="paragraph", target="b99"), Text(text=".")))
    rows = tuple(
        tuple(Cell(paragraphs=((Text(text=words),),)) for words in row)
        for row in (("Place", "Visits"), ("Library", "120"))
    )
    written = (broken, Table(rows=rows, header_rows=0))
    report = apply(SetBlocks(section="summary", blocks=written), make_report({"summary": "One."}))
    engine = Engine()
    engine.check(report, PACK)
    # As an editor does, which reads all its blocks anew.
    again = tuple(block.model_copy(update={"private": block.private}) for block in report.blocks("summary"))
    report = apply(SetBlocks(section="summary", blocks=(*again, *blocks("More."))), report)

    told = engine.check(report, PACK)

    assert told == Engine().check(report, PACK)
    assert {"reference-broken", "table-without-header"} <= {problem.rule for problem in told}
    assert next(problem.fix for problem in told if problem.rule == "table-without-header")


def test_other_words_of_ones_own_are_looked_at_with_everything() -> None:
    looks = Looks()
    engine = Engine((rule_of(Each(looks.passage)),))
    report = make_report({"summary": "One."})
    engine.check(report, PACK)
    engine.check(report, PACK, frozenset({"Quibblethorpe"}))
    assert len(looks.seen) == 2


def fails(passage: Passage, guide: Guide) -> Iterator[Finding]:
    del guide
    yield Finding(passage.text, passage.place)
    if passage.text == "Two.":
        raise ZeroDivisionError


def finds(passage: Passage, guide: Guide) -> Iterator[Finding]:
    del guide
    yield Finding(f"Also {passage.text}", passage.place)


def fails_across(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        yield from fails(passage, reading.guide)


def fails_apart(report: Report, pack: Pack) -> Iterator[Finding]:
    del pack
    if report.section("summary") is not None:
        raise ZeroDivisionError
    yield Finding("One part.")


def fails_whole(report: Report, pack: Pack) -> Iterator[Finding]:
    del report, pack
    yield Finding("Found.")
    raise ZeroDivisionError


@pytest.mark.parametrize("find", [Each(fails), Across(fails_across), Apart(fails_apart), fails_whole])
def test_a_rule_that_fails_is_told_once_and_hides_no_other(find: Find, caplog: pytest.LogCaptureFixture) -> None:
    engine = Engine((rule_of(find, "broken"), rule_of(Each(finds), "sound")))
    report = make_report({"summary": "One.\nTwo.\nTwo.", "background": "Three."})

    for _ in range(2):
        problems = engine.check(report, PACK)

        (fault,) = [problem for problem in problems if problem.rule == PROGRAM_FAULT]
        assert fault.quote == "broken"
        assert fault.severity == "warning"
        assert [problem.message for problem in problems if problem.rule == "sound"] == [
            "Also One.", "Also Two.", "Also Two.", "Also Three."
        ]  # fmt: skip
    assert "rule broken failed" in caplog.text
    caplog.clear()


def test_a_rule_that_fails_at_one_passage_is_heard_about_the_others(caplog: pytest.LogCaptureFixture) -> None:
    problems = Engine((rule_of(Each(fails), "broken"),)).check(make_report({"summary": "One.\nTwo.\nThree."}), PACK)
    assert [problem.message for problem in problems if problem.rule == "broken"] == ["One.", "Two.", "Three."]
    caplog.clear()


def everywhere(reading: Reading) -> Iterator[Finding]:
    yield Finding("The whole report.")
    for passage in reversed(reading.passages):
        yield Finding(passage.text, passage.place)


def test_problems_are_told_in_the_order_of_the_document() -> None:
    report = make_report({"options": "Five.", "summary": "Two.\nThree.", "background": "Four."})
    for name in ("purpose", "subject"):
        report = apply(SetField(field=name, value=FieldValue(text=name)), report)

    told = [problem.message for problem in Engine((rule_of(Across(everywhere)),)).check(report, PACK)]

    assert told == ["The whole report.", "subject", "purpose", "Two.", "Three.", "Four.", "Five."]


def test_parts_that_the_document_does_not_have_are_read_by_rules_about_parts_alone() -> None:
    def parts(reading: Reading) -> Iterator[Finding]:
        def named(piece: Piece, guide: Guide) -> str:
            del guide
            return piece.section.id if piece.section else ""

        for piece, name in reading.parts(named):
            yield Finding(f"{name} {piece.stands}")

    report = make_report({"summary": "Words."})
    told = [problem.message for problem in Engine((rule_of(Across(parts)),)).check(report, PACK)]
    assert "summary True" in told


def test_another_pack_grades_anew() -> None:
    off = make_pack(f'{MANIFEST}\n[rules.grades]\ntoy = "off"')
    engine = Engine((rule_of(Each(finds)),))
    report = make_report({"summary": "Words."})
    assert engine.check(report, PACK)
    assert not engine.check(report, off)
    assert engine.check(report, PACK)


def test_a_long_report_is_read_in_proportion() -> None:
    looks = Looks()
    engine = Engine((rule_of(Each(looks.passage)),))
    report = invented_report(PACK, 5_000)
    engine.check(report, PACK)
    count = len(looks.seen)
    engine.check(report, PACK)
    assert len(looks.seen) == count
