"""The noun that a subject speaks of, however long it is: "the estimated cost of the drains at Mill Lane" is a cost."""

from collections.abc import Sequence
from typing import Final

from clerkwell.proofing.grammar.number import (
    DETERMINERS,
    LINKS,
    is_adverb,
    is_both,
    is_many,
    is_one,
)
from clerkwell.proofing.grammar.phrases import FINITE, FUNCTION, MANY
from clerkwell.proofing.grammar.raw import at, bare, ends, sentence_from
from clerkwell.proofing.grammar.word_classes import classes, is_plain, plain_of_past, plain_of_third
from clerkwell.proofing.text.tokens import listed

ARTICLES: Final = listed("the a an our its their these those this")
_INSIDE: Final = ARTICLES | listed("each all his her every")
_PREPOSITIONS: Final = LINKS | listed(
    "above behind below near during since via outside across along over through without towards around among beyond"
)
# A clause may begin after one of these: "the figures for May show demand is rising".
SAYS: Final = listed(
    "show shows mean means suggest report reports state states claim claims say believe think note notes feel hope "
    "estimate forecast reveal prove help let make require allow need want find know see"
)
_SAID: Final = listed(
    "said agreed noted asked thought believed reported told found felt hoped warned showed meant argued claimed stated "
    "confirmed let helped saw knew made"
)
_HEADS_TOO: Final = listed("reserves details minutes responses comments increases estimates forecasts")
_KINDS: Final = listed("more further other additional new extra remaining")
_LONGEST: Final = 9
_BEGINS: Final = listed("over in at by during since following for after before last this as on under within until")
_STARTS: Final = listed("the its our their these")
_OWNERS: Final = ("'s", "’s", "s'", "s’")


def after_opening(words: Sequence[str], start: int, index: int) -> int:
    """Where the subject begins after what tells when or where: "Over three years the Fund's holdings has"."""
    if words[start].lower() not in _BEGINS:
        return start
    for place in range(start + 2, index):
        if words[place] not in _STARTS:
            continue
        before = words[place - 1]
        plain = bare(before)
        if (
            plain in FUNCTION
            or plain_of_past(plain)
            or (plain.endswith("ing") and plain != "meeting")
            or plain in _PREPOSITIONS
        ):
            continue
        done = any(plain_of_past(bare(each)) or bare(each) in FINITE for each in words[start + 1 : place])
        return start if done else place
    return start


def _is_gerund(word: str) -> bool:
    return word.endswith("ing") and word != "meeting"


def is_led_to(words: Sequence[str], start: int) -> bool:
    """Whether nothing but when or where it was stands before a subject and its comma: "Following the survey,"."""
    begins = sentence_from(words, start)
    if begins == start or words[begins].lower() not in _BEGINS or start - begins > _LONGEST:
        return False
    return all(not ends(each) and bare(each) not in FINITE for each in words[begins : start - 1])


def head_of(words: Sequence[str], start: int, index: int, *, clause: bool = False) -> int:
    """The noun that the words up to a verb speak of, where all that follows it is plain; -1 where it is not certain.

    In a `clause` that something before it may belong to, a participle may be its verb.
    """
    first = words[start].lower()
    led = first in ARTICLES or first.endswith(_OWNERS)
    where = start + led
    head = -1
    for place in range(where, index):
        raw = words[place]
        word = raw.lower()
        if word in _PREPOSITIONS or (place > where and _is_done(words, place)):
            head = place - 1
            break
        if word.endswith(_OWNERS):
            where = place + 1
        elif not _may_lead(words, place, where, index):
            return -1
    else:
        head = index - 1
    if head < where or (head == start and not is_many(words[head].lower())):
        return -1
    if any(is_many(words[place].lower()) for place in range(where, head)):
        return -1
    return head if _is_plain_tail(words, head + 1, index, named=led, clause=clause) else -1


