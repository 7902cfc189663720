"""The one door for telling the user something: a quiet notice first, a dialog only when a choice is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

Tone = Literal["good", "plain", "bad"]


@dataclass(frozen=True)
class Offer:
    """A button on a notice: what it says and what it does."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True)
class Choice:
    """One answer to a question; `text` carries its mnemonic (`&Save`)."""

    id: str
    text: str


@dataclass(frozen=True)
class Question:
    """A choice that only the user can make.

    `text` is one sentence, `more` what follows from each answer. The first choice is the ordinary one, `escape` the
    id of the one that changes nothing: it is taken when the window is closed.
    """

    title: str
    text: str
    choices: tuple[Choice, ...]
    escape: str
    more: str = ""


class Messages(Protocol):
    """Where every part of the window says things. Tests put a recorder in its place."""

    def say(self, text: str) -> None:
        """Something that happened and needs no answer: in the status bar for a while, and announced."""

    def unsay(self, text: str) -> None:
        """Take back what was said, if it is still to be seen: it holds no longer."""

    def notice(self, text: str, tone: Tone = "plain", offers: tuple[Offer, ...] = ()) -> None:
        """Something to know: in the strip over the page until it is put away or the next one comes."""

    def ask(self, question: Question) -> str:
        """Put a question and wait for its answer: the id of a choice."""
