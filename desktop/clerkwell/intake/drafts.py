"""What the recogniser knows of a section before its numbers and lists are settled."""

from dataclasses import dataclass, field
from typing import Final, Literal

from clerkwell.intake.lines import Line

DraftKind = Literal["text", "sub"]
# Where lines stood that no heading comes before.
BEFORE_HEADINGS: Final = "before the first heading"


@dataclass(frozen=True)
class Draft:
    """A line of a section: its text, or a sub-heading."""

    line: Line
    kind: DraftKind = "text"


@dataclass
class SectionDraft:
    """A section as found: its id, its heading where worded otherwise than the pack's, its number, its lines.

    `head` is the line that heads it, where one does.
    """

    id: str
    heading: str = ""
    number: str = ""
    head: Line | None = None
    drafts: list[Draft] = field(default_factory=list)


@dataclass
class Stray:
    """Lines with no place, one after another, and where they stood."""

    where: str
    lines: list[Line] = field(default_factory=list)
