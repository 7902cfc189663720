"""A draft that a colleague has edited in Word: what they changed is changed, and nothing besides."""

from collections.abc import Callable

import pytest

from clerkwell.intake import Imported
from clerkwell.intake.homecoming import read_draft
from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Block,
    Blocks,
    Cell,
    FieldValue,
    ListItem,
    Paragraph,
    Report,
    Section,
    Table,
    Text,
    all_blocks,
    give_ids,
    plain,
)
from clerkwell.packs import Pack
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document
from helpers.retyped import (
    Edit,
    answer,
    at_the_end,
    between,
    copy_of,
    delete,
    edited,
    in_look_of,
    join,
    move,
    paragraph_after,
    paragraph_before,
    part,
    remove,
    replace_words,
    row_after,
    typed_beside,
    without_control,
    without_controls,
)
from helpers.shipped import IDS, kept, sample, shipped
from helpers.tabled import tabled_pack, tabled_report

PACK = shipped("city-of-london-2023")
REPORT = sample(PACK)


def home(*edits: Edit, pack: Pack = PACK, report: Report = REPORT) -> Imported:
    """The report that its draft makes of it after these edits."""
    files = kept(pack)
    data = edited(write_document(report, pack, draft=True, attachments=files), *edits)
    return read_draft(read_document(data), pack, report, files)


def with_blocks(section: str, change: Callable[[Blocks], Blocks], report: Report = REPORT) -> Report:
    """The report with other blocks in a section."""
    return report.model_copy(
        update={
            "sections": tuple(
                each.model_copy(update={"blocks": change(each.blocks)}) if each.id == section else each
                for each in report.sections
            )
        }
    )


def worded(text: str) -> Paragraph:
    """A paragraph of these words."""
    return Paragraph(runs=(Text(text=text),))


def ids(report: Report, section: str) -> list[str]:
    """The ids of the blocks of a section."""
    return [block.id for block in report.blocks(section)]


def test_words_typed_over_others_change_their_paragraph_alone() -> None:
    after = home(replace_words("The City Corporation lends", "lends 24", "now lends 42")).report
    first = REPORT.blocks("summary")[0]
    assert isinstance(first, Paragraph)
    changed = worded(plain(first.runs).replace("lends 24", "now lends 42"))
    assert after == with_blocks("summary", lambda blocks: (changed, *blocks[1:]))
    assert ids(after, "summary") == ids(REPORT, "summary")


def test_references_and_footnotes_stay_in_a_paragraph_whose_words_change() -> None:
    after = home(replace_words("Use has fallen", "Use has fallen", "Use fell")).report
    before, now = REPORT.blocks("current-position")[1], after.blocks("current-position")[1]
    assert isinstance(before, Paragraph)
    assert isinstance(now, Paragraph)
    assert plain(now.runs) == plain(before.runs).replace("Use has fallen", "Use fell")
    assert [run for run in now.runs if run.kind != "text"] == [run for run in before.runs if run.kind != "text"]
    assert now.id == before.id


def test_an_answer_typed_over_is_understood_anew() -> None:
    after = home(answer("field:purpose", "For Information")).report
    assert after.field("purpose") == FieldValue(text="For Information", value="For Information")
    assert after == REPORT.model_copy(update={"fields": {**REPORT.fields, "purpose": after.field("purpose")}})


def test_words_typed_just_behind_a_control_are_part_of_its_answer() -> None:
    after = home(typed_beside("field:subject", " in spring")).report
    assert after.field("subject").text == REPORT.field("subject").text + " in spring"


@pytest.mark.parametrize("like", [True, False])
def test_a_paragraph_typed_in_a_section_is_a_block_there(like: bool) -> None:
    after = home(paragraph_after("The City Corporation lends", "A typed one.", like=like)).report
    assert after == with_blocks("summary", lambda blocks: (blocks[0], worded("A typed one."), *blocks[1:]))
    assert len(set(ids(after, "summary"))) == len(ids(after, "summary"))


def test_a_pasted_paragraph_without_a_number_takes_none_in_a_numbered_section() -> None:
    after = home(paragraph_after("The library opened", "A pasted one.", like=False)).report
    assert after.blocks("background")[1] == worded("A pasted one.").model_copy(update={"plain": True})


