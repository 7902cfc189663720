"""Showing what was made: opened by whatever the system has for it, or told in words where it lies."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from clerkwell.ui.kit import Messages, Offer


def show(path: Path, messages: Messages) -> None:
    """Open a file or a folder with the system's program for it; a machine that has none is told of where it is."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        # Not every system says so when its program shows nothing.
        messages.say(f"It is in {path}." if path.is_dir() else f"It is in {path.parent}.")
    elif path.is_dir():
        messages.notice(f"This computer has no program that shows folders. The files are in:\n{path}")
    else:
        messages.notice(f"This computer has no program that opens “{path.name}”. It is in:\n{path.parent}")


def show_in(path: Path, messages: Messages) -> None:
    """Show a file or a folder that was there once, or say that it is not there now."""
    if path.exists():
        show(path, messages)
    else:
        messages.notice(f"“{path.name}” is no longer in {path.parent}: it was moved, renamed or deleted.", "bad")


def show_path(path: Path, messages: Messages) -> tuple[Offer, ...]:
    """The offers to open a document that was made, and the folder that it is in."""
    return (
        Offer("Ope&n", lambda: show(path, messages)),
        Offer("Show fo&lder", lambda: show(path.parent, messages)),
    )
