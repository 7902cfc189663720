"""Headings run in to the first words of their section, taken off again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from clerkwell.intake.folding import folded
from clerkwell.intake.homecoming.flow import Line, Piece
from clerkwell.packs.manifest import SectionSpec

_LONGEST: Final = 80
_SENTENCE: Final = re.compile(r"[.;!?]\s")


def without_lead(
    lines: Sequence[tuple[Line, int]], spec: SectionSpec, own: str
) -> tuple[str | None, list[tuple[Line, int]], bool]:
    """The heading that the first line begins with, the lines without it, and whether it had the line to itself.

    `own` is how this report is known to word the heading. None where the line begins with no heading.
    """
    left = list(lines)
    at = next((index for index, (line, _) in enumerate(left) if line.shows), None)
    if at is None or left[at][0].paragraph is None:
        return None, left, False
    line, item = left[at]
    cut = _cut(line, spec, own)
    if cut is None:
        return None, left, False
    heading, after = cut
    rest = _after(line.pieces, after)
    alone = not any(piece.span.text.strip() or piece.span.note is not None or piece.span.picture for piece in rest)
    left[at : at + 1] = [] if alone else [(replace(line, pieces=rest), item)]
    return heading, left, alone


def _cut(line: Line, spec: SectionSpec, own: str) -> tuple[str, int] | None:
    """The heading, and where what comes after its separator begins."""
    words = line.words
    for known in (own, spec.title, *spec.aliases):
        if known and words.startswith(known):
            rest = words[len(known) :]
            mark = _separator(rest, spec)
            if mark is not None:
                return known, len(known) + mark
    for known in (spec.title, *spec.aliases):
        # Retyped with other capitals or stops, or with another mark after it.
        length = _folded_length(words, known)
        if length:
            rest = words[length:]
            trimmed = rest.lstrip(" \t\u00a0:.–—-")
            return words[:length], len(words) - len(trimmed)
    # A draft prints a heading here, so what comes before the separator is one that somebody has reworded.
    mark = words.find(spec.separator) if spec.separator.strip() else -1
    if 0 < mark <= _LONGEST and not _SENTENCE.search(words[:mark]):
        return words[:mark], mark + len(spec.separator)
    return None


def _separator(rest: str, spec: SectionSpec) -> int | None:
    if not rest.strip():
        return len(rest)
    for mark in (spec.separator, spec.separator.rstrip(), spec.separator.replace("–", "-")):
        if mark and rest.startswith(mark):
            return len(mark)
    return None


def _folded_length(words: str, known: str) -> int:
    """How many characters of these words say what `known` says."""
    wanted = folded(known)
    if not wanted or not folded(words).startswith(wanted):
        return 0
    for end in range(1, min(len(words), 3 * len(known) + 3) + 1):
        if folded(words[:end]) == wanted and (end == len(words) or not words[end].isalnum()):
            return end
    return 0


def _after(pieces: Sequence[Piece], start: int) -> tuple[Piece, ...]:
    done: list[Piece] = []
    at = 0
    for piece in pieces:
        length = len(piece.span.text)
        low = max(start - at, 0)
        at += length
        if low < length or (not length and at >= start):
            done.append(Piece(replace(piece.span, text=piece.span.text[low:]), piece.stands) if low else piece)
    return tuple(done)
