"""Pages for the eye alone are those that are heard too, without what only a reader of tags has."""

import io
from pathlib import Path

import docx
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest

from clerkwell.printing.approximation import Press
from clerkwell.word.typeset import typeset
from clerkwell.word.writer import write_document
from helpers.shipped import IDS, kept, sample, shipped

Shown = list[tuple[str, tuple[int, ...]]]


def shown(document: bytes, folder: Path, *, seen: bool) -> list[Shown]:
    """The words of each page, and where each piece of them stands."""
    made, _ = Press(folder, seen=seen).pages(document)
    opened = pypdfium2.PdfDocument(made)
    found = []
    for page in opened:
        reading = page.get_textpage()
        places = [reading.get_rect(at) for at in range(reading.count_rects())]
        found.append([(reading.get_text_bounded(*place), tuple(map(round, place))) for place in places])
        reading.close()
        page.close()
    opened.close()
    return found


def saved(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("pack_id", IDS)
def test_what_is_seen_stands_where_what_is_heard_stands(pack_id: str, tmp_path: Path) -> None:
    pack = shipped(pack_id)
    document = write_document(sample(pack), pack, draft=True, attachments=kept(pack))

    assert shown(document, tmp_path, seen=True) == shown(document, tmp_path, seen=False)


def test_what_is_only_seen_has_no_lists_to_be_laid_out_again_for_each_footnote() -> None:
    document = docx.Document()
    for word in ("one", "two", "three"):
        document.add_paragraph(word, style="List Number")

    assert "#items((" in typeset(saved(document)).text
    assert "#items((" not in typeset(saved(document), heard=False).text


@pytest.mark.parametrize("seen", [True, False])
def test_an_item_that_keeps_to_the_next_paragraph_is_not_left_alone(seen: bool, tmp_path: Path) -> None:
    """Fails where the item is the last one of a list: nothing keeps that to what follows."""

    def document(lines: int) -> bytes:
        made = docx.Document()
        for at in range(lines):
            made.add_paragraph(f"item {at}", style="List Number")
        made.add_paragraph("it says this:", style="List Number").paragraph_format.keep_with_next = True
        made.add_paragraph("quoted words")
        return saved(made)

    places = []
    for lines in range(36, 50):
        pages = shown(document(lines), tmp_path, seen=seen)
        words = [" ".join(word for word, _ in page) for page in pages]
        (at,) = [number for number, each in enumerate(words) if "it says this:" in each]
        assert "quoted words" in words[at], f"after {lines} items"
        places.append(at)
    assert set(places) == {0, 1}, "it went over to the next page on the way"


def test_only_a_label_that_may_be_too_wide_is_measured() -> None:
    from docx.oxml.ns import qn

    document = docx.Document()
    document.add_paragraph("one", style="List Number")
    usual = typeset(saved(document)).text
    assert "#box(width: " in usual
    assert "#label(" not in usual.partition("#p(")[2]

    for text in document.part.numbering_part.element.iter(qn("w:lvlText")):
        text.set(qn("w:val"), "Recommendation %1:")
    assert "#label(" in typeset(saved(document)).text.partition("#p(")[2]