def _may_lead(words: Sequence[str], place: int, where: int, index: int) -> bool:
    """Whether a word may stand between the article and the preposition: "the estimated cost of"."""
    word, after = words[place].lower(), at(words, place + 1)
    if word in MANY or word in _KINDS:
        return place + 1 < index and after not in _PREPOSITIONS
    if not word.replace("-", "").isalpha() or word in FUNCTION or is_adverb(word):
        return False
    if plain_of_past(word):
        return place == where and after.isalpha() and after not in FUNCTION and place + 1 < index
    if plain_of_third(word):
        return word in _HEADS_TOO and place == where
    return not is_plain(word)


def _is_done(words: Sequence[str], place: int) -> bool:
    """Whether a participle with a preposition stands there: "the bids received in March"."""
    word = words[place].lower()
    return word not in _SAID and at(words, place + 1) in _PREPOSITIONS and bool(plain_of_past(word))


def _is_plain_tail(words: Sequence[str], start: int, index: int, *, named: bool, clause: bool) -> bool:
    """Whether "of the old bridges" and the like is all that stands from one place to another."""
    if start == index:
        return named
    fresh = True  # an article may stand here
    for place in range(start, index):
        word = words[place].lower()
        if word in _PREPOSITIONS:
            if (not fresh and place + 1 >= index) or (word == "to" and _does(words, place + 1)):
                return False
            fresh = True
        elif word in _INSIDE:
            if not fresh:
                return False
        elif _joins(words, place):
            fresh = True
        elif not (word in MANY and place < index - 1):
            if not (word.endswith(_OWNERS) or _is_figure(words[place])) and not _is_part(
                words, place, index, fresh=fresh, named=named, clause=clause
            ):
                return False
            fresh = False
    return not fresh and words[index - 1].lower() not in _PREPOSITIONS


def _does(words: Sequence[str], place: int) -> bool:
    """Whether what stands after "to" is a verb."""
    after = bare(at(words, place))
    return is_plain(after) or (after in classes().both and at(words, place + 1) in DETERMINERS)


def _is_part(words: Sequence[str], place: int, index: int, *, fresh: bool, named: bool, clause: bool) -> bool:
    """Whether a word is of the phrase: a noun, what is said of it, or a participle with what follows."""
    raw, last = words[place], place == index - 1
    word = raw.lower()
    if not word.replace("-", "").isalpha() or (raw != word and not named):
        return False
    if _is_no_noun(words, place, fresh=fresh, last=last, clause=clause):
        return False
    return last or not is_many(word) or _may_follow(words, place + 1)


def _is_figure(raw: str) -> bool:
    return (
        raw.replace("/", "").isdigit() or (raw[0] == "£" and raw[-1].isdigit()) or (raw[-1] == "%" and raw[0].isdigit())
    )


def _joins(words: Sequence[str], place: int) -> bool:
    """Whether "and" stands there that does not begin a clause; whether two things are joined is another question."""
    return words[place] == "and" and at(words, place - 1) not in FUNCTION


def _may_follow(words: Sequence[str], place: int) -> bool:
    """What may stand after a plural within a phrase, so that no clause of its own begins there."""
    return words[place] in _PREPOSITIONS or words[place] == "and" or _is_done(words, place)


def _is_no_noun(words: Sequence[str], place: int, *, fresh: bool, last: bool, clause: bool) -> bool:
    word = words[place].lower()
    if _is_done(words, place):
        return clause
    if word in FUNCTION or is_adverb(word) or plain_of_third(word):
        return True
    before = bare(at(words, place - 1))
    led = fresh or before in _INSIDE
    if plain_of_past(word):
        return clause or last or not led
    if not led and (is_plain(word) or (word in SAYS and not last)):
        return True
    # "The homes in the village need the": a verb, and what it does.
    return not last and not led and (word in classes().both or is_both(word)) and at(words, place + 1) in DETERMINERS


def is_one_thing(word: str) -> bool:
    """Whether a noun in small letters speaks of one thing and may be the head of a phrase."""
    return is_one(word) and not word.endswith(("ing", "s"))
