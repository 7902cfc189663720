"""What differs between two reports, in words, and two people's changes to one report brought together."""

from clerkwell.comparing.aligning import aligned
from clerkwell.comparing.comparison import compare, reverted
from clerkwell.comparing.merging import merge
from clerkwell.comparing.results import Choice, Conflict, Difference, Merged, Piece

__all__ = ["Choice", "Conflict", "Difference", "Merged", "Piece", "aligned", "compare", "merge", "reverted"]
