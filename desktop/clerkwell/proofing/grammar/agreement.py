"""A verb that is not of the number of its subject: "Open fields lies", "the number of bids have"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.noun_phrases import SAYS
from clerkwell.proofing.grammar.phrases import FUNCTION, MANY, of_kind, word_at
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends, in_question, opens
from clerkwell.proofing.grammar.word_classes import (
    classes,
    is_plural,
    is_singular,
    plain_of_past,
)
from clerkwell.proofing.text.tokens import listed

_VERB: Final = "does not agree"
_FINITE: Final = {
    "is": "are", "was": "were", "has": "have", "does": "do", "remains": "remain", "requires": "require",
    "provides": "provide", "includes": "include", "continues": "continue", "reflects": "reflect", "applies": "apply",
    "contains": "contain", "seeks": "seek", "lies": "lie", "comes": "come", "becomes": "become", "needs": "need",
    "relates": "relate", "shows": "show", "meets": "meet", "falls": "fall", "exists": "exist",
}  # fmt: skip
_ONLY_BEFORE: Final = {
    "lies": listed("to in within on outside between at beyond behind"),
    "needs": listed("to"),
    "shows": listed("that the a"),
    "meets": listed("the"),
    "falls": listed("to within"),
}
_OF_ONE: Final = {many: one for one, many in _FINITE.items() if one in ("is", "was", "has")}
_ARTICLES: Final = listed("the these those our its their")
_OF_KIND: Final = listed("existing remaining following outstanding housing parking")
_MEASURES: Final = listed("days weeks months years hours minutes miles metres times pounds points hectares acres")
_CLAUSES: Final = listed(
    "that because although though whether how why when where while if unless since until before after"
)
_HEADS: Final = listed("The These Those Our Its Their All Most Some Both Other Such")
_AMOUNTS: Final = listed(
    "deduction increase reduction charge fee cost saving budget sum payment grant loan deposit fine rise fall "
    "decrease contribution allocation pressure deficit surplus shortfall underspend overspend uplift discount target "
    "premium"
)
_SHOWN: Final = listed(
    "reflect provide include require deliver follow give allow enable ensure remain contribute comply demonstrate "
    "represent help relate depend arise"
)


def _subject(words: Sequence[str], index: int) -> int:
    """Where the subject of a verb begins, if it is plainly the whole of what a clause begins with; -1 else."""
    for where in range(index - 1, max(index - 6, -1), -1):
        if ends(words[where]):
            return -1
        if opens(words, where):
            return where
        if words[where] in _ARTICLES:
            return where if words[where - 1] in _CLAUSES else -1
        word = word_at(words, where)
        if where != index - 1 and not (word in MANY or (word and of_kind(word))):
            return -1
    return -1


def _finite(words: Sequence[str], index: int) -> Wrong | None:
    if found := _criteria(words, index):
        return found
    verb, noun = words[index], word_at(words, index - 1)
    if not noun or ends(words[index - 1]):
        return None
    if not (is_plural(noun) or noun == "people"):
        return _of_phrase(words, index)
    if verb in _ONLY_BEFORE and at(words, index + 1) not in _ONLY_BEFORE[verb]:
        return None
    begins = _subject(words, index)
    if begins < 0 or in_question(words, index) or not _speaks_of(words, begins, index):
        return None
    return Wrong(index - 1, index, (f"{words[index - 1]} {_FINITE[verb]}",), _VERB)


def _speaks_of(words: Sequence[str], begins: int, index: int) -> bool:
    """Whether the words up to a verb are its subject: no title, no name, no clause ("Cutting costs is")."""
    first = bare(words[begins])
    with_article = first in _ARTICLES or words[begins] in _HEADS
    if begins == index - 1 or (first in FUNCTION and not with_article):
        return False
    middle = [bare(each) for each in words[begins : index - 1]]
    counted = any(each[:1].isdigit() or each in MANY or each == "one" for each in middle)
    if counted and (words[begins] not in _HEADS or bare(words[index - 1]) in _MEASURES):
        return False  # "Two weeks is a long time"
    if any(each.endswith("ing") and each not in _OF_KIND for each in middle):
        return False
    if any(each[:1].isupper() for each in words[begins + 1 : index]):
        return False
    if begins == index - 2 and ("'" in words[begins] or "’" in words[begins]):
        return False
    return with_article or _plain_kind(middle)


def _plain_kind(middle: Sequence[str]) -> bool:
    """Whether words that begin a sentence without an article say of what kind a thing is: "Avoidable", "Open"."""
    known = classes()
    return all(each not in known.verbs and not plain_of_past(each) for each in middle)


def _criteria(words: Sequence[str], index: int) -> Wrong | None:
    """ "The criteria in the Plan is met"."""
    if words[index] not in ("is", "was", "has"):
        return None
    where = next((each for each in range(index - 1, max(index - 5, 0), -1) if words[each] == "criteria"), 0)
    if not where or any(ends(each) for each in words[where:index]):
        return None
    if where < index - 1 and words[where + 1] not in ("in", "for", "of", "on", "at", "below", "above"):
        return None
    before = words[where - 1]
    if before.lower() not in ("the", "these", "those", "eligibility"):
        return None
    if before[0].islower() and at(words, where - 2) not in _CLAUSES:
        return None
    return Wrong(where, index, (" ".join((*words[where:index], _FINITE[words[index]])),), _VERB)


def _of_phrase(words: Sequence[str], index: int) -> Wrong | None:
    """ "The terms of the lease is": the words before the first "of" are what is spoken of."""
    if words[index] not in ("is", "was", "has"):
        return None
    noun = word_at(words, index - 1)
    if not noun or ends(words[index - 1]) or not is_singular(noun):
        return None
    where = index - 1
    while where > max(index - 4, 0) and words[where] not in ("the", "this", "our"):
        where -= 1
        if ends(words[where]) or not words[where].isalpha():
            return None
    if words[where] not in ("the", "this", "our") or at(words, where - 1) not in ("of", "in", "for"):
        return None
    if any(not of_kind(bare(each)) or bare(each) in SAYS for each in words[where + 1 : index - 1]):
        return None  # "The results of the survey show demand is high"
    head = where - 2
    if head < 1 or not is_plural(words[head]) or words[head - 1] not in ("The", "These") or not opens(words, head - 1):
        return None
    if at(words, index + 1) == "to" or in_question(words, index):
        return None
    return Wrong(head, index, (" ".join((*words[head:index], _FINITE[words[index]])),), _VERB)


def _several_verb(words: Sequence[str], index: int) -> Wrong | None:
    """ "The number of permits issued have", "a deduction of 2% are"."""
    where = index - 1
    while where >= max(index - 6, 0) and not ends(words[where]) and words[where] != "of":
        # "The number of collisions and near misses have"
        if bare(words[where]) in FUNCTION and (words[where] != "and" or where == index - 1):
            return None
        where -= 1
    if where < 1 or words[where] != "of" or where == index - 1:
        return None
    verb, head = _OF_ONE[words[index]], words[where - 1]
    if head == "number":
        first = where - 3 if at(words, where - 2) in ("total", "overall", "average") else where - 2
        opened = at(words, first) == "The" and opens(words, first)
        return Wrong(index, index, (verb,), "does not agree with “number”") if opened else None
    amount = index - where == 2 and (words[where + 1][0] == "£" or words[where + 1][-1] == "%")
    article = at(words, where - 2)
    if not amount or head not in _AMOUNTS or article.lower() not in ("a", "an", "the"):
        return None
    if article.lower() == "the" and not opens(words, where - 2):
        return None
    return Wrong(where - 2, index, (" ".join((*words[where - 2 : index], verb)),), _VERB)


def _and(words: Sequence[str], index: int) -> Wrong | None:
    """ "The rise in costs is small and reflect a": the second verb goes with the same subject."""
    verb = at(words, index + 1)
    if verb not in _SHOWN or at(words, index + 2) not in ("a", "an", "the", "on", "to", "with", "from"):
        return None
    kind = bare(at(words, index - 1))
    if (
        at(words, index - 2) not in ("is", "was", "remains")
        or kind in FUNCTION
        or plain_of_past(kind)
        or kind.endswith("ing")
    ):
        return None
    if in_question(words, index):
        return None
    one = f"{verb[:-1]}ies" if verb.endswith("y") else f"{verb}s"
    return Wrong(index, index + 1, (f"and {one}",), _VERB)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(_FINITE, _finite),
        **dict.fromkeys(("are", "were", "have"), _several_verb),
        "and": _and,
    }
