"""Names that are nearly another's: the report's committee by another word, a firm with a letter too many."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from clerkwell.model import Severity
from clerkwell.proofing.naming.bodies import written
from clerkwell.proofing.naming.slips import firms, is_slip, streets
from clerkwell.rules.naming.named import CAPITALS, COMMITTEE_FIELDS, Named, names_in
from clerkwell.rules.passages import Guide, Passage, Reading
from clerkwell.rules.rule import Finding, found

# What decides, and is one body under whichever of these words.
_KINDS: Final = frozenset({"committee", "panel", "board", "commission"})
_LINKS: Final = frozenset({"of", "for", "and", "the", "&", ""})
# Of these a council has one beside the other: a Pensions Committee and a Pension Board.
_SEVERAL: Final = re.compile(
    r"\b(?:pensions?|joint|sub|steering|officers?|programme|project|partnership|transformation|delivery|working|task"
    r"|shadow|advisory|consultative|liaison|local)\b"
)
_FORMER: Final = re.compile(
    r"\b(?:former|old|previous|then|predecessor|shadow|new|first|each|every|other|another)[ \u00a0]+\Z", re.IGNORECASE
)
_SINCE: Final = re.compile(r"['’]?s?\s*(?:\(|,\s*)?(?:now|since|as it then was|which became|renamed|of which)\b")
# A name, and from where to where in its passage a part of it stands.
_Placed = tuple[Named, int, int]
_WORD: Final = re.compile(r"[^ \u00a0]+")
# So many words in common make it certain that another word for "committee" is a slip.
_ENOUGH: Final = 3
# Words by which a committee is another one: "Housing Scrutiny Committee" is not the "Housing Committee".
_APART: Final = frozenset(
    {
        "scrutiny",
        "overview",
        "sub",
        "joint",
        "policy",
        "appeal",
        "hearing",
        "select",
        "cabinet",
        "regulatory",
        "enforcement",
    }
)


def near_names(reading: Reading, told: set[tuple[int, int]]) -> Iterator[Finding]:
    """Names in the text that are nearly the committee's that takes the report, or nearly another firm's."""
    header = [each for each in reading.answers if each.place.field in COMMITTEE_FIELDS]
    known = {written(each.text.strip()) for each in header}
    for passage, there in reading.where(bodies_in, CAPITALS):
        for name, way in there:
            if way not in known and passage not in header:
                for one in header:
                    yield from _beside(name, one, told)
    yield from _firms(reading, told)


def bodies_in(passage: Passage, guide: Guide) -> tuple[tuple[Named, str], ...]:
    """The names of the council's own bodies in a passage, with how they are written."""
    own = (name for name in passage.known(names_in, guide) if name.sort == "body" and not name.elsewhere)
    return tuple((name, written(name.text)) for name in own)


def _beside(name: Named, header: Passage, told: set[tuple[int, int]]) -> Iterator[Finding]:
    text = name.passage.text
    if (id(name.passage), name.end) in told or _FORMER.search(text[: name.start]) or _SINCE.match(text, name.end):
        return
    mine, theirs = parts_of(header.text), parts_of(name.text)
    if mine[1] not in _KINDS or theirs[1] not in _KINDS or _are_beside(header.text, name.text):
        return
    first, second = mine[0], theirs[0]
    severity: Severity | None = "info"
    if first == second and mine[1] != theirs[1] and len(first) > 1:
        severity = None if len(first) >= _ENOUGH else "info"
    elif not _differ_in_one(first, second) or mine[1] != theirs[1]:
        return
    told.add((id(name.passage), name.end))
    official = " ".join(header.text.split())
    message = f"“{name.text}” is nearly the “{official}”, which takes this report. If it is that one, write its name."
    yield found(name.passage, name.start, name.end, message, severity=severity)


def _are_beside(one: str, other: str) -> bool:
    """Whether a council has bodies of both names: a word tells one from the other, or is about pensions."""
    first, second = (set(_SEVERAL.findall(each.casefold())) for each in (one, other))
    return first != second or any(word.startswith("pension") for word in first)


def parts_of(name: str) -> tuple[list[str], str]:
    """The telling words of a name, each without its plural, and what kind of body it is."""
    words = [word for word in re.split(r"[\s(),-]+", written(name.strip())) if word not in _LINKS]
    return [_singular(word) for word in words[:-1]], words[-1] if words else ""


def _singular(word: str) -> str:
    plain = re.sub(r"['’]s?\Z", "", word)
    if plain.endswith("ies"):
        return f"{plain[:-3]}y"
    return plain.removesuffix("s") if not plain.endswith("ss") else plain


def _differ_in_one(one: list[str], other: list[str]) -> bool:
    """Whether one has a word more, or another word among many: "Audit and Risk", "Audit"; never the first of them."""
    if not one or not other or one[0] != other[0] or one == other:
        return False
    more, less = set(one) - set(other), set(other) - set(one)
    if (more | less) & _APART or max(len(more), len(less)) > 1:
        return False
    # A council has one committee for its audit (Accounts and Audit Regulations 2015).
    return not (more and less) or len(set(one) & set(other)) >= _ENOUGH or one[0] == "audit"


def _of_firms(passage: Passage, guide: Guide) -> tuple[tuple[tuple[str, str], _Placed], ...]:
    """The firms, schools and streets of a passage, by kind and name, with where they stand."""
    done: list[tuple[tuple[str, str], _Placed]] = []
    for name in passage.known(names_in, guide):
        words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(name.text)]
        for (start, _, word), (_, end, kind) in pairwise(words):
            if kind in firms() or kind in streets():
                done.append(((kind, word), (name, name.start + start, name.start + end)))
    return tuple(done)


def _firms(reading: Reading, told: set[tuple[int, int]]) -> Iterator[Finding]:
    """Firms, schools and streets whose name has one letter more or less elsewhere: "Quilhaven Homes"."""
    places: dict[tuple[str, str], list[_Placed]] = {}
    for _, there in reading.where(_of_firms, CAPITALS):
        for key, placed in there:
            places.setdefault(key, []).append(placed)
    pairs = [
        (one, other)
        for at, one in enumerate(places)
        for other in list(places)[at + 1 :]
        if one[0] == other[0] and is_slip(one[1], other[1], one[0])
    ]
    for pair in pairs:
        right, wrong = sorted(pair, key=lambda each: (_in_header(places[each]), len(places[each])), reverse=True)
        better = f"{right[1]} {right[0]}"
        for name, start, end in places[wrong]:
            if (id(name.passage), end) not in told:
                told.add((id(name.passage), end))
                said = name.passage.text[start:end]
                message = f"“{said}” is also written “{better}” in this report. Write it one way: “{better}”."
                yield found(name.passage, start, end, message, better)


def _in_header(there: list[_Placed]) -> bool:
    return any(name.passage.place.field for name, _, _ in there)
