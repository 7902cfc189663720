"""Names in a text: acronyms and what they stand for, bodies, posts, persons."""
