"""The British English dictionary and our own lists beside it, read when somebody first asks for a word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clerkwell.system import resources_folder

_NAME = "en_GB"


@dataclass(frozen=True)
class Dictionary:
    """A dictionary: whether it has a word as it is written, capitals and all, and what it would put in its place."""

    has: Callable[[str], bool]
    instead: Callable[[str], tuple[str, ...]]


@cache
def british() -> Dictionary:
    """The dictionary of British English: a fifth of a second and 14 MB, so not for the thread of the window."""
    return hunspell(_folder()) or spylls(_folder())


def hunspell(folder: Path) -> Dictionary | None:
    """The dictionary read by Hunspell itself; none where it is not to be had."""
    try:
        from hunspell import Hunspell  # type: ignore[import-untyped]  # it ships no types
    except ImportError:
        return None  # Macs with an Intel processor: nobody builds it for them
    engine = Hunspell(_NAME, hunspell_data_dir=str(folder))
    return Dictionary(engine.spell, lambda word: tuple(engine.suggest(word)))


def spylls(folder: Path) -> Dictionary:
    """The same read by spylls, which is Hunspell in Python: it runs anywhere, in six times the time and memory."""
    from spylls.hunspell import Dictionary as Spylls  # type: ignore[import-untyped]  # it ships no types

    engine = Spylls.from_files(str(folder / _NAME))
    return Dictionary(engine.lookup, lambda word: tuple(engine.suggest(word)))


@cache
def council_words() -> frozenset[str]:
    """Words of local government that the dictionary lacks."""
    return frozenset(_words("local-government.txt"))


@cache
def frequent_words() -> frozenset[str]:
    """The words, in small letters, that council reports are made of."""
    return frozenset(_words("frequent.txt"))


@cache
def misspellings() -> Mapping[str, str]:
    """Slips that people make again and again, in small letters, with the word that is meant."""
    return {wrong.casefold(): right for wrong, right in _pairs("misspellings.txt")}


@cache
def american_words() -> Mapping[str, str]:
    """American spellings in small letters, with the British ones."""
    return dict(_pairs("american.txt"))


def _folder() -> Path:
    return resources_folder() / "dictionaries"


def _lines(name: str) -> list[str]:
    lines = (_folder() / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _words(name: str) -> list[str]:
    return [word for line in _lines(name) for word in line.split()]


def _pairs(name: str) -> list[tuple[str, str]]:
    return [(wrong, right) for wrong, _, right in (line.partition(" = ") for line in _lines(name))]
