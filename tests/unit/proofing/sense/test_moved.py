"""How far a text says that something has moved, by words and by its two figures."""

import pytest

from clerkwell.proofing.sense.moved import moves
from clerkwell.proofing.sense.two_levels import wrong_levels


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The fee would rise from £310 to £335 in April.", ["rise from £310 to £335"]),
        ("Our use of oil fell by 16,000 litres.", ["fell by 16,000"]),
        ("Cases grew by six and closures fell by four.", ["grew by six", "fell by four"]),
        ("Moved from Mill Lane to Hill Street in May.", []),
        ("It rose by the river.", []),
    ],
)
def test_moves_are_told_with_their_figures(text: str, told: list[str]) -> None:
    assert [text[each.start : each.end] for each in moves(text, 0, len(text))] == told


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("There were 1,260 families, compared with 1,050 a year earlier, a rise of 25%.", ["rise of 25%"]),
        ("There were 1,260 families, compared with 1,050 a year earlier, a rise of 20%.", []),
        ("There were 410 at the end of March 2030 and 455 at the end of March 2032, a fall of 45.", ["fall of 45"]),
        ("There were 455 at the end of March 2032 and 410 at the end of March 2030, a rise of 45.", []),
        ("Visits were 4,200 against 4,000 in the year before, an increase of 300.", ["increase of 300"]),
        ("About 4,200 came against 4,000 in the year before, an increase of 7%.", []),
        ("One way gives 540 and that proposed from 7 August 2031 would give 700, an increase of 160.", []),
        ("Income was £1.2m in 2022/23 and £1.5m in 2023/24, an increase of £0.4m.", []),
    ],
)
def test_what_lies_between_two_figures_is_what_they_make(text: str, wrong: list[str]) -> None:
    assert [text[each.start : each.end] for each in wrong_levels(text)] == wrong
