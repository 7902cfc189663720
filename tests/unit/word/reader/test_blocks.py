"""Tables, controls, lists, headings, pages: what a document is made of."""

import pytest

from clerkwell.word.reader.document import ReadControl, WordBlock, WordParagraph, WordTable
from helpers.docx_making import STYLES, p, prompt, sdt, tbl, tr
from helpers.wordprocessing import lines, only, paragraphs, read, t


def table(found: tuple[WordBlock, ...]) -> WordTable:
    [one] = [each for each in found if isinstance(each, WordTable)]
    return one


def shape(found: WordTable) -> list[list[tuple[str, int, bool]]]:
    return [
        [(" ".join(each.text for each in paragraphs(cell.blocks)), cell.across, cell.continues) for cell in row.cells]
        for row in found.rows
    ]


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(words)}</w:tc>"


def style(name: str, inner: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{inner}</w:style>'


def test_cells_over_columns_and_rows_say_so() -> None:
    first = tr(cell("a", '<w:gridSpan w:val="2"/>'), cell("b", '<w:vMerge w:val="restart"/>'))
    found = table(read(tbl(first, tr(cell("c"), cell("d"), cell("", "<w:vMerge/>")))).blocks)
    assert shape(found) == [[("a", 2, False), ("b", 1, False)], [("c", 1, False), ("d", 1, False), ("", 1, True)]]


def test_cells_that_older_documents_put_together_are_one() -> None:
    row = tr(cell("a", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("b"))
    assert shape(table(read(tbl(row)).blocks)) == [[("a", 2, False), ("b", 1, False)]]


def test_columns_that_a_row_leaves_out_are_empty_cells() -> None:
    row = f'<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="2"/></w:trPr>{cell("a")}</w:tr>'
    assert shape(table(read(tbl(row)).blocks)) == [[("", 1, False), ("a", 1, False), ("", 2, False)]]


def test_a_table_says_what_it_is_called_and_which_rows_are_its_head() -> None:
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Head')}</w:tr>"
    off = f'<w:tr><w:trPr><w:tblHeader w:val="0"/></w:trPr>{cell("Row")}</w:tr>'
    properties = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblCaption w:val="Costs"/></w:tblPr>'
    found = table(read(tbl(head, off).replace("<w:tblPr/>", properties)).blocks)
    assert (found.title, found.style, [row.header for row in found.rows]) == ("Costs", "Table Grid", [True, False])


def test_a_table_in_a_table_is_a_block_of_its_cell() -> None:
    inner = tbl(tr(cell("inner")))
    outer = tbl(tr(f"<w:tc>{p('before')}{inner}{p('after')}</w:tc>"))
    [block] = read(outer).blocks
    assert isinstance(block, WordTable)
    before, held, after = block.rows[0].cells[0].blocks
    assert isinstance(held, WordTable)
    assert lines([before, held, after]) == ["before", "inner", "after"]


def test_tables_and_boxes_that_are_nested_without_end_are_read() -> None:
    inner = p("deep")
    for _ in range(70):
        inner = tbl(tr(f"<w:tc>{p('x')}{inner}</w:tc>"))
    found = lines(read(inner).blocks)
    assert (found.count("x"), found[-1]) == (70, "deep")
    inner = p("deep")
    for _ in range(60):
        inner = p(f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>")
    assert [each for each in lines(read(inner).blocks) if each] == ["deep"]


def test_a_table_without_a_grid_or_any_properties_is_read() -> None:
    assert lines(read("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>").blocks) == ["a"]


def test_controls_of_all_four_shapes_are_known_by_what_they_go_round() -> None:
    body = sdt("block", p("a") + tbl(tr(cell("b"))), number=1)
    body += p(sdt("inline", t("c"), number=2))
    body += tbl(sdt("row", tr(cell("d")), number=3), tr(sdt("cell", cell("e"), number=4)))
    found = read(body)
    assert {each.tag: each.shape for each in found.controls.values()} == {
        "block": "block",
        "inline": "inline",
        "row": "row",
        "cell": "cell",
    }
    first, second, third, fourth = found.blocks
    assert isinstance(third, WordParagraph)
    assert isinstance(fourth, WordTable)
    assert (first.controls, second.controls, third.controls, third.spans[0].controls) == ((1,), (1,), (), (2,))
    assert [row.controls for row in fourth.rows] == [(3,), ()]
    assert fourth.rows[1].cells[0].controls == (4,)


def test_controls_round_controls_are_named_from_the_outside_in() -> None:
    found = read(sdt("a", sdt("b", p("x"), number=2) + p("y"), number=1))
    assert [each.controls for each in paragraphs(found.blocks)] == [(1, 2), (1,)]


def test_a_control_says_its_prompt_its_title_and_whether_it_is_checked() -> None:
    box14 = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'
    body = p(prompt("field:x")) + p(sdt("yes", t("☒"), box14.format(1), 7) + sdt("no", t("☐"), box14.format(0), 8))
    found = read(body)
    assert list(found.controls.values()) == [
        ReadControl(1, "field:x", "", "inline", prompt=True),
        ReadControl(7, "yes", "yes", "inline", checked=True),
        ReadControl(8, "no", "no", "inline", checked=False),
    ]


def test_controls_with_one_id_get_ids_of_their_own() -> None:
    found = read(p(sdt("a", t("x"), number=5) + sdt("b", t("y"), number=5) + sdt("c", t("z"))))
    assert {number: each.tag for number, each in found.controls.items()} == {5: "a", 1: "b", 2: "c"}
    assert [each.controls for each in only(found).spans] == [(5,), (1,), (2,)]


def test_repeating_sections_are_read_row_by_row() -> None:
    item = "<w15:repeatingSectionItem/>"
    rows = "".join(sdt(f"item{at}", tr(cell(f"row {at}")), item, at + 1) for at in (1, 2))
    found = table(read(tbl(sdt("all", rows, "<w15:repeatingSection/>", 1))).blocks)
    assert [row.controls for row in found.rows] == [(1, 2), (1, 3)]


@pytest.mark.parametrize(
    ("bound", "shown"),
    [("", "old"), ("new words", "new words"), ("&lt;?xml version='1.0'?&gt;&lt;a/&gt;", "old"), ("x" * 9_000, "old")],
)
def test_a_control_that_is_bound_to_data_shows_the_data(bound: str, shown: str) -> None:
    names = "xmlns:n='urn:n'"
    binding = f'<w:dataBinding w:prefixMappings="{names}" w:xpath="/n:a[1]/n:b[1]" w:storeItemID="{{AB}}"/><w:text/>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    properties = f'<d:datastoreItem xmlns:d="{office}/customXml" d:itemID="{{ab}}"/>'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        f'Type="{office}/relationships/customXmlProps" Target="props.xml"/>'
        "</Relationships>"
    )
    found = read(
        p(sdt("x", t("ol") + t("d"), "<w:showingPlcHdr/>" + binding, 4)),
        relations={"data": ("customXml", "../customXml/item1.xml", False)},
        files={
            "customXml/item1.xml": f'<a xmlns="urn:n"><b>{bound}</b></a>'.encode(),
            "customXml/props.xml": properties.encode(),
            "customXml/_rels/item1.xml.rels": relations.encode(),
        },
    )
    assert lines(found.blocks) == [shown]
    assert found.controls[4].prompt == (shown == "old")


def test_headings_are_known_by_their_style_what_it_is_based_on_or_their_own_level() -> None:
    styles = STYLES + style("Own", '<w:basedOn w:val="heading2"/>')
    body = p("a", "heading2") + p("b", "Own") + p("c", more='<w:outlineLvl w:val="0"/>')
    body += p("d", "heading2", '<w:outlineLvl w:val="9"/>') + p("e")
    assert [each.heading for each in paragraphs(read(body, styles=styles).blocks)] == [2, 2, 1, None, None]


def test_items_of_lists_have_their_labels_levels_and_lists() -> None:
    deeper = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    found = paragraphs(read(p("a", "ListNumber") + p("b", more=deeper) + p("c", "ListBullet") + p("d")).blocks)
    assert [(each.label, each.listed, each.level, each.list_id) for each in found] == [
        ("1.", "number", 0, "3"),
        ("(a)", "number", 1, "3"),
        ("•", "bullet", 0, "2"),
        ("", "", 0, ""),
    ]


def test_lines_begin_where_the_paragraph_its_style_or_its_list_says() -> None:
    styles = STYLES + style("In", '<w:pPr><w:ind w:left="300"/></w:pPr>')
    body = p("a", "In") + p("b", "In", '<w:ind w:left="720" w:hanging="360"/>') + p("c")
    assert [each.indent for each in paragraphs(read(body, styles=styles).blocks)] == [300, 720, 0]


def test_bookmarks_stand_at_their_paragraph_or_table() -> None:
    def mark(name: str) -> str:
        return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'

    body = p(mark("_GoBack") + mark("a") + t("x")) + mark("b") + tbl(tr(cell("y"))) + mark("c") + p("z")
    first, second, third = read(body).blocks
    assert (first.bookmarks, second.bookmarks, third.bookmarks) == (("a",), ("b",), ("c",))


def test_pages_turn_where_a_break_a_section_or_the_paragraph_says_so() -> None:
    turn = '<w:r><w:br w:type="page"/></w:r>'
    section = "<w:sectPr/>"
    body = p(t("a") + turn) + p("b") + p(turn + t("c")) + p("d", more="<w:pageBreakBefore/>") + p("e", more=section)
    found = paragraphs(read(body + p("f")).blocks)
    assert [each.page for each in found] == [False, True, True, True, False, True]
    assert [each.text for each in found] == ["a\n", "b", "c", "d", "e", "f"]


def test_paragraphs_and_tables_on_pages_that_lie_on_their_side_say_so() -> None:
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    upright = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    body = p("a", more=upright) + tbl(tr(cell("b"))) + p("c", more=wide) + p("d")
    assert [each.landscape for each in read(body, sect=upright).blocks] == [False, True, True, False]
