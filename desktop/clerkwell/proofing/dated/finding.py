"""All that holds for a time in a text, each stretch told once."""

import re
from typing import Final

from clerkwell.proofing.dated.calendar import days_and_years
from clerkwell.proofing.dated.passing import passing_words
from clerkwell.proofing.dated.values import Dated, Times

# A date in an address belongs to the address.
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)\S{1,2000}|\b[\w.+-]{1,64}@\S{1,255}|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/\S{1,2000}"
)


def dated(text: str, times: Times) -> tuple[Dated, ...]:
    """The words of `text` that may be true no longer at the later meeting, in order, none inside another."""
    seen = _ADDRESS.sub(lambda found: " " * len(found[0]), text) if "." in text or "@" in text else text
    found = sorted((*days_and_years(seen, times), *passing_words(seen)), key=lambda each: (each.start, -each.end))
    done: list[Dated] = []
    for each in found:
        if done and each.start < done[-1].end:
            # Words that run over into each other are told as one, for the reason that came first.
            last = done[-1]
            end = max(last.end, each.end)
            done[-1] = Dated(last.start, end, text[last.start : end], last.why)
        else:
            done.append(each)
    return tuple(done)
