"""Verbs parted from their subject by a clause or a phrase, and those of "which" and "each": "sites which is"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.count_nouns import COUNTED
from clerkwell.proofing.grammar.number import (
    AGREES,
    LINKS,
    NOT_PLURAL,
    PEOPLE,
    SEVERAL,
    TURNED,
    is_both,
    is_many,
    is_one,
    third_person,
)
from clerkwell.proofing.grammar.phrases import FINITE, FUNCTION, MANY
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends, in_question, opens
from clerkwell.proofing.grammar.word_classes import is_plain, is_plural, plain_of_past, plain_of_third
from clerkwell.proofing.text.tokens import listed

_ARTICLES: Final = listed("the these those our its their")
_SINGLE: Final = {"is": "are", "was": "were", "has": "have"}
_ASIDE: Final = listed("which who whose together along including if after as such")
_LONGEST: Final = 45
_ANY: Final = listed("the a an its our this each every any one their")
_ACTED: Final = listed(
    "show suggest include exceed require remain continue set reflect cover meet allow follow vary come provide rise "
    "fall carry demonstrate indicate depend apply"
)
_OBJECT: Final = listed(
    "the a an this that these those its our their each every all any some no to out from in on at for with by into "
    "above below between little much more two three four five"
)
_NO_CLAUSE: Final = listed("that which who whose whom what where when if whether as than while because although")
_EACH: Final = listed("school member ward bid option site tenant councillor officer bidder applicant council home "
                      "household property scheme project application proposal tender team service party road street "
                      "board committee contract building resident trustee governor school")  # fmt: skip


def _which(words: Sequence[str], index: int) -> Wrong | None:
    """ "The services which is provided": not "the list of services which is attached"."""
    noun, verb = at(words, index - 1), at(words, index + 1)
    noun = noun.lower()
    if verb not in _SINGLE or not (is_plural(noun) or noun == "services") or noun in NOT_PLURAL - {"services"}:
        return None
    if words[index] == "that" and at(words, index + 2)[:1] in ("", "a"):
        return None
    start = index - 1
    while start > 0 and not opens(words, start) and start > index - 9:
        before = at(words, start - 1)
        if before in LINKS | {"one", "that", "which"} or ends(before):
            break
        start -= 1
    lead = at(words, start - 1)
    if lead == "of" and at(words, start - 2) == "number" and at(words, start - 3).lower() == "a":
        lead = "that"
    if not opens(words, start) and lead != "that" and lead[-1:] != ",":
        return None
    phrase = [each.lower() for each in words[start : index - 1]]
    if any(
        plain_of_past(each) or plain_of_third(each) or is_plain(each) or is_both(each) or is_many(each)
        for each in phrase
    ):
        return None  # "The scheme repairs roads which is welcome"
    if phrase and is_both(noun) and phrase[-1] not in _ARTICLES | MANY:
        return None  # "The summary says who was told"
    many = not phrase or phrase[0] in _ARTICLES | MANY | {"any", "all", "some", "there"}
    if not many or any(each in FINITE for each in phrase if phrase[0] != "there"):
        return None
    if phrase and any(each in FUNCTION for each in phrase[1:]) and phrase[0] != "there":
        return None
    return Wrong(index + 1, index + 1, (_SINGLE[verb],), AGREES.format(noun))


def _each(words: Sequence[str], index: int) -> Wrong | None:
    """ "Each school have a plan", "neither option meet the need": not "costs for each school have"."""
    if not opens(words, index) and at(words, index - 1) not in ("that", "because", "and", "although"):
        return None
    if at(words, index + 1) == "of":
        return _each_of(words, index)
    where = index + 1
    noun, verb = at(words, where), at(words, where + 1)
    if noun not in _EACH or in_question(words, index):
        noun, verb = at(words, where + 1), at(words, where + 2)
        if noun not in _EACH or at(words, where) in FUNCTION or not at(words, where).isalpha():
            return None
        where += 1
    turned = _turned(verb)
    if not turned or (verb == "have" and at(words, where + 2) == "to"):
        return None
    if verb not in TURNED and at(words, where + 2) not in _OBJECT:
        return None
    if at(words, index - 1) in ("that", "and") and verb not in ("are", "have"):
        return None
    return Wrong(where + 1, where + 1, (turned,), AGREES.format(f"{words[index]} {noun}"))


def _each_of(words: Sequence[str], index: int) -> Wrong | None:
    """ "Neither of the two bids received for the kiosk meet the minimum"."""
    if at(words, index + 2) not in _ARTICLES or not opens(words, index):
        return None
    where, seen = index + 3, ""
    while where < min(len(words), index + 18):
        word = bare(words[where])
        if not seen:
            if is_many(word):
                seen = word
            elif (word in FUNCTION and word not in MANY) or not word.isalpha():
                return None
            where += 1
            continue
        if words[where] in ("are", "were", "have") or (words[where] in _ACTED and at(words, where + 1) in _OBJECT):
            before = bare(words[where - 1])
            if (
                before in ("and", "to", "not", "they", "we")
                or "who" in words[index:where]
                or "that" in words[index:where]
            ):
                return None
            turned = _turned(words[where])
            return None if in_question(words, index) else Wrong(where, where, (turned,), AGREES.format(words[index]))
        if word in _NO_CLAUSE or word in FINITE or ends(words[where]):
            return None
        where += 1
    return None


def _turned(verb: str) -> str:
    if verb in ("are", "were", "have"):
        return TURNED[verb]
    return third_person(verb) if verb in _ACTED else ""


def _aside(words: Sequence[str], index: int) -> Wrong | None:
    """ "The results of the survey, which was sent in May, shows": the aside between two commas is passed over."""
    if not 1 < index < 12 + _LONGEST or words[index - 1][-1] != "," or words[index] not in _ASIDE:
        return None
    start = index - 1
    while start > 0 and not opens(words, start) and not ends(words[start - 1]):
        start -= 1
    if not opens(words, start) or words[start].lower() not in _ANY | _ARTICLES | {"other", "all"} or index - start > 10:
        return None
    end = index
    while end < len(words) and words[end][-1] not in ",.;:?!":
        end += 1
    if end + 1 >= len(words) or words[end][-1] != "," or end - index > _LONGEST:
        return None
    number = _number_of(words, start, index)
    verb = at(words, end + 1)
    after = at(words, end + 2)
    if number == "one":
        sure = verb in {"are", "were", "have"} or (verb in _ACTED and verb != "set" and after in _OBJECT)
    elif number == "several":
        third = plain_of_third(verb) in _ACTED or (is_both(verb) and verb[:-1] in _ACTED)
        sure = verb in {"is", "was", "has"} or (third and after in _OBJECT)
    else:
        return None
    if not sure or in_question(words, end):
        return None
    better = TURNED.get(verb) or (third_person(verb) if number == "one" else plain_of_third(verb) or verb[:-1])
    return Wrong(end + 1, end + 1, (better,), AGREES.format(_named(words, start, index)))


def _head(words: Sequence[str], start: int, end: int) -> int:
    """Where the noun stands that is spoken of: the last before a preposition, or before the aside."""
    for where in range(start + 1, end):
        word = bare(words[where]).lower()
        if word in LINKS:
            return where - 1
        if word in FUNCTION or plain_of_past(word) or plain_of_third(word) or not word.replace("-", "").isalpha():
            return -1
    return end - 1


def _number_of(words: Sequence[str], start: int, end: int) -> str:
    """Whether one or several are spoken of from one word to another; "" where that is not certain."""
    head = _head(words, start, end)
    if head <= start or {"and", "or", "who", "which", "that"} & {bare(each) for each in words[start:end]}:
        return ""
    if any(bare(each) in FINITE for each in words[start:end]):
        return ""
    noun = bare(words[head]).lower()
    if noun in SEVERAL or noun in PEOPLE or noun in NOT_PLURAL:
        return ""
    if is_many(noun):
        return "several" if words[start].lower() in _ARTICLES | {"other", "all"} else ""
    if noun in COUNTED or (is_one(noun) and not noun.endswith("s")) or noun in ("master", "mayor", "leader", "clerk"):
        return "one" if words[start].lower() in _ANY - {"their"} else ""
    return ""


def _named(words: Sequence[str], start: int, end: int) -> str:
    return bare(words[_head(words, start, end)])


def _the_number(words: Sequence[str], index: int) -> Wrong | None:
    """ "The number of households in temporary accommodation have fallen"."""
    where = index + 1 + (at(words, index + 1) in ("total", "overall"))
    if at(words, where) != "number" or at(words, where + 1) != "of" or not opens(words, index):
        return None
    for place in range(where + 2, min(where + 14, len(words))):
        word = words[place]
        if word in ("are", "were", "have"):
            return None if in_question(words, place) else Wrong(place, place, (TURNED[word],), AGREES.format("number"))
        if (
            ends(word)
            or word in FINITE
            or word in _NO_CLAUSE
            or (word in ("we", "they", "it", "and") and word != "and")
        ):
            return None
    return None


def _both(words: Sequence[str], index: int) -> Wrong | None:
    """ "Both has since reopened"."""
    verb = at(words, index + 1)
    if verb not in _SINGLE or not opens(words, index) or in_question(words, index):
        return None
    return Wrong(index + 1, index + 1, (_SINGLE[verb],), AGREES.format(words[index]))


def _there(words: Sequence[str], index: int) -> Wrong | None:
    """ "There is currently 14 vacancies"."""
    verb, how, number = (at(words, index + each) for each in (1, 2, 3))
    if verb not in ("is", "was") or how not in (
        "currently",
        "now",
        "also",
        "still",
        "only",
        "about",
        "around",
        "nearly",
    ):
        return None
    if not (number in MANY or (number.isdigit() and int(number) > 1)):
        return None
    for where in (index + 4, index + 5):
        noun = bare(at(words, where))
        if is_plural(noun) and noun not in NOT_PLURAL:
            return Wrong(index + 1, index + 1, (TURNED[verb],), AGREES.format(noun))
        if noun in FUNCTION:
            return None
    return None


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(_ASIDE - {"which", "who"}, _aside),
        "which": _which_or_aside,
        "who": _which_or_aside,
        "that": _which,
        "The": _the_number,
        **dict.fromkeys(
            ("Each", "Every", "Neither", "Either", "each", "every", "neither", "either", "One"), _each_or_one
        ),
        **dict.fromkeys(
            (
                "Both",
                "Several",
                "Many",
            ),
            _both,
        ),
        **dict.fromkeys(("There", "there"), _there),
    }


def _which_or_aside(words: Sequence[str], index: int) -> Wrong | None:
    return _aside(words, index) if words[index - 1][-1] == "," else _which(words, index)


def _each_or_one(words: Sequence[str], index: int) -> Wrong | None:
    return _each_of(words, index) if words[index] == "One" and at(words, index + 1) == "of" else _each(words, index)
