"""Words with and without a hyphen in one report."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.naming.compounds import Compound, compounds
from clerkwell.rules.passages import PROSE, Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_Place = tuple[Passage, int, int]

HYPHENED: Final = Sign("-", "‑")


def hyphens(reading: Reading) -> Iterator[Finding]:
    """The less frequent way of writing each word that is written in two."""
    hyphened: dict[str, list[tuple[Passage, Compound]]] = {}
    for passage, there in reading.where(_compounds, HYPHENED):
        for compound in there:
            hyphened.setdefault(compound.word, []).append((passage, compound))
    if not hyphened:
        return
    whole = reading.known(_small_prose)
    for word, places in hyphened.items():
        for way in places[0][1].ways:
            if way in whole:
                yield from _compared(word, way, places, reading)


def _compared(word: str, way: str, places: list[tuple[Passage, Compound]], reading: Reading) -> Iterator[Finding]:
    other = list(_places(way, reading))
    if not other:
        return
    mine: list[_Place] = [(passage, compound.start, compound.end) for passage, compound in places]
    wrong, right = (mine, way) if len(other) >= len(mine) else (other, word)
    for passage, start, end in wrong:
        written = passage.text[start:end]
        better = right.capitalize() if written[:1].isupper() else right
        message = f"“{written}” is also written “{right}” in this report. Write it one way."
        yield found(passage, start, end, message, better)


def _places(way: str, reading: Reading) -> Iterator[_Place]:
    pattern = re.compile(rf"(?<![\w’'-]){re.escape(way)}(?![\w’'-])", re.IGNORECASE)
    for passage in reading.passages:
        if (way in passage.text or way[0].upper() + way[1:] in passage.text) and _is_ours(passage):
            for match in pattern.finditer(passage.text):
                yield passage, match.start(), match.end()


def _compounds(passage: Passage, _guide: Guide) -> tuple[Compound, ...]:
    return tuple(compounds(passage.text)) if _is_ours(passage) else ()


def _small_prose(reading: Reading) -> str:
    return "\n".join(passage.text for passage in reading.passages if _is_ours(passage)).casefold()


def _is_ours(passage: Passage) -> bool:
    return passage.kind in PROSE and passage.kind != "quotation" and not passage.links
