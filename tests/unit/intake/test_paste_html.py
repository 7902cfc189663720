"""HTML of browsers, Word, Outlook and others as blocks."""

import pytest

from clerkwell.intake.pasting import read_html
from clerkwell.model import Cell, ListItem, Paragraph, Quotation, SubHeading, Table, Text


def p(*runs: Text | str) -> Paragraph:
    return Paragraph(runs=tuple(run if isinstance(run, Text) else Text(text=run) for run in runs))


def item(text: str, level: int = 0, ordered: bool = False) -> ListItem:
    return ListItem(runs=(Text(text=text),), level=level, ordered=ordered)


def test_paragraphs_emphasis_and_links_stay() -> None:
    html = (
        "<p>Some <b>bold</b>, <em>slanted</em> and <a href='https://example.org/a?b=1&amp;c=2'>linked</a> words.</p>"
        "<p>m<sup>2</sup> and H<sub>2</sub>O</p>"
    )

    assert read_html(html).blocks == (
        p(
            "Some ",
            Text(text="bold", bold=True),
            ", ",
            Text(text="slanted", italic=True),
            " and ",
            Text(text="linked", link="https://example.org/a?b=1&c=2"),
            " words.",
        ),
        p("m", Text(text="2", script="super"), " and H", Text(text="2", script="sub"), "O"),
    )


def test_white_space_is_folded_but_not_non_breaking_spaces_or_line_breaks() -> None:
    assert read_html("<p>\n  one\n  two&nbsp;three <br> four  </p>\n\n<p> </p>").blocks == (
        p("one two\u00a0three \nfour"),
    )


def test_words_outside_any_element_are_a_paragraph() -> None:
    assert read_html("just <i>words</i>").blocks == (p("just ", Text(text="words", italic=True)),)


def test_nested_lists_keep_their_levels_and_kinds() -> None:
    html = "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul><ol><li><p>d</p><p>more of d</p></li></ol>"

    assert read_html(html).blocks == (
        item("a"),
        item("b", 1, ordered=True),
        item("c"),
        item("d", ordered=True),
        p("more of d"),
    )


def test_lists_of_word_are_read_from_its_styles_and_lose_their_typed_markers() -> None:
    html = """
    <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
    <span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;
    &nbsp;</span></span></span><![endif]>A point<o:p></o:p></p>
    <p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><![if !supportLists]><span>(a)<span>&nbsp;
    </span></span><![endif]>A numbered one</p>
    <p class=MsoNormal><o:p>&nbsp;</o:p></p>
    """

    assert read_html(html).blocks == (item("A point"), item("A numbered one", 1, ordered=True))


def test_markers_wrapped_in_comments_for_other_programs_go_too() -> None:
    html = "<p style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span>1.</span><!--[endif]-->First</p>"

    assert read_html(html).blocks == (item("First", ordered=True),)


def test_headings_of_any_level_become_sub_headings_without_the_heading_s_own_bold() -> None:
    assert read_html("<h1>Big</h1><h4><b>Small</b></h4>").blocks == (
        SubHeading(runs=(Text(text="Big"),)),
        SubHeading(runs=(Text(text="Small"),)),
    )


def test_quotations_stay() -> None:
    assert read_html("<blockquote><p>They said</p></blockquote>").blocks == (Quotation(runs=(Text(text="They said"),)),)


def test_styles_say_more_than_tags() -> None:
    html = (
        "<b style='font-weight:normal' id='docs-internal-guid-1'><p><span style='font-weight:700'>a</span>"
        "<span style='font-style:italic'>b</span><span style='vertical-align:super'>c</span>d</p></b>"
    )

    assert read_html(html).blocks == (
        p(Text(text="a", bold=True), Text(text="b", italic=True), Text(text="c", script="super"), "d"),
    )


def test_tables_become_tables_with_their_header_rows_and_caption() -> None:
    html = (
        "<table><caption>Visits</caption><tr><th>Month</th><th>Visits</th></tr>"
        "<tr><td>May</td><td><p>1</p><p>2</p></td></tr></table>"
    )

    def cell(*texts: str) -> Cell:
        return Cell(paragraphs=tuple((Text(text=text),) for text in texts))

    assert read_html(html).blocks == (
        Table(caption="Visits", header_rows=1, rows=((cell("Month"), cell("Visits")), (cell("May"), cell("1", "2")))),
    )


def test_a_table_of_one_column_is_only_how_a_page_is_laid_out() -> None:
    assert read_html("<table><tr><td><p>One</p><p>Two</p></td></tr></table>").blocks == (p("One"), p("Two"))


@pytest.mark.parametrize(
    "html",
    [
        "<style>p {color: red}</style><p>x</p>",
        "<head><title>t</title><meta charset=utf-8></head><body>x</body>",
        "<script>alert(1)</script><p>x</p>",
        "<p>x<span style='display:none'>hidden</span></p>",
        "<p>x<span style='mso-hide:all'>hidden</span></p>",
        "<p>x<o:p>&nbsp;</o:p></p>",
        "<!--StartFragment--><p>x</p><!--EndFragment-->",
        "<p>x",
        "</b></p>x",
        "<p>x<del>gone</del></p>",
    ],
)
def test_what_no_author_wrote_is_left_behind(html: str) -> None:
    assert read_html(html).blocks == (p("x"),)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "#top", "", "data:text/html,x"])
def test_links_to_anything_but_the_web_and_people_are_only_words(address: str) -> None:
    assert read_html(f"<p><a href='{address}'>x</a></p>").blocks == (p("x"),)


def test_what_is_left_out_is_named() -> None:
    html = "<p><img src='a.png'><img src='b.png'><u>x</u><s>y</s><input></p>"

    assert read_html(html).left_out == ("2 pictures", "underlining", "struck-out text", "1 form field")
    assert read_html("<p>x</p>").left_out == ()


def test_nothing_makes_nothing() -> None:
    assert read_html("").blocks == ()
    assert read_html("<p>&nbsp;</p>").blocks == ()
