"""What pages can be made with here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from clerkwell.printing.finding import find_libreoffice, find_word

Kind = Literal["libreoffice", "word", "approximation"]
Choice = Literal["automatic", "libreoffice", "word", "approximation"]

_NAMES = {"libreoffice": "LibreOffice", "word": "Microsoft Word", "approximation": "an approximation"}


@dataclass(frozen=True)
class Engine:
    """One way to make pages. `program` is what it is done with; our own approximation needs none."""

    kind: Kind
    program: Path | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return _NAMES[self.kind]

    @property
    def approximate(self) -> bool:
        """Whether the pages may differ from those that Word shows."""
        return self.kind == "approximation"


def engines(choice: Choice = "automatic", libreoffice: str = "") -> tuple[Engine, ...]:
    """The ways to make pages, the one to use first; the approximation is always there.

    `choice` is what the user wants: one of them, tried alone if it is there, or whatever suits. `libreoffice` is a
    program to use as LibreOffice. LibreOffice comes before Word: it works unseen, apart from what the user has open.
    """
    found = []
    if program := find_libreoffice(libreoffice):
        found.append(Engine("libreoffice", program))
    if program := find_word():
        found.append(Engine("word", program))
    found.append(Engine("approximation"))
    chosen = tuple(each for each in found if each.kind == choice)
    return chosen or tuple(found)
