"""What differs between two reports, and taking some of it back."""

from collections.abc import Collection

from clerkwell.comparing.ledger import Ledger
from clerkwell.comparing.naming import Naming
from clerkwell.comparing.results import Difference
from clerkwell.comparing.walking import settled_report
from clerkwell.model import Report
from clerkwell.packs import Pack


def compare(before: Report, after: Report, pack: Pack) -> tuple[Difference, ...]:
    """Every difference, in the order of the document: header, sections, appendices, lists at the end.

    A block of `after` is held against the block of `before` that has its id; reports that were not made of one another
    are `aligned` first.
    """
    ledger = Ledger(Naming(before, pack), Naming(after, pack))
    settled_report(before, after, ledger)
    return tuple(ledger.found)


def reverted(before: Report, after: Report, pack: Pack, ids: Collection[str]) -> Report:
    """`after` with the differences of these ids, from `compare`, taken back."""
    if not ids:
        return after
    return settled_report(before, after, Ledger(Naming(before, pack), Naming(after, pack), frozenset(ids)))
