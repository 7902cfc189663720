"""Words that stand close by what they go with: "no objections has been", "of which two is", "officers expects"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.count_nouns import COUNTED
from clerkwell.proofing.grammar.number import AGREES, NOT_PLURAL, PEOPLE, SEVERAL, TURNED, is_adverb, is_many, is_one
from clerkwell.proofing.grammar.phrases import DETERMINERS, FINITE, FUNCTION, MANY, of_kind
from clerkwell.proofing.grammar.raw import LACKS, UNFIT, Look, Wrong, at, bare, ends, in_question, opens
from clerkwell.proofing.grammar.word_classes import is_plural, plain_of_third, plural_of
from clerkwell.proofing.text.tokens import listed

_OPENERS: Final = listed("that because although though while whereas but since so as when where whether")
_ONE_OF: Final = listed("a an any each every")
_WHO: Final = frozenset(
    plural_of(one)
    for one in COUNTED
    if one.endswith(("er", "or", "ent", "ant", "ee", "ist")) and one not in PEOPLE and one not in SEVERAL
) | {"residents", "councils", "authorities", "members", "officers", "pupils", "parents", "children", "people"}
# Of these something else may be spoken: "a letter from officers asks".
_OF: Final = listed("of from by with for to between among and or about on at in than like as against")
# What is never a verb, so that "to" before it is "too".
_TAKES: Final = listed(
    "recover recovers recovered lose loses lost losing make makes making pay pays paying keep keeps keeping change "
    "express expressed share shares renew renewed extend maintain improve increase reduce claim claimed complete "
    "fulfil exercise exercised perform sell give gives giving review publish submit submitted send withdraw withdrew "
    "explain explained assess prepare repay build spend cover manage enjoy defend save cut regarding protect support "
    "lodge lodged present meet use receive received raise achieve reach update check"
)
_WHEN: Final = listed("last next early late today daily weekly monthly yearly now soon then since please")
_NEITHER: Final = listed("the a an its this our their his her to in by from for on at with as within")
_HAD: Final = listed("has have had with are were spent contains contained received about")
_LEFT: Final = _HAD | listed(
    "shared gave took does did do left holds held pays paid allowed places placed offers offered"
)
# "Given to many people" is right.
_QUANTITIES: Final = {"little": _LEFT, "much": _LEFT, "few": _HAD, "many": _HAD}
_HOW: Final = listed(
    "cautious ambitious generous restrictive intrusive optimistic pessimistic complicated onerous prescriptive vague "
    "risky noisy busy lenient simplistic vulnerable"
)
_AT_FIRST: Final = listed("stage present therefore")
_SAYS: Final = listed("expects recommends proposes considers believes understands intends")
_TIMES: Final = listed("days weeks months years hours")
_AFTER_HOW: Final = listed("for to and about in with on")


def _no(words: Sequence[str], index: int) -> Wrong | None:
    """ "No challenges has been received"."""
    if not (opens(words, index) or at(words, index - 1) in _OPENERS):
        return None
    for where in (index + 1, index + 2):
        noun, verb = at(words, where), at(words, where + 1)
        if is_plural(noun) and verb in ("is", "was", "has"):
            return Wrong(where + 1, where + 1, (TURNED[verb],), AGREES.format(noun))
        if not noun.isalpha() or not of_kind(noun):
            return None
    return None


def _of_them(words: Sequence[str], index: int) -> Wrong | None:
    """ "Of which two is due"."""
    number, verb = at(words, index + 1), at(words, index + 2)
    several = number in MANY or (number.isdigit() and int(number) > 1)
    if at(words, index - 1).lower() != "of" or not several or verb not in ("is", "was", "has"):
        return None
    return Wrong(index + 2, index + 2, (TURNED[verb],), AGREES.format(number))


def _people(words: Sequence[str], index: int) -> Wrong | None:
    """ "Officers expects that", "the residents asks for"."""
    verb = at(words, index + 1)
    plain = plain_of_third(verb)
    before = at(words, index - 1)
    begins = index - 1 if before.lower() in ("the", "our", "its", "these", "those", "all", "most", "some") else index
    before_it = at(words, begins - 1)
    led_up = before_it[-1:] == "," or before_it in _AT_FIRST or (before_it == "and" and verb in _SAYS)
    if not plain or not (opens(words, begins) or before_it in _OPENERS or before_it in ("which", "if") or led_up):
        return None
    if at(words, begins - 1) in _OF or at(words, index + 2) in FINITE or in_question(words, index):
        return None  # "that members needs are met" lacks an apostrophe
    return Wrong(index + 1, index + 1, (plain,), AGREES.format(bare(words[index])))


def _number(words: Sequence[str], index: int) -> Wrong | None:
    """ "There was 14 objections": not "there was 14 days of rain"."""
    verb, number = at(words, index + 1), at(words, index + 2)
    if verb not in ("is", "was") or not (number in MANY or (number.isdigit() and int(number) > 1)):
        return None
    for where in (index + 3, index + 4):
        noun = bare(at(words, where))
        if is_plural(noun) and noun not in NOT_PLURAL:
            return Wrong(index + 1, index + 1, (TURNED[verb],), AGREES.format(noun))
        if not of_kind(noun):
            return None
    return None


def _do(words: Sequence[str], index: int) -> Wrong | None:
    """ "The scheme do not meet", "Officers does not": not "nor should the scheme do"."""
    noun, first = at(words, index - 1), at(words, index - 2)
    if at(words, index + 1) != "not" or in_question(words, index):
        return None
    if words[index] == "does":
        sure = noun.lower() in _WHO and (opens(words, index - 1) or (first == "The" and opens(words, index - 2)))
        return Wrong(index, index, ("do",), AGREES.format(noun)) if sure else None
    sure = first in ("The", "This", "Each") and opens(words, index - 2) and noun in COUNTED
    if not sure or noun in SEVERAL or noun in PEOPLE:
        return None
    return Wrong(index, index, ("does",), AGREES.format(noun))


def _that(words: Sequence[str], index: int) -> Wrong | None:
    """ "Any matter that do not relate"."""
    noun, verb = at(words, index - 1), at(words, index + 1)
    if noun not in COUNTED | {"matter", "person", "building"} or noun in SEVERAL or verb not in ("do", "are", "have"):
        return None
    if at(words, index - 2).lower() not in _ONE_OF or at(words, index - 3) in ("of", "than"):
        return None
    if verb == "have" and at(words, index + 2) == "to":
        return None
    return Wrong(index + 1, index + 1, ({"do": "does"}.get(verb) or TURNED[verb],), AGREES.format(noun))


def _are(words: Sequence[str], index: int) -> Wrong | None:
    """ "Whether the child are at school"."""
    noun, article = at(words, index - 1), at(words, index - 2)
    if noun not in COUNTED or noun in SEVERAL or noun in PEOPLE or article not in ("the", "this", "each", "every", "a"):
        return None
    before = at(words, index - 3)
    if before not in _OPENERS | {"not", "if"} or "and" in words[max(index - 8, 0) : index] or in_question(words, index):
        return None
    return Wrong(index, index, ("is",), AGREES.format(noun))


def _there(words: Sequence[str], index: int) -> Wrong | None:
    """ "On there websites", "by there reply"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if ends(words[index]):
        return None
    if before in _TAKES:
        return Wrong(index, index, ("their",), UNFIT) if _names_thing(words, index + 1) else None
    if before not in ("on", "in", "of", "with", "by", "about", "for"):
        return None
    noun = bare(after)
    if not is_plural(noun) or not after[:1].islower() or (before == "for" and noun in _TIMES):
        return None
    return Wrong(index, index, ("their",), UNFIT)


