"""The command line, without a window."""

from clerkwell.cli.main import main

__all__ = ["main"]
