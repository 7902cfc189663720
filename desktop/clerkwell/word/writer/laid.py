"""The middle form: a report's blocks as the document will have them, one after another, with the role of each.

It knows nothing of XML. A role is a key of the pack's `[roles]`; `writer.roles` finds the style.
"""

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from clerkwell.model import Runs, Table

# Where a page section ends after this paragraph: the pages up to here are upright or on their side.
Turn = Literal["", "portrait", "landscape"]


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A numbered item's place: list `number` (through the document) was begun at level `begun` with ordinal `start`."""

    number: int
    begun: int
    start: int


class Para(NamedTuple):
    """A paragraph. `lead` is the heading and separator of section `lead_of`, run in before the words; `id` is what live
    references point at.

    `level` is an item's, from 0, or a sub-heading's, from 1 (0: as its style says).
    `label` ("Table" or "Figure") makes it a caption that Word numbers.

    A tuple, as a long report has thousands, and a frozen data class takes three times as long to make.
    """

    role: str
    runs: Runs = ()
    id: str = ""
    level: int = 0
    item: bool = False
    place: ListPlace | None = None
    lead: tuple[str, str] = ("", "")
    lead_of: str = ""
    label: str = ""
    ends: Turn = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A data table; `wide` when it stands on a page on its side."""

    table: Table
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the report; `captioned` keeps it with the paragraph after it. `width` is per cent of the text's."""

    attachment: str
    alt: str
    decorative: bool
    captioned: bool = False
    wide: bool = False
    ends: Turn = ""
    id: str = ""
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A page section ends here, and there is no paragraph of the report's to say so."""

    ends: Turn


Laid = Para | Grid | Picture | Break


def ending(laid: Laid, turn: Turn) -> Laid | None:
    """The block with a page section ending after it; none for a table, which cannot end one."""
    if isinstance(laid, Para):
        return laid._replace(ends=turn)
    return replace(laid, ends=turn) if isinstance(laid, Picture) else None
