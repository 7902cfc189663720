"""A verb that has not the form its place asks for: "will held", "should be spend", "is expected to signed"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.phrases import DETERMINERS, MANY
from clerkwell.proofing.grammar.raw import FORM, LACKS, Look, Wrong, at, bare, ends, in_question, sentence_from
from clerkwell.proofing.grammar.word_classes import (
    classes,
    is_plain,
    is_plural,
    participle,
    plain_of_past,
    plain_of_third,
)
from clerkwell.proofing.text.tokens import listed

_PREPOSITIONS: Final = listed(
    "by in on at as to from with for of under through during before after until within into over between against upon "
    "when while where if because since and or but which that per via across about throughout"
)
# After these a modal has its subject behind it, or is none: "only then will revised plans", "the will expressed".
_NOT_BEFORE_MODAL: Final = listed(
    "the a an his her their its my our your no of free political own good last goodwill only nor neither then "
    "how what why when where so living and/or"
)
_OF_BEING: Final = listed("given based compared provided followed combined and/or informed limited")
_ADVERBS: Final = listed(
    "not also now then therefore still soon only always never already often again first either thus"
)
# Verbs of what happens: "will commenced" is "will commence".
_HAPPENS: Final = listed(
    "commence continue remain rise fall arise occur begin come go become happen expire proceed attend appear seem "
    "have decrease consist comprise depend rely belong benefit respond know think"
)
_WANT_TO: Final = listed(
    "need needs has have had "
    "expected likely unlikely able unable intended hoped seeks seek aims aim wishes wish intends intend decided "
    "continues order tends tend hopes hope wants want failed fails fail agreed planned scheduled asked invited "
    "required obliged ought attempts trying unwilling willing keen ready permitted allowed encouraged instructed "
    "authorised"
)
# "Agreed to revised terms", "allowed to increased numbers": of these only where nothing is said of a thing.
_OF_A_THING: Final = listed("agreed planned asked required allowed ready failed fails fail")
# Of these it is the plain form alone that can stand after "to": "allow users to selects", "how to enters".
_TO_DO: Final = listed(
    "how what where whether when them him her us people members cabinet council committee board time able group team"
)
_THOUGHT: Final = listed("considered deemed believed expected intended unlikely aims seeks hopes able unable")
_WHERE_TO: Final = listed("extent degree same point full north south east west contrary council committee")
_CLEFT: Final = listed(
    "do does did doing done can what all only thing step stage option options choice choices task tasks "
    "recommendation first second third last either whether word words verb duty next best action actions instruction "
    "aim purpose"
)
_MEETING: Final = listed(
    "january february march april may june july august september october november december spring summer autumn winter"
)
_THINGS: Final = {
    "spend": "spent",
    "use": "used",
    "hold": "held",
    "make": "made",
    "take": "taken",
    "show": "shown",
    "find": "found",
    "build": "built",
    "meet": "met",
    "lead": "led",
    "carry": "carried",
    "pay": "paid",
    "update": "updated",
    "sign": "signed",
    "move": "moved",
    "grant": "granted",
    "issue": "issued",
    "purchase": "purchased",
}
_ON: Final = listed("by on in at to for from with as out under through during before after until within over")
_BEFORE_BE: Final = listed("will would should must can could may to not cannot")
_BEFORE_BEEN: Final = listed("has have had not")
# Of these the subject may be what is had or done: "the powers they have include", "what it is is agree".
_PRONOUNS: Final = listed("there it they we he she this that you i people to will not what")
_NO_SUBJECT: Final = listed("year week day month night decade came went come one ones all those what that long just")
_SOMETHING: Final = listed("the a an its their our your several these")
_NO_PLAIN: Final = listed("include comprise range consist remain vary relate apply appear seem become exist tend")


def _adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 4 and word.isalpha() and not is_plain(word))


def _past_adverbs(words: Sequence[str], index: int) -> int:
    while _adverb(at(words, index)):
        index += 1
    return index


def _joined(words: Sequence[str], first: int, last: int, *more: str) -> str:
    return " ".join((*words[first:last], *more))


def _verb_at(words: Sequence[str], index: int) -> str:
    """The word where it is written in small letters and nothing but perhaps an end stands at it."""
    word = at(words, index)
    plain = bare(word)
    return plain if plain.isalpha() and word.startswith(plain) else ""


def _after_modal(words: Sequence[str], index: int) -> Wrong | None:
    before = bare(at(words, index - 1))
    if not before or before in _NOT_BEFORE_MODAL:
        return None
    where = _past_adverbs(words, index + 1)
    verb = _verb_at(words, where)
    plain = plain_of_past(verb)
    third = "" if plain else plain_of_third(verb)
    if not (plain or third) or plain == "be" or in_question(words, where):
        return None
    if words[index] in ("can", "could", "may", "might") and (verb in _OF_BEING or _as_they_can(words, index)):
        return None
    if third:
        return Wrong(index, where, (_joined(words, index, where, third),), FORM)
    after = "" if ends(words[where]) else at(words, where + 1)
    as_plain = _joined(words, index, where, plain)
    # The past of an irregular verb is no participle: "will wrote".
    if after in DETERMINERS or plain in _HAPPENS or participle(plain) not in (verb, ""):
        return Wrong(index, where, (as_plain,), FORM)
    done = _joined(words, index, where, "be", verb)
    return Wrong(index, where, (done,) if after == "by" else (done, as_plain), LACKS)


def _as_they_can(words: Sequence[str], index: int) -> bool:
    """ "As soon as they can located nearby", "what it could combined with"."""
    return not {"as", "than", "what", "wherever", "whatever"}.isdisjoint(map(bare, words[max(index - 6, 0) : index]))


def _after_will(words: Sequence[str], index: int) -> Wrong | None:
    """ "The audit will place in May"."""
    if at(words, index + 1) == "place" and at(words, index + 2) in ("in", "on"):
        when = bare(at(words, index + 3))
        if when in _MEETING or when.isdigit():
            return Wrong(index, index + 1, (f"{words[index]} take place",), LACKS)
    return _after_modal(words, index)


def _after_be(words: Sequence[str], index: int) -> Wrong | None:
    where = _past_adverbs(words, index + 1)
    verb, before = _verb_at(words, where), bare(at(words, index - 1))
    if not verb or before == "it" or "there" in map(bare, words[max(index - 3, 0) : index]):
        return None
    if verb in _THINGS:
        return _thing(words, index, where, verb)
    if not is_plain(verb) or verb in _NO_PLAIN:
        return None
    if words[index] == "being" and before in ("well", "human", "time"):
        return None
    done = participle(verb)
    return Wrong(index, where, (_joined(words, index, where, done),), FORM) if done else None


def _thing(words: Sequence[str], index: int, where: int, verb: str) -> Wrong | None:
    """ "Should be spend on": of words that are nouns too, so that "there may be use by" is right."""
    before = bare(at(words, index - 1))
    if at(words, where + 1) not in _ON and words[where][-1] not in ".;":
        return None
    if (words[index] == "be" and before not in _BEFORE_BE) or (words[index] == "been" and before not in _BEFORE_BEEN):
        return None
    if (words[index] == "being" and where == index + 1) or "there" in map(bare, words[max(index - 4, 0) : index]):
        return None
    return Wrong(index, where, (_joined(words, index, where, _THINGS[verb]),), FORM)


def _after_is(words: Sequence[str], index: int) -> Wrong | None:
    where = _past_adverbs(words, index + 1)
    verb = _verb_at(words, where)
    if not verb or not is_plain(verb) or verb in _NO_PLAIN:
        return None
    if bare(at(words, index - 1)) in _PRONOUNS or at(words, where + 1) not in _ON | {"and"}:
        return None
    if verb == "pay" and at(words, where + 2) not in DETERMINERS:
        return None  # "the car parks are pay and display"
    begins = sentence_from(words, index)
    if not _CLEFT.isdisjoint(map(bare, words[begins:index])) or in_question(words, index):
        return None
    done = participle(verb)
    return Wrong(index, where, (_joined(words, index, where, done),), FORM) if done else None


def _after_to(words: Sequence[str], index: int) -> Wrong | None:
    before = at(words, index - 1)
    if before in _THOUGHT and at(words, index + 1) in ("the", "a", "an", "its", "their"):
        if before in ("aims", "hopes") and bare(at(words, index - 2)) in MANY | DETERMINERS:
            return None  # "there were four aims to the trial"
        return None if bare(at(words, index + 2)) in _WHERE_TO else Wrong(index - 1, index + 1, (), LACKS)
    where = _past_adverbs(words, index + 1)
    verb = _verb_at(words, where)
    if before not in _WANT_TO:
        third = plain_of_third(verb) if before in _TO_DO or is_plural(before) else ""
        if not third or plain_of_third(before) or at(words, where + 1) not in DETERMINERS:
            return None
        return Wrong(index, where, (_joined(words, index, where, third),), FORM)
    if third := plain_of_third(verb):
        return Wrong(index, where, (_joined(words, index, where, third),), FORM)
    plain = plain_of_past(verb)
    if not plain or verb in _OF_BEING or plain == "be":
        return None
    after = "" if ends(words[where]) else at(words, where + 1)
    thing = after in DETERMINERS
    if (after and not thing and after not in _PREPOSITIONS) or (before in _OF_A_THING and not thing):
        return None
    as_plain, done = _joined(words, index, where, plain), _joined(words, index, where, "be", verb)
    if thing:
        return Wrong(index, where, (as_plain, done) if after in ("this", "that") else (as_plain,), FORM)
    return Wrong(index, where, (as_plain,) if plain in _HAPPENS else (done, as_plain), LACKS)


def _after_not(words: Sequence[str], index: int) -> Wrong | None:
    before = bare(at(words, index - 1))
    if before not in ("did", "does", "do"):
        return None
    where = _past_adverbs(words, index + 1)
    verb = _verb_at(words, where)
    plain = (plain_of_past(verb) or plain_of_third(verb)) if verb else ""
    if not plain or verb in _OF_BEING:
        return None
    return Wrong(index - 1, where, (_joined(words, index - 1, where, plain),), FORM)


def _after_have(words: Sequence[str], index: int) -> Wrong | None:
    """ "Officers have agree to": not "what the powers they have include"."""
    where = _past_adverbs(words, index + 1)
    verb = _verb_at(words, where)
    after = at(words, where + 1)
    # "The user has complete the task", which is "complete control" where a thing follows
    done_to = verb in classes().both and plain_of_past(participle(verb)) == verb and after in _SOMETHING
    if done_to and at(words, where + 2) in ("same", "whole", "first", "next", "last", "other", "entire"):
        return None
    if not verb or not (is_plain(verb) or done_to) or verb in _NO_PLAIN or ends(words[where]):
        return None
    if bare(at(words, index - 1)) in _PRONOUNS - {"this"} or in_question(words, index):
        return None
    done = participle(verb)
    return Wrong(index, where, (_joined(words, index, where, done),), FORM) if done else None


def _after_power(words: Sequence[str], index: int) -> Wrong | None:
    """ "Has no power pay": not "the power company"."""
    if at(words, index - 1) != "no":
        return None
    verb = _verb_at(words, index + 1)
    if not verb or not is_plain(verb) or verb in _NO_PLAIN:
        return None
    return Wrong(index, index + 1, (f"{words[index]} to {verb}",), LACKS)


def _before_was(words: Sequence[str], index: int) -> Wrong | None:
    """ "Tested with users before was issued"."""
    if at(words, index + 1) not in ("was", "were") or index == 0 or bare(at(words, index - 1)) in _NO_SUBJECT:
        return None
    verb = _verb_at(words, index + 2)
    if not verb or not ends(words[index + 2]) or not plain_of_past(verb):
        return None
    return Wrong(index, index + 1, (), LACKS)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    modals = dict.fromkeys(("would", "should", "must", "could", "cannot", "shall", "might", "can", "may"), _after_modal)
    return {
        **modals,
        "will": _after_will,
        **dict.fromkeys(("be", "been", "being"), _after_be),
        **dict.fromkeys(("is", "are", "was", "were"), _after_is),
        **dict.fromkeys(("has", "have", "had"), _after_have),
        **dict.fromkeys(("power", "powers", "authority", "duty", "obligation"), _after_power),
        **dict.fromkeys(("before", "until"), _before_was),
        "to": _after_to,
        "not": _after_not,
    }
