"""Making and checking packs."""

from clerkwell.workshop.checking import check_pack, usable
from clerkwell.workshop.problem import PackProblem

__all__ = ["PackProblem", "check_pack", "usable"]
