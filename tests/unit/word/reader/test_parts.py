"""Documents whose parts are many, missing or damaged."""

import re

import pytest

from clerkwell.word.ooxml import WordError
from clerkwell.word.reader import read_document
from clerkwell.word.reader.document import WordDocument
from helpers.docx_making import STYLES, docx, p, parts_of, tbl, tc, tr, zipped
from helpers.wordprocessing import box, field, lines, paragraphs, read, t, tracked

HEAD = '<w:{}Reference w:type="{}" r:id="{}"/>'


def changed(data: bytes, **parts: bytes | None) -> bytes:
    """The document with these parts put in place of its own, or taken out."""
    held = parts_of(data)
    for name, content in parts.items():
        full = name.replace("__", "/").replace("_xml", ".xml")
        if content is None:
            del held[full]
        else:
            held[full] = content
    return zipped(held)


def test_headers_and_footers_that_a_page_shows_are_read_once() -> None:
    parts = {"header1.xml": p("Top"), "header2.xml": p("First"), "header3.xml": p("Top"), "footer1.xml": p("Foot")}
    first = f"<w:sectPr>{HEAD.format('header', 'default', 'rId3')}{HEAD.format('header', 'first', 'rId4')}</w:sectPr>"
    last = f"<w:sectPr>{HEAD.format('header', 'default', 'rId5')}{HEAD.format('footer', 'default', 'rId6')}</w:sectPr>"
    found = read(p("a", more=first) + p("b"), parts=parts, sect=last)
    assert (lines(found.headers), lines(found.footers)) == (["Top"], ["Foot"])
    titled = first.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    assert lines(read(p("a", more=titled) + p("b"), parts=parts, sect=last).headers) == ["Top", "First"]


def test_headers_of_even_pages_are_read_where_the_settings_have_them() -> None:
    sect = f"<w:sectPr>{HEAD.format('header', 'even', 'rId3')}</w:sectPr>"
    parts = {"header1.xml": p("Even")}
    assert lines(read(p("a"), parts=parts, sect=sect).headers) == []
    parts["settings.xml"] = "<w:evenAndOddHeaders/>"
    assert lines(read(p("a"), parts=parts, sect=sect).headers) == ["Even"]


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("styles", "the styles"),
        ("numbering", "the numbering"),
        ("footnotes", "the footnotes"),
        ("comments", "the comments"),
    ],
)
def test_a_part_that_is_missing_or_damaged_counts_as_absent_and_is_named(part: str, said: str) -> None:
    data = docx(p(t("words"), "Numbered"), {f"{part}.xml": ""})
    without = read_document(changed(data, **{f"word__{part}_xml": None}))
    damaged = read_document(changed(data, **{f"word__{part}_xml": b"<w:broken"}))
    assert (lines(without.blocks)[-1][-5:], lines(damaged.blocks)[-1][-5:]) == ("words", "words")
    assert without.unread == (f"{said} (missing in the file)",)
    assert damaged.unread == (f"{said} (damaged in the file)",)


def test_relations_that_are_damaged_take_nothing_else_along() -> None:
    found = read_document(changed(docx(p(t("words"))), **{"word___rels__document_xml.rels": b"<oops"}))
    assert lines(found.blocks) == ["words"]
    assert found.unread == ("what the document points at (damaged in the file)",)


def test_a_main_part_that_is_damaged_is_refused() -> None:
    with pytest.raises(WordError, match="damaged"):
        read_document(changed(docx(p("a")), word__document_xml=b"<w:document"))


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(WordError):
        read_document(b"words")


def test_the_properties_of_a_document_are_read_by_name() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> A title </dc:title><dc:creator/></cp:coreProperties>'
    )
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="urn:vt">'
        '<property name="Clerkwell pack"><vt:lpwstr>generic</vt:lpwstr></property></Properties>'
    )
    office = "http://schemas.openxmlformats.org"
    kinds, package = f"{office}/officeDocument/2006/relationships", f"{office}/package/2006/relationships"
    rels = (
        f'<Relationships xmlns="{package}">'
        f'<Relationship Id="a" Type="{kinds}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{package}/metadata/core-properties" Target="core.xml"/>'
        f'<Relationship Id="c" Type="{kinds}/custom-properties" Target="custom.xml"/>'
        "</Relationships>"
    )
    data = changed(
        docx(p("a")), **{"_rels__.rels": rels.encode(), "core_xml": core.encode(), "custom_xml": custom.encode()}
    )
    assert read_document(data).properties == {"title": "A title", "Clerkwell pack": "generic"}


def test_macros_are_named_and_not_looked_at() -> None:
    held = parts_of(docx(p("a")))
    assert read_document(zipped({**held, "word/vbaProject.bin": b"\0nothing"})).macros
    assert not read_document(zipped(held)).macros


def test_a_document_without_any_words_is_read() -> None:
    found = read("")
    assert found == WordDocument()


def test_a_comment_may_go_over_thousands_of_paragraphs() -> None:
    body = p('<w:commentRangeStart w:id="1"/>' + t("a")) + p(t("b") + field("PAGE", t("1"))) * 3_000
    found = read(body + p('<w:commentRangeEnd w:id="1"/>' + t("z")))
    assert {span.comments for each in paragraphs(found.blocks)[:-1] for span in each.spans} == {("1",)}


def test_fields_that_begin_ten_thousand_times_are_read() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    shows = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    never = p(begin * 10_000 + t("words") * 3)
    nested = p((begin + shows) * 10_000 + t("words") * 3 + end * 10_000)
    assert lines(read(never + nested).blocks) == ["wordswordswords"] * 2


def test_a_level_of_a_list_that_no_list_has_does_no_harm() -> None:
    level = '<w:lvl w:ilvl="999999999"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    parts = {
        "numbering.xml": f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    }
    found = read(p("a", more='<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>'), parts=parts)
    assert [each.text for each in paragraphs(found.blocks)] == ["a"]


def test_comments_and_instructions_of_xml_between_its_elements_do_no_harm() -> None:
    def salted(xml: str) -> str:
        return re.sub(r">(?=<)", "><!-- c --><?pi x?>", xml)

    level = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:rPr><w:b/></w:rPr>'
    body = p(t("a", "<w:b/>") + box(p("b")) + tracked("ins", t("c")), more=level) + tbl(tr(tc(p("x"))))
    body += p(
        "<m:oMath><m:sSup><m:e><m:r><m:t>y</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>"
    )
    parts = {"comments.xml": salted(f'<w:comment w:id="0">{p(t("x") + t("y"))}</w:comment>')}
    found = read(salted(body), parts=parts, styles=salted(STYLES))
    assert lines(found.blocks) == ["1. ac", "b", "x", "y^2"]
    assert [each.text for each in found.comments] == ["xy"]
