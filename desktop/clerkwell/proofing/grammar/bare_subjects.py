"""A subject without an article and a verb of another number: "187 responses was received"; and links that are lost.

What stands before "which", "those" and "until" is looked at here too: "an offer which open for", "the interests those",
"by until".
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar import heads
from clerkwell.proofing.grammar.noun_phrases import is_led_to, is_one_thing
from clerkwell.proofing.grammar.number import AGREES, NOT_PLURAL, TURNED, is_many, is_one, third_person
from clerkwell.proofing.grammar.phrases import FINITE, FUNCTION, MANY
from clerkwell.proofing.grammar.raw import LACKS, Look, Wrong, at, bare, ends, in_question, opens
from clerkwell.proofing.grammar.word_classes import is_plain, is_singular, plain_of_past
from clerkwell.proofing.text.tokens import listed

_BEFORE_COUNT: Final = listed("that because although though while whereas so and but")
_MEASURES: Final = listed(
    "percent cent tonnes tons kilometres metres litres kilograms grams pence degrees seconds feet inches yards nights "
    "quarters sessions times people"
)
_DONE: Final = listed("been made given taken held set")
_COMPARED: Final = listed(
    "Lower Higher Larger Smaller Greater Longer Shorter Better Worse Stronger Weaker Fewer Cheaper Additional Further "
    "Recent Similar Several Various Numerous Many"
)
_EXPECTED: Final = listed("expected likely anticipated forecast predicted assumed needed sought proposed planned")
_PEOPLE: Final = listed(
    "Traders Residents Tenants Leaseholders Governors Parents Pupils Neighbours Businesses Shopkeepers Householders "
    "Drivers Cyclists Pedestrians Landowners Farmers Stallholders Objectors Consultees Respondents Occupiers Landlords "
    "Homeowners Motorists Officers Members Councillors Volunteers Trustees Carers Teachers Patients Visitors"
)
_AT: Final = listed("on in at from near of along around within")
_OF_ONE: Final = listed("is was has")
_STATES: Final = listed("open available responsible able unable likely unlikely eligible willing capable")
_AFTER_STATE: Final = {
    "open": listed("for to until"),
    "available": listed("for to in on at from until"),
    "responsible": listed("for"),
    "eligible": listed("for to"),
    "capable": listed("of"),
}
_OPEN_FOR: Final = listed("acceptance consultation comment comments objections applications signature tender bids")
_PREPOSITIONS: Final = listed("of in on at to from for with by under about over through")
_OF_PEOPLE: Final = listed(
    "interests needs views wishes rights safety welfare health wellbeing opinions circumstances lives homes"
)
_CUT_SHORT: Final = listed("who likely affected living working waiting using with in most already")
_MONTHS: Final = listed("january february march april may june july august september october november december")
_DAYS: Final = listed("monday tuesday wednesday thursday friday saturday sunday noon midday midnight")
_FOLLOWS: Final = listed(
    "follow carry continue exceed suggest require reflect depend apply include allow provide remain vary"
)
_AS_WELL: Final = listed("when because while although whereas")
_KINDS: Final = listed("planning licensing building parking housing grant funding taxi school library service budget")
# A plural in its letters that is one thing, or somebody's name.
_ONE_NAME: Final = listed("rogers peters saunders sanders chambers masters waters walters rivers powers myers vickers")
_ONE: Final = {"have": "has", "are": "is", "were": "was", "do": "does"}
_OF_THINGS: Final = _FOLLOWS | listed(
    "contain explain describe identify propose recommend show give make take need help support cover become seem "
    "appear begin come form offer say mean involve concern relate seek aim ask consider confirm affect"
)
_SINCE: Final = listed("since because although though while whereas")
_ALREADY: Final = listed("already also still now currently always")
_OF_WHAT: Final = listed("most much some all part none half")


def _one(words: Sequence[str], index: int) -> Wrong | None:
    wrong = _counted(words, index) or _compared(words, index) or _people_of(words, index) or _bare(words, index)
    return None if wrong is None or in_question(words, index) else wrong


def _done_to(words: Sequence[str], index: int) -> bool:
    """Whether what is said after the verb is said of things or people: "was received", "has been"."""
    after = bare(at(words, index + 1))
    if after in ("also", "then", "since", "not", "already"):
        after = bare(at(words, index + 2))
    return after in _DONE or (after not in FUNCTION and bool(plain_of_past(after)))


def _counted(words: Sequence[str], index: int) -> Wrong | None:
    """ "187 responses was received", "in total 12 firms has been asked": not "12 weeks was allowed"."""
    noun = at(words, index - 1)
    where = index - 2
    if not is_many(noun) or noun in NOT_PLURAL | _MEASURES:
        return None
    if where > 0 and is_one(words[where]) and words[where] not in MANY:
        where -= 1  # "187 consultation responses"
    number = at(words, where)
    figure = number.replace(",", "")
    if not (number.lower() in MANY or (figure.isdigit() and figure != "1")):
        return None
    before = at(words, where - 1)
    led = opens(words, where) or ends(before) or before in _BEFORE_COUNT
    total = before.lower() in ("total", "all") and at(words, where - 2).lower() == "in" and opens(words, where - 2)
    if not (led or total) or not _done_to(words, index):
        return None
    return Wrong(index, index, (TURNED[words[index]],), AGREES.format(noun))


def _bare(words: Sequence[str], index: int) -> Wrong | None:
    """ "Managers has been asked", "when planning applications is decided": not "when use of halls is ended"."""
    noun = at(words, index - 1)
    folded = noun.lower()
    if not is_many(folded) or folded in NOT_PLURAL | _MEASURES or folded in _ONE_NAME or not _done_to(words, index):
        return None
    if noun.islower():
        led = at(words, index - 2) in _AS_WELL
        if not led and not (at(words, index - 3) in _AS_WELL and at(words, index - 2) in _KINDS):
            return None
    elif noun != noun.capitalize() or not opens(words, index - 1):
        return None
    return Wrong(index, index, (TURNED[words[index]],), AGREES.format(noun))


def _none(words: Sequence[str], index: int) -> Wrong | None:
    """ "No one person have": not "No staff are", "No council can have"."""
    noun = at(words, index - 1)
    led = at(words, index - 2) in ("one", "single") and at(words, index - 3) == "No" and opens(words, index - 3)
    if not led or not is_one_thing(noun):
        return None
    return Wrong(index, index, (_ONE[words[index]],), AGREES.format(noun))


def _it(words: Sequence[str], index: int) -> Wrong | None:
    """ "It contain 31 actions": not "It cost £4m", "It need not"."""
    verb = at(words, index + 1)
    if not opens(words, index) or verb not in _OF_THINGS or at(words, index + 2) == "not":
        return None
    return Wrong(index + 1, index + 1, (third_person(verb),), AGREES.format("It"))


def _compared(words: Sequence[str], index: int) -> Wrong | None:
    """ "Lower running costs is expected": not "Lower fees is one way"."""
    noun = at(words, index - 1)
    if not is_many(noun) or noun in NOT_PLURAL:
        return None
    after = bare(at(words, index + 1))
    if after not in _EXPECTED and not (after == "been" and words[index] == "has"):
        return None
    for where in range(index - 2, max(index - 5, -1), -1):
        word = words[where]
        if word.capitalize() in _COMPARED:
            led = at(words, where - 1) in ("and", "that", "so", "because") or is_led_to(words, where)
            free = opens(words, where) or led
            return Wrong(index, index, (TURNED[words[index]],), AGREES.format(noun)) if free else None
        if not word.isalpha() or word in FUNCTION or plain_of_past(word):
            return None
    return None


def _people_of(words: Sequence[str], index: int) -> Wrong | None:
    """ "Traders on Castle Street was concerned"."""
    for where in range(index - 3, max(index - 7, -1), -1):
        if words[where] not in _PEOPLE:
            if ends(words[where]):
                return None
            continue
        if not opens(words, where) or at(words, where + 1) not in _AT:
            return None
        named = where + 2 + (words[where + 2] in ("the", "this", "our"))
        inside = words[named:index]
        if not inside or any(ends(each) or bare(each) in FUNCTION for each in inside):
            return None
        if any(plain_of_past(each) or is_plain(each) for each in inside):
            return None
        return Wrong(index, index, (TURNED[words[index]],), AGREES.format(words[where]))
    return None


def _is_state(words: Sequence[str], index: int) -> Wrong | None:
    """ "An offer which open for acceptance", "those who able to attend"."""
    state, after = at(words, index + 1), at(words, index + 2)
    before = at(words, index - 1)
    if state not in _STATES or not before or before in _PREPOSITIONS or after not in _AFTER_STATE.get(state, {"to"}):
        return None
    if state == "open" and (after == "to" or (after == "for" and bare(at(words, index + 3)) not in _OPEN_FOR)):
        return None  # "shops which open for business"
    noun = bare(before)
    if not (is_many(noun) or is_singular(noun) or noun in ("those", "people", "anyone", "someone", "everyone")):
        return None
    if in_question(words, index):
        return None
    many = is_many(noun) or noun in ("those", "people")
    return Wrong(index, index + 1, (f"{words[index]} {'are' if many else 'is'} {state}",), LACKS)


def _interests(words: Sequence[str], index: int) -> Wrong | None:
    """ "Represent the interests those who live there": not "the views those who live there hold"."""
    if at(words, index + 1) not in ("those", "people"):
        return None
    if at(words, index - 1) != "the" or at(words, index + 2) not in _CUT_SHORT or opens(words, index - 1):
        return None
    if words[index + 1] == "people" and words[index + 2] != "who":
        return None
    if sum(_may_be_verb(word) for word in _rest(words, index + 2)) > (words[index + 2] == "who"):
        return None
    return Wrong(index, index, (f"{words[index]} of",), LACKS)


def _rest(words: Sequence[str], index: int) -> list[str]:
    for where in range(index, min(index + 30, len(words))):
        if ends(words[where]):
            return [bare(each) for each in words[index : where + 1]]
    return [bare(each) for each in words[index : index + 30]]


def _may_be_verb(word: str) -> bool:
    return word in FINITE or (word not in ("affected", "most") and (bool(plain_of_past(word)) or is_plain(word)))


def _until(words: Sequence[str], index: int) -> Wrong | None:
    """ "By until 5pm": not "time passed by until May"."""
    before = at(words, index - 1)
    after = bare(at(words, index + 1))
    if before != "by" or not (after[:1].isdigit() or after in _MONTHS | _DAYS):
        return None
    if bare(at(words, index - 2)) in (
        "passed",
        "pass",
        "stood",
        "stand",
        "get",
        "got",
        "go",
        "went",
        "gone",
        "passing",
    ):
        return None
    return Wrong(index - 1, index, ("until", "by"), "do not stand together")


def _owned(words: Sequence[str], index: int) -> Wrong | None:
    """ "Most of a school's funding follow its pupils"."""
    noun, owner = at(words, index - 1), at(words, index - 2)
    if not is_one_thing(noun) and noun not in ("funding", "income", "spending", "housing", "borrowing"):
        return None
    if owner[-2:] not in ("'s", "’s") or at(words, index - 3).lower() not in ("a", "the", "each", "every"):
        return None
    if at(words, index + 1) not in ("the", "its", "a", "an", "that", "their", "this"):
        return None
    where = index - 3
    if at(words, where - 1) == "of" and at(words, where - 2).lower() in _OF_WHAT:
        where -= 2
    if not (opens(words, where) or at(words, where - 1) in _SINCE) or in_question(words, index):
        return None
    return Wrong(index, index, (third_person(words[index]),), AGREES.format(noun))


def _with_adverb(words: Sequence[str], index: int) -> Wrong | None:
    """ "The budget for the park already assume the saving": as without the adverb."""
    if at(words, index - 1) not in _ALREADY:
        return _owned(words, index) if words[index] in _FOLLOWS else None
    without = (*words[max(index - 40, 0) : index - 1], *words[index : index + 40])
    wrong = heads.looks()[words[index]](without, min(index, 40) - 1)
    return wrong and Wrong(index, index, wrong.better, wrong.why)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(_OF_ONE, _one),
        **dict.fromkeys(_ONE, _none),
        "It": _it,
        **dict.fromkeys(_FOLLOWS | {"assume", "assumes", "reflects", "includes", "requires"}, _with_adverb),
    }


@cache
def small() -> Mapping[str, Look]:
    """What is looked at for a word that is lost or too many."""
    return {
        **dict.fromkeys(("which", "who"), _is_state),
        **dict.fromkeys(_OF_PEOPLE, _interests),
        "until": _until,
    }
