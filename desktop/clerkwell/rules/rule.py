"""What a rule is: a small function over (report, pack) with a name, a grade and its reasons."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clerkwell.model import Edit, Place, Report, Severity
from clerkwell.packs import Pack


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


@dataclass(frozen=True)
class Rule:
    """A rule. `locked`: no pack may switch or re-grade it. `acceptable`: an error of it can be accepted by a person."""

    id: str
    severity: Severity
    title: str
    why: str
    find: Callable[[Report, Pack], Iterator[Finding]]
    locked: bool = False
    acceptable: bool = True
