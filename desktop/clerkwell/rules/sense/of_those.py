"""Shares of all who replied, whose number stands in another place: "Of those who responded, 61 (72%)" of 94."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.sense.shares import NUMBER, PERCENT, number_of, share_beside
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_READ: Final = frozenset(("paragraph", "item", "cell"))
_NOUNS: Final = (
    r"(?:responses|replies|respondents|submissions|representations|returns|questionnaires|people|residents|tenants)"
)
_LED: Final = re.compile(
    r"\bOf\s+(?:(?:all\s+)?(?:those|these|the\s+people|the\s+residents|the\s+tenants|people)\s+(?:who|that)\s+(?:had\s+)?(?:responded|replied|answered|took\s+part|completed\s+(?:it|the\s+survey))"
    r"|(?:the|these|all)\s+(?:responses|replies|respondents|submissions|representations)(?:\s+received)?|respondents),?\s+"
    rf"(?P<part>{NUMBER})(?:\s+[a-z]+){{0,3}}?\s*(?:\(|,\s+(?:or\s+)?){PERCENT}",
    re.IGNORECASE,
)
_LED_SIGN: Final = Sign(
    "Of those who",
    "Of the people who",
    "Of the re",
    "Of respondents",
    "Of people who",
    "Of all",
    "Of these",
    "Of the submissions",
)
# "There were 94 responses", "94 people responded", "94 questionnaires were returned".
_WHOLE: Final = re.compile(
    rf"(?:\b(?:there\s+(?:were|was)|received|drew|attracted|had|brought|produced|generated|total\s+of)\s+(?:a\s+total\s+of\s+)?(?P<one>{NUMBER})\s+(?:(?:valid|completed|written|separate|individual|online)\s+)?"
    rf"(?:responses|replies|respondents|submissions|representations|returns)\b(?!\s+(?:from|by|in\s+favour|in\s+support|against|that|about|on)\b)"
    rf"|(?P<two>{NUMBER})\s+(?:(?:valid|completed|written|separate)\s+)?{_NOUNS}\s+(?:(?:were|had\s+been|have\s+been)\s+(?:received|returned|made|submitted)|responded|replied|took\s+part)\b(?!\s+(?:from|by|in\s+favour)\b))",
    re.IGNORECASE,
)
_WHOLE_SIGN: Final = Sign("respon", "repl", "returned", "submi", "represent", "took part")
_LOOSE: Final = re.compile(
    r"\b(?:about|around|over|some|nearly|almost|approximately|more\s+than|at\s+least|further|another|also)\s+\Z",
    re.IGNORECASE,
)


def _led(passage: Passage, _: Guide) -> tuple[re.Match[str], ...]:
    return tuple(_LED.finditer(passage.text)) if passage.kind in _READ else ()


def _wholes(passage: Passage, _: Guide) -> tuple[int, ...]:
    if passage.kind not in _READ:
        return ()
    done = []
    for match in _WHOLE.finditer(passage.text):
        group = "one" if match["one"] else "two"
        if not _LOOSE.search(passage.text[max(0, match.start(group) - 15) : match.start(group)]):
            done.append(number_of(match[group]))
    return tuple(done)


def shares_of_those(reading: Reading) -> Iterator[Finding]:
    """The shares of all who replied that are not those of their number, where the report gives one number of them."""
    led = list(reading.where(_led, _LED_SIGN))
    if not led:
        return
    wholes = {each for _, there in reading.where(_wholes, _WHOLE_SIGN) for each in there}
    if len(wholes) != 1:
        return
    whole = next(iter(wholes))
    for passage, there in led:
        for match in there:
            makes = share_beside(match["part"], str(whole), match)
            if makes:
                message = (
                    f"The text says {match['percent']}%, but {match['part']} of {whole} makes {makes}. "
                    "Put the percentage or a figure right."
                )
                yield found(passage, *match.span("percent"), message)
