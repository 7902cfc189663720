"""What sums of money a text gives as the cost of something, as a budget, or as a source's part of a whole.

Two of them with one key are the same sum told twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.text.sentences import Stretch, sentences

Key = tuple[str, ...]
# Of no sum is it plain without one of these.
TOLD_WITH: Final = re.compile(
    r"cost|sav|udget|(?:fee|charge|price|rent)\s+for|f\s+which|Of\s+th|(?:grant|loan|contribution)\s+of|contract\s+(?:value|price|sum)|total\s|(?-i:Reserve|Fund\b)",
    re.IGNORECASE,
)
# The cost of what the report proposes, by no other name: "at a cost of £185,000", "the cost of £195,000 would be met".
WHOLE_COST: Final[Key] = ("cost", "")
# What comes from a reserve, and what is a total: there may be several such sums.
SEVERAL: Final = frozenset(("from", "total", "savings"))

_NOUN: Final = r"(?:(?!of\b|for\b|and\b|or\b|which\b|that\b|to\b|in\b|at\b|would\b|will\b|is\b)[\w’'-]+)"
_NAMED: Final = (
    rf"(?P<what>{_NOUN}(?:\s+{_NOUN}){{0,4}}?(?:\s+(?:at|of|in|for)\s+(?:the\s+)?{_NOUN}(?:\s+{_NOUN}){{0,2}}?)?)"
)
_WHOLE: Final = r"(?:(?:total|overall|whole|full)\s+)?(?:estimated\s+)?"
_IS: Final = r"(?:is|will\s+be|would\s+be|is\s+(?:estimated|expected)\s+(?:at|to\s+be))\s+(?:estimated\s+at\s+)?"
_COSTS: Final = re.compile(
    rf"\b(?:the|this)\s+{_NAMED}\s+(?:(?:will|would|is\s+(?:expected|estimated)\s+to)\s+cost|costs?)\s+(?:a\s+total\s+of\s+)?\Z",
    re.IGNORECASE,
)
# As a report calls what it proposes, whatever it is.
_PROPOSED: Final = frozenset(
    (
        "scheme",
        "project",
        "work",
        "works",
        "purchase",
        "proposal",
        "proposals",
        "repair",
        "repairs",
        "change",
        "changes",
    )
)
_COST_OF: Final = re.compile(rf"\bthe\s+{_WHOLE}cost\s+of\s+(?:the|this)\s+{_NAMED}\s+{_IS}\Z", re.IGNORECASE)
_SAVES: Final = re.compile(
    rf"\b(?:the|this)\s+{_NAMED}\s+(?:will|would)\s+save\s+(?:a\s+total\s+of\s+)?\Z", re.IGNORECASE
)
_BUDGET: Final = re.compile(
    r"\b(?:the|our|its)\s+(?P<what>(?:[\w’'-]+\s+){1,4})budget\s+(?:for\s+(?P<year>\d{4}(?:[/–-]\d{2,4})?)\s+)?"
    r"(?:is|will\s+be|would\s+be|of|stands\s+at)\s+\Z",
    re.IGNORECASE,
)
_AT_COST: Final = re.compile(rf"\bat\s+an?\s+{_WHOLE}cost\s+of\s+\Z", re.IGNORECASE)
_THE_COST: Final = re.compile(rf"\bthe\s+{_WHOLE}cost\s+(?P<how>of\s+|{_IS})\Z", re.IGNORECASE)
# "A grant of £185,000 to the Theatre Trust", "a budget of £90,000 for the pavilion roof".
_GRANT: Final = re.compile(r"\ba\s+(?:[\w-]+\s+)?(?P<what>grant|loan|contribution)\s+of\s+\Z", re.IGNORECASE)
_GRANT_TO: Final = re.compile(
    r"\s+to\s+(?:the\s+)?(?P<who>(?:[A-Z][\w’'&-]+\s?(?:(?:of|and|for|in)\s(?:the\s)?(?=[A-Z]))?){2,7})"
)
_BUDGET_OF: Final = re.compile(r"\ban?\s+(?:(?:total|overall|capital|revenue)\s+)?budget\s+of\s+\Z", re.IGNORECASE)
_BUDGET_FOR: Final = re.compile(
    rf"\s+for\s+(?:the\s+)?(?P<what>{_NOUN}(?:\s+{_NOUN}|\s+of\s+(?:the\s+)?{_NOUN}){{1,4}})(?=[.,;]|\Z)"
)
# "The contract value is £1.2m", "the total project cost of £640,000".
_TOTAL: Final = re.compile(
    rf"\b(?:the|a)\s+(?P<what>(?:(?:total|overall|whole|estimated|annual)\s+)*(?:contract\s+(?:value|price|sum)"
    rf"|(?<=total\s)(?:project|scheme|capital|programme|works|construction|development)\s+(?:costs?|budget|value|funding)))\s+(?:of\s+|{_IS})\Z",
    re.IGNORECASE,
)
# "£75,000 from the Transformation Reserve".
_FROM_RESERVE: Final = re.compile(
    r"\s+(?:(?:(?:will|would|can|is\s+to)\s+be|to\s+be)?\s*(?:drawn|met|funded|taken|used|found|transferred|released)\s+)?from\s+the\s+"
    r"(?P<what>(?:[A-Z][\w’'&-]+\s+){1,4}(?:Reserve|Fund))\b"
)
# "The proposals will deliver savings of £120,000 a year", "the annual saving of £120,000".
_SAVINGS: Final = re.compile(
    rf"\b(?:the|this|these)\s+(?:{_NAMED}\s+(?:will|would)\s+(?:deliver|achieve|make|generate|produce|yield)\s+)?(?:an?\s+)?(?:total\s+)?"
    rf"(?P<yearly>annual\s+)?savings?\s+(?:of\s+|{_IS})\Z",
    re.IGNORECASE,
)
# "The fee for a garden bin be set at £52", "set the charge for a permit at £90".
_FEE: Final = re.compile(
    rf"\bthe\s+(?P<kind>fee|charge|price|rent)\s+for\s+(?P<what>{_NOUN}(?:\s+{_NOUN}){{1,5}}?)\s+(?:(?:be|to\s+be|is|will\s+be|would\s+be)\s+)?(?:set\s+)?at\s+\Z",
    re.IGNORECASE,
)
# Sums of another time, that were asked for and not given, or that are beside or without others.
_APART: Final = re.compile(
    r"\b(?:(?:asked|applied|applying|bid|bids)\s+(?:\w+\s+){0,3}for|sought|requested\s+a|now|currently|existing|paid|awarded|was|were|had"
    r"|further|additional|another|extra|also|remaining|balance|without|with|includ\w+|exclud\w+|net|gross|maximum|minimum)\b",
    re.IGNORECASE,
)
# Of another year, it is another sum.
_IN_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
# "Over four years" is how long, and not "over £4".
_TERM: Final = re.compile(r"\bover\s+(?:the\s+)?(?:[a-z]+|\d+)[\s-]years?\b", re.IGNORECASE)
# "The cost of £195,000 would be met": of the sums that "the cost of" may be, those of the whole.
_IS_MET: Final = re.compile(
    r"\s+(?:will|would|can|is\s+to|could)\s+be\s+(?:met|funded|paid|found|covered)\b", re.IGNORECASE
)
_OF_WHICH: Final = re.compile(r",?\s*of\s+which,?\s+\Z", re.IGNORECASE)
_OF_THIS: Final = re.compile(r"Of\s+(?:this|that)(?:\s+(?:sum|amount|total|cost))?,?\s")
_COMES_FROM: Final = re.compile(
    r"\s+(?:(?:will|would|is\s+to|is|can)\s+)?(?:come|comes|be\s+met|be\s+paid|be\s+funded|be\s+found|paid|met|funded)?\s*(?:from|by)\s+(?:the\s+)?"
    r"(?P<source>[^,;.£]{3,80}?)(?=\s+and\s+£|[,;.]|\Z)"
)
# A sum of a year is none of a whole; and what is not meant exactly, is another year's, or is only one of several ways.
_YEARLY: Final = re.compile(
    r"\s*(?:a|per|each|every)\s+(?:year|month|week|annum|head|visit|home|place|person)\b|\s*(?:annually|p\.?a\b)"
)
_LOOSE: Final = re.compile(
    r"\b(?:about|around|approximately|approx|some|nearly|almost|roughly|over|under|up\s+to|more\s+than|less\s+than|at\s+least"
    r"|between|or|if|options?|alternative\w*|instead|rather|original(?:ly)?|previous(?:ly)?|initially|earlier|revised|increas\w+"
    r"|decreas\w+|rose|risen|fell|fallen|compared|against|last\s+year|VAT|inflation|per|each|every|only|first|second|third)\b",
    re.IGNORECASE,
)
_THOUSAND: Final = 1000
# What a sum is stands so near before it.
_FAR: Final = 200
_UNIT: Final = re.compile(r"[A-Za-z]+\Z")


@dataclass(frozen=True)
class ToldSum:
    """A sum with what it is: where it stands (code points), its words, how many pounds, and the key of what it is."""

    start: int
    end: int
    words: str
    pounds: Decimal
    key: Key


def told_sums(text: str, stretches: Sequence[Stretch] | None = None) -> tuple[ToldSum, ...]:
    """The sums of a text of which it is plain what they are. `stretches` are its sentences, where they are known."""
    return tuple(_told(text, sentences(text) if stretches is None else stretches)) if "£" in text else ()


def agree(one: ToldSum, other: ToldSum) -> bool:
    """Whether two sums may be one, one of them rounded."""
    if one.pounds == other.pounds:
        return True
    steps = [_rounded_to(each) for each in (one, other)]
    return abs(one.pounds - other.pounds) <= max(steps) / 2


def _rounded_to(told: ToldSum) -> Decimal:
    """What a sum may be rounded to by its writing: "£1.2m" to £100,000, "£222,000" to £1,000."""
    if _UNIT.search(told.words):
        places = len(re.sub(r"[^\d.]", "", told.words).partition(".")[2])
        whole = Decimal(re.sub(r"[^\d.]", "", told.words))
        return told.pounds / whole / 10**places if whole else Decimal(1)
    return Decimal(_THOUSAND if told.pounds % _THOUSAND == 0 else 1)


def _told(text: str, stretches: Sequence[Stretch]) -> Iterator[ToldSum]:
    before: tuple[Amount, ...] = ()
    for start, end in stretches:
        sentence = text[start:end]
        found = sums(sentence) if "£" in sentence else ()
        last, before = before, found
        whole = last[0] if len(last) == 1 and _OF_THIS.match(sentence) else None
        for index, each in enumerate(found):
            key = _of_whole(sentence, each, whole) if whole else _key(sentence, each)
            if whole is None and index == 0 and len(found) > 1 and _OF_WHICH.search(sentence[: found[1].start]):
                whole = each
            if key is not None:
                yield ToldSum(start + each.start, start + each.end, each.words, each.pounds, key)


def _of_whole(sentence: str, part: Amount, whole: Amount) -> Key | None:
    """The part of a whole that a source pays."""
    source = _COMES_FROM.match(sentence, part.end)
    if source is None or _YEARLY.match(sentence, part.end):
        return None
    return ("part", str(whole.pounds), _plain(source["source"]))


def _key(sentence: str, each: Amount) -> Key | None:
    head = sentence[: each.start]
    yearly = _YEARLY.match(sentence, each.end) is not None
    clause = re.split(r"[;:]\s|\.\s", head)[-1][-_FAR:]
    if found := _SAVINGS.search(clause):
        if _LOOSE.search(f"{_without(clause, found)} {sentence[each.end :]}") or _APART.search(sentence):
            return None
        when = "a year" if yearly or found["yearly"] else ""
        return ("savings", _plain(found["what"] or ""), when, *_IN_YEAR.findall(sentence))
    if yearly:
        return None
    for verb, pattern in (("cost", _COST_OF), ("cost", _COSTS), ("save", _SAVES)):
        found = pattern.search(clause)
        if found is not None:
            what = _plain(found["what"])
            return None if _LOOSE.search(_without(clause, found)) else (verb, "" if what in _PROPOSED else what)
    if found := _BUDGET.search(clause):
        return None if _LOOSE.search(clause) else ("budget", _plain(found["what"]), found["year"] or "")
    found = _THE_COST.search(clause)
    the_cost = found is not None and (not found["how"].startswith("of") or _IS_MET.match(sentence, each.end))
    if (key := _named(sentence, clause, each)) is not None:
        return (
            None
            if _LOOSE.search(_TERM.sub("", sentence)) or _APART.search(sentence)
            else (*key, *_IN_YEAR.findall(sentence))
        )
    # What makes it loose is long to look for, and asked of few: those that are a whole cost else.
    return WHOLE_COST if (the_cost or _AT_COST.search(clause)) and not _LOOSE.search(sentence) else None


def _named(sentence: str, clause: str, each: Amount) -> Key | None:
    """What a sum is by the name of whom it goes to, what it is for, or what it comes from."""
    if (found := _GRANT.search(clause)) and (who := _GRANT_TO.match(sentence, each.end)):
        return (_plain(found["what"]), _plain(who["who"]))
    if _BUDGET_OF.search(clause) and (what := _BUDGET_FOR.match(sentence, each.end)):
        return ("budget for", _plain(what["what"]))
    if found := _TOTAL.search(clause):
        words = [word for word in _plain(found["what"]).split() if word not in ("overall", "whole", "estimated")]
        return ("total", " ".join(words).replace("costs", "cost"))
    if found := _FEE.search(clause):
        return (_plain(found["kind"]), _plain(found["what"]))
    if (source := _FROM_RESERVE.match(sentence, each.end)) and len(sums(sentence)) == 1:
        return ("from", _plain(source["what"]))
    return None


def _without(clause: str, found: re.Match[str]) -> str:
    """A clause without the words that name a thing: "the second phase" is a name."""
    start, end = found.span("what")
    return f"{clause[:start]} {clause[end:]}"


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())
