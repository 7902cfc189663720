"""How wide pictures are and where columns stand goes to Word and comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.intake.foreign.tables import Told, data_table
from clerkwell.intake.homecoming.tables import table_of
from clerkwell.intake.shown import width_of
from clerkwell.model import Alignment, Cell, Image, Landscape, Table, Text
from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import Picture, WordDocument, WordParagraph, WordTable
from clerkwell.word.writer import write_document
from clerkwell.word.writer.page import A4
from helpers.building import make_report
from helpers.docx_making import pack_of, png, section

PACK = pack_of(section("background"))
FILES = {"plan.png": png(192, 96)}
SIDES: tuple[Alignment, ...] = ("", "left", "centre", "right")


def there_and_back(block: Image | Table | Landscape) -> WordDocument:
    report = make_report({"background": (block,)}, pack=PACK)
    return read_document(write_document(report, PACK, draft=False, attachments=FILES))


def picture_in(document: WordDocument) -> Picture:
    return next(
        span.picture
        for block in document.blocks
        if isinstance(block, WordParagraph)
        for span in block.spans
        if span.picture is not None
    )


def table_in(document: WordDocument) -> WordTable:
    return next(block for block in document.blocks if isinstance(block, WordTable))


def grid(*rows: str, alignment: tuple[Alignment, ...] = ()) -> Table:
    cells = tuple(tuple(Cell(paragraphs=((Text(text=word),),)) for word in row.split("|")) for row in rows)
    return Table(rows=cells, alignment=alignment)


@pytest.mark.parametrize("width", [None, 10, 25, 50, 75, 100])
@pytest.mark.parametrize("wide", [False, True])
def test_a_picture_comes_back_as_wide_as_it_went(width: int | None, wide: bool) -> None:
    image = Image(attachment="plan.png", alt="A plan", width=width)
    found = picture_in(there_and_back(Landscape(blocks=(image,)) if wide else image))
    assert width_of(found, FILES["plan.png"]) == width


def test_half_the_width_is_half_of_the_text() -> None:
    found = picture_in(there_and_back(Image(attachment="plan.png", alt="A plan", width=50)))
    assert found.across == pytest.approx(A4.width * 635 / 2, abs=2)


def test_what_does_not_say_how_wide_it_is_has_its_own_size() -> None:
    assert width_of(Picture("plan.png", "A plan"), FILES["plan.png"]) is None
    assert width_of(Picture("plan.png", "A plan", across=5_000_000), None) is None


@pytest.mark.parametrize("column", [0, 1, 2])
@pytest.mark.parametrize("side", SIDES)
def test_a_column_comes_back_where_it_stood(column: int, side: Alignment) -> None:
    said = tuple(side if at == column else "" for at in range(3))
    table = grid("Scheme|Cost|Note", "Paving|1,200|late", "Lights|900|early", alignment=said)
    # Words at the left stand where they would in any case, and figures at the right.
    usual = {0: "left", 1: "right", 2: "left"}[column]
    wanted = () if side in ("", usual) else table.alignment
    read = table_in(there_and_back(table))
    assert table_of(read, bold_headers=False).alignment == wanted
    assert data_table(read, Told(), ours=True).alignment == wanted


@given(st.lists(st.sampled_from(SIDES), max_size=3).map(tuple))
def test_trailing_columns_that_say_nothing_make_no_difference(sides: tuple[Alignment, ...]) -> None:
    assert grid("a|b|c", alignment=sides) == grid("a|b|c", alignment=(*sides, ""))


def test_a_column_of_two_minds_stands_as_the_template_has_it() -> None:
    read = table_in(there_and_back(grid("A|B", "a|b", "c|d", alignment=("centre",))))
    first = read.rows[1].cells[0].blocks[0]
    assert isinstance(first, WordParagraph)
    assert first.side == "centre"
    assert read.rows[1].cells[1].blocks[0] != first
