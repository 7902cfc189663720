"""The rule about appendices that are called by the title of another: "the risk register at Appendix 2", which is 1."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from clerkwell.proofing.sense.citations import HINTS, citations
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

# Between what an appendix is and its number: "is attached as", "set out in", a bracket.
_LEADS: Final = re.compile(
    r"(?:,?\s*(?:which\s+)?(?:(?:is|are|was|were|has\s+been|have\s+been)\s+)?(?:(?:also|now)\s+)?"
    r"(?:attached|set\s+out|shown|given|included|provided|appended|detailed|presented|found|contained|enclosed|reproduced)?"
    r"\s*(?:to\s+this\s+report\s+)?\b(?:as|at|in)\s+|\s*\((?:see\s+)?)\Z",
    re.IGNORECASE,
)
_OF_IT: Final = re.compile(
    r"\b(?:to|of|from|for|on|with|in|about|against|behind|under|by|within|into|beside|and|or)\s+(?:(?:the|an?|its|our|draft|proposed|new|full"
    r"|updated|revised|current)\s+)*\Z"
)
_WORD: Final = re.compile(r"[^\W_]+")
_CITED: Final = Sign(*HINTS)
# Fewer words, or fewer letters, may stand before any number.
_FEWEST_WORDS: Final = 2
_SHORT: Final = 4
_FAR: Final = 160


def _called(passage: Passage, _: Guide) -> tuple[tuple[int, int, str, str], ...]:
    """The appendices that a passage mentions: from where to where, the number, and the words that stand before."""
    place = passage.place
    if passage.kind not in ("paragraph", "item") or place.appendix or place.section == "appendices":
        return ()
    done = []
    for each in citations(passage.text):
        if each.alone or each.elsewhere or each.title:
            continue
        before = passage.text[max(0, each.start - _FAR) : each.start]
        leads = _LEADS.search(before)
        head = before[: leads.start()] if leads else ""
        # After a stop another sentence begins.
        if head and head[-1].isalnum():
            done.append((each.start, each.end, each.number, _plain(head)))
    return tuple(done)


def _miscited(reading: Reading) -> Iterator[Finding]:
    titles = {each.number: each.title.strip() for each in reading.report.appendices if each.number}
    plain = {number: _plain(title) for number, title in titles.items()}
    if len(titles) < 2 or len(titles) < len(reading.report.appendices):
        return
    for passage, there in reading.where(_called, _CITED):
        for start, end, number, head in there:
            meant = _meant(head, number, plain)
            if meant:
                message = (
                    f"In the list “{titles[meant]}” is Appendix {meant}, and Appendix {number} is “{titles[number]}”. "
                    "Put the number right."
                )
                yield found(passage, start, end, message)


def _meant(head: str, number: str, titles: Mapping[str, str]) -> str:
    """The number of the appendix whose title stands before another one's number; "" where that is not certain."""
    own = titles.get(number, "")
    if not own or f" {head}".endswith(f" {own}"):
        return ""
    for other, title in titles.items():
        if other == number or len(title.split()) < _FEWEST_WORDS or not f" {head}".endswith(f" {title}"):
            continue
        # "Changes to the strategy are in Appendix 2": it is the changes that are there.
        if _OF_IT.search(head[: -len(title)]):
            continue
        shared = {word for word in title.split() if len(word) >= _SHORT} & set(own.split())
        return "" if shared or list(titles.values()).count(title) > 1 else other
    return ""


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "appendix-miscited", "warning", "An appendix is called by the title of another",
            "A reader turns to the wrong paper, and the decision may be taken on it.",
            Across(_miscited), source="Committee practice: appendices are listed by number and title",
        ),
    )  # fmt: skip
