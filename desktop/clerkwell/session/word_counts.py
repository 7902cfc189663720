"""Counting the words of a report as a word processor does: of each part, of its appendices, and of all of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from clerkwell.model import Block, Blocks, Report, is_empty, walk, words
from clerkwell.model.text import OBJECT
from clerkwell.packs import Pack, outline
from clerkwell.packs.manifest import WordLimits


@dataclass(frozen=True)
class Count:
    """Words, characters with and without spaces, and paragraphs (a row of a table is one) of some text."""

    words: int = 0
    letters: int = 0
    characters: int = 0
    paragraphs: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.words + other.words,
            self.letters + other.letters,
            self.characters + other.characters,
            self.paragraphs + other.paragraphs,
        )


@dataclass(frozen=True)
class PartCount:
    """What one part of the report has, and what the council's template says of its length."""

    id: str
    title: str
    count: Count
    limits: WordLimits | None = None

    @property
    def advice(self) -> str:
        """How many words it may have: "100 to 300", "up to 300"; nothing where nobody says."""
        if self.limits is None:
            return ""
        return f"{self.limits.least:,} to {self.limits.most:,}" if self.limits.least else f"up to {self.limits.most:,}"

    @property
    def against(self) -> str:
        """How it stands against that, in words: "34 over", "20 short", "Within it"."""
        if self.limits is None or not self.count.words:
            return ""
        if self.count.words > self.limits.most:
            return f"{self.count.words - self.limits.most:,} over"
        if self.count.words < self.limits.least:
            return f"{self.limits.least - self.count.words:,} short"
        return "Within it"


def count_text(text: str) -> Count:
    """Count words that stand outside a report's blocks, such as those that are selected."""
    text = text.replace(OBJECT, "").replace("\u2029", "\n")
    lines = [line for line in text.splitlines() if line.strip()]
    shown = sum(len(line) for line in text.splitlines()) - text.count("\t")
    return Count(len(text.split()), sum(map(len, text.split())), shown, len(lines))


def count_blocks(blocks: Blocks) -> Count:
    """Count what these blocks say, tables and captions too."""
    return _sum(count_text(words(block)) for block in _leaves(blocks))


def count_parts(report: Report, pack: Pack) -> tuple[PartCount, ...]:
    """Every part of the document that has words, or advice on how many it may have; appendices written here last."""
    parts = [
        PartCount(
            part.id,
            part.heading.rstrip(": ") or "Untitled section",
            count_blocks(part.section.blocks if part.section else ()),
            part.spec.words,
        )
        for part in outline(report, pack)
        if part.stands and part.relevant
    ]
    appendices = [
        PartCount(each.id, f"Appendix {each.number}".rstrip(), count_blocks(each.blocks))
        for each in report.appendices
        if not is_empty(each.blocks)
    ]
    return (*(part for part in parts if part.count.words or part.limits), *appendices)


def count_report(report: Report) -> Count:
    """The text of all sections, as the foot of the parts list counts it: without the header and the appendices."""
    return _sum(count_blocks(section.blocks) for section in report.sections)


def _leaves(blocks: Blocks) -> Iterable[Block]:
    return (block for block in walk(blocks) if block.kind != "landscape")


def _sum(counts: Iterable[Count]) -> Count:
    total = Count()
    for each in counts:
        total += each
    return total
