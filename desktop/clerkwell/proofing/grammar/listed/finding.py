"""Words that do not go together: a verb that is not of its number, a verb in the wrong form, a word lost or left over.

A short list, on purpose: only what can be nothing else. Most passages have no two of these words beside each other,
which is the first look; the patterns are tried on the others alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from clerkwell.proofing.grammar.listed import frequent, lost, numbers, sentences, verbs
from clerkwell.proofing.grammar.listed.broken_off import broken_off
from clerkwell.proofing.grammar.listed.patterns import Pair, Wrong
from clerkwell.proofing.text.tokens import is_quoted


class Slip(NamedTuple):
    """Words that do not go together, from where to where; `better` is what is right, "" where that is not certain.

    `lost`: a word is missing or one too many; else a form is wrong.
    """

    start: int
    end: int
    better: str
    lost: bool


_TABLES: Final[tuple[Wrong, ...]] = (
    *frequent.WRONG, *verbs.WRONG, *numbers.WRONG, *sentences.WRONG, *lost.WRONG,
)  # fmt: skip
_ASKS: Final = re.compile(r"[^.;!?]{0,300}\?")


@cache
def _by_pair() -> Mapping[Pair, tuple[int, ...]]:
    """Which of the tables' slips a pair of words may belong to."""
    done: dict[Pair, tuple[int, ...]] = {}
    for index, each in enumerate(_TABLES):
        for pair in each.pairs:
            done[pair] = (*done.get(pair, ()), index)
    return done


@cache
def _pattern(index: int) -> re.Pattern[str]:
    """A pattern of the tables: few reports need many, and each takes its time to be made."""
    return re.compile(_TABLES[index].pattern)


def slips(text: str, words: Sequence[str]) -> Iterator[Slip]:
    """The words of a text that do not go together, in their order; `words` are its `bare_words`."""
    end = 0
    for each in sorted((*_of_tables(text, words), *(Slip(*stretch, "", lost=True) for stretch in broken_off(text)))):
        if each.start >= end and not is_quoted(text, each.start):
            yield each
            end = each.end


def _of_tables(text: str, words: Sequence[str]) -> Iterator[Slip]:
    by_pair = _by_pair()
    if by_pair.keys().isdisjoint(pairwise(words)):
        return
    for index in sorted({index for pair in pairwise(words) for index in by_pair.get(pair, ())}):
        pattern, wrong = _pattern(index), _TABLES[index]
        for match in pattern.finditer(text):
            better = wrong.better(match)
            # "How will increased costs be met?"
            if better is not None and (wrong.lost or not _ASKS.match(text, match.end())):
                yield Slip(*match.span("said" if "said" in pattern.groupindex else 0), better, wrong.lost)
