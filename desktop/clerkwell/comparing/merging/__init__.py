"""Two people's changes to one report brought together."""

from clerkwell.comparing.merging.report import merge

__all__ = ["merge"]
