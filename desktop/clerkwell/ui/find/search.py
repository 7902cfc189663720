"""Finding words through a whole report, worked out from the values alone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clerkwell.model import Place, Report
from clerkwell.packs import Pack
from clerkwell.system.matching import Span, spans
from clerkwell.ui.find.patterns import what_is_wrong
from clerkwell.ui.find.spots import Spot, spots

# Characters that people type in one way and reports write in another; each stands for one character, so that places
# keep counting.
_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
)

# What finds a pattern in texts: where in each of them it stands.
Matching = Callable[[re.Pattern[str], Sequence[str]], list[list[Span]]]


class PatternError(ValueError):
    """A regular expression cannot be read; the message says why in a sentence."""


@dataclass(frozen=True)
class Options:
    """How to search. Without `case`, capitals do not count; `whole` finds whole words only; `pattern` takes the words
    for a regular expression."""

    case: bool = False
    whole: bool = False
    pattern: bool = False


@dataclass(frozen=True)
class Found:
    """One find: in which text, from where to where in it, and the whole of that text."""

    spot: Spot
    start: int
    end: int
    text: str

    @property
    def words(self) -> str:
        """The words as they stand."""
        return self.text[self.start : self.end]

    @property
    def place(self) -> Place:
        """Where to put the caret: on the words, or on the mark of the footnote, or on the thing that they belong to."""
        match self.spot.slot:
            case "":
                stretch = (self.start, self.end)
            case "footnote":
                stretch = (self.spot.at, self.spot.at + 1)
            case _:
                return self.spot.place
        return self.spot.place.model_copy(update={"start": stretch[0], "end": stretch[1]})


def search(
    report: Report, pack: Pack, words: str, options: Options | None = None, matching: Matching = spans
) -> tuple[Found, ...]:
    """Every place where the words stand, in the order of the document: fields, sections, appendices.

    Straight and curly quotes, hyphens and dashes are the same unless a pattern is looked for. `matching` looks for a
    pattern that was typed; words cannot take long, and are looked for here. Raises `PatternError`.
    """
    options = options or Options()
    if not words:
        return ()
    looked_for = compiled(words, options)
    there = list(spots(report, pack))
    texts = [text if options.pattern else text.translate(_ALIKE) for _, text in there]
    found = (matching if options.pattern else spans)(looked_for, texts)
    return tuple(
        Found(spot, start, end, text)
        for (spot, text), matches in zip(there, found, strict=True)
        for start, end in matches
        # A pattern that fits nothing at all (`a*`) finds nothing to show or to replace.
        if start < end
    )


def compiled(words: str, options: Options) -> re.Pattern[str]:
    """What to look for as a regular expression; `PatternError` says what is wrong with one that was typed."""
    source = words if options.pattern else re.escape(words.translate(_ALIKE))
    before, after = (r"(?<!\w)(?:", r")(?!\w)") if options.whole else ("", "")
    flags = 0 if options.case else re.IGNORECASE
    try:
        if options.whole and options.pattern:
            # A bracket too many must not close the one that is put round it.
            re.compile(source, flags)
        return re.compile(before + source + after, flags)
    except re.error as error:
        shift = len(before) if (error.pattern or "") != source else 0
        raise PatternError(what_is_wrong(error, words, shift)) from error
