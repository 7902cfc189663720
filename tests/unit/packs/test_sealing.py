"""What a clearance seals, and what of it has changed since."""

from datetime import UTC, datetime

import pytest

from clerkwell.model import (
    Appendix,
    Cell,
    FieldValue,
    Footnote,
    Image,
    Paragraph,
    Place,
    Reference,
    Report,
    Section,
    SetBlocks,
    SetField,
    Table,
    Text,
    apply,
)
from clerkwell.model.blocks import Blocks
from clerkwell.packs.sealing import HEADER, WHOLE, changed_since, is_whole, place_of, seal, sealable, sealed_ids
from helpers.building import blocks, make_pack, make_report

PACK = make_pack()
WHEN = datetime(2026, 3, 3, 9, tzinfo=UTC)
REPORT = make_report(
    {"summary": "The park is worn out.", "financial": "It costs £900."},
    {"subject": "The park", "purpose": "For Decision"},
)


def put(section: str, what: str | Blocks, report: Report = REPORT) -> Report:
    return apply(SetBlocks(section=section, blocks=blocks(what) if isinstance(what, str) else what), report)


def changed(parts: tuple[str, ...], after: Report, before: Report = REPORT) -> list[str]:
    return [each.then.part for each in changed_since(after, PACK, seal(before, PACK, parts, WHEN))]


def test_a_seal_keeps_the_words_of_its_parts_and_when() -> None:
    (part,) = seal(REPORT, PACK, ("financial",), WHEN).parts
    assert (part.part, part.title, part.lines) == ("financial", "Financial implications", ("It costs £900.",))
    assert seal(REPORT, PACK, ("financial",), WHEN).when == WHEN


def test_nothing_has_changed_at_once() -> None:
    assert changed((WHOLE,), REPORT) == []


def test_other_words_in_a_sealed_part_show_and_those_elsewhere_do_not() -> None:
    after = put("financial", "It costs £1,200.")
    assert changed(("financial",), after) == ["financial"]
    assert changed(("summary",), after) == []


def test_words_put_back_are_sealed_again() -> None:
    after = put("financial", "It costs £900.", put("financial", "It costs £1,200."))
    assert changed(("financial",), after) == []


def test_a_part_that_is_gone_has_changed_and_keeps_its_title() -> None:
    after = REPORT.model_copy(update={"sections": REPORT.sections[:1]})
    (found,) = changed_since(after, PACK, seal(REPORT, PACK, ("financial",), WHEN))
    assert (found.now.title, found.now.lines) == ("Financial implications", ())


def test_the_answers_at_the_head_are_a_part() -> None:
    after = apply(SetField(field="subject", value=FieldValue(text="The lake", value="The lake")), REPORT)
    assert changed((HEADER,), after) == [HEADER]


def test_a_whole_report_has_changed_where_a_part_was_begun_since() -> None:
    after = put("options", "There are two.")
    assert changed((WHOLE,), after) == ["options"]
    own = REPORT.model_copy(
        update={"sections": (*REPORT.sections, Section(id="own-1", heading="Ponds", blocks=blocks("Three.")))}
    )
    assert changed((WHOLE,), own) == ["own-1"]
    assert is_whole(seal(REPORT, PACK, (WHOLE,), WHEN))
    assert sealed_ids(seal(REPORT, PACK, (WHOLE,), WHEN)) == (WHOLE,)
    assert sealed_ids(seal(REPORT, PACK, ("summary", "options"), WHEN)) == ("summary", "options")


def test_looks_and_what_references_say_are_nobodys_to_clear() -> None:
    one = put("summary", (Paragraph(runs=(Text(text="See "), Reference(to="paragraph", target="b2"))),))
    other = put("summary", (Paragraph(runs=(Text(text="See ", bold=True), Reference(to="paragraph", target="b3"))),))
    assert changed(("summary",), other, one) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            Paragraph(runs=(Text(text="It is dear."), Footnote(runs=(Text(text="In May."),)))),
            Paragraph(runs=(Text(text="It is dear."), Footnote(runs=(Text(text="In June."),)))),
        ),
        (
            Table(rows=((Cell(paragraphs=((Text(text="£9"),),)),),)),
            Table(rows=((Cell(paragraphs=((Text(text="£8"),),)),),)),
        ),
        (Image(attachment="a.png", alt="A pond"), Image(attachment="a.png", alt="A lake")),
    ],
)
def test_notes_tables_and_pictures_are_sealed_too(before: Paragraph, after: Paragraph) -> None:
    assert changed(("summary",), put("summary", (after,)), put("summary", (before,))) == ["summary"]


def test_appendices_are_sealed_with_their_status_and_own_words() -> None:
    own = Appendix(id="a1", number="1", title="Plan", status="public", blocks=blocks("Dig."))
    before = REPORT.model_copy(update={"appendices": (own,)})
    for update in ({"status": "exempt"}, {"blocks": blocks("Do not dig.")}, {"attachment": "plan.pdf"}):
        after = REPORT.model_copy(update={"appendices": (own.model_copy(update=update),)})
        assert changed(("appendices",), after, before) == ["appendices"]


def test_parts_to_clear_are_the_head_and_what_the_report_can_have() -> None:
    assert [part for part, _ in sealable(REPORT, PACK)] == [
        HEADER, "summary", "background", "options", "financial", "appendices", "background-papers",
    ]  # fmt: skip


def test_one_goes_to_a_part_that_is_there() -> None:
    assert place_of(HEADER, REPORT, PACK) == Place(field="subject")
    assert place_of("summary", REPORT, PACK) == Place(section="summary")
    assert place_of("own-7", REPORT, PACK) is None
