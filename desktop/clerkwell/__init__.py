"""Clerkwell: council committee reports, checked while they are written, exported as the council's own Word document."""

__version__ = "0.1.0"
