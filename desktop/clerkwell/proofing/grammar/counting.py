"""One where several are meant, and the other way round: "two opposition group", "every sites"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.number import is_many
from clerkwell.proofing.grammar.phrases import FUNCTION, MANY, of_kind, word_at
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends
from clerkwell.proofing.grammar.word_classes import (
    classes,
    is_irregular_past,
    is_plural,
    is_singular,
    plural_of,
    singular_of,
)
from clerkwell.proofing.text.tokens import listed

_ONE: Final = "has the singular where several are meant"
# What is before a number that is no count: "stage two approval", "between one and two person households".
_NO_COUNT: Final = listed(
    "phase stage part parts level grade type option tier year key step class category chapter schedule band size zone "
    "lot priority question form number figure table week day item section annex appendix volume module unit group "
    "team block plot route area ward site bay lane room floor gate door world act article regulation rule clause "
    "paragraph note task theme pillar objective goal target aim principle scenario case policy page version round "
    "tranche wave or and to by x strand workstream recommendation of in one per"
)
# One of these stands for several after a number, or goes before another noun: "two year programme", "six bedroom".
_UNITS: Final = listed(
    "year month week day hour minute mile metre meter kilometre foot inch acre hectare bedroom bed storey stage "
    "person tier part lane way door seat car side phase form star piece pound pence cent percent dozen hundred "
    "thousand million billion staff people police sheep fish aircraft series species craft offspring deer salmon "
    "trout fte half third quarter fifth weekly monthly figure point step fold level berth court class sided pm am "
    "term night session-long times time deep wide high long square stone ton tonne litre gram kilogram watt kilowatt "
    "degree bank rod pitch plus minus thirds fifths age old or adult child key to lot forward ahead "
    "apart abroad overseas"
)
# What shows that a noun has ended there, and is not the first half of another.
_NOUN_ENDS: Final = listed(
    "is are was were has have had will would should must can could may might shall which who that to in for at on "
    "with from by of under during within before after since until because where when as between through while did do "
    "does"
)
_TIMES: Final = listed("day week month year hour minute")
_GOES_ON: Final = listed("the a it they but which who so we officers")
_FINITE_ANY: Final = listed("is are was were has have will would should which who")
_AND_ENDS: Final = listed(
    "a an the its their our this these heard took made gave had has have was were is are will it they"
)
_THERE: Final = listed("in for of to on at from that which with arising within under associated as resulting directly")


def _after_number(words: Sequence[str], index: int) -> Wrong | None:
    """ "Two opposition group": not "two opposition group leaders"."""
    before = at(words, index - 1) if index else ""
    if bare(before) in _NO_COUNT and before[-1] not in ".,;:":
        return None
    where = _noun_after(words, index)
    word = bare(at(words, where))
    if not where or not is_singular(word) or (word in _UNITS and word not in _TIMES):
        return None
    after = at(words, where + 1)
    # "Two support that", "six work in": a verb, where nothing stands before it and no verb after it
    if word not in classes().nouns and word not in _TIMES and where == index + 1 and after not in _FINITE_ANY:
        return None
    on = at(words, where + 2) if after == "and" else after
    if words[where][-1] == "," and on not in _GOES_ON:
        return None  # "two adult, three child"
    if ends(words[where]) and words[where][-1] not in ".;:," and after:
        return None
    if after == "of" and where > index + 1:
        return None
    return Wrong(index, where, (" ".join((*words[index:where], plural_of(word))),), _ONE)


def _noun_after(words: Sequence[str], index: int) -> int:
    """Where a noun of at most three words ends after a number; 0 where that is not certain."""
    for where in range(index + 1, index + 4):
        word = word_at(words, where)
        if where == index + 1 and word in _TIMES and words[where][-1] in ".;":
            return where  # "in three week."
        # "A three tiered approach"
        if (
            not word
            or word in _UNITS
            or word in FUNCTION
            or is_irregular_past(word)
            or (where == index + 1 and word.endswith("ed"))
        ):
            return 0
        after = at(words, where + 1)
        on = at(words, where + 2) if after == "and" else ""
        if ends(words[where]) or after in _NOUN_ENDS or on in _AND_ENDS:
            return where
        # "The leaders of the two opposition group and five others"
        if where > index + 1 and on in MANY:
            return where
        if not of_kind(word) or is_many(word):
            return 0  # "six housing associations working in the county"
    return 0


def _there(words: Sequence[str], index: int) -> Wrong | None:
    """ "There are no direct environmental impact", "there is no plans"."""
    verb, no = at(words, index + 1), at(words, index + 2)
    if verb not in ("is", "are", "was", "were") or no != "no":
        return None
    for where in range(index + 3, min(index + 7, len(words))):
        word = word_at(words, where)
        if not word or word in FUNCTION or word.endswith("ly"):
            return None
        done = (ends(words[where]) and words[where][-1] in ".;") or at(words, where + 1) in _THERE
        if not done and (ends(words[where]) or is_plural(word)):
            return None
        if done:
            break
    else:
        return None
    if verb in ("are", "were"):
        if not is_singular(word) or word in ("staff", "people", "police", "data") or word.endswith("s"):
            return None
        return Wrong(index + 1, where, (" ".join((*words[index + 1 : where], plural_of(word))),), _ONE)
    if not is_plural(word):
        return None
    turned = {"is": "are", "was": "were"}[verb]
    return Wrong(index, index + 1, (f"{words[index]} {turned}",), "does not agree")


def _one_of(words: Sequence[str], index: int) -> Wrong | None:
    """ "Every residents": not "each weighs", "every few years"."""
    noun = word_at(words, index + 1)
    if not noun or not is_plural(noun) or singular_of(noun) not in classes().nouns:
        return None
    after = at(words, index + 2)
    if not ((ends(words[index + 1]) and words[index + 1][-1] in ".;") or after in _NOUN_ENDS):
        return None
    return Wrong(index, index + 1, (f"{words[index]} {singular_of(noun)}",), "has the plural where one is meant")


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(MANY, _after_number),
        **dict.fromkeys((each.capitalize() for each in MANY), _after_number),
        **dict.fromkeys(("There", "there"), _there),
        **dict.fromkeys(("every", "each", "another", "Every", "Each", "Another"), _one_of),
    }
