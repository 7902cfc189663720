"""Runs: their canonical form, cutting and replacing."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import Footnote, Paragraph, Reference, Runs, Text, canonical, plain
from clerkwell.model.runs import cut, replace, same_look
from clerkwell.model.text import OBJECT
from helpers.strategies import runs, text_runs


@given(runs)
def test_the_canonical_form_has_no_empty_runs_and_no_equal_neighbours(raw: Runs) -> None:
    done = canonical(raw)
    assert all(run.text for run in done if isinstance(run, Text))
    assert not any(
        isinstance(one, Text) and isinstance(other, Text) and same_look(one, other) for one, other in pairwise(done)
    )


@given(runs)
def test_the_canonical_form_says_the_same_and_is_its_own(raw: Runs) -> None:
    done = canonical(raw)
    assert plain(done) == plain(raw)
    assert canonical(done) == done


@given(st.lists(text_runs), st.data())
def test_text_in_one_look_is_one_value_however_it_was_typed(pieces: list[Text], data: st.DataObject) -> None:
    split: list[Text] = []
    for piece in pieces:
        at = data.draw(st.integers(0, len(piece.text)))
        split += [
            piece.model_copy(update={"text": piece.text[:at]}),
            piece.model_copy(update={"text": piece.text[at:]}),
        ]
    assert Paragraph(runs=tuple(split)) == Paragraph(runs=tuple(pieces))


@given(runs, st.data())
def test_a_cut_says_what_the_plain_text_says_there(raw: Runs, data: st.DataObject) -> None:
    words = plain(raw)
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    assert plain(cut(raw, start, end)) == words[start:end]


@given(runs, st.data())
def test_two_cuts_make_the_whole_again(raw: Runs, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(plain(raw))))
    assert canonical((*cut(raw, 0, at), *cut(raw, at, len(plain(raw))))) == canonical(raw)


@given(runs, st.text(alphabet="xyé😀", max_size=5), st.data())
def test_replacing_changes_the_stretch_and_nothing_else(raw: Runs, fresh: str, data: st.DataObject) -> None:
    words = plain(raw)
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    done = replace(raw, start, end, fresh)
    assert plain(done) == words[:start] + fresh + words[end:]
    assert cut(done, 0, start) == cut(raw, 0, start)
    assert cut(done, start + len(fresh), len(plain(done))) == cut(raw, end, len(words))
    assert canonical(done) == done


def test_new_words_take_the_look_of_what_stood_there() -> None:
    raw = (Text(text="one "), Text(text="two", bold=True), Text(text=" three"))
    assert replace(raw, 4, 7, "2") == (Text(text="one "), Text(text="2", bold=True), Text(text=" three"))


def test_inserted_words_take_the_look_of_what_stands_before_them() -> None:
    raw = (Text(text="one", italic=True), Text(text=" two"))
    assert replace(raw, 3, 3, "!") == (Text(text="one!", italic=True), Text(text=" two"))
    assert replace((), 0, 0, "new") == (Text(text="new"),)


def test_words_put_in_after_a_footnote_mark_leave_the_mark() -> None:
    mark = Footnote(runs=(Text(text="note"),))
    assert replace((Text(text="a"), mark), 2, 2, "b") == (Text(text="a"), mark, Text(text="b"))


def test_a_mark_counts_as_one_character() -> None:
    raw = (Text(text="see "), Reference(to="section", target="legal"), Text(text="."))
    assert plain(raw) == f"see {OBJECT}."
    assert cut(raw, 4, 5) == (raw[1],)


def test_a_footnotes_own_words_are_canonical() -> None:
    assert Footnote(runs=(Text(text="a"), Text(text=""), Text(text="b"))) == Footnote(runs=(Text(text="ab"),))
