"""The picture of a pack's first page: its invented sample as the council's document."""

from collections.abc import Callable, Sequence
from threading import Event

from clerkwell.packs import Pack
from clerkwell.printing import Engine
from clerkwell.printing.pdf import Picture
from clerkwell.session.trial import TrialError, trial_pages

__all__ = ["Picture", "first_page"]


def first_page(
    pack: Pack, width: int, ways: Callable[[], Sequence[Engine]] | None = None, stop: Event | None = None
) -> Picture | None:
    """The first page, `width` pixels across; None where it cannot be made, or once `stop` is set."""
    try:
        pdf = trial_pages(pack, ways, stop)
    except TrialError:
        return None
    if pdf is None:
        return None
    try:
        return pdf.picture(0, width / pdf.sizes[0][0])
    finally:
        pdf.close()
