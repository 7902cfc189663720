"""Numbering is Word's own, in styles, lists and their instances, and goes on when somebody edits the document."""

import io
import re
from collections.abc import Mapping

import pytest
from docx import Document
from lxml import etree

from clerkwell.model import ListItem, Paragraph, Report, Section, Text, give_ids
from clerkwell.packs import Pack, numbers
from clerkwell.word.reader import document_lines
from clerkwell.word.writer import write_document
from helpers.docx_making import W, body_of, parts_of, xml_of, zipped
from helpers.numbered import numbered_report
from helpers.shipped import IDS, kept, sample, shipped

V = f"{{{W}}}val"
NUMBERED = ("city-of-london-2022", "city-of-london-2023")


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts_of(data)[f"word/{name}.xml"])


def words(text: str) -> tuple[Text, ...]:
    return (Text(text=text),)


def item(text: str, level: int = 0, *, ordered: bool = True, start: int | None = None) -> ListItem:
    return ListItem(runs=words(text), level=level, ordered=ordered, start=start)


def export(pack: Pack, *blocks: Paragraph | ListItem, draft: bool = False) -> bytes:
    section = next(spec.id for spec in pack.manifest.section if spec.numbered)
    report = give_ids(Report(pack=pack.ref, sections=(Section(id=section, blocks=blocks),)))
    return write_document(report, pack, draft=draft)


def labelled(data: bytes, *texts: str) -> list[str]:
    return [f"{line.label} {line.text}".strip() for line in document_lines(data) if line.text in texts]


@pytest.mark.parametrize("pack_id", NUMBERED)
def test_a_numbered_paragraph_is_numbered_by_its_style_alone(pack_id: str) -> None:
    data = export(shipped(pack_id), Paragraph(runs=words("One")), Paragraph(runs=words("Two")))
    lines = re.findall(r"<w:p>(?:(?!</w:p>).)*<w:t[^>]*>(?:One|Two)</w:t>", body_of(data))
    assert len(lines) == 2
    assert all('<w:pStyle w:val="NumberedParagraph"/>' in line and "numPr" not in line for line in lines)


@pytest.mark.parametrize("pack_id", NUMBERED)
def test_return_behind_a_numbered_paragraph_or_its_heading_begins_another(pack_id: str) -> None:
    styles = Document(io.BytesIO(shipped(pack_id).template)).styles
    assert styles["Numbered Paragraph"].next_paragraph_style.name == "Numbered Paragraph"
    for level in (3, 4, 5):
        assert styles[f"Heading {level}"].next_paragraph_style.name == "Numbered Paragraph"
    # The summary and the recommendation have no numbers.
    assert styles["Heading 2"].next_paragraph_style.name == "Body Text"


@pytest.mark.parametrize("pack_id", NUMBERED)
def test_a_paragraph_without_a_number_stands_under_the_words_of_those_with_one(pack_id: str) -> None:
    pack = shipped(pack_id)
    data = export(pack, Paragraph(runs=words("One")), Paragraph(runs=words("Aside"), plain=True))
    assert [(line.style, line.label) for line in document_lines(data) if line.text in ("One", "Aside")] == [
        ("Numbered Paragraph", "1."),
        ("Unnumbered Paragraph", ""),
    ]
    level = part(pack.template, "numbering").find(
        f".//{w('pStyle')}[@{V}='NumberedParagraph']/../{w('pPr')}/{w('ind')}"
    )
    aside = part(pack.template, "styles").find(f"{w('style')}[@{w('styleId')}='UnnumberedParagraph']//{w('ind')}")
    assert level is not None
    assert aside is not None
    assert level.get(w("left")) == aside.get(w("left"))


@pytest.mark.parametrize("pack_id", IDS)
def test_every_list_of_a_template_has_its_styles_and_an_identity(pack_id: str) -> None:
    data = shipped(pack_id).template
    numbering, styles = part(data, "numbering"), part(data, "styles")
    abstracts = numbering.findall(w("abstractNum"))
    assert len({each.find(w("nsid")).get(V) for each in abstracts}) == len(abstracts)  # type: ignore[union-attr]  # all have one
    numbered = {
        style.get(w("styleId")): style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        for style in styles.findall(w("style"))
    }
    for abstract in abstracts:
        for level in abstract.findall(w("lvl")):
            style = level.find(w("pStyle"))
            if style is not None:
                # The style names the list, and the list's level names the style.
                assert numbered[style.get(V)] is not None


