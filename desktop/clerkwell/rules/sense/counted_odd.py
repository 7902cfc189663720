"""Things that are counted alike in two places of a report, and otherwise in a third: six recommendations of seven."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from clerkwell.proofing.sense.shares import number_of
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_NUMBERS: Final = (
    r"\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty"
)
# What stands straight before a number of all of them: "the seven recommendations", "made six recommendations".
_LEAD: Final = re.compile(
    r"\b(?P<lead>the|its|their|these|those|our|all|made|makes|make|for|erection of|provision of"
    r"|scheme of|construction of|development of"
    r"|programme of|package of|series of|total of|provid(?:e|es|ed|ing)|deliver(?:s|ed|ing)?|creat(?:e"
    r"|es|ed|ing)|compris(?:e|es|ed|ing)|contains?"
    r"|sets? out|identif(?:y|ies|ied)|received|covers?|covering|involv(?:es|ing)|has|have|[A-Z]\w+[’']s)\s+\Z",
    re.IGNORECASE,
)
# It is looked for no further before the number.
_LONGEST_LEAD: Final = 24
_WHOLE: Final = re.compile(
    rf"\b(?P<number>{_NUMBERS})(?![\w/–%-]|[.,]\d)\s+(?P<things>(?:[a-z]+(?:-[a-z]+)*\s+)??[a-z]{{2,}}[^\Ws]s)\b"
    r"(?!\s+(?:of\s+(?:the|these|those|which|them)|each|per|a\s+(?:year|week|month|day)|later|earlier"
    r"|ago|before|after|and|or|in\s+\d|to\s+\d|who|that|whose|not))",
)
# A number of some of them, of others, or of another time.
_NOT_ALL: Final = re.compile(
    r"\b(?:(?<!all )of\s+(?:these|those|which|whom)|previous\w*|original\w*|earlier|last|first|further"
    r"|additional|another|others?"
    r"|remaining|rest|more|fewer|less|average|each|every"
    r"|phases?|options?|stages?|initial\w*|instead|rather"
    r"|increas\w*|reduc\w*|compared|than|only|some|both|outstanding|new|since|refused|dismissed|former"
    r"|if|could|might|lots?|some)\b",
    re.IGNORECASE,
)
_TIMES: Final = listed(
    "years months weeks days hours minutes pounds metres miles tonnes per cent percentage terms "
    "times pence points occasions "
    "nights quarters sessions this was has its is his stages thousands hundreds millions paragraphs sections pages"
)
# "The nine sites in poor condition" are not all the sites.
_KNOWN: Final = listed("the its their these those our all")
_TELLS_WHICH: Final = re.compile(r"\s+(?:in|at|with|from|on|under|for|along|near|within|by|where|which|[a-z]+ed)\b")
_SMALL: Final = listed("of to in and or the for at on with from by per is are was were be a an as")
_APART: Final = frozenset(("options", "appendices", "background-papers"))
_COUNTED: Final = Sign(
    in_word=re.compile(r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty)$", re.MULTILINE)
)
# A slip of the pen is no further out; and so many places make certain what is right.
_FURTHEST: Final = 3
_OFTEN: Final = 2
_FEWEST: Final = 3
# So far from a number words are looked at that tell some from all.
_BESIDE: Final = 45


@dataclass(frozen=True)
class _Count:
    start: int
    end: int
    number: int
    things: str


def _counts(passage: Passage, guide: Guide) -> tuple[_Count, ...]:
    if passage.place.section in _APART or passage.place.appendix:
        return ()
    if passage.kind not in ("paragraph", "item") and passage.place.field != "subject":
        return ()
    done = []
    # A subject may be in capitals; small letters are found sooner.
    text = passage.text.lower() if passage.kind == "answer" else passage.text
    for each in _WHOLE.finditer(text):
        lead = _LEAD.search(passage.text[max(0, each.start() - _LONGEST_LEAD) : each.start()])
        if lead is None or (lead["lead"].casefold() in _KNOWN and _TELLS_WHICH.match(passage.text, each.end())):
            continue
        things = " ".join(each["things"].casefold().split())
        if not _TIMES.isdisjoint(things.split()) or not _SMALL.isdisjoint(things.split()):
            continue
        start, end = next(
            (span for span in passage.known(sentences_of, guide) if span[0] <= each.start() < span[1]),
            (0, len(passage.text)),
        )
        if not _NOT_ALL.search(passage.text, max(start, each.start() - _BESIDE), min(end, each.end() + _BESIDE)):
            done.append(_Count(*each.span(), number_of(each["number"].casefold()), things))
    return tuple(done)


# "Three letters have been received": all of them, up to the meeting.
_RECEIVED: Final = re.compile(
    rf"(?:\A|[.;:]\s+|\b\d[\d.]*\s+|,\s+)(?P<number>{_NUMBERS})\s+(?P<things>(?:[a-z]+\s+)?(?:letters"
    r"|objections|representations|comments|responses|replies|tenders|bids|quotations"
    r"|applications|petitions|complaints|submissions))\s+(?:have\s+been|had\s+been"
    r"|were)\s+(?P<done>received|submitted|made|lodged|returned)\b(?!\s+(?:from|by|in|on|before|after"
    r"|during|about|against|to|for|since))",
    re.IGNORECASE,
)
_RECEIVED_SIGN: Final = Sign("received", "submitted", " made", "lodged", "returned")


def _received(passage: Passage, _: Guide) -> tuple[tuple[int, int, int, str], ...]:
    if passage.kind not in ("paragraph", "item") or passage.place.appendix:
        return ()
    return tuple(
        (
            match.start("number"),
            match.end("things"),
            number_of(match["number"].casefold()),
            f"{match['things']} {match['done']}".casefold(),
        )
        for match in _RECEIVED.finditer(passage.text)
    )


def received_otherwise(reading: Reading) -> Iterator[Finding]:
    """Letters, tenders and the like that are said to have been received in two numbers."""
    groups: dict[str, list[tuple[Passage, int, int, int]]] = {}
    for passage, there in reading.where(_received, _RECEIVED_SIGN):
        for start, end, number, what in there:
            groups.setdefault(what, []).append((passage, start, end, number))
    for members in groups.values():
        (first, begins, ends, one), *others = members
        for passage, start, end, number in others:
            if number != one and passage.place.section != first.place.section:
                message = (
                    f"This says “{passage.text[start:end]}”, and elsewhere the report says "
                    f"“{first.text[begins:ends]}”. "
                    "Put the one that is wrong right."
                )
                yield found(passage, start, end, message)
                break


def counted_odd(reading: Reading) -> Iterator[Finding]:
    """Numbers of things that two or more places of a report have alike, and one otherwise."""
    groups: dict[str, list[tuple[Passage, _Count]]] = {}
    for passage, there in reading.where(_counts, _COUNTED):
        for each in there:
            groups.setdefault(each.things, []).append((passage, each))
    for members in groups.values():
        yield from _odd_one(members)


def _odd_one(members: Sequence[tuple[Passage, _Count]]) -> Iterator[Finding]:
    numbers = {each.number for _, each in members}
    if len(numbers) != 2 or min(numbers) < _FEWEST or max(numbers) - min(numbers) > _FURTHEST:
        return
    for number in numbers:
        mine = [each for each in members if each[1].number == number]
        others = [each for each in members if each[1].number != number]
        places = {id(passage) for passage, _ in others}
        if len(mine) != 1 or len(places) < _OFTEN or id(mine[0][0]) in places:
            continue
        (passage, one), (there, other) = mine[0], others[0]
        message = (
            f"This says “{passage.text[one.start : one.end]}”, and elsewhere the report says "
            f"“{there.text[other.start : other.end]}”. Put the one that is wrong right."
        )
        yield found(passage, one.start, one.end, message)
