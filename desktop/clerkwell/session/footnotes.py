"""The footnotes of a report, numbered as its document numbers them."""

from collections.abc import Iterator
from dataclasses import dataclass

from clerkwell.model import Blocks, Footnote, Place, Report, Text, plain
from clerkwell.model.runs import cut, replace
from clerkwell.packs import Pack, outline


@dataclass(frozen=True)
class Footnoted:
    """A footnote: its number, the place of its mark, its words, and the heading that it stands under."""

    number: int
    place: Place
    words: str
    part: str


def footnotes(report: Report, pack: Pack) -> tuple[Footnoted, ...]:
    """All footnotes in the text of the sections that the document has, in their order."""
    return tuple(_footnotes(report, pack))


def _footnotes(report: Report, pack: Pack) -> Iterator[Footnoted]:
    number = 0
    for part in outline(report, pack):
        if not part.stands or part.section is None:
            continue
        for block in part.section.blocks:
            at = 0
            for run in getattr(block, "runs", ()):
                if isinstance(run, Footnote):
                    number += 1
                    place = Place(section=part.id, block=block.id, start=at, end=at + 1)
                    yield Footnoted(number, place, plain(run.runs), part.heading.rstrip(": "))
                at += len(run.text) if isinstance(run, Text) else 1


def count_footnotes(blocks: Blocks) -> int:
    """How many footnotes these blocks have."""
    return sum(isinstance(run, Footnote) for block in blocks for run in getattr(block, "runs", ()))


def retyped(footnote: Footnote, words: str) -> Footnote:
    """A footnote with other words. Those that stay keep their looks and links."""
    was = plain(footnote.runs)
    start = 0
    while start < min(len(was), len(words)) and was[start] == words[start]:
        start += 1
    end = 0
    while end < min(len(was), len(words)) - start and was[-1 - end] == words[-1 - end]:
        end += 1
    runs = replace(footnote.runs, start, len(was) - end, words[start : len(words) - end])
    return Footnote(runs=tuple(run for run in cut(runs, 0, len(words)) if isinstance(run, Text)))
