"""Marks of an extraction: read into runs, or taken out."""

import pytest

from clerkwell.intake.markup import all_bold, in_words, read, tidy, trimmed
from clerkwell.model import Text, plain


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>Subject:</b> Swings", "Subject: Swings"),
        ("**Summary**", "Summary"),
        ("***both***", "both"),
        ("a ** b", "a ** b"),
        ("left **open", "left open"),
        ("shut** here", "shut here"),
        ("5 * 3 and 2*3", "5 * 3 and 2*3"),
        ("marked* with a note", "marked* with a note"),
        ("<span class='x'>in</span>side", "inside"),
        ("x < y and y > z", "x < y and y > z"),
        ("Parks &amp; Halls &pound;5 &#8211; &lt;b&gt;", "Parks & Halls £5 – <b>"),
        ("R&D; AT&T", "R&D; AT&T"),
        (r"\[not a link\] \* \_", "[not a link] * _"),
        (r"a folder C:\new", r"a folder C:\new"),
        ("see ![a plan](plan.png)", "see a plan"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("one<br>two", "one\ntwo"),
        ("Culvert <B> & sluice <I>", "Culvert <B> & sluice <I>"),
        ("<B>Culvert</B> A", "Culvert A"),
    ],
)
def test_marks_are_gone_and_words_are_not(source: str, words: str) -> None:
    assert plain(read(source)) == words


def test_part_of_a_line_in_bold_or_italics_stays_so() -> None:
    assert read("a **b** *c* <sup>2</sup>") == (
        Text(text="a "),
        Text(text="b", bold=True),
        Text(text=" "),
        Text(text="c", italic=True),
        Text(text=" "),
        Text(text="2", script="super"),
    )


def test_a_link_keeps_its_address_without_escapes() -> None:
    (run,) = read(r"[The plan \(2021\)](https://example.org/plan_\(1\).pdf)")
    assert run == Text(text="The plan (2021)", link="https://example.org/plan_(1).pdf")


def test_brackets_that_belong_to_an_address_stay_in_it() -> None:
    first, last = read("[x](https://example.org/a_(b)) y")
    assert isinstance(first, Text)
    assert first.link == "https://example.org/a_(b)"
    assert plain((last,)) == " y"


def test_a_link_in_bold_is_bold() -> None:
    (run,) = read("**[x](mailto:x@example.org)**")
    assert run == Text(text="x", bold=True, link="mailto:x@example.org")


def test_ligatures_and_odd_spaces_are_plain() -> None:
    assert tidy("ﬁne\u00a0oﬃce co\u00adoperate\u200b") == "fine office cooperate"


def test_white_space_is_one_space_and_none_at_the_ends() -> None:
    assert trimmed(read("  a   **b **  c ")) == (Text(text="a "), Text(text="b ", bold=True), Text(text="c"))


def test_a_line_is_bold_when_all_its_words_are() -> None:
    assert all_bold(read("**a** **b**"))
    assert not all_bold(read("**a** b"))
    assert not all_bold(read(""))


def test_an_address_stands_after_the_words_where_no_link_can() -> None:
    assert in_words(read("see [here](https://example.org) now")) == "see here (https://example.org) now"
    assert in_words(read("[a@example.org](mailto:a@example.org)")) == "a@example.org"
