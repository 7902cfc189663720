"""Lines out of a text."""

from clerkwell.intake.lines import Line, read_lines
from clerkwell.model import plain


def texts(source: str) -> list[str]:
    return [line.text for line in read_lines(source)]


def only(source: str) -> Line:
    (line,) = read_lines(source)
    return line


def test_every_kind_of_line_end_ends_a_line() -> None:
    assert texts("a\nb\r\nc\rd\u2028e\x0bf") == ["a", "b", "c", "d", "e", "f"]


def test_lines_know_their_number_their_indent_and_the_gap_before() -> None:
    first, second = read_lines("\n\na\n\n\n  b")
    assert (first.number, first.gap, first.indent) == (3, 2, 0)
    assert (second.number, second.gap, second.indent) == (6, 2, 2)


def test_a_form_feed_turns_the_page() -> None:
    assert [line.page for line in read_lines("a\n\fb\nc")] == [False, True, False]


def test_a_heading_mark_gives_the_level() -> None:
    line = only("### **Current Position** ###")
    assert (line.mark, line.bold, line.text) == (3, True, "Current Position")
    assert only("####Untrue").mark == 0


def test_a_line_bold_throughout_says_so_and_its_runs_are_plain() -> None:
    line = only("<b>Committee</b>")
    assert line.bold
    assert not any(getattr(run, "bold", False) for run in line.runs)


def test_tabs_part_cells_and_a_tab_at_the_end_leaves_an_empty_one() -> None:
    assert [plain(cell) for cell in only("Subject: a\tPublic").cells] == ["Subject: a", "Public"]
    assert [plain(cell) for cell in only("What is the source?\t").cells] == ["What is the source?", ""]
    assert not only("\tjust set in").is_row


def test_strokes_part_cells_and_the_rule_below_them_is_gone() -> None:
    first, second = read_lines("| a | b |\n|---|:-:|\n| c | |")
    assert first.text == "a\tb"
    assert second.text == "c\t"


def test_a_bullet_or_number_before_a_tab_is_no_cell() -> None:
    assert only("•\tone").text == "• one"
    assert only("12.\tone").text == "12. one"
    assert only("1\tone").is_row


def test_rules_of_dashes_are_nothing_and_a_single_dash_is_an_answer() -> None:
    assert texts("---\n=====\n-") == ["-"]


def test_cells_and_items_of_web_pages_are_read() -> None:
    assert texts("<table><tr><td>a</td><td>b</td></tr></table><ul><li>c</li></ul>") == ["a\tb", "- c"]


def test_a_quoted_line_is_somebody_else_s_words() -> None:
    line = only("> said she")
    assert line.quoted
    assert line.text == "said she"


def test_what_comes_after_a_marker_keeps_its_looks() -> None:
    line = only("3. the **third**")
    assert line.marker is not None
    assert plain(line.rest) == "the third"
    assert len(line.rest) == 2


def test_a_number_with_a_letter_before_a_tab_begins_a_paragraph_where_its_part_has_a_heading() -> None:
    assert texts("PART D – CONSULTATION\n\nD1\tNotice was given.\n\nE1\tOne") == [
        "PART D – CONSULTATION", "D1 Notice was given.", "E1\tOne",
    ]  # fmt: skip
    assert texts("D. Consultation\nD2.\tNotice\nD3\tHigh\tLow") == ["D. Consultation", "D2. Notice", "D3\tHigh\tLow"]
