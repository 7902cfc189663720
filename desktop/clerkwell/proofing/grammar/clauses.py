"""Verbs that are not of the number of what stands just before them, where a sentence or a clause begins."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.count_nouns import COUNTED
from clerkwell.proofing.grammar.number import (
    AGREES,
    BOTH_THIRD,
    DETERMINERS,
    LINKS,
    NOT_PLURAL,
    PEOPLE,
    SEVERAL,
    TURNED,
    is_adverb,
    is_both,
    is_many,
    third_person,
)
from clerkwell.proofing.grammar.phrases import FUNCTION
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends, in_question, opens, sentence_from
from clerkwell.proofing.grammar.word_classes import is_plain, plain_of_third
from clerkwell.proofing.text.tokens import listed

_BOTH_BASE: Final = listed(
    "show support cover help need mean affect reflect want require attract start end cause force"
)
_THIS: Final = listed(
    "mean allow provide include require enable ensure reflect represent show make give follow contain apply seek help "
    "bring reduce create remain increase demonstrate describe explain meet set cover leave become depend identify"
)
_AFTER_THIS: Final = listed("to for people staff residents users")


def _who(words: Sequence[str], index: int) -> Wrong | None:
    """ "Residents who lives", "those that needs", "the company which operate"."""
    raw, verb = at(words, index - 1), at(words, index + 1)
    noun, after = raw.lower(), at(words, index + 2)
    if not verb.isalpha() or not verb.islower() or not noun.isalpha():
        return None
    two_before = at(words, index - 2).lower()
    if noun == "those" or (
        words[index] in ("who", "that") and is_many(noun) and noun not in NOT_PLURAL and noun != "services"
    ):
        if not {"one", "each", "only", "every"}.isdisjoint(map(bare, words[max(index - 5, 0) : index])):
            return None
        if words[index] == "that" and noun != "those" and not opens(words, index - 1):
            return None
        if noun != "those" and not (opens(words, index - 1) or two_before in ("the", "all", "those", "any", "some")):
            return None
        if noun != "those" and two_before == "the" and at(words, index - 3) == "of":
            return None
        third = plain_of_third(verb) or (verb[:-1] if verb in BOTH_THIRD or is_both(verb) else "")
        if verb in ("is", "was", "has"):
            return Wrong(index + 1, index + 1, (TURNED[verb],), AGREES.format(raw))
        if third and (plain_of_third(verb) or after in DETERMINERS or verb in ("lives", "works", "rents")):
            return Wrong(index + 1, index + 1, (third,), AGREES.format(raw))
        return None
    if words[index] == "which" or words[index] == "who":
        if noun not in COUNTED or noun in SEVERAL or two_before not in ("a", "an", "each", "every", "the", "any"):
            return None
        if is_plain(verb) and after in DETERMINERS and at(words, index - 3) != "of":
            return Wrong(index + 1, index + 1, (third_person(verb),), AGREES.format(raw))
    return None


def _opening(words: Sequence[str], index: int) -> Wrong | None:
    """ "The survey show that", "The proposals supports the", "This mean that"."""
    if not opens(words, index):
        return None
    first, verb = words[index], at(words, index + 1)
    if first in ("This", "It") and verb in _THIS:
        after = at(words, index + 2)
        if (after in DETERMINERS or after in _AFTER_THIS) and not in_question(words, index):
            return Wrong(index + 1, index + 1, (third_person(verb),), AGREES.format(first))
        return None
    if first == "It":
        return None
    for where in (index + 1, index + 2):
        noun, verb = at(words, where), at(words, where + 1)
        if not noun.isalpha() or not noun.islower() or noun in FUNCTION or is_adverb(noun):
            return None
        if where == index + 2 and is_many(words[where - 1]):
            return None
        better = _of_number(first, noun, verb, at(words, where + 2)) if verb.isalpha() and verb.islower() else ""
        if better and not in_question(words, where):
            return Wrong(where + 1, where + 1, (better,), AGREES.format(noun))
    return None


def _of_number(first: str, noun: str, verb: str, after: str) -> str:
    """The verb in the number of the noun before it, where it has the other; "" where nothing is wrong."""
    if noun in COUNTED and noun not in SEVERAL and noun not in PEOPLE and first not in ("These", "Those"):
        plain = is_plain(verb) and (after in DETERMINERS or after in ("to", "for", "on", "that"))
        both = verb in _BOTH_BASE and after in ("a", "an", "that", "half", "all")
        return third_person(verb) if plain or both else ""
    if not is_many(noun) or noun in NOT_PLURAL or first == "This":
        return ""
    if after not in DETERMINERS and not after[:1].isdigit():
        return ""
    return plain_of_third(verb) or (verb[:-1] if verb in BOTH_THIRD - {"works", "plans"} else "")


def _there(words: Sequence[str], index: int) -> Wrong | None:
    """ "There remains concerns about"."""
    if at(words, index + 1) not in ("remains", "exists", "appears"):
        return None
    for where in (index + 2, index + 3):
        noun = at(words, where)
        plain = bare(noun)
        if not plain.isalpha() or plain in FUNCTION - {"some", "several", "many"}:
            return None
        if is_many(plain) and (ends(noun) or at(words, where + 1) in LINKS or at(words, where + 1) == "that"):
            return Wrong(index + 1, index + 1, (words[index + 1][:-1],), AGREES.format(plain))
    return None


def _and(words: Sequence[str], index: int) -> Wrong | None:
    """ "The award follows a tender and deliver the": the second verb goes with the same subject."""
    verb = at(words, index + 1)
    if at(words, index + 2) not in DETERMINERS or not is_plain(verb) or ends(words[index - 1]):
        return None
    begins = sentence_from(words, index)
    begins += words[begins][:1].isdigit()
    if at(words, begins) not in ("The", "This", "It", "A", "An", "Our", "Its", "Each") or index - begins > 16:
        return None
    between = [bare(each) for each in words[begins + 1 : index]]
    where = next((place for place, each in enumerate(between[:4]) if _goes_with_one(each)), -1)
    if where < 0 or (where == 0) != (words[begins] in ("It", "This") and _goes_with_one(between[0])):
        return None
    if any(is_many(each) for each in between[:where]) or not _NO_SECOND.isdisjoint(between):
        return None
    if any(is_plain(each) for each in between[where + 1 :]) or in_question(words, index):
        return None
    return Wrong(index, index + 1, (f"and {third_person(verb)}",), AGREES.format(bare(words[begins + where])))


def _goes_with_one(word: str) -> bool:
    return bool(plain_of_third(word)) or word in ("has", "is", "covers", "sets", "reports", "supports", "shows")


_NO_SECOND: Final = listed(
    "to will would should must can could may might shall do does did not that which who how where when what whether "
    "if helps help makes make lets let sees us them people officers members residents councils authorities tenants "
    "they we you both and either or"
)


def _remain(words: Sequence[str], index: int) -> Wrong | None:
    """ "Over five years the Fund remain ahead": not "it will let the Fund remain"."""
    noun, before = bare(at(words, index - 1)), at(words, index - 2).lower()
    if before not in ("the", "this", "its", "our") or ends(words[index - 1]) or noun in SEVERAL or noun in PEOPLE:
        return None
    if not (noun in COUNTED or noun in ("fund", "scheme", "service", "forecast", "position", "rate")) or in_question(
        words, index
    ):
        return None
    clause = {bare(each) for each in words[max(sentence_from(words, index), index - 12) : index - 1]}
    if not _NO_SUBJECT.isdisjoint(clause) or any(is_plain(each) for each in clause):
        return None
    return Wrong(index, index, (third_person(words[index]),), AGREES.format(at(words, index - 1)))


_NO_SUBJECT: Final = listed(
    "that do does did will would can could should must may might shall let lets help make and or of if whether lest "
    "to where"
)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(("who", "that", "which"), _who),
        **dict.fromkeys(("The", "This", "It", "These", "Our", "Its", "Those"), _opening),
        **dict.fromkeys(("There", "there"), _there),
        "and": _and,
        **dict.fromkeys(("remain", "continue", "exceed"), _remain),
    }
