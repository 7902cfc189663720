"""The catalogue: every rule, in one table, by subject."""

from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import Final

from clerkwell.rules.access import accessible, bold_headings, colours, links
from clerkwell.rules.language import (
    addresses,
    grammar,
    house,
    list_words,
    lists,
    punctuation,
    run_together,
    sentences,
    slips,
    spelling,
    wording,
)
from clerkwell.rules.law import (
    acts,
    deadline,
    details,
    executive,
    marked,
    papers,
    personal,
    private_matters,
    status,
    withheld,
)
from clerkwell.rules.naming import acronyms, addressed, alike, bodies_apart, committees, names, one_word_apart, terms
from clerkwell.rules.parts import (
    absent,
    appendices,
    boxes,
    calling,
    carried_over,
    clearances,
    dates,
    empty_cells,
    empty_labels,
    header,
    leading,
    numbered,
    pointed_elsewhere,
    pointing,
    prompts,
    references,
    sections,
)
from clerkwell.rules.rule import Rule
from clerkwell.rules.sense import (
    against_total,
    asked_body,
    beside,
    changed_rows,
    changes,
    counted,
    counted_again,
    dated_twice,
    denied,
    discord,
    extremes,
    far_years,
    lengths_told,
    limits,
    miscited,
    money,
    money_told,
    net_cost,
    periods,
    preferred,
    purpose,
    replies,
    shares,
    sums,
    swapped,
    tabled,
    tense,
    told_of_table,
    totals,
    unsaid,
    weekdays,
    years_told,
)

# Each subject is a room of its own; each of its modules has the table of its rules.
_SUBJECTS: Final = {
    "parts": (
        header,
        boxes,
        leading,
        dates,
        absent,
        sections,
        prompts,
        appendices,
        references,
        pointing,
        pointed_elsewhere,
        calling,
        numbered,
        empty_cells,
        empty_labels,
        carried_over,
        clearances,
    ),
    "law": (deadline, status, withheld, marked, details, personal, private_matters, executive, acts, papers),
    "sense": (
        purpose,
        asked_body,
        money,
        money_told,
        net_cost,
        preferred,
        counted,
        counted_again,
        replies,
        tabled,
        sums,
        shares,
        totals,
        beside,
        against_total,
        extremes,
        told_of_table,
        swapped,
        weekdays,
        years_told,
        far_years,
        periods,
        dated_twice,
        lengths_told,
        limits,
        miscited,
        changes,
        changed_rows,
        tense,
        discord,
        denied,
        unsaid,
    ),
    "naming": (acronyms, terms, alike, bodies_apart, one_word_apart, committees, names, addressed),
    "language": (
        spelling,
        wording,
        slips,
        grammar,
        addresses,
        punctuation,
        lists,
        list_words,
        sentences,
        run_together,
        house,
    ),
    "access": (accessible, bold_headings, links, colours),
}


@cache
def subjects() -> Mapping[str, tuple[Rule, ...]]:
    """The rules of each subject, by the name of its room."""
    return {name: tuple(chain.from_iterable(each.rules() for each in modules)) for name, modules in _SUBJECTS.items()}


@cache
def catalogue() -> tuple[Rule, ...]:
    """Every rule, in the order of the subjects."""
    return tuple(chain.from_iterable(subjects().values()))
