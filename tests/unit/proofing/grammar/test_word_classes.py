import pytest

from clerkwell.proofing.grammar.word_classes import (
    classes,
    is_plain,
    is_plural,
    is_singular,
    participle,
    plain_of_past,
    plain_of_third,
    plural_of,
    singular_of,
)
from housekeeping.word_classes import DICTIONARIES, TABLE, table


def test_the_table_is_what_the_dictionary_makes() -> None:
    assert table(DICTIONARIES / "en_GB.dic") == TABLE.read_text(encoding="utf-8")


def test_no_word_is_in_two_lists() -> None:
    known = classes()
    assert known.verbs.isdisjoint(known.both)
    assert known.verbs.isdisjoint(known.nouns)


@pytest.mark.parametrize(
    ("past", "plain"),
    [
        ("approved", "approve"), ("signed", "sign"), ("planned", "plan"), ("carried", "carry"), ("held", "hold"),
        ("known", "know"), ("submitted", "submit"), ("travelled", "travel"), ("used", "use"),
    ],
)  # fmt: skip
def test_a_participle_has_its_plain_form(past: str, plain: str) -> None:
    assert plain_of_past(past) == plain


@pytest.mark.parametrize("word", ["need", "exceed", "seed", "put", "run", "left", "found", "hundred", "officer", ""])
def test_what_may_be_something_else_is_no_participle(word: str) -> None:
    assert plain_of_past(word) == ""


def test_a_verb_is_plain_where_it_is_nothing_else() -> None:
    assert [word for word in ("know", "approve", "concern", "use", "put", "open", "felt") if is_plain(word)] == [
        "know",
        "approve",
    ]
    assert plain_of_third("approves") == "approve"
    assert plain_of_third("carries") == ""
    assert [participle(word) for word in ("know", "approve", "comply", "visit")] == [
        "known",
        "approved",
        "complied",
        "",
    ]


def test_one_is_told_from_several() -> None:
    assert [word for word in ("session", "sessions", "criteria", "process", "housing") if is_singular(word)] == [
        "session",
        "process",
    ]
    assert [word for word in ("sites", "criteria", "news", "works", "process", "site") if is_plural(word)] == [
        "sites",
        "criteria",
    ]
    assert [singular_of(word) for word in ("policies", "crashes", "children")] == ["policy", "crash", "child"]
    assert [plural_of(word) for word in ("policy", "crash", "child", "bus")] == [
        "policies",
        "crashes",
        "children",
        "buses",
    ]
