"""Names of months in a text: in full, and as people shorten them."""

import re
from typing import Final

from clerkwell.model.days import MONTHS

# A part of patterns, to be put where the name of a month stands, with the stop that may end a shortened one.
MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_BEGINNINGS: Final = tuple(name[:3] for name in MONTHS)
_ANY: Final = re.compile("|".join(_BEGINNINGS))


def names_month(text: str) -> bool:
    """Whether a text may name a month: quick, and before anything that is not."""
    return _ANY.search(text) is not None


def month_number(name: str) -> int:
    """The number of a month, January being 1, from what `MONTH` finds. ValueError: it is no name of one."""
    return _BEGINNINGS.index(name[:3].capitalize()) + 1
