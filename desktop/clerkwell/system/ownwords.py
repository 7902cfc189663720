"""The author's own words: a text file with one a line, in any order, which may be edited by hand."""

import unicodedata
from pathlib import Path

from clerkwell.system.atomic import atomic_write
from clerkwell.system.errors import FileError
from clerkwell.system.files import make_folder
from clerkwell.system.texts import read_text

_LARGEST = 1024 * 1024
_REMARK = "#"
_LONGEST = 60
_HEADING = "# Words that Clerkwell takes for spelt right, one on each line.\n"


def read_own_words(path: Path) -> frozenset[str]:
    """The words of the file; none if it is not there yet. Raises `FileError`."""
    return frozenset(_word(line) for line in _lines(path) if _is_word(line))


def add_own_word(path: Path, word: str) -> frozenset[str]:
    """Put a word at the file's end, if it is not in it, and give all of them. Raises `FileError`."""
    word = _word(word)
    if not word or word.startswith(_REMARK) or len(word.split()) != 1 or len(word) > _LONGEST:
        raise FileError(f"“{word[:_LONGEST]}” cannot be added: give one word, without blanks.", path)
    lines = _lines(path)
    if word not in map(_word, lines):
        _write(path, [*(lines or [_HEADING.strip()]), word])
    return read_own_words(path)


def remove_own_word(path: Path, word: str) -> frozenset[str]:
    """Take a word out of the file, and give those that are left. Raises `FileError`."""
    lines = _lines(path)
    left = [line for line in lines if not _is_word(line) or _word(line) != _word(word)]
    if len(left) < len(lines):
        _write(path, left)
    return read_own_words(path)


def _lines(path: Path) -> list[str]:
    try:
        return read_text(path, _LARGEST).splitlines()
    except FileError as error:
        if error.reason == "missing":
            return []
        raise


def _write(path: Path, lines: list[str]) -> None:
    make_folder(path.parent)
    atomic_write(path, "".join(f"{line}\n" for line in lines).encode("utf-8"))


def _is_word(line: str) -> bool:
    return bool(_word(line)) and not _word(line).startswith(_REMARK)


def _word(text: str) -> str:
    """A word as it is compared: its apostrophe plain, its accents in one piece."""
    return unicodedata.normalize("NFC", text.strip()).replace("’", "'")
