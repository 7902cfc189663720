"""Nil answers: words that only say that there is nothing to say."""

import re

_NIL = re.compile(
    r"(?:n\s*/?\s*a|n\.a|(?:there (?:is|are) )?none|nil|not applicable|no (?:\w+ ){0,2}implications?"
    r"|none (?:identified|arising|applicable|directly|known|(?:at (?:this|the present) (?:time|stage)|at present))"
    r"|not relevant|nothing (?:to|further to) (?:report|add)|no comments?|tb[ca]|to be (?:confirmed|advised)|-+|–|—)"
    r"\s*[.;:]?",
    re.IGNORECASE,
)


def is_nil(text: str) -> bool:
    """Whether the whole text is a bare nil answer: "N/A.", "None", "Not applicable"."""
    return _NIL.fullmatch(text.strip()) is not None
