"""What a Word document says of a line for certain, where a text leaves it to be guessed."""

import re
from dataclasses import dataclass
from typing import Final

from clerkwell.intake.markers import Marker, read_marker
from clerkwell.model import Image, Table

# Stands before the name of a bookmark in a link, until the line that carries the bookmark has become a block.
REFERENCE: Final = "clerkwell-reference:"

_BARE = re.compile(r"\(?(?P<number>\d{1,4})[.):]*")
_CAPITAL = re.compile(r"\(?(?P<letter>[A-Z])[.)]*")


@dataclass(frozen=True)
class Rows:
    """The table that a line is a row of: which one of the document, how many lines it made, and the table itself."""

    number: int
    lines: int
    block: Table
    header: bool = False


@dataclass(frozen=True)
class Known:
    """What Word says of a line.

    `place` is where it stands, in words. `label` is the number or bullet that Word prints, which the line begins with,
    `level` its depth from 0 and `list_id` its list. `styled`: the document's headings show that they are some, so that
    nothing has to be guessed by being short. `caption`: it is the caption of a table or a picture. `rows` is the table
    that it is a row of. `block` is the picture or data table that the line stands for. `hint` is the title of the
    content control that holds all of it.
    """

    place: str = ""
    label: Marker | None = None
    level: int = 0
    list_id: str = ""
    styled: bool = False
    caption: bool = False
    rows: Rows | None = None
    block: Image | Table | None = None
    hint: str = ""
    bookmarks: tuple[str, ...] = ()
    landscape: bool = False


def label_marker(label: str, *, bullet: bool) -> Marker | None:
    """The marker that a label printed by Word is; none for words ("Article 1"), which stay the line's own.

    Its length is that of the label with one space after it.
    """
    length = len(label) + 1
    if bullet:
        return Marker("bullet", label, length)
    found = read_marker(f"{label} x")
    if found is not None and found.length == length:
        return Marker(found.kind, label, length, found.value, found.parts, found.roman)
    if bare := _BARE.fullmatch(label):
        return Marker("number", label, length, int(bare["number"]))
    if capital := _CAPITAL.fullmatch(label):
        return Marker("letter", label, length, ord(capital["letter"]) - ord("A") + 1)
    return None
