"""Making and checking packs."""

from clerkwell.workshop.checking import PackProblem, check_pack, usable

__all__ = ["PackProblem", "check_pack", "usable"]
