"""The page of the workshop for the parts of a report: the questions of its header, its headings and its sections.

Nothing is loaded here before it is asked for.
"""
