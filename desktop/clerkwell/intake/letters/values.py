"""What a letter is read into."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

LetterKind = Literal["strength", "development", "recommendation", "priority", "met"]

_IN_WORDS: Final[Mapping[LetterKind, str]] = {
    "strength": "Strength",
    "development": "Area for development",
    "recommendation": "Recommendation",
    "priority": "Priority action",
    "met": "Requirement met",
}


@dataclass(frozen=True)
class LetterFinding:
    """One thing that a letter found, in its own words, with the heading it stood under.

    `paragraph` counts the letter's paragraphs from 1; `page` is 0 where the source does not say how its pages turn.
    """

    kind: LetterKind
    words: str
    heading: str
    paragraph: int
    page: int = 0

    @property
    def kind_words(self) -> str:
        """Its kind, for people."""
        return _IN_WORDS[self.kind]


@dataclass(frozen=True)
class LetterSource:
    """Who wrote a letter, when, and about what, in the words of the letter; "" for what it does not say."""

    sender: str = ""
    date: str = ""
    title: str = ""
    signed: str = ""

    @property
    def named(self) -> str:
        """What the letter is called among the appendices: "Letter from Ofsted, 24 August 2011"."""
        who = self.sender or self.signed
        name = f"Letter from {who}" if who else "Letter"
        return f"{name}, {self.date}" if self.date else name


@dataclass(frozen=True)
class LetterLine:
    """A paragraph of a letter, or a row of a table in it. `strong`: it looks like a heading; `item` says of
    which kind of list it is one: "bullet", "number"."""

    text: str
    number: int
    page: int = 0
    item: str = ""
    strong: bool = False
    cells: tuple[str, ...] = ()
