"""The consultation log: at the end of a draft, in nothing that leaves the council, and no words of the report."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from clerkwell.intake import Imported, read_draft
from clerkwell.model import Appendix, Consultation, Report
from clerkwell.packs import Pack
from clerkwell.packs.publishing import public_version
from clerkwell.packs.sealing import WHOLE, seal
from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import ReadControl, WordDocument, WordParagraph, WordTable
from clerkwell.word.writer import write_blank, write_document
from clerkwell.word.writer.consultation_log import HEADING, NOTE
from clerkwell.word.writer.handoff import write_handoff
from helpers.building import blocks
from helpers.came_back import edited, rewritten, shipped, typed
from helpers.office import saved_again

WHEN = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
PACKS = ["city-of-london-2023", "generic-english-council", "north-somerset-executive-2022"]


def logged(pack_id: str = "city-of-london-2023") -> tuple[Pack, Report]:
    """A shipped report with a log: an answer, a clearance whose words have changed since, one of the whole report."""
    pack, report = shipped(pack_id)
    section = next(each.id for each in report.sections if each.blocks)
    entries = (
        Consultation(who="Finance team", part=section, asked="2 March 2026", answer="No comment."),
        Consultation(who="Sam Sample", role="Solicitor", part=section, seal=seal(report, pack, (section,), WHEN)),
        Consultation(who="Chief Executive", part="The whole report", seal=seal(report, pack, (WHOLE,), WHEN)),
    )
    return pack, report.model_copy(update={"consultations": entries})


def written(report: Report, pack: Pack, *, draft: bool, mark: str = "", log: bool = True) -> bytes:
    """Its Word document."""
    return write_document(report, pack, draft=draft, attachments=pack.sample_attachments, mark=mark, log=log)


def come_home(document: bytes, pack: Pack, report: Report) -> Imported:
    """What a draft of the report makes of it."""
    return read_draft(read_document(document), pack, report, pack.sample_attachments)


def table_of(document: bytes) -> list[list[str]]:
    """The rows of the log."""
    read = read_document(document)
    at = next(at for at, each in enumerate(read.blocks) if isinstance(each, WordParagraph) and each.text == HEADING)
    table = read.blocks[at + 1]
    assert isinstance(table, WordTable)
    assert table.rows[0].header
    return [["\n".join(getattr(each, "text", "") for each in cell.blocks) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("pack_id", PACKS)
def test_a_draft_ends_with_the_log(pack_id: str) -> None:
    pack, report = logged(pack_id)
    rows = table_of(written(report, pack, draft=True))
    assert rows[0] == ["Who", "Role", "Part", "Asked", "Answered", "Answer", "Changed since"]
    assert [row[0] for row in rows[1:]] == ["Finance team", "Sam Sample", "Chief Executive"]
    assert rows[1][1] == "–"
    assert rows[1][3:] == ["2 March 2026", "–", "No comment.", "Not cleared"]
    assert rows[2][1] == "Solicitor"
    assert rows[2][4] == "3 March 2026"
    assert [row[-1] for row in rows[2:]] == ["Nothing", "Nothing"]
    assert rows[1][2] == rows[2][2] != report.consultations[0].part, "a part has its title there, not its id"
    assert rows[3][2] == "The whole report"
    last = read_document(written(report, pack, draft=True)).blocks[-1]
    assert isinstance(last, WordParagraph)
    assert last.text == NOTE


def test_what_changed_since_a_clearance_is_named() -> None:
    pack, report = logged("generic-english-council")
    section = report.consultations[0].part
    changed = report.model_copy(
        update={
            "sections": tuple(
                each.model_copy(update={"blocks": blocks("Something else.")}) if each.id == section else each
                for each in report.sections
            )
        }
    )
    rows = table_of(written(changed, pack, draft=True))
    assert rows[2][-1] == rows[2][2]
    assert rows[3][-1] == rows[2][2]


def test_columns_in_which_nothing_is_said_are_left_out() -> None:
    pack, report = shipped()
    report = report.model_copy(update={"consultations": (Consultation(who="Finance", answer="Yes."),)})
    assert table_of(written(report, pack, draft=True)) == [["Who", "Answer"], ["Finance", "Yes."]]


def test_the_log_comes_after_appendices_that_are_written_in_the_report() -> None:
    pack, report = logged()
    own = Appendix(id="x", number="9", title="Timetable", status="public", blocks=blocks("First of May."))
    report = report.model_copy(update={"appendices": (*report.appendices, own)})
    read = read_document(written(report, pack, draft=True))
    texts = [each.text for each in read.blocks if isinstance(each, WordParagraph)]
    assert texts.index("First of May.") < texts.index(HEADING)


@pytest.mark.parametrize("pack_id", PACKS)
def test_it_is_in_nothing_that_leaves_the_council(pack_id: str) -> None:
    pack, report = logged(pack_id)
    section = next(each.id for each in report.sections if each.blocks)
    for document in (
        written(report, pack, draft=False),
        written(report, pack, draft=False, mark="NOT FOR PUBLICATION"),
        written(public_version(report, pack), pack, draft=False),
        written(public_version(report, pack), pack, draft=True),
        written(report, pack, draft=True, log=False),
        write_handoff(report, pack, [section], attachments=pack.sample_attachments),
        write_blank(pack),
    ):
        assert b"Finance team" not in text_of(document)
        assert NOTE.encode() not in text_of(document)


def test_a_report_without_a_log_has_none_in_its_draft() -> None:
    pack, report = shipped()
    none = report.model_copy(update={"consultations": ()})
    assert NOTE.encode() not in text_of(written(none, pack, draft=True))


@pytest.mark.parametrize("pack_id", PACKS)
def test_a_draft_that_comes_home_leaves_the_log_behind(pack_id: str) -> None:
    pack, report = logged(pack_id)
    home = come_home(written(report, pack, draft=True), pack, report)
    assert home.report == report
    assert home.findings == ()


def test_what_was_changed_elsewhere_still_comes_home() -> None:
    pack, report = logged("generic-english-council")
    section = report.consultations[0].part
    text = next(
        each.text
        for each in read_document(written(report, pack, draft=True)).blocks
        if isinstance(each, WordParagraph) and any(each.text == str(getattr(run, "text", "")) for block in
            report.blocks(section) for run in getattr(block, "runs", ()))
    )  # fmt: skip
    document = edited(written(report, pack, draft=True), typed(text, "Quite another thing."))
    home = come_home(document, pack, report)
    assert home.report == rewritten(report, section, text, "Quite another thing.")


def test_what_somebody_writes_into_it_all_the_same_is_kept_for_them_to_place() -> None:
    pack, report = logged()
    document = edited(written(report, pack, draft=True), typed("No comment.", "We do object."))
    home = come_home(document, pack, report)
    assert [(each.came_from, "We do object." in each.text) for each in home.report.tray[len(report.tray) :]] == [
        ("in the consultation log", True)
    ]
    assert home.report.model_copy(update={"tray": report.tray}) == report


def test_a_draft_whose_report_is_not_at_hand_says_who_was_asked() -> None:
    pack, report = logged("city-of-london-2023")
    home = read_draft(read_document(written(report, pack, draft=True)), pack)
    assert [(each.who, each.role, each.answer) for each in home.report.consultations] == [
        (each.who, each.role, each.answer) for each in report.consultations
    ]
    assert home.report.consultations[0].part == report.consultations[0].part
    assert not any(HEADING in each.text or "Finance team" in each.text for each in home.report.tray)


@pytest.mark.parametrize("lost", ["tags", "controls"])
@pytest.mark.parametrize("pack_id", PACKS)
def test_it_is_known_without_its_tags_and_without_its_controls(pack_id: str, lost: str) -> None:
    pack, report = logged(pack_id)
    read = read_document(written(report, pack, draft=True))
    home = read_draft(_without(read, lost), pack, report, pack.sample_attachments)
    assert home.report == report


def _without(read: WordDocument, lost: str) -> WordDocument:
    """The draft with the log's controls as another program leaves them."""

    def own(each: ReadControl) -> bool:
        return each.tag == "clerkwell:consultations"

    if lost == "tags":
        controls = {number: replace(each, tag="") if own(each) else each for number, each in read.controls.items()}
        return replace(read, controls=controls)
    gone = {number for number, each in read.controls.items() if own(each)}
    kept = {number: each for number, each in read.controls.items() if number not in gone}
    return replace(
        read,
        controls=kept,
        blocks=tuple(replace(each, controls=tuple(set(each.controls) - gone)) for each in read.blocks),
    )


@pytest.mark.libreoffice
def test_it_is_left_behind_by_a_draft_that_libreoffice_saved(tmp_path: Path) -> None:
    made = [logged(each) for each in PACKS]
    saved = saved_again([written(report, pack, draft=True) for pack, report in made], tmp_path)
    for document, (pack, report) in zip(saved, made, strict=True):
        assert come_home(document, pack, report).report == report


def text_of(document: bytes) -> bytes:
    """The words of all paragraphs, those in tables too."""
    opened = docx.Document(io.BytesIO(document))
    return "\n".join(each.text or "" for each in opened.element.body.iter() if each.tag.endswith("}t")).encode()
