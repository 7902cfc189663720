"""Nil answers: words that only say that there is nothing to say."""

import re

_NIL = re.compile(
    r"(?:n\s*/?\s*a|none|nil|not applicable|no implications?|none (?:identified|arising|applicable|directly|known)"
    r"|not relevant|nothing to report|no comments?|-+|–|—)\s*[.;:]?",
    re.IGNORECASE,
)


def is_nil(text: str) -> bool:
    """Whether the whole text is a bare nil answer: "N/A.", "None", "Not applicable"."""
    return _NIL.fullmatch(text.strip()) is not None
