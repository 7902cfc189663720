"""Ids for what is new in a pack: people give it a title, and the pack calls it after that."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import count

# Room for a number behind it, where an id of this name is taken.
_NUMBER = 4


def new_id(title: str, taken: Iterable[str], most: int = 36, otherwise: str = "part") -> str:
    """An id after a title that none of these is: “Ward members” is `ward-members`, or else `ward-members-2`.

    It has at most so many characters, cut between words; a title without a letter or figure is called `otherwise`.
    """
    parted = unicodedata.normalize("NFKD", title.replace("&", " and ").casefold())
    named = "".join(each for each in parted if not unicodedata.combining(each) and each not in "'’")
    base = _whole_words("-".join(re.findall(r"[a-z0-9]+", named)), most) or otherwise
    there = frozenset(taken)
    numbered = (f"{_whole_words(base, most - _NUMBER)}-{number}" for number in count(2))
    return base if base not in there else next(each for each in numbered if each not in there)


def _whole_words(name: str, most: int) -> str:
    """As much of a name as fits, without a part of a word at its end where it has several."""
    if len(name) <= most:
        return name
    cut = name[: most + 1]
    return (cut.rpartition("-")[0] or cut[:most]).strip("-")
