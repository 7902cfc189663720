"""What is copied in Word, Outlook, Excel, browsers, LibreOffice and PDFs, and pasted: kept, or named as left out."""

import re
import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.intake.pasting import Pasted, read_html, read_paste
from clerkwell.model import (
    Blocks,
    Cell,
    Footnote,
    ListItem,
    Paragraph,
    Quotation,
    SubHeading,
    Table,
    Text,
    plain,
    words,
)


def p(*runs: Text | Footnote | str) -> Paragraph:
    return Paragraph(runs=tuple(Text(text=run) if isinstance(run, str) else run for run in runs))


def item(text: str, level: int = 0, ordered: bool = False, start: int | None = None) -> ListItem:
    return ListItem(runs=(Text(text=text),), level=level, ordered=ordered, start=start)


def table(*rows: list[str], caption: str = "", headers: int = 1) -> Table:
    cells = tuple(tuple(Cell(paragraphs=((Text(text=text),),) if text else ((),)) for text in row) for row in rows)
    return Table(caption=caption, header_rows=headers, rows=cells)


def mso(level: int, marker: str, text: str, tag: str = "p") -> str:
    """A paragraph of a list as Word copies it."""
    return (
        f"<{tag} class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
        f"<span style='mso-list:Ignore'>{marker}<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>"
        f"<![endif]>{text}<o:p></o:p></{tag}>"
    )


class TestWord:
    def test_a_list_keeps_its_levels_and_the_number_it_begins_with(self) -> None:
        html = mso(1, "3.", "Third") + mso(1, "4.", "Fourth") + mso(2, "a.", "Deep") + mso(1, "5.", "Fifth")

        assert read_html(html).blocks == (
            item("Third", ordered=True, start=3),
            item("Fourth", ordered=True),
            item("Deep", 1, ordered=True),
            item("Fifth", ordered=True),
        )

    def test_bullets_are_bullets_the_round_one_too(self) -> None:
        html = mso(1, "·", "One") + mso(2, "o", "Two") + mso(3, "§", "Three")

        assert read_html(html).blocks == (item("One"), item("Two", 1), item("Three", 2))

    def test_a_second_list_begins_again(self) -> None:
        html = mso(1, "1.", "a") + mso(1, "2.", "b") + "<p>Between</p>" + mso(1, "1.", "c")

        assert read_html(html).blocks == (
            item("a", ordered=True), item("b", ordered=True), p("Between"), item("c", ordered=True, start=1),
        )  # fmt: skip

    def test_a_numbered_heading_is_a_heading_and_its_number_is_said_to_go(self) -> None:
        pasted = read_html(mso(1, "1.1", "Costs", "h2"))

        assert pasted == Pasted((SubHeading(runs=(Text(text="Costs"),)),), ("1 heading number",))

    def test_titles_quotations_and_outline_levels_are_read_from_styles(self) -> None:
        html = "<p class=MsoTitle>A</p><p class=MsoQuote>B</p><p style='mso-outline-level:2'>C</p>"

        assert [block.kind for block in read_html(html).blocks] == ["subheading", "quotation", "subheading"]

    def test_footnotes_come_to_their_marks(self) -> None:
        html = (
            "<p>Words<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>"
            "<![if !supportFootnotes]>[1]<![endif]></span></a> go on.</p>"
            "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
            "<a style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'>[1]</a> A <b>note</b>.</p><p>More.</p>"
            "</div></div>"
        )
        note = Footnote(runs=(Text(text="A "), Text(text="note", bold=True), Text(text=". More.")))

        assert read_html(html).blocks == (p("Words", note, " go on."),)

    def test_a_mark_whose_note_was_not_copied_stays_as_words(self) -> None:
        html = "<p>Words<a style='mso-footnote-id:ftn2' href='#_ftn2'>[2]</a>.</p>"

        assert read_html(html).blocks == (p("Words", Text(text="[2]", script="super"), "."),)

    def test_tracked_deletions_go_and_insertions_stay(self) -> None:
        html = "<p>A <span class=msoIns><ins>new</ins></span><span class=msoDel><del>old</del></span> word</p>"

        assert read_html(html) == Pasted((p("A new word"),), ("1 tracked deletion",))

    def test_comments_go_and_are_counted_once(self) -> None:
        html = (
            "<p>Some <a style='mso-comment-reference:AB_1;mso-comment-date:20260101T1200'>words</a><span "
            "class=MsoCommentReference><![if !supportAnnotations]><a class=msocomanchor href='#_msocom_1'>"
            "[AB1]</a><![endif]></span>.</p><div style='mso-element:comment-list'><div style='mso-element:comment'>"
            "<p class=MsoCommentText>Really?</p></div></div>"
        )

        assert read_html(html) == Pasted((p("Some words."),), ("1 comment",))

    def test_a_caption_over_a_table_is_the_table_s(self) -> None:
        html = (
            "<p class=MsoCaption>Table <!--[if supportFields]>x<![endif]-->1: Costs by year</p>"
            "<table><tr><td>Year</td><td>Cost</td></tr><tr><td>2026</td><td>£1</td></tr></table>"
        )

        assert read_html(html).blocks == (table(["Year", "Cost"], ["2026", "£1"], caption="Costs by year"),)

    def test_a_caption_of_anything_else_is_a_paragraph(self) -> None:
        html = "<p class=MsoCaption>Figure 1: A map</p><p>Words</p><table><tr><td>a</td><td>b</td></tr></table>"

        assert [block.kind for block in read_html(html).blocks] == ["paragraph", "paragraph", "table"]

    def test_a_picture_that_is_said_twice_is_counted_once(self) -> None:
        html = (
            "<p><!--[if gte vml 1]><v:shape><v:imagedata src='a'/></v:shape><![endif]-->"
            "<![if !vml]><img src='a'><![endif]></p>"
        )

        assert read_html(html) == Pasted((), ("1 picture",))

    def test_colours_are_named_but_not_black_grey_or_those_of_links(self) -> None:
        plain_ones = (
            "<p style='color:black;background:white'><span style='color:#333333'>x</span>"
            "<span style='color:windowtext;background:transparent'>y</span>"
            "<a href='https://example.org' style='color:#0563C1'><span style='color:blue'>z</span></a></p>"
        )
        coloured = "<p><font color='#c9211e'>x</font><span style='background:yellow'>y</span></p>"

        assert read_html(plain_ones).left_out == ()
        assert read_html(coloured).left_out == ("text colours", "highlighting")


