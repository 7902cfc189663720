"""What a rule is: a small function that finds, with a name, a grade, its reason and its source."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clerkwell.model import Edit, Place, Report, Severity
from clerkwell.packs import Pack
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.signs import Sign


@dataclass(frozen=True)
class Finding:
    """What a rule found: where, which words, what to say of it, and the edit that puts it right, if there is one.

    `severity` is set only where one finding of a rule weighs otherwise than the rule's others.
    """

    message: str
    place: Place | None = None
    quote: str = ""
    fix: Edit | None = None
    severity: Severity | None = None


def found(
    passage: Passage,
    start: int,
    end: int,
    message: str,
    better: str | None = None,
    severity: Severity | None = None,
) -> Finding:
    """A finding about a stretch of a passage; `better` are the words that put it right, where there is one answer."""
    fix = passage.replaced(start, end, better) if better is not None else None
    return Finding(message, passage.at(start, end), passage.text[start:end], fix, severity)


Whole = Callable[[Report, Pack], Iterator[Finding]]


@dataclass(frozen=True)
class Each:
    """A rule about each passage by itself: what it finds is kept until the passage changes.

    With a sign, only of those passages that have it: it must find nothing in the others.
    """

    look: Callable[[Passage, Guide], Iterator[Finding]]
    sign: Sign | None = None


@dataclass(frozen=True)
class Across:
    """A rule about the passages together: cheap, as what it knows of each passage comes from `Reading.each`.

    `by_part`: about those of each part together. It is given a reading of one part after another, and what it finds is
    kept until the part changes.
    """

    look: Callable[[Reading], Iterator[Finding]]
    by_part: bool = False


@dataclass(frozen=True)
class Apart:
    """A rule about each part by itself (the answers, a section, an appendix, the background papers): it is given a
    report that has that part alone, and what it finds is kept until the part changes."""

    look: Whole


Find = Whole | Each | Across | Apart


@dataclass(frozen=True)
class Rule:
    """A rule. `title` says the fault in a line, `why` the reason, `source` where the rule comes from: the Act and its
    section, a style guide, the council's template.

    `locked`: no pack may switch or re-grade it. `acceptable`: an error of it can be accepted by a person. `england`:
    it rests on law that holds in England, and is not for packs of other nations. `fix`: what its fix does, in words
    for a button ("Take out the second one"), where it has one.
    """

    id: str
    severity: Severity
    title: str
    why: str
    find: Find
    locked: bool = False
    acceptable: bool = True
    source: str = ""
    england: bool = False
    fix: str = ""
