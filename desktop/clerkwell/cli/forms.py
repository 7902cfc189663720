"""Exporting the blank form, from the command line."""

import argparse

from clerkwell.cli.errors import CommandError


def export_form(options: argparse.Namespace) -> int:
    """Exporting the blank form."""
    raise CommandError(f"{options.file.name} was not exported. Exporting the blank form comes in a later version.")
