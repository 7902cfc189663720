"""Words are found again on the pages that were made of them, wherever lines and pages end."""

import pytest
import typst

from clerkwell.printing.page_map import PageMap, Sought, find_places
from clerkwell.printing.pdf import Pdf

LONG = "The library opens at nine on every weekday of the year and closes at six in the evening."


def mapped(source: str, *sought: Sought) -> tuple[PageMap, Pdf]:
    """The pages that Typst makes of a source, with a head and a foot, and what is found on them."""
    sides = "header: [Options for libraries], footer: context counter(page).display()"
    head = f"#set page(width: 300pt, height: 300pt, {sides})\n"
    pdf = Pdf(typst.compile((head + source).encode(), format="pdf"))
    return find_places(pdf, sought), pdf


def test_words_are_found_with_their_page_and_height() -> None:
    found, pdf = mapped(
        f"First words here\n#v(100pt)\n{LONG}\n#pagebreak()\nLast words of all",
        Sought(("a",), ("First words here",)),
        Sought(("b",), (LONG,)),
        Sought(("c",), ("Last words of all",)),
    )
    first, second, third = found.spot(("a",)), found.spot(("b",)), found.spot(("c",))
    assert first
    assert second
    assert third
    assert (first.page, second.page, third.page) == (0, 0, 1)
    assert 95 < second.top - first.top < 140
    assert 5 < first.bottom - first.top < 25
    pdf.close()


def test_headings_of_one_wording_are_told_apart_by_their_order() -> None:
    parts = [Sought((f"{name}{at}",), (words,)) for at in range(4) for name, words in (("h", "Options"), ("p", "None"))]
    source = "#pagebreak()\n".join("Options\n\nNone\n\n" for _ in range(4))
    found, pdf = mapped(source, *parts)
    assert [spot.page for at in range(4) if (spot := found.spot((f"p{at}",)))] == [0, 1, 2, 3]
    assert [spot.page for at in range(4) if (spot := found.spot((f"h{at}",)))] == [0, 1, 2, 3]
    pdf.close()


def test_a_heading_is_not_taken_for_the_same_words_before_it() -> None:
    found, pdf = mapped(
        f"Costs are in the table of contents. Costs\n#pagebreak()\nCosts\n\n{LONG}",
        Sought(("costs",), ("Costs",), leads=True),
        Sought(("p",), (LONG,)),
    )
    heading = found.spot(("costs",))
    assert heading
    assert heading.page == 1
    pdf.close()


def test_a_place_in_a_paragraph_over_two_pages_is_on_its_own_page() -> None:
    words = " ".join(f"{LONG} Number {at}." for at in range(12))
    found, pdf = mapped(words, Sought(("p",), (words,)), Sought(("q",), ("Never written anywhere at all",)))
    at = words.index("Number 11")
    start, end = found.spot(("p",)), found.spot(("p",), words[:at], words[at:])
    assert start
    assert end
    assert start.page == 0
    assert end.page == len(pdf.sizes) - 1 > 0
    assert found.spot(("q",)) is None
    pdf.close()


@pytest.mark.parametrize("typed", ["“Costs” – and   more…", "COSTS-AND MORE", "Co\u00adsts an\u00add more"])
def test_marks_and_cases_that_a_page_has_otherwise_do_not_matter(typed: str) -> None:
    found, pdf = mapped("Costs and more", Sought(("a",), (typed,)))
    assert found.spot(("a",))
    pdf.close()


def test_pieces_may_have_other_words_between_them() -> None:
    found, pdf = mapped(
        f"{LONG} See paragraph 12, and then act.\n\nNone\n#pagebreak()\nNone",
        Sought(("a",), (f"{LONG} See ", ", and then act.")),
        Sought(("b",), ("None",)),
        Sought(("c",), ("None",)),
    )
    second, third = found.spot(("b",)), found.spot(("c",))
    assert second
    assert third
    assert (second.page, third.page) == (0, 1)
    pdf.close()


def test_a_closed_pdf_has_no_places() -> None:
    found, pdf = mapped("First words here", Sought(("a",), ("First words here",)))
    pdf.close()
    assert found.spot(("a",)) is None
