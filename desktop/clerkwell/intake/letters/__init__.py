"""Letters of inspectors, auditors and others: what they found, who wrote them, and their words as quotations."""

from clerkwell.intake.letters.finding import findings_in
from clerkwell.intake.letters.quoting import as_quotation, as_quotations
from clerkwell.intake.letters.source import source_of
from clerkwell.intake.letters.values import LetterFinding, LetterKind, LetterSource

__all__ = [
    "LetterFinding",
    "LetterKind",
    "LetterSource",
    "as_quotation",
    "as_quotations",
    "findings_in",
    "source_of",
]
