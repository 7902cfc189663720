"""A verb that is not of the number of its subject, with other words between: "reports of noise has"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.number import (
    AGREES,
    DETERMINERS,
    LINKS,
    NOT_PLURAL,
    SEVERAL,
    TURNED,
    is_adverb,
    is_both,
    is_many,
    is_one,
    is_verb,
    third_person,
)
from clerkwell.proofing.grammar.phrases import FUNCTION, MANY
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends, in_question, opens
from clerkwell.proofing.grammar.word_classes import classes, is_plain, plain_of_past, plain_of_third
from clerkwell.proofing.text.tokens import listed

_LONGEST: Final = 16
_ARTICLES: Final = listed("the a an our its their these those this")
_INSIDE: Final = listed("the a an our its their this these each all his her")
# What ends a clause before the subject of the next, so that the subject begins after it.
_CLAUSES: Final = listed("that because although though while whereas but since so if unless")
_AS_MANY: Final = listed("mile year day week month hour pound metre percent minute pence thousand")
_AND: Final = listed("the its our their a an")
_ONE_OF: Final = listed("one each either every")
_SOME_OF: Final = listed("some most many several both")
# What is a verb in this form and nothing else, and is said of things: no subject of it is a person who may be several.
_ACTIONS: Final = listed(
    "carry continue exceed suggest require reflect demonstrate indicate depend apply include allow provide remain vary "
    "follow meet"
)
# Nouns too, so that less may stand after them.
_BOTH: Final = listed("show cover")
_ING: Final = listed(
    "parking housing planning funding training spending lighting cleaning recycling licensing heating dredging "
    "gritting littering building fly-tipping borrowing lending grazing"
)
_AFTER_VERB: Final = DETERMINERS | listed("little much more less that to within with on in at below above well")
_SHOWN: Final = listed("support growth progress concern")
_SAYING: Final = listed("say says show shows report reports claim claims state states means view fact note notes")


def _start(words: Sequence[str], index: int) -> int:
    """Where the clause begins whose verb stands at `index`; -1 where it is too far, or a mark stands between."""
    for where in range(index - 1, max(index - _LONGEST, -1), -1):
        if where < index - 1 and ends(words[where]):
            return where + 1 if words[where][-1] == "," or opens(words, where + 1) else -1
        if opens(words, where):
            return where + 1 if bare(words[where]) in _CLAUSES or words[where][0].isdigit() else where
        if words[where] in _CLAUSES and where < index - 2:
            return where + 1
    return -1


def _head(words: Sequence[str], start: int, index: int) -> int:
    """The noun that a phrase speaks of, where what follows it up to the verb is plain; -1 where it is not."""
    first = words[start].lower()
    where = start + (first in _ARTICLES)
    head = -1
    for place in range(where, index):
        word = words[place].lower()
        if word in LINKS:
            head = place - 1
            break
        if not word.isalpha() or word in FUNCTION or plain_of_past(word) or plain_of_third(word):
            return -1
    if head < where or (head == start and not is_many(words[head].lower())):
        return -1
    if any(is_many(words[place].lower()) for place in range(where, head)):
        return -1
    return head if _is_plain_tail(words, head + 1, index, named=first in _ARTICLES) else -1


def _is_plain_tail(words: Sequence[str], start: int, index: int, *, named: bool) -> bool:
    """Whether "of the old bridges" and the like is all that stands from one place to another."""
    fresh = True  # an article may stand here
    for place in range(start, index):
        raw = words[place]
        word = raw.lower()
        if not word.replace("-", "").isalpha() or (raw != word and not named):
            return False
        if word in LINKS:
            after = bare(at(words, place + 1))
            if not fresh and place + 1 >= index:
                return False
            if word == "to" and (is_plain(after) or (after in classes().both and at(words, place + 2) in DETERMINERS)):
                return False
            fresh = True
            continue
        if word in _INSIDE:
            if not fresh:
                return False
            fresh = False
            continue
        last = place == index - 1
        if word in MANY and not fresh and not last:
            continue
        if _is_no_noun(word, last=last, fresh=fresh) and not _joins_names(words, place):
            return False
        if not last and is_many(word) and at(words, place + 1) not in LINKS:
            return False
        fresh = False
    return not fresh and words[index - 1].lower() not in LINKS


def _is_no_noun(word: str, *, last: bool, fresh: bool) -> bool:
    ends_it = plain_of_past(word) and last
    return word in FUNCTION or is_adverb(word) or bool(ends_it) or (word.endswith("ing") and fresh and word not in _ING)


def _joins_names(words: Sequence[str], place: int) -> bool:
    """Whether "and" stands between two names: "at Harrow Lane and Quayside"."""
    return words[place] == "and" and words[place - 1][:1].isupper() and at(words, place + 1)[:1].isupper()


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
        return _joined(words, start, index) if words[index] in TURNED else None
    first = words[start].lower()
    if first in _SOME_OF and words[start + 1] == "of":
        return _some_of(words, start, index)
    if first == "a" and words[start + 1] == "number":
        return None  # "a number of complaints was" is said too
    head = _head(words, start, index)
    if head < 0:
        return _joined(words, start, index) if words[index] in TURNED else None
    several = words[head].lower()
    if not is_many(several) or several in NOT_PLURAL or first in ("a", "an", "this"):
        return None
    if first not in _ARTICLES and (start != head or at(words, head + 1) not in LINKS):
        return None
    if words[head] != several and head != start:
        return None  # "The Friends of the Park"
    if head == start and words[head] == several and at(words, start - 1) == "that" and is_both(several):
        before = bare(at(words, start - 2))
        if before not in _SAYING and (is_one(before) or is_many(before)):
            return None  # "The code that results from it is"
    return Wrong(index, index, (_turned(words[index]),), AGREES.format(words[head]))


def _turned(verb: str) -> str:
    if verb[-1] == "s" and verb[:-1] in _BOTH:
        return verb[:-1]
    return TURNED.get(verb) or plain_of_third(verb) or third_person(verb)


def _some_of(words: Sequence[str], start: int, index: int) -> Wrong | None:
    """ "Some of the responses was": not "some of the work"."""
    inside = words[start + 3 : index]
    if words[start + 2] not in ("the", "these", "those", "our", "its") or not 0 < len(inside) < 4:
        return None
    if any(each in FUNCTION or not each.isalpha() for each in inside) or not is_many(inside[-1]):
        return None
    if inside[-1] in NOT_PLURAL or any(is_many(each) for each in inside[:-1]):
        return None
    return Wrong(index, index, (_turned(words[index]),), AGREES.format(inside[-1]))


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
    if any(is_verb(bare(each)) for each in inside):
        return None  # "If an error occurs and the call is"
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
    if start < 0 or index - start < 4 or "or" in words[start:index]:
        return None
    if any(words[place] == "and" and not _joins_names(words, place) for place in range(start, index)):
        return None
    first = words[start].lower()
    if first in _ONE_OF and words[start + 1] == "of":
        return _one_of(words, start, index)
    if first not in _ARTICLES or first in ("these", "those"):
        return None
    if words[index] == "were" and at(words, start - 1).lower() in ("if", "though", "unless"):
        return None
    head = _head(words, start, index)
    if head < 0 or words[head] != words[head].lower():
        return None
    one = words[head]
    if one in SEVERAL or one in _AS_MANY or not is_one(one) or one.endswith(("ing", "s")):
        return None
    if words[head + 1] not in ("of", "for", "in", "to", "on", "from", "between") or any(map(str.isdigit, noun)):
        return None
    return Wrong(index, index, (_turned(words[index]),), AGREES.format(one))


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
        **dict.fromkeys(map(third_person, _ACTIONS | _BOTH), _acts_as_one),
        **dict.fromkeys(_ACTIONS | _BOTH, _act_as_several),
    }
