"""What is gathered from a draft, place by place, before it is made into a report."""

from dataclasses import dataclass, field

from clerkwell.intake.homecoming.bodies import Maker
from clerkwell.intake.homecoming.flow import Line
from clerkwell.intake.homecoming.rows import Rows
from clerkwell.intake.results import Mapped
from clerkwell.packs import Pack
from clerkwell.packs.manifest import SectionSpec


@dataclass
class SectionRead:
    """A section as it was read: its heading's words, and its lines, each with the item of its list that it is in.

    Items count from 1; 0 is none. `numbers` are what the items have in their places for a number, and what points
    there.
    """

    id: str
    spec: SectionSpec
    heading: list[str] = field(default_factory=list)
    lines: list[tuple[Line, int]] = field(default_factory=list)
    numbers: dict[int, tuple[str, list[str]]] = field(default_factory=dict)


@dataclass
class Left:
    """Words that stand outside every place, and the line they stand in."""

    text: str
    line: Line
    after: str = ""


@dataclass
class Read:
    """What was gathered from a document, before it is made into a report.

    `said` are the words of each place of a single field; `columns` those of repeated fields that stand outside their
    repeat.
    """

    pack: Pack
    maker: Maker
    tags: frozenset[str]
    said: dict[str, list[str]] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[str, Rows] = field(default_factory=dict)
    sections: dict[str, SectionRead] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    mapped: list[Mapped] = field(default_factory=list)
    lines: tuple[Line, ...] = ()
