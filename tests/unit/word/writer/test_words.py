"""Runs as XML, looked at piece by piece."""

import pytest

from clerkwell.model import Footnote, Reference, Text
from clerkwell.word.ooxml.xml import escape, pieces, quoted
from clerkwell.word.writer.words import look, run, words
from helpers.docx_making import plain
from helpers.docx_needs import NEEDS


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("plain", "<w:r><w:t>plain</w:t></w:r>"),
        ("a & b < c > d", "<w:r><w:t>a &amp; b &lt; c &gt; d</w:t></w:r>"),
        ("one\ntwo", "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>"),
        ("a\tb", "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"),
        ("\n", "<w:r><w:br/></w:r>"),
        ("a\u00a0b\u2011c", "<w:r><w:t>a\u00a0b\u2011c</w:t></w:r>"),
    ],
)
def test_text_becomes_a_run(text: str, xml: str) -> None:
    assert plain(run(text)) == xml


def test_spaces_at_the_ends_are_kept() -> None:
    assert run(" a ") == '<w:r><w:t xml:space="preserve"> a </w:t></w:r>'


def test_looks_stand_in_the_order_of_the_schema() -> None:
    assert look(bold=True, italic=True, script="super", style="S") == (
        '<w:rPr><w:rStyle w:val="S"/><w:b/><w:bCs/><w:i/><w:iCs/><w:vertAlign w:val="superscript"/></w:rPr>'
    )
    assert look() == ""


def test_a_link_is_a_relation_with_the_style_of_links() -> None:
    xml = plain(words((Text(text="here", link="https://example.org"),), NEEDS))
    assert xml == (
        '<w:hyperlink r:id="rId7" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>here</w:t></w:r>'
        "</w:hyperlink>"
    )


def test_a_link_that_no_reader_could_follow_is_its_words() -> None:
    assert plain(words((Text(text="here", link="javascript:x"),), NEEDS)) == "<w:r><w:t>here</w:t></w:r>"


def test_a_reference_to_a_paragraph_is_a_field_that_gives_its_number() -> None:
    xml = plain(words((Reference(to="paragraph", target="b1"),), NEEDS))
    assert xml == (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 \\r \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>8</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_reference_to_a_heading_gives_its_words() -> None:
    xml = words((Reference(to="section", target="background"),), NEEDS)
    assert " REF _Ref2 \\h " in xml
    assert ">Background<" in xml


def test_a_reference_to_nothing_says_so() -> None:
    assert "[missing reference]" in words((Reference(to="table", target="gone"),), NEEDS)


def test_a_footnote_mark_stands_above_the_line_where_there_is_no_style_for_it() -> None:
    assert words((Footnote(runs=()),), NEEDS) == (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    )


def test_what_xml_refuses_is_left_out_of_a_piece() -> None:
    [paragraph] = pieces(f"<w:p>{run('a' + chr(0) + chr(0xD800) + chr(0xFFFE) + 'b')}</w:p>")
    assert "".join(paragraph.itertext()) == "ab"


def test_attributes_keep_to_one_line_and_their_quotes() -> None:
    assert quoted('a "b"\nc & <d>') == "a &quot;b&quot; c &amp; &lt;d&gt;"
    assert escape("]]>") == "]]&gt;"
