"""The start page: new, recent, open."""
