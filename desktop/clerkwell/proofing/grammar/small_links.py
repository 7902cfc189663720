"""A small word lost or another's between set words: "set out Table 1", "the north of area", "risk of it been"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.count_nouns import COUNTED
from clerkwell.proofing.grammar.number import NOT_PLURAL
from clerkwell.proofing.grammar.phrases import FINITE, FUNCTION, MANY
from clerkwell.proofing.grammar.raw import LACKS, UNFIT, Look, Wrong, at, bare, ends
from clerkwell.proofing.grammar.word_classes import is_done, is_plural, plural_of
from clerkwell.proofing.text.tokens import listed

_SHOWN: Final = listed("out shown given detailed described explained listed summarised outlined")
_BE: Final = listed("is are was were as be been and")
_PARTS: Final = listed("Table Appendix Annex Section Paragraph Figure Chart Schedule table paragraph section appendix")
_SIDES: Final = listed("north south east west centre middle rest remainder edge outskirts")
_PLACES: Final = listed(
    "area district county borough city village site region parish ward building park estate country authority"
)
_RISKS: Final = listed("risk danger possibility chance likelihood event prospect risks")
_FOLLOWS: Final = listed(
    "made received submitted raised given put identified found agreed approved considered sent held"
)
_GO_WITH: Final = listed("deal dealing comply complying cope coping engage engaging consult proceed proceeding")
_LENGTHS: Final = listed("day days week weeks month months year years hour hours minute minutes working calendar")
_ORDERS: Final = listed(
    "best worst first last final own highest lowest busiest annual second third original usual biggest largest"
)
_HAD: Final = listed("had has have having held made saw recorded reported")
_CARED: Final = listed(
    "arrange arranging arranged paying employing improving reviewing changing managing reducing keeping organise "
    "organising consider considering discuss discussing running spending using meeting preparing checking updating"
)
_OWNED: Final = listed(
    "care staff own homes home services service plans costs income needs money time work duties views concerns budget "
    "budgets rent bills children policies procedures records accounts application applications use premises employees"
)
_AFFECTED: Final = listed(
    "energy prices demand performance supply recruitment retention traffic people residents staff members tenants "
    "pupils children households businesses everyone income budgets schools families customers "
    "visitors users everybody anyone"
)
_PEOPLE_AND_POSTS: Final = frozenset(plural_of(one) for one in COUNTED) | listed(
    "people firefighters children pupils staff homes jobs posts vacancies places responses visits calls bids"
)
_LESS_NUMBERS: Final = MANY | listed("thirteen fourteen fifteen sixteen twenty thirty forty fifty")
_KINDS: Final = listed("planning licensing housing parking building funding training staffing")


def _less(words: Sequence[str], index: int) -> Wrong | None:
    """ "Less than eight firefighters": not "less than two miles", "less than 5%"."""
    if at(words, index + 1) != "than" or at(words, index + 2) not in _LESS_NUMBERS:
        return None
    for place in (index + 3, index + 4):
        noun = bare(at(words, place))
        if noun in _PEOPLE_AND_POSTS and noun not in NOT_PLURAL:
            better = "fewer" if words[index].islower() else "Fewer"
            return Wrong(index, index, (better,), UNFIT)
        if ends(at(words, place)) or noun in FUNCTION:
            return None
    return None


def _in_part(words: Sequence[str], index: int) -> Wrong | None:
    """ "As set out Table 1", "shown Appendix B"."""
    before, number = at(words, index - 1), bare(at(words, index + 1))
    if before not in _SHOWN or at(words, index - 2) not in (_BE if before != "out" else {"set"}):
        return None
    if not number[:1].isdigit() and not (len(number) == 1 and number.isalpha()):
        return None
    return Wrong(index - 1, index, (f"{before} in {words[index]}",), LACKS)


def _of_area(words: Sequence[str], index: int) -> Wrong | None:
    """ "Low in the north of area"."""
    if at(words, index - 1) != "the" or at(words, index + 1) != "of" or bare(at(words, index + 2)) not in _PLACES:
        return None
    whole = words[index + 2]
    # "The rest of area committees", "the centre of village life": what follows is of that kind.
    if not ends(whole) and at(words, index + 3) not in FUNCTION:
        return None
    return Wrong(index + 1, index + 2, (f"of the {bare(whole)}",), LACKS)


def _been(words: Sequence[str], index: int) -> Wrong | None:
    """ "The risk of more contamination been found"."""
    for where in range(index - 1, max(index - 6, 0), -1):
        if words[where] == "of":
            led = bare(at(words, where - 1)) in _RISKS and is_done(bare(at(words, index + 1)))
            return Wrong(index, index, ("being",), UNFIT) if led else None
        if ends(words[where]) or not words[where].isalpha() or words[where] in FINITE:
            return None
    return None


def _where(words: Sequence[str], index: int) -> Wrong | None:
    """ "The comments that where made on it"."""
    before = at(words, index - 1)
    if before not in ("that", "which", "who", "they", "we", "these") or bare(at(words, index + 1)) not in _FOLLOWS:
        return None
    return Wrong(index, index, ("were",), UNFIT)


def _with_in(words: Sequence[str], index: int) -> Wrong | None:
    """ "To begin with in six weeks of it being signed"."""
    before, number, unit = bare(at(words, index - 1)), at(words, index + 2), bare(at(words, index + 3))
    # "Dealt with in ten days", "which it can comply with in a month".
    if before in _GO_WITH or is_done(before):
        return None
    if at(words, index + 1) != "in" or not (number in MANY or number.isdigit()) or unit not in _LENGTHS:
        return None
    return Wrong(index, index + 1, ("within",), UNFIT)


def _there(words: Sequence[str], index: int) -> Wrong | None:
    """ "Had there worst quarter", "paying there staff"."""
    before, after = at(words, index - 1), at(words, index + 1)
    then = at(words, index + 2)
    ordered = before in _HAD and after in _ORDERS and then[:1].isalpha() and bare(then) not in _LENGTHS | FUNCTION
    owned = before in _CARED and bare(after) in _OWNED and not ends(before)
    if not (ordered or owned) or ends(words[index]):
        return None
    return Wrong(index, index, ("their",), UNFIT)


def _effect(words: Sequence[str], index: int) -> Wrong | None:
    """ "Continued to effect energy prices": not "to effect repairs"."""
    before, after = at(words, index - 1), bare(at(words, index + 1))
    if before not in ("to", "will", "may", "could", "would", "can", "not", "might") or after not in _AFFECTED:
        return None
    if before == "to" and bare(at(words, index - 2)) in ("regard", "due", "given", "gives", "give", "put", "into"):
        return None
    return Wrong(index, index, ("affect",), UNFIT)


def _its(words: Sequence[str], index: int) -> Wrong | None:
    """ "Show that it's planning policies protect the sky"."""
    if at(words, index - 1) not in ("that", "whether", "of", "in", "to", "for") or at(words, index + 1) not in _KINDS:
        return None
    if not is_plural(bare(at(words, index + 2))):
        return None
    return Wrong(index, index, ("its",), UNFIT)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(_PARTS, _in_part),
        **dict.fromkeys(_SIDES, _of_area),
        **dict.fromkeys(("less", "Less"), _less),
        "been": _been,
        "where": _where,
        "with": _with_in,
        "there": _there,
        "effect": _effect,
        **dict.fromkeys(("it's", "it’s"), _its),
    }
