"""Page headers, footers and numbers."""

from clerkwell.intake.furniture import take_out
from clerkwell.intake.lines import read_lines


def parted(source: str) -> tuple[list[str], list[str]]:
    kept, left = take_out(read_lines(source))
    return [line.text for line in kept], [line.text for line in left]


def test_a_line_that_only_says_which_page_it_is_goes() -> None:
    assert parted("a\nPage 3 of 7\nb\n- Page 4 -\nc") == (["a", "b", "c"], ["Page 3 of 7", "- Page 4 -"])


def test_words_beside_the_page_s_number_go_when_they_come_back() -> None:
    kept, left = parted("a\nParks review | Page 1 of 3\nb\nParks review | Page 2 of 3\nsee page 9 of the plan")
    assert kept == ["a", "b", "see page 9 of the plan"]
    assert len(left) == 2


def test_bare_numbers_go_when_they_count_on() -> None:
    assert parted("a\n1\nb\n2\nc\n3") == (["a", "b", "c"], ["1", "2", "3"])
    assert parted("a\n7\nb\n3") == (["a", "7", "b", "3"], [])
    assert parted("a\n7") == (["a", "7"], [])


def test_a_header_that_comes_back_at_the_pages_edges_goes_and_its_first_stays() -> None:
    kept, left = parted("Example Council\nText one.\n\fExample Council\nText two.\n\fExample Council\nText three.")
    assert kept == ["Example Council", "Text one.", "Text two.", "Text three."]
    assert left == ["Example Council", "Example Council"]


def test_answers_and_sentences_that_come_back_stay() -> None:
    kept, left = parted("N/A\n\fN/A\n\fN/A\nIt is so.\n\fIt is so.")
    assert left == []
    assert len(kept) == 5


def test_the_line_after_furniture_knows_that_a_page_turned() -> None:
    kept, _ = take_out(read_lines("a\nPage 1\nb"))
    assert (kept[1].page, kept[1].gap) == (True, 1)


def test_a_number_alone_goes_where_a_page_turned_inside_a_sentence() -> None:
    long = "A sentence that is " + "long enough to be certain, " * 5 + "and that goes on after"
    assert parted(f"{long}\n\n4\n\nthe page has turned.")[1] == ["4"]
    assert parted("a\n\n- 4 -\n\nb")[1] == ["- 4 -"]
    assert parted("Trees planted\n\n4\n\nTrees felled")[1] == []


def test_a_list_of_contents_goes_with_or_without_its_pages() -> None:
    body = "1. Purpose\nTo say.\n2. Costs\nNone."
    assert parted(f"Contents\n1. Purpose ...... 2\n2. Costs ........ 3\n{body}")[0] == body.split("\n")
    assert parted(f"CONTENTS\n1. Purpose\n2. Costs\n{body}")[0] == body.split("\n")
    assert parted("Contents of the box\nA rope")[1] == []


def test_numbers_of_pages_by_the_item_of_the_agenda_go_with_the_line_above_them() -> None:
    source = "Report\nText one goes\nAuthority – May\n5.1\nText two goes\nAuthority – May\n5.2\nText three."
    assert parted(source)[0] == ["Report", "Text one goes", "Text two goes", "Text three."]
    assert parted("Text one.\n5.1\nText two.\nThe end.\n5.2\nText three.")[1] == []
