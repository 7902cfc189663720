"""Rules about names: acronyms, bodies, posts and persons, each in one way and explained once."""
