"""Streets and schemes that go by two names one word of which differs: Mill Lane and Mill Road, Bright and Brighter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from clerkwell.model import Severity
from clerkwell.proofing.naming.bodies import naming_words
from clerkwell.proofing.text.tokens import listed
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_UNREAD: Final = frozenset(("quotation", "alt"))
_KINDS: Final = (
    "Lane|Road|Street|Grove|Avenue|Close|Drive|Way|Row|Terrace|Crescent|Gardens|Walk|Court|Place|View|Hill|Square"
    "|Rise|Mews"
)
_STREET: Final = re.compile(
    rf"(?<![\w’'-])(?:(?P<number>\d+[a-zA-Z]?(?:\s?[-–]\s?\d+)?)\s)?(?P<own>[A-Z][a-z’']{{2,}}"
    rf"(?:[ \u00a0][A-Z][a-z’']{{2,}})?)[ \u00a0](?P<kind>{_KINDS})(?![\w’'-]|[ \u00a0][A-Z])"
)
_STREETS: Final = Sign(*_KINDS.split("|"))
_PHRASE: Final = re.compile(
    r"(?<![\w’'.@-])[A-Z][a-z]{3,}(?:[ \u00a0](?:(?:of|for|and|the|to|in)[ \u00a0])?[A-Z][a-z]{3,}){1,3}(?![\w@-])"
)
_PHRASES: Final = Sign(pattern=re.compile(r"[A-Z][a-z]{3,}[ \u00a0](?:[a-z]{2,3}[ \u00a0])?[A-Z][a-z]{3}"))
_NOUN: Final = re.compile(r"[a-z]{4,}")
_PLAIN: Final = listed(
    "from with along near that this which will have been were between towards into onto over under "
    "off there where also both beside"
)
_AROUND: Final = 40
_NEAREST: Final = 3
# What stands in a street and is told by it, so that one name each is enough; and what goes by a name of its own.
_STANDS: Final = listed(
    "crossing library school depot centre hall office bridge club station nursery surgery playground "
    "museum hostel clinic shelter"
)
_SCHEMES: Final = re.compile(
    r"[ \u00a0](?:scheme|programme|project|initiative|campaign|pilot|service|fund|awards?|course|appeal)\b"
)
_OFTEN: Final = 2
_CERTAIN: Final = 3
_SHORTEST: Final = 5
_ENDINGS: Final = ("er", "est", "ed", "ing", "ly", "y", "en")

# A street or a phrase where it stands: its passage, from where to where, and the nouns about it.
_Here = tuple[Passage, int, int, frozenset[str]]


def streets_apart(reading: Reading) -> Iterator[Finding]:
    """A street named once with another last word than elsewhere: "the library in Mill Road"."""
    owns: dict[str, dict[str, list[_Here]]] = {}
    for passage, there in reading.where(_streets, _STREETS):
        for own, kind, start, end, nouns in there:
            owns.setdefault(own, {}).setdefault(kind, []).append((passage, start, end, nouns))
    for kinds in owns.values():
        if len(kinds) == _OFTEN:
            right, wrong = sorted(kinds.values(), key=len, reverse=True)
            if len(wrong) == 1 and not _together(right, wrong):
                shared = wrong[0][3] & frozenset().union(*(each[3] for each in right))
                if (len(right) >= _OFTEN and (shared or len(right) >= _CERTAIN)) or shared & _STANDS:
                    yield _told(wrong[0], right[0], None if shared else "info")


def _streets(passage: Passage, _: Guide) -> tuple[tuple[str, str, int, int, frozenset[str]], ...]:
    if passage.kind in _UNREAD:
        return ()
    return tuple(
        # A house by its number is itself.
        (
            f"{each['number'] or ''} {each['own']}",
            each["kind"],
            each.start("own"),
            each.end(),
            _nouns(passage.text, each.start(), each.end()),
        )
        for each in _STREET.finditer(passage.text)
    )


def _nouns(text: str, start: int, end: int) -> frozenset[str]:
    """The plain words right beside a name, which say what is there: "the library in", "depot"."""
    before = _NOUN.findall(text[max(0, start - _AROUND) : start])[-_NEAREST:]
    after = _NOUN.findall(text[end : end + _AROUND])[:_NEAREST]
    return frozenset(word.removesuffix("s") for word in (*before, *after) if word not in _PLAIN)


def schemes_apart(reading: Reading) -> Iterator[Finding]:
    """A name of several words that has one of them with another ending once: "Bright Smiles"."""
    places: dict[tuple[str, ...], list[_Here]] = {}
    for passage, there in reading.where(_phrases, _PHRASES):
        for words, start, end, nouns in there:
            places.setdefault(words, []).append((passage, start, end, nouns))
    # Names that are alike but for one word, by what is left of them.
    alike: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for words in places:
        for at in range(len(words)):
            alike.setdefault((*words[:at], "", *words[at + 1 :]), []).append(words)
    for rest, names in alike.items():
        for one, other in combinations(names, 2):
            at = rest.index("")
            if _one_word(one[at], other[at]):
                yield from _of_two(places, one, other)


def _of_two(
    places: Mapping[tuple[str, ...], Sequence[_Here]], one: tuple[str, ...], other: tuple[str, ...]
) -> Iterator[Finding]:
    right, wrong = sorted((places[one], places[other]), key=lambda each: (_above(each), len(each)), reverse=True)
    if len(wrong) != 1 or _together(right, wrong) or _above(wrong):
        return
    if len(right) < _OFTEN and not _above(right):
        if all(_SCHEMES.match(each[0].text, each[2]) for each in (*right, *wrong)):
            yield _told(wrong[0], right[0], None)
        return
    shared = wrong[0][3] & frozenset().union(*(each[3] for each in right))
    yield _told(wrong[0], right[0], None if shared or len(right) >= _CERTAIN else "info")


def _phrases(passage: Passage, _: Guide) -> tuple[tuple[tuple[str, ...], int, int, frozenset[str]], ...]:
    if passage.kind in _UNREAD or passage.kind in ("heading", "subheading") or passage.header:
        return ()
    done = []
    before = naming_words().before
    for each in _PHRASE.finditer(passage.text):
        start, words = each.start(), each[0].replace("\u00a0", " ").split()
        while len(words) > 1 and (words[0] in before or words[0].islower()):
            start, words = start + len(words[0]) + 1, words[1:]
        if len(words) > 1:
            done.append((tuple(words), start, each.end(), _nouns(passage.text, start, each.end())))
    return tuple(done)


def _one_word(one: str, other: str) -> bool:
    """Whether two words may be one with a slip: another ending, or a letter wrong; not its plural, and no post."""
    known = naming_words()
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or one in known.posts | known.bodies or other in known.posts | known.bodies:
        return False
    if _singular(one) == _singular(other) or one[0] != other[0]:
        return False
    if long.startswith(short):
        return long[len(short) :] in _ENDINGS
    return False


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("es").removesuffix("s")


def _above(there: Sequence[_Here]) -> bool:
    return any(passage.place.field for passage, _, _, _ in there)


def _together(one: Sequence[_Here], other: Sequence[_Here]) -> bool:
    return bool({id(each[0]) for each in one} & {id(each[0]) for each in other})


def _told(wrong: _Here, right: _Here, severity: Severity | None) -> Finding:
    (passage, start, end, _), (there, begins, ends, _) = wrong, right
    said, better = passage.text[start:end], there.text[begins:ends]
    message = f"“{said}” is “{better}” elsewhere in this report. If it is the same, write its name as there."
    return found(passage, start, end, message, severity=severity)
