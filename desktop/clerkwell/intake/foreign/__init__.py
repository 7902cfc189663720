"""Word documents from elsewhere, as the lines that the recogniser reads, with what Word knows of each for certain."""

from clerkwell.intake.foreign.unfolding import Unfolded, unfold

__all__ = ["Unfolded", "unfold"]
