"""What became of those that were received: "26 replies, of which 19 supported the plan, 6 asked for more and 3 made
other comments", "Nine letters were received. Six object and two support it"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.sums import NUMBER, WrongSum, value_of
from clerkwell.proofing.text.sentences import Stretch, sentences

# Nothing is told so without one of these.
REPLIED_WITH: Final = ("received", "f these, ", "f those, ", "made", "returned", "submitted", "emaining", "he other ")
_NUMBER: Final = re.compile(NUMBER, re.IGNORECASE)
_FIGURE: Final = re.compile(rf"\d|{NUMBER}", re.IGNORECASE)
_THINGS: Final = (
    r"(?:\s+(?:written|valid|public|individual|separate))?\s+"
    r"(?:replies|responses|representations|letters|objections|comments|submissions|e-?mails|observations)"
)
_RECEIVED: Final = rf"{_THINGS}\s+(?:were|have\s+been|had\s+been)\s+(?:received|made|returned|submitted)"
_OF_WHICH: Final = re.compile(
    rf"(?P<whole>{NUMBER}){_RECEIVED}(?:\s+(?:from|by|during|to)(?:\s+[\w’'-]+){{1,6}}?)?[,;]?\s+of\s+(?:which|these|whom|them),?\s+(?={NUMBER})",
    re.IGNORECASE,
)
_JOINS: Final = re.compile(
    rf"\s*[,;]\s*(?:and\s+|while\s+)?(?={NUMBER})|\s+(?:and|while)\s+(?={NUMBER})", re.IGNORECASE
)
# The last part takes in all that the parts before it do not.
_REST: Final = re.compile(
    rf"(?:{NUMBER})\s+(?:(?:made|raised|gave|offered|contained|were|had|expressed)\s+)?(?:(?:only\s+)?(?:other|general|neutral)\b|no\s+(?:clear\s+)?(?:view|opinion|preference)"
    r"|neither\b|neutral\b|undecided\b|unsure\b|did\s+not\s+(?:say|state|express)\b)",
    re.IGNORECASE,
)
_VERB: Final = (
    r"(?:object|oppose|support|favour|welcome|agree|disagree)(?:s|d|ed|ing)?"
    r"|(?:are|were|is|was)\s+(?:against|in\s+favour|in\s+support|opposed|neutral)"
)
_AGAINST: Final = re.compile(r"\b(?:object|oppose|against|disagree)", re.IGNORECASE)
_FOR: Final = re.compile(r"\b(?:support|favour|welcome|agree)", re.IGNORECASE)
_ALL_IN: Final = re.compile(
    rf"\W*(?:\d[\d.]*\s+)?(?:(?:A\s+total\s+of|In\s+(?:all|total),?)\s+)?(?P<whole>{NUMBER}){_RECEIVED}(?:\s+(?:from|by|during|in\s+response\s+to)\b[^\d,;:()]{{3,60}})?\.",
    re.IGNORECASE,
)
_TWO_WAYS: Final = re.compile(
    rf"\s*(?P<one>{NUMBER})\s+(?:of\s+(?:them|these|those)\s+)?(?P<first>{_VERB})\b(?:\s+(?:to|of|with))?(?:\s+(?:the|it|this)(?:\s+[a-z]+){{0,3}})?"
    rf"(?:,|\s+and|,\s+and|\s+while|;)\s+(?P<two>{NUMBER})\s+(?:of\s+them\s+)?(?P<second>{_VERB})\b[^\d,;:()]{{0,40}}\.",
    re.IGNORECASE,
)
# "There were 146 responses. Of these, 88 supported the plan, 37 objected and 22 made comments."
_THERE_WERE: Final = re.compile(
    rf"\W*(?:\d[\d.]*\s+)?(?:There\s+(?:were|have\s+been)|We\s+(?:received|had)|The\s+Council\s+received)\s+(?P<whole>{NUMBER}){_THINGS}\.",
    re.IGNORECASE,
)
_OF_THESE: Final = re.compile(rf"\s*(?:Of\s+(?:these|those|them)|Among\s+them),?\s+(?={NUMBER})", re.IGNORECASE)
_COMMENTS: Final = re.compile(
    rf"{NUMBER}\s+(?:only\s+)?(?:made|gave|offered)\s+(?:(?:only|general|other)\s+)?comments", re.IGNORECASE
)
# What the rest of them said may be told further on.
_OTHERS: Final = re.compile(
    r"\b(?:one|other|others|remaining|rest|neither|neutral|another|also|both|ninth|last|late|withdrawn|conditions?|comments?)\b",
    re.IGNORECASE,
)
# "The six with the highest scores are proposed. The remaining four will be considered."
_REMAINING: Final = re.compile(
    rf"The\s+(?:remaining|other)\s+(?P<left>{NUMBER})(?:\s+(?P<noun>[a-z]+s))?\s+(?:is|are|was|were|will|would|have|has|had|can|could|may|remain|need|score[ds]?|do|did)\b"
)
_SOME: Final = re.compile(
    rf"The\s+(?P<some>{NUMBER})\s+(?:[a-z]+s\s+)?(?:(?:with|that|which|who)\s[^.;:]{{3,80}}?|(?:highest|lowest|best|worst)[\w\s-]{{0,40}}?)\s+(?:are|were|have|will|would)\b"
    rf"|(?P<some2>{NUMBER})\s+of\s+(?:them|these|those)\s+(?:are|were|have|will|would|had|need)\b",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    rf"\W*(?:\d[\d.]*\s+)?(?:The|All)\s+(?P<whole>{NUMBER})\s+(?P<noun>[a-z]+s)\b"
    r"[^.]{0,60}?\s(?:was|were|are|is|have|has|had)\b"
)
_OPEN: Final = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|over|under|more\s+than|less\s+than|at\s+least|up\s+to|also|both|either"
    r"|several|another|later|initially|each|multiple|more\s+than\s+one|further|including|mentioned)\b",
    re.IGNORECASE,
)
_FEWEST: Final = 3
_FURTHEST: Final = Decimal("0.15")


def wrongly_replied(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongSum]:
    """The counts of a text that what it says became of them does not come to. `stretches` are its sentences."""
    if not any(sign in text for sign in REPLIED_WITH):
        return
    stretches = sentences(text) if stretches is None else stretches
    for index, (start, end) in enumerate(stretches):
        told = _of_which(text[start:end])
        if told is None and index + 1 < len(stretches):
            first, last = stretches[index + 1]
            told = _two_ways(text[start:end], text[first:last], text[last:])
            told = told or _of_these(text[start:end], text[first:last])
        if told is None and index + 1 < len(stretches):
            told = _left(text, stretches, index)
            start = 0 if told else start
        if told is not None:
            yield WrongSum(start + told.start, start + told.end, told.says, told.comes_to)


def _of_which(sentence: str) -> WrongSum | None:
    found = _OF_WHICH.search(sentence)
    if found is None or _NUMBER.search(sentence, 0, found.start()):
        return None
    tail = sentence[found.end() :].rstrip(" .")
    parts = _JOINS.split(tail)
    numbers = [_NUMBER.match(each) for each in parts]
    if len(parts) < _FEWEST or not all(numbers) or not _REST.match(parts[-1]) or _OPEN.search(tail):
        return None
    if any(
        len(re.findall(rf"\d|{NUMBER}", each[number.end() :]))
        for each, number in zip(parts, numbers, strict=True)
        if number
    ):
        return None
    return _told(found, sum(value_of(each[0]) for each in numbers if each))


def _two_ways(sentence: str, after: str, further: str) -> WrongSum | None:
    found, ways = _ALL_IN.fullmatch(sentence.rstrip()), _TWO_WAYS.fullmatch(after.rstrip())
    if found is None or ways is None or _OPEN.search(sentence) or _OPEN.search(after):
        return None
    said = ways["first"], ways["second"]
    if not any(_AGAINST.search(one) and _FOR.search(other) for one, other in (said, said[::-1])):
        return None
    comes_to = value_of(ways["one"]) + value_of(ways["two"])
    # "One further letter was rejected" is of none of them.
    rest = re.sub(r"\b(?:one|two|three|a)\s+(?:further|late)\s[^.]*\.", "", further, flags=re.IGNORECASE)
    if comes_to < value_of(found["whole"]) and _OTHERS.search(rest):
        return None
    return _told(found, comes_to)


def _of_these(sentence: str, after: str) -> WrongSum | None:
    """What they said whose number stands in the sentence before: for, against, and neither."""
    whole = _THERE_WERE.fullmatch(sentence.rstrip()) or _ALL_IN.fullmatch(sentence.rstrip())
    led = _OF_THESE.match(after)
    if whole is None or led is None or _OPEN.search(after):
        return None
    parts = _JOINS.split(after[led.end() :].rstrip(" ."))
    numbers = [_NUMBER.findall(each) for each in parts]
    if len(parts) != _FEWEST or any(len(each) != 1 for each in numbers):
        return None
    said = [bool(_FOR.search(each)) + 2 * bool(_AGAINST.search(each)) for each in parts[:-1]]
    if sorted(said) != [1, 2] or not (_REST.match(parts[-1]) or _COMMENTS.match(parts[-1])):
        return None
    return _told(whole, sum(value_of(each[0]) for each in numbers))


def _left(text: str, stretches: Sequence[Stretch], index: int) -> WrongSum | None:
    """What is left of so many when some are told of: the sentence before says how many of all, or the one before it."""
    start, end = stretches[index]
    left = _REMAINING.match(text, stretches[index + 1][0])
    some = _SOME.match(text, start, end)
    if left is None or some is None or index == 0:
        return None
    first, last = stretches[index - 1]
    whole = _WHOLE.match(text, first, last)
    if whole is None or _OPEN.search(text, start, end) or (left["noun"] or whole["noun"]) != whole["noun"]:
        return None
    is_left = value_of(whole["whole"]) - value_of(some["some"] or some["some2"])
    says = value_of(left["left"])
    if is_left <= 0 or is_left == says or abs(is_left - says) > 2:
        return None
    return WrongSum(left.start("left"), left.end("left"), left["left"], f"{is_left:,}")


def _told(found: re.Match[str], comes_to: int) -> WrongSum | None:
    says = value_of(found["whole"])
    if says == comes_to or abs(says - comes_to) > max(Decimal(1), says * _FURTHEST):
        return None
    return WrongSum(found.start("whole"), found.end("whole"), found["whole"], f"{comes_to:,}")
