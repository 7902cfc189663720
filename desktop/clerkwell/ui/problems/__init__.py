"""The list of problems: grouped by what they stop, with go to, put right and set aside."""

from clerkwell.ui.problems.panel import ProblemsPanel

__all__ = ["ProblemsPanel"]
