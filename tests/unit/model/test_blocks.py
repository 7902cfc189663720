"""Blocks: their words, their equality, their one form."""

from hypothesis import given

from clerkwell.model import (
    Blocks,
    Cell,
    Image,
    Landscape,
    Paragraph,
    Quotation,
    Table,
    Text,
    canonical,
    is_empty,
    walk,
    words,
)
from clerkwell.model.blocks import Landscape as LandscapeBlock
from helpers.building import blocks
from helpers.strategies import bodies


def text(words: str) -> tuple[Text, ...]:
    return (Text(text=words),)


@given(bodies)
def test_every_block_holds_its_runs_in_their_one_form(body: Blocks) -> None:
    for block in walk(body):
        if isinstance(block, Table):
            assert all(runs == canonical(runs) for row in block.rows for cell in row for runs in cell.paragraphs)
            assert len({len(row) for row in block.rows}) <= 1
        elif not isinstance(block, (Image, LandscapeBlock)):
            assert block.runs == canonical(block.runs)


def test_ids_take_no_part_in_equality() -> None:
    assert Paragraph(id="b1", runs=text("a")) == Paragraph(id="b2", runs=text("a"))
    assert Landscape(blocks=(Paragraph(id="b1"),)) == Landscape(blocks=(Paragraph(id="b9"),))
    assert len({Paragraph(id="b1", runs=text("a")), Paragraph(id="b2", runs=text("a"))}) == 1


def test_blocks_that_differ_in_words_flags_or_kind_are_not_equal() -> None:
    assert Paragraph(runs=text("a")) != Paragraph(runs=text("b"))
    assert Paragraph(runs=text("a")) != Paragraph(runs=text("a"), nil=True)
    assert Paragraph(runs=text("a")) != Quotation(runs=text("a"))


def test_a_short_row_of_a_table_is_filled_up() -> None:
    table = Table(rows=((Cell(), Cell()), (Cell(paragraphs=(text("a"),)),)))
    assert table.rows[1] == (Cell(paragraphs=(text("a"),)), Cell())


def test_a_cell_without_paragraphs_has_an_empty_one() -> None:
    assert Cell(paragraphs=()) == Cell(paragraphs=((),))


def test_the_words_of_a_table_are_parted_by_tabs_and_line_feeds() -> None:
    table = Table(
        caption="Costs",
        rows=((Cell(paragraphs=(text("a"), text("b"))), Cell()), (Cell(), Cell(paragraphs=(text("c"),)))),
    )
    assert words(table) == "Costs\na b\t\n\tc"


def test_the_words_of_pictures_and_stretches_are_those_a_reader_sees() -> None:
    picture = Image(attachment="a.png", alt="A map", caption="Figure 1")
    assert words(Landscape(blocks=(picture, Paragraph(runs=text("Below."))))) == "Figure 1\nBelow."


def test_walking_goes_into_landscape_stretches() -> None:
    inner = Paragraph(runs=text("in"))
    stretch = Landscape(blocks=(inner,))
    assert list(walk((Paragraph(), stretch, Quotation()))) == [Paragraph(), stretch, inner, Quotation()]


def test_blank_paragraphs_are_empty_and_a_picture_is_not() -> None:
    assert is_empty(())
    assert is_empty((Paragraph(runs=text("  \n")), Landscape(blocks=(Paragraph(),)), Table(rows=((Cell(),),))))
    assert not is_empty((Image(attachment="a.png"),))
    assert not is_empty((Landscape(blocks=(Image(attachment="a.png"),)),))
    assert not is_empty(blocks("a"))
