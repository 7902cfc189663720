"""A hand-off holds the sections that were asked for, as the whole report has them, and nothing else."""

import re
from pathlib import Path

import pytest

from clerkwell.intake.homecoming import read_draft
from clerkwell.model import Note, Paragraph, Report, Section, SetBlocks, apply, give_ids, plain, words
from clerkwell.packs import Pack, outline
from clerkwell.word.reader import Line, document_lines, read_document
from clerkwell.word.writer import WordError, write_document
from clerkwell.word.writer.handoff import ABOUT_TITLE, write_handoff
from helpers.docx_making import parts_of, xml_of, zipped
from helpers.noted import note, noted, on_words, plain_words
from helpers.office import open_in_libreoffice
from helpers.shipped import IDS, kept, sample, shipped


def handoff(report: Report, pack: Pack, *sections: str, by: str = "") -> bytes:
    return write_handoff(report, pack, sections, attachments=kept(pack), identity="abc", by=by)


def texts(report: Report, pack: Pack) -> list[str]:
    """The sections that people write in."""
    return [part.id for part in outline(report, pack) if part.stands and part.spec.kind == "text"]


def body(data: bytes) -> list[Line]:
    return [line for line in document_lines(data) if line.story == "body" and line.text.strip()]


@pytest.mark.parametrize("pack_id", IDS)
def test_headings_and_numbers_are_those_of_the_whole_report(pack_id: str) -> None:
    pack = shipped(pack_id)
    report = sample(pack)
    whole = {(line.label, line.text) for line in body(write_document(report, pack, draft=True, attachments=kept(pack)))}
    names = texts(report, pack)
    for chosen in ((names[-1],), (names[0], names[-1]), tuple(names[::2])):
        mine = body(handoff(report, pack, *chosen))
        assert len(mine) > 2
        assert not [line for line in mine[2:] if (line.label, line.text) not in whole]


def test_a_plain_line_says_what_it_is() -> None:
    pack = shipped("city-of-london-2023")
    report = sample(pack)
    title, account, *_ = body(handoff(report, pack, "background", "options", by="Ade Bright"))
    assert title.text == report.field("subject").text
    assert "Background and Options" in account.text
    assert "Ade Bright" in account.text


def planted(report: Report, chosen: str) -> Report:
    """The report with a word in every other section, in footnotes, captions, notes and links that no other one has."""
    report = noted(report)
    notes: list[Note] = []
    for each in report.notes:
        others = each.place.section != chosen
        notes.append(each.model_copy(update={"text": "Zyxomma asks", "by": "Zyxomma"}) if others else each)
    report = report.model_copy(update={"notes": tuple(notes)})
    for section in report.sections:
        if section.id == chosen:
            continue
        source = section.model_dump_json()
        marked = re.sub(r'("(?:text|caption|alt)":")', r"\1Zyxomma ", source)
        marked = re.sub(r'("link":"https://)', r"\1zyxomma.", marked)
        report = apply(SetBlocks(section=section.id, blocks=Section.model_validate_json(marked).blocks), report)
    appendices = tuple(
        each.model_copy(update={"title": "Zyxomma", "blocks": (Paragraph(runs=plain_words("Zyxomma")),)})
        for each in report.appendices
    )
    papers = tuple(each.model_copy(update={"title": "Zyxomma"}) for each in report.background_papers)
    return report.model_copy(update={"appendices": appendices, "background_papers": papers})


@pytest.mark.parametrize("pack_id", IDS)
def test_no_word_of_another_section_is_anywhere_in_it(pack_id: str) -> None:
    pack = shipped(pack_id)
    for chosen in texts(sample(pack), pack)[::5]:
        report = planted(sample(pack), chosen)
        whole = write_document(report, pack, draft=True, attachments=kept(pack))
        assert any(b"yxomma" in part for part in parts_of(whole).values())
        parts = parts_of(handoff(report, pack, chosen))
        assert not [name for name, part in parts.items() if b"yxomma" in part or "yxomma" in name]


def test_no_picture_of_another_section_is_in_it() -> None:
    pack = shipped("city-of-london-2023")
    report = sample(pack)
    pictured = [section.id for section in report.sections if any(block.kind == "image" for block in section.blocks)]
    assert pictured
    with_it, without = (
        [name for name in parts_of(handoff(report, pack, each)) if "media/picture" in name]
        for each in (pictured[0], "background")
    )
    assert with_it
    assert not without


