"""Bare nil answers beside labels of a header that a layout has besides: "Legal implications: None"."""

from collections.abc import Iterator

from clerkwell.model import Place, Report
from clerkwell.packs import Pack
from clerkwell.packs.repeating import OTHER_DETAILS
from clerkwell.rules.parts.nils import is_bare
from clerkwell.rules.parts.topics import asks_for_words
from clerkwell.rules.rule import Finding


def nils_in_header(report: Report, pack: Pack) -> Iterator[Finding]:
    """Implications that a header tells of with a bare nil answer. What else it asks for may well be nil."""
    for row, said in enumerate(report.repeats.get(OTHER_DETAILS, ())):
        if "label" not in said or "text" not in said:
            continue
        label, text = said["label"].text.strip(), said["text"].text.strip()
        if is_bare(text) and asks_for_words(label, pack):
            place = Place(field=f"{OTHER_DETAILS}.text", row=row, start=0, end=len(said["text"].text))
            message = f"“{label.rstrip(': ')}” says only “{text}”. Say in a sentence why there is nothing to report."
            yield Finding(message, place, text)
