"""What the pane says of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerkwell.packs import Pack

if TYPE_CHECKING:
    from clerkwell.printing import Made


def pages_in_words(count: int) -> str:
    """ "1 page", "4 pages"."""
    return "1 page" if count == 1 else f"{count} pages"


def made_by(made: Made, pack: Pack, awaits: str = "") -> str:
    """How many pages there are, what made them, what was tried in vain, and what the council says of the length.

    `awaits` names what makes the pages that these are shown in place of, for a moment.
    """
    from clerkwell.session.pdf import page_advice

    count = f"{pages_in_words(made.pages)}."
    if awaits:
        # About as long as what takes its place, so that it takes no other room.
        count, what = f"{pages_in_words(made.pages)}, approximated until {awaits} has made them.", ""
    elif made.engine.approximate:
        what = "Approximation: Word’s lines and page count may differ."
    else:
        what = f"Made by {made.engine.name} from the exported document."
    parts = (count, what, *made.notes, page_advice(made.pages, pack))
    return " ".join(part for part in parts if part)
