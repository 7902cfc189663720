"""The words of a text as blanks part them, with the marks that stand at them: what the patterns of grammar go by.

A word that bears a mark is another string than the word itself, so that looking for the bare word in a text tells at
once that nothing stands between it and the next.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

MARKS: Final = ".,;:!?()[]“”\"‘'’…–—"
_CLOSING: Final = frozenset('.,;:!?)]”"…–—')
_STOPS: Final = frozenset(".:;!?–—•")
# What is said of a slip, where nothing more can be said.
LACKS: Final = "lacks a word"
UNFIT: Final = "does not fit here"
FORM: Final = "has the wrong form of the verb"
# No sentence is looked through any further: a text without a stop would take its length squared.
_LONGEST: Final = 120


class Wrong(NamedTuple):
    """Words that are wrong, from the first to the last; `better` is what may be meant instead, `why` what is wrong.

    One thing in `better`: it is that and nothing else.
    """

    first: int
    last: int
    better: tuple[str, ...]
    why: str


Look = Callable[[Sequence[str], int], Wrong | None]


def bare(word: str) -> str:
    """A word in small letters without its marks."""
    return word.strip(MARKS).lower()


def at(words: Sequence[str], index: int) -> str:
    """A word as it stands; "" before the first and after the last."""
    return words[index] if 0 <= index < len(words) else ""


def ends(word: str) -> bool:
    """Whether something ends with the word: a mark stands after it, or nothing does."""
    return not word or word[-1] in _CLOSING


def opens(words: Sequence[str], index: int) -> bool:
    """Whether a sentence begins with a word; a number of the paragraph before it is passed over."""
    if index <= 0:
        return True
    before = words[index - 1]
    if before[-1] in _STOPS or before.rstrip("”\")’'")[-1:] in _STOPS:
        return True
    return index == 1 and (before[0].isdigit() or (before[0] == "(" and before[-1] == ")"))


def in_question(words: Sequence[str], index: int) -> bool:
    """Whether the sentence that goes on from a word ends as a question."""
    for word in words[index : index + _LONGEST]:
        if word[-1] in ".?!":
            return word[-1] == "?"
    return False


def sentence_from(words: Sequence[str], index: int) -> int:
    """Where the sentence of a word begins."""
    first = max(index - _LONGEST, 0)
    while index > first and not opens(words, index):
        index -= 1
    return index
