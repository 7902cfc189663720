"""The difference of two reports as a Word document: all accepted it is the one, all rejected the other."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from clerkwell.model import Block, Cell, Footnote, Image, ListItem, Paragraph, Reference, Report, Section, Table, Text
from clerkwell.model import give_ids as named
from clerkwell.packs import Pack
from clerkwell.word.writer import WordError, write_document
from clerkwell.word.writer.compared import write_comparison
from helpers.office import Change, open_in_libreoffice
from helpers.settled_xml import lines
from helpers.shipped import IDS, sample, shipped
from helpers.tinkering import tinkered

WHEN = datetime(2026, 9, 7, 10, 30)
CITY = "city-of-london-2023"


def comparison(before: Report, after: Report, pack: Pack) -> bytes:
    return write_comparison(before, after, pack, by="Ann Officer", when=WHEN, attachments=pack.sample_attachments)


def written(report: Report, pack: Pack) -> list[tuple[str, str]]:
    return lines(write_document(report, pack, draft=False, attachments=pack.sample_attachments))


def settled(before: Report, after: Report, pack: Pack) -> str:
    """The body of the comparison, which was held, settled both ways, against the documents that the writer makes."""
    data = comparison(before, after, pack)
    assert lines(data, "accept") == written(after, pack)
    assert lines(data, "reject") == written(before, pack)
    return body(data)


def body(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def report(pack: Pack, *blocks: Block, subject: str = "") -> Report:
    base = sample(pack)
    done = base.model_copy(update={"sections": (Section(id="summary", blocks=blocks),)})
    if subject:
        value = base.fields["subject"].model_copy(update={"text": subject, "value": subject})
        done = done.model_copy(update={"fields": {**base.fields, "subject": value}})
    return named(done)


def says(text: str, **looks: bool) -> Paragraph:
    return Paragraph(runs=(Text(text=text, **looks),))


def grid(*rows: tuple[str, ...], **update: str) -> Table:
    cells = tuple(tuple(Cell(paragraphs=((Text(text=text),),)) for text in row) for row in rows)
    return Table(rows=cells, **update)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped(CITY)


@pytest.mark.parametrize("pack_id", IDS)
def test_a_report_compared_with_itself_has_no_tracked_change(pack_id: str) -> None:
    pack = shipped(pack_id)
    xml = settled(sample(pack), sample(pack), pack)
    assert not re.search(r"<w:(ins|del|pPrChange|rPrChange|cellIns|cellDel)\b", xml)


@pytest.mark.parametrize("pack_id", IDS)
def test_random_edits_of_each_sample_settle_both_ways(pack_id: str) -> None:
    pack = shipped(pack_id)
    before = named(sample(pack))
    done = 0
    for seed in range(3):
        after = tinkered(before, Random(seed), 20)
        try:
            written(after, pack)
        except WordError:  # a section that this template has no place for
            continue
        settled(before, after, pack)
        settled(after, before, pack)
        done += 1
    assert done


@pytest.mark.heavy
@pytest.mark.parametrize("pack_id", IDS)
def test_many_random_edits_of_each_sample_settle_both_ways(pack_id: str) -> None:
    pack = shipped(pack_id)
    before = named(sample(pack))
    for seed in range(100, 160):
        after = tinkered(before, Random(seed), seed % 40)
        try:
            written(after, pack)
        except WordError:
            continue
        settled(before, after, pack)


def test_the_same_reports_make_the_same_bytes(pack: Pack) -> None:
    before, after = report(pack, says("The park is old.")), report(pack, says("The park is new."))
    assert comparison(before, after, pack) == comparison(before, after, pack)


def test_changed_words_are_tracked_with_author_and_date(pack: Pack) -> None:
    xml = settled(report(pack, says("The park is old now.")), report(pack, says("The park is worn out now.")), pack)
    who = 'w:author="Ann Officer" w:date="2026-09-07T10:30:00Z"'
    assert re.search(rf'<w:del w:id="\d+" {who}><w:r><w:delText xml:space="preserve">old</w:delText></w:r>', xml)
    assert re.search(rf'<w:ins w:id="\d+" {who}><w:r><w:t xml:space="preserve">worn out</w:t></w:r>', xml)
    assert '<w:t xml:space="preserve">The park is </w:t>' in xml


def test_a_looks_change_is_tracked_as_formatting(pack: Pack) -> None:
    xml = settled(report(pack, says("The park.")), report(pack, says("The park.", bold=True)), pack)
    assert "<w:b/><w:bCs/><w:rPrChange " in xml
    assert "<w:delText" not in xml


def test_paragraphs_that_came_and_went_have_their_ends_tracked(pack: Pack) -> None:
    before = report(pack, says("One stays as it is."), says("Two goes away for good."), says("Four stays too."))
    after = report(pack, says("One stays as it is."), says("Four stays too."), says("Five is quite new."))
    xml = settled(before, after, pack)
    assert re.search(r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr><w:del [^>]*><w:r><w:delText[^>]*>Two goes", xml)
    assert re.search(r"<w:rPr><w:ins [^>]*/></w:rPr></w:pPr><w:ins [^>]*><w:r><w:t[^>]*>Five is", xml)


def test_a_paragraph_that_became_an_item_has_its_properties_tracked(pack: Pack) -> None:
    before = report(pack, says("The same words."))
    after = report(pack, ListItem(runs=(Text(text="The same words."),)))
    assert "<w:pPrChange " in settled(before, after, pack)


def test_rows_and_columns_are_tracked(pack: Pack) -> None:
    before = report(pack, grid(("Year", "Cost"), ("2025", "£1"), ("2026", "£2"), ("2027", "£3")))
    after = report(pack, grid(("Year", "Note", "Cost"), ("2025", "x", "£1"), ("2027", "y", "£4"), ("2028", "z", "£5")))
    xml = settled(before, after, pack)
    assert xml.count("<w:cellIns ") == 5
    assert re.search(r"<w:trPr>(<w:cantSplit/>)?<w:del ", xml)
    assert re.search(r"<w:trPr>(<w:cantSplit/>)?<w:ins ", xml)
    back = settled(after, before, pack)
    assert back.count("<w:cellDel ") == 5


def test_header_fields_are_tracked_where_the_template_prints_them(pack: Pack) -> None:
    xml = settled(report(pack, subject="The old park"), report(pack, subject="The new park"), pack)
    assert re.search(r"<w:del [^>]*><w:r>(<w:rPr>.*?</w:rPr>)?<w:delText[^>]*>old</w:delText>", xml)


def test_a_footnote_that_went_comes_along_with_its_words(pack: Pack) -> None:
    note = Footnote(runs=(Text(text="As the survey of May says."),))
    before = report(pack, Paragraph(runs=(Text(text="The park is old."), note)))
    after = report(pack, says("The park is old."))
    settled(before, after, pack)
    settled(after, before, pack)


def test_a_picture_and_a_link_that_went_come_along(pack: Pack) -> None:
    pictures = [block for section in sample(pack).sections for block in section.blocks if isinstance(block, Image)]
    linked = Paragraph(runs=(Text(text="See the act.", link="https://example.org/act"),))
    before, after = report(pack, says("One."), pictures[0], linked), report(pack, says("One."))
    settled(before, after, pack)
    with zipfile.ZipFile(io.BytesIO(comparison(before, after, pack))) as archive:
        assert any(each.startswith("word/media/") for each in archive.namelist())
        assert b"https://example.org/act" in archive.read("word/_rels/document.xml.rels")


def test_a_reference_to_what_was_moved_finds_it_however_it_is_decided(pack: Pack) -> None:
    costs = grid(("Year", "Cost"), ("2025", "£1"), caption="Costs").model_copy(update={"id": "t"})
    seen = Paragraph(runs=(Text(text="The costs are in "), Reference(to="table", target="t"), Text(text=".")))
    others = [says(f"Words that part the two places where the table stood and stands: {at}.") for at in range(6)]
    before, after = report(pack, seen, costs, *others), report(pack, seen, *others, costs)
    xml = settled(before, after, pack)
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="(_Ref\w+)"', xml)
    assert len(names) == len(set(names)) == 2
    fields = re.findall(r"<w:(?:delI|i)nstrText[^>]*> REF (_Ref\w+)", xml)
    assert sorted(fields) == sorted(names)


def test_numbers_of_tracked_changes_are_each_their_own(pack: Pack) -> None:
    before = named(sample(pack))
    xml = body(comparison(before, tinkered(before, Random(3), 20), pack))
    numbers = re.findall(r'<w:(?:ins|del|pPrChange|rPrChange|cellIns|cellDel) w:id="(\d+)"', xml)
    assert numbers
    assert len(numbers) == len(set(numbers))


@pytest.mark.libreoffice
def test_libreoffice_accepts_and_rejects_to_the_two_reports(pack: Pack, tmp_path: Path) -> None:
    costs = grid(("Year", "Cost"), ("2025", "£1"), ("2026", "£2"))
    before = report(pack, says("The park is old now."), says("Two goes away."), costs, says("The end."), subject="Old")
    more = grid(("Year", "Cost"), ("2025", "£1"), ("2026", "£3"), ("2027", "£4"))
    after = report(pack, says("The park is worn out."), more, says("Five is new."), says("The end."), subject="New")
    data = comparison(before, after, pack)
    opened = open_in_libreoffice(
        [
            (write_document(after, pack, draft=False), ()),
            (data, (Change("settle", "Accept"),)),
            (write_document(before, pack, draft=False), ()),
            (data, (Change("settle", "Reject"),)),
        ],
        tmp_path,
    )
    said = [[each.text for each in document.seen if each.text.strip()] for document in opened]
    assert said[0] == said[1]
    assert said[2] == said[3]
    assert said[0] != said[2]
