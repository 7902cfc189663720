"""All that a text says of its grammar at one look: its words are gone through once for every kind of slip."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

from clerkwell.proofing.grammar import (
    agreement,
    apostrophes,
    bare_subjects,
    cited,
    clauses,
    close_by,
    counting,
    heads,
    joined_by,
    lost_articles,
    lost_links,
    lost_parts,
    lost_verbs,
    lost_words,
    parted_subjects,
    plurals,
    pronouns,
    small_links,
    small_words,
    spans,
    splices,
    stray_words,
    swapped,
    taken_for,
    told_number,
    verb_forms,
    wrong_forms,
)
from clerkwell.proofing.grammar.raw import MARKS, Look, Wrong
from clerkwell.proofing.text.tokens import is_quoted

Kind = Literal["verb", "number", "apostrophe", "small", "splice"]
_KINDS: Final[tuple[tuple[Kind, Callable[[], Mapping[str, Look]]], ...]] = (
    ("verb", verb_forms.looks), ("verb", wrong_forms.looks),
    ("number", agreement.looks), ("number", heads.looks), ("number", clauses.looks),
    ("number", counting.looks), ("number", plurals.looks), ("number", close_by.looks),
    ("number", cited.looks), ("number", parted_subjects.looks), ("number", spans.looks),
    ("number", bare_subjects.looks), ("number", told_number.looks),
    ("apostrophe", apostrophes.looks), ("apostrophe", spans.owned),
    ("small", small_words.looks), ("small", stray_words.looks), ("small", swapped.looks), ("small", pronouns.looks),
    ("small", lost_words.looks), ("small", lost_articles.looks), ("small", lost_links.looks),
    ("small", lost_verbs.looks),
    ("small", close_by.small), ("small", joined_by.looks), ("small", lost_parts.looks),
    ("small", taken_for.looks), ("small", small_links.looks),
    ("small", bare_subjects.small),
    ("splice", splices.looks),
)  # fmt: skip
_TOKEN: Final = re.compile(r"\S+")
# An apostrophe at the end is the word's.
_AFTER: Final = MARKS.replace("'", "").replace("’", "")


class Slip(NamedTuple):
    """Words that are wrong, from where to where, and why; `better` is what may be meant: one thing is certain."""

    start: int
    end: int
    kind: Kind
    better: tuple[str, ...]
    why: str


@cache
def _looks() -> Mapping[str, tuple[tuple[Kind, Look], ...]]:
    done: dict[str, tuple[tuple[Kind, Look], ...]] = {}
    for kind, looks in _KINDS:
        for word, look in looks().items():
            done[word] = (*done.get(word, ()), (kind, look))
    return done


def slips(text: str) -> tuple[Slip, ...]:
    """What is wrong in a text, in its order; other people's words between quotation marks are left alone."""
    looks, marked = _looks(), apostrophes.marked(text)
    words = text.split()
    found: list[tuple[Wrong, Kind]] = [
        (wrong, kind)
        for index, word in enumerate(words)
        if word in looks
        for kind, look in looks[word]
        if (wrong := look(words, index))
    ]
    if marked:
        found += [
            (wrong, "apostrophe")
            for index, word in enumerate(words)
            if word in marked and (wrong := marked[word](words, index))
        ]
    return _placed(text, found) if found else ()


def _placed(text: str, found: list[tuple[Wrong, Kind]]) -> tuple[Slip, ...]:
    spans = [match.span() for match in _TOKEN.finditer(text)]
    done: list[Slip] = []
    for wrong, kind in sorted(found):
        start, end = spans[wrong.first][0], spans[wrong.last][1]
        start += len(text[start:end]) - len(text[start:end].lstrip(MARKS))
        end = start + len(text[start:end].rstrip(_AFTER))
        if (not done or start >= done[-1].end) and not is_quoted(text, start):
            done.append(Slip(start, end, kind, wrong.better, wrong.why))
    return tuple(done)