class TestTables:
    def test_cells_over_several_rows_and_columns_keep_the_others_in_their_columns(self) -> None:
        html = (
            "<table><tr><td colspan=2>Costs</td><td rowspan=2>Note</td></tr><tr><td>2025</td><td>2026</td></tr>"
            "<tr><td>1</td><td>2</td><td>3</td></tr></table>"
        )

        assert read_html(html) == Pasted(
            (table(["Costs", "", "Note"], ["2025", "2026", ""], ["1", "2", "3"]),), ("merged cells",)
        )

    def test_excel_s_shown_values_are_pasted_without_hidden_rows_and_columns(self) -> None:
        html = (
            "<table><col width=64><col width=0 style='display:none'><col width=64><tr><td>Year</td><td>secret</td>"
            "<td>Spend</td></tr><tr style='display:none'><td>h</td><td>s</td><td>2</td></tr>"
            "<tr><td x:num>2025</td><td>s</td><td x:num='1234.5' style='mso-number-format:x'>£1,234.50</td></tr>"
            "<tr><td></td><td></td><td></td></tr></table>"
        )

        assert read_html(html) == Pasted(
            (table(["Year", "Spend"], ["2025", "£1,234.50"]),), ("1 hidden row", "1 hidden column")
        )

    def test_the_head_of_a_table_is_its_header(self) -> None:
        html = (
            "<table><thead><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></thead>"
            "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
        )

        assert read_html(html).blocks == (table(["a", "b"], ["c", "d"], ["1", "2"], headers=2),)

    def test_a_table_that_only_lays_out_a_page_leaves_what_is_in_it(self) -> None:
        one = "<table><tr><td><h2>Head</h2><ul><li>a</li></ul></td></tr><tr><td>End</td></tr></table>"
        said = "<table role=presentation><tr><td>Left</td><td>Right</td></tr></table>"

        assert read_html(one).blocks == (SubHeading(runs=(Text(text="Head"),)), item("a"), p("End"))
        assert read_html(said).blocks == (p("Left"), p("Right"))

    def test_a_table_inside_a_layout_stays_a_table(self) -> None:
        html = "<table><tr><td>Before<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"

        assert read_html(html).blocks == (p("Before"), table(["a", "b"]))

    def test_tables_and_lists_in_cells_keep_their_words_and_are_named(self) -> None:
        html = (
            "<table><tr><td><ul><li>x</li><li>y</li></ul></td>"
            "<td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
        )
        pasted = read_html(html)

        assert [words(block) for block in pasted.blocks] == ["x y\ta b"]
        assert pasted.left_out == ("1 list inside a table", "1 table inside a table")


