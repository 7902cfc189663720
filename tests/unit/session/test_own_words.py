"""The author's own words, kept in a file and seen at once."""

from pathlib import Path

import pytest

from clerkwell.session.own_words import AuthorsWords
from clerkwell.system import FileError


def test_a_word_that_is_added_counts_at_once_and_the_next_time_too(tmp_path: Path) -> None:
    words = AuthorsWords(tmp_path / "words.txt")
    assert words.own_words == frozenset()
    words.add("Wellbrook")
    assert words.own_words == {"Wellbrook"}
    assert AuthorsWords(tmp_path / "words.txt").own_words == {"Wellbrook"}


def test_a_file_that_cannot_be_read_keeps_nobody_from_writing_and_is_said_when_a_word_is_added(tmp_path: Path) -> None:
    (tmp_path / "words.txt").mkdir()
    words = AuthorsWords(tmp_path / "words.txt")
    assert words.own_words == frozenset()
    with pytest.raises(FileError):
        words.add("Wellbrook")


def test_it_suggests_what_was_meant_the_likeliest_first(tmp_path: Path) -> None:
    words = AuthorsWords(tmp_path / "words.txt")
    assert words.suggest("goverment")[0] == "government"
    assert words.suggest("comittee")[0] == "committee"


def test_what_was_suggested_once_is_known_from_then_on(tmp_path: Path) -> None:
    words = AuthorsWords(tmp_path / "words.txt")
    assert words.suggested("goverment") is None
    assert words.suggest("goverment") == words.suggested("goverment")


def test_a_word_that_is_removed_counts_no_longer(tmp_path: Path) -> None:
    words = AuthorsWords(tmp_path / "words.txt")
    words.add("Wellbrook")
    words.add("Fernhill")
    words.remove("Wellbrook")
    assert words.own_words == AuthorsWords(tmp_path / "words.txt").own_words == {"Fernhill"}
