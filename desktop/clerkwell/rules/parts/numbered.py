"""The rule about numbers typed by hand: none is left out, and none stands twice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from clerkwell.model import ListItem
from clerkwell.model.lists import marker, ordinals
from clerkwell.packs import outline
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found

_TYPED: Final = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+\S")
# "3.3 million live there" has no number before it, and "3.3 www.example.org" has.
_SENTENCE: Final = re.compile(r"[A-Z“‘\"'(\[]")
_HEADED: Final = re.compile(r"\s*(\d{1,2})\b")


@dataclass(frozen=True)
class _Gap:
    """A number that does not follow on from the one before: where, what was left out, or "" where it stands twice."""

    passage: Passage
    end: int
    said: str
    before: str
    left_out: str


@dataclass(frozen=True)
class _Numbers:
    gaps: tuple[_Gap, ...] = ()
    typed: frozenset[str] = frozenset()


def _in_part(piece: Piece, _: Guide) -> _Numbers:
    if piece.section is None or not piece.stands:
        return _Numbers()
    gaps = [*_of_items(piece)]
    typed: list[str] = []
    last: dict[str, int] = {}
    for passage in piece.passages:
        if passage.kind == "cell":
            # Numbers may go on in a table.
            last.clear()
        number = _TYPED.match(passage.text) if passage.kind in ("paragraph", "subheading") else None
        if number is None:
            continue
        said = number["number"]
        typed.append(said)
        if not _SENTENCE.match(passage.text, number.end() - 1):
            continue
        stem, _dot, ending = said.rpartition(".")
        before, here = last.get(stem), int(ending)
        last[stem] = here
        if before is not None and here in (before, before + 2):
            left_out = f"{stem}.{before + 1}" if here > before else ""
            gaps.append(_Gap(passage, number.end("number"), said, f"{stem}.{before}", left_out))
    return _Numbers(tuple(gaps), frozenset(typed))


def _of_items(piece: Piece) -> Iterator[_Gap]:
    """Items of a list that say with which number they begin, right after one of their own level."""
    assert piece.section is not None
    given = ordinals(piece.section.blocks)
    before: dict[int, int] = {}
    for index, block in enumerate(piece.section.blocks):
        if not isinstance(block, ListItem):
            before.clear()
            continue
        for level in [level for level in before if level > block.level]:
            del before[level]
        here = given.get(index)
        if here is None:
            before.clear()
            continue
        last = before.get(block.level)
        before[block.level] = here
        if last is not None and here in (last, last + 2) and block.id in piece.blocks:
            there = [each for each in piece.blocks[block.id][1] if each.kind == "item"]
            said, one = marker(block.level, here), marker(block.level, last)
            left_out = marker(block.level, last + 1) if here > last else ""
            yield from (_Gap(each, len(each.text), said, one, left_out) for each in there[:1])


def _skipped(reading: Reading) -> Iterator[Finding]:
    parts = [(piece, there) for piece, there in reading.parts(_in_part) if there.gaps or there.typed]
    if not any(there.gaps for _, there in parts):
        return
    typed = frozenset().union(*(there.typed for _, there in parts))
    headings = {part.id: part.heading for part in outline(reading.report, reading.pack) if part.stands}
    waiting = " ".join(item.text for item in reading.report.tray)
    for piece, there in parts:
        heading = _HEADED.match(headings.get(piece.section.id, "")) if piece.section else None
        for gap in there.gaps:
            own = gap.said.partition(".")[0]
            if heading and own.isdigit() and gap.passage.kind != "item" and own != heading[1]:
                continue  # clauses of another document, told by their numbers
            if gap.left_out and (gap.left_out in typed or gap.left_out in waiting):
                continue
            yield found(gap.passage, 0, gap.end, _message(gap))


def _message(gap: _Gap) -> str:
    if not gap.left_out:
        return f"{gap.said} stands twice. Give each its own number."
    return f"{gap.said} follows {gap.before}, and there is no {gap.left_out}. Number anew, or put in what is missing."


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "number-skipped", "warning", "A number of a list or of a paragraph is left out, or stands twice",
            "Minutes and letters cite paragraphs by number, and a reader wonders what was taken out.",
            Across(_skipped), source="Careful drafting: numbers run on, so that each can be cited",
        ),
    )  # fmt: skip
