"""A report started from last year's: what is asked again, what may be true no longer, and the move to a newer pack."""
