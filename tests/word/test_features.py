"""What blocks become in the document: lists, references, footnotes, pictures, captions, turned pages."""

import re

import pytest

from clerkwell.model import (
    Appendix,
    Block,
    Cell,
    Footnote,
    Image,
    Landscape,
    Paragraph,
    Reference,
    Report,
    Section,
    Table,
    Text,
    give_ids,
)
from clerkwell.word.reader import document_lines
from clerkwell.word.writer import WordError, write_document
from helpers.building import MANIFEST, blocks, make_report
from helpers.docx_making import (
    ROLES,
    SECT,
    body_of,
    p,
    pack_of,
    parts_of,
    plain,
    png,
    sdt,
    section,
    tbl,
    tc,
    tr,
    xml_of,
)

BODY = section("summary") + section("background")
PICTURES = {"map.png": png(96, 48)}


def words(text: str) -> tuple[Text, ...]:
    return (Text(text=text),)


def export(*content: Block, name: str = "background", body: str = BODY, **given: object) -> bytes:
    report = give_ids(Report(pack=make_report().pack, sections=(Section(id=name, blocks=content),)))
    report = report.model_copy(update=given)
    return write_document(report, pack_of(body), draft=False, attachments=PICTURES)


def labelled(data: bytes) -> list[tuple[str, str]]:
    return [(line.label, line.text) for line in document_lines(data) if line.story == "body" and line.text]


def test_lists_are_counted_by_word_and_begin_again_where_the_model_says() -> None:
    source = (
        "Intro\n1. a\n1. b\n  1. c\n  1. d\n    1. e\nBetween\n1. f\n  1. g\n# Head\n1. h\n- x\n  1. i\n  - y\n    1. j"
    )
    assert labelled(export(*blocks(source)))[1:] == [
        ("1.", "Intro"),
        ("1.", "a"),
        ("2.", "b"),
        ("(a)", "c"),
        ("(b)", "d"),
        ("(i)", "e"),
        ("2.", "Between"),
        ("3.", "f"),
        ("(a)", "g"),
        ("", "Head"),
        ("1.", "h"),
        ("•", "x"),
        ("(a)", "i"),
        ("–", "y"),
        ("(i)", "j"),
    ]


