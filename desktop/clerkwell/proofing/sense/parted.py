"""What a text counts and parts: "11 members, comprising six councillors and four residents", "Of the 240 replies, 130
were in favour, 80 against and 40 had no view", "62% said yes, 28% no and 15% did not know"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from clerkwell.proofing.sense.sums import NUMBER, WrongSum, is_counted, listed_values, told_wrong, value_of
from clerkwell.proofing.sense.weights import WrongShares
from clerkwell.proofing.text.sentences import Stretch, sentences

_NUMBER: Final = re.compile(NUMBER, re.IGNORECASE)
# Nothing is so parted without one of these.
_MADE_WITH: Final = ("ompris", "onsist", "ade up of")
_TOTAL_WITH: Final = (" a total of",)
_KINDS_WITH: Final = ("f which", "f whom", "Of the ", "Of these ", "Of those ", "Of our ", "Of all ")
PARTED_WITH: Final = (*_MADE_WITH, *_TOTAL_WITH, *_KINDS_WITH, "f target", "n target", "o target", "w target")
_WHOLLY: Final = re.compile(
    r",?\s+(?:(?:which|who)\s+)?(?:(?:is|are|was|were|being|to\s+be)\s+)?(?:compris(?:es?|ing|ed)(?:\s+of)?|made\s+up\s+of|consist(?:s|ed|ing)?\s+of)"
    rf":?\s+(?={NUMBER})",
    re.IGNORECASE,
)
_ALL_TOLD: Final = re.compile(
    rf"(?:,|\s[–—-])\s*(?:(?:giving|making|or)\s+)?(?:in\s+all\s+)?a\s+(?:grand\s+|combined\s+)?total\s+of\s+(?P<total>{NUMBER})(?:\s+[a-z][\w’'-]*){{0,3}}\W*\Z",
    re.IGNORECASE,
)
_MADE_OF: Final = re.compile(rf"\b(?:compris\w+|made\s+up\s+of|consist\w*\s+of)\s+(?={NUMBER})", re.IGNORECASE)
_OF_ALL: Final = re.compile(
    rf"\s*(?:\d[\d.]*\s+)?Of\s+(?:the|these|those|our|all(?:\s+the)?)\s+(?:total\s+of\s+)?(?P<whole>{NUMBER})(?P<of>(?:\s+[A-Za-z][\w’'-]*){{1,6}}?),\s+"
)
_OF_WHICH: Final = re.compile(r"(?:,|;|\s+[–—-])?\s+of\s+(?:which|whom|these|them),?\s+", re.IGNORECASE)
_SHARES_OF: Final = re.compile(r"\s*(?:\d[\d.]*\s+)?(?:Of\s+(?:the|these|those|all)\b[^,%]{3,80},\s+|Overall,\s+)?")
_PERCENT: Final = re.compile(r"(?<![\d.,–-])(?P<figures>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent\b)")
# Answers, decisions … of which each thing has one alone. "Left": those who gave none, so that nobody is left out.
_KINDS: Final = tuple(
    (
        tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in kinds),
        re.compile(rf"\b(?:{left})\b", re.IGNORECASE),
    )
    for kinds, left in (
        (
            (
                r"in\s+favour|support(?:ed|s|ing|ive)?|agreed|agree|said\s+yes|for\s+it|for\s+the\s+\w+",
                r"against|oppos(?:ed|e|ing)|object(?:ed|ing|ions?)|disagreed|disagree|said\s+no",
                r"no\s+view|no\s+opinion|no\s+preference|neither|neutral|undecided|unsure|not\s+sure|did\s+not\s+know|don[’']t\s+know|abstained|comments?\s+only",
            ),
            r"no\s+view|no\s+opinion|no\s+preference|neither|neutral|undecided|unsure|not\s+sure|did\s+not\s+know|don[’']t\s+know|abstained",
        ),
        (
            (
                r"approved|granted|allowed|(?<!not\s)(?<!partly\s)upheld",
                r"refused|rejected|dismissed|declined|not\s+upheld",
                r"withdrawn|invalid|partly\s+upheld",
            ),
            r"(?!)",
        ),
        (
            (
                r"completed?|finished",
                r"in\s+progress|under\s+way|on\s+track",
                r"not\s+(?:yet\s+)?(?:been\s+)?started|overdue|delayed",
            ),
            r"not\s+(?:yet\s+)?(?:been\s+)?started",
        ),
        (
            (
                r"social\s+rent",
                r"affordable\s+rent",
                r"shared\s+ownership",
                r"(?:open\s+market|outright|market|private)\s+sale|for\s+sale",
            ),
            r"(?!)",
        ),
        (
            (
                r"(?:on|above|better\s+than|exceed(?:ed|ing)?|met|ahead\s+of)(?:\s+(?:or\s+(?:above|better\s+than)))?\s+(?:their\s+|its\s+|the\s+)?targets?",
                r"(?:close\s+to|near(?:ly)?|just\s+(?:below|under|short\s+of)|slightly\s+(?:below|under)|within\s+\w+)(?:\s+(?:their\s+|its\s+|the\s+)?(?:targets?|tolerance))?",
                r"(?<!just\s)(?<!slightly\s)(?:below|under|worse\s+than|missed|short\s+of|behind|off)\s+(?:their\s+|its\s+|the\s+)?targets?",
            ),
            r"(?:worse|missed|below|under|short|behind|off)",
        ),
        ((r"good|excellent", r"fair|satisfactory|reasonable", r"poor|bad"), r"(?!)"),
        ((r"[Bb]and\s+A", r"[Bb]and\s+B", r"[Bb]and\s+C", r"[Bb]and\s+D", r"[Bb]and\s+E"), r"(?!)"),
        ((r"green|low", r"amber|medium", r"red|high"), r"(?!)"),
        (
            (r"substantial|full", r"reasonable|adequate|satisfactory|moderate", r"limited", r"no\s+assurance"),
            r"(?!)",
        ),
        (
            tuple(
                rf"(?:{word}|{at})[-\s]bed\w*" for at, word in enumerate(("one", "two", "three", "four", "five"), 1)
            ),
            r"(?!)",
        ),
    )
)  # fmt: skip
_JOINS: Final = re.compile(
    rf"(?:\s*[,;]\s*(?:and\s+|while\s+)?|\s+and\s+)(?=(?:a\s+further\s+)?{NUMBER})", re.IGNORECASE
)
# "At the end of the year eight were": before the first part nothing is counted.
_LEAD: Final = re.compile(
    rf"(?:(?:At|By|In|On|During|For|Over)\b(?:[^\d,;:]|20\d\d(?:/\d\d)?){{3,40}}?,?\s+)?(?={NUMBER})",
    re.IGNORECASE,
)
_OR_BETTER: Final = re.compile(r"\bor\s+(?=better|above|ahead|exceed|worse|below)", re.IGNORECASE)
_SHARES_JOIN: Final = re.compile(r"(?:\s*[,;]\s*(?:and\s+|while\s+)?|\s+and\s+)(?=\d)", re.IGNORECASE)
_ROOMS: Final = re.compile(r"\b(?:one|two|three|four|[1-4])[-\s]bed\w*", re.IGNORECASE)
_FURTHER: Final = re.compile(r"\Aa\s+further\s+", re.IGNORECASE)
# Parts that may be out of something else, or not meant exactly.
_OPEN: Final = re.compile(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|over|under|more\s+than|less\s+than|at\s+least|up\s+to|also|both|either|or"
    r"|several|another|others?|later|then|initially|appeal\w*|including|each|rose|fell|from|compared|last\s+year|previous\w*)\b",
    re.IGNORECASE,
)
_FEWEST: Final = 3
_LONGEST_PART: Final = 6
_FURTHEST: Final = Decimal("0.2")
_ALL: Final = 100


def wrongly_parted(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongSum]:
    """The counts of a text that their parts do not come to, where the parts are all of them, or where each thing can
    be in one part alone. `stretches` are the sentences, where they are known."""
    if not any(sign in text for sign in PARTED_WITH):
        return
    before: Stretch | None = None
    for start, end in sentences(text) if stretches is None else stretches:
        sentence = text[start:end]
        if before is not None and "target" in sentence:
            beside = _of_sentence_before(text, before, start, end)
            if beside is not None:
                yield beside
        before = (start, end)
        for signs, look in _LOOKS:
            wrong = look(sentence) if any(map(sentence.__contains__, signs)) else None
            if wrong is not None:
                yield WrongSum(start + wrong.start, start + wrong.end, wrong.says, wrong.comes_to)
                break


def wrong_hundreds(text: str, stretches: Sequence[Stretch] | None = None) -> Iterator[WrongShares]:
    """The shares of a text that say what became of all, and do not come to 100."""
    if text.count("%") + text.count("per cent") < _FEWEST:
        return
    for start, end in sentences(text) if stretches is None else stretches:
        sentence = text[start:end]
        shares = list(_PERCENT.finditer(sentence))
        lead = _SHARES_OF.match(sentence)
        if len(shares) < _FEWEST or lead is None or _OPEN.search(sentence, lead.end()):
            continue
        parts = _SHARES_JOIN.split(sentence[shares[0].start() :].rstrip(" ."))
        if len(parts) != len(shares) or not all(_PERCENT.match(each) for each in parts):
            continue
        kind, said = _kind(parts), sentence[lead.end() : shares[0].start()].strip(" ").casefold()
        if kind is None or said not in ("", "that", "found that"):
            continue
        off = sum((Decimal(each["figures"]) for each in shares), Decimal()) - _ALL
        if len(shares) - 1 < abs(off) <= _ALL * _FURTHEST and (off > 0 or kind):
            yield WrongShares(start + shares[0].start(), start + shares[-1].end(), f"{(off + _ALL).normalize():f}%")


def _of_all_parts(sentence: str) -> WrongSum | None:
    """ "11 members, comprising six councillors, three residents and one officer"."""
    if _OPEN.search(sentence):
        return None
    for found in _WHOLLY.finditer(sentence):
        head, tail = sentence[: found.start()], sentence[found.end() :].rstrip(" .")
        said = [each for each in _NUMBER.finditer(head) if is_counted(head, each)]
        if len(said) != 1 or len(re.findall(r"\d[\d,]*", head)) > 1:
            continue
        values = listed_values(tail)
        if values:
            return told_wrong(said[0], values)
    return None


def _all_told(sentence: str) -> WrongSum | None:
    """ "Made up of 14 lorries, 9 vans and 6 cars, a total of 30 vehicles"."""
    found = _ALL_TOLD.search(sentence)
    if found is None or _OPEN.search(sentence):
        return None
    head = sentence[: found.start()]
    lead, number = _MADE_OF.search(head), _NUMBER.search(head)
    first = lead.end() if lead else number.start() if number else len(head)
    values = listed_values(head[first:])
    total = _NUMBER.search(sentence, found.start("total"))
    return told_wrong(total, values) if values and total else None


def _by_kind(sentence: str) -> WrongSum | None:
    """ "Of the 240 replies, 130 were in favour, 80 were against and 40 had no view"."""
    if len(_JOINS.findall(sentence)) < _FEWEST - 1:
        return None
    led = _OF_ALL.match(sentence)
    if led is not None:
        said, tail = _NUMBER.search(sentence, led.start("whole")), sentence[led.end() :]
    else:
        which = _OF_WHICH.search(sentence)
        if which is None:
            return None
        head = sentence[: which.start()]
        counted = [each for each in _NUMBER.finditer(head) if is_counted(head, each)]
        said, tail = (counted[0] if len(counted) == 1 else None), sentence[which.end() :]
    if said is None or _OPEN.search(tail):
        return None
    parts = [_FURTHER.sub("", each) for each in _JOINS.split(tail.rstrip(" ."))]
    numbers = [_NUMBER.match(each) for each in parts]
    # Longer ones may be of several questions: "in favour of the site", "against the height".
    kind = _kind(parts) if all(len(each.split()) <= _LONGEST_PART for each in parts) else None
    if kind is None or not all(numbers) or any(len(_NUMBER.findall(_ROOMS.sub("", each))) > 1 for each in parts):
        return None
    says, comes_to = value_of(said[0]), sum(value_of(each[0]) for each in numbers if each)
    off = comes_to - says
    # Fewer may leave some out, unless those who gave no answer are counted too.
    if not off or (off < 0 and not kind) or abs(off) > says * _FURTHEST:
        return None
    return WrongSum(said.start(), len(sentence.rstrip(" .")), said[0], f"{comes_to:,}")


def _kind(parts: Sequence[str]) -> bool | None:
    """Whether parts of which each is of another kind are all there are; None where they are no such parts."""
    if len(parts) < _FEWEST:
        return None
    for kinds, left in _KINDS:
        at = [[index for index, kind in enumerate(kinds) if kind.search(part)] for part in parts]
        if all(len(each) == 1 for each in at) and len({each[0] for each in at}) == len(parts):
            return any(left.search(part) for part in parts)
    return None


def _of_sentence_before(text: str, before: Stretch, start: int, end: int) -> WrongSum | None:
    """ "There are 12 measures. Eight were on target, three were close to target and two were below target"."""
    parts_in = text[start:end]
    if len(_JOINS.findall(parts_in)) < _FEWEST - 1 or _OPEN.search(_OR_BETTER.sub("", parts_in)):
        return None
    told = text[before[0] : before[1]]
    counted = [each for each in _NUMBER.finditer(told) if is_counted(told, each)]
    lead = _LEAD.match(parts_in)
    if len(counted) != 1 or _OPEN.search(told) or lead is None:
        return None
    parts = _JOINS.split(parts_in[lead.end() :].rstrip(" ."))
    numbers = [_NUMBER.match(each) for each in parts]
    short = all(len(each.split()) <= 2 * _LONGEST_PART for each in parts)
    kind = _kind(parts) if short else None
    if not kind or not all(numbers) or any(len(_NUMBER.findall(_ROOMS.sub("", each))) > 1 for each in parts):
        return None
    says, comes_to = value_of(counted[0][0]), sum(value_of(each[0]) for each in numbers if each)
    if says == comes_to or abs(comes_to - says) > says * _FURTHEST:
        return None
    return WrongSum(start + lead.end(), start + len(parts_in.rstrip(" .")), counted[0][0], f"{comes_to:,}")


# What is long to look for is asked of sentences alone that have its words.
_LOOKS: Final = ((_MADE_WITH, _of_all_parts), (_TOTAL_WITH, _all_told), (_KINDS_WITH, _by_kind))
