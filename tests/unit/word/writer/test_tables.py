"""Tables: widths that fit, headers that repeat, RAG cells by word and fill."""

import re

from clerkwell.model import Cell, Footnote, Reference, Table, Text
from clerkwell.word.writer.tables import RAG, TableLooks, table
from helpers.docx_making import plain
from helpers.docx_needs import NEEDS

LOOKS = TableLooks("Grid", "Head", "Cell")


def grid(*rows: str, rag: tuple[int, ...] = (), header_rows: int = 1) -> Table:
    cells = tuple(tuple(Cell(paragraphs=((Text(text=cell),),)) for cell in row.split("|")) for row in rows)
    return Table(rows=cells, rag_columns=rag, header_rows=header_rows)


def test_a_table_whole() -> None:
    assert plain(table(grid("A|B", "1|x"), 4000, NEEDS, LOOKS)) == (
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
        "<w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
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


def test_everything_on_a_fill_can_be_read_links_and_notes_too() -> None:
    runs = (
        Text(text="Red "),
        Text(text="see", link="https://example.org/"),
        Footnote(runs=(Text(text="n"),)),
        Reference(to="paragraph", target="x"),
    )
    row = (Cell(paragraphs=(runs,)),)
    xml = table(Table(rows=(row, row), rag_columns=(0,)), 9000, NEEDS, LOOKS)
    below = xml[xml.index("w:fill=") :]
    assert below.count("<w:r>") == below.count('<w:color w:val="FFFFFF"/>') == 4
    assert "<w:hyperlink " in below


def test_a_column_of_figures_is_set_by_its_ends_header_and_all() -> None:
    lines = ("Scheme|2026 (£)|Year|Note|Share", "1|1,250.00|2026|3 of 4|5%", "2|(12.5)|2027|4|–", "3|-£1.2m|2028||100%")
    xml = table(grid(*lines), 9000, NEEDS, LOOKS)
    rows = [re.findall(r"<w:tc>.*?</w:tc>", row) for row in re.findall(r"<w:tr>.*?</w:tr>", xml)]
    for row in rows:
        assert ['<w:jc w:val="right"/>' in cell for cell in row] == [False, True, False, False, True]


def test_a_row_stays_whole_unless_it_would_fill_half_a_page() -> None:
    xml = table(grid("A|B", "a|short", "b|" + "Long words. " * 400), 9000, NEEDS, LOOKS)
    assert ["cantSplit" in row for row in re.findall(r"<w:tr>.*?</w:tr>", xml)] == [True, True, False]
    lines = Table(rows=((Cell(paragraphs=((Text(text="x"),),) * 40),),), header_rows=0)
    assert "trPr" not in table(lines, 9000, NEEDS, LOOKS)


def test_thirty_columns_have_slim_margins_and_small_letters_and_ordinary_ones_have_not() -> None:
    crowded = table(grid("|".join(f"Q{n}" for n in range(30)), "|".join(map(str, range(30)))), 9000, NEEDS, LOOKS)
    assert '<w:tblCellMar><w:left w:w="40" w:type="dxa"/>' in crowded
    sizes = set(re.findall(r'<w:sz w:val="(\d+)"/>', crowded))
    assert len(sizes) == 1
    assert 14 <= int(sizes.pop()) < 24
    ordinary = table(grid("A|B", "a|" + "https://example.org/" * 20), 9000, NEEDS, LOOKS)
    assert "tblCellMar" not in ordinary
    assert "w:sz " not in ordinary


def _rows_kept(xml: str) -> list[bool]:
    """Of each row, whether each of its paragraphs stays with the next."""
    return [row.count("<w:keepNext/>") == row.count("<w:p>") for row in re.findall(r"<w:tr>.*?</w:tr>", xml)]


def test_a_short_table_stays_on_one_page_so_that_no_row_goes_over_alone() -> None:
    xml = plain(table(grid("Quarter|Sessions", *["First|9,400"] * 12), 9000, NEEDS, LOOKS))
    assert _rows_kept(xml) == [True] * 12 + [False]


def test_a_longer_or_higher_table_may_go_over_and_keeps_its_headers_with_the_first_row() -> None:
    longer = plain(table(grid("A|B", *["1|2"] * 13), 9000, NEEDS, LOOKS))
    assert _rows_kept(longer) == [True] + [False] * 13
    higher = plain(table(grid("A|B", *["several words " * 30 + "|x"] * 6), 9000, NEEDS, LOOKS))
    assert _rows_kept(higher) == [True] + [False] * 6
    cell = Cell(paragraphs=tuple((Text(text="one"),) for _ in range(9)))
    several = Table(rows=((cell,),) * 4, header_rows=1)
    assert _rows_kept(plain(table(several, 9000, NEEDS, LOOKS))) == [True] + [False] * 3