def test_each_list_is_an_instance_told_where_to_begin_and_the_templates_own_are_left() -> None:
    data = export(*blocks("1. a\n# x\n1. b"))
    added = [
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in (4, 5)
    ]
    before = xml_of(pack_of(BODY).template, "word/numbering.xml")
    assert xml_of(data, "word/numbering.xml") == before + "".join(added)
    assert p("a", "ListNumber", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>') in plain(body_of(data))


def test_a_template_without_lists_is_given_one_and_bullets() -> None:
    pack = pack_of(BODY, parts={"numbering.xml": "", "styles.xml": '<w:style w:type="paragraph" w:default="1" '
                   'w:styleId="Normal"><w:name w:val="Normal"/></w:style>'})  # fmt: skip
    report = make_report({"summary": "1. a\n  1. b\n- c\n  - d"})
    data = write_document(report, pack, draft=False)
    assert labelled(data)[1:] == [("1.", "a"), ("(a)", "b"), ("•", "c"), ("–", "d")]
    assert parts_of(data)["word/numbering.xml"].count(b"<w:abstractNum ") == 2


def test_a_reference_to_a_paragraph_points_at_a_bookmark_with_its_number() -> None:
    content = (
        Paragraph(runs=(Text(text="See "), Reference(to="paragraph", target="x"))),
        Paragraph(id="x", runs=words("Here")),
    )
    xml = plain(body_of(export(*content)))
    bookmark = re.search(
        r'<w:bookmarkStart w:id="1" w:name="(_Ref[1-9]\d{8})"/><w:r><w:t>Here</w:t></w:r><w:bookmarkEnd w:id="1"/>', xml
    )
    assert bookmark is not None
    assert f" REF {bookmark[1]} \\r \\h " in xml
    assert "<w:t>2</w:t>" in xml


def test_references_to_tables_sections_and_appendices_say_what_word_would() -> None:
    grid = Table(id="t", caption="Costs", rows=((Cell(paragraphs=(words("a"),)),),))
    content = (
        Paragraph(
            runs=(
                Reference(to="table", target="t"),
                Text(text="; "),
                Reference(to="section", target="background"),
                Text(text="; "),
                Reference(to="appendix", target="a1"),
                Text(text="; "),
                Reference(to="appendix", target="gone"),
            )
        ),
        grid,
    )
    line = p("<w:r><w:t>Appendix </w:t></w:r>" + sdt("field:appendices.number", "x"))
    body = BODY.replace("Background<", "Background: <") + sdt("section:appendices", sdt("repeat:appendices", line))
    data = export(*content, body=body, appendices=(Appendix(id="a1", number="B"),))
    said = [line.text for line in document_lines(data) if line.text]
    assert said[1] == "Table\u00a01; Background; Appendix B; [missing reference]"
    xml = plain(body_of(data))
    for name, inside in re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"/>(.*?)<w:bookmarkEnd', xml):
        shown = "".join(re.findall(r"<w:t>(.*?)</w:t>", inside))
        assert shown in ("Table\u00a01", "Background", "Appendix B"), name


def test_captions_are_counted_by_word_each_label_by_itself() -> None:
    grid = Table(caption="Costs", rows=((Cell(paragraphs=(words("a"),)),),))
    picture = Image(attachment="map.png", alt="A map", caption="Where")
    data = export(grid, picture, grid)
    captions = [line.text for line in document_lines(data) if line.style == "caption"]
    assert captions == ["Table\u00a01: Costs", "Figure\u00a01: Where", "Table\u00a02: Costs"]
    assert body_of(data).count(" SEQ Table \\* ARABIC ") == 2


def test_two_tables_are_kept_apart() -> None:
    grid = Table(rows=((Cell(paragraphs=(words("a"),)),),))
    assert "</w:tbl><w:tbl>" not in body_of(export(grid, grid))


def test_words_below_a_table_keep_away_from_it() -> None:
    grid = Table(rows=((Cell(paragraphs=(words("a"),)),),))
    assert p("b", "Numbered", '<w:spacing w:before="160"/>') in plain(body_of(export(grid, *blocks("b\nc"))))
    assert p("c", "Numbered") in plain(body_of(export(grid, *blocks("b\nc"))))


def test_footnotes_are_put_in_a_part_made_for_them() -> None:
    note = Footnote(runs=(Text(text="See "), Text(text="here", link="https://example.org/")))
    data = export(Paragraph(runs=(Text(text="Words"), note, note)))
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', body_of(data)) == ["1", "2"]
    notes = [line.text for line in document_lines(data) if line.story == "footnotes"]
    assert notes == [" See here", " See here"]
    assert b"https://example.org/" in parts_of(data)["word/_rels/footnotes.xml.rels"]
    assert b"footnotes+xml" in parts_of(data)["[Content_Types].xml"]


def test_footnotes_go_on_from_those_of_the_template() -> None:
    theirs = '<w:footnote w:id="4"><w:p><w:r><w:t>theirs</w:t></w:r></w:p></w:footnote>'
    pack = pack_of(BODY, parts={"footnotes.xml": theirs})
    report = make_report({"background": (Paragraph(runs=(Text(text="a"), Footnote(runs=words("ours")))),)})
    data = write_document(report, pack, draft=False)
    assert re.findall(r'w:id="(\d+)"', xml_of(data, "word/footnotes.xml")) == ["4", "5"]


def test_a_picture_is_one_part_however_often_it_is_shown() -> None:
    picture = Image(attachment="map.png", alt="A map")
    data = export(picture, picture)
    names = [name for name in parts_of(data) if "media" in name]
    assert names == ["word/media/picture1.png"]
    assert parts_of(data)[names[0]] == PICTURES["map.png"]
    numbers = re.findall(r'<wp:docPr id="(\d+)"', body_of(data))
    assert len(set(numbers)) == 2


def test_a_picture_that_is_not_there_or_cannot_be_shown_is_named() -> None:
    with pytest.raises(WordError, match=r"“gone\.png” is not kept with the report"):
        export(Image(attachment="gone.png"))
    report = make_report({"background": (Image(attachment="a.svg"),)})
    with pytest.raises(WordError, match=r"“a\.svg” is of a kind"):
        write_document(report, pack_of(BODY), draft=True, attachments={"a.svg": b"<svg/>"})


def test_pages_turn_for_a_stretch_and_the_headers_stay() -> None:
    first = SECT.replace("<w:pgSz", '<w:headerReference r:id="rId1" w:type="default"/><w:pgSz').replace(
        "</w:sectPr>", '<w:pgNumType w:start="3"/><w:titlePg/></w:sectPr>'
    )
    report = make_report(
        {"background": (Paragraph(runs=words("a")), Landscape(blocks=(Paragraph(runs=words("b")),)), *blocks("c"))}
    )
    xml = xml_of(write_document(report, pack_of(BODY, sect=first), draft=False))
    pages = re.findall(r"<w:sectPr>.*?</w:sectPr>", xml)
    assert [("landscape" in page, "titlePg" in page, 'start="3"' in page) for page in pages] == [
        (False, True, True),
        (True, False, False),
        (False, False, False),
    ]
    assert all("headerReference" in page for page in pages)
    assert 'w:w="16838" w:h="11906" w:orient="landscape"' in pages[1]


def test_a_wide_table_has_the_width_of_the_turned_page() -> None:
    grid = Table(rows=((Cell(paragraphs=(words("a"),)),),))
    assert f'<w:tblW w:w="{16838 - 2880}"' in body_of(export(Landscape(blocks=(grid,))))
    assert f'<w:tblW w:w="{11906 - 2880}"' in body_of(export(grid))


def test_an_item_role_of_the_section_sets_its_items() -> None:
    manifest = MANIFEST.replace('id = "summary"', 'id = "summary"\nitem = "recommendation"')
    named = manifest + ROLES + 'recommendation = "Quote"\n'
    report = make_report({"summary": "- one\n1. two"})
    data = write_document(report, pack_of(BODY, named), draft=False)
    styles = [(line.style, line.label) for line in document_lines(data) if line.text in ("one", "two")]
    assert styles == [("Quote", ""), ("List Number", "1.")]


def test_a_value_in_a_table_cell_may_hold_links_and_notes() -> None:
    cell = Cell(paragraphs=((Text(text="x", link="https://example.org/"), Footnote(runs=words("n"))),))
    xml = body_of(export(Table(rows=((cell,), (cell,)), header_rows=0)))
    assert xml.count("<w:hyperlink ") == 2
    assert xml.count("footnoteReference") == 2


def test_a_header_table_of_the_template_is_left_as_it_was() -> None:
    table = tbl(tr(tc(p("Subject:"))))
    assert table in plain(body_of(export(*blocks("x"), body=table + BODY)))


def test_a_picture_where_no_style_is_named_for_it_is_not_cut_off_by_lines_of_an_exact_height() -> None:
    xml = body_of(export(Image(attachment="map.png", alt="A map")))
    assert '<w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:drawing>' in xml
    named = pack_of(BODY, MANIFEST + ROLES + 'picture = "Quote"\n')
    report = make_report({"background": (Image(attachment="map.png", alt="A map"),)})
    assert "w:lineRule" not in body_of(write_document(report, named, draft=False, attachments=PICTURES))


def test_soft_hyphens_and_line_separators_are_words_own() -> None:
    xml = plain(body_of(export(Paragraph(runs=words("co\u00adoperate\u2028now\u2029\tor")))))
    inside = "<w:t>co</w:t><w:softHyphen/><w:t>operate</w:t><w:br/><w:t>now</w:t><w:br/><w:tab/><w:t>or</w:t>"
    assert f"<w:r>{inside}</w:r>" in xml


def test_a_link_is_seen_to_be_one_where_the_template_has_no_style_for_it() -> None:
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    pack = pack_of(BODY, parts={"styles.xml": styles})
    report = make_report({"background": (Paragraph(runs=(Text(text="x", link="https://example.org/"),)),)})
    xml = plain(body_of(write_document(report, pack, draft=False)))
    assert '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr><w:t>x</w:t></w:r></w:hyperlink>' in xml
