"""Sums that one sentence says: "19 concerns: 11 about home and five about school", "from 40 to 52, a rise of 12"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from clerkwell.proofing.text.sentences import sentences

_UNITS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS: Final = {
    **{word: value for value, word in enumerate(_UNITS, 1)},
    **{word: value * 10 for value, word in enumerate(_TENS, 2)},
}
NUMBER: Final = (
    rf"(?:\b(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(reversed(_UNITS))})\b"
    r"|(?<![\w£.,/:–-])(?:\d{1,3}(?:,\d{3})+|\d{1,5})(?![\w%/:]|[.,–-]\d|\s?(?:%|per\s+cent|million|billion|thousand)))"
)
_FIND: Final = re.compile(NUMBER, re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# What a number names rather than counts, and numbers that are not meant exactly.
_NAMED: Final = re.compile(
    r"\b(?:paragraphs?|pages?|sections?|items?|tables?|figures?|phases?|stages?|options?|bands?|wards?|rules?|parts?|class"
    r"|level|grade|step|clauses?|quarter|appendix|annex|regulations?|number|no\.?|at\s+least|over|under|about|around|some"
    r"|nearly|almost|approximately|roughly|more\s+than|fewer\s+than|less\s+than|up\s+to|between|only|further|other|another"
    r"|first|last|next|past|of\s+the|of\s+these|out\s+of)\s*\Z",
    re.IGNORECASE,
)
# "July 12" is a day; "in July 1,204 comments" counts.
_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH: Final = re.compile(rf"\b(?:{_MONTHS})\s+\Z")
_TIME: Final = (
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|times|per|a|an|am|pm|metres?|miles?|tonnes?|pence|pounds?|points?"
    r"|percentage|or|to|out|more|fewer|less|other|others|further|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|of)\b"
)
_COUNTED: Final = re.compile(
    rf"\s+(?!{_TIME})(?:[a-z]|[A-Z]{{2,}}s\b|(?:Labour|Conservative|Liberal|Green|Independent|Reform)\b)"
)
_THINGS: Final = re.compile(
    r"(?:\s+[a-z][a-z’'-]*){0,4}?\s+(?:[a-z-]+s|people|children|men|women|staff)\b", re.IGNORECASE
)
# Parts that overlap, or that are not all of them.
_OVERLAP: Final = re.compile(
    r"\b(?:of\s+(?:which|whom|these|those|them)|also|later|then|each|every|including|includes?|both|either|some|most|many"
    r"|several|others?|rest|remaining|remainder|again|too|aged|olds?|more\s+than\s+one|not\s+all|mainly|mostly|chiefly"
    r"|among|such\s+as|for\s+example|respectively|after|before|followed|from\s+\d+\s+to|compared|against\s+\d|\w+\s+or)\b|%|per\s+cent|£",
    re.IGNORECASE,
)
# One more, told without a number: "three residents and an independent chair"; and parts that may be of any number.
_ONE_MORE: Final = re.compile(
    r",?\s+(?:and|plus)\s+an?\s+(?!number|few|range|total|further|lot|group|set|variety|handful|couple|dozen|half|share|third)"
    r"[a-z][\w’'-]*(?:\s+[\w’'-]+){0,2}\s*\Z",
)
_UNCOUNTED: Final = re.compile(r"(?:\band|\bplus|,)\s+(?:an?|the|its|their|our)\s", re.IGNORECASE)
# The last of the parts may be all the others: "and four from other bodies", "and three others".
_THE_OTHERS: Final = re.compile(
    rf"(?<=\band\s)(?P<number>{NUMBER})(?P<from>\s+(?:from|by|about|to|in|for)\b)?\s+others?\b(?=[^,;:()\d]*\Z)",
    re.IGNORECASE,
)
_DID: Final = re.compile(
    r"\s+(?:have\s+)?(?:replied|responded|answered|voted|took\s+part|returned\s+(?:it|one|them))\W*"
)
_PARTS: Final = re.compile(rf"(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+)(?={NUMBER})", re.IGNORECASE)
# "Of the 90 cases closed, the reasons were:", "90 cases were closed, of which:"; and what one of them may have more of.
_OF_THE: Final = re.compile(r"\s*(?:Of\s+(?:the|these|our|all(?:\s+the)?)\s+)(?=\d|[a-z])")
_OF_WHICH: Final = re.compile(r",?\s+(?:and\s+)?of\s+(?:which|whom|these|those|them)\W*\Z")
_MULTIPLE: Final = re.compile(
    r"\b(?:points?|comments?\s+(?:were|made|was)|themes?|issues?|concerns?|raised|mentioned|subjects?|topics?|main|most|top|common\w*|leading"
    r"|key|principal|include\w*|such|example|questions?|answers?|wants?|asked|suggest\w*|extra|besides|out\s+of)\b",
    re.IGNORECASE,
)
_IN_ALL: Final = re.compile(
    rf"(?:,|\s[–—-])\s*(?:or\s+|making\s+|a\s+total\s+of\s+)?(?P<total>{NUMBER})(?:\s+[a-z][\w’'-]*){{0,4}}?"
    r"\s+(?:in\s+(?:all|total)|altogether|all\s+told)\W*\Z",
    re.IGNORECASE,
)
# No such sum is said without one of these, or those that follow.
SAID_WITH: Final = (" in all", " in total", "ltogether", "all told")
# What a change is told with, beside "from"; and what parts after a colon begin with.
CHANGED_WITH: Final = ", a"
COLON_HINT: Final = re.compile(rf":\s*(?:\d|(?:{'|'.join(_WORDS)})\b)", re.IGNORECASE)
_CHANGE_HINT: Final = re.compile(r",\s+an?\s")
_ALL_HINT: Final = re.compile(r"in\s+(?:all|total)")
_MONEY: Final = r"£?\d{1,3}(?:,\d{3})+(?:\.\d+)?|£?\d+(?:\.\d+)?"
# Not the "3" of "3.9%".
_SCALE: Final = r"\s?(?:k|m|bn|million|billion)?\b(?![.,]\d)(?!\s?%)"
_CHANGE: Final = re.compile(
    rf"\bfrom\s+(?P<one>(?:{_MONEY}){_SCALE})(?:\s+[A-Za-z][\w’'-]*){{0,3}}\s+to\s+(?P<two>(?:{_MONEY}){_SCALE})"
    rf"(?:\s+in\s+(?:{_MONTHS})(?:\s+20\d\d)?)?,\s+an?\s+(?:\w+ly\s+)?"
    rf"(?P<word>fall|drop|decrease|reduction|rise|increase|growth|cut)\s+of\s+(?P<by>(?:{_MONEY}){_SCALE})(?!\s?(?:%|per\s+cent|percent))"
)
_SCALES: Final = {"k": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_DOWN: Final = frozenset(("fall", "drop", "decrease", "reduction", "cut"))


@dataclass(frozen=True)
class WrongSum:
    """A total that is not the sum of its parts: where it stands (code points), as it is written, and the sum."""

    start: int
    end: int
    says: str
    comes_to: str


def wrong_sums(text: str) -> tuple[WrongSum, ...]:
    """The sums in a text that do not add up, where it is certain what is counted: all parts come after a colon, or
    before a total "in all"; or something changes "from 40 to 52, a rise of 13"."""
    if CHANGED_WITH not in text and ":" not in text and not any(sign in text for sign in SAID_WITH):
        return ()
    # What goes before a total or a change is long to look for: whether they are there is asked first.
    folded = text.casefold()
    in_all = "altogether" in folded or "told" in folded or _ALL_HINT.search(folded) is not None
    if not (in_all or COLON_HINT.search(text) or ("from" in text and _CHANGE_HINT.search(text))):
        return ()
    done: list[WrongSum] = []
    for start, end in sentences(text):
        sentence = text[start:end]
        found = _after_colon(sentence) or (_in_all(sentence) if in_all else None)
        for each in (*([found] if found else []), *_changes(sentence)):
            done.append(replace(each, start=each.start + start, end=each.end + start))
    return tuple(done)


def _after_colon(sentence: str) -> WrongSum | None:
    head, colon, tail = sentence.rpartition(":")
    if not colon or not tail.strip():
        return None
    said = _said_once(head)
    values = listed_values(tail.strip().rstrip(".")) if said else []
    return told_wrong(said, values) if said and values else None


def wrong_sum_of(head: str, values: Sequence[int]) -> WrongSum | None:
    """The number that a sentence says before a list, where the items count `values` and they do not come to it."""
    led = _OF_THE.match(head)
    skip = led.end() if led else 0
    said = _said_once(_OF_WHICH.sub("", head)[skip:])
    if said is None or _MULTIPLE.search(head) or abs(value_of(said[0]) - sum(values)) * 8 > value_of(said[0]):
        return None
    wrong = told_wrong(said, values)
    return replace(wrong, start=wrong.start + skip, end=wrong.end + skip) if wrong else None


def _said_once(head: str) -> re.Match[str] | None:
    """The one number of things that is said before a colon."""
    said = [found for found in _FIND.finditer(head) if not _YEAR.fullmatch(found[0])]
    # "A total of 86 people came to the three events": the other number is of something else.
    said = [found for found in said if head[: found.start()].endswith(" total of ")][:1] or said
    # "Of the 71 schools, 44 replied": those are spoken of that did.
    said = [found for found in said if _DID.fullmatch(head, found.end())][:1] or said
    if len(said) != 1 or _OVERLAP.search(head):
        return None
    did = _DID.fullmatch(head, said[0].end()) is not None and _is_number(head, said[0])
    return said[0] if did or is_counted(head, said[0]) else None


def _in_all(sentence: str) -> WrongSum | None:
    found = _IN_ALL.search(sentence)
    if found is None:
        return None
    head = sentence[: found.start()]
    first = next((each for each in _FIND.finditer(head) if not _YEAR.fullmatch(each[0])), None)
    if first is None or not _is_number(head, first) or _OVERLAP.search(head):
        return None
    values = listed_values(head[first.start() :])
    total = _FIND.search(sentence, found.start("total"))
    return told_wrong(total, values) if values and total else None


def is_counted(head: str, number: re.Match[str]) -> bool:
    """Whether a number says how many things there are: "19 concerns", not "page 19" or "about 19"."""
    return _is_number(head, number) and _THINGS.match(head, number.end()) is not None


def _is_number(head: str, number: re.Match[str]) -> bool:
    before = head[: number.start()]
    return _NAMED.search(before) is None and not (len(number[0]) < 3 and _MONTH.search(before))


def value_of_item(item: str) -> tuple[str, int] | None:
    """How many an item of a list counts, and where it says so: "noise (12)", "12 about noise", "noise – 12"."""
    numbers = [each for each in _FIND.finditer(item) if not _YEAR.fullmatch(each[0])]
    if len(numbers) != 1 or "£" in item or "%" in item:
        return None
    number = numbers[0]
    before, after = item[: number.start()], item[number.end() :]
    if not before.strip():
        where = "first" if re.match(r"\s+[a-z]|\s*[–—:-]\s", after) and not re.match(rf"\s+{_TIME}", after) else ""
    elif re.search(r"\(\s*\Z", before) and re.fullmatch(r"(?:\s+[a-z]+){0,2}\)[.;,]?(?:\s+and)?\s*", after):
        where = "brackets"
    else:
        where = (
            "last"
            if re.search(r"\s[–—-]\s*\Z|:\s*\Z|,\s+\Z", before)
            and re.fullmatch(r"(?:\s+[a-z]+){0,2}[.;,]?(?:\s+and)?\s*", after)
            else ""
        )
    return (where, value_of(number[0])) if where else None


def listed_values(parts: str) -> list[int]:
    """The numbers of a list whose items all begin with one and say what it counts; none for any other list."""
    parts = _THE_OTHERS.sub(r"\g<number>\g<from> things", parts)
    one_more = _ONE_MORE.search(parts)
    parts = parts[: one_more.start()] if one_more else parts
    if _OVERLAP.search(parts) or _UNCOUNTED.search(parts):
        return []
    done = []
    for item in _PARTS.split(parts):
        number = _FIND.match(item)
        if number is None or "," in item[number.end() :] or ";" in item or "(" in item:
            return []
        if _COUNTED.match(item, number.end()) is None or _YEAR.fullmatch(number[0]):
            return []
        done.append(value_of(number[0]))
    if one_more:
        done.append(1)
    return done if len(done) > 1 else []


def told_wrong(total: re.Match[str], values: Sequence[int]) -> WrongSum | None:
    """A total that is not the sum of these parts; None where it is, or where they are parts of something else."""
    says, comes_to = value_of(total[0]), sum(values)
    # Far from the total, they are parts of something else.
    if says == comes_to or max(values) > says or not 6 * says <= 10 * comes_to <= 15 * says:
        return None
    return WrongSum(total.start(), total.end(), total[0], f"{comes_to:,}")


def value_of(words: str) -> int:
    """The number that words or digits are: "twenty-one", "1,204"."""
    if words[0].isdigit():
        return int(words.replace(",", ""))
    return sum(_WORDS[each] for each in re.split(r"[-\s]", words.casefold()))


def _changes(sentence: str) -> Iterator[WrongSum]:
    for found in _CHANGE.finditer(sentence):
        one, two, by = (_sum(found[each]) for each in ("one", "two", "by"))
        if len({one[2], two[2], by[2]}) > 1 or "%" in found[0]:
            continue
        change = two[0] - one[0]
        if (change < 0) != (found["word"] in _DOWN):
            continue
        slack = max(one[1], two[1], by[1])
        slack = Decimal(0) if slack == 1 and by[1] == 1 else slack
        if abs(abs(change) - by[0]) > slack:
            worded = _as(abs(change), found["by"])
            yield WrongSum(found.start("by"), found.end("by"), found["by"], worded)


def _sum(text: str) -> tuple[Decimal, Decimal, bool]:
    """A number's value, the smallest difference that its writing shows, and whether it is money."""
    found = re.fullmatch(r"(£?)([\d,.]+)\s?([a-z]*)", text)
    assert found
    digits = found[2].replace(",", "").rstrip(".")
    scale = _SCALES.get(found[3], 0)
    step = Decimal(1).scaleb(scale - len(digits.partition(".")[2]))
    return Decimal(digits).scaleb(scale), step, bool(found[1])


def _as(value: Decimal, like: str) -> str:
    """A value, written as the one beside it is."""
    found = re.fullmatch(r"(£?)([\d,.]+)(\s?)([a-z]*)", like)
    assert found
    scaled = value.scaleb(-_SCALES.get(found[4], 0))
    places = len(found[2].partition(".")[2])
    return f"{found[1]}{scaled:,.{places}f}{found[3]}{found[4]}"
