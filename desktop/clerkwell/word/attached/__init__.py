"""Files that travel with a report: what words they hold, what they tell of their makers, and taking that out."""

from clerkwell.word.attached.inspecting import inspect
from clerkwell.word.attached.others import kind_of, told_by
from clerkwell.word.attached.stripping import cleaned, strip
from clerkwell.word.attached.texts import Stretch, Unreadable, digest, says_nothing, stretches

__all__ = [
    "Stretch",
    "Unreadable",
    "cleaned",
    "digest",
    "inspect",
    "kind_of",
    "says_nothing",
    "stretches",
    "strip",
    "told_by",
]
