"""Two figures told beside each other and what lies between them: "1,344 homes, compared with 1,120 a year earlier, a
rise of 25%"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.model.days import MONTHS
from clerkwell.proofing.sense.changes import Change
from clerkwell.proofing.sense.figures import Figure, figure
from clerkwell.proofing.sense.phrases import BOUNDS, DROPS, FIGURE, HEDGES, RISE_OR_DROP, RISES
from clerkwell.proofing.text.sentences import Stretch, sentences

# No such thing is told without one of these.
LEVELS_WITH: Final = tuple(f" {each} of " for each in (*RISES, *DROPS))
# No day: "consulted from 6 August".
_FIGURE: Final = rf"(?<![\d,.]){FIGURE}(?![\d/–-]|\s(?:{'|'.join(MONTHS)})\b)"
_REST: Final = r"(?:(?!\d)[^.;£%]){0,60}?"
_WHEN: Final = r"(?:[^.;,£%]|,(?=\d)){0,50}?"
_BY: Final = (
    rf",?\s+(?:which\s+is\s+|this\s+is\s+|or\s+)?(?:an?)\s+(?:net\s+|overall\s+|total\s+)?{RISE_OR_DROP}"
    rf"\s+of\s+(?P<by>{_FIGURE})(?P<points>\s+(?:percentage\s+)?points?\b)?"
)
# "Risen by 20 in a year, from 300 to 320": both figures stand after it.
_NO_RANGE: Final = r"(?![^.;£%]{0,50}?\sto\s+£?\d)"
# The later figure comes first where it is compared, and last where both are told in order.
_COMPARED: Final = re.compile(
    rf"(?P<now>{_FIGURE}){_REST},?\s+\(?(?:compared\s+(?:with|to)|against|as\s+against|up\s+from|down\s+from|from)\s+(?P<then>{_FIGURE}){_NO_RANGE}{_WHEN}{_BY}"
)
_IN_ORDER: Final = re.compile(
    rf"(?P<then>{_FIGURE}){_REST}\s(?:in|at|on)\s+(?P<year1>{_WHEN}(?:19|20)\d\d(?:[/–-]\d\d)?)(?:,|\s+and|,\s+and)\s+(?:were\s+|was\s+)?(?P<now>{_FIGURE}){_REST}"
    rf"\s(?:in|at|on)\s+(?P<year2>{_WHEN}(?:19|20)\d\d(?:[/–-]\d\d)?){_BY}"
)
_OPEN: Final = re.compile(
    rf"\b(?:{HEDGES}|{BOUNDS}|over\s+\d|budget|target|forecast|average\s+of|of\s+which|national\w*"
    r"|per\s+(?!cent)[a-z]+|real\s+terms|inflation|of\s+whom)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_HUNDRED: Final = Decimal(100)


def wrong_levels(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[Change]:
    """The rises and falls of a text that are not what the two figures before them make."""
    if not any(sign in text for sign in LEVELS_WITH):
        return
    for start, end in sentences(text) if stretches is None else stretches:
        sentence = text[start:end]
        if _OPEN.search(sentence):
            continue
        found = _IN_ORDER.search(sentence) or _COMPARED.search(sentence)
        why = _judged(found) if found else ""
        if found and why:
            first = found.start("up") if found["up"] else found.start("down")
            yield Change(start + first, start + found.end("points" if found["points"] else "by"), why)


def _judged(found: re.Match[str]) -> str:
    then, now, by = (figure(found[name]) for name in ("then", "now", "by"))
    if then is None or now is None or by is None or then.unit != now.unit or not then.value or not by.value:
        return ""
    if any(_YEAR.fullmatch(found[name]) for name in ("then", "now")):
        return ""
    years = (found.groupdict().get("year1"), found.groupdict().get("year2"))
    if years[0] and years[1] and _last_year(years[0]) > _last_year(years[1]):
        then, now = now, then
    moved = now.value - then.value
    told = f"from {found['then']} to {found['now']}"
    if moved and (moved > 0) is not (found["up"] is not None):
        return f"{found['now']} is {'more' if moved > 0 else 'less'} than {found['then']}"
    percent = by.unit == "%" or found["points"] is not None
    if not percent and by.unit != then.unit:
        return ""
    if any(abs(abs(way) - by.value) <= slack for way, slack in _ways(then, now, by, percent=percent)):
        return ""
    comes_to = abs(moved) * _HUNDRED / then.value if percent and then.unit != "%" else abs(moved)
    places = max(0, -int(by.step.normalize().as_tuple().exponent))
    return f"{told} is a change of {comes_to:,.{places}f}{'%' if by.unit == '%' else ''}"


def _last_year(words: str) -> str:
    years: list[str] = _YEAR.findall(words)
    return years[-1]


def _ways(then: Figure, now: Figure, by: Figure, *, percent: bool) -> Iterator[tuple[Decimal, Decimal]]:
    """What a change may be counted as, and how far off rounding can put each."""
    moved = now.value - then.value
    if not percent or then.unit == "%":
        exact = then.step == now.step == by.step == 1
        yield moved, Decimal() if exact else (then.step + now.step + by.step) / 2
    if percent:
        share = moved * _HUNDRED / then.value
        yield share, by.step + (then.step + now.step) * _HUNDRED / then.value / 2
