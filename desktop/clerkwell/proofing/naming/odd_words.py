"""When two names that differ in one word may be one thing's: "Liaison Group", "Liaison Forum"; "Larkdale House"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Final, Literal

from rapidfuzz.distance import DamerauLevenshtein

from clerkwell.proofing.naming.bodies import naming_words
from clerkwell.proofing.spelling.speller import speller
from clerkwell.proofing.text.tokens import listed

# Words of a class stand for each other where a name is not looked up. The last word of a name:
_LAST: Final = (
    "Group Panel Forum Board Committee Commission Partnership Network Consortium Party Executive Hub Alliance",
    "Association Federation Society Trust Foundation Alliance Union",
    "Trust Foundation Charity",
    "School College Academy",
    "Commission Commissioners Conservancy Conservators",
    "Plan Strategy Policy Scheme Schedule Framework Programme Statement Principles Charter Protocol Code Guide",
    "Programme Project Initiative",
    "Ltd Limited LLP PLC CIC",
    "Estates Assets Property Services Standards",
)
# A word at another place: the level of a post, the kind of a group, the kind of a school.
_INSIDE: Final = (
    "Strategic Executive Corporate Group",
    "Working Task Steering Reference Advisory Consultative Liaison",
    "Primary Junior Infant Infants Secondary",
    "Open Green",
    "Abuse Violence",
    "Governance Standards Risk Assurance",
    "Bribery Corruption",
    "Red Blue Green Grey White Black Silver Golden",
)
BODIES: Final = frozenset(_LAST[0].split())
# Of these a body of people has two words only, and most have one body of their own: "Schools Forum", "Youth Council".
_OF_PEOPLE: Final = frozenset((*BODIES, "Council", "Parliament", "Assembly"))
_PEOPLE: Final = listed("School Tenant Resident Leaseholder Youth Parent Carer Pupil Governor Trader Owner User")
# What stands before the name of a village and is said for one another: "Over Tarrant", "Upper Tarrant".
_VILLAGES: Final = ("Over Upper Higher", "Nether Lower", "Great Greater Much")
BEFORE_VILLAGES: Final = listed(
    "Over Upper Higher Nether Lower Great Greater Much Little Long Old East West North South"
)
# What names of firms end in, of which four words are seldom another firm's with one of them other.
_FIRMS: Final = listed(
    "Ltd Limited LLP PLC Partners Consultants Associates Holdings Contractors Developments Architects Surveyors "
    "Solutions"
)
FIRM_ENDS: Final = listed("Ltd Limited LLP PLC plc CIC")
_MONEY: Final = listed("Fund Reserve Grant Programme")
# Of what is planned, paid for or written down there is one, in the plural or not: "Town Centre Recovery Fund".
_ONLY_ONE: Final = listed(
    "Fund Reserve Grant Programme Plan Strategy Policy Scheme Framework Charter Board Partnership"
)
# A body has a word of these more or less: "Transformation Programme Board".
_MORE: Final = listed("Programme Project Delivery Steering Working Management Oversight Advisory")
_COMPARED: Final = re.compile(r"(?:y|ier|iest|er|e)\Z")
_LINKS: Final = frozenset({"of", "for", "and", "&"})
_ORDINARY: Final = listed("north south east west upper lower great little old new high first second inner outer")
_LONG: Final = 5
_STEM: Final = 4
_SHORT_STEM: Final = 3
_FEW_LETTERS: Final = 2
_MANY: Final = 3
_NEAR: Final = 6


def may_be_one(
    one: Sequence[str], other: Sequence[str], *, dated: bool = False, in_table: bool = False
) -> Literal["likely", "perhaps", ""]:
    """Whether two names of as many words, of which one differs but for its form, may be names of one thing.

    `dated`: both have the same years beside them. `in_table`: one is what a row of a table is about, and the other is
    in no table.
    """
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b and bare(a) != bare(b)]
    if len(apart) != 1:
        return ""
    at = apart[0]
    first, second = one[at], other[at]
    if first in _LINKS or second in _LINKS or _same_but_for_form(first, second):
        return ""
    telling = [word for word in one if word not in _LINKS]
    if at == len(one) - 1 and _class_of(first, _LAST) & _class_of(second, _LAST):
        if len(telling) >= _MANY - dated or not _LINKS.isdisjoint(one):
            return "likely"
        if {first, second} <= {"Ltd", "LLP", "PLC", "CIC"}:
            return "likely"
    if at < len(one) - 1 and _class_of(first, _INSIDE) & _class_of(second, _INSIDE):
        return "likely" if len(telling) >= _MANY else ""
    if at > 0 and one[at - 1] == "St":
        saints = bare(first), bare(second)
        if min(map(len, saints)) >= _LONG and DamerauLevenshtein.distance(*saints) == 1:
            return "likely"
        if not in_table and all(map(speller().knows, saints)):
            return ""  # of St Mary’s and St Mark’s there may well be both
    if _begin_alike(first, second, telling):
        return "likely"
    return "perhaps" if _perhaps(at, one, second, telling, in_table=in_table) else ""


def _perhaps(at: int, one: Sequence[str], second: str, telling: Sequence[str], *, in_table: bool) -> bool:
    """Whether two names are seldom two things', although nothing is certain."""
    first, last = one[at], one[-1]
    if len(one) == 2 and at == 1:
        return {first, second} <= _OF_PEOPLE and bare(one[0]) in _PEOPLE
    if len(one) == 2 and _class_of(first, _VILLAGES) & _class_of(second, _VILLAGES):
        return not speller().knows(last.casefold())
    known = naming_words()
    if at == len(one) - 1 or first[0] != second[0] or {first, second} & (known.posts | known.bodies):
        return False
    if first.casefold() in _ORDINARY or second.casefold() in _ORDINARY:
        return False
    if last in _FIRMS and len(telling) > _MANY:
        return True
    short = min(len(first), len(second))
    begins = first[:2] == second[:2] and short >= _LONG
    return begins and (in_table or (last in _MONEY and len(telling) >= _MANY and at > 0))


