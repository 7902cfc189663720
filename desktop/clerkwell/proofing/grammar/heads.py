"""A verb that is not of the number of its subject, with other words between: "reports of noise has"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.noun_phrases import ARTICLES, after_opening, head_of, is_led_to, is_one_thing
from clerkwell.proofing.grammar.number import (
    AGREES,
    DETERMINERS,
    LINKS,
    NOT_PLURAL,
    SEVERAL,
    TURNED,
    is_many,
    is_one,
    is_verb,
    third_person,
)
from clerkwell.proofing.grammar.phrases import FINITE, FUNCTION, MANY
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends, in_question, opens, sentence_from
from clerkwell.proofing.grammar.word_classes import plain_of_third
from clerkwell.proofing.text.tokens import listed

_LONGEST: Final = 16
# What ends a clause before the subject of the next, so that the subject begins after it.
_CLAUSES: Final = listed("that because although though while whereas but since so if unless")
_AS_MANY: Final = listed("mile year day week month hour pound metre percent minute pence thousand")
_AND: Final = listed("the its our their a an")
_ONE_OF: Final = listed("one each either every")
_SOME_OF: Final = listed("some most many several both all")
# What is a verb in this form and nothing else, and is said of things: no subject of it is a person who may be several.
_ACTIONS: Final = listed(
    "carry continue exceed suggest require reflect demonstrate indicate depend apply include allow provide remain vary "
    "follow meet assume identify recommend propose confirm reveal involve contain exist relate"
)
# Nouns too, so that less may stand after them.
_BOTH: Final = listed("show cover pay")
_AFTER_VERB: Final = DETERMINERS | listed("little much more less that to within with on in at below above well")
_SHOWN: Final = listed("support growth progress concern")
_TITLES: Final = listed("Councillor Cllr Mr Mrs Ms Dr Professor")
# One thing as well, and yet never as the head of a phrase: "the works at Mill Lane".
_ALWAYS_SEVERAL: Final = listed("terms works minutes services sales details talks savings accounts proceeds earnings")
# Of these nothing else than one is said.
_YET_ONE: Final = listed("list amount network collection string chain")
_DO: Final = {"does": "do", "do": "does"}
_SAYING: Final = listed("say says show shows report reports claim claims state states means view fact note notes")


def _start(words: Sequence[str], index: int) -> int:
    """Where the clause begins whose verb stands at `index`; -1 where it is too far, or a mark stands between."""
    for where in range(index - 1, max(index - _LONGEST, -1), -1):
        if where < index - 1 and ends(words[where]):
            return where + 1 if words[where][-1] == "," or opens(words, where + 1) else -1
        if opens(words, where):
            # "Since the end of May markets have recovered": a time, and no clause.
            if words[where] == "Since" and words[where + 1] == "the":
                return -1
            return where + 1 if bare(words[where]) in _CLAUSES or words[where][0].isdigit() else where
        if words[where] in _CLAUSES and where < index - 2:
            return where + 1
    return -1


def _joins_names(words: Sequence[str], place: int) -> bool:
    """Whether "and" stands between two names: "at Harrow Lane and Quayside"."""
    after = at(words, place + 1)
    named = words[place - 1][:1].isupper() and after[:1].isupper()
    return words[place] == "and" and named and after not in _TITLES


def _after_one(words: Sequence[str], index: int) -> Wrong | None:
    """ "Reports of noise has": several are spoken of."""
    wrong = _of_several(words, index)
    # How a sentence ends is long to look for, and seldom asked.
    return None if wrong is None or in_question(words, index) else wrong


def _of_several(words: Sequence[str], index: int) -> Wrong | None:
    noun = at(words, index - 1)
    if not noun or ends(noun):
        return None
    start = _start(words, index)
    if start < 0 or index - start < 3:
        if start > 0 and index - start == 2 and is_led_to(words, start):
            return _plain_several(words, start, index)
        return _joined(words, start, index) if words[index] in TURNED else None
    if wrong := _some_of(words, start, index):
        return wrong
    if words[start].lower() == "a" and words[start + 1] == "number":
        return None  # "a number of complaints was" is said too
    start = after_opening(words, _past_and(words, start), index)
    if more := _more(words, start, index):
        return more
    first = words[start].lower()
    head = head_of(words, start, index, clause=_in_clause(words, start))
    if head < 0:
        return _joined(words, start, index) if words[index] in TURNED else None
    several = words[head].lower()
    if not _are_several(words, start, head) or first in ("a", "an", "this") or _begins_clause(words, start):
        return None
    led = first in ARTICLES or first[-2:] in ("'s", "’s")
    if not led and (start != head or at(words, head + 1) not in LINKS):
        return None
    if words[head] != several and head != start:
        return None  # "The Friends of the Park"
    return Wrong(index, index, (_turned(words[index]),), AGREES.format(words[head]))


def _plain_several(words: Sequence[str], start: int, index: int) -> Wrong | None:
    """ "Following the survey, the results was"."""
    noun = words[index - 1]
    if words[start] not in ("the", "these", "those", "our", "its") or not is_many(noun) or noun in NOT_PLURAL:
        return None
    return Wrong(index, index, (_turned(words[index]),), AGREES.format(noun))


def _are_several(words: Sequence[str], start: int, head: int) -> bool:
    several = words[head].lower()
    if several in _ALWAYS_SEVERAL:
        counted = any(each.isdigit() or each in MANY for each in words[start:head])
        return not counted and at(words, head + 1) in LINKS
    return is_many(several) and several not in NOT_PLURAL


def _past_and(words: Sequence[str], start: int) -> int:
    return start + 1 if words[start] in ("and", "but", "so") and at(words, start - 1)[-1:] == "," else start


def _has_verb_before(words: Sequence[str], index: int) -> bool:
    """Whether a clause of its own ends where "and" begins the next one, with no comma in it."""
    begins = sentence_from(words, index)
    clause = words[begins:index]
    return any(each in FINITE for each in clause) and not any(each[-1] == "," for each in clause[:-1])


def _in_clause(words: Sequence[str], start: int) -> bool:
    """Whether a word before the phrase begins a clause with it, so that a participle may be the clause's verb."""
    return bare(at(words, start - 1)) in _CLAUSES


