"""How dates, times, sums and numbers are written, and how each would be in another form."""
