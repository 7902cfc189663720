"""What a text says is overspent or underspent: of what, by how much, which way."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from clerkwell.proofing.sense.amounts import amounts
from clerkwell.proofing.sense.figures import figure

# None is told without one of these, in small letters.
OVERSPENT_WITH: Final = ("verspen", "nderspen", "ver-spen", "nder-spen", "over budget", "under budget")
_SUM: Final = r"£\s?\d+(?:,\d{3})*(?:\.\d+)?(?:\s?(?:k|mn?|million|thousand)\b)?"
_SOME: Final = r"(?:(?:just\s+)?(?:about|around|approximately|some|nearly|almost|roughly|over|under)\s+)?"
_SPEND: Final = r"(?:over|under)-?spen(?:d|ds|t|ding)"
_KIND: Final = (
    r"(?:(?:forecast|projected|net|potential|total|overall|year-end|small|modest|slight|significant|current|revenue"
    r"|anticipated|estimated|expected|reported|predicted)\s+){0,3}"
)
_WAYS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "An overspend of £34,000", "to overspend by £34,000", "overspent by £34,000".
        rf"\b(?P<way>{_SPEND})\s+(?:(?:is|was)\s+(?:now\s+)?(?:forecast|expected|projected|estimated)\s+(?:to\s+be|at)\s+|(?:is|was|will\s+be)\s+)?(?:of\s+|by\s+)?{_SOME}(?P<sum>{_SUM})",
        # "A £34,000 overspend", "£2.9 million overspend", "£34,000 over budget".
        rf"(?P<sum>{_SUM})\s+{_KIND}(?P<way>{_SPEND}|(?:over|under)\s+(?:its\s+|the\s+)?budget)\b",
    )
)
_UNSUMMED: Final = re.compile(
    rf"\b(?:this|which|the\s+(?:variance|position|forecast))\s+(?:is|was|is\s+forecast\s+to\s+be|shows|reflects|represents)\s+an?\s+{_KIND}(?P<way>{_SPEND})\b(?!\s+(?:of|by)\b)",
    re.IGNORECASE,
)
# What is nobody's figure of a table: another time's, a part, what might be.
_OTHER: Final = re.compile(
    r"\b(?:previous\w*|earlier|last\s+(?:year|quarter|month|report|period|reported)|prior|at\s+(?:quarter|period|month|the\s+end\s+of)|compared|rather|instead|of\s+which"
    r"|from|include[sd]?|including|part|partly|further|additional|another|offset|before|after|without|excluding|reduc\w+|increas\w+|improv\w+|worse\w*|rose|risen|fallen|fell|remaining|if|would|could|may|might"
    r"|cumulative|brought|carried|average|each|per|up\s+to|more\s+than|less\s+than|over\s+£|at\s+least|not|no\s+longer|alone|mainly|relat\w+|due\s+in\s+part|respectively|between|than|first|second|other|reported\s+(?:to|at|in)"
    r"|outturn\s+(?:for|in)\s+20\d\d|capital|(?:quarter|period|month)\s+\d|Q[1-4]|P\d{1,2})\b",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|just|c\.?|circa|over|under)\s*\Z", re.IGNORECASE
)


class Overspend(NamedTuple):
    """Where it is said, which way it goes, how many pounds and to which step they are told; `pounds` is nothing where
    the text names no sum. `before` and `after` are the rest of its sentence, `others` the other sums in it."""

    start: int
    end: int
    over: bool
    pounds: Decimal
    step: Decimal
    before: str
    after: str
    others: tuple[Decimal, ...]


def overspends(text: str, start: int, end: int) -> Iterator[Overspend]:
    """What one sentence of a text says is overspent or underspent, where it says it of one thing and of now."""
    sentence = text[start:end]
    found = [each for way in _WAYS for each in way.finditer(sentence)]
    if len(found) > 1:
        return
    given = list(amounts(sentence))
    if not found:
        said = _UNSUMMED.search(sentence) if not given else None
        if said and not _OTHER.search(sentence[: said.end()]):
            yield Overspend(
                start + said.start("way"), start + said.end("way"), _is_over(said["way"]), Decimal(), Decimal(),
                sentence[: said.start("way")], sentence[said.end() :], (),
            )  # fmt: skip
        return
    told = found[0]
    summed = next((each for each in given if each.start == told.start("sum")), None)
    known = figure(told["sum"])
    if summed is None or known is None or not summed.pounds:
        return
    before, after = sentence[: told.start()], sentence[told.end() :]
    near = after.partition(",")[0] if "," in after else after
    if _OTHER.search(before) or _OTHER.search(_UP_TO_REASON.split(near, maxsplit=1)[0]):
        return
    loose = _ABOUT.search(sentence[: told.start("sum")]) is not None
    step = known.step if known.step > 1 or "." in told["sum"] else _step_of(summed.pounds)
    yield Overspend(
        start + told.start(), start + told.end(), _is_over(told["way"]), summed.pounds, step * (10 if loose else 1),
        before, after, tuple(each.pounds for each in given if each is not summed),
    )  # fmt: skip


# What follows is why, and no longer what is overspent.
_UP_TO_REASON: Final = re.compile(
    r"\b(?:because|due\s+to|as\s+a\s+result|owing\s+to|arising|caused|reflect\w*|which|while|but|and\s+will|has|was|is|are|relates?)\b"
    r"|[;(]"
)


def _is_over(way: str) -> bool:
    return way.casefold().startswith("over")


def _step_of(pounds: Decimal) -> Decimal:
    """To what a sum told in full is rounded: £34,000 to a thousand, £34,250 to ten."""
    step = Decimal(1)
    while pounds and pounds % (step * 10) == 0 and step < 1_000:
        step *= 10
    return step
