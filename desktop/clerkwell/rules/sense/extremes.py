"""The rule about prices and scores: who is said to have the lowest or the highest has it in the table."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.model import Table
from clerkwell.proofing.sense.extremes import CLAIMED_WITH, Claim, claims
from clerkwell.proofing.sense.figures import figure
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.summing import NO_PART, SUBTOTAL
from clerkwell.rules.sense.totals import texts
from clerkwell.rules.signs import Sign

_CLAIMED: Final = Sign(*CLAIMED_WITH)
_TOTAL: Final = re.compile(r"\A\W*(?:grand\s+|overall\s+|combined\s+)?total\b", re.IGNORECASE)
_PRICES: Final = re.compile(r"\b(?:price|cost|quotation|tender|bid|quote|amount|sum|offer)s?\b|\A£\Z", re.IGNORECASE)
_SCORES: Final = re.compile(r"\b(?:scores?|marks?|points|out of|weighting)\b|%", re.IGNORECASE)
# Beside marks for quality those for price are marks too.
_QUALITY: Final = re.compile(r"\b(?:quality|social\s+value|method|technical|ranking?)\b", re.IGNORECASE)
_KIND: Final = re.compile(r"(?:option|firm|company|supplier|contractor|tenderer|bidder|tender)\s+", re.IGNORECASE)
_SHORTEST: Final = 4


def _claims(passage: Passage, _: Guide) -> tuple[Claim, ...]:
    return tuple(claims(passage.text)) if passage.kind in ("paragraph", "item") else ()


def _against_table(reading: Reading) -> Iterator[Finding]:
    for passage, told in reading.where(_claims, _CLAIMED):
        tables = _tables(reading, passage)
        for claim in told:
            about = [rows for rows in tables if any(row and _is_named(claim.name, row[0]) for row in rows)]
            wrong = _better(claim, about[0]) if len(about) == 1 else None
            if wrong is not None:
                own, name, other = wrong
                message = (
                    f"The table has {own} for {claim.name} and {other} for {name}, so this is not the {claim.way}. "
                    "Put the text or the table right."
                )
                yield found(passage, claim.start, claim.end, message)


def _tables(reading: Reading, passage: Passage) -> list[list[list[str]]]:
    """The words of the tables of the part in which a passage stands."""
    done: dict[str, list[list[str]]] = {}
    for each in reading.passages:
        place = each.place
        same = (place.section, place.appendix) == (passage.place.section, passage.place.appendix)
        if same and isinstance(each.block, Table) and place.path == (0, 0, 0):
            done[place.block] = texts(each.block)
    return list(done.values())


def _better(claim: Claim, rows: Sequence[Sequence[str]]) -> tuple[str, str, str] | None:
    """What the table has for who is named, and who has better, and with what; None where it is not certain."""
    column = _column(claim, rows[0]) if len(rows) > 2 else -1
    if column < 1:
        return None
    body = [row for row in rows[1:] if not (SUBTOTAL.search(row[0]) or NO_PART.match(row[0]))]
    known = [(row[0].strip(), row[column], value) for row in body if (value := _value(row[column])) is not None]
    own = [each for each in known if _is_named(claim.name, each[0])]
    if len(own) != 1 or len(known) != len(body):
        return None
    best = (min if claim.way == "lowest" else max)(known, key=lambda each: each[2])
    return None if best[2] == own[0][2] else (own[0][1], best[0], best[1])


def _column(claim: Claim, heads: Sequence[str]) -> int:
    """The column that has what is claimed of: the total, else the only one of prices or of scores."""
    if claim.price and any(_SCORES.search(head) or _QUALITY.search(head) for head in heads):
        # Marks for price are the higher the lower it is.
        return -1
    named = [head for head in heads if head.strip()]
    if len(named) < len(heads):
        # Heads that an import could not tell apart: the last column is the total where the last of them says so.
        return len(heads) - 1 if claim.price and _TOTAL.search(named[-1] if named else "") else -1
    totals = [at for at, head in enumerate(heads) if at and _TOTAL.search(head)]
    kinds = [at for at, head in enumerate(heads) if at and (_PRICES if claim.price else _SCORES).search(head)]
    best = totals if len(totals) == 1 else kinds
    return best[0] if len(best) == 1 else -1


def _value(text: str) -> Decimal | None:
    known = figure(text)
    return known.value if known else None


def _is_named(name: str, label: str) -> bool:
    short = _KIND.sub("", name, count=1) if _KIND.match(name) else name
    words = label.split()
    if len(short) <= 2:
        return bool(words) and (words[0].strip(".:") == short or words[-1].strip(".:") == short)
    return len(short) >= _SHORTEST and short.casefold() in label.casefold()


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "lowest-against-table", "warning", "Who is said to have the lowest price or the highest score has not",
            "The reason that is given for a decision is not true, and the decision can be challenged.",
            Across(_against_table), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
