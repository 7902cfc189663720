import pytest

from clerkwell.proofing.grammar.slips import Kind, slips


def told(text: str) -> list[tuple[Kind, str, tuple[str, ...]]]:
    return [(each.kind, text[each.start : each.end], each.better) for each in slips(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It must signed by May.", ("verb", "must signed", ("must be signed",))),
        ("It must signed the lease.", ("verb", "must signed", ("must sign",))),
        ("It will be sold, or will held by us.", ("verb", "will held", ("will be held",))),
        ("The scheme will commenced in May.", ("verb", "will commenced", ("will commence",))),
        ("The deed (which will held) is lost.", ("verb", "will held", ("will be held", "will hold"))),
        ("Officers hope it is likely to approved.", ("verb", "to approved", ("to be approved", "to approve"))),
        ("Of these, four tender were read.", ("number", "four tender", ("four tenders",))),
        (
            "“Four” is said. The two opposition group and five others.",
            ("number", "two opposition group", ("two opposition groups",)),
        ),
        ("At some block's, they leak.", ("apostrophe", "block's", ("blocks",))),
        ("Many tenants’ do not pay.", ("apostrophe", "tenants’", ("tenants",))),
    ],
)
def test_the_words_and_what_is_meant_are_told(text: str, expected: tuple[Kind, str, tuple[str, ...]]) -> None:
    assert told(text) == [expected]


def test_other_peoples_words_are_theirs() -> None:
    assert told("One wrote: “It will held up.” Another: “must signed by all”.") == []


def test_a_mark_between_words_parts_them() -> None:
    assert told("What the plan will, approved or not, cost is known. I will, held to it, pay.") == []


def test_nothing_is_told_of_no_words() -> None:
    assert slips("") == ()
    assert slips("will") == ()
    assert slips("to the be is are two there and") == ()


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_the_ends_of_a_text_are_no_words(size: int) -> None:
    words = (
        "two",
        "will",
        "be",
        "to",
        "is",
        "have",
        "There",
        "are",
        "no",
        "and",
        "where",
        "off",
        "then",
        "months",
        "it",
    )
    for first in words:
        slips(" ".join([first] * size))
        slips(" ".join([*words[:size], first]))
