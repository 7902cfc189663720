"""Rules about promises told twice: within how many hours, and by whom it is done."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from clerkwell.proofing.sense.shares import number_of
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_NUMBER: Final = (
    r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|fifteen|twenty|twenty-one"
    r"|twenty-eight|thirty|sixty|ninety"
)
_WITHIN: Final = re.compile(
    rf"\bwithin\s+(?:a\s+(?:period|maximum)\s+of\s+)?(?P<number>{_NUMBER})\s+(?P<unit>(?:(?:working"
    r"|calendar|clear)\s+)?(?:minutes?|hours?|days?|weeks?|months?|years?|miles?|metres?))\b",
    re.IGNORECASE,
)
_LIMIT: Final = Sign("ithin ")
_OTHER: Final = re.compile(
    r"\b(?:current\w*|existing|present|previous\w*|former\w*|now|old|last|instead|rather|than|was|were"
    r"|had|offered|option|target|improv\w+|reduc\w+|increas\w+|compared|average|actual|tenderer"
    r"|bid(?:der)?|average|stage)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[a-z]{4,}")
_PLAIN: Final = listed(
    "will must should would shall have been with from that this their they each every within after "
    "before when where which made make being other also into upon receipt "
    "council officers report committee taken given sent days hours weeks months working"
)
_AROUND: Final = 90
_ALIKE: Final = 3

_POST: Final = r"(?:[A-Z][\w’'-]+)(?:[ \u00a0](?:(?:of|for|and|&)[ \u00a0])?[A-Z][\w’'-]+){0,7}"
_DOES: Final = re.compile(
    rf"\b(?:[Tt]he[ \u00a0])?(?P<who>{_POST})[ \u00a0](?:will[ \u00a0]be|is"
    rf"|shall[ \u00a0]be)[ \u00a0]responsible[ \u00a0]for[ \u00a0](?P<what>[^.;,]{{3,80}})"
)
_POSTS: Final = re.compile(
    r"\b(?:Officer|Director|Head|Manager|Chief|Secretary|Treasurer|Clerk|Chair|Leader|Member|Surveyor"
    r"|Engineer|Solicitor)\b"
)
_RESPONSIBLE: Final = Sign("responsible for")
# The whole of what a report asks for, however it is called: "the scheme", "implementation", "delivering the decision".
_WHOLE: Final = re.compile(
    r"(?:(?:the\s+)?(?:implementation|delivery|implementing|delivering|carrying\s+out"
    r"|overall\s+delivery)(?:\s+of)?(?:\s+(?:the|this|these|its))?(?:\s+(?:decisions?|schemes?"
    r"|recommendations?|proposals?|projects?|programme|plan|changes|works?|contract|service))?"
    r"|(?:the|this)\s+(?:scheme|project|programme|work|works|decision|plan|contract|service))\s*",
    re.IGNORECASE,
)


class _Limit(NamedTuple):
    start: int
    end: int
    number: int
    unit: str
    words: frozenset[str]


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "limit-two-ways", "warning", "A time within which something is done is told in two ways",
            "People are promised both, and hold the council to the shorter one.",
            Across(_limits), source="Careful drafting: figures in a report agree with each other",
        ),
        Rule(
            "responsible-two-ways", "info", "Two posts are said to be responsible for the whole of one thing",
            "Members and the public have to know who answers for it.",
            Across(_responsible), source="Careful drafting: a report names one person to answer for a decision",
        ),
    )  # fmt: skip


def _limits_in(passage: Passage, guide: Guide) -> tuple[_Limit, ...]:
    if passage.kind not in ("paragraph", "item") or passage.place.appendix:
        return ()
    done = []
    for start, end in passage.known(sentences_of, guide):
        for match in _WITHIN.finditer(passage.text, start, end):
            before = passage.text[max(start, match.start() - _AROUND) : match.start()]
            after = passage.text[match.end() : min(end, match.end() + _AROUND)]
            if _OTHER.search(before) or _OTHER.search(after):
                continue
            # What belongs to another limit of the sentence says nothing of this one.
            after = re.split(r"\bwithin\b", after)[0]
            before = re.split(r"\bwithin\b", before)[-1]
            words = frozenset(
                w.removesuffix("s")[:6] for w in _WORD.findall(f"{before} {after}".casefold()) if w not in _PLAIN
            )
            done.append(
                _Limit(
                    match.start(),
                    match.end(),
                    number_of(match["number"].casefold()),
                    match["unit"].casefold().removesuffix("s"),
                    words,
                )
            )
    return tuple(done)


def _limits(reading: Reading) -> Iterator[Finding]:
    there = [(passage, each) for passage, limits in reading.where(_limits_in, _LIMIT) for each in limits]
    # What is said again as before need not be compared again.
    earlier: dict[tuple[str, int, frozenset[str]], tuple[Passage, _Limit]] = {}
    for passage, each in there:
        for before, other in earlier.values():
            if before is passage or each.unit != other.unit or each.number == other.number:
                continue
            shared = each.words & other.words
            if len(shared) >= _ALIKE and len(shared) * 2 >= min(len(each.words), len(other.words)):
                message = (
                    f"Elsewhere the report says “{before.text[other.start : other.end]}” of this, and here "
                    f"“{passage.text[each.start : each.end]}”. Put the one that is wrong right."
                )
                yield found(passage, each.start, each.end, message)
                break
        earlier.setdefault((each.unit, each.number, each.words), (passage, each))


def _does(passage: Passage, _: Guide) -> tuple[tuple[int, int, str], ...]:
    """Who a passage says is responsible for the whole: from where to where, and by which post."""
    if passage.kind not in ("paragraph", "item", "cell") or passage.place.appendix:
        return ()
    return tuple(
        (match.start("who"), match.start("what"), match["who"])
        for match in _DOES.finditer(passage.text)
        if _POSTS.search(match["who"]) and _WHOLE.fullmatch(match["what"])
    )


def _responsible(reading: Reading) -> Iterator[Finding]:
    said = [(passage, each) for passage, there in reading.where(_does, _RESPONSIBLE) for each in there]
    posts = {each[2] for _, each in said}
    if len(posts) != len(("one", "other")):
        return
    first = said[0][1][2]
    passage, (start, end, post) = next(each for each in said if each[1][2] != first)
    message = f"Here the {post} is responsible, and elsewhere in this report the {first}. Name one of them in both."
    yield found(passage, start, end, message)
