"""The editors, one for each kind of thing a report holds."""
