"""Plain text that is pasted, that of PDFs above all, and which of what the clipboard offers is taken."""

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.intake.pasting import Pasted, read_paste
from clerkwell.model import Cell, ListItem, Paragraph, Table, Text, words


def p(*runs: Text | str) -> Paragraph:
    return Paragraph(runs=tuple(Text(text=run) if isinstance(run, str) else run for run in runs))


def item(text: str, level: int = 0, ordered: bool = False, start: int | None = None) -> ListItem:
    return ListItem(runs=(Text(text=text),), level=level, ordered=ordered, start=start)


def table(*rows: list[str], caption: str = "", headers: int = 1) -> Table:
    cells = tuple(tuple(Cell(paragraphs=((Text(text=text),),) if text else ((),)) for text in row) for row in rows)
    return Table(caption=caption, header_rows=headers, rows=cells)


class TestPlainText:
    def test_lines_that_a_pdf_broke_are_one_paragraph(self) -> None:
        text = (
            "The committee noted that the programme of work had con-\n"
            "tinued to improve the quality of multi-\n"
            "agency services across the City, and that commu\u00ad\n"
            "nication would follow.\n"
            "A second sentence, long enough to fill the width of it, goes\n"
            "on here.\n"
        )

        assert read_paste("", text).blocks == (
            p(
                "The committee noted that the programme of work had continued to improve the quality of multi-agency "
                "services across the City, and that communication would follow. A second sentence, long enough to "
                "fill the width of it, goes on here."
            ),
        )

    def test_a_hyphen_stays_where_the_word_has_it_elsewhere(self) -> None:
        text = (
            "The follow-up was late, as every such visit seems to be, and the next follow-\nup was no better than it."
        )

        assert "follow-up was no better" in words(read_paste("", text).blocks[0])

    def test_bullets_and_numbers_are_lists(self) -> None:
        text = "It covers:\n• one thing\n• another thing\n1. First\n2. Second\n"

        assert read_paste("", text).blocks == (
            p("It covers:"), item("one thing"), item("another thing"), item("First", ordered=True),
            item("Second", ordered=True),
        )  # fmt: skip

    def test_page_numbers_go_and_the_sentence_they_broke_is_whole(self) -> None:
        text = (
            "The report was considered by every one of the members who were\n"
            "Page 3 of 7\n"
            "present at the meeting in the town hall, and it was then noted.\n"
        )
        pasted = read_paste("", text)

        assert pasted.left_out == ("1 page number",)
        assert len(pasted.blocks) == 1

    def test_short_lines_are_left_as_they_are(self) -> None:
        assert read_paste("", "apples\npears\nplums").blocks == (p("apples"), p("pears"), p("plums"))
        assert read_paste("", "1\n2\n3").blocks == (p("1"), p("2"), p("3"))

    def test_one_line_is_words_with_nothing_read_into_them(self) -> None:
        assert read_paste("", " and so on ").blocks == (p(" and so on "),)
        assert read_paste("", "None").blocks == (p("None"),)
        assert read_paste("", "• A point").blocks == (item("A point"),)

    def test_tabs_make_a_table(self) -> None:
        assert read_paste("", "Year\tCost\n2026\t£1\n").blocks == (table(["Year", "Cost"], ["2026", "£1"]),)

    def test_nothing_is_nothing(self) -> None:
        assert read_paste("", "") == Pasted(())
        assert read_paste("", "\n\n") == Pasted(())


class TestNumberedParagraphs:
    LONG = "word " * 40

    def test_those_of_another_report_take_this_one_s_numbers(self) -> None:
        html = f"<ol start=8><li>{self.LONG}<ul><li>point</li></ul></li><li>{self.LONG}</li></ol><ul><li>x</li></ul>"

        pasted = read_paste(html, "", numbered=True).blocks

        assert [block.kind for block in pasted] == ["paragraph", "item", "paragraph", "item"]
        assert {block.level for block in pasted if isinstance(block, ListItem)} == {0}

    def test_a_list_of_short_points_stays_a_list(self) -> None:
        html = "<ol><li>One</li><li>Two</li></ol>"

        assert read_paste(html, "", numbered=True) == read_paste(html, "")

    def test_where_paragraphs_have_no_numbers_they_keep_theirs(self) -> None:
        (only,) = read_paste(f"<ol start=8><li>{self.LONG}</li></ol>", "").blocks

        assert isinstance(only, ListItem)
        assert only.start == 8


class TestChoosing:
    def test_html_comes_first(self) -> None:
        assert read_paste("<p><b>x</b></p>", "x").blocks == (p(Text(text="x", bold=True)),)

    def test_plain_text_stands_in_for_html_without_words_and_the_loss_is_said(self) -> None:
        assert read_paste("<img src=a>", "A map") == Pasted((p("A map"),), ("1 picture",))

    def test_a_browser_s_pdf_is_read_as_the_lines_it_is(self) -> None:
        line = "This line of a document is broken where the page is at its end"
        html = f"<span>{line}</span><br role='presentation'><span>and goes on.</span>"

        assert read_paste(html, f"{line}\nand goes on.").blocks == (p(f"{line} and goes on."),)

    def test_too_much_is_refused_in_a_sentence_or_read_without_its_formatting(self) -> None:
        refused = read_paste("x" * 50_000_000, "")

        assert refused.blocks == ()
        assert "too much to paste" in refused.refused
        assert read_paste("", "x" * 50_000_000).refused
        assert read_paste("x" * 50_000_000, "Few words.") == Pasted((p("Few words."),), ("all formatting",))


@given(st.lists(st.text(alphabet="abc DEF.-•1)\t", max_size=60), max_size=20))
def test_no_letter_of_plain_text_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    letters = sorted(each for each in " ".join(words(block) for block in read_paste("", text).blocks) if each.isalpha())

    assert letters == sorted(each for each in text if each.isalpha())


@given(st.text(max_size=300))
def test_any_plain_text_is_read(text: str) -> None:
    read_paste("", text)
