"""Slips of grammar that are listed one by one, each tried where its own pair of words stands."""
