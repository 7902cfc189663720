"""Sums of money in a text, and what is said of them: that there are none, that some are to be spent."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from clerkwell.proofing.text.sentences import sentences

_UNITS: Final = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000}
_UNITS_LARGE: Final = {"bn": 1_000_000_000, "billion": 1_000_000_000}
_AMOUNT: Final = re.compile(
    r"£\s?(?P<figures>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(?P<unit>k|thousand|mn?|million|bn|billion)(?!\w))?",
    re.IGNORECASE,
)
# "no financial implications", "no direct revenue or capital implications", "no cost to the council".
_NONE: Final = re.compile(
    r"\b(?:no|not\s+any|without)\s+(?P<which>(?:[\w-]+\s+){0,2}?)(?:"
    r"(?:financial|budget(?:ary)?|cost|revenue|capital)(?:(?:\s*[,/]\s*|\s+(?:and|or)\s+)[\w-]+){0,3}"
    r"\s+(?:implications?|consequences?|impacts?|effects?)"
    r"|costs?(?=\s+(?:to|for|of|arising|associated|attached|falls?|implications?)\b|[.;]|\Z)"
    r"|(?P<other>[\w-]+\s+(?:and|or|/)\s+)financial\s+implications?)",
    re.IGNORECASE,
)
_ONLY_MORE: Final = frozenset(
    ("additional", "other", "new", "further", "extra", "unbudgeted", "unfunded", "net", "ongoing")
)
_HEDGED: Final = frozenset(
    ("direct", "immediate", "specific", "significant", "material", "adverse", "major", "known", "direct,", "obvious")
)
_EXCEPT: Final = re.compile(
    r"\b(?:beyond|other\s+than|apart\s+from|except|outside|save\s+for|over\s+and\s+above|unless|until|but|however|although"
    r"|not\s+already|in\s+addition\s+to|if|at\s+(?:this|the\s+present)\s+(?:stage|time|point)|at\s+present|currently"
    r"|(?:for|on|to)\s+the\s+(?:\w+\s+funds?|hra|housing\s+revenue\s+account|dedicated\s+schools\s+grant))\b",
    re.IGNORECASE,
)
_COST_AHEAD: Final = re.compile(
    r"\b(?:will|would|(?:is|are)\s+(?:expected|estimated|likely)\s+to)\s+(?:\w+\s+){0,2}?cost\s"
    r"|\bcosts?\b[^£;]{0,80}?\s(?:is|are|will\s+be|would\s+be|comes?\s+to|amounts?\s+to)\b[^£;]{0,40}£"
    r"|\bcosts\s+(?:(?:about|around|some|c\.?|up\s+to|approximately)\s*)?£"
    r"|\bat\s+an?\s+(?:[\w-]+\s+){0,3}?cost\s+of\s"
    # "Will be printed at £1,450", "is to be bought for £2,600".
    r"|\b(?:will|would|to)\s+be\s+(?:\w+\s+)?(?:printed|bought|purchased|hired|commissioned|installed|supplied|employed|appointed|fitted|replaced|built)\b"
    r"[^.;£]{0,80}?\b(?:at|for)\s+(?:about\s+|some\s+|around\s+)?£"
    r"|\b(?:requires?|will\s+need|needs)\s+(?:[\w-]+\s+){0,4}?(?:of\s+)?£",
    re.IGNORECASE,
)
# Money that is there already, has gone out already, or is somebody else's.
_SETTLED: Final = re.compile(
    r"\b(?:already|last\s+year|previous(?:ly)?|earlier|agreed|approved|existing|current|within|met\s+(?:from|by)|funded"
    r"|reserves?|grants?|budget(?:s|ed|ary)?|allocated|allocation|contained|absorbed|was|were|had|spent|sav(?:e|es|ed|ings?)"
    r"|income|paid|developers?|applicants?|partners?|government|landlord|tenants?|residents?|households?|owners?|instead"
    r"|other\s+councils?|nationally|elsewhere|no\s+longer|not\b|compared|alternative|rejected|free)\b",
    re.IGNORECASE,
)
# Money that is gone or missing, whoever makes it good.
_LOST: Final = re.compile(
    r"\b(?:over-?spen(?:d|ds|t|ding)|shortfalls?|(?:budget(?:ary)?|funding)\s+(?:gap|pressure)s?|deficits?)\b(?=[^£]{0,40}£)"
    r"|£[^£]{1,40}?\b(?:over-?spen(?:d|t)|over\s+budget|shortfall)\b",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(
    r"\b(?:reported|outturn|ago|last\s+year|previous\w*|earlier|no\s+longer|avoid\w*|prevent\w*|reduc\w+|if|would\s+have|instead|other\s+councils?"
    r"|nationally|no\s+over-?spend|not\s+expected)\b",
    re.IGNORECASE,
)
# A cost that is in a budget already, or that somebody else bears.
_ELSEWHERE: Final = re.compile(
    r"\b(?:already|existing|within|approved|agreed|current|budget\w*|grants?|allocat\w+|absorbed|contained|income|paid|met\s+(?:by|from)"
    r"|developers?|applicants?|partners?|government|landlord|tenants?|residents?|households?|owners?|contractors?|reserves?|free|compared|alternative|rejected"
    r"|option|not\b)\b",
    re.IGNORECASE,
)
# What goes on as it was is nothing extra.
_GOES_ON: Final = re.compile(
    r"\b(?:stays?|remains?|unchanged|same|present|today|now|continu\w+|each\s+year\s+already|no\s+change|nothing\s+changes)\b",
    re.IGNORECASE,
)
_MORE_MONEY: Final = re.compile(
    r"\b(?:additional|extra|further|new)\s+(?:[\w-]+\s+){0,3}?(?:costs?|funding|spending|expenditure|budget|money|resources?"
    r"|provision|sum|growth|investment)\b|\b(?:supplementary\s+(?:estimate|budget)|growth\s+bid)\b"
    r"|\ban?\s+(?:additional|extra|further)\s+£",
    re.IGNORECASE,
)
# Sums that are not paid out when they are approved: what is charged, what is limited, what is reported.
_NOT_SPENT: Final = re.compile(
    r"\b(?:fees?|charges?|fines?|penalt(?:y|ies)|rents?|tariffs?|surplus|deficit|accounts|outturn"
    r"|thresholds?|limits?|write[- ]?offs?"
    r"|debts?|precept|band\s+d|council\s+tax|allowances?|sav(?:e|es|ing|ings))\b|\b(?:under|below|over|above|exceeding)\s+£",
    re.IGNORECASE,
)
_KNOWN: Final = re.compile(
    # "That £5,000 be approved" asks for what is not there.
    r"\b(?:existing|within|already|(?<!be )approved|(?<!be )agreed|current|local\s+risk|base|departmental|budgeted)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Amount:
    """A sum of money: where it stands (code points), its words, and how many pounds."""

    start: int
    end: int
    words: str
    pounds: Decimal


@dataclass(frozen=True)
class NoMoney:
    """Words that say there is nothing to pay: at all ("none"), or nothing on top of what is agreed ("no-more")."""

    start: int
    end: int
    kind: Literal["none", "no-more"]


def amounts(text: str) -> Iterator[Amount]:
    """The sums in a text, in pounds: "£51k", "£1.2 million", "£3,250.50"."""
    if "£" not in text:
        return
    for found in _AMOUNT.finditer(text):
        unit = (found["unit"] or "").casefold()
        times = _UNITS.get(unit) or _UNITS_LARGE.get(unit) or 1
        yield Amount(found.start(), found.end(), found[0], Decimal(found["figures"].replace(",", "")) * times)


def sums(text: str) -> tuple[Amount, ...]:
    """The sums in a text that are more than nothing."""
    return tuple(each for each in amounts(text) if each.pounds)


def no_money(text: str) -> NoMoney | None:
    """Where a text says that there are no financial implications, without going on to say which there are."""
    for found in _NONE.finditer(text):
        sentence = _sentence(text, found.start())
        which = {*found["which"].casefold().split(), *(found["other"] or "").casefold().split()}
        if _EXCEPT.search(sentence) or which & _HEDGED:
            continue
        return NoMoney(found.start(), found.end(), "no-more" if which & _ONLY_MORE else "none")
    return None


def cost_ahead(text: str) -> Amount | None:
    """A sum that a text says something will cost, where it does not say that the money is there or whose it is."""
    if "£" not in text:
        return None
    for start, end in sentences(text):
        sentence = text[start:end]
        found = sums(sentence)
        if found and _COST_AHEAD.search(sentence) and not _SETTLED.search(sentence):
            first = found[0]
            return Amount(first.start + start, first.end + start, first.words, first.pounds)
    return None


def money_beside_none(text: str) -> Amount | None:
    """A sum that a text with no financial implications speaks of, and that is one: an overspend, a cost that no budget
    is said to hold."""
    if "£" not in text:
        return None
    for start, end in sentences(text):
        sentence = text[start:end]
        given = sums(sentence)
        if not given or _EARLIER.search(sentence):
            continue
        lost = _LOST.search(sentence)
        costs = None if lost or _ELSEWHERE.search(sentence) else _COST_AHEAD.search(sentence)
        if told := lost or costs:
            near = min(given, key=lambda each: abs(each.start - told.end()))
            return Amount(near.start + start, near.end + start, near.words, near.pounds)
    return None


def more_money(text: str) -> Amount | None:
    """A sum that a text calls additional: "an additional budget of £40,000"."""
    if "£" not in text:
        return None
    for start, end in sentences(text):
        sentence = text[start:end]
        said = _MORE_MONEY.search(sentence)
        if said is None:
            continue
        near = next((each for each in sums(sentence) if each.start >= said.start()), None)
        if near and near.start - said.end() < 60:
            return Amount(near.start + start, near.end + start, near.words, near.pounds)
    return None


def not_spent(text: str) -> bool:
    """Whether the sums of a text are not paid out by it: fees, thresholds, accounts, savings."""
    return _NOT_SPENT.search(text) is not None


def is_paid_for(text: str) -> bool:
    """Whether a text may say that its money is there, is somebody else's, or is spent as it was before."""
    return _SETTLED.search(text) is not None or _GOES_ON.search(text) is not None


def is_settled(text: str) -> bool:
    """Whether a text says that its money is there already: "from the existing budget", "within approved resources"."""
    return _KNOWN.search(text) is not None


def _sentence(text: str, at: int) -> str:
    return next((text[start:end] for start, end in sentences(text) if start <= at < end), text)
