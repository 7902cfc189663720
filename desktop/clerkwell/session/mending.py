"""Putting right all of one kind in an open report: one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerkwell.session.session import Session

if TYPE_CHECKING:
    from clerkwell.rules import FixedAll

LABEL = "Put right all of a kind"


def fix_all(session: Session, rule: str, own_words: frozenset[str] = frozenset()) -> FixedAll:
    """Make every fix of a rule's problems as one step of undo; how many it put right, and how many are left."""
    # The rules are no part of what the start page loads.
    from clerkwell.rules import fix_all

    done = fix_all(rule, session.report, session.pack, own_words)
    if done.edit is not None:
        session.close_step()
        session.apply(done.edit, LABEL)
        session.close_step()
    return done
