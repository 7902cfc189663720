"""Bodies by another name: their words in another order, one too few, or the council's own with a letter wrong."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.proofing.naming.bodies import naming_words
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.naming.renamed import renamed
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found
from clerkwell.rules.signs import Sign

_UNREAD: Final = frozenset({"quotation", "title", "alt"})
_LINKS: Final = frozenset({"and", "of", "for", "the", "&", ""})
# "Growth, Environment and Transport Cabinet Committee": parts of a name in a list, which may stand in another order.
_LISTED: Final = re.compile(
    r"\b[A-Z][A-Za-z]+(?:,[ \u00a0][A-Z][A-Za-z]+){1,3},?[ \u00a0](?:and|AND|&)[ \u00a0][A-Z][A-Za-z]+"
    r"(?:[ \u00a0][A-Z][A-Za-z-]+){0,4}[ \u00a0](?i:Committee|Panel|Board|Commission|Forum|Partnership)\b"
)
_LISTS: Final = Sign(" and ", " AND ", " & ")
# Bodies that a council sets up for one purpose each; a word less in the name is none the less the same.
_KIND: Final = (
    r"(?:Working|Steering|Task|Reference|Advisory|Liaison|Delivery|Review|User|Stakeholder|Task and Finish)[ \u00a0]"
    r"Group|(?:Project|Programme|Partnership|Delivery|Transformation|Improvement)[ \u00a0]Board"
    r"|Partnership(?![ \u00a0](?:Board|Group|Agreement|Fund|Plan|Strategy|Manager|Director))"
)
_SET_UP: Final = re.compile(
    rf"(?P<words>(?:[A-Z][\w’'-]+[ \u00a0](?:(?:and|of|for|&)[ \u00a0])?){{1,5}})(?P<kind>{_KIND})\b(?!s)"
)
_SET_UPS: Final = Sign("Group", "Board", "Partnership")
# Words by which there may be two of them side by side.
_APART: Final = listed(
    "sub joint shadow member members officer officers senior strategic operational regional local national north south "
    "east west central internal external technical corporate youth young community cross former new"
)
_OWN: Final = re.compile(
    r"\b(?P<first>[A-Z][a-z]{4,})(?P<rest>(?:[ \u00a0][A-Z][a-z]+){0,4}[ \u00a0](?:Council|Authority))\b"
)
_OWNS: Final = Sign("Council", "Authority")
_SHORTEST: Final = 5


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "body-two-ways", "warning", "A body goes by two names: other words, another order, or one too few",
            "A reader wonders whether they are two bodies, and a search for one does not find the other.",
            Across(_bodies), source="The report’s own usage", fix="Write it as elsewhere in the report",
        ),
    )  # fmt: skip


def _lists(passage: Passage, _: Guide) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    if passage.kind in _UNREAD:
        return ()
    return tuple((*match.span(), _words(match[0])) for match in _LISTED.finditer(passage.text))


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[\s,]+", name.casefold()) if word not in _LINKS)


def _bodies(reading: Reading) -> Iterator[Finding]:
    alike: dict[tuple[str, ...], dict[tuple[str, ...], list[tuple[Passage, int, int]]]] = {}
    for passage, there in reading.where(_lists, _LISTS):
        for start, end, words in there:
            alike.setdefault(tuple(sorted(words)), {}).setdefault(words, []).append((passage, start, end))
    for orders in alike.values():
        if len(orders) > 1:
            first, *others = sorted(orders.values(), key=_weight, reverse=True)
            for place in (place for each in others for place in each):
                yield _written_so(place, first[0])
    yield from _shorter(reading)
    yield from renamed(reading)
    yield from _own_name(reading)


def _weight(places: Sequence[tuple[Passage, int, int]]) -> tuple[bool, int]:
    return any(passage.place.field for passage, _, _ in places), len(places)


def _written_so(wrong: tuple[Passage, int, int], right: tuple[Passage, int, int]) -> Finding:
    passage, start, end = wrong
    better = right[0].text[right[1] : right[2]]
    message = f"“{passage.text[start:end]}” is also written “{better}” in this report. Write it one way."
    return found(passage, start, end, message, None if better.isupper() else better)


def _set_up(passage: Passage, _: Guide) -> tuple[tuple[int, int, tuple[str, ...], str], ...]:
    if passage.kind in _UNREAD or passage.kind == "heading":
        return ()
    before = naming_words().before
    done = []
    for match in _SET_UP.finditer(passage.text):
        start = match.start()
        words = match["words"].split()
        while words and (words[0] in before or words[0] in _LINKS):
            start += len(words[0]) + 1
            words = words[1:]
        telling = tuple(word.casefold() for word in words if word not in _LINKS)
        if telling:
            done.append((start, match.end(), telling, match["kind"]))
    return tuple(done)


def _shorter(reading: Reading) -> Iterator[Finding]:
    kinds: dict[str, dict[tuple[str, ...], list[tuple[Passage, int, int]]]] = {}
    for passage, there in reading.where(_set_up, _SET_UPS):
        for start, end, words, kind in there:
            kinds.setdefault(kind, {}).setdefault(words, []).append((passage, start, end))
    for names in kinds.values():
        for one, other in combinations(names, 2):
            short, long = sorted((one, other), key=len)
            told = len(names) == 2 and len(names[short]) == 1 and len(long) == len(short) + 1
            within = told and short[0] == long[0] and _is_within(short, long)
            if within and not (set(long) - set(short)) & _APART:
                yield _written_so(names[short][0], names[long][0])


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _own_names(passage: Passage, _: Guide) -> tuple[tuple[str, tuple[str, ...], int, int], ...]:
    if passage.kind in _UNREAD or passage.kind == "heading" or passage.place.field == "council":
        return ()
    return tuple((match["first"], _words(match["rest"]), *match.span()) for match in _OWN.finditer(passage.text))


def _own_name(reading: Reading) -> Iterator[Finding]:
    """The council's own name with a letter wrong in its first word."""
    own = reading.report.field("council").text.split()
    if len(own) < 2 or len(own[0]) < _SHORTEST or not own[0].isalpha():
        return
    first, rest = own[0].casefold(), _words(" ".join(own[1:]))
    for passage, there in reading.where(_own_names, _OWNS):
        for said, more, start, end in there:
            slip = said.casefold() != first and DamerauLevenshtein.distance(said.casefold(), first, score_cutoff=1) == 1
            if slip and more[-1] == rest[-1] and _is_within(more, rest):
                name = " ".join(word.capitalize() if word.isupper() else word for word in own)
                message = f"“{passage.text[start:end]}” is nearly “{name}”. Write the council’s own name as it is."
                yield found(passage, start, end, message)
