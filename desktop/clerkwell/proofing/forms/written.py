"""Something that can be written in several ways, as it stands in a text."""

from typing import NamedTuple


class Written(NamedTuple):
    """`start` to `end` are its words, `form` how it is written, `parts` what it says."""

    start: int
    end: int
    form: str
    parts: tuple[str, ...]
