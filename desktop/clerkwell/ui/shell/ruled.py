"""What IT does not allow on this computer, in words for whoever asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerkwell.system import Settings


def no_drafts(settings: Settings) -> str:
    """Why no draft may leave the program; "" where one may."""
    what = "Drafts may not be exported, printed or sent"
    return "" if settings.allow_drafts else _ruled(what, "allow_drafts", settings)


def no_acceptance(settings: Settings) -> str:
    """Why no error may be accepted; "" where one may."""
    return "" if settings.allow_acceptance else _ruled("Errors may not be accepted", "allow_acceptance", settings)


def no_taking_over(settings: Settings) -> str:
    """Why no report may be taken over from a colleague; "" where one may."""
    return "" if settings.allow_take_over else _ruled("It may not be taken over", "allow_take_over", settings)


def _ruled(what: str, name: str, settings: Settings) -> str:
    return f"{what} here{settings.because(name)}."
