"""Published reports set in Word, imported: fields and sections come out as the import of their text has them."""

from functools import cache
from pathlib import Path

import pytest

from clerkwell.intake import Imported, NotAReportError, import_document
from clerkwell.model import Block, ListItem, Paragraph, Report, words
from clerkwell.word.reader import read_document
from helpers.seeds import LETTER, REPORTS, imported, shipped_packs, source
from helpers.word_reports import as_text, converted, paragraphs_of_text, set_in_word

pytestmark = pytest.mark.seeds


@cache
def of_text(folder: Path, name: str) -> Imported:
    return imported(folder, name)


def blocks(report: Report, section: str) -> list[tuple[object, ...]]:
    """What each block of a section is, and its words."""
    return [(type(block).__name__, *details(block), " ".join(words(block).split())) for block in report.blocks(section)]


def details(block: Block) -> tuple[object, ...]:
    match block:
        case ListItem():
            return (block.level, block.ordered, block.start)
        case Paragraph():
            return (block.nil, block.plain)
        case _:
            return ()


def assert_the_same(result: Imported, text: Imported) -> None:
    one, other = result.report, text.report
    assert result.pack.id == text.pack.id
    assert one.fields == other.fields
    assert one.repeats == other.repeats
    assert [(each.id, each.heading) for each in one.sections] == [(each.id, each.heading) for each in other.sections]
    for section in other.sections:
        assert blocks(one, section.id) == blocks(other, section.id)
    assert [(each.number, each.title) for each in one.appendices] == [
        (each.number, each.title) for each in other.appendices
    ]
    assert one.background_papers == other.background_papers
    assert one.tray == other.tray == ()


@pytest.mark.parametrize("automatic", [False, True], ids=["typed numbers", "Word's numbers"])
@pytest.mark.parametrize("styled", [False, True], ids=["bold headings", "heading styles"])
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_set_in_word_comes_in_as_its_text_does(seeds: Path, name: str, styled: bool, automatic: bool) -> None:
    document = set_in_word(paragraphs_of_text(source(seeds, name)), automatic=automatic, styled=styled)
    assert_the_same(import_document(read_document(document), shipped_packs()), of_text(seeds, name))


@pytest.mark.libreoffice
def test_a_report_that_libreoffice_made_of_its_text_comes_in_as_the_text_does(seeds: Path, tmp_path: Path) -> None:
    texts = {name: as_text(paragraphs_of_text(source(seeds, name))) for name in REPORTS}
    for name, document in converted(texts, "docx:MS Word 2007 XML", tmp_path).items():
        assert_the_same(import_document(read_document(document), shipped_packs()), of_text(seeds, name))


@pytest.mark.parametrize("styled", [False, True], ids=["bold headings", "heading styles"])
def test_the_letter_set_in_word_is_refused(seeds: Path, styled: bool) -> None:
    document = set_in_word(paragraphs_of_text(source(seeds, LETTER)), styled=styled)
    with pytest.raises(NotAReportError, match=r"letter.*appendix"):
        import_document(read_document(document), shipped_packs())
