"""Figures of how easy a text is to read, against what the formulas' authors and dictionaries say."""

import pytest

from clerkwell.proofing.text.readability import Readability, readability, syllables, total


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1), ("the", 1), ("cat", 1), ("council", 2), ("report", 2), ("reported", 3), ("whole", 1), ("while", 1),
        ("table", 2), ("tables", 2), ("asked", 1), ("wanted", 2), ("services", 3), ("boxes", 2), ("homes", 1),
        ("safely", 2), ("safety", 2), ("management", 3), ("implement", 3), ("area", 3), ("social", 2),
        ("appropriate", 4),
        ("experience", 4), ("serious", 3), ("question", 2), ("equality", 4), ("continuous", 4), ("being", 2),
        ("safeguarding", 3), ("children", 2), ("children’s", 2), ("responsibility", 6), ("environmental", 5),
        ("recommendation", 5), ("committee", 3), ("people", 2), ("create", 2), ("react", 2), ("coordinate", 4),
        ("NHS", 3), ("UK", 2), ("criticism", 4),
    ],
)  # fmt: skip
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_figures_are_those_of_flesch_and_kincaid() -> None:
    figures = readability("The cat sat on the mat.")
    assert figures == Readability(words=6, sentences=1, syllables=6)
    assert figures.ease == pytest.approx(116.145)
    assert figures.grade == pytest.approx(-1.45)
    assert figures.sentence_length == 6


def test_hard_words_and_long_sentences_make_a_text_harder() -> None:
    easy = readability("We mend the roof. We paint the door. It will cost ten pounds.")
    hard = readability("Refurbishment of accommodation necessitates considerable additional expenditure annually.")
    assert easy.ease > 90 > 0 > hard.ease
    assert easy.grade < hard.grade


def test_numbers_and_addresses_are_no_words() -> None:
    assert readability("See 12,000 pages at www.example.org or jo@example.org.").words == 4


def test_figures_of_parts_add_up() -> None:
    parts = [readability("We mend the roof."), readability("We paint. It dries.")]
    assert total(parts) == Readability(words=8, sentences=3, syllables=8)
    assert total([]) == Readability()


def test_a_text_without_words_has_figures_that_say_nothing() -> None:
    nothing = readability("12 – 14")
    assert (nothing.ease, nothing.grade, nothing.sentence_length, nothing.enough) == (0.0, 0.0, 0.0, False)


def test_figures_are_told_in_words() -> None:
    assert Readability(400, 20, 600).in_words == "reading ease 60 (plain), grade 10, 20 words to a sentence"
    assert "(very hard)" in Readability(400, 4, 900).in_words
