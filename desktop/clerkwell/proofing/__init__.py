"""Spelling and wording over plain text: dictionaries, and the user's own words."""
