"""What a line begins with."""

import pytest

from clerkwell.intake.markers import Marker, read_marker


@pytest.mark.parametrize("glyph", ["-", "–", "*", "•", "◦", "▪", "o", "\uf0b7", "➢", "✓"])
def test_every_glyph_of_a_bullet_is_one(glyph: str) -> None:
    assert read_marker(f"{glyph} words") == Marker("bullet", glyph, 2)


@pytest.mark.parametrize(("text", "value"), [("1. a", 1), ("12) a", 12), ("(3) a", 3), ("26.  a", 26), ("100. a", 100)])
def test_numbers_with_a_stop_or_brackets_count(text: str, value: int) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert (marker.kind, marker.value) == ("number", value)
    assert text[marker.length :] == "a"


@pytest.mark.parametrize(("text", "parts"), [("1.1 a", (1, 1)), ("2.10. a", (2, 10)), ("3.2.1 a", (3, 2, 1))])
def test_decimals_have_parts(text: str, parts: tuple[int, ...]) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert (marker.kind, marker.parts) == ("decimal", parts)


def test_letters_and_roman_numbers_are_told_apart_later() -> None:
    assert read_marker("(b) x") == Marker("letter", "(b)", 4, 2)
    assert read_marker("i. x") == Marker("letter", "i.", 3, 9, roman=1)
    assert read_marker("(iv) x") == Marker("roman", "(iv)", 5, 4, roman=4)


@pytest.mark.parametrize(
    "text",
    ["", "-", "-5 degrees", "12", "12 cases", "2022. The year", "i.e. that", "e.g. this", "A. Smith wrote", "1.", "*",
     "only words", "£5. a", "§149 of the Act", "Option a) or b)", "mix. ture"],
)  # fmt: skip
def test_what_only_looks_like_a_marker_is_none(text: str) -> None:
    assert read_marker(text) is None


@pytest.mark.parametrize("text", ["(1) Do nothing. (2) Mend it.", "(a) oak; (b) elm", "(i) oak, or (ii) elm"])
def test_a_sentence_that_counts_is_no_item(text: str) -> None:
    assert read_marker(text) is None


@pytest.mark.parametrize("text", ["(1) approve option (2) of the plan", "(a) note what (b) says; and", "(b) a; (c) b"])
def test_an_item_may_name_another(text: str) -> None:
    assert read_marker(text) is not None
