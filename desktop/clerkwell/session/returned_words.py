"""What there is to tell of a document that came back, beside what there is to decide."""

from collections.abc import Iterator

from clerkwell.model import Report
from clerkwell.rules import part_title
from clerkwell.session.incoming import Incoming, Read


def said_of(document: Incoming, read: Read, report: Report) -> tuple[str, ...]:
    """Sentences: what it was compared with, what it may change, what of it could not be read."""
    return (*_of_base(document), *_of_sections(document, report), *_of_contents(document, read))


def _of_base(document: Incoming) -> Iterator[str]:
    if document.version is not None:
        yield f"It is compared with the version that it was made of, “{document.version.name}”."
    elif document.base_found:
        yield "The report says what it said when this document was made of it."
    elif document.mark is not None:
        yield (
            "No version is kept of the report as it was when this document was made of it, so it is compared with the "
            "report as it is now: what was written here since looks as if it had been taken out."
        )
    else:
        yield (
            "This document was not exported here, so its words are compared with the report as it is now. Its layout "
            "is left out."
        )


def _of_sections(document: Incoming, report: Report) -> Iterator[str]:
    if document.sections:
        titles = [f"“{part_title(report, document.pack, each)}”" for each in document.sections]
        listed = " and ".join([", ".join(titles[:-1]), titles[-1]] if len(titles) > 1 else titles)
        yield f"It was made to hold {listed}, and nothing else of the report can be changed by it."


def _of_contents(document: Incoming, read: Read) -> Iterator[str]:
    for each in document.document.unread:
        yield f"Could not be read: {each}."
    if document.document.macros:
        yield "It holds macros, which were not looked at and are not kept."
    if document.document.dropped and document.mark is None:
        listed = [f"{count} × {what}" for what, count in document.document.dropped.items()]
        yield f"Looks that no report has were left out: {', '.join(listed)}."
    for finding in read.findings:
        if finding.kind == "tray":
            yield f"These words have no place in the report, and go to its tray: “{_short(finding.text)}”."


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