class TestBrowsers:
    def test_lists_of_google_docs_keep_their_levels_and_numbers(self) -> None:
        html = (
            "<b style='font-weight:normal' id='docs-internal-guid-1'><ul><li aria-level=1><p>One</p></li>"
            "<ul><li aria-level=2><p>Two</p></li></ul></ul><ol start=4><li>Four</li><li value=7>Seven</li></ol></b>"
        )

        assert read_html(html).blocks == (
            item("One"), item("Two", 1), item("Four", ordered=True, start=4), item("Seven", ordered=True, start=7),
        )  # fmt: skip

    def test_comments_of_google_docs_go(self) -> None:
        html = "<p>Words<sup><a href='#cmnt1'>[a]</a></sup></p><div><p><a href='#cmnt_ref1'>[a]</a>Really?</p></div>"

        assert read_html(html) == Pasted((p("Words"),), ("1 comment",))

    def test_what_does_not_show_is_not_pasted(self) -> None:
        html = "<p>x<span hidden>a</span><span style='visibility:hidden'>b</span><select><option>c</select></p>"

        assert read_html(html) == Pasted((p("x"),), ("1 form field",))

    def test_a_dot_that_counts_readers_is_no_picture(self) -> None:
        assert read_html("<p>x<img width=1 height=1 src='https://example.org/t'></p>").left_out == ()


class TestLibreOffice:
    def test_footnotes_and_fonts(self) -> None:
        html = (
            "<p><font face='Liberation Serif'>Text</font><a class='sdfootnoteanc' name='sdfootnote1anc' "
            "href='#sdfootnote1sym'><sup>1</sup></a> more</p><div id='sdfootnote1'><p class='sdfootnote'>"
            "<a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>A note</p></div>"
        )

        assert read_html(html) == Pasted((p("Text", Footnote(runs=(Text(text="A note"),)), " more"),))

    def test_a_second_numbered_list_begins_again(self) -> None:
        html = "<ol><li><p>a</p></li><li><p>b</p></li></ol><p>x</p><ol><li><p>c</p></li></ol>"

        assert read_html(html).blocks[-1] == item("c", ordered=True, start=1)


def told(blocks: Blocks) -> str:
    """All words, footnotes too."""
    return " ".join(words(block) for block in blocks) + " ".join(
        plain(run.runs) for block in blocks for run in getattr(block, "runs", ()) if isinstance(run, Footnote)
    )


_TAGS = [
    "p",
    "div",
    "b",
    "i",
    "span",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "h2",
    "blockquote",
    "a",
    "sup",
    "font",
]
_ATTRIBUTES = [
    "", " style='color:red'", " style='mso-list:l0 level2 lfo1'", " class=MsoQuote", " colspan=3", " rowspan=2",
    " href='https://example.org'", " class=MsoCaption", " style='mso-outline-level:3'", " style='white-space:pre'",
]  # fmt: skip


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, list[str]]:
    """HTML in which every word shows, with tags opened and closed in any order, and its words."""
    said: list[str] = []
    done: list[str] = []
    for _ in range(draw(st.integers(0, 40))):
        kind = draw(st.integers(0, 3))
        if kind == 0:
            done.append(f"<{draw(st.sampled_from(_TAGS))}{draw(st.sampled_from(_ATTRIBUTES))}>")
        elif kind == 1:
            done.append(f"</{draw(st.sampled_from(_TAGS))}>")
        else:
            said.append(f"w{len(said)}w")
            done.append(f" {said[-1]} ")
    return "".join(done), said


@given(pages())
def test_no_word_is_lost_however_the_tags_stand(page: tuple[str, list[str]]) -> None:
    html, said = page
    pasted = read_html(html)

    assert sorted(re.findall(r"w\d+w", told(pasted.blocks))) == sorted(said)


@given(st.text(max_size=300) | st.text(alphabet="<>/!-[]&;='\" abdiplortu#x0", max_size=200))
def test_any_html_is_read(html: str) -> None:
    read_paste(html, "")


@pytest.mark.parametrize(
    "piece",
    [
        "<b>",
        "<div>x",
        "<table><tr><td>",
        "<",
        "<!--",
        "&",
        "<ul><li>",
        "<td colspan=100 rowspan=999>x",
        "a<br>",
        "<![if x]>",
    ],
)
def test_the_work_grows_no_faster_than_the_page(piece: str) -> None:
    def calls(size: int) -> int:
        """How many calls reading takes: unlike time, the same on every machine."""
        html = "<table><tr>" * piece.startswith("<td") + piece * (size // len(piece))
        counted = 0

        def count(_frame: FrameType, event: str, _what: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            read_html(html)
        finally:
            sys.setprofile(before)
        return counted

    assert calls(40_000) < 5 * max(calls(10_000), 1_000)


def test_nothing_that_a_page_points_at_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket.connect", refuse)
    html = (
        "<!DOCTYPE html SYSTEM 'http://example.org/x.dtd'><link rel=stylesheet href='http://example.org/a.css'>"
        "<img src='http://example.org/a.png'><object data='file:///etc/hostname'></object><p>x</p>"
    )

    assert read_html(html).blocks == (p("x"),)


def test_quotations_of_e_mails_stay_quotations() -> None:
    assert read_html("<blockquote type=cite><div>They wrote</div></blockquote>").blocks == (
        Quotation(runs=(Text(text="They wrote"),)),
    )
