"""The catalogue: every rule, in one table."""

from functools import cache

from clerkwell.rules import (
    acronyms,
    accessible,
    appendices,
    bold_headings,
    carried_over,
    colours,
    dates,
    deadline,
    details,
    header,
    links,
    lists,
    marked,
    prompts,
    punctuation,
    references,
    sections,
    status,
    withheld,
)
from clerkwell.rules.rule import Rule


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule, in the order of the document's parts."""
    return (
        *header.rules(),
        *dates.rules(),
        *deadline.rules(),
        *status.rules(),
        *withheld.rules(),
        *marked.rules(),
        *details.rules(),
        *sections.rules(),
        *prompts.rules(),
        *punctuation.rules(),
        *lists.rules(),
        *appendices.rules(),
        *references.rules(),
        *carried_over.rules(),
        *acronyms.rules(),
        *accessible.rules(),
        *bold_headings.rules(),
        *links.rules(),
        *colours.rules(),
    )
