"""The rules about documents, a module for each subject."""

from clerkwell.word.accessibility.rule import DocumentRule
from clerkwell.word.accessibility.rules import (
    contrasts,
    documents,
    headings,
    leftovers,
    lettering,
    links,
    objects,
    spacing,
    tables,
    typed,
)


def document_rules() -> tuple[DocumentRule, ...]:
    """Every rule, in the order in which findings of one grade are told."""
    subjects = (documents, headings, objects, tables, links, contrasts, lettering, typed, spacing, leftovers)
    return tuple(rule for subject in subjects for rule in subject.rules())


__all__ = ["document_rules"]