def is_plural_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names of one plan or fund differ only in what is plural: "Trees and Woodlands Strategy"."""
    telling = [word for word in one if word not in _LINKS]
    return len(telling) >= _MANY and bare(one[-1]) in _ONLY_ONE and list(map(bare, one)) == list(map(bare, other))


def has_word_more(long: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A body’s name without a word that may be left out of it: "Transport Transformation Programme Board"."""
    for at in range(2, len(long) - 1) if long[-1] in BODIES else ():
        if long[at] in _MORE and long[at - 1] not in _LINKS and long[at + 1] not in _LINKS:
            yield (*long[:at], *long[at + 1 :])


def is_firm_alone(firm: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a name without "Limited" is a firm’s with one word a little otherwise: "Hartwell Advisors"."""
    if len(firm) != len(other) + 1 or firm[-1] not in FIRM_ENDS:
        return False
    apart = [(one, word) for one, word in zip(firm, other, strict=False) if bare(one) != bare(word)]
    if len(apart) != 1:
        return False
    one, word = apart[0]
    letters = DamerauLevenshtein.distance(one, word)
    if apart[0] == (firm[-2], other[-1]) and one[:_STEM] == word[:_STEM] and min(len(one), len(word)) >= _LONG:
        return letters <= _NEAR
    return one[:_SHORT_STEM] == word[:_SHORT_STEM] and letters <= _FEW_LETTERS


def bare(word: str) -> str:
    """A word without what makes it the plural or an owner."""
    return word.rstrip("’'s")


def _begin_alike(one: str, other: str, telling: Sequence[str]) -> bool:
    """Whether two words that begin alike are in names of which nobody has two."""
    known = naming_words()
    if {one, other} & (known.posts | known.bodies) or one[0] != other[0] or min(len(one), len(other)) < _STEM:
        return False
    if one.casefold() in _ORDINARY or other.casefold() in _ORDINARY:
        return False
    if _COMPARED.sub("", one) == _COMPARED.sub("", other) and one.endswith("er") != other.endswith("er"):
        return True  # "Healthy Homes", "Healthier Homes"; "Safe", "Safer"
    if min(len(one), len(other)) < _LONG:
        return False
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    letters = DamerauLevenshtein.distance(one, other)
    near = letters <= _FEW_LETTERS and (same >= _SHORT_STEM or (letters == 1 and max(len(one), len(other)) >= _NEAR))
    if same < _STEM and not near:
        return False
    if same >= min(len(one), len(other)) - 1 and letters > _FEW_LETTERS:
        return False  # "Plan", "Planning"
    spelt = speller()
    names = not (spelt.knows(one.casefold()) and spelt.knows(other.casefold()))
    return names or (near and telling[-1] in known.places) or len(telling) >= _MANY


def _same_but_for_form(one: str, other: str) -> bool:
    """Whether it is one word in the plural, as an owner, or with another of the forms that other rules look at."""
    first, second = (re.sub(r"[’']s?\Z|\W", "", each).casefold() for each in (one, other))
    if first.rstrip("s") == second.rstrip("s"):
        return True
    spelt = speller()
    return first.removesuffix("e") == second.removesuffix("e") and spelt.knows(first) and spelt.knows(second)


def _class_of(word: str, classes: Sequence[str]) -> set[int]:
    return _classes(tuple(classes)).get(word, set())


@cache
def _classes(classes: tuple[str, ...]) -> dict[str, set[int]]:
    done: dict[str, set[int]] = {}
    for number, words in enumerate(classes):
        for word in words.split():
            done.setdefault(word, set()).add(number)
    return done
