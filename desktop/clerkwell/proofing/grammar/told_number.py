"""Subjects that a word before them tells to be several, or one: "all schools has", "70% of members has"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.number import AGREES, NOT_PLURAL, TURNED, is_both, is_many, is_one
from clerkwell.proofing.grammar.phrases import FINITE, FUNCTION, MANY
from clerkwell.proofing.grammar.raw import Look, Wrong, at, bare, ends, in_question, opens
from clerkwell.proofing.grammar.word_classes import is_done, plain_of_third
from clerkwell.proofing.text.tokens import listed

_SEVERAL: Final = listed("all both these those several many few")
_CLAUSES: Final = listed(
    "that because when if where until once since so but although whereas after before while unless"
)
_AFTER_ALL: Final = listed("the its our their of")
# Of money a sum is spoken of, and not the single pounds: "5% of fees is".
_SUMS: Final = listed(
    "sales fees costs receipts charges savings rents payments takings earnings proceeds funds revenues reserves rates "
    "assets deposits liabilities wages salaries emissions"
)
_UNTOLD: Final = NOT_PLURAL | _SUMS
_PERCENT: Final = listed("percent cent")
_LONGEST: Final = 5
_FIRMS: Final = listed(
    "contractor consultant adviser actuary operator applicant developer landlord tenant owner bidder supplier provider "
    "architect surveyor agent company firm auditor lessee purchaser"
)
_OF_FIRMS: Final = listed("expect propose intend plan offer ask believe hope estimate want have are were")
_ENDINGS: Final = listed("Limited Ltd LLP plc PLC Partnership Partners Associates Group")
_NUMBER_OF: Final = listed("in on at waiting using receiving claiming living attending")


def _every(words: Sequence[str], index: int) -> Wrong | None:
    """ "That all schools has been asked", "all staff understands": not "the cost of all schools is"."""
    before = at(words, index - 1)
    if not (opens(words, index) or ends(before) or before in _CLAUSES):
        return None
    where = index + 1
    while at(words, where) in MANY | _AFTER_ALL and where < index + 3:
        where += 1
    for place in range(where, where + _LONGEST - 2):
        noun, verb = at(words, place), at(words, place + 1)
        if not noun.isalpha() or not noun.islower() or noun in FUNCTION or noun.endswith("ly"):
            return None
        several = is_many(noun) and noun not in NOT_PLURAL
        if not (several or (noun == "staff" and words[index].lower() == "all")):
            continue
        if verb in ("is", "was", "has"):
            return (
                None if in_question(words, place) else Wrong(place + 1, place + 1, (TURNED[verb],), AGREES.format(noun))
            )
        plain = plain_of_third(verb)
        if plain and not is_both(verb) and not is_many(verb) and not ends(verb):
            return None if in_question(words, place) else Wrong(place + 1, place + 1, (plain,), AGREES.format(noun))
        if not (is_many(verb) or is_one(verb)):
            return None  # "all school places is": the noun is still to come
    return None


def _and_several(words: Sequence[str], index: int) -> Wrong | None:
    """ "…, and paper copies was left in the library": a clause of its own, with nothing before its noun."""
    verb, noun = words[index], at(words, index - 1)
    if not is_done(bare(at(words, index + 1))):
        return None
    for where in range(index - 2, max(index - 5, 0), -1):
        word = words[where]
        if word == "and":
            before = at(words, where - 1)
            led = before[-1:] == "," and any(each in FINITE for each in words[max(where - 25, 0) : where])
            return Wrong(index, index, (TURNED[verb],), AGREES.format(noun)) if led else None
        if not word.isalpha() or not word.islower() or word in FUNCTION or word.endswith(("ing", "ed", "ly")):
            return None
    return None


def _percent(words: Sequence[str], index: int) -> Wrong | None:
    """ "71 per cent of active members has": not "5% of fees is", "a rise of 3% of homes is"."""
    noun = words[index - 1]
    for where in range(index - 2, max(index - 6, 0), -1):
        word = words[where]
        if word == "of":
            first = where - 1
            if words[first] in _PERCENT:
                first -= 1 + (words[first] == "cent" and at(words, first - 1) == "per")
            share = words[first].endswith("%") or first < where - 1
            before = at(words, first - 1)
            led = (
                opens(words, first) or ends(before) or before in _CLAUSES | {"and", "only", "about", "around", "nearly"}
            )
            told = share and led and words[first][:1].isdigit()
            return Wrong(index, index, (TURNED[words[index]],), AGREES.format(noun)) if told else None
        if not word.isalpha() or (word in FUNCTION and word not in ("the", "our", "its", "these", "all")):
            return None
    return None


def _is(words: Sequence[str], index: int) -> Wrong | None:
    noun = at(words, index - 1)
    if noun[:1].isupper():
        return _joined_names(words, index)
    if not is_many(noun) or noun in _UNTOLD:
        return None
    return _percent(words, index) or _and_several(words, index)


def _joined_names(words: Sequence[str], index: int) -> Wrong | None:
    """ "The Schools Block and the Early Years Block pays", "Sport England and Natural England supports"."""
    start = index - 1
    if not words[start][:1].isupper():
        return None
    while start > max(index - 12, 0) and not opens(words, start):
        start -= 1
    names = words[start:index]
    if not opens(words, start) or names.count("and") != 1 or any(ends(each) for each in names):
        return None
    middle = names.index("and")
    one, other = list(names[:middle]), list(names[middle + 1 :])
    led = one[:1] == ["The"] and other[:1] == ["the"]
    if led:
        one, other = one[1:], other[1:]
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1] or not all(each[:1].isupper() for each in (*one, *other)):
        return None
    verb = words[index]
    return Wrong(
        index, index, (TURNED.get(verb) or plain_of_third(verb) or verb[:-1],), "does not agree with the two before it"
    )


def _firm(words: Sequence[str], index: int) -> Wrong | None:
    """ "The main contractor, Pallis Build Limited, expect to": one firm."""
    last = index - 1
    if bare(words[last]) not in {each.lower() for each in _ENDINGS} or words[last][-1] != ",":
        return None
    first = last
    while first > max(last - 6, 0) and words[first][:1].isupper() and at(words, first - 1)[-1:] != ",":
        first -= 1
    kind = bare(at(words, first - 1))
    before = [each.lower() for each in words[max(first - 4, 0) : first - 1]]
    article = next((at for at, each in enumerate(before) if each in ("the", "our", "its")), -1)
    if kind not in _FIRMS or article < 0 or "and" in before[article:]:
        return None
    verb = words[index]
    one = TURNED.get(verb) or (f"{verb}s")
    return Wrong(index, index, (one,), AGREES.format(kind))


def _the_number(words: Sequence[str], index: int) -> Wrong | None:
    """ "But the number in residential care have risen"."""
    if at(words, index - 1) != "the" or at(words, index + 1) not in _NUMBER_OF:
        return None
    if at(words, index - 2) not in ("but", "and", "while", "that", "because") and not ends(at(words, index - 2)):
        return None
    for place in range(index + 2, min(index + 8, len(words))):
        word = words[place]
        if word in ("are", "were", "have"):
            return Wrong(place, place, (TURNED[word],), AGREES.format("number"))
        if ends(word) or word in FINITE or word in ("that", "which", "who", "we", "they", "and"):
            return None
    return None


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys(_SEVERAL | {each.capitalize() for each in _SEVERAL}, _every),
        **dict.fromkeys(("is", "was", "has"), _is),
        **dict.fromkeys(("pays", "supports", "agrees", "considers", "provides", "asks", "objects"), _joined_names),
        **dict.fromkeys(_OF_FIRMS, _firm),
        "number": _the_number,
    }
