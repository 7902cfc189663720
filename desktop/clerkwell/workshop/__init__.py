"""Making and checking packs."""

from clerkwell.workshop.changed import PackChange, pack_changes
from clerkwell.workshop.checking import check_pack, usable
from clerkwell.workshop.problem import PackProblem

__all__ = ["PackChange", "PackProblem", "check_pack", "pack_changes", "usable"]