def _begins_clause(words: Sequence[str], start: int) -> bool:
    """Whether the phrase belongs to a noun before it: "the code that results from it is"."""
    if at(words, start - 1) != "that":
        return False
    before = bare(at(words, start - 2))
    return before not in _SAYING and (is_one(before) or is_many(before))


def _more(words: Sequence[str], start: int, index: int) -> Wrong | None:
    """ "22 more officers has", "another 30 residents was": not "one more officer has"."""
    where = next((place for place in range(start, index - 1) if words[place] in ("more", "other", "new")), 0)
    if not 0 < index - start <= 6 or not is_many(words[index - 1]):
        return None
    if where != index - 2 and not (words[start].lower() == "another" and index - start == 3):
        return None
    number = words[where - 1] if where else words[start + 1]
    if words[index - 1] in NOT_PLURAL or not (number in MANY or (number.isdigit() and int(number) > 1)):
        return None
    return Wrong(index, index, (_turned(words[index]),), AGREES.format(words[index - 1]))


def _turned(verb: str) -> str:
    if verb[-1] == "s" and verb[:-1] in _BOTH:
        return verb[:-1]
    return TURNED.get(verb) or _DO.get(verb) or plain_of_third(verb) or third_person(verb)


def _some_of(words: Sequence[str], start: int, index: int) -> Wrong | None:
    """ "Some of the responses to the survey was": not "some of the work"."""
    if words[start + 1] != "of" or words[start].lower() not in _SOME_OF | MANY:
        return None
    if words[start + 2] not in ("the", "these", "those", "our", "its") or index - start < 4:
        return None
    head = head_of(words, start + 2, index)
    if head < 0 or not is_many(words[head]) or words[head] in NOT_PLURAL:
        return None
    return Wrong(index, index, (_turned(words[index]),), AGREES.format(words[head]))


def _with_object(words: Sequence[str], index: int) -> bool:
    """Whether a verb has something after it, and no clause begins within its subject: "the care tenants require"."""
    before = at(words, index - 2)
    after, verb = at(words, index + 1), words[index]
    if verb in _BOTH or (verb[-1] == "s" and verb[:-1] in _BOTH):
        sure = after in DETERMINERS or bare(after) in _SHOWN
        if not sure or (after == "that" and verb in _BOTH and not is_many(words[index - 1])):
            return False
    elif after not in _AFTER_VERB and after not in MANY and not is_many(bare(after)):
        return verb == "exceed" and (bare(after) in ("supply", "demand") or after[:1] == "£")
    return not (is_many(words[index - 1]) and is_one(before))


def _acts_as_one(words: Sequence[str], index: int) -> Wrong | None:
    """ "The results of the survey suggests that"."""
    return _after_one(words, index) if index > 2 and _with_object(words, index) else None