def _names_thing(words: Sequence[str], index: int) -> bool:
    """ "Full cost", "tenancy": not "every week", "last year", "has"."""
    for where in (index, index + 1):
        word = at(words, where)
        noun = bare(word)
        if not noun.isalpha() or not word.startswith(noun) or noun in FUNCTION or noun in _WHEN or is_adverb(noun):
            return False
        if is_one(noun) or is_many(noun):
            return noun not in _TIMES and at(words, where + 1) not in FINITE | DETERMINERS
        if ends(word):
            return False
    return False


def _neither(words: Sequence[str], index: int) -> Wrong | None:
    """ "Neither the Council or its partners": not "neither option is cheap or quick"."""
    first = bare(at(words, index + 1))
    led = at(words, index - 1) in ("is", "are", "was", "were", "be", "been", "being")
    if not led and not (first in _NEITHER or is_adverb(first)):
        return None
    found = -1
    for where in range(index + 2, min(index + 40, len(words))):
        if words[where] == "nor" or (found < 0 and (where > index + 12 or ends(words[where - 1]))):
            return None
        if words[where] == "or" and found < 0:
            found = where
        if words[where][-1] in ".;:?!":
            break
    if found < 0 or at(words, found + 1) in MANY:
        return None
    return Wrong(found, found, ("nor",), UNFIT)


def _too(words: Sequence[str], index: int) -> Wrong | None:
    """ "The guidance to cautious": not "from bold to cautious"."""
    after = at(words, index + 1)
    if after in _QUANTITIES:
        return _too_much(words, index)
    if bare(after) not in _HOW or "from" in words[max(index - 5, 0) : index]:
        return None
    if not ends(after) and at(words, index + 2) not in _AFTER_HOW:
        return None
    return Wrong(index, index, ("too",), UNFIT)


def _too_much(words: Sequence[str], index: int) -> Wrong | None:
    """ "Shared to little information": not "sent to many residents", "comes to little more"."""
    before, how, noun = bare(at(words, index - 1)), words[index + 1], bare(at(words, index + 2))
    if before not in _QUANTITIES[how] or noun in FUNCTION or noun in _TIMES or not noun.isalpha():
        return None
    return None if ends(how) or ends(at(words, index - 1)) else Wrong(index, index, ("too",), UNFIT)


def _writing(words: Sequence[str], index: int) -> Wrong | None:
    """ "At the time writing"."""
    if at(words, index - 1) != "time" or at(words, index - 2) not in ("the", "this"):
        return None
    return Wrong(index - 1, index, ("time of writing",), LACKS)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(("No", "no"), _no),
        **dict.fromkeys(("which", "whom", "these", "those"), _of_them),
        **dict.fromkeys(_WHO, _people),
        **dict.fromkeys((each.capitalize() for each in _WHO), _people),
        "that": _that,
        "are": _are,
        **dict.fromkeys(("There", "there"), _number),
        **dict.fromkeys(("do", "does"), _do),
    }


@cache
def small() -> Mapping[str, Look]:
    """The same for small words that are another's, or are left out."""
    return {
        "there": _there,
        "to": _too,
        **dict.fromkeys(("neither", "Neither"), _neither),
        **dict.fromkeys(("writing", "writing,", "writing."), _writing),
    }
