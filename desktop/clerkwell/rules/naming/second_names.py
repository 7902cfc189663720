"""Bodies and firms that go by a second name, near enough to be no other: "Parish Council" for "Town Council"."""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Final

from clerkwell.proofing.naming.bodies import naming_words
from clerkwell.proofing.spelling.speller import speller
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.naming.hyphens import HYPHENED
from clerkwell.rules.naming.named import CAPITALS, Named
from clerkwell.rules.naming.near import bodies_in
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_UNREAD: Final = frozenset({"quotation", "alt", "title"})
# A place has one of these.
_LOCAL: Final = ("parish council", "town council")
_MEET: Final = listed("committee sub-committee panel board forum group association federation partnership commission")
_PAIR: Final = re.compile(r"(?<![\w-])(?P<one>[A-Z][a-z]{2,})[-‑](?P<other>[A-Z][a-z]{2,})(?![\w-])")
_LETTERS: Final = re.compile(
    r"(?<![\w’'-])(?P<words>[A-Z][a-z]+(?:[ \u00a0][A-Z][a-z]+){2,4})[ \u00a0]\((?P<letters>[A-Z]{3,5})s?\)"
)
_IN_BRACKETS: Final = Sign(pattern=re.compile(r"\([A-Z]{3}"))
_FEWEST: Final = 2

_Told = set[tuple[int, int]]


def second_names(reading: Reading, told: _Told) -> Iterator[Finding]:
    """The rarer of two names of a body or a firm, the later of two that stand once each; not those `told` of."""
    bodies = [name for _, there in reading.where(bodies_in, CAPITALS) for name, _ in there]
    for key in (_place_of_council, _without_overview, _in_the_singular):
        yield from _of_one_key(bodies, key, told)
    yield from _joined(reading, told)
    yield from _of_letters(reading, told)


def _words(name: Named) -> list[str]:
    return name.text.replace("\u00a0", " ").replace("’", "'").casefold().split()


def _place_of_council(name: Named) -> Hashable:
    """ "Ravensby" of "Ravensby Town Council"."""
    *place, first, second = ("", "", *_words(name))
    return tuple(place) if f"{first} {second}" in _LOCAL and any(place) else None


def _without_overview(name: Named) -> Hashable:
    """The words of a scrutiny committee but for "overview", in whichever order: section 21 of the 2000 Act has both."""
    words = _words(name)
    if "scrutiny" not in words or words[-1] not in _MEET:
        return None
    rest = tuple(word for word in words if word not in ("overview", "and", "&", "the"))
    return rest if len(rest) > _FEWEST else None


def _in_the_singular(name: Named) -> Hashable:
    """The words of a body that meets, each without the s and the apostrophe of many: "Tenants' Forum"."""
    words = _words(name)
    if words[-1] not in _MEET or len(words) < _FEWEST:
        return None
    return tuple(word.replace("'", "").removesuffix("s") for word in words)


def _of_one_key(bodies: Sequence[Named], key: Callable[[Named], Hashable], told: _Told) -> Iterator[Finding]:
    groups: dict[Hashable, dict[str, list[Named]]] = {}
    for name in bodies:
        if (common := key(name)) is not None:
            groups.setdefault(common, {}).setdefault(" ".join(_words(name)), []).append(name)
    for ways in groups.values():
        if len(ways) == _FEWEST:
            right, wrong = sorted(ways.values(), key=lambda each: (_above(each), len(each)), reverse=True)
            if not _in_one_sentence(right, wrong) and not _above(wrong):
                yield from _told_of(wrong, right[0].text, told)


def _above(names: Sequence[Named]) -> bool:
    return any(name.passage.place.field for name in names)


def _in_one_sentence(one: Sequence[Named], other: Sequence[Named]) -> bool:
    sentences = {(id(name.passage), name.passage.text.count(". ", 0, name.start)) for name in one}
    return any((id(name.passage), name.passage.text.count(". ", 0, name.start)) in sentences for name in other)


def _told_of(wrong: Sequence[Named], right: str, told: _Told) -> Iterator[Finding]:
    for name in wrong:
        if (id(name.passage), name.end) not in told:
            told.add((id(name.passage), name.end))
            yield _second(name.passage, name.start, name.end, right)


def _second(passage: Passage, start: int, end: int, right: str) -> Finding:
    message = f"“{passage.text[start:end]}” is “{right}” elsewhere in this report. If it is the same, call it so here."
    return found(passage, start, end, message, right)


def _pairs(passage: Passage, _: Guide) -> tuple[tuple[str, str, int, int], ...]:
    if passage.kind in _UNREAD:
        return ()
    return tuple((each["one"], each["other"], *each.span()) for each in _PAIR.finditer(passage.text))


def _joined(reading: Reading, told: _Told) -> Iterator[Finding]:
    """A name of two words that no dictionary has, with a hyphen here and a blank there: "Hartnell-Voss"."""
    hyphened: dict[tuple[str, str], list[tuple[Passage, int, int]]] = {}
    for passage, there in reading.where(_pairs, HYPHENED):
        for one, other, start, end in there:
            hyphened.setdefault((one, other), []).append((passage, start, end))
    for (one, other), places in hyphened.items():
        # Of persons another rule tells, who know best how they are called.
        if (speller().knows(one.casefold()) and speller().knows(other.casefold())) or any(map(_is_person, places)):
            continue
        pattern = re.compile(rf"(?<![\w-]){one}[ \u00a0]{other}(?![\w-])")
        apart = [
            (passage, *each.span())
            for passage in reading.passages
            if one in passage.text and passage.kind not in _UNREAD
            for each in pattern.finditer(passage.text)
        ]
        if apart:
            wrong, right = (places, f"{one} {other}") if len(apart) >= len(places) else (apart, f"{one}-{other}")
            for passage, start, end in wrong:
                if (id(passage), end) not in told:
                    told.add((id(passage), end))
                    yield _second(passage, start, end, right)


def _is_person(here: tuple[Passage, int, int]) -> bool:
    passage, start, _ = here
    before = passage.text[:start].split()[-2:]
    return any(word.rstrip(".") in naming_words().titles for word in before)


def _introduced(passage: Passage, _: Guide) -> tuple[tuple[str, ...], ...]:
    """The terms beside which their initials stand, by their words: "Published Admission Number (PAN)"."""
    if passage.kind in _UNREAD:
        return ()
    every = ((each["words"].split(), each["letters"]) for each in _LETTERS.finditer(passage.text))
    terms = ((tuple(words[-len(letters) :]), letters) for words, letters in every)
    return tuple(term for term, letters in terms if "".join(word[0] for word in term) == letters)


def _of_letters(reading: Reading, told: _Told) -> Iterator[Finding]:
    """A term with letters of its own that once has another word with the same initial: "Pupil Admission Number"."""
    terms = sorted({term for _, there in reading.where(_introduced, _IN_BRACKETS) for term in there})
    for term, at in ((each, at) for each in terms for at in range(len(each))):
        parts = [re.escape(word) for word in term]
        parts[at] = rf"(?!{parts[at]}s?\b){term[at][0]}[a-z]{{3,}}"
        pattern = re.compile(rf"(?<![\w’'-]){'[ ]'.join(parts)}(?!\w|[ \u00a0]\()")
        beside = term[at - 1 if at else 1]
        places = [
            (passage, *each.span())
            for passage in reading.passages
            if beside in passage.text and passage.kind not in _UNREAD
            for each in pattern.finditer(passage.text)
        ]
        if len(places) == 1 and (id(places[0][0]), places[0][2]) not in told:
            told.add((id(places[0][0]), places[0][2]))
            yield _second(*places[0], " ".join(term))
