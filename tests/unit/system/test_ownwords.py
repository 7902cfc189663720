"""The author's own words, kept in a text file."""

from pathlib import Path

import pytest

from clerkwell.system import FileError, add_own_word, folders, read_own_words, remove_own_word


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "words.txt"


def test_there_are_none_before_the_first_is_added(path: Path) -> None:
    assert read_own_words(path) == frozenset()
    assert not path.exists()


def test_a_word_is_added_once_and_taken_out_again(path: Path) -> None:
    assert add_own_word(path, "Wyrdesley") == {"Wyrdesley"}
    assert add_own_word(path, " rhyne ") == {"Wyrdesley", "rhyne"}
    assert add_own_word(path, "rhyne") == {"Wyrdesley", "rhyne"}
    assert path.read_text(encoding="utf-8").count("rhyne") == 1
    assert remove_own_word(path, "Wyrdesley") == {"rhyne"}
    assert remove_own_word(path, "never there") == {"rhyne"}


def test_what_a_person_wrote_in_the_file_stays(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes("# Ours\r\n\r\nleat\r\nOfsted’s\r\n".encode())
    assert read_own_words(path) == {"leat", "Ofsted's"}
    add_own_word(path, "hoggin")
    assert remove_own_word(path, "Ofsted's") == {"leat", "hoggin"}
    assert path.read_text(encoding="utf-8") == "# Ours\n\nleat\nhoggin\n"


@pytest.mark.parametrize("word", ["", "  ", "two words", "# remark", "x" * 61])
def test_only_a_word_can_be_added(path: Path, word: str) -> None:
    with pytest.raises(FileError, match="give one word"):
        add_own_word(path, word)
    assert not path.exists()


def test_a_file_that_cannot_be_read_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(FileError, match="is a folder"):
        read_own_words(path)


def test_the_file_lies_with_the_settings(tmp_path: Path) -> None:
    ours = folders({"CLERKWELL_HOME": str(tmp_path)})
    assert ours.own_words.parent == ours.settings.parent
