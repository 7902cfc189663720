"""Runs: the pieces a paragraph's words are made of."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, field_validator

from clerkwell.model.text import OBJECT, Words, clean
from clerkwell.model.values import Value

Script = Literal["normal", "super", "sub"]


class Text(Value):
    """Words in one look. `link` is an address, or nothing; a line feed is a line break inside the paragraph."""

    kind: Literal["text"] = "text"
    text: Words
    bold: bool = False
    italic: bool = False
    script: Script = "normal"
    link: Words = ""


class Reference(Value):
    """A live reference: its words are worked out from what it points at, so it follows renumbering.

    `target` is a block id (paragraph, table), a section id, or an appendix id.
    """

    kind: Literal["reference"] = "reference"
    to: Literal["paragraph", "section", "table", "appendix"]
    target: str


class Footnote(Value):
    """A footnote mark with the note's own words."""

    kind: Literal["footnote"] = "footnote"
    runs: tuple[Text, ...]

    @field_validator("runs")
    @classmethod
    def _canonical(cls, runs: tuple[Text, ...]) -> tuple[Text, ...]:
        return tuple(run for run in canonical(runs) if isinstance(run, Text))


Run = Annotated[Text | Reference | Footnote, Field(discriminator="kind")]
Runs = tuple[Run, ...]


def canonical(runs: Iterable[Text | Reference | Footnote]) -> Runs:
    """The one form of these runs: no empty text, and neighbours of the same look are one run."""
    done: list[Text | Reference | Footnote] = []
    joined: dict[int, list[str]] = {}
    for run in runs:
        if isinstance(run, Text):
            if not run.text:
                continue
            last = done[-1] if done else None
            if isinstance(last, Text) and same_look(last, run):
                joined.setdefault(len(done) - 1, [last.text]).append(run.text)
                continue
        done.append(run)
    # Each is put together once: thousands of pieces take time in proportion.
    for index, texts in joined.items():
        done[index] = done[index].model_copy(update={"text": "".join(texts)})
    return tuple(done)


def same_look(one: Text, other: Text) -> bool:
    """Whether two pieces of text differ in their words alone."""
    return (one.bold, one.italic, one.script, one.link) == (
        other.bold,
        other.italic,
        other.script,
        other.link,
    )


def plain(runs: Iterable[Text | Reference | Footnote]) -> str:
    """The words of the runs; a reference or a footnote mark counts as one `OBJECT` character."""
    if isinstance(runs, tuple) and len(runs) == 1 and isinstance(runs[0], Text):
        # As most are.
        return runs[0].text
    return "".join([run.text if isinstance(run, Text) else OBJECT for run in runs])


def cut(runs: Runs, start: int, end: int) -> Runs:
    """The part of `runs` from `start` to `end`, in code points of `plain(runs)`."""
    done: list[Text | Reference | Footnote] = []
    at = 0
    for run in runs:
        length = len(run.text) if isinstance(run, Text) else 1
        low, high = max(start - at, 0), min(end - at, length)
        if low < high:
            done.append(run.model_copy(update={"text": run.text[low:high]}) if isinstance(run, Text) else run)
        at += length
    return canonical(done)


def replace(runs: Runs, start: int, end: int, words: str) -> Runs:
    """`runs` with `words` in place of the code points from `start` to `end`, in the look of what stood there."""
    at = 0
    for index, run in enumerate(runs):
        length = len(run.text) if isinstance(run, Text) else 1
        if at <= start < end <= at + length and isinstance(run, Text):
            # As most do, and a replacement through a whole report has thousands: it stands in one piece.
            text = run.text[: start - at] + clean(words) + run.text[end - at :]
            return canonical((*runs[:index], run.model_copy(update={"text": text}), *runs[index + 1 :]))
        at += length
    old = cut(runs, start, end) or cut(runs, start - 1, start)
    look = next((run for run in old if isinstance(run, Text)), Text(text=""))
    new = look.model_copy(update={"text": clean(words)})
    return canonical((*cut(runs, 0, start), new, *cut(runs, end, len(plain(runs)))))
