"""Where a text mentions appendices."""

import pytest

from clerkwell.proofing.sense.citations import citations, same_title


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("see Appendix 1", ["1"]), ("Appendices 1 to 3", ["1", "2", "3"]), ("Appendices A and C", ["A", "C"]),
        ("App. 2", ["2"]), ("Appendix 1a", ["1a"]), ("Annex B", ["B"]), ("Appendices A–C", ["A", "C", "B"]),
        ("see the appendix", [""]), ("no such thing", []),
    ],
)  # fmt: skip
def test_every_number_is_a_mention(text: str, numbers: list[str]) -> None:
    assert sorted(each.number for each in citations(text)) == sorted(numbers)


def test_another_documents_appendix_is_told_apart() -> None:
    assert [each.elsewhere for each in citations("Appendix 1 of the guidance, and Appendix 2 to this report")] == [
        True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Appendix 1 (Plan of Work)", "Plan of Work"), ("Appendix 1, “Plan of Work”", "Plan of Work"),
        ("See Appendix 1 – Plan of work.", "Plan of work"), ("Appendix 1 (Exempt)", ""), ("Appendix 1 (attached)", ""),
    ],
)  # fmt: skip
def test_the_title_given_with_it_is_read(text: str, title: str) -> None:
    (found,) = citations(text)
    assert found.title == title


def test_titles_that_share_most_words_are_the_same() -> None:
    assert same_title("Results of the Survey", "Visitor survey results")
    assert not same_title("Register of Risks", "Plan of the work")