def test_a_paragraph_pasted_behind_a_section_goes_to_the_end_of_it() -> None:
    after = home(between("section:summary", "Between two sections.")).report
    assert after == with_blocks("summary", lambda blocks: (*blocks, worded("Between two sections.")))


def test_a_paragraph_typed_before_the_first_of_a_section_comes_first() -> None:
    after = home(paragraph_before("The City Corporation lends", "An opening.")).report
    assert after == with_blocks("summary", lambda blocks: (worded("An opening."), *blocks))


def test_words_behind_everything_else_are_in_the_tray_with_their_place() -> None:
    imported = home(at_the_end("Draft 3, seen by Finance."))
    assert imported.report == REPORT.model_copy(update={"tray": imported.report.tray})
    assert [(each.text, each.came_from) for each in imported.report.tray] == [
        ("Draft 3, seen by Finance.", "after “Background Papers”")
    ]
    assert [each.kind for each in imported.findings] == ["tray"]


def test_a_deleted_paragraph_is_gone() -> None:
    assert home(delete("The library opened")).report == with_blocks("background", lambda blocks: blocks[1:])


def test_a_paragraph_that_was_parted_is_two_of_which_one_keeps_its_name() -> None:
    after = home(part("This report proposes", "at a cost")).report
    blocks = after.blocks("summary")
    assert len(blocks) == 3
    said_now = [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]
    before = REPORT.blocks("summary")[1]
    assert isinstance(before, Paragraph)
    assert f"{said_now[1]} {said_now[2]}" == plain(before.runs)
    assert {blocks[1].id, blocks[2].id} & {before.id}
    assert after == with_blocks("summary", lambda _: blocks)


def test_two_items_that_were_joined_are_one() -> None:
    after = home(join("order in January")).report
    had, now = REPORT.blocks("proposals"), after.blocks("proposals")
    assert len(now) == len(had) - 1
    assert isinstance(now[1], ListItem)
    assert isinstance(had[1], ListItem)
    assert isinstance(had[2], ListItem)
    assert plain(now[1].runs) == f"{plain(had[1].runs)} {plain(had[2].runs)}"
    assert now[2:] == had[3:]


def test_a_paragraph_moved_to_another_section_keeps_its_name() -> None:
    after = home(move("This report proposes", "The library opened")).report
    moved = REPORT.blocks("summary")[1]
    assert ids(after, "summary") == [REPORT.blocks("summary")[0].id]
    assert [block.id for block in after.blocks("background")][1] == moved.id


def test_a_heading_typed_over_is_the_reports_own() -> None:
    after = home(answer("heading:options", "Options weighed")).report
    section = after.section("options")
    assert section is not None
    assert section == REPORT.sections[[each.id for each in REPORT.sections].index("options")].model_copy(
        update={"heading": "Options weighed"}
    )


def test_a_run_in_heading_typed_over_is_the_reports_own() -> None:
    pack = shipped("city-of-london-2022")
    report = sample(pack)
    after = home(replace_words("Financial implications", "Financial implications", "Money"), pack=pack, report=report)
    section = after.report.section("financial")
    assert section is not None
    assert section.heading == "Money"
    assert section.blocks == report.blocks("financial")


@pytest.mark.parametrize(
    "lost",
    [
        ("body:background",),
        ("body:background", "section:background", "heading:background"),
        ("field:subject",),
        ("repeat:committees", "field:committees.name"),
        ("repeat:background-papers",),
        ("field:appendices.title", "repeat:appendices"),
    ],
)
def test_words_whose_controls_were_removed_are_still_where_they_were(lost: tuple[str, ...]) -> None:
    assert home(*map(without_control, lost)).report == REPORT


@pytest.mark.parametrize("pack_id", IDS)
def test_a_draft_that_has_lost_every_control_comes_home_all_the_same(pack_id: str) -> None:
    pack = shipped(pack_id)
    assert home(without_controls, pack=pack, report=sample(pack)).report == sample(pack)


