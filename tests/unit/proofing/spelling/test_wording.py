"""American spellings, doubled words, articles and words taken for each other, in plain text."""

import time
from collections.abc import Callable

import pytest

from clerkwell.proofing.spelling.american import americanisms, british_spelling
from clerkwell.proofing.spelling.articles import wrong_articles
from clerkwell.proofing.spelling.confusions import confusions
from clerkwell.proofing.spelling.doubled import doubled
from clerkwell.proofing.text.tokens import bare_words


def american(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.british) for each in americanisms(text, bare_words(text))]


def twice(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in doubled(text, bare_words(text))]


def articles(text: str) -> list[str]:
    return [f"{each.better} {each.word}" for each in wrong_articles(text)]


def taken(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.better) for each in confusions(text, bare_words(text))]


@pytest.mark.parametrize(
    ("word", "better"),
    [
        ("organization", "organisation"),
        ("Prioritizing", "Prioritising"),
        ("ANALYZE", "ANALYSE"),
        ("neighbor's", "neighbour's"),
        ("size", None),
        ("resized", None),
        ("seizing", None),
        ("organisation", None),
        ("horizon", None),
        ("citizen", None),
    ],
)
def test_a_british_spelling_is_given_for_an_american_one_alone(word: str, better: str | None) -> None:
    assert british_spelling(word) == better


def test_names_and_quotations_keep_their_spelling() -> None:
    assert american("The World Health Organization wrote “a color”; our organization’s color") == [
        ("organization’s", "organisation's"),
        ("color", "colour"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10 meters away", [("meters", "metres")]),
        ("the gas meters are read", []),
        ("the new program", [("program", "programme")]),
        ("the computer program", []),
        ("Center is the maker’s word.", []),
    ],
)
def test_some_words_are_american_beside_certain_others_only(text: str, found: list[tuple[str, str]]) -> None:
    assert american(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the the plan", ["the the"]),
        ("The the plan", ["The the"]),
        ("It it is", ["It it"]),
        ("is due to\nto be paid", ["to\nto"]),
        ("There is is a plan", ["is is"]),
        ("findings of the of the panel", ["of the of the"]),
        ("report report", ["report report"]),
        ("had had and that that", []),
        ("what it is is clear", []),
        ("those we use use power", []),
        ("Bora Bora", []),
        ("Yes\nYes", []),
        ("handed in in May", []),
        ("10 10 and 7 7", []),
        ("in, in; no. No", []),
        ("“the the” he wrote", []),
    ],
)
def test_a_doubled_word_is_told_from_a_right_one(text: str, found: list[str]) -> None:
    assert twice(text) == found


@pytest.mark.parametrize(
    "right",
    [
        "an hour", "an honest man", "an heir", "a one-off", "a European", "a university", "a unit", "a union",
        "a useful", "an umbrella", "an unusual", "an unimportant", "an FV", "a MASH", "an NHS", "an EHCP", "a SEND",
        "an 8-year",
        "an 11-year", "an 18th", "a 12th", "an £8m", "an £11.5m", "a £9m", "an 80%", "a UK", "an MP", "an X-ray",
        "a U-turn", "an S-bend", "an SME", "a LEP", "a CIPFA", "a DfE", "a “one-stop shop”", "an “open” day", "an M25",
        "a HMO", "an HMO", "a historic", "an historic", "a SEN", "an SEN", "a 1,800-place", "an 8,000-seat", "an HTML",
        "a Ugandan", "an urban", "a ewe", "a utility", "an utter",
    ],
)  # fmt: skip
def test_a_right_article_is_left(right: str) -> None:
    assert [each for each in wrong_articles(f"It was {right} thing.") if each.sure] == []


@pytest.mark.parametrize(
    ("wrong", "better"),
    [
        ("a hour", "an hour"),
        ("a FV", "an FV"),
        ("an MASH", "a MASH"),
        ("a NHS", "an NHS"),
        ("an UK", "a UK"),
        ("an one-off", "a one-off"),
        ("an European", "a European"),
        ("a 8-year", "an 8-year"),
        ("a £11.5m", "an 11.5m"),
        ("a 18th", "an 18th"),
        ("an house", "a house"),
        ("a\norganisation", "an organisation"),
    ],
)
def test_a_wrong_article_is_put_right(wrong: str, better: str) -> None:
    assert articles(f"It was {wrong} thing.") == [better]


@pytest.mark.parametrize(
    "text",
    [
        "Option A is due",
        "Appendix A outlines it",
        "parts a and b",
        "(a) under",
        "a.m. on",
        "grade A offices",
        "a/an issue",
    ],
)
def test_a_label_is_no_article(text: str) -> None:
    assert articles(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It should of been done.", [("of", "have")]),
        ("PRINCIPLE OFFICER", [("PRINCIPLE", "PRINCIPAL")]),
        ("Its own budget and it’s own staff", [("it’s", "its")]),
        ("Rather then wait", [("then", "than")]),
        ("agreed in principal.", [("principal", "principle")]),
        ("“It should of been”, he wrote", []),
        ("The principle aims to help", []),
    ],
)
def test_a_word_is_told_from_another_by_its_neighbours(text: str, found: list[tuple[str, str]]) -> None:
    assert taken(text) == found


@pytest.mark.parametrize("look", [american, twice, articles, taken])
@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a ",
        "an ",
        "the ",
        "size ",
        "its ",
        "there ",
        "“",
        '"',
        "lead by ",
        "should not of ",
        "of the ",
        "A NHS ",
        "zing",
        "8 ",
    ],
)
def test_a_paragraph_of_a_hundred_thousand_characters_takes_no_time(look: Callable[[str], object], unit: str) -> None:
    start = time.perf_counter()
    look((unit * 100_000)[:100_000])
    assert time.perf_counter() - start < 5
