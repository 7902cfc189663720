"""Words that are written with a hyphen, and when another way of writing them is the same word."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from clerkwell.system import resources_folder

_COMPOUND = re.compile(r"(?<![\w’'-])(?P<first>[A-Za-z]{1,12})[-‑](?P<second>[a-z]{2,16})(?![\w’'-])")
_DETERMINER: Final = re.compile(r"\b(?:the|an?|each|every|this|that|its|their|our|any|some|no) \Z", re.IGNORECASE)
_NO_NOUN_AFTER: Final = re.compile(
    r"\s*(?:[.,;:)]|\Z)|\s+(?:in|of|is|are|was|were|has|have|had|will|can|may|must|should|for|and|or|to|that|which|who|by"
    r"|at|with|from|on|as|than|because|when|if|does|do)\b"
)
_NO_PLURAL: Final = ("ss", "us", "is")


class Compound(NamedTuple):
    """A word with a hyphen. `ways`: how else the same word is written, in small letters."""

    start: int
    end: int
    word: str
    ways: tuple[str, ...]


@cache
def hyphen_words() -> Mapping[str, frozenset[str]]:
    """The words that this goes by; see `resources/language/hyphens.toml`."""
    given = tomllib.loads((resources_folder() / "language" / "hyphens.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in given.items()}


def compounds(text: str) -> Iterator[Compound]:
    """The words with one hyphen of which another way of writing them would be the same word.

    What depends on the place in the sentence is left out: "a long-term plan", "in the long term"; "to follow up", "a
    follow-up".
    """
    if "-" not in text and "‑" not in text:
        return
    known = hyphen_words()
    for match in _COMPOUND.finditer(text):
        first, second = match["first"].casefold(), match["second"]
        word = f"{first}-{second}"
        if word in known["another"]:
            continue
        ways = [first + second]
        # A compound in the plural is a noun ("care-leavers"), and so is one that stands alone after "the" or "each".
        plural = second.endswith("s") and not second.endswith(_NO_PLURAL) and len(first) > 2 and len(second) > 3
        if first in known["spaced"] or word in known["nouns"] or plural or _is_noun(text, match):
            ways.append(f"{first} {second}")
        yield Compound(match.start(), match.end(), word, tuple(ways))


def _is_noun(text: str, match: re.Match[str]) -> bool:
    second = match["second"]
    if second.endswith(("ing", "ed")) or second in known_particles() or len(second) < 4:
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    return bool(_DETERMINER.search(before) and _NO_NOUN_AFTER.match(text, match.end()))


def known_particles() -> frozenset[str]:
    """What makes a noun of a verb: "follow-up" is one, and "follow up" is not."""
    return hyphen_words()["particles"]
