"""What a text says in figures and verbs: sums, counts, totals, decisions, tenses, pointers."""
