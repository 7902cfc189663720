"""The digest tells what a report says, and nothing else."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given

from clerkwell.model import (
    Appendix,
    Edit,
    FieldValue,
    Landscape,
    ListItem,
    Note,
    Paragraph,
    Place,
    Report,
    SetAppendices,
    SetBackgroundPapers,
    SetBlocks,
    SetDone,
    SetField,
    SetHeading,
    SetNotes,
    SetTray,
    SetVersions,
    SetWaivers,
    SubHeading,
    Table,
    Text,
    TrayItem,
    Version,
    Waiver,
    apply,
)
from clerkwell.model.report import BackgroundPaper
from clerkwell.storage import StoredReport, content_digest, from_bytes, to_bytes
from helpers.building import blocks, make_report
from helpers.strategies import reports

WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
START = make_report({"summary": "One\nTwo", "background": "- a\n- b"}, {"subject": "Trees"})


def same_but_for_ids(report: Report) -> Report:
    """The report with other ids on all its blocks."""
    return Report.model_validate_json(re.sub(r'"id":"b(\d)', r'"id":"x\1', report.model_dump_json()))


@pytest.mark.parametrize(
    "edit",
    [
        SetField(field="subject", value=FieldValue(text="Trees.")),
        SetField(field="subject", value=FieldValue(text="Trees", value="Oaks")),
        SetBlocks(section="summary", blocks=blocks("One\nTwo\nThree")),
        SetBlocks(section="summary", blocks=blocks("Two\nOne")),
        SetBlocks(section="summary", blocks=(Paragraph(runs=(Text(text="One", bold=True),)), *blocks("Two"))),
        SetBlocks(section="summary", blocks=(SubHeading(runs=(Text(text="One"),)), *blocks("Two"))),
        SetBlocks(section="summary", blocks=(Landscape(blocks=(Paragraph(runs=(Text(text="One"),)),)), *blocks("Two"))),
        SetBlocks(section="summary", blocks=(Paragraph(runs=(Text(text="One"),), private=True), *blocks("Two"))),
        SetBlocks(section="background", blocks=(ListItem(runs=(Text(text="a"),), ordered=True), *blocks("- b"))),
        SetBlocks(section="options", blocks=()),
        SetHeading(section="summary", heading="In short"),
        SetAppendices(appendices=(Appendix(id="a1", number="1"),)),
        SetBackgroundPapers(papers=(BackgroundPaper(title="None"),)),
    ],
)
def test_whatever_changes_the_document_changes_the_digest(edit: Edit) -> None:
    assert content_digest(apply(edit, START)) != content_digest(START)


@pytest.mark.parametrize(
    "edit",
    [
        SetDone(section="summary", done=True),
        SetNotes(notes=(Note(id="n1", place=Place(section="summary"), text="Ask Legal"),)),
        SetVersions(versions=(Version(name="As sent", made=WHEN, file="v.json.gz"),)),
        SetWaivers(waivers=(Waiver(rule="r", reason="So", when=WHEN),)),
        SetTray(tray=(TrayItem(text="left over"),)),
    ],
)
def test_what_is_kept_about_a_report_is_not_what_it_says(edit: Edit) -> None:
    assert content_digest(apply(edit, START)) == content_digest(START)


def test_times_and_ids_take_no_part() -> None:
    other = same_but_for_ids(START).model_copy(update={"created": WHEN, "modified": WHEN, "next_id": 99})
    assert [block.id for block in other.blocks("summary")] != [block.id for block in START.blocks("summary")]
    assert content_digest(other) == content_digest(START)


def test_a_start_of_0_is_no_missing_start_and_no_header_row_is_not_one() -> None:
    def digest(block: ListItem | Table) -> str:
        return content_digest(make_report({"summary": (block,)}))

    assert digest(ListItem(ordered=True, start=0)) != digest(ListItem(ordered=True))
    assert digest(Table(header_rows=0)) != digest(Table(header_rows=1))


@given(reports)
def test_a_report_has_the_digest_that_it_has_when_it_is_opened_again(report: Report) -> None:
    assert content_digest(from_bytes(to_bytes(StoredReport(report))).report) == content_digest(report)


def test_the_digest_is_the_same_on_every_machine_and_in_later_programs() -> None:
    # Drafts that are out name it; a change of the model must not make them strangers.
    assert content_digest(START) == "35a23675586b728232071e57f918580d3907721cf725aeebe2ead229a2d39fed"
