"""Sums of money that a text divides: "£3.4 million. Of this, £2.1 million is for salt and £1.6 million for vans"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from clerkwell.proofing.sense.amounts import Amount, sums
from clerkwell.proofing.sense.figures import figure
from clerkwell.proofing.sense.sums import WrongSum
from clerkwell.proofing.text.sentences import Stretch, sentences

# No division is told without one of these.
DIVIDED_BY: Final = (
    "f this", "f that", "f which", "f the total", "ompris", "made up of", "onsist", "total", "in all", "altogether",
    "split", "divided", "(£", ", being", "met by", "met from", "funded by", "funded from", "paid by", "comes to",
    "come to", "sum of", "amount to",
)  # fmt: skip
_OF_THIS: Final = re.compile(r"Of\s+(?:this|that|the\s+total)(?:\s+(?:sum|amount|total|budget|cost|money))?,?\s")
_OF_WHICH: Final = re.compile(r"\s*(?:\([^()]{1,60}\))?,?\s*of\s+which,?\s", re.IGNORECASE)
# What follows is the whole of it.
_WHOLLY: Final = re.compile(
    r"[^£.;]{0,60}?(?:\b(?:compris(?:es|ing|ed\s+of)|(?:is|are|was|were|be)\s+made\s+up\s+of|made\s+up\s+of|consist(?:s|ing)\s+of"
    r"|(?:split|divided)\s+(?:between|into|as|as\s+follows))\s*:?|,\s+(?:being|that\s+is)|:)\s+(?=£)",
    re.IGNORECASE,
)
# What is told to be met by parts: no part is left out where the sentence ends with the last of them.
_MET: Final = re.compile(
    r"(?:\s+and)?\s+(?:(?:will|would|can|could|is\s+to|are\s+to)\s+be|is|was|has\s+been)\s+(?:met|funded|paid(?:\s+for)?|found)"
    r"\s+(?:by|from|with|as\s+to)\s+(?=£)"
)
# "£345,000, comprising construction of £280,000, fees of £35,000 and contingency of £30,000": each after its name.
_NAMED_PARTS: Final = re.compile(
    r"(?:,|\s+is|\s+are|\s+which\s+is)?\s*(?:\b(?:compris(?:es|ing|ed\s+of)|made\s+up\s+of|consist(?:s|ing)\s+of)|:)\s+"
    r"(?:[A-Za-z][\w’'-]*\s+){1,5}(?:(?:of|at)\s+)?\(?£[^£]{1,16}?\)?"
    r"(?:(?:,|;|\s+and|,\s+and)\s+(?:[A-Za-z][\w’'-]*\s+){1,5}(?:(?:of|at)\s+)?\(?£[^£]{1,16}?\)?)+\.?"
)
_IN_BRACKETS: Final = re.compile(r"\s+\((?=£)")
_NO_OTHER: Final = re.compile(r"\s+(?:(?!(?:and|with|plus|but|while|also|together)\b)[\w’'&-]+\s*){1,8}\.?\s*")
_CLOSES: Final = re.compile(r"\s+(?:(?!(?:and|with|plus|but|while|also|together)\b)[\w’'&-]+\s*){1,8}\)")
_IN_ALL: Final = re.compile(
    r"(?:,|\s[–—-]|\band)?\s*(?:(?:giving|making|which\s+(?:is|makes|gives|comes\s+to)|or|for)\s+)?(?:a\s+(?:grand\s+|combined\s+)?"
    r"(?:total(?:\s+(?:cost|sum|budget))?|(?<=combined\s)sum)\s+of|totalling|which\s+totals?|which\s+adds?\s+up\s+to|(?:together\s+)?(?:comes?|adds?\s+up"
    r"|amounts?)\s+to|,\s+total)\s+\Z"
)
_AFTER_ALL: Final = re.compile(r"\s*(?:in\s+(?:all|total)|altogether)\b")
# Between two parts of one whole: what the first is for, and then the next.
_BETWEEN: Final = re.compile(r"[^£;]{0,90}?(?:,\s*(?:and\s+)?|\band\s+|;\s*(?:and\s+)?)(?:[A-Za-z][\w’'-]*\s+){0,3}\Z")
# Sums that overlap, are not all of them, are not meant exactly, or are of other years or kinds.
_OPEN: Final = re.compile(
    r"\b(?:of\s+which|of\s+(?:this|that|these|those)|includ\w+|also|each|every|either|or|plus|further|additional|extra|rest|remaining|remainder"
    r"|balance|about|around|approximately|approx|some|nearly|almost|roughly|over|under|up\s+to|more\s+than|less\s+than"
    r"|at\s+least|between|per|from\s+£|compared|against|instead|rather|less|minus|net|saving|income|if|would\s+have|originally"
    r"|previously|offset|under-?spends?|surplus\w*|reduc\w+|credits?|repa(?:id|y\w*)|such\s+as|for\s+example|mainly|mostly)\b",
    re.IGNORECASE,
)
_MOVES: Final = re.compile(
    r"\b(?:rises?|rose|risen|falls?|fell|fallen|increases?|increased|decreases?|(?:up|down)\s+(?:from|to))\b"
)
_PARTLY: Final = re.compile(r"\b(?:in\s+part|partly|part\s+of|towards|mainly)\b", re.IGNORECASE)
_YEARLY: Final = re.compile(
    r"\b(?:(?:a|per|each|every)\s+(?:year|month|week|annum)|annual(?:ly)?|monthly|weekly)\b", re.IGNORECASE
)
# Further from the whole than this, they are parts of something else.
_NEAR: Final = (Decimal("0.6"), Decimal("1.5"))
# From here on people count in thousands.
_LARGE: Final = 100_000


def wrongly_divided(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongSum]:
    """The sums of a text that are not what their parts come to: less than the parts "of this", or anything but the
    parts that the text says are all of it. `stretches` are its sentences, where they are known."""
    if text.count("£") < 2 or not (":" in text or any(map(text.__contains__, DIVIDED_BY))):
        return
    stretches = sentences(text) if stretches is None else stretches
    for index, (start, end) in enumerate(stretches):
        found = sums(text[start:end])
        told = _within(text[start:end], found)
        if told is None and len(found) == 1 and index + 1 < len(stretches):
            after = text[slice(*stretches[index + 1])]
            if _OF_THIS.match(after):
                told = _too_much(text[start:end], found[0], after, sums(after))
        if told is not None:
            whole, comes_to = told
            yield WrongSum(start + whole.start, start + whole.end, whole.words, comes_to)


def _within(sentence: str, found: Sequence[Amount]) -> tuple[Amount, str] | None:
    """A sum that is divided in its own sentence, and what its parts come to."""
    if len(found) < 2:
        return None
    first, *rest = found
    if which := _OF_WHICH.match(sentence, first.end):
        return _too_much(sentence[: first.end], first, sentence[which.end() - 1 :], _moved(rest, which.end() - 1))
    if len(found) < 3:
        return None
    whole = _WHOLLY.match(sentence, first.end)
    if whole is not None and whole.end() == rest[0].start:
        return _judged(first, rest, sentence[rest[0].start :], sentence[: first.start], rest[0].start)
    if _NAMED_PARTS.fullmatch(sentence, first.end) and _is_exact(sentence[first.end :]):
        return None if _YEARLY.search(sentence) else _told(first, rest)
    for opens, ends in ((_MET, _NO_OTHER), (_IN_BRACKETS, _CLOSES)):
        met = opens.match(sentence, first.end)
        if met is not None and met.end() == rest[0].start and not _PARTLY.search(sentence):
            if _ends(ends, sentence, rest[-1].end):
                return _judged(first, rest, sentence[rest[0].start :], sentence[: first.start], rest[0].start)
            return None
    *parts, last = found
    if _MOVES.search(sentence, first.end, last.start):
        return None
    if _IN_ALL.search(sentence[parts[-1].end : last.start]) or _AFTER_ALL.match(sentence, last.end):
        return _judged(last, parts, sentence[parts[0].start : last.start], sentence[: parts[0].start], parts[0].start)
    return None


def _ends(ends: re.Pattern[str], sentence: str, at: int) -> bool:
    """Whether the last part is all that the sentence, or its bracket, still has to tell."""
    return (ends.match if ends is _CLOSES else ends.fullmatch)(sentence, at) is not None


def _moved(found: Sequence[Amount], by: int) -> tuple[Amount, ...]:
    return tuple(Amount(each.start - by, each.end - by, each.words, each.pounds) for each in found)


def _too_much(head: str, whole: Amount, tail: str, parts: Sequence[Amount]) -> tuple[Amount, str] | None:
    """A sum of which some is less than the parts: what is not told of may be any other sum."""
    if (
        not parts
        or not _is_exact(head, _OF_THIS.sub("", tail, count=1))
        or bool(_YEARLY.search(head)) != bool(_YEARLY.search(tail))
    ):
        return None
    if not all(_BETWEEN.fullmatch(tail[one.end : other.start]) for one, other in pairwise(parts)):
        return None
    comes_to = sum((each.pounds for each in parts), Decimal())
    return _told(whole, parts) if comes_to > whole.pounds else None


def _judged(whole: Amount, parts: Sequence[Amount], listed: str, before: str, at: int) -> tuple[Amount, str] | None:
    """A sum that is said to be all of these parts."""
    if not _is_exact(before[-40:], listed) or _YEARLY.search(listed):
        return None
    between = (listed[one.end - at : other.start - at] for one, other in pairwise(parts))
    if not all(_BETWEEN.fullmatch(each) for each in between):
        return None
    return _told(whole, parts)


def _is_exact(*words: str) -> bool:
    return not any(_OPEN.search(each) for each in words)


def _told(whole: Amount, parts: Sequence[Amount]) -> tuple[Amount, str] | None:
    comes_to = sum((each.pounds for each in parts), Decimal())
    least, most = (whole.pounds * each for each in _NEAR)
    step = max(_step(each) for each in (whole, *parts))
    # Each may be out by half of its last place; thousands, and pounds of many, may have been rounded one by one.
    slack = step * (len(parts) + 1) / 2 if step > 1 else step
    if step == 1 and len(parts) > 2:
        in_thousands = whole.pounds >= _LARGE and all(each.pounds % 1000 == 0 for each in (whole, *parts))
        slack = Decimal(1001 if in_thousands else len(parts) // 2 + 1)
    if not least <= comes_to <= most or abs(comes_to - whole.pounds) < slack:
        return None
    return whole, worded(comes_to, whole)


def _step(amount: Amount) -> Decimal:
    """The smallest difference that the writing of a sum can show: "£1.2m" is no nearer than £100,000."""
    known = figure(amount.words)
    return known.step if known else Decimal(1)


def worded(pounds: Decimal, like: Amount) -> str:
    """A sum, written as another one is: "£3.6 million"."""
    found = re.fullmatch(r"£\s?([\d,]+(?:\.(\d+))?)(\s?[A-Za-z]+)?", like.words)
    if found is None or not found[3]:
        return f"£{pounds:,.2f}" if pounds % 1 else f"£{pounds:,.0f}"
    times = like.pounds / Decimal(found[1].replace(",", ""))
    places = max(len(found[2] or ""), 0)
    return f"£{pounds / times:,.{places}f}{found[3]}"
