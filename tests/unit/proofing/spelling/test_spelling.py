"""Words that no dictionary has, and what was meant."""

import gc
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import clerkwell
from clerkwell.proofing.spelling.dictionary import (
    Dictionary,
    american_words,
    british,
    council_words,
    frequent_words,
    hunspell,
    misspellings,
    spylls,
)
from clerkwell.proofing.spelling.speller import Speller, speller
from clerkwell.system import resources_folder

SLIPS = ["recieve", "Comittee", "accomodation", "goverment", "independant", "Safegaurding"]


@pytest.fixture(scope="module")
def folder() -> Path:
    return resources_folder() / "dictionaries"


def unknown(text: str) -> list[str]:
    return [text[slip.start : slip.end] for slip in speller().slips(text)]


@pytest.mark.parametrize("word", SLIPS)
def test_what_everybody_misspells_is_found_and_put_right(word: str) -> None:
    assert unknown(f"The {word} met.") == [word]
    assert speller().certain(word.casefold()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Organisation and organization are words; the second is another rule’s.",
        "members’ votes, the Council’s and councillors’ views, it’s, don't, they’ve",
        "MASH, EHCPs, DfE, CiCC, the NHS’s, GOV.UK, COVID-19, 2022/23, 18th, 3rd, £51k",
        "a pre-application, co-opted, non-statutory, multi‑agency and self-funded post",
        "recieve@example.org www.example.org/recieve recieve.pdf",
        "the officer wrote “we recieve it” and 'tis so",
        "café, Brontë, Llŷn, naïve, Müller",
        "safe\u00adguarding and sub\u00adcommittee",
        "",
    ],
)
def test_what_is_right_or_no_language_is_passed_over(text: str) -> None:
    assert unknown(text) == []


def test_a_part_of_a_hyphened_word_stands_for_itself() -> None:
    assert unknown("a well-manged and pre-exsisting plan") == ["manged", "exsisting"]


def test_how_a_word_is_written_is_told() -> None:
    cases = {slip.word: slip.case for slip in speller().slips("Recieve it. The Comittee will recieve\nGOVERMENT aid")}
    assert cases == {"Recieve": "opening", "Comittee": "name", "recieve": "small", "GOVERMENT": "capitals"}


def test_a_word_beside_is_told() -> None:
    (slip,) = speller().slips("with Cllr Blorenge today")
    assert (slip.before, slip.word, slip.after) == ("Cllr", "Blorenge", "today")


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("recieve", "receive"),
        ("Comittee", "Committee"),
        ("COMMITEE", "COMMITTEE"),
        ("comission", "commission"),
        ("consultaion", "consultation"),
        ("seperate", "separate"),
        ("childrens", "children's"),
        ("alternativly", "alternatively"),
    ],
)
def test_the_likeliest_word_is_suggested_first(word: str, first: str) -> None:
    assert speller().suggest(word)[0] == first


def test_suggestions_are_british_and_no_fragments() -> None:
    assert not set(american_words()) & set(speller().suggest("behavour"))
    assert all(len(part) > 2 for each in speller().suggest("comission") for part in each.split())


def test_nothing_is_certain_where_several_words_are_near() -> None:
    assert speller().certain("contant") is None
    assert {"content", "constant"} <= speller().near("contant")


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # spylls leaves the dictionary's files open
def test_both_engines_tell_the_same(folder: Path) -> None:
    first, second = hunspell(folder), spylls(folder)
    gc.collect()
    if first is None:
        pytest.skip("Hunspell is not built for this computer")
    for word in [*SLIPS, "receive", "Committee", "London", "london", "children's", "21st", "co-operate", "organize"]:
        assert first.has(word) == second.has(word), word


def test_our_own_lists_are_sound() -> None:
    has = british().has
    assert [wrong for wrong, right in misspellings().items() if wrong == right.casefold()] == []
    assert [right for right in misspellings().values() if not all(map(has, right.split()))] == []
    assert [right for right in american_words().values() if not has(right)] == []
    assert [word for word in frequent_words() if not has(word)] == []
    assert not council_words() & misspellings().keys()


def test_the_dictionary_is_not_read_before_a_word_is_asked_for() -> None:
    code = "import sys, clerkwell.rules; clerkwell.rules.catalogue(); print('hunspell' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment())
    assert done.stdout.strip() == "False"


def _environment() -> dict[str, str]:
    assert clerkwell.__file__ is not None
    return {**os.environ, "PYTHONPATH": str(Path(clerkwell.__file__).parent.parent)}


def test_the_dictionary_is_asked_for_a_word_once() -> None:
    asked: list[str] = []

    def has(word: str) -> bool:
        asked.append(word)
        return True

    mine = Speller(Dictionary(has, lambda _: ()))
    for _ in range(3):
        assert mine.slips("The report was noted. The report was approved.") == ()
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("unit", ["a", "recieve ", "a-", "Ab", "’", "“a ", "\u00ad", "é"])
def test_a_paragraph_of_a_hundred_thousand_characters_takes_no_time(unit: str) -> None:
    start = time.perf_counter()
    speller().slips((unit * 100_000)[:100_000])
    assert time.perf_counter() - start < 5
