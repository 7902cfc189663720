"""The rule about things that are counted, and counted otherwise where they are told again as known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from clerkwell.proofing.sense.shares import number_of
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.language.sentences import sentences_of
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.sense.counted_asked import against_asked
from clerkwell.rules.sense.counted_odd import counted_odd, received_otherwise
from clerkwell.rules.sense.labelled import labelled_elsewhere
from clerkwell.rules.signs import FIGURE, Sign

_NUMBER: Final = (
    r"(?<![\w£.,/–-])(?P<number>\d{1,3}|t(?:hree|en|welve|hirteen|wenty)|f(?:our|ive|ourteen|ifteen)"
    r"|s(?:ix|even|ixteen|eventeen)|e(?:ight|leven|ighteen)|nin(?:e|eteen))(?![\w/–-]|[.,]\d)"
)
_THINGS: Final = r"\s+(?P<words>(?:[a-z]+(?:-[a-z]+)*\s+){1,2})(?P<noun>[a-z]{3,}s)(?P<after>\s+[a-z]+|)"
# Few passages count anything so; how a count begins takes longer to look for.
_SOME_COUNT: Final = re.compile(_NUMBER + _THINGS)
_NUMBERED: Final = Sign(in_word=re.compile(f"{_NUMBER}$", re.MULTILINE))
# "the six new rural providers", "the whole fleet of 27 front-line gritters": of a number that the report has told.
_COUNTED: Final = re.compile(
    r"(?P<known>\b[Tt]he\s+(?:(?:whole|entire|full)\s+(?:[a-z]+\s+of\s+)?)?|\b(?:whole|entire"
    rf"|full)\s+[a-z]+\s+of\s+)?{_NUMBER}{_THINGS}"
)
# What tells some of them, or others, from all.
_SOME: Final = listed(
    "at in on of for with without who which that whose from to near along under over between by not where when and or "
    "per within across behind above below opposite serving"
)
# Words that say nothing of which they are: most things of a report are counted with one of them.
_PLAIN: Final = listed(
    "more other further additional remaining first last next same main key working day days week weeks month months "
    "years year clear per full calendar consecutive recent previous following past different separate of and or to in "
    "to be were was are is have had has on at the for times whole such"
)
_APART: Final = frozenset(("options", "appendices", "background-papers"))
_TIMES: Final = ("years", "months", "weeks", "days", "hours", "minutes", "pounds", "metres", "miles", "tonnes")
# A slip of the pen is no further out.
_FURTHEST: Final = 3
_FEWEST: Final = 3


@dataclass(frozen=True)
class _Count:
    start: int
    end: int
    number: int
    words: frozenset[str]
    noun: str
    known: bool


def _counts(passage: Passage, _: Guide) -> tuple[_Count, ...]:
    if passage.kind not in ("paragraph", "item") or passage.place.section in _APART or passage.place.appendix:
        return ()
    if _SOME_COUNT.search(passage.text) is None:
        return ()
    done = []
    for each in _COUNTED.finditer(passage.text):
        words = frozenset(each["words"].split())
        after = each["after"].strip()
        if words & _PLAIN or each["noun"] in _PLAIN:
            continue
        some = after in _SOME or after.endswith(("ed", "ing"))
        known = each["known"] is not None and not some
        done.append(
            _Count(each.start("number"), each.end("noun"), number_of(each["number"]), words, each["noun"], known)
        )
    return tuple(done)


# "The scheme will provide 64 new homes": what a proposal brings, and all of it.
_BRINGS: Final = re.compile(
    r"\b(?:[Tt]he|[Tt]his)\s+(?:[\w’'-]+\s+){1,4}?(?:will|would)\s+(?:provide|deliver|create|comprise"
    r"|cover|fund|replace|buy)\s+(?:a\s+total\s+of\s+)?"
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d{2,4})\s+(?P<things>(?:[a-z]+(?:-[a-z]+)*\s+){0,2}?[a-z]{3,}(?:s"
    r"|people|children))\b(?!\s+(?:a|per|each|in\s+(?:the\s+first|20))\b)"
)
_NOT_ALL: Final = re.compile(
    r"\b(?:phases?|stages?|options?|first|second|third|further|additional|initial\w*|eventually|later"
    r"|also|other|about|around|approximately|some"
    r"|up\s+to|at\s+least|more\s+than|over|original\w*|previous\w*|revised|instead|rather|if|year"
    r"|annual\w*|could|may|might|of\s+which|only)\b",
    re.IGNORECASE,
)
_ANY_NUMBER: Final = re.compile(
    r"(?<![\w.,])\d[\d,]*|\b(?:one|two|four|five|six|seven|eight|nine|ten|eleven|twelve|rest|others)\b", re.IGNORECASE
)
_BRINGS_SIGN: Final = Sign(pattern=re.compile(r"ould\s|will\s"), within=FIGURE)
_SUMMED_UP: Final = frozenset(
    ("summary", "recommendations", "conclusion", "purpose-of-report", "reasons", "introduction")
)
_NEAR: Final = 0.08


def _brought(passage: Passage, guide: Guide) -> tuple[tuple[int, int, int, str], ...]:
    """What a passage says that the proposal is to bring: from where to where, how many, and of what."""
    if passage.kind not in ("paragraph", "item") or passage.place.section in _APART or passage.place.appendix:
        return ()
    done = []
    for start, end in passage.known(sentences_of, guide):
        for each in _BRINGS.finditer(passage.text, start, end):
            # Another number may be of the rest of them: "and the depot two".
            if len(_ANY_NUMBER.findall(passage.text, start, end)) > 1:
                continue
            if not _NOT_ALL.search(passage.text, start, end) and not each["things"].endswith(_TIMES):
                number = int(each["number"].replace(",", ""))
                done.append((each.start("number"), each.end("things"), number, " ".join(each["things"].split())))
    return tuple(done)


def _brought_otherwise(reading: Reading) -> Iterator[Finding]:
    groups: dict[str, list[tuple[Passage, int, int, int]]] = {}
    for passage, there in reading.where(_brought, _BRINGS_SIGN):
        for start, end, number, things in there:
            groups.setdefault(things, []).append((passage, start, end, number))
    for members in groups.values():
        if len(members) != 2:
            continue
        (first, begins, ends, one), (passage, start, end, other) = members
        turned = sorted(str(one)) == sorted(str(other))
        near = turned or abs(one - other) <= max(one, other) * _NEAR
        if one == other or not near or first.place.section == passage.place.section:
            continue
        if first.place.section in _SUMMED_UP:
            message = (
                f"Elsewhere the report says “{first.text[begins:ends]}”, and here “{passage.text[start:end]}”. "
                "Put the one that is wrong right."
            )
            yield found(passage, start, end, message)


def _two_ways(reading: Reading) -> Iterator[Finding]:
    yield from _brought_otherwise(reading)
    yield from counted_odd(reading)
    yield from received_otherwise(reading)
    yield from labelled_elsewhere(reading)
    yield from against_asked(reading)
    groups: dict[str, list[tuple[Passage, _Count]]] = {}
    for passage, there in reading.where(_counts, _NUMBERED):
        for each in there:
            groups.setdefault(each.noun, []).append((passage, each))
    for members in groups.values():
        if len(members) > 1:
            yield from _of_noun(members)


def _of_noun(members: Sequence[tuple[Passage, _Count]]) -> Iterator[Finding]:
    known = [each for each in members if each[1].known]
    for passage, one in known:
        same = [each for each in members if each[1] is not one and _alike(one, each[1])]
        numbers = {each.number for _, each in same}
        if len(numbers) != 1:
            continue
        number = numbers.pop()
        apart = all(there is not passage for there, _ in same)
        # More than were told may be others besides; fewer, told as all of them, are not all.
        if apart and _FEWEST <= one.number < number <= one.number + _FURTHEST and not any(e.known for _, e in same):
            there, other = same[0]
            message = (
                f"This says “{passage.text[one.start : one.end]}”, and elsewhere the report says "
                f"“{there.text[other.start : other.end]}”. Put the one that is wrong right."
            )
            yield found(passage, one.start, one.end, message)
            return


def _alike(one: _Count, other: _Count) -> bool:
    """Whether they may be the same things: one is described by all the words of the other."""
    return one.words <= other.words or other.words <= one.words


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "count-two-ways", "warning", "Things are counted, and told again as more or fewer",
            "A reader cannot tell which of the two is right, and the minutes may record the wrong one.",
            Across(_two_ways), source="Careful drafting: figures in a report agree with each other",
        ),
    )  # fmt: skip
