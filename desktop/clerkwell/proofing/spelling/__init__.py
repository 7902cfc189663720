"""Words by themselves: the dictionaries, and what stands in place of another word."""
