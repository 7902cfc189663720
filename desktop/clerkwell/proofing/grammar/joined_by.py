"""The small word that goes with a verb, a noun or a phrase, and another in its place: "comply to", "on behalf for"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

from clerkwell.proofing.grammar.raw import UNFIT, Look, Wrong, at, bare, ends
from clerkwell.proofing.text.tokens import listed

# The words; before a bar, what has to stand before them. Then the small words that are wrong, and the right one.
_AFTER: Final = """
comply complies complied complying: to > with
accordance conjunction keeping | in: to of > with
consistent inconsistent compatible incompatible: to > with
compliant compliance | in fully is are be not: to > with
coincide coincides coincided: to of > with
dissatisfied: of from > with
adjacent: of with > to
contrary attributable: of with from > to
addition relation response | in: of with > to
regard | in: of with for > to
prior: of from than > to
entitled | is are be was were not they: for of > to
preferable superior inferior: than over > to
opposed | is are was were be strongly: against of > to
similar | is are was were be very: of as than > to
adhere adheres adhered adhering: with > to
subject | is are be was were made: for with > to
committed | council authority cabinet trust board we officers members they: of with > to
exempt exempted | is are was were be: of > from
benefited benefitted: of > from
arising resulting: of > from
derived derives derive: of > from
aware unaware: to > of
charge need favour breach excess lieu receipt | in: for to than > of
behalf | on: for to from with > of
regardless: to from > of
consists consisted: from > of
respect | in: for with from > of
responsible eligible liable accounted suitable unsuitable accountable: of > for
participate participates participated participating: of > in
interested | is are was were be been: of on > in
result resulted | will would may might could not to has have had also: of on > in
depends depend depended depending dependent: of from in > on
relies relied rely reliance reliant: of in to > on
impact impacts effect effects | adverse negative positive significant detrimental no any an little direct: to > on
"""
# The small word before a set phrase, the phrase, and the right one.
_BEFORE: Final = """
in: behalf of > on
on at by: accordance with > in
on at: line with > in
on: addition to > in
on at by: conjunction with > in
on at: consultation with > in
on at: excess of > in
on for by at: order to > in
on at: case of > in
on at: favour of > in
on: means of > by
under: the basis of > on
in at by under: the basis that > on
"""
_INTO: Final = {
    "account": "take takes taken taking took", "consideration": "take takes taken taking took",
    "force": "come comes coming came brought", "effect": "come comes coming came brought",
}  # fmt: skip
_NOT_INTO: Final = listed("in to on at")
_AGREEMENTS: Final = listed("agreement contract lease partnership arrangement undertaking")
_ENTER: Final = listed("enter enters entered entering")
_HAPPENS: Final = listed(
    "place held met opened closed open close approved agreed adopted published submitted began begin started start "
    "signed completed finished finish considered received issued"
)
_MONTHS: Final = listed("January February March April May June July August September October November December")
_DAYS: Final = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_WEEKDAYS: Final = frozenset(each.lower() for each in _DAYS)
_BODIES: Final = listed("Council Cabinet Committee Board Panel Executive Governors Trustees Members")
# "Eligible in principle", "liable in law", "subject of which".
_ASIDE: Final = listed(
    "law date turn full part principle equity practice which time now example some least present first once all year "
    "years whom whose his course itself themselves necessity"
)
_LED_NOUNS: Final = listed("the this that these those a an its our their his her any all each every such other")
# So far on may the right one stand.
_FAR: Final = 10
_DECIDED: Final = listed("considered approved adopted endorsed rejected noted scrutinised")
_BE: Final = listed("is are was were be been being")


class _Join(NamedTuple):
    """What may stand before the word ("" for anything), the small words that are wrong after it, and the right one."""

    led: frozenset[str]
    wrong: frozenset[str]
    better: str


def _after(joins: Sequence[_Join]) -> Look:
    def look(words: Sequence[str], index: int) -> Wrong | None:
        """ "Comply to the notice": not "comply, to the best of our knowledge"."""
        small = at(words, index + 1)
        for each in joins:
            if small not in each.wrong or (each.led and not _led(words, index, each.led)):
                continue
            # "Depends in large measure on": the right one is still to come.
            still = any(at(words, there) == each.better for there in range(index + 2, index + 2 + _FAR))
            if still or not _goes_on(small, at(words, index + 2)):
                return None
            return Wrong(index + 1, index + 1, (each.better,), UNFIT)
        return None

    return look


def _goes_on(small: str, then: str) -> bool:
    """Whether what follows belongs to the small word: not "eligible on 1 May", "dependent in law", "exempt to date"."""
    if not then or then[0].isdigit() or then in _MONTHS | _DAYS:
        return False
    # "There were no effects to report": what is done, and not to what.
    if small == "to" and then not in _LED_NOUNS and not then[0].isupper():
        return False
    return bare(then) not in _ASIDE


def _led(words: Sequence[str], index: int, led: frozenset[str]) -> bool:
    """Whether one of the words stands before it, or before its "is"."""
    before = bare(at(words, index - 1))
    return before in led or (before in _BE and bare(at(words, index - 2)) in led)


def _placed(words: Sequence[str], index: int) -> Wrong | None:
    """ "Took place at March 2025", "met in 4 June", "was considered to the Committee", "taken in account"."""
    small, before, after = words[index], at(words, index - 1), at(words, index + 1)
    if before in _HAPPENS:
        month = bare(after).capitalize() in _MONTHS and after[0].isupper()
        year = bare(at(words, index + 2))
        clause = ends(at(words, index + 2)) or at(words, index + 3) in ("and", "by", "to", "at", "with", "after", "but")
        if small in ("on", "at") and month and len(year) == 4 and year.isdigit() and clause and not ends(after):
            return Wrong(index, index, ("in",), UNFIT)
        day = after.isdigit() and len(after) < 3 and bare(at(words, index + 2)).capitalize() in _MONTHS
        # "Claims were open at 31 March" is how accounts are told.
        if (
            (small == "in" or before in ("met", "place"))
            and small in ("in", "at")
            and (day or bare(after) in _WEEKDAYS)
        ):
            return Wrong(index, index, ("on",), UNFIT)
    plain = bare(after)
    if small in _NOT_INTO and plain in _INTO and before in _INTO[plain].split() and at(words, index + 2) != "of":
        return Wrong(index, index, ("into",), UNFIT)
    if before in _ENTER and small in ("in", "to", "on") and after in ("a", "an"):
        named = [bare(each) for each in words[index + 2 : index + 5]]
        return None if _AGREEMENTS.isdisjoint(named) else Wrong(index, index, ("into",), UNFIT)
    return _phrase(words, index) or _by_body(words, index)


def _by_body(words: Sequence[str], index: int) -> Wrong | None:
    if words[index] not in ("to", "from", "of") or at(words, index - 1) not in _DECIDED:
        return None
    if at(words, index - 2) not in _BE:
        return None
    where = index + 1 + (at(words, index + 1) in ("the", "full"))
    # "Considered to be fair by Members" is by them.
    named = list(takewhile(lambda each: each[:1].isupper(), words[where : where + 4]))
    return (
        None if _BODIES.isdisjoint(bare(each).capitalize() for each in named) else Wrong(index, index, ("by",), UNFIT)
    )


def _phrase(words: Sequence[str], index: int) -> Wrong | None:
    """ "In behalf of the Council", "on accordance with", "in the basis that"."""
    for phrase, better in _phrases().get(words[index].lower(), ()):
        if tuple(words[index + 1 : index + 1 + len(phrase)]) == phrase:
            if phrase[0] in ("order", "line") and at(words, index - 1) in ("is", "are", "be", "was", "were", "placed"):
                return None  # "the parts are on order to replace"
            right = better.capitalize() if words[index][0].isupper() else better
            return Wrong(index, index, (right,), UNFIT)
    return None


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    done: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for line in _BEFORE.strip().splitlines():
        small, _, rest = line.partition(": ")
        phrase, _, better = rest.partition(" > ")
        for each in small.split():
            done[each] = (*done.get(each, ()), (tuple(phrase.split()), better))
    return done


def _table() -> Iterator[tuple[str, _Join]]:
    for line in _AFTER.strip().splitlines():
        named, _, rest = line.partition(": ")
        wrong, _, better = rest.partition(" > ")
        heads, _, led = named.partition(" | ")
        for head in heads.split():
            yield head, _Join(listed(led), listed(wrong), better)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    joins: dict[str, list[_Join]] = {}
    for head, join in _table():
        joins.setdefault(head, []).append(join)
    small = {"in", "on", "at", "to", "by", "for", "of", "from", "under"}
    return {
        **{head: _after(each) for head, each in joins.items()},
        **{each: _placed for each in (*small, "In", "On", "At", "By")},
    }
