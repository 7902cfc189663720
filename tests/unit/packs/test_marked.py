"""Words that say of a part that it is not for publication are known from those that only speak of such things."""

import time

import pytest

from clerkwell.packs.marked import line_says_private, spoken_of, title_says_private


@pytest.mark.parametrize(
    "title",
    [
        "Details (Not for publication)",
        "Valuation – NOT FOR PUBLICATION",
        "Offers received (Exempt – paragraph 3)",
        "Offers received [exempt]",
        "Financial implications (part-exempt)",
        "Confidential: bids",
        "Exempt information (paragraph 3)",
        "EXEMPT",
        "Exempt – paragraphs 1 and 2",
        "Valuation - exempt",
        "Valuation – exempt paragraph 3",
        "Non-public bids",
        "Non\u2011public bids",
        "Part 2",
        "PART II:",
        "Part 2 - Not for publication",
        "Part 2 valuation (private)",
        "Bids: commercial in confidence",
        "Bids (private and confidential)",
        "Bids (exempt from publication)",
        "Bids (confidential tender prices)",
        "OFFICIAL - SENSITIVE",
        "Tenancies to end (private details of tenants)",
        "Complaints (private matters)",
        "Complaints (private)",
        "Rents owed (private tenants' details)",
        "Rents owed (private tenants’ names)",
        "Staffing (private discussion)",
        "Bids (exempt from the Freedom of Information Act)",
        "Bids (exempt from access by the public)",
    ],
)
def test_titles_that_say_so(title: str) -> None:
    assert title_says_private(title)


@pytest.mark.parametrize(
    "title",
    [
        "Details",
        "Confidential waste collection",
        "Confidentiality of members' interests",
        "Council tax: exempt properties",
        "Exempt properties and council tax",
        "Private sector housing",
        "Public and private transport",
        "Part 2: delivery",
        "Part 2 of the capital programme",
        "Tax exemptions",
        "Private roads – maintenance",
        "Greyfriars Capital (private debt)",
        "Homes to let (private landlords)",
        "Charities (exempt from business rates)",
        "Empty homes (exempt from council tax)",
        "Decision (exempt from call-in)",
        "Blue badge holders (exempt from all charges)",
        "Sewers (private land)",
        "New homes (private developers and owners)",
    ],
)
def test_titles_that_only_speak_of_it(title: str) -> None:
    assert not title_says_private(title)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("[Not for publication: paragraph 3]", True),
        ("(Exempt – paragraph 3) The offer from the bidder was the highest that has been received so far.", True),
        ("NOT FOR PUBLICATION", True),
        ("Exempt information", True),
        ("Appendix 2 (exempt)", False),
        ("[Appendix 2 is exempt]", False),
        ("The appendix is not for publication, as it gives the names of those who made the offers in full.", False),
        ("(See the note below)", False),
    ],
)
def test_lines(line: str, says: bool) -> None:
    assert line_says_private(line) is says


@pytest.mark.parametrize(
    ("text", "sentence", "of_next_alone"),
    [
        (
            "The price offered is £5. This paragraph is not for publication. ",
            "This paragraph is not for publication.",
            False,
        ),
        (
            "The offers are close. This paragraph contains exempt information and is not for publication. One is low.",
            "This paragraph contains exempt information and is not for publication.",
            False,
        ),
        ("The next paragraph is not for publication. The owner owes rent to all.", None, False),
        (
            "4.2 Not for publication: the paragraph below names a person who complained.",
            "4.2 Not for publication: the paragraph below names a person who complained.",
            True,
        ),
    ],
)
def test_a_sentence_may_say_it_of_the_words_beside_it(text: str, sentence: str | None, of_next_alone: bool) -> None:
    found = spoken_of(text)
    assert found is not None
    start, end, alone = found
    assert text[start:end] == (sentence or text[: text.index(".") + 1])
    assert alone is of_next_alone


@pytest.mark.parametrize(
    "text",
    [
        "This paragraph is not for publication by virtue of paragraph 3 of Part 1 of Schedule 12A.",
        "[This section contains exempt information and is not for publication.]",
        "Small shops are exempt from the charge, and this section says why. It is short and clear.",
        "Names were not for publication in 1972, when the mill was a club.",
        "The price is known. This section contains exempt information, which is set out in Appendix 2.",
        "The offers came in May. The following paragraph is not for publication and has been redacted.",
        "Appendix 2 is not for publication. The works begin in May and end in June.",
        "This section is for publication on the website, as are the others.",
        "",
    ],
)
def test_a_statement_that_stands_alone_or_speaks_of_something_else_is_none(text: str) -> None:
    assert spoken_of(text) is None


@pytest.mark.parametrize(
    "words", ["this paragraph is ", "not for publication ", "this section exempt, publi ", "1.1.1 "]
)
def test_a_very_long_paragraph_is_read_in_no_time(words: str) -> None:
    text = words * (100_000 // len(words))
    start = time.perf_counter()
    spoken_of(text)
    assert time.perf_counter() - start < 2
