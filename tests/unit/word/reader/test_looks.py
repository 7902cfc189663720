"""How words look, and what of it no report holds."""

import pytest

from clerkwell.word.reader.document import Span, WordTable
from helpers.docx_making import STYLES, p, tbl, tc, tr
from helpers.wordprocessing import only, paragraphs, read, spans, t


def style(name: str, run: str, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{more}<w:rPr>{run}</w:rPr></w:style>'


def body_of(words: str = "The body of the report in its usual look.") -> str:
    return p(t(words))


def test_bold_italic_and_raised_words_are_read() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert spans(t("a", "<w:b/>") + t("b", "<w:i/>") + t("2", raised) + t("c", '<w:b w:val="0"/>')) == (
        Span("a", bold=True),
        Span("b", italic=True),
        Span("2", script="super"),
        Span("c"),
    )


def test_words_are_bold_as_emphasis_where_their_paragraphs_style_is_not() -> None:
    styles = STYLES + style("Loud", "<w:b/>") + style("Firm", "<w:b/>", "character")
    body = p(t("a ") + t("b", "<w:b/>") + t("c", '<w:rStyle w:val="Firm"/>'), "Loud")
    body += p(t("d ") + t("e", '<w:rStyle w:val="Firm"/>'))
    first, second = paragraphs(read(body, styles=styles).blocks)
    # Two styles that both set a toggle take it off again (17.7.3).
    assert first.spans == (Span("a bc"),)
    assert (first.strong, second.strong) == (False, False)
    assert second.spans == (Span("d "), Span("e", bold=True))
    assert only(read(p(t("a"), "Loud"), styles=styles)).strong


def test_a_style_takes_its_look_from_what_it_is_based_on() -> None:
    styles = STYLES + style("Base", '<w:b/><w:sz w:val="30"/>')
    styles += style("Own", '<w:b w:val="0"/>', more='<w:basedOn w:val="Base"/>')
    found = only(read(p(t("a"), "Own"), styles=styles))
    assert (found.strong, found.size) == (False, 30)


def test_a_paragraph_says_the_size_of_most_of_its_letters_and_whether_they_are_capitals() -> None:
    big, caps = '<w:sz w:val="32"/>', "<w:caps/>"
    body = p(t("one", big) + t("a longer rest")) + p(t("all of it", big + caps) + t("x"))
    assert [(each.size, each.capitals) for each in paragraphs(read(body).blocks)] == [(20, False), (32, True)]


def test_a_paragraph_that_is_underlined_throughout_says_so() -> None:
    under = '<w:u w:val="single"/>'
    body = p(t("a", under) + t(" ") + t("b", under)) + p(t("a", under) + t("b")) + p(t("c", '<w:u w:val="none"/>'))
    assert [each.underlined for each in paragraphs(read(body).blocks)] == [True, False, False]


def test_a_paragraph_is_centred_by_itself_or_by_its_style() -> None:
    styles = STYLES + '<w:style w:type="paragraph" w:styleId="M"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    body = p("a", "M") + p("b", more='<w:jc w:val="center"/>') + p("c", "M", '<w:jc w:val="left"/>')
    assert [each.centred for each in paragraphs(read(body, styles=styles).blocks)] == [True, True, False]


def test_the_head_of_a_table_looks_as_the_tables_style_has_it() -> None:
    part = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    styles = STYLES + f'<w:style w:type="table" w:styleId="G"><w:name w:val="G"/>{part}</w:style>'
    rows = tr(tc(p("a"))) + tr(tc(p("b")))
    for look, strong in (('w:val="0020"', True), ('w:firstRow="1"', True), ('w:val="0400"', False)):
        properties = f'<w:tblPr><w:tblStyle w:val="G"/><w:tblLook {look}/></w:tblPr>'
        [table] = read(tbl(rows).replace("<w:tblPr/>", properties), styles=styles).blocks
        assert isinstance(table, WordTable)
        assert [each.strong for each in paragraphs([table])] == [strong, False]


@pytest.mark.parametrize(
    ("body", "dropped"),
    [
        (p(t("red", '<w:color w:val="FF0000"/>') + t("blue", '<w:color w:val="0000FF"/>')), {"text colour": 2}),
        (p(t("a", '<w:rFonts w:ascii="Comic Sans MS"/>')), {"font": 1}),
        (p(t("a", '<w:sz w:val="40"/>') + t("b", '<w:sz w:val="18"/>')), {"text size": 2}),
        (p(t("a", '<w:highlight w:val="yellow"/>')), {"highlighting colour": 1}),
        (p(t("a", '<w:u w:val="single"/>')), {"underline": 1}),
        (p(t("a", "<w:strike/>") + t("b", "<w:dstrike/>")), {"strike-through": 1}),
        (p(t("a", "<w:smallCaps/>")), {"small capitals": 1}),
        (p(t("a"), more='<w:pBdr><w:top w:val="single"/></w:pBdr>'), {"border": 1}),
        (p(t("a"), more='<w:jc w:val="right"/>'), {"alignment": 1}),
        (p(t("a"), more='<w:shd w:val="clear" w:fill="DDDDDD"/>'), {"background colour": 1}),
        (p(t("a", '<w:color w:val="auto"/><w:u w:val="none"/><w:b/><w:lang w:val="en-GB"/>')), {}),
        (p('<w:hyperlink w:anchor="x">' + t("a", '<w:u w:val="single"/>') + "</w:hyperlink>"), {}),
    ],
)  # fmt: skip
def test_formatting_that_no_report_holds_is_counted_by_kind(body: str, dropped: dict[str, int]) -> None:
    assert read(body_of() + body_of() + body).dropped == dropped


def test_what_most_of_the_text_has_is_no_formatting_to_speak_of() -> None:
    arial = '<w:rFonts w:ascii="Arial"/><w:sz w:val="24"/>'
    body = p(t("Nearly all of the words of this report", arial)) + p(t("few"))
    assert read(body).dropped == {"text size": 1}


def test_the_look_of_a_headings_style_is_the_headings() -> None:
    styles = STYLES.replace(
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:color w:val="123456"/><w:sz w:val="36"/></w:rPr>',
    )
    assert read(body_of() + p("Head", "heading2"), styles=styles).dropped == {}
    assert read(body_of() + p(t("Head", '<w:color w:val="FF0000"/>'), "heading2"), styles=styles).dropped == {
        "text colour": 1
    }
