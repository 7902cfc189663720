"""What an import hands back: the report, and an account of everything that did not go in as it stood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from clerkwell.model import Report
from clerkwell.packs import Pack

Kind = Literal["tray", "lacking", "noted"]


class NotAReportError(Exception):
    """The text is no committee report. The message says in one sentence what it seems to be and what to do."""


@dataclass(frozen=True)
class Finding:
    """One thing to tell the user about an import.

    "tray": `text` is, word for word, what could not be placed. "lacking": what the layout asks for and the source
    did not have. "noted": what was changed on the way in (a page header left out, a heading worded otherwise).
    `where` is the place in the source, in words; "" for the whole of it.
    """

    kind: Kind
    text: str
    where: str = ""


@dataclass(frozen=True)
class Mapped:
    """Words of the source that the document prints by itself, so that the report does not hold them.

    `to` is what prints them: a label, a heading, a number; or "page" for a page header or footer left out, "prompt" for
    a prompt that nobody answered and for answers that were not ticked.
    """

    words: str
    to: Literal["label", "heading", "number", "page", "council", "prompt"]


@dataclass(frozen=True)
class Imported:
    """A report taken in, the pack it was recognised as, the findings, and the words that were mapped.

    Every word of the source is in the report, in its tray, or in `mapped`. `attachments` are the files that the report
    keeps, by the name that it knows them under: the pictures of a Word document.
    """

    report: Report
    pack: Pack
    findings: tuple[Finding, ...]
    mapped: tuple[Mapped, ...]
    attachments: Mapping[str, bytes] = field(default_factory=dict, repr=False)
