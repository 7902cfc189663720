"""Making a PDF, from the command line."""

from pathlib import Path

from clerkwell.cli.errors import CommandError


def say_pdf(document: Path) -> None:
    """Making a PDF."""
    raise CommandError(f"No PDF of {document.name} was made. Making a PDF comes in a later version.")