@pytest.mark.parametrize("pack_id", IDS)
def test_instances_stand_behind_definitions_and_say_where_each_list_begins(pack_id: str) -> None:
    data = write_document(numbered_report(shipped(pack_id), 7), shipped(pack_id), draft=False)
    before, after = part(shipped(pack_id).template, "numbering"), part(data, "numbering")
    kinds = [str(each.tag).rpartition("}")[2] for each in after]
    assert kinds == sorted(kinds)
    assert set(kinds) == {"abstractNum", "num"}
    # The template's own stay as they were.
    theirs = [etree.tostring(each) for each in before]
    assert [etree.tostring(each) for each in after if etree.tostring(each) in theirs] == theirs
    added = after.findall(w("num"))[len(before.findall(w("num"))) :]
    assert added
    assert all(len(each.findall(f"{w('lvlOverride')}/{w('startOverride')}")) == 1 for each in added)
    ids = [each.get(w("numId")) for each in after.findall(w("num"))]
    assert len(set(ids)) == len(ids)


def test_nothing_that_word_counts_is_typed() -> None:
    for pack_id in IDS:
        pack = shipped(pack_id)
        data = write_document(sample(pack), pack, draft=False, attachments=kept(pack))
        for line in document_lines(data):
            assert not (line.label and line.text.startswith(line.label)), line


def test_second_lists_begin_again_and_one_list_goes_on_across_a_paragraph() -> None:
    pack = shipped("city-of-london-2022")
    data = export(
        pack,
        item("a"),
        item("b"),
        Paragraph(runs=words("Between")),
        item("c"),
        item("d", start=1),
        item("e"),
        item("f", start=5),
        item("g", ordered=False),
        item("h"),
    )
    assert labelled(data, *"abcdefgh", "Between") == [
        *("1. a", "2. b", "1. Between", "3. c", "1. d", "2. e", "5. f", "• g", "6. h"),
    ]


def test_an_item_after_a_skipped_level_begins_a_list_of_its_own() -> None:
    data = export(shipped("city-of-london-2022"), item("a"), item("b", 2), item("c", 1), item("d", 1), item("e"))
    assert labelled(data, *"abcde") == ["1. a", "(i) b", "(a) c", "(b) d", "2. e"]
    # LibreOffice and Word count the level in between where nothing stands on it.
    assert xml_of(data, "word/numbering.xml").count("<w:startOverride ") == 2


@pytest.mark.parametrize("pack_id", [*NUMBERED, "north-somerset-executive-2022"])
def test_what_is_put_in_between_takes_the_next_number_and_the_rest_move_on(pack_id: str) -> None:
    pack = shipped(pack_id)
    report = sample(pack)
    data = write_document(report, pack, draft=True, attachments=kept(pack))
    numbered = "NumberedParagraph" if pack_id in NUMBERED else "Heading2"
    parts = parts_of(data)
    xml = parts["word/document.xml"].decode()
    first = re.search(rf'<w:p><w:pPr><w:pStyle w:val="{numbered}"/>(?:(?!</w:p>).)*</w:p>', xml)
    assert first is not None
    typed = f'<w:p><w:pPr><w:pStyle w:val="{numbered}"/></w:pPr><w:r><w:t>Typed in Word</w:t></w:r></w:p>'
    edited = xml[: first.end()] + typed + xml[first.end() :]
    before, after = of_style(data), of_style(zipped({**parts, "word/document.xml": edited.encode()}))
    assert after["Typed in Word"] == "2."
    assert [int(label.rstrip(".")) for label in after.values()] == list(range(1, len(before) + 2))


def of_style(data: bytes) -> Mapping[str, str]:
    """The number of each numbered paragraph or heading, by its words."""
    return {
        line.text: line.label
        for line in document_lines(data)
        if line.style in ("Numbered Paragraph", "heading 2") and line.label
    }


def test_the_program_and_the_document_count_alike_in_long_reports() -> None:
    for pack_id in NUMBERED:
        pack = shipped(pack_id)
        for seed in range(5):
            report = numbered_report(pack, seed)
            counted = numbers(report, pack).paragraphs
            data = write_document(report, pack, draft=False)
            labels = [line.label for line in document_lines(data) if line.style == "Numbered Paragraph"]
            assert labels == [f"{number}." for number in counted.values()]
