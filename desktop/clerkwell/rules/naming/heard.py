"""Names of places, cases and schemes that stand once with a letter wrong, or as they were heard: "Hartclife", "McLeod".

Names of persons have rules of their own, as two persons may well have nearly the same one.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.proofing.naming.bodies import naming_words
from clerkwell.rules.language.spelling import slips_in
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

# "McCloud remedy": what is called by somebody's name, and not he himself.
_MC: Final = re.compile(r"(?<![\w’'-])(?P<name>Ma?c[A-Z][a-z]{3,})(?=[ \u00a0](?P<after>[a-z]{4,}))")
_MC_SIGN: Final = Sign("Mc", "MacC", "MacL", "MacD")
_VERBS: Final = frozenset(
    (
        "said",
        "says",
        "asked",
        "asks",
        "will",
        "would",
        "told",
        "spoke",
        "agreed",
        "have",
        "wrote",
        "with",
        "from",
        "that",
        "were",
    )
)
_VOWELS: Final = re.compile(r"[aeiouyhw]+|(.)(?=\1)")
_SHORTEST: Final = 7
_OFTEN: Final = 3
_ENDINGS: Final = ("s", "es", "er", "ers", "ed", "an", "ian", "ish", "y", "n")

_Here = tuple[Passage, int, int]


def heard(reading: Reading) -> Iterator[Finding]:
    """Each name that stands once, where another that is nearly the same stands again and again."""
    yield from _once(_by_name(reading.where(_called_by, _MC_SIGN)), sound=True)
    persons = {(id(passage), start) for passage, there in reading.where(_persons) for _, start, _ in there}
    yield from _once(_by_name(reading.where(_unknown)), sound=False, apart=persons)


def _by_name(everywhere: Iterator[tuple[Passage, tuple[tuple[str, int, int], ...]]]) -> dict[str, list[_Here]]:
    places: dict[str, list[_Here]] = {}
    for passage, there in everywhere:
        for name, start, end in there:
            places.setdefault(name, []).append((passage, start, end))
    return places


def _once(
    places: Mapping[str, Sequence[_Here]], *, sound: bool, apart: Collection[tuple[int, int]] = ()
) -> Iterator[Finding]:
    often = [name for name, there in places.items() if len(there) >= _OFTEN]
    single = [(name, there[0]) for name, there in places.items() if len(there) == 1] if often else []
    once = [name for name, (passage, start, _) in single if (id(passage), start) not in apart]
    for wrong in once:
        near = [right for right in often if (_sound(wrong) == _sound(right) if sound else _is_slip(wrong, right))]
        passage, start, end = places[wrong][0]
        if len(near) == 1 and all(each[0] is not passage for each in places[near[0]]):
            message = f"“{wrong}” is “{near[0]}” elsewhere in this report. If it is the same, write its name as there."
            yield found(passage, start, end, message, near[0])


def _called_by(passage: Passage, _: Guide) -> tuple[tuple[str, int, int], ...]:
    if passage.kind in ("quotation", "alt"):
        return ()
    return tuple(
        (each["name"], *each.span("name")) for each in _MC.finditer(passage.text) if each["after"] not in _VERBS
    )


def _unknown(passage: Passage, guide: Guide) -> tuple[tuple[str, int, int], ...]:
    """The names that no dictionary has."""
    return tuple(name for name, _ in passage.known(_names, guide))


def _persons(passage: Passage, guide: Guide) -> tuple[tuple[str, int, int], ...]:
    """Those of them that may be a person's: with a title, or after a name."""
    known = naming_words().before
    return tuple(name for name, before in passage.known(_names, guide) if before[:1].isupper() and before not in known)


def _names(passage: Passage, guide: Guide) -> tuple[tuple[tuple[str, int, int], str], ...]:
    """The names that no dictionary has, each with the word before it."""
    if passage.kind in ("quotation", "alt", "title"):
        return ()
    return tuple(
        ((word, each.start, each.start + len(word)), each.before)
        for each in passage.known(slips_in, guide)
        if each.case in ("name", "opening")
        and len(word := each.word.removesuffix("'s").removesuffix("’s")) >= _SHORTEST
    )


def _sound(name: str) -> str:
    """What two spellings of what was heard have in common: "mcld"."""
    return _VOWELS.sub("", name.casefold().replace("mac", "mc", 1).replace("cc", "c"))


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter is wrong, too many or missing, and not at the beginning or in an ending of its own."""
    short, long = sorted((one, other), key=len)
    if one[0] != other[0] or any(long == short + ending for ending in _ENDINGS):
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1
