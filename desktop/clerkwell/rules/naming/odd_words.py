"""Names that differ in one word and are nowhere told to be two: "the Liaison Forum", "Fen Gate ward" for "Fengate"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Final

from clerkwell.model import Severity
from clerkwell.proofing.naming.odd_words import (
    BEFORE_VILLAGES,
    BODIES,
    FIRM_ENDS,
    bare,
    has_word_more,
    is_firm_alone,
    is_plural_apart,
    may_be_one,
)
from clerkwell.proofing.spelling.speller import speller
from clerkwell.rules.naming.named import CAPITALS, COMMITTEE_FIELDS, Named, names_in
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found

_SPACES: Final = re.compile("[ \u00a0]+")
_LINKS: Final = frozenset({"of", "for", "and", "&"})
# What tells that there are two, or were: "formerly", "reports to", "which replaced"; an adjective right before a name.
_TWO: Final = re.compile(
    r"(?i:\b(?:formerly|previously|predecessor|replace[sd]?|replacing|supersed\w+|renamed|merge\w*|successor|known as"
    r"|reports to|sub-group|respectively|separately|not connected|changed its name|regraded)\b)"
    r"|(?i:\b(?:former|previous|sister|parent|separate|distinct|neighbouring|replacement for|replacement of)\b)"
    r"(?=(?:[ \u00a0]the)?,?[ \u00a0][A-Z])"
)
_YEARS: Final = re.compile(r",?[ \u00a0]\(?(20\d\d)\s?(?:-|–|/|to)\s?(?:20)?(\d\d)(?!\d)")
_WARD: Final = re.compile(r"[ \u00a0](?:ward|division|parish)s?\b", re.IGNORECASE)
_INTRODUCED: Final = re.compile(r"[ \u00a0]\((?:[“‘\"'](?:the )?|the )?(?P<as>[A-Z][\w&]+)[”’\"']?\)")
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
            plain = tuple(map(bare, words))
            alike.setdefault((plain[:at], plain[at + 1 :]), []).append(words)
    for same in alike.values():
        for one, other in combinations(same, 2) if len(same) > 1 else ():
            yield from _of_two(places, one, other, told)
    for one, other, certain in _alike_pairs(places, alike):
        yield from _of_pair(places[one], places[other], told, certain=certain)
    yield from _shortened(places, told)
    yield from _in_two_words(places, reading, told)


def _worded(passage: Passage, guide: Guide) -> tuple[tuple[_Words, Named, int], ...]:
    """The names of a passage by their words, and what stands in them after "of"; none of headings."""
    if passage.kind in ("heading", "subheading") or passage.header:
        return ()
    done: list[tuple[_Words, Named, int]] = []
    for name in passage.known(names_in, guide):
        words = tuple(_SPACES.split(name.text))
        firm = words[-1] in ("Limited", "Ltd")
        if len(words) > _MOST or name.elsewhere or "/" in name.text or ("(" in name.text and not firm):
            continue
        done.append((words, name, name.start))
        if words[0] in BEFORE_VILLAGES and len(words) > 2:
            # "Great Elmsden Neighbourhood Plan" is called by the village.
            village = name.text[: name.text.index(words[1]) + len(words[1])]
            done.append((words[:2], replace(name, end=name.start + len(village), text=village), name.start))
        for at, word in enumerate(words[:-2]):
            if word in _LINKS or word.endswith(("'s", "’s")):
                begins = name.start + len(" ".join(words[: at + 1])) + 1
                done.append((words[at + 1 :], name, begins))
    return tuple(done)


def _of_two(
    places: Mapping[_Words, Sequence[_Here]], mine: _Words, others: _Words, told: set[tuple[int, int]]
) -> Iterator[Finding]:
    one, other = places[mine], places[others]
    dated = bool(_years(one) & _years(other))
    how = may_be_one(mine, others, dated=dated, in_table=_is_a_row(one, other) or _is_a_row(other, one))
    if not how or _together(one, other) or _introduced_apart(one, other):
        return
    if not dated and any(map(_is_other, (*one, *other))):
        return
    right, wrong = sorted((one, other), key=lambda each: (_above(each), len(each)), reverse=True)
    if len(wrong) > 1 or _above(wrong):
        return
    certain = how == "likely" and (len(right) >= _CERTAIN or _above(right))
    yield from _told(wrong[0], right[0], certain=certain, told=told)


def _alike_pairs(
    places: Mapping[_Words, Sequence[_Here]], alike: Mapping[tuple[_Words, _Words], Sequence[_Words]]
) -> Iterator[tuple[_Words, _Words, bool]]:
    """Names that may be one although not one word of them is another, and whether that is certain: in the plural, with
    a word more, of a firm without its ending, of a ward the other way round."""
    order = {words: at for at, words in enumerate(places)}
    plain: dict[_Words, list[_Words]] = {}
    for words in places:
        plain.setdefault(tuple(map(bare, words)), []).append(words)
    for same in plain.values():
        for one, other in combinations(same, 2) if len(same) > 1 else ():
            if is_plural_apart(one, other):
                yield one, other, True
    for words in places:
        for short in has_word_more(words):
            if short in places:
                # Of two that stand once each the first is taken for right.
                one, other = sorted((words, short), key=order.__getitem__)
                yield one, other, words[-2] == "Programme"
        firm = tuple(map(bare, words[:-1])) if words[-1] in FIRM_ENDS else ()
        near = {each for at in range(len(firm)) for each in alike.get((firm[:at], firm[at + 1 :]), ())}
        yield from ((words, each, True) for each in sorted(near) if is_firm_alone(words, each))
        turned = ((words[2], "and", words[0]), (words[0], "&", words[2])) if words[1:-1] == ("and",) else ()
        for other in turned:
            if other in places and all(map(_is_ward, (*places[words], *places[other]))):
                one, other = sorted((words, other), key=order.__getitem__)
                yield one, other, True


def _is_ward(here: _Here) -> bool:
    name, _ = here
    return _WARD.match(name.passage.text, name.end) is not None


def _of_pair(
    one: Sequence[_Here], other: Sequence[_Here], told: set[tuple[int, int]], *, certain: bool
) -> Iterator[Finding]:
    right, wrong = sorted((one, other), key=lambda each: (_above(each), len(each)), reverse=True)
    apart = not _together(one, other) and not _introduced_apart(one, other)
    if apart and len(wrong) == 1 and not _above(wrong) and not any(map(_is_other, (*one, *other))):
        yield from _told(wrong[0], right[0], certain=certain, told=told)


def _is_a_row(one: Sequence[_Here], other: Sequence[_Here]) -> bool:
    """Whether a name stands in tables only, and the other in none."""
    return all(name.passage.kind == "cell" for name, _ in one) and all(n.passage.kind != "cell" for n, _ in other)


def _years(there: Sequence[_Here]) -> set[tuple[str, ...]]:
    """The years that a plan is for, as they stand beside its name."""
    found = (_YEARS.match(name.passage.text, name.end) for name, _ in there)
    return {each.groups() for each in found if each}


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
    text = name.passage.text
    # What is said in another sentence is said of something else.
    start = text.rfind(". ", max(0, name.start - _FAR), name.start)
    end = text.find(". ", name.end, name.end + _FAR)
    first, last = max(start, name.start - _FAR, 0), end if end >= 0 else name.end + _FAR
    return _TWO.search(text, first, last) is not None


def _introduced_apart(one: Sequence[_Here], other: Sequence[_Here]) -> bool:
    """Whether each has letters of its own introduced beside it."""
    mine, theirs = _introduced(one), _introduced(other)
    return bool(mine and theirs) and mine != theirs


def _introduced(there: Sequence[_Here]) -> set[str]:
    found = (_INTRODUCED.match(name.passage.text, name.end) for name, _ in there)
    return {each["as"] for each in found if each}


def _above(there: Sequence[_Here]) -> bool:
    return any(name.passage.place.field for name, _ in there)
