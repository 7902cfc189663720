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

    if awaits:
        what = f"Approximation, until the pages that {awaits} makes are there."
    elif made.engine.approximate:
        what = "Approximation, made by Clerkwell from the exported document: Word’s lines and page count may differ."
    else:
        what = f"Made by {made.engine.name} from the exported document."
    parts = (f"{pages_in_words(made.pages)}.", what, *made.notes, page_advice(made.pages, pack))
    return " ".join(part for part in parts if part)
