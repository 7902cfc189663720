"""A document read line by line."""

import io

import docx as python_docx
import pytest

from clerkwell.word.ooxml import WordError
from clerkwell.word.reader import Line, document_lines
from helpers.docx_making import docx, p, sdt, tbl, tc, tr


def said(body: str) -> list[str]:
    return [line.text for line in document_lines(docx(body))]


def test_words_are_read_wherever_they_stand() -> None:
    body = p("a") + sdt("x", p("<w:r><w:t>b</w:t></w:r>" + sdt("y", "c"))) + tbl(tr(tc(p("d")), sdt("z", tc(p("e")))))
    assert said(body) == ["a", "bc", "d", "e"]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/></w:r>", "a\tb\nc\u2011"),
        ('<w:hyperlink r:id="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>', "link"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r>", "1"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>', "1"),
        ("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>", "new"),
        ("<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo>", "here"),
        ('<w:r><w:sym w:font="Wingdings" w:char="2713"/></w:r>', "✓"),
    ],
)
def test_what_is_in_a_paragraph_is_read_as_it_is_shown(xml: str, text: str) -> None:
    assert said(p(xml)) == [text]


def test_a_text_box_is_read_once_and_not_as_part_of_its_paragraph() -> None:
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice Requires='wps'><w:txbxContent>{p('boxed')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{p('boxed')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert said(p(f"{box}<w:r><w:t>outside</w:t></w:r>")) == ["outside", "boxed"]


def test_a_line_has_its_style_label_heading_level_and_story() -> None:
    parts = {"header1.xml": p("top"), "footer1.xml": p("foot")}
    body = p("Head", "heading3") + p("One", "Numbered") + p("two", "ListBullet") + tbl(tr(tc(p("cell"))))
    assert document_lines(docx(body, parts)) == (
        Line("top", style="Normal", story="header"),
        Line("Head", style="heading 3", heading=3),
        Line("One", "1.", "Numbered"),
        Line("two", "•", "List Bullet"),
        Line("cell", style="Normal", cell=True),
        Line("foot", style="Normal", story="footer"),
    )


def test_a_paragraphs_own_numbering_comes_before_its_styles() -> None:
    own = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    lines = document_lines(docx(p("a", "Numbered", own) + p("b", "Numbered", off)))
    assert [line.label for line in lines] == ["(a)", ""]


def test_a_document_of_another_library_is_read() -> None:
    made = python_docx.Document()
    made.add_heading("Title", 1)
    made.add_paragraph("item", "List Number")
    out = io.BytesIO()
    made.save(out)
    lines = [line for line in document_lines(out.getvalue()) if line.story == "body"]
    assert [(line.text, line.heading, line.label) for line in lines] == [("Title", 1, ""), ("item", None, "1.")]


def test_what_is_no_document_is_refused_in_words() -> None:
    with pytest.raises(WordError, match=r"not a whole \.docx"):
        document_lines(b"not a document")