@pytest.mark.parametrize("pack_id", IDS)
def test_it_comes_home_as_it_went(pack_id: str) -> None:
    pack = shipped(pack_id)
    report = give_ids(sample(pack))
    for chosen in texts(report, pack)[::3]:
        assert read_draft(read_document(handoff(report, pack, chosen)), pack, report, kept(pack)).report == report


def test_what_was_written_in_it_comes_home_and_nothing_else_changes() -> None:
    pack = shipped("city-of-london-2023")
    report = give_ids(sample(pack))
    block = next(each for each in report.blocks("background") if isinstance(each, Paragraph))
    said = plain(block.runs)[:12]
    data = handoff(report, pack, "background")
    parts = parts_of(data)
    changed = parts["word/document.xml"].replace(said.encode(), b"Rewritten: " + said.encode(), 1)
    came = read_draft(read_document(zipped({**parts, "word/document.xml": changed})), pack, report, kept(pack)).report
    assert words(came.blocks("background")[report.blocks("background").index(block)]).startswith("Rewritten: ")
    assert [each.id for each in came.sections] == [each.id for each in report.sections]
    assert [each for each in came.sections if each.id != "background"] == [
        each for each in report.sections if each.id != "background"
    ]
    assert came.tray == report.tray


def test_references_to_what_it_does_not_have_say_their_number_in_plain_words() -> None:
    pack = shipped("city-of-london-2023")
    report = sample(pack)
    for chosen in texts(report, pack)[::2]:
        xml = xml_of(handoff(report, pack, chosen))
        asked = set(re.findall(r"REF (_Ref\d+)", xml))
        assert asked <= set(re.findall(r'bookmarkStart w:id="\d+" w:name="(_Ref\d+)"', xml))


def test_shared_notes_on_its_sections_go_with_it_and_others_stay() -> None:
    pack = shipped("city-of-london-2023")
    report = sample(pack)
    inside = on_words(report, plain_start(report, "background"), "Here")
    outside = on_words(report, plain_start(report, "options"), "There")
    private = on_words(report, plain_start(report, "background"), "Secret", shared=False)
    data = handoff(report.model_copy(update={"notes": (inside, outside, private)}), pack, "background")
    assert [each.text for each in read_document(data).comments] == ["Here"]
    assert note(inside.place, "Here") is not None


def plain_start(report: Report, section: str) -> str:
    return words(report.blocks(section)[0])[:20]


def test_a_section_that_is_not_begun_has_a_place_to_write_in() -> None:
    pack = shipped("city-of-london-2023")
    report = sample(pack)
    without = report.model_copy(update={"sections": tuple(each for each in report.sections if each.id != "conclusion")})
    lines = body(handoff(without, pack, "conclusion"))
    assert [line.text for line in lines[2:]] == ["Conclusion"]


def test_a_section_that_there_is_not_is_refused_in_a_sentence() -> None:
    pack = shipped("city-of-london-2023")
    with pytest.raises(WordError, match="no section “weather”"):
        handoff(sample(pack), pack, "weather")


def test_the_same_hand_off_is_the_same_bytes_and_says_which_sections_it_holds() -> None:
    pack = shipped("city-of-london-2023")
    first = handoff(sample(pack), pack, "background", "options")
    assert first == handoff(sample(pack), pack, "background", "options")
    properties = read_document(first).properties
    assert properties["Clerkwell sections"] == "background, options"
    assert properties["Clerkwell draft"] == "abc"


@pytest.mark.libreoffice
def test_it_comes_home_from_libreoffice(tmp_path: Path) -> None:
    pack = shipped("city-of-london-2023")
    report = give_ids(sample(pack))
    sent = [handoff(report, pack, each) for each in ("background", "proposals")]
    for opened in open_in_libreoffice([(data, ()) for data in sent], tmp_path):
        document = read_document(opened.saved)
        assert ABOUT_TITLE in {each.title for each in document.controls.values()}
        came = read_draft(document, pack, report, kept(pack)).report
        assert came == report
