"""Names of a table's rows as a text says them, and figures that are another with a slip of the keys."""

import re
from typing import Final

_SMALL: Final = frozenset(("the", "of", "and", "a", "an", "in", "for", "to", "on", "at", "per", "our", "with"))
_WORD: Final = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")


def label_words(text: str) -> tuple[str, ...]:
    """The words of a name by which it is known, without small ones, brackets and endings: "Children's Services" and
    "children's service" are the same."""
    plain = re.sub(r"\([^)]*\)", " ", text).casefold().replace("&", " and ")
    words = (re.sub(r"['’]s?\Z", "", each) for each in _WORD.findall(plain))
    return tuple(_stem(each) for each in words if each not in _SMALL)


def is_slip(one: str, other: str) -> bool:
    """Whether two numbers, written as digits, are one with two of its digits changed about or one other digit."""
    one, other = one.replace(",", "").replace(".", ""), other.replace(",", "").replace(".", "")
    if len(one) != len(other) or one == other:
        return False
    at = [index for index in range(len(one)) if one[index] != other[index]]
    return at[0] > 0 if len(at) == 1 else is_turned(one, other)


def is_turned(one: str, other: str) -> bool:
    """Whether two numbers have two neighbouring digits changed about, and nothing else."""
    at = [index for index in range(len(one)) if one[index] != other[index]] if len(one) == len(other) else []
    return len(at) == 2 and at[1] == at[0] + 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]


def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
