"""The catalogue: every rule, in one table."""

from functools import cache

from clerkwell.rules import (
    accessible,
    acronyms,
    appendices,
    bold_headings,
    carried_over,
    colours,
    counted,
    dates,
    deadline,
    details,
    executive,
    header,
    links,
    lists,
    marked,
    money,
    papers,
    personal,
    pointing,
    prompts,
    punctuation,
    purpose,
    references,
    sections,
    sentences,
    status,
    tense,
    totals,
    weekdays,
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
        *personal.rules(),
        *executive.rules(),
        *papers.rules(),
        *purpose.rules(),
        *money.rules(),
        *counted.rules(),
        *totals.rules(),
        *weekdays.rules(),
        *tense.rules(),
        *sections.rules(),
        *prompts.rules(),
        *punctuation.rules(),
        *lists.rules(),
        *sentences.rules(),
        *appendices.rules(),
        *references.rules(),
        *pointing.rules(),
        *carried_over.rules(),
        *acronyms.rules(),
        *accessible.rules(),
        *bold_headings.rules(),
        *links.rules(),
        *colours.rules(),
    )
