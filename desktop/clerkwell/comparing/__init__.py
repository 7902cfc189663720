"""What differs between two reports, in words, and two people's changes to one report brought together."""

from clerkwell.comparing.aligning import aligned
from clerkwell.comparing.comparison import compare, reverted
from clerkwell.comparing.merging import merge
from clerkwell.comparing.results import Choice, Conflict, Difference, Merged, Piece
from clerkwell.comparing.withheld import Withheld, kept_withheld

__all__ = [
    "Choice", "Conflict", "Difference", "Merged", "Piece", "Withheld", "aligned", "compare", "kept_withheld", "merge",
    "reverted",
]  # fmt: skip
