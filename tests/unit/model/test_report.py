"""The report: ids, lookups, its one form."""

from hypothesis import given

from clerkwell.model import (
    Appendix,
    FieldValue,
    Landscape,
    PackRef,
    Paragraph,
    Place,
    Report,
    Section,
    Text,
    all_blocks,
    give_ids,
)
from helpers.building import blocks, make_report
from helpers.strategies import reports

REF = PackRef(id="test-council", version="1.0.0")


@given(reports)
def test_every_block_has_an_id_and_no_two_have_the_same(report: Report) -> None:
    given = [block.id for _, block in all_blocks(report)]
    assert all(given)
    assert len(given) == len(set(given))


@given(reports)
def test_giving_ids_again_gives_the_same_report(report: Report) -> None:
    assert give_ids(report) is report


@given(reports)
def test_json_and_back_is_the_same_report_ids_and_counter_too(report: Report) -> None:
    back = Report.model_validate_json(report.model_dump_json())
    assert back == report
    assert back.next_id == report.next_id
    assert [block.id for _, block in all_blocks(back)] == [block.id for _, block in all_blocks(report)]


def test_an_id_that_is_in_use_is_not_given_again() -> None:
    report = give_ids(Report(pack=REF, sections=(Section(id="s", blocks=(Paragraph(), Paragraph(id="b1"))),)))
    assert [block.id for block in report.blocks("s")] == ["b2", "b1"]
    assert report.next_id == 3


def test_a_copy_in_the_edited_section_takes_the_new_id_though_it_comes_first() -> None:
    original = Paragraph(id="b1")
    report = Report(
        pack=REF, next_id=2, sections=(Section(id="one", blocks=(original,)), Section(id="two", blocks=(original,)))
    )
    assert [report.id for report in give_ids(report, "one").blocks("two")] == ["b1"]
    assert [report.id for report in give_ids(report, "one").blocks("one")] == ["b2"]
    assert [report.id for report in give_ids(report).blocks("one")] == ["b1"]


def test_blocks_inside_stretches_and_appendices_get_ids_too() -> None:
    report = give_ids(
        Report(
            pack=REF,
            sections=(Section(id="s", blocks=(Landscape(blocks=(Paragraph(),)),)),),
            appendices=(Appendix(id="a1", number="1", blocks=(Paragraph(),)),),
        )
    )
    assert [(place.section or place.appendix, block.id) for place, block in all_blocks(report)] == [
        ("s", "b1"), ("s", "b2"), ("a1", "b3"),
    ]  # fmt: skip


def test_untouched_blocks_stay_the_same_objects() -> None:
    report = make_report({"summary": "One\nTwo"})
    grown = report.model_copy(update={"sections": (*report.sections, Section(id="more", blocks=blocks("Three")))})
    assert give_ids(grown).sections[0] is report.sections[0]


def test_a_field_without_an_answer_is_as_good_as_none() -> None:
    assert Report(pack=REF, fields={"subject": FieldValue()}) == Report(pack=REF)
    assert Report(pack=REF, repeats={"authors": ()}) == Report(pack=REF)
    assert Report(pack=REF, repeats={"authors": ({"name": FieldValue()},)}) == Report(
        pack=REF, repeats={"authors": ({},)}
    )


def test_the_counter_takes_no_part_in_equality() -> None:
    assert Report(pack=REF, next_id=1) == Report(pack=REF, next_id=7)
    assert Report(pack=REF) != Report(pack=PackRef(id="other", version="1.0.0"))
    assert Report(pack=REF) != "a report"


def test_what_is_not_there_reads_as_empty() -> None:
    report = make_report({}, {"subject": "Trees"})
    assert report.field("subject").text == "Trees"
    assert report.field("purpose") == FieldValue()
    assert report.field("committees.date", 0) == FieldValue()
    assert report.field("committees.date") == FieldValue()
    assert report.section("summary") is None
    assert report.blocks("summary") == ()
    assert report.appendix("a1") is None


def test_the_places_of_blocks_say_where_they_are() -> None:
    report = make_report({"summary": (Paragraph(runs=(Text(text="a"),)),)})
    assert [place for place, _ in all_blocks(report)] == [Place(section="summary", block="b1")]
