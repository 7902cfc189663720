"""What a template prints itself: labels, headings over sections, words between places. None of it is the report's."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from clerkwell.intake.homecoming.flow import Line, Piece, Stand, lines_of
from clerkwell.intake.homecoming.styles import folded_style
from clerkwell.intake.homecoming.tags import tags_of
from clerkwell.packs import Pack
from clerkwell.word.reader import read_document

CONTENT: Final = frozenset({"field", "heading", "body"})
# What the writer puts in a document besides the template's own words.
_MADE: Final = ("Appendix", "DRAFT")


@dataclass(frozen=True)
class Printed:
    """The template's own words, each stretch of them between two places as one, with spaces made single.

    `before` are the places that stand right after such words: in the same line, or, after a label that has its line to
    itself, in the next one. `headings` are the styles of sections' headings.
    """

    words: frozenset[str]
    before: Mapping[str, str]
    rows: Mapping[str, "RowForm"]
    headings: frozenset[str] = frozenset()

    def has(self, text: str) -> bool:
        """Whether these are words of the template, or none at all."""
        said = single(text)
        return not said or said in self.words

    def parted(self, text: str) -> tuple[str, str] | None:
        """The template's words at the beginning of a text, and the rest; none where it begins with none of them."""
        said = single(text)
        found = max((each for each in self.words if said.startswith(each)), key=len, default="")
        # A label may end without its colon's space; a word that only begins like one is none.
        rest = said[len(found) :]
        if not found or (found[-1].isalnum() and rest[:1].isalnum()):
            return None
        return found, rest.strip()


@dataclass(frozen=True)
class RowForm:
    """How one row of a repeat is written: its places in order, each with its cell and the words of the template before
    it. `lines` is how many lines one row has outside of tables, `whole` says that it goes round whole rows of one."""

    places: tuple[tuple[str, int, str], ...]
    lines: int = 1
    whole: bool = False


def single(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def is_content(stand: Stand) -> bool:
    """Whether a place holds words of the report itself, and not other places."""
    return stand.kind in CONTENT


def owner(line: Line, piece: Piece) -> Stand | None:
    """The place whose words a piece of a line is."""
    for each in (*reversed(piece.stands), *reversed(line.stands)):
        if is_content(each):
            return each
        if each.kind == "repeat":
            # Between the fields of a row stand the template's words.
            return None
    return None


def chunks(line: Line) -> Iterator[tuple[Stand | None, list[Piece]]]:
    """The pieces of a line in stretches: those of one place, or those between two."""
    at: list[Piece] = []
    whose: Stand | None = None
    for piece in line.pieces:
        stand = owner(line, piece)
        if at and stand != whose:
            yield whose, at
            at = []
        whose = stand
        at.append(piece)
    if at:
        yield whose, at


def said(pieces: Sequence[Piece]) -> str:
    """The words of pieces."""
    return "".join(piece.span.text for piece in pieces)


def printed_by(pack: Pack) -> Printed:
    """What the template of a pack prints itself; `WordError` if it is no sound document."""
    return _printed(pack.template, _Key(pack))


class _Key:
    """A pack as part of a cache's key, which goes by the template alone: its tags are its own."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=8)
def _printed(template: bytes, key: _Key) -> Printed:
    document = read_document(template)
    tags = tags_of(document, key.pack)
    lines = lines_of(document, tags)
    rows = [tag for number, tag in tags.items() if document.controls[number].shape == "row"]
    words: set[str] = {*_MADE}
    before: dict[str, str] = {}
    headings: set[str] = set()
    waiting = ""
    for line in lines:
        if line.paragraph is None:
            continue
        for stand, pieces in chunks(line):
            text = single(said(pieces))
            if stand is None:
                if text:
                    words.add(text)
                    waiting = text
            else:
                if stand.kind == "heading":
                    headings.add(folded_style(line.paragraph.style))
                if waiting and stand.kind == "field":
                    before.setdefault(waiting, stand.tag)
                waiting = ""
    return Printed(
        frozenset(words),
        before,
        _rows(lines, frozenset(name.removeprefix("repeat:") for name in rows)),
        frozenset(headings),
    )


def _rows(lines: Sequence[Line], whole: frozenset[str]) -> Mapping[str, RowForm]:
    found: dict[str, list[tuple[str, int, str]]] = {}
    count: Counter[str] = Counter()
    waiting: dict[str, str] = {}
    for line in lines:
        repeat = next((each for each in line.stands if each.kind == "repeat"), None)
        if repeat is not None and not line.spot:
            count[repeat.id] += 1
        for stand, pieces in chunks(line) if repeat is not None else ():
            assert repeat is not None
            if stand is None:
                waiting[repeat.id] = said(pieces)
            else:
                cell = line.spot[-1] if line.spot else 0
                found.setdefault(repeat.id, []).append((stand.tag, cell, waiting.pop(repeat.id, "")))
    return {name: RowForm(tuple(places), count[name] or 1, name in whole) for name, places in found.items()}


def without_number(text: str) -> str:
    """A heading without a number typed before it."""
    return re.sub(r"^\s*\d+(\.\d+)*[.)]?\s+", "", text)
