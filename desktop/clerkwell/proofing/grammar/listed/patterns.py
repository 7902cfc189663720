"""What is said of words that do not go together: the pairs by which they are heard, a pattern, and what is right."""

import re
from collections.abc import Callable, Iterable
from itertools import product
from typing import Final, NamedTuple

Pair = tuple[str, str]
Better = Callable[[re.Match[str]], str | None]
# Where a sentence begins, its number left out.
BEGINS: Final = r"(?:\A|(?<=[.;:!?] ))(?:\(?[a-z\d]{1,3}[.)] |\d+(?:\.\d+)+ )?"


class Wrong(NamedTuple):
    """A slip: a text in which none of the pairs of words stands has none. Where a group `said` is, that is the fault.

    `better` gives what is right, "" where that is not certain and None where nothing is wrong after all; `lost`: a word
    is missing or left over.
    """

    pairs: frozenset[Pair]
    pattern: str
    better: Better
    lost: bool = False


def pairs(*sides: tuple[Iterable[str], Iterable[str]]) -> frozenset[Pair]:
    """Every word of one side before every word of the other, in small letters."""
    return frozenset((one.lower(), other.lower()) for first, second in sides for one, other in product(first, second))


def said(*phrases: str) -> frozenset[Pair]:
    """The pairs that are written out: "as result"."""
    return frozenset((one, other) for one, other in (phrase.split() for phrase in phrases))


def unsaid(_: re.Match[str]) -> str:
    """Where what is right is not certain."""
    return ""


def like(match: re.Match[str], words: str) -> str:
    """The words with a capital where what they take the place of has one."""
    first = (match["said"] if "said" in match.re.groupindex else match[0])[:1]
    return f"{words[:1].upper()}{words[1:]}" if first.isupper() else words
