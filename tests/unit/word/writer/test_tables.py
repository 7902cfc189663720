"""Tables: widths that fit, headers that repeat, RAG cells by word and fill."""

import re

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import Cell, Table, Text
from clerkwell.word.writer.tables import RAG, TableLooks, column_widths, table
from helpers.docx_making import plain
from helpers.docx_needs import NEEDS

LOOKS = TableLooks("Grid", "Head", "Cell")


def grid(*rows: str, rag: tuple[int, ...] = (), header_rows: int = 1) -> Table:
    cells = tuple(tuple(Cell(paragraphs=((Text(text=cell),),)) for cell in row.split("|")) for row in rows)
    return Table(rows=cells, rag_columns=rag, header_rows=header_rows)


def test_a_table_whole() -> None:
    assert plain(table(grid("A|B", "1|2"), 4000, NEEDS, LOOKS)) == (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="4000" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0"'
        ' w:noVBand="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Head"/><w:keepNext/>'
        "</w:pPr><w:r><w:t>A</w:t></w:r></w:p></w:tc>"
        '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Head"/><w:keepNext/>'
        "</w:pPr><w:r><w:t>B</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>'
        "<w:r><w:t>1</w:t></w:r></w:p></w:tc>"
        '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>'
        "<w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )


def test_a_status_keeps_its_word_and_gains_a_fill() -> None:
    xml = table(grid("Task|Status", "a|Red – late", "b|green", "c|Unknown", rag=(1,)), 9000, NEEDS, LOOKS)
    assert re.findall(r'w:fill="(\w+)"', xml) == [RAG["red"][0], RAG["green"][0]]
    assert "Red – late" in xml
    assert "<w:b/>" in xml


def test_the_words_on_a_fill_can_be_read() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for fill, words in RAG.values():
        darker, lighter = sorted((light(fill), light(words)))
        assert (lighter + 0.05) / (darker + 0.05) >= 7


def test_headers_without_a_style_of_their_own_are_bold_and_tables_without_one_have_lines() -> None:
    xml = table(grid("A", "1"), 4000, NEEDS, TableLooks(None, "Cell", "Cell"))
    assert xml.count("<w:b/>") == 1
    assert "<w:tblBorders>" in xml


def test_a_column_of_long_words_is_wider() -> None:
    narrow, wide = column_widths([[(3, 3), (20, 20)]], 9000)
    assert wide > narrow
    assert narrow + wide == 9000


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 5000)), min_size=1, max_size=12), max_size=6),
    st.integers(1000, 15000),
)
def test_columns_always_fill_the_page_exactly(lengths: list[list[tuple[int, int]]], width: int) -> None:
    widths = column_widths(lengths, width)
    assert all(each > 0 for each in widths)
    assert not widths or sum(widths) == width
