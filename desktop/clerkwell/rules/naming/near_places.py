"""Streets and schemes that go by two names one word of which differs: Mill Lane and Mill Road, Bright and Brighter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

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
    rf"(?:[ \u00a0][A-Z][a-z’']{{2,}})?)[ \u00a0](?P<kind>{_KINDS}|Bridge)(?![\w’'-]|[ \u00a0][A-Z])"
)
_STREETS: Final = Sign(*_KINDS.split("|"), "Bridge")
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
                if "Bridge" in kinds:
                    # A bridge may well stand in a road of its name, unless the row and the text say one thing of both.
                    if shared and _is_a_row(right, wrong):
                        yield _told(wrong[0], right[0], "info")
                elif (len(right) >= _OFTEN and (shared or len(right) >= _CERTAIN)) or shared & _STANDS:
                    yield _told(wrong[0], right[0], None if shared else "info")
                elif shared and _is_a_row(right, wrong):
                    yield _told(wrong[0], right[0], "info")


def _is_a_row(right: Sequence[_Here], wrong: Sequence[_Here]) -> bool:
    """Whether one is what rows of a table are about, and the other is in the text."""
    return {each[0].kind == "cell" for each in right} ^ {each[0].kind == "cell" for each in wrong} == {True, False}


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


_LIMITED: Final = re.compile(
    r"(?P<own>(?:[A-Z][\w’'-]+[ \u00a0](?:(?:&|and|of)[ \u00a0])?){1,5})(?P<kind>Ltd|Limited)\b\.?"
)
_LIMITED_SIGN: Final = Sign(" Ltd", " Limited", "\u00a0Ltd", "\u00a0Limited")
_GROUP: Final = re.compile(
    r"(?<![\w’'-])(?P<first>[A-Z][a-z’']{3,})[ \u00a0](?P<middle>(?:[A-Z][\w’']+[ \u00a0]){1,2}?)(?P<last>Forum"
    r"|Association|Society|Federation|Alliance|Users[ \u00a0]Group)(?!\w)"
)
_GROUPS: Final = Sign("Forum", "Association", "Society", "Federation", "Alliance", "Users")
_STEM: Final = 4
_LONG_STEM: Final = 5


def limited_two_ways(reading: Reading) -> Iterator[Finding]:
    """A firm that is "Limited" in some places and "Ltd" in one, or has one word with another ending once."""
    places: dict[tuple[str, ...], dict[str, list[_Here]]] = {}
    for passage, there in reading.where(_limited, _LIMITED_SIGN):
        for own, kind, start, end in there:
            places.setdefault(own, {}).setdefault(kind, []).append((passage, start, end, frozenset()))
    for kinds in places.values():
        if len(kinds) == _OFTEN:
            right, wrong = sorted(kinds.values(), key=lambda each: (_above(each), len(each)), reverse=True)
            if len(wrong) == 1 and len(right) >= _OFTEN:
                yield _told(wrong[0], right[0], None)
    groups = {own: [each for there in kinds.values() for each in there] for own, kinds in places.items()}
    for one, other in combinations(groups, 2):
        right, wrong = sorted((groups[one], groups[other]), key=len, reverse=True)
        if _one_ending(one, other) and len(wrong) == 1 and not _together(right, wrong):
            yield _told(wrong[0], right[0], None)


def _limited(passage: Passage, _: Guide) -> tuple[tuple[tuple[str, ...], str, int, int], ...]:
    if passage.kind in _UNREAD:
        return ()
    before = naming_words().before
    done = []
    for each in _LIMITED.finditer(passage.text):
        start, words = each.start(), each["own"].replace("\u00a0", " ").split()
        while len(words) > 1 and words[0] in before:
            start, words = start + len(words[0]) + 1, words[1:]
        done.append((tuple(words), each["kind"], start, each.end("kind")))
    return tuple(done)


def _one_ending(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of firms differ in the ending of one word: "Cremation", "Cremator"."""
    apart = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(one) < _OFTEN or len(apart) != 1:
        return False
    first, second = apart[0]
    # Of a letter wrong the rule about firms tells.
    slip = DamerauLevenshtein.distance(first, second, score_cutoff=1) == 1
    return first[:_LONG_STEM] == second[:_LONG_STEM] and len(first) > _LONG_STEM < len(second) and not slip


def groups_apart(reading: Reading) -> Iterator[Finding]:
    """A forum or a society that goes by two names: "Boaters’ Forum", "Boat Users Forum"."""
    places: dict[tuple[str, str], dict[str, list[_Here]]] = {}
    for passage, there in reading.where(_groups, _GROUPS):
        for first, middle, last, start, end in there:
            places.setdefault((first, last), {}).setdefault(middle, []).append((passage, start, end, frozenset()))
    for names in places.values():
        if len(names) == _OFTEN:
            (one, mine), (other, theirs) = names.items()
            right, wrong = sorted((mine, theirs), key=len, reverse=True)
            if one[:_STEM] == other[:_STEM] and len(wrong) == 1 and _singular(one) != _singular(other):
                yield _told(wrong[0], right[0], None)


def _groups(passage: Passage, _: Guide) -> tuple[tuple[str, str, str, int, int], ...]:
    if passage.kind in _UNREAD:
        return ()
    return tuple(
        (each["first"], each["middle"].replace("’", "").replace("'", "").strip(), each["last"], *each.span())
        for each in _GROUP.finditer(passage.text)
    )