def test_a_section_taken_out_with_its_control_is_gone() -> None:
    after = home(remove("section:options")).report
    assert after == REPORT.model_copy(
        update={"sections": tuple(each for each in REPORT.sections if each.id != "options")}
    )


def test_a_committee_copied_with_its_controls_is_another_row() -> None:
    after = home(copy_of("repeat:committees", 1, name="Parks Committee")).report
    rows = after.repeats["committees"]
    assert rows[:2] == REPORT.repeats["committees"]
    assert rows[2]["name"].text == "Parks Committee"
    assert after == REPORT.model_copy(update={"repeats": {**REPORT.repeats, "committees": rows}})


@pytest.mark.parametrize("typed", [True, False])
def test_a_committee_in_a_new_row_of_the_table_is_another_row(typed: bool) -> None:
    pack = shipped("city-of-london-2017")
    report = sample(pack)
    edit = (
        row_after("repeat:committees", "Parks Committee – For Decision", "9 March 2027", number=1)
        if typed
        else copy_of("repeat:committees", 1, name="Parks Committee", purpose="For Decision", date="9 March 2027")
    )
    rows = home(edit, pack=pack, report=report).report.repeats["committees"]
    assert rows[:-1] == report.repeats["committees"]
    assert rows[-1] == {
        "name": FieldValue(text="Parks Committee", value="Parks Committee"),
        "purpose": FieldValue(text="For Decision", value="For Decision"),
        "date": FieldValue(text="9 March 2027", value="2027-03-09"),
    }


def test_a_committee_that_was_deleted_leaves_its_date_in_the_tray() -> None:
    after = home(remove("repeat:committees", 1)).report
    assert after.repeats["committees"] == REPORT.repeats["committees"][:1]
    assert [each.text for each in after.tray] == [REPORT.repeats["committees"][1]["date"].text]


def test_a_background_paper_typed_behind_the_last_is_another() -> None:
    last = len(REPORT.background_papers) - 1
    after = home(between("repeat:background-papers", "Another paper", last)).report
    assert after.background_papers == (*REPORT.background_papers, BackgroundPaper(title="Another paper"))


def test_an_appendix_typed_behind_the_last_is_another() -> None:
    after = home(between("repeat:appendices", "Appendix 3 – New plan", 1)).report
    assert after.appendices[:2] == REPORT.appendices
    assert after.appendices[2] == Appendix(id=after.appendices[2].id, number="3", title="New plan")


def test_an_appendix_that_was_taken_off_the_list_is_gone_with_its_page() -> None:
    after = home(remove("repeat:appendices", 1), remove("repeat:appendix-pages")).report
    assert after.appendices == REPORT.appendices[:1]


def test_a_cell_typed_over_changes_that_cell_alone() -> None:
    after = home(replace_words("£98,000", "£98,000", "£99,000")).report
    had = next(block for block in REPORT.blocks("financial") if isinstance(block, Table))
    now = next(block for block in after.blocks("financial") if isinstance(block, Table))
    changed = [(a, b) for one, other in zip(had.rows, now.rows, strict=True) for a, b in zip(one, other, strict=True)]
    assert [b for a, b in changed if a != b] == [Cell(paragraphs=((Text(text="£99,000"),),))]
    assert now.id == had.id


def test_two_halves_of_a_block_that_is_not_for_publication_are_not_either() -> None:
    report = with_blocks("summary", lambda blocks: (blocks[0], blocks[1].model_copy(update={"private": True})))
    after = home(part("This report proposes", "at a cost"), report=report).report
    assert [block.private for block in after.blocks("summary")] == [False, True, True]


def test_words_joined_to_others_from_a_block_that_is_not_for_publication_take_that_along() -> None:
    report = with_blocks("summary", lambda blocks: (blocks[0], blocks[1].model_copy(update={"private": True})))
    after = home(join("The City Corporation lends"), report=report).report
    assert [block.private for block in after.blocks("summary")] == [True]


