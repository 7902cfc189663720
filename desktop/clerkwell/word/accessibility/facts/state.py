"""What is kept while a document is read."""

from dataclasses import dataclass, field
from typing import NamedTuple

from clerkwell.word.accessibility.facts.looks import NO_TABLE, Looks, TableKey
from clerkwell.word.accessibility.facts.values import Control, Drawing, Link, Paragraph, Place, Section, Table
from clerkwell.word.ooxml.numbering import Numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.styles import Styles


@dataclass
class Gathered:
    """What has been read so far."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    footnotes: int = 0
    endnotes: int = 0


class Around(NamedTuple):
    """What a block stands in."""

    place: Place
    table: TableKey = NO_TABLE
    back: str | None = "FFFFFF"
    contents: bool = False
    depth: int = 0


@dataclass
class Manner:
    """What is the same for all parts: styles, numbering, looks, the names of the places that links may lead to."""

    package: OpenPackage
    styles: Styles
    numbering: Numbering
    looks: Looks
    bookmarks: frozenset[str]
    headings: dict[str, int | None] = field(default_factory=dict)
    listed: dict[str, bool] = field(default_factory=dict)
