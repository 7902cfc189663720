"""What a rule about a document is: a small function over its facts, with a name, a grade and its sources."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from clerkwell.model import Severity
from clerkwell.word.accessibility.facts import Facts, Place

MICROSOFT: Final = "Microsoft, Rules for the Accessibility Checker: "
INSPECTOR: Final = "Microsoft, Document Inspector (hidden data and personal information): "
LIBREOFFICE: Final = "LibreOffice, Accessibility Check: "
GOV_UK: Final = "GOV.UK, Publishing accessible documents: "
WCAG: Final = "Web Content Accessibility Guidelines 2.2, "


@dataclass(frozen=True)
class Found:
    """What a rule found.

    `says` follows the place, after a colon: what is wrong and how to put it right in Word. Findings of one rule with
    the same `cause` are told once, with a count; `style` names the style that is the cause.
    """

    says: str
    at: Place | None = None
    quote: str = ""
    cause: str = ""
    style: str = ""
    severity: Severity | None = None


@dataclass(frozen=True)
class DocumentRule:
    """A rule. `why` names the guidance it comes from, and the reason."""

    id: str
    severity: Severity
    title: str
    why: str
    find: Callable[[Facts], Iterable[Found]]
