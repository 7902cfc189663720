"""Rules about what does not agree with itself: money, counts, totals, dates, purposes."""
