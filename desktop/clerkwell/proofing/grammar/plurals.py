"""One where several are meant, and several where one is: "all member", "the number of visitor", "a buildings"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.count_nouns import COUNTED
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends, opens
from clerkwell.proofing.grammar.word_classes import is_plural, plain_of_past, plural_of, singular_of
from clerkwell.proofing.text.tokens import listed

_ONE: Final = "has the singular where several are meant"
_MANY: Final = "has the plural where one is meant"
_FINITE: Final = listed("are were have")
_FINITE_ANY: Final = listed("is are was were has have had will would should must can could may might do does did")
_AFTER: Final = listed(
    "is are was were has have had will would should must can could may might which who that to in for at on with from "
    "by of under during within before after since until because where when as between through while did do does below "
    "above still also now live lives say said"
)
# One of these goes before another noun, or is a crowd: "all council", "several business cases".
_NEVER: Final = listed("council group team case level home police staff parish business leave summary party community")
_ALL: Final = listed("of are were have who")
_NUMBERED: Final = listed(
    "section part paragraph article regulation rule form page table figure appendix annex item question schedule "
    "class category type grade band stage phase year level room unit plot lot number no note option chapter act "
    "clause policy sites street road way route line key step objective priority ward division zone area block floor "
    "house flat a an the each every per or to and by x version volume model building theme action recommendation at "
    "bus in january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday under with"
)
_PLURAL_ALONE: Final = listed(
    "grounds steps sports customs means barracks works savings arms regards hours days weeks months years minutes "
    "miles pounds points metres pence goods sales thousands hundreds dozens millions parts quarters halves thirds "
    "times ways lots loads stones inches feet degrees volts acres hectares tonnes litres men women people children "
    "others analyses crises indices criteria phenomena appendices"
)


_FELL: Final = listed("fell rose left saw found thought spoke")
_MAY_FOLLOW: Final = listed("to that as said say live lives")
_COUNTS: Final = listed("the are were over about than of least some nearly all with")


def _ended(words: Sequence[str], where: int) -> bool:
    """Whether a noun ends the words about a thing, and is no first half of another."""
    after = at(words, where + 1)
    return (
        (ends(words[where]) and words[where][-1] in ".;")
        or after in _AFTER
        or bare(after) in _FELL
        or bool(plain_of_past(bare(after)))
    )


def _quantity(words: Sequence[str], index: int) -> Wrong | None:
    """ "All member of", "several resident wrote", "those house are"."""
    quantity = words[index].lower()
    index += quantity in ("all", "both") and at(words, index + 1) == "the"
    noun = at(words, index + 1)
    word = bare(noun)
    if word not in COUNTED or word in _NEVER or not noun.startswith(word):
        return None
    after = at(words, index + 2)
    if quantity in ("all", "other", "most", "these", "those", "some", "more"):
        finite = words[index] == "the" or quantity not in ("all", "most")
        if ends(noun) or after not in (_FINITE if finite else _ALL):
            return None
        if quantity in ("some", "other") and after == "have" and at(words, index - 1) in ("the", "any", "no"):
            return None
    elif not _ended(words, index + 1) or (quantity in ("few", "many") and at(words, index + 2) == "a"):
        return None
    return Wrong(index, index + 1, (f"{words[index]} {plural_of(word)}",), _ONE)


def _of(words: Sequence[str], index: int) -> Wrong | None:
    """ "The number of visitor fell", "two of the shop are", "a range of option"."""
    before = at(words, index - 1).lower()
    after = at(words, index + 1)
    if before in ("number", "range", "series", "variety", "couple", "majority", "numbers", "dozens", "hundreds"):
        word = bare(after)
        if word in COUNTED - _NEVER and after.startswith(word) and _ended(words, index + 1):
            return Wrong(index + 1, index + 1, (plural_of(word),), _ONE)
        return None
    if before in _SOME_OF and after in ("the", "these", "those", "our", "its", "their"):
        noun = at(words, index + 2)
        word = bare(noun)
        if word not in COUNTED - _NEVER or not noun.startswith(word):
            return None
        then = at(words, index + 3)
        if before in ("most", "some", "all", "none", "half", "any", "much"):
            wrong = not ends(noun) and then in _FINITE
        else:
            wrong = _ended(words, index + 2)
        return Wrong(index + 2, index + 2, (plural_of(word),), _ONE) if wrong else None
    return None


_SOME_OF: Final = listed(
    "two three four five six seven eight nine ten one each many several few both most some all either neither half any"
)


def _article(words: Sequence[str], index: int) -> Wrong | None:
    """ "A buildings in the square", "an officers."."""
    noun = at(words, index + 1)
    word = bare(noun)
    if not word.endswith("s") or not noun.startswith(word) or word in _PLURAL_ALONE or not is_plural(word):
        return None
    after = at(words, index + 2)
    stopped = ends(noun) and noun[-1] in ".;,"
    if not stopped and (ends(noun) or after not in _AFTER or after == "that"):
        return None
    if words[index] == "A" and not opens(words, index):
        return None
    one = singular_of(word)
    return Wrong(index, index + 1, (f"{words[index]} {one}", word), _MANY) if one in COUNTED else None


def _each(words: Sequence[str], index: int) -> Wrong | None:
    """ "Each properties was", "this reports sets"."""
    noun, after = at(words, index + 1), at(words, index + 2)
    word = bare(noun)
    if not word.endswith("s") or not noun.startswith(word) or ends(noun):
        return None
    one = singular_of(word)
    if one not in COUNTED or word in _PLURAL_ALONE:
        return None
    this = words[index].lower() == "this"
    if this:
        if not opens(words, index) or not (after in _FINITE_ANY or (after.endswith("s") and after.isalpha())):
            return None
    elif after not in _AFTER:
        return None
    return Wrong(index, index + 1, (f"{words[index]} {one}",), _MANY)


def _figure(words: Sequence[str], index: int) -> Wrong | None:
    """ "There are 14 vehicle in the fleet": not "Section 14 notice"."""
    noun = at(words, index + 1)
    word = bare(noun)
    if word not in COUNTED or word in _NEVER or not noun.startswith(word) or words[index] in ("1", "01"):
        return None
    before = at(words, index - 1)
    if not before or (before[0].isupper() and not opens(words, index - 1)) or bare(before) in _NUMBERED - {"the"}:
        return None
    if ends(before) or before[-1:].isdigit() or not _ended(words, index + 1):
        return None
    after = at(words, index + 2)
    if (after in _MAY_FOLLOW or plain_of_past(bare(after))) and bare(before) not in _COUNTS:
        return None
    return Wrong(index, index + 1, (f"{words[index]} {plural_of(word)}",), _ONE)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    quantities = ("all", "several", "many", "few", "various", "numerous", "these", "those", "other", "most", "both")
    figures = [str(each) for each in range(2, 400)]
    return {
        **dict.fromkeys((*quantities, *(each.capitalize() for each in quantities)), _quantity),
        **dict.fromkeys(("a", "an", "A", "An"), _article),
        **dict.fromkeys(("each", "every", "Each", "Every", "This", "this"), _each),
        **dict.fromkeys(figures, _figure),
        "of": _of,
    }
