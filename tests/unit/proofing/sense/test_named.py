"""Things that are counted and named beside it."""

import pytest

from clerkwell.proofing.sense.named import counts_against_names
from clerkwell.proofing.text.sentences import sentences


def _told(text: str) -> list[tuple[str, int]]:
    return [(text[each.start : each.end], has) for each, has in counts_against_names(text, list(sentences(text)))]


@pytest.mark.parametrize(
    ("text", "quote", "has"),
    [
        ("The five largest towns, which are Ash, Pinfold Green, Sallow Mere and Thorn, grow.", "five largest towns", 4),
        ("It began at six depots. At those depots – Ash, Birch Cross, Corve, Long Elm and Tarn – it works.",
         "six depots", 5),
        ("The service runs six depots (A, B, C, D and E).", "six depots", 5),
        ("The fund has five trustees. They are Jo Archer, Sam Booth, Kit Carr and Lee Dunn.", "five trustees", 4),
        ("The contract covers four parks – Abbey Park, Castle Green, Elm Field, Mill Mead and West Common – for long.",
         "four parks", 5),
        ("Two leisure centres, the Ashway, Birchwater and Corve Park, had to close.", "Two leisure centres", 3),
        ("Bids came from five firms: Ash, Birch South, Corve and Sons, and Dene Estates.", "five firms", 4),
        ("The panel met on three occasions (in May, August, November and February).", "three occasions", 4),
        ("Both bus operators, Ashfarer, Birchline and Corveway, have told us so.", "Both bus operators", 3),
        ("It covers two halls, namely Ash Hall, Corve Hall and Dene Hall.", "two halls", 3),
    ],
)  # fmt: skip
def test_a_number_is_held_against_the_names_beside_it(text: str, quote: str, has: int) -> None:
    assert _told(text) == [(quote, has)]


@pytest.mark.parametrize(
    "text",
    [
        "Trials were held in five wards, including Ash, Birch, Cedar and Dene.",
        "Five firms bid. They were Apex Ltd, Brook Homes Ltd, Calder Ltd and Denby and Elm.",
        "Two officers, Jo Archer, Head of Homes, and Sam Booth, attended.",
        "In two wards, Ash, Birch and Corve councillors have met residents.",
        "Two schools, Ash Primary, Thorn, and Birch Infants, are full.",
        "Crews went to four fires, in Ash, Birch and Corve, that night.",
        "The panel met on three occasions (in May, August and February).",
        "Five members (Labour, Conservative and Reform) sit on it.",
        "At least five wards (Ash, Birch, Cedar and Dene) have one.",
        "Three officers (Jo Archer, Head of Homes, Sam Booth and Kit Carr) attended.",
        "Five councils – Ash, Birch, Cedar, Dene and the county – pay for it.",
        "There were six applicants. The panel was Jo Archer, Sam Booth and Kit Carr.",
    ],
)
def test_names_that_may_be_others_or_more_are_left_alone(text: str) -> None:
    assert _told(text) == []
