"""The saved state in words, for the status bar and the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerkwell.session import Session


def saved_words(session: Session | None) -> str:
    """Where the work is: in its file, on its way there, or in no file yet."""
    if session is None:
        return ""
    if session.read_only:
        return "Read only"
    if session.path is None:
        return "Not saved in a file yet (Ctrl+S)" if session.dirty else "New report"
    return "Changes not saved yet" if session.dirty else "All changes saved"


def window_title(session: Session | None) -> str:
    """The subject or the file's name, and the program's; Qt puts its mark at `[*]`."""
    if session is None:
        return "Clerkwell"
    subject = " ".join(session.report.field("subject").text.split())
    name = subject or (session.path.stem if session.path else "New report")
    # A long subject must not push the program's name off the title bar.
    short = name if len(name) <= 70 else f"{name[:67]}…"
    return f"{short}[*] – Clerkwell"