def test_what_a_draft_does_not_show_stays_as_it_is() -> None:
    empty: tuple[Block, ...] = (Paragraph(), ListItem(level=1))
    report = give_ids(
        with_blocks("summary", lambda blocks: (blocks[0], *empty, blocks[1])).model_copy(
            update={"sections": (*with_blocks("summary", lambda blocks: (blocks[0], *empty, blocks[1])).sections,)}
        )
    )
    after = home(replace_words("This report proposes", "This report", "The report"), report=report).report
    assert ids(after, "summary") == ids(report, "summary")
    assert after.consultations == report.consultations
    assert [section.done for section in after.sections] == [section.done for section in report.sections]


def test_an_item_of_a_table_of_recommendations_changes_alone() -> None:
    pack = tabled_pack()
    report = tabled_report(pack)
    after = home(replace_words("thank the volunteers", "thank the", "thank all"), pack=pack, report=report).report
    had, now = report.blocks("recommendations"), after.blocks("recommendations")
    assert [block.id for block in now] == [block.id for block in had]
    assert [plain(b.runs) for a, b in zip(had, now, strict=True) if a != b and isinstance(b, ListItem)] == [
        "thank all volunteers."
    ]


def test_sections_that_a_hand_off_did_not_hold_stay_as_they_are() -> None:
    from clerkwell.intake.homecoming.bringing import Told, brought_home
    from clerkwell.intake.homecoming.drafts import _read
    from clerkwell.intake.homecoming.reports import report_of

    files = kept(PACK)
    data = write_document(REPORT, PACK, draft=True, attachments=files)
    part_of = edited(data, *(remove(f"section:{each.id}") for each in REPORT.sections if each.id != "summary"))
    part_of = edited(part_of, replace_words("This report proposes", "This report", "The report"))
    sent, came = _read(read_document(data), PACK), _read(read_document(part_of), PACK)
    report, _ = brought_home(REPORT, Told(sent, report_of(sent)), Told(came, report_of(came), ("summary",)), {})
    assert [each for each in report.sections if each.id != "summary"] == [
        each for each in REPORT.sections if each.id != "summary"
    ]
    assert report.section("summary") != REPORT.section("summary")
    assert report.fields == REPORT.fields


def test_a_section_that_is_handed_back_with_other_text_is_that_section() -> None:
    after = home(replace_words("The main risk is late", "late delivery", "delay")).report
    section = after.section("risk")
    assert isinstance(section, Section)
    assert after == with_blocks("risk", lambda _: section.blocks)


def test_a_heading_that_the_pack_knows_begins_its_section() -> None:
    report = REPORT.model_copy(update={"sections": tuple(each for each in REPORT.sections if each.id != "key-data")})
    after = home(
        between("section:proposals", "Key Data"),
        in_look_of("Key Data", "Proposals"),
        paragraph_after("Key Data", "The figures are new.", like=False),
        report=report,
    ).report
    section = after.section("key-data")
    assert section is not None
    assert section.heading == ""
    assert [plain(block.runs) for block in section.blocks if isinstance(block, Paragraph)][:1] == [
        "The figures are new."
    ]


def test_a_new_heading_begins_a_section_of_the_reports_own_where_the_pack_lets_it() -> None:
    pack = shipped("generic-english-council")
    report = sample(pack)
    after = home(
        between("section:summary", "What changed since"),
        in_look_of("What changed since", "Summary"),
        paragraph_after("What changed since", "Much did.", like=False),
        pack=pack,
        report=report,
    ).report
    at = [each.heading for each in after.sections].index("What changed since")
    assert after.sections[at - 1].id == "summary"
    assert after.sections[at].blocks == (worded("Much did."),)
    assert (*after.sections[:at], *after.sections[at + 1 :]) == report.sections


@pytest.mark.parametrize("pack_id", IDS)
def test_words_outside_every_place_of_a_draft_that_comes_alone_are_kept(pack_id: str) -> None:
    pack = shipped(pack_id)
    files = kept(pack)
    data = edited(write_document(sample(pack), pack, draft=True, attachments=files), at_the_end("Seen by Finance."))
    imported = read_draft(read_document(data), pack)
    shown = [each.text for each in imported.report.tray]
    shown += [plain(getattr(block, "runs", ())) for _, block in all_blocks(imported.report)]
    shown += [each.title for each in imported.report.background_papers]
    assert "Seen by Finance." in shown
