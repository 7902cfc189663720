"""What the program makes of a council's own Word document, guess by guess, before anything is made of it.

A guess says what it is, where, in whose words, and why it was taken for that. A person may take it or leave it, and may
change what goes there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from clerkwell.packs.manifest import FieldKind, Need
from clerkwell.word.template import Spot
from clerkwell.word.template.adding import NewStyle

What = Literal["field", "section", "group", "inside", "rows", "numbers", "stem", "stays", "style", "removed"]
Part = Literal["header", "sections", "end", "styles", "stays", "removed"]

_ANYWHERE: Final = Spot()

PARTS: Final[Mapping[Part, str]] = {
    "header": "Header fields",
    "sections": "Sections",
    "end": "End matter",
    "styles": "Styles",
    "stays": "What stays as it is",
    "removed": "What was taken out",
}


NOTHING_FOUND: Final = (
    "Nothing in the document looks like a heading or a label of a report, so the template would ask for nothing. "
    "Choose a document that has some, or make the template and add its parts in the workshop."
)


@dataclass(frozen=True)
class Hole:
    """Where an answer goes: instead of the characters of a line from `start` to `end`, and of more lines after it.

    `gone` are further lines that the answer took, from the first to the last. `label` is the line of its
    label, where that is another.
    """

    line: int
    start: int = 0
    end: int = 0
    gone: tuple[int, int] | None = None
    label: int = -1


@dataclass(frozen=True)
class Head:
    """Where a section or a group begins: its heading is what stands from `start` to `end` of a line.

    `body` are the lines of its text, where it is known otherwise than by the next heading: in another cell of its row
    (`row`), or in one line with its heading (`run_in`: the words between heading and text). `numbered`: its paragraphs
    have numbers; `counted`: its heading has one, which Word counts; `levelled`: so have its paragraphs, after it.
    """

    line: int
    start: int
    end: int
    level: int = 2
    row: bool = False
    run_in: str = ""
    body: tuple[int, int] | None = None
    styled: bool = True
    numbered: bool = False
    counted: bool = False
    levelled: bool = False


@dataclass(frozen=True)
class Rows:
    """What comes once for each: these lines, or the row of a table that they stand in; further ones go.

    `fields` are the holes in it, by the name of the field.
    """

    first: int
    last: int
    row: bool = False
    gone: tuple[int, int] | None = None


@dataclass(frozen=True)
class Boxed:
    """A text box: the line that it hangs on, and which one of that line's it is."""

    line: int
    at: int


Where = Hole | Head | Rows | Boxed | NewStyle | None


@dataclass(frozen=True)
class When:
    """The answer that something hangs on: the number of the field that asks, and what is answered."""

    field: int
    answer: str


@dataclass(frozen=True)
class Guess:
    """One guess. `number` names it; `around` are the words that it stands among, and `words` those it was found by.

    `id` ties it to what the program knows already ("subject": rules and imports go by it); "" for the council's own.
    `inside` is the number of the rows that a field belongs to, or the number of the group that a section belongs to.
    `found` are the words that stood there and go: an answer of an old report, or advice to its author.
    `required` says whether a report needs it, `when` with which answer, and `why_needed` why that was guessed.
    """

    number: int
    part: Part
    what: What
    reason: str
    at: Spot = _ANYWHERE
    words: str = ""
    around: str = ""
    title: str = ""
    id: str = ""
    kind: FieldKind = "text"
    taken: bool = True
    choices: tuple[str, ...] = ()
    found: str = ""
    prompt: bool = False
    inside: int | None = None
    where: Where = None
    labels: tuple[str, ...] = ()
    required: Need = "never"
    when: When | None = None
    why_needed: str = ""


@dataclass(frozen=True)
class Proposal:
    """All that is proposed for one document. `data` is its plain copy, which the template is made from.

    `report`: it is a filled-in report, and not a template. `council` and `title` are what it seems to be called.
    `prompts` are words by which it asked for something: no report may go out with them.
    `end` is the line that the end matter begins with.
    """

    name: str
    data: bytes = field(repr=False)
    guesses: tuple[Guess, ...] = ()
    report: bool = False
    council: str = ""
    title: str = ""
    prompts: tuple[str, ...] = ()
    end: int = -1

    @property
    def asks_nothing(self) -> bool:
        """Whether a report would have nothing to fill in."""
        return not any(each.what in ("field", "section") for each in self.guesses)

    def of(self, part: Part) -> tuple[Guess, ...]:
        """The guesses of one part of the list."""
        return tuple(each for each in self.guesses if each.part == part)

    def guess(self, number: int) -> Guess:
        """The guess of this number."""
        return next(each for each in self.guesses if each.number == number)


def changed(
    proposal: Proposal,
    number: int,
    *,
    taken: bool | None = None,
    what: What | None = None,
    title: str | None = None,
    id: str | None = None,
    kind: FieldKind | None = None,
    style: str | None = None,
    required: Need | None = None,
    when: When | None = None,
    why_needed: str | None = None,
) -> Proposal:
    """The proposal with one guess otherwise: taken or left, something else, called otherwise, needed otherwise, …

    Where one answer stands in several places, its kind and when it is needed are the same in all of them.
    """
    old = proposal.guess(number)
    new = replace(
        old,
        taken=old.taken if taken is None else taken,
        what=old.what if what is None else what,
        title=old.title if title is None else title,
        id=old.id if id is None else id,
        kind=old.kind if kind is None else kind,
        labels=old.labels if style is None else (style,),
        required=old.required if required is None else required,
        when=old.when if when is None else when,
        why_needed=old.why_needed if why_needed is None else why_needed,
    )
    guesses = []
    for each in proposal.guesses:
        if each.number == number:
            each = new
        elif old.what == each.what == "field" and old.id == new.id == each.id and old.inside == each.inside:
            # What nobody changed now is left as it was there.
            each = replace(
                each,
                kind=each.kind if kind is None else kind,
                required=each.required if required is None else required,
                when=each.when if when is None else when,
                why_needed=each.why_needed if why_needed is None else why_needed,
            )
        guesses.append(each)
    return replace(proposal, guesses=tuple(guesses))