def _act_as_several(words: Sequence[str], index: int) -> Wrong | None:
    """ "The guidance on parking carry little weight": not "it is agreed that the level of fees remain"."""
    if index < 3 or not _with_object(words, index) or at(words, index - 1) in ("and", "to"):
        return None
    wrong = _of_one(words, index)
    if wrong is None or in_question(words, index) or at(words, _start(words, index) - 1) in ("that", "whether", "if"):
        return None
    return wrong


def _joined(words: Sequence[str], start: int, index: int) -> Wrong | None:
    """ "Both the Leader and the clerk was"."""
    if start < 0:
        return None
    phrase = words[start:index]
    if not 5 <= len(phrase) <= 9 or "and" not in phrase or any(ends(each) for each in phrase):
        return None
    both = phrase[0].lower() == "both"
    phrase = phrase[both:]
    middle = phrase.index("and")
    if phrase[0].lower() not in _AND | MANY or middle < 2 or middle > 4 or at(phrase, middle + 1) not in _AND:
        return None
    inside = (*phrase[1:middle], *phrase[middle + 2 :])
    if len(phrase) < middle + 3 or any(bare(each) in FUNCTION or not each.isalpha() for each in inside):
        return None
    if any(is_verb(bare(each)) or (each.endswith("ed") and not is_one(each)) for each in inside):
        return None  # "If an error occurs and the call is", "the employee resigned and the sum has"
    return Wrong(index, index, (TURNED[words[index]],), "does not agree with the two before it")


def _after_several(words: Sequence[str], index: int) -> Wrong | None:
    """ "The condition of the bridges are": one thing is spoken of."""
    wrong = _of_one(words, index)
    return None if wrong is None or in_question(words, index) else wrong


def _of_one(words: Sequence[str], index: int) -> Wrong | None:
    noun = at(words, index - 1)
    if not noun or ends(noun):
        return None
    start = _start(words, index)
    if start >= 0 and words[start] == "and" and _past_and(words, start) > start and _has_verb_before(words, start):
        start += 1  # "…, and the rate of return were": not the last of things that are counted up
    if start < 0 or index - start < 4 or "or" in words[start:index]:
        return None
    if any(words[place] == "and" and not _joins_names(words, place) for place in range(start, index)):
        return None
    if words[start].lower() in _ONE_OF and words[start + 1] == "of":
        return _one_of(words, start, index)
    start = after_opening(words, start, index)
    first = words[start].lower()
    if (first not in ARTICLES and first[-2:] not in ("'s", "’s")) or first in ("these", "those"):
        return None
    if words[index] == "were" and at(words, start - 1).lower() in ("if", "though", "unless"):
        return None
    head = head_of(words, start, index, clause=_in_clause(words, start))
    if head < 0 or words[head] != words[head].lower() or _begins_clause(words, start):
        return None
    one = words[head]
    if one in SEVERAL - _YET_ONE or one in _AS_MANY or not is_one_thing(one) or head == index - 1:
        return None
    if any(map(str.isdigit, noun)) and len(noun) != len("2024") and "/" not in noun:
        return None
    return Wrong(index, index, (_turned(words[index]),), AGREES.format(one))


def _does_not(words: Sequence[str], index: int) -> Wrong | None:
    """ "The roads in the north does not meet"."""
    return _after_one(words, index) if at(words, index + 1) == "not" else None


def _do_not(words: Sequence[str], index: int) -> Wrong | None:
    """ "The scheme for the villages do not need"."""
    return _after_several(words, index) if at(words, index + 1) == "not" else None


def _one_of(words: Sequence[str], start: int, index: int) -> Wrong | None:
    """ "One of the tenders were": not "one of the few that were"."""
    if words[start + 2] not in ("the", "these", "those", "our", "its", "their") or index - start > 6:
        return None
    inside = words[start + 3 : index]
    if not inside or any(each in FUNCTION or not each.isalpha() for each in inside) or not is_many(inside[-1]):
        return None
    return Wrong(index, index, (_turned(words[index]),), "does not agree with “one”")


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(("is", "was", "has"), _after_one),
        **dict.fromkeys(("are", "were", "have"), _after_several),
        "does": _does_not,
        "do": _do_not,
        **dict.fromkeys(map(third_person, _ACTIONS | _BOTH), _acts_as_one),
        **dict.fromkeys(_ACTIONS | _BOTH, _act_as_several),
    }
