"""Names that differ in one word and are nowhere told to be two: "the Liaison Forum", "Fen Gate ward" for "Fengate"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final

from clerkwell.model import Severity
from clerkwell.proofing.naming.odd_words import BODIES, may_be_one
from clerkwell.proofing.spelling.speller import speller
from clerkwell.rules.naming.named import CAPITALS, COMMITTEE_FIELDS, Named, names_in
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found

_SPACES: Final = re.compile("[ \u00a0]+")
_LINKS: Final = frozenset({"of", "for", "and", "&"})
# What tells that there are two, or were: "formerly", "reports to", "which replaced".
_TWO: Final = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|predecessor|replac\w+|supersed\w+|renamed|merge\w*|successor|known as|sister"
    r"|parent|reports to|sub-group|respectively|separate\w*|distinct|not connected|changed its name|regraded"
    r"|neighbouring)\b",
    re.IGNORECASE,
)
_INTRODUCED: Final = re.compile(r"[ \u00a0]\((?:[“‘\"'](?:the )?|the )?[A-Z][\w&]+[”’\"']?\)")
_FAR: Final = 70
_CERTAIN: Final = 2
_MOST: Final = 8
_HALF: Final = 3

_Words = tuple[str, ...]
# A name, and from where in it on its words are these: "Residents of Beaumont House" has "Beaumont House" too.
_Here = tuple[Named, int]


def odd_words(reading: Reading) -> Iterator[Finding]:
    """Each such name that stands once, where the other stands elsewhere."""
    told = set[tuple[int, int]]()
    places: dict[_Words, list[_Here]] = {}
    for passage, there in reading.where(_worded, CAPITALS):
        if passage.place.field not in COMMITTEE_FIELDS:
            for words, name, start in there:
                places.setdefault(words, []).append((name, start))
    # Names that are alike but for one word, by what is left of them.
    alike: dict[tuple[_Words, _Words], list[_Words]] = {}
    for words in places:
        for at in range(len(words)):
            alike.setdefault((words[:at], words[at + 1 :]), []).append(words)
    for same in alike.values():
        for one, other in combinations(same, 2) if len(same) > 1 else ():
            if may_be_one(one, other):
                yield from _of_two(places[one], places[other], told)
    yield from _shortened(places, told)
    yield from _in_two_words(places, reading, told)


def _worded(passage: Passage, guide: Guide) -> tuple[tuple[_Words, Named, int], ...]:
    """The names of a passage by their words, and what stands in them after "of"; none of headings."""
    if passage.kind in ("heading", "subheading") or passage.header:
        return ()
    done: list[tuple[_Words, Named, int]] = []
    for name in passage.known(names_in, guide):
        words = tuple(_SPACES.split(name.text))
        if len(words) > _MOST or name.elsewhere or "/" in name.text or "(" in name.text:
            continue
        done.append((words, name, name.start))
        for at, word in enumerate(words[:-2]):
            if word in _LINKS or word.endswith(("'s", "’s")):
                begins = name.start + len(" ".join(words[: at + 1])) + 1
                done.append((words[at + 1 :], name, begins))
    return tuple(done)


def _of_two(one: Sequence[_Here], other: Sequence[_Here], told: set[tuple[int, int]]) -> Iterator[Finding]:
    if _together(one, other) or any(map(_is_other, (*one, *other))) or (_introduced(one) and _introduced(other)):
        return
    right, wrong = sorted((one, other), key=lambda each: (_above(each), len(each)), reverse=True)
    if len(wrong) > 1 or _above(wrong):
        return
    yield from _told(wrong[0], right[0], certain=len(right) >= _CERTAIN or _above(right), told=told)


def _told(wrong: _Here, right: _Here, *, certain: bool, told: set[tuple[int, int]]) -> Iterator[Finding]:
    (name, start), (better, begins) = wrong, right
    if (id(name.passage), name.end) in told:
        return
    told.add((id(name.passage), name.end))
    said, there = name.passage.text[start : name.end], better.passage.text[begins : better.end]
    message = f"“{said}” is “{there}” elsewhere in this report. If it is the same, write its name as there."
    severity: Severity | None = None if certain else "info"
    yield found(name.passage, start, name.end, message, severity=severity)


def _shortened(places: Mapping[_Words, Sequence[_Here]], told: set[tuple[int, int]]) -> Iterator[Finding]:
    """A body by the end of its name, with another last word: "members of the Liaison Forum"."""
    ends: dict[str, dict[str, list[_Here]]] = {}
    short: dict[str, dict[str, list[_Here]]] = {}
    for words, there in places.items():
        if len(words) > 1 and words[-1] in BODIES:
            (ends if len(words) >= _HALF else short).setdefault(words[-2], {}).setdefault(words[-1], []).extend(there)
    for before, kinds in short.items():
        longer = ends.get(before, {})
        # The end of a long name stands among the long ones more than once: each place counts once.
        longer = {
            kind: list({(id(name.passage), name.end): (name, at) for name, at in there}.values())
            for kind, there in longer.items()
        }
        if len(kinds) == len(longer) == 1 and kinds.keys() != longer.keys():
            (wrong,), (right,) = kinds.values(), longer.values()
            whole = _SPACES.split(wrong[0][0].text)
            sentences = {(id(name.passage), _sentence(name)) for name, _ in right}
            apart = all((id(name.passage), _sentence(name)) not in sentences for name, _ in wrong)
            if len(wrong) == 1 and len(whole) == 2 and apart and not any(map(_is_other, (*wrong, *right))):
                yield from _told(wrong[0], right[0], certain=len(right) >= _CERTAIN, told=told)


def _sentence(name: Named) -> int:
    return name.passage.text.count(". ", 0, name.start)


def _in_two_words(
    places: Mapping[_Words, Sequence[_Here]], reading: Reading, told: set[tuple[int, int]]
) -> Iterator[Finding]:
    """A name of two words that is one word elsewhere: "Fell Gate ward", and "Fellgate" in the header."""
    single = {word for words in places for word in words if word.isalpha()}
    above = {word.strip(".,;") for passage in reading.answers for word in passage.text.split()}
    for words, there in places.items():
        for first, second in pairwise(words):
            whole = f"{first}{second.casefold()}"
            if whole not in single and whole not in above:
                continue
            if min(len(first), len(second)) < _HALF or speller().knows(whole.casefold()) or len(there) > 1:
                continue
            name, start = there[0]
            mark = (id(name.passage), name.end)
            if mark in told or start != name.start:
                continue
            told.add(mark)
            at = name.passage.text.find(first, start)
            end = at + len(first) + 1 + len(second)
            message = f"“{first} {second}” is “{whole}” elsewhere in this report. If it is the same, write it as there."
            once = sum(1 for each in places if whole in each) < _CERTAIN and whole not in above
            yield found(name.passage, at, end, message, whole, severity="info" if once else None)


def _together(one: Sequence[_Here], other: Sequence[_Here]) -> bool:
    return bool({id(name.passage) for name, _ in one} & {id(name.passage) for name, _ in other})


def _is_other(here: _Here) -> bool:
    name, _ = here
    return _TWO.search(name.passage.text, max(0, name.start - _FAR), name.end + _FAR) is not None


def _introduced(there: Sequence[_Here]) -> bool:
    return any(_INTRODUCED.match(name.passage.text, name.end) for name, _ in there)


def _above(there: Sequence[_Here]) -> bool:
    return any(name.passage.place.field for name, _ in there)
