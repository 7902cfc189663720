"""Edits: pure functions that change what they name and nothing else."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from clerkwell.model import (
    Appendix,
    Cell,
    Changes,
    Edit,
    EditError,
    FieldValue,
    Image,
    Landscape,
    Place,
    ReplaceWords,
    Report,
    Section,
    SetAppendices,
    SetBlocks,
    SetDone,
    SetField,
    SetHeading,
    SetRows,
    SetSections,
    SetWaivers,
    Several,
    Table,
    Text,
    Waiver,
    all_blocks,
    apply,
    changes,
    words,
)
from helpers.building import blocks, make_report
from helpers.strategies import edits, reports


def text(words: str) -> tuple[Text, ...]:
    return (Text(text=words),)


@given(reports, edits)
def test_an_edit_gives_a_report_in_its_one_form(report: Report, edit: Edit) -> None:
    after = apply(edit, report)
    assert Report.model_validate_json(after.model_dump_json()) == after
    found = [block.id for _, block in all_blocks(after)]
    assert all(found)
    assert len(found) == len(set(found))


@given(reports, edits)
def test_an_edit_leaves_the_old_report_and_all_that_it_did_not_touch(report: Report, edit: Edit) -> None:
    before = report.model_dump_json()
    after = apply(edit, report)
    assert report.model_dump_json() == before
    touched = changes(report, after).sections
    for section in after.sections:
        if section.id not in touched and report.section(section.id) is not None:
            assert section == report.section(section.id)


@given(reports, edits)
def test_changes_say_nothing_only_where_nothing_differs(report: Report, edit: Edit) -> None:
    after = apply(edit, report)
    assert changes(report, after).any == (report != after)
    assert changes(report, after) == changes(after, report)


@given(edits)
def test_an_edit_travels_as_data(edit: Edit) -> None:
    adapter: TypeAdapter[Edit] = TypeAdapter(Edit)
    assert adapter.validate_json(adapter.dump_json(edit)) == edit


def test_a_field_is_set_and_emptied_again_without_a_trace() -> None:
    report = make_report()
    once = apply(SetField(field="subject", value=FieldValue(text="Trees")), report)
    assert once.field("subject").text == "Trees"
    assert apply(SetField(field="subject", value=FieldValue()), once) == report


def test_a_row_is_filled_and_the_next_one_begun() -> None:
    report = apply(SetField(field="committees.name", row=0, value=FieldValue(text="Parks")), make_report())
    report = apply(SetField(field="committees.date", row=0, value=FieldValue(text="1 May 2026")), report)
    report = apply(SetField(field="committees.name", row=1, value=FieldValue(text="Roads")), report)
    assert [{name: value.text for name, value in row.items()} for row in report.repeats["committees"]] == [
        {"name": "Parks", "date": "1 May 2026"},
        {"name": "Roads"},
    ]


@pytest.mark.parametrize("row", [None, -1, 1])
def test_a_row_that_is_not_there_is_refused(row: int | None) -> None:
    with pytest.raises(EditError, match=r"committees\.name has no row"):
        apply(SetField(field="committees.name", row=row, value=FieldValue(text="Parks")), make_report())


def test_the_last_row_taken_away_leaves_no_repeat() -> None:
    report = apply(SetRows(repeat="authors", rows=({},)), make_report())
    assert apply(SetRows(repeat="authors", rows=()), report) == make_report()


def test_a_section_begins_with_its_first_edit() -> None:
    assert apply(SetBlocks(section="summary", blocks=blocks("One")), make_report()).blocks("summary") == blocks("One")
    begun = apply(SetHeading(section="summary", heading="In short"), make_report()).section("summary")
    assert begun == Section(id="summary", heading="In short")
    begun = apply(SetDone(section="summary", done=True), make_report()).section("summary")
    assert begun == Section(id="summary", done=True)


def test_new_blocks_get_ids_and_old_ones_keep_theirs() -> None:
    report = make_report({"summary": "One"})
    kept = report.blocks("summary")[0]
    after = apply(SetBlocks(section="summary", blocks=(*blocks("Nought"), kept)), report)
    assert [block.id for block in after.blocks("summary")] == ["b2", "b1"]
    assert after.blocks("summary")[1] is kept


def test_sections_are_left_out_and_moved() -> None:
    report = make_report({"summary": "One", "background": "Two"})
    turned = apply(SetSections(sections=tuple(reversed(report.sections))), report)
    assert changes(report, turned) == Changes(order=True)
    left = apply(SetSections(sections=report.sections[:1]), report)
    assert changes(report, left) == Changes(order=True, sections=frozenset({"background"}))


def test_several_edits_are_made_in_order() -> None:
    both = Several(
        edits=(
            SetField(field="subject", value=FieldValue(text="a")),
            SetField(field="subject", value=FieldValue(text="b")),
        )
    )
    assert apply(both, make_report()).field("subject").text == "b"


def test_waivers_and_appendices_count_as_other_changes() -> None:
    report = make_report()
    waiver = Waiver(rule="r", reason="agreed", when=datetime(2026, 3, 2, tzinfo=UTC))
    assert changes(report, apply(SetWaivers(waivers=(waiver,)), report)).others == {"waivers"}
    appendix = Appendix(id="a1", number="1")
    assert changes(report, apply(SetAppendices(appendices=(appendix,)), report)).others == {"appendices"}


class TestReplacingWords:
    def test_in_a_block(self) -> None:
        report = make_report({"summary": "The old oak"})
        place = Place(section="summary", block="b1", start=4, end=7)
        assert words(apply(ReplaceWords(place=place, words="new"), report).blocks("summary")[0]) == "The new oak"

    def test_of_a_whole_block(self) -> None:
        report = make_report({"summary": "The old oak"})
        place = Place(section="summary", block="b1")
        assert words(apply(ReplaceWords(place=place, words="All"), report).blocks("summary")[0]) == "All"

    def test_in_a_cell_of_a_table_inside_a_stretch(self) -> None:
        table = Table(id="t", rows=((Cell(), Cell(paragraphs=(text("a"), text("Red rose")))),))
        report = make_report({"summary": (Landscape(id="l", blocks=(table,)),)})
        place = Place(section="summary", block="t", path=(0, 1, 1), start=0, end=3)
        after = apply(ReplaceWords(place=place, words="Green"), report)
        assert words(after.blocks("summary")[0]) == "\ta Green rose"

    def test_in_an_appendix(self) -> None:
        report = apply(SetAppendices(appendices=(Appendix(id="a1", number="1", blocks=blocks("Old")),)), make_report())
        after = apply(ReplaceWords(place=Place(appendix="a1", block="b1"), words="New"), report)
        assert after.appendices[0].blocks == blocks("New")

    def test_in_a_field_that_stands_for_itself_keeps_it_understood(self) -> None:
        report = apply(SetField(field="subject", value=FieldValue(text="Teh oak", value="Teh oak")), make_report())
        after = apply(ReplaceWords(place=Place(field="subject", start=0, end=3), words="The"), report)
        assert after.field("subject") == FieldValue(text="The oak", value="The oak")

    def test_in_a_date_leaves_its_meaning_open(self) -> None:
        report = make_report()
        date = FieldValue(text="7 May 2026", value="2026-05-07")
        report = apply(SetField(field="committees.date", row=0, value=date), report)
        place = Place(field="committees.date", row=0, start=0, end=1)
        after = apply(ReplaceWords(place=place, words="8"), report)
        assert after.field("committees.date", 0) == FieldValue(text="8 May 2026")

    @pytest.mark.parametrize(
        "place",
        [
            Place(),
            Place(section="summary", block="b99"),
            Place(section="options", block="b1"),
            Place(appendix="a9", block="b1"),
            Place(section="summary", block="p"),
            Place(section="summary", block="t"),
            Place(section="summary", block="t", path=(0, 1, 0)),
            Place(section="summary", block="t", path=(0, 0, -1)),
            Place(section="summary", block="t", path=(0, 0)),
            Place(field="committees.name"),
        ],
    )
    def test_at_a_place_that_is_not_there_is_refused(self, place: Place) -> None:
        body = (*blocks("One"), Image(id="p", attachment="a.png"), Table(id="t", rows=((Cell(),),)))
        with pytest.raises(EditError):
            apply(ReplaceWords(place=place, words="x"), make_report({"summary": body}))


def test_words_with_characters_that_no_document_holds_lose_them() -> None:
    edit = ReplaceWords(place=Place(section="summary", block="b1"), words="a\x00b")
    assert apply(edit, make_report({"summary": "One"})).blocks("summary") == blocks("ab")


@given(reports, st.data())
def test_words_replaced_together_are_those_replaced_one_after_the_other(report: Report, data: st.DataObject) -> None:
    worded = [
        (section.id, block.id, len(words(block)))
        for section in report.sections
        for block in section.blocks
        if block.id and block.kind not in ("table", "image", "landscape") and words(block)
    ]
    edits = []
    for section, block, length in data.draw(st.lists(st.sampled_from(worded), max_size=6)) if worded else []:
        end = data.draw(st.integers(0, length))
        place = Place(section=section, block=block, start=data.draw(st.integers(0, end)), end=end)
        edits.append(ReplaceWords(place=place, words=data.draw(st.sampled_from(("", "x", "two words")))))
    expected = report
    for edit in edits:
        expected = apply(edit, expected)

    assert apply(Several(edits=tuple(edits)), report) == expected


def test_words_replaced_together_have_to_be_there() -> None:
    report = make_report({"background": "Text."})
    wrong = ReplaceWords(place=Place(section="background", block="nowhere", start=0, end=1), words="x")

    with pytest.raises(EditError, match="no block nowhere"):
        apply(Several(edits=(wrong,)), report)
