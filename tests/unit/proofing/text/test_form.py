"""What is written as it should be is left alone; a fix mends what it was made for; nothing takes long."""

from collections.abc import Callable, Iterator
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerkwell.proofing.forms.moments import dates, times
from clerkwell.proofing.forms.no_days import no_days
from clerkwell.proofing.forms.quantities import money, numbers, per_cents
from clerkwell.proofing.text.faults import Fault
from clerkwell.proofing.text.lengths import is_listing, length
from clerkwell.proofing.text.marks import doubled_marks, lone_brackets, lone_quote
from clerkwell.proofing.text.readability import readability
from clerkwell.proofing.text.sentences import sentences
from clerkwell.proofing.text.spacing import doubled_spaces, spaced_before, unspaced_after
from clerkwell.proofing.text.tokens import covers, shielded

Finder = Callable[[str], Iterator[Fault]]


def _outside(find: Finder) -> Finder:
    """What is found outside addresses and codes."""

    def found(text: str) -> Iterator[Fault]:
        shield = shielded(text)
        return (each for each in find(text) if not covers(shield, *each.touched))

    return found


FINDERS: dict[str, Finder] = {
    "spaced_before": _outside(spaced_before),
    "unspaced_after": _outside(unspaced_after),
    "doubled_spaces": doubled_spaces,
    "doubled_marks": _outside(doubled_marks),
    "no_days": no_days,
}

_LEGAL_WORDS = (
    "the hall and library of members’ children's well-known roof café officers is was not yet A.B. 1,250,000 £1.5m 12%"
    " £2,000.50 10:30 9.30am 1:200 and/or e.g. i.e. s.100A(3) paragraph GOV.UK www.example.org/a,b;c jo@example.org"
    " 020 7946 0123 22/01234/FUL 7 February 2031 Councillor(s) staff:pupil N/A Cllr. Mr. No. 4 – c £51k 3.5 (re)use"
    " 21st (b) (iv) COVID-19 2031/32 5–7"
)
_WORDS = st.sampled_from(_LEGAL_WORDS.split())
_PHRASE = st.lists(_WORDS, min_size=1, max_size=5).map(" ".join)
_HELD = st.tuples(st.sampled_from(["()", "“”", "‘’", "[]"]), _PHRASE).map(
    lambda held: f"{held[0][0]}{held[1]}{held[0][1]}"
)
_PART = st.one_of(_PHRASE, st.tuples(_PHRASE, _HELD).map(" ".join))
_SENTENCE = st.tuples(
    st.sampled_from(["The plan", "Members", "In May it", "“Yes” they"]),
    st.lists(_PART, min_size=1, max_size=3),
    st.sampled_from([", ", "; ", ": ", " – ", " … ", " "]),
    st.sampled_from(["stood.", "stood?", "stood!", "stood…", "(it stood).", "said “it stood.”"]),
).map(lambda parts: f"{parts[0]} {parts[2].join(parts[1])} {parts[3]}")
LEGAL = st.lists(_SENTENCE, min_size=1, max_size=4).map(" ".join)

_PIECES = st.sampled_from(
    [
        *"abcT12 ,,;:.!?()[]'\"“”‘’-/\n",
        " ",
        " ",
        "word",
        "The",
        "Ltd",
        "etc",
        "31 April",
        "22th",
        "2022",
        "07/02//2022",
        "\u00a0",
    ]
)
ANY = st.lists(_PIECES, max_size=40).map("".join)


@given(LEGAL)
def test_text_that_is_punctuated_as_it_should_be_gives_nothing(text: str) -> None:
    found = {name: [text[each.start : each.end] for each in find(text)] for name, find in FINDERS.items()}
    assert not any(found.values()), found
    assert lone_brackets(text) == ()
    assert lone_quote(text) is None


@given(st.lists(_SENTENCE, min_size=1, max_size=5))
def test_as_many_sentences_are_found_as_were_written(written: list[str]) -> None:
    text = " ".join(written)
    found = [text[start:end] for start, end in sentences(text)]
    assert " ".join(found) == text
    assert len(found) >= len(written)


@pytest.mark.parametrize("name", FINDERS)
@given(ANY)
def test_a_fix_mends_what_it_was_made_for_and_nothing_more(name: str, text: str) -> None:
    find = FINDERS[name]
    before = list(find(text))
    for fault in before:
        assert 0 <= fault.start <= fault.end <= len(text)
        if fault.better is None:
            continue
        start, end = fault.cut
        assert fault.start <= start <= end <= max(fault.end, end)
        mended = text[:start] + fault.better + text[end:]
        assert mended != text
        at = start + len(fault.better)
        assert all(
            (each.start, each.cut) != (fault.start, fault.cut) or mended[each.start :] != text[each.start :]
            for each in find(mended)
        )
        assert mended[at:] == text[end:]


@pytest.mark.parametrize("name", FINDERS)
@given(ANY)
def test_what_was_mended_stays_as_it_is(name: str, text: str) -> None:
    find = FINDERS[name]

    def mended(text: str) -> str:
        for _ in range(len(text) + 10):
            fault = next((each for each in find(text) if each.better is not None), None)
            if fault is None:
                return text
            assert fault.better is not None
            text = text[: fault.cut[0]] + fault.better + text[fault.cut[1] :]
        raise AssertionError("it never ends")

    assert mended(mended(text)) == mended(text)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        ". ",
        ".",
        ".).",
        "a",
        "( ",
        "( a",
        " ",
        "a , ",
        '"',
        "'a ",
        "“a ",
        "a, ",
        "a)",
        "(a b c",
        ",,",
        "a,",
        "ab:",
        "\n",
        "1,",
        "1/",
        "1 May ",
        "jo@example.org , ",
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    began = perf_counter()
    for find in FINDERS.values():
        sum(1 for _ in find(text))
    lone_brackets(text)
    lone_quote(text)
    for each in sentences(text)[:3]:
        length(text, *each)
        is_listing(text, *each)
    for look in (dates, times, money, per_cents, numbers):
        sum(1 for _ in look(text))
    readability(text)
    # A tenth of a second or so each; what looks at every character for every other takes minutes.
    assert perf_counter() - began < 20
