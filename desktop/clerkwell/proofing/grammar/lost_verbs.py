"""A verb, or a part of one, that is left out: "may byelaws", "will available", "Cabinet agreed approve"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.phrases import FINITE, FUNCTION
from clerkwell.proofing.grammar.raw import LACKS, Look, Wrong, at, bare, ends, in_question, opens, sentence_from
from clerkwell.proofing.grammar.word_classes import is_plain, is_plural, is_singular, participle, plain_of_past
from clerkwell.proofing.text.tokens import listed

_MODALS: Final = listed("will would should must could might may can shall cannot")
# After these a word that looks like a modal is none, or its subject follows.
_NO_SUBJECT: Final = listed(
    "the a an his her their its my our your no of free political own good last goodwill only nor neither then how what "
    "why when where so living and or tin if as than"
)
# What is said of a thing and is no verb: "will available".
_KINDS: Final = listed(
    "available responsible able unable likely necessary higher lower subject sufficient eligible liable ready greater "
    "possible impossible essential vital important cheaper longer shorter smaller larger suitable appropriate lawful "
    "different full safe beneficial additional unaffected unlikely aware consistent accessible"
)
_NOUNS: Final = listed("regard byelaws conditions steps notice charges account evidence effect responsibility power")
_AFTER_NOUN: Final = listed("to on for in of under with that as about")
_DETERMINERS: Final = listed("the a an")
_AFTER_THE: Final = listed(
    "the time first last least most same other whole end way more less meantime event moment future first-time very "
    "fortnight month year week day long great large good vast few"
)
_BODIES: Final = listed("Cabinet Committee Council Board Panel Members Executive Sub-Committee Commission Authority")
_DECIDED: Final = listed("agreed resolved decided recommended")
_ASKED: Final = listed("asked invited requested recommended")
_FEW: Final = listed(
    "note approve agree endorse delegate consider authorise adopt receive comment recommend defer accept support "
    "review appoint confirm"
)
_DO: Final = listed("note approve agree endorse consider comment authorise adopt recommend receive delegate")
_PROPOSED: Final = listed("proposed agreed recommended resolved decided intended planned hoped")
_EXTEND: Final = listed(
    "extend defer close sell let open hold move keep make build fund cut change transfer renew bring award grant use "
    "appoint approve adopt"
)
_THEY: Final = listed("they we it he she")
_WISHED: Final = listed("recommend recommends recommended ask asks asked require requires required propose proposed "
                        "proposes request requested important essential insist insists vital suggest suggested lest "
                        "whether or if")  # fmt: skip
_PROPOSING: Final = listed(
    "proposing seeking recommending asking intending hoping planning expecting aiming requesting"
)
_TO_BE: Final = listed(
    "expected likely due needs required intended planned proposed scheduled projected forecast unlikely"
)
_BEING: Final = listed(
    "full available able unable responsible sufficient higher lower necessary subject part ready late free cheaper "
    "larger smaller better worse similar around about between"
)
_NEED_A_THING: Final = listed(
    "inspect publish install appoint build replace consult complete survey award let demolish repair approve adopt "
    "refurbish commission advertise purchase sign issue procure"
)
_MONTHS: Final = listed("January February March April May June July August September October November December")


def _modal(words: Sequence[str], index: int) -> Wrong | None:
    """ "The Council may byelaws", "will available to all", "would an effect"."""
    before, after = bare(at(words, index - 1)), at(words, index + 1)
    if not before or before in _NO_SUBJECT or ends(words[index]) or not after:
        return None
    where = index + 1
    if after in ("not", "also", "then", "only", "still", "therefore") or after == "always":
        where += 1
        after = at(words, where)
    word = bare(after)
    if word in _KINDS and after.startswith(word):
        return _kind(words, index, where, word)
    if after in ("no", "a", "an", "the"):
        return _thing(words, index, where, after)
    if after == "in" and at(words, where + 1) == "line":
        return Wrong(index, index, (f"{words[index]} be",), LACKS)
    if word not in _NOUNS or not after.startswith(word) or where > index + 1:
        if words[index] == "must" and after == "due" and at(words, where + 1) == "regard":
            return Wrong(index, index, ("must have",), LACKS)
        return None
    if word in ("notice", "effect", "power") and at(words, where + 1) not in ("of", "to", "that"):
        return None
    if word == "regard" and at(words, where + 1) != "to":
        return None  # a verb: "would regard that as serious"
    if word in ("evidence", "notice", "effect") and at(words, where + 1) not in _AFTER_NOUN:
        return None
    if at(words, where + 1) not in _AFTER_NOUN or (words[index] == "can" and word == "notice"):
        return None
    return Wrong(index, where, (), "lack a verb between them")


def _kind(words: Sequence[str], index: int, where: int, word: str) -> Wrong | None:
    after = at(words, where + 1)
    if not ends(words[where]) and after not in _AFTER_NOUN | {"than", "at", "from", "by", "until", "if", "and", "when"}:
        return None
    if word == "subject" and after != "to":
        return None
    if in_question(words, index) or (at(words, index - 1) == "there" and word in ("likely",)):
        return None
    between = " ".join(words[index:where])
    return Wrong(index, where, (f"{between} be {word}",), LACKS)


def _thing(words: Sequence[str], index: int, where: int, article: str) -> Wrong | None:
    noun = bare(at(words, where + 1))
    there = at(words, index - 1).lower() == "there"
    if there:
        if noun in ("doubt", "longer") or not (is_singular(noun) or is_plural(noun)):
            return None
        return Wrong(index, where, (f"{' '.join(words[index:where])} be {article}",), LACKS)
    if article == "no" or noun in _AFTER_THE or where > index + 1 or in_question(words, index):
        return None
    if words[index] in ("can", "may", "will", "must") and not (
        is_plural(at(words, index - 1)) or opens(words, index - 2)
    ):
        return None
    if not (is_singular(noun) or is_plural(noun)) or (not ends(at(words, where + 1)) and at(words, where + 2) not in (
        "to", "on", "for", "in", "of",
    )):  # fmt: skip
        return None
    clause = {bare(each) for each in words[sentence_from(words, index) : index]}
    if not {"as", "what", "than", "whatever", "wherever", "nor", "if"}.isdisjoint(clause):
        return None
    return Wrong(index, where, (), "lack a verb between them")


def _decided(words: Sequence[str], index: int) -> Wrong | None:
    """ "Cabinet agreed approve the plan", "it is proposed extend the lease"."""
    before, verb, after = at(words, index - 1), at(words, index + 1), at(words, index + 2)
    if ends(words[index]) or ends(verb) or not after:
        return None
    body = before in _BODIES and words[index] in _DECIDED
    if body and verb in _FEW and (after in FUNCTION or after in ("authority", "approval", "members")):
        return Wrong(index, index + 1, (f"{words[index]} to {verb}",), LACKS)
    it = at(words, index - 2).lower() == "it" and before in ("is", "was")
    if it and words[index] in _PROPOSED and verb in _EXTEND and after in ("the", "this", "its", "a", "an", "these"):
        return Wrong(index, index + 1, (f"{words[index]} to {verb}",), LACKS)
    return _asked(words, index) if words[index] in _ASKED else None


def _asked(words: Sequence[str], index: int) -> Wrong | None:
    """ "The Committee asked to note the report": not "the Committee asked to see it"."""
    before, verb = at(words, index - 1), at(words, index + 2)
    if before not in _BODIES or at(words, index + 1) != "to" or verb not in _DO:
        return None
    start = sentence_from(words, index)
    lead = [each for each in words[start : index - 1] if each not in ("The", "the", "That")]
    if any(each[:1].islower() for each in lead) or len(lead) > 4 or (words[index] in ("asked",) and verb == "consider"):
        return None
    if any(bare(each) in FINITE for each in words[index + 3 : index + 12]) and words[index] != "asked":
        return None
    is_or_are = "are" if before == "Members" else "is"
    return Wrong(index - 1, index, (f"{before} {is_or_are} {words[index]}",), LACKS)


def _asked_do(words: Sequence[str], index: int) -> Wrong | None:
    """ "Officers were instructed prepare a brief"."""
    verb = at(words, index + 1)
    if at(words, index - 1) not in ("is", "are", "was", "were", "been") or not is_plain(verb):
        return None
    if at(words, index + 2) not in ("the", "a", "an", "this", "its", "these"):
        return None
    return Wrong(index, index + 1, (f"{words[index]} to {verb}",), LACKS)


def _is_be(words: Sequence[str], index: int) -> Wrong | None:
    """ "The sites are be sold": not "all they can do is be patient"."""
    before, done = at(words, index - 1), bare(at(words, index + 1))
    if before not in ("is", "are", "was", "were") or not plain_of_past(done):
        return None
    if {"what", "do", "to", "all"}.isdisjoint(map(bare, words[sentence_from(words, index) : index - 1])):
        return Wrong(index - 1, index, (f"{before} to be", f"{before} being"), LACKS)
    return None


def _they(words: Sequence[str], index: int) -> Wrong | None:
    """ "They not wish to renew it": not "that they not be moved"."""
    verb = at(words, index + 2)
    if at(words, index + 1) != "not" or verb == "be" or not (is_plain(verb) or verb in ("wish", "plan", "need")):
        return None
    if not _WISHED.isdisjoint(map(bare, words[sentence_from(words, index) : index])):
        return None
    do = "does" if words[index].lower() in ("it", "he", "she") else "do"
    return Wrong(index, index + 1, (f"{words[index]} {do} not",), LACKS)


def _proposing(words: Sequence[str], index: int) -> Wrong | None:
    """ "Officers proposing to fence the site.": a sentence that has no other verb."""
    who = at(words, index - 1)
    begins = index - 1 - (at(words, index - 2) == "The")
    if (
        not is_plural(who.lower())
        or not opens(words, begins)
        or ends(who)
        or at(words, index + 1) not in ("to", "that")
    ):
        return None
    for word in words[index + 1 :]:
        if bare(word) in FINITE or word[-1] == ":":
            return None
        if word[-1] in ".;?!":
            return Wrong(index, index, (f"are {words[index]}",), LACKS) if word[-1] == "." else None
    return None


def _to_full(words: Sequence[str], index: int) -> Wrong | None:
    """ "Expected to full by 2031"."""
    kind = at(words, index + 1)
    word = bare(kind)
    if at(words, index - 1) not in _TO_BE or word not in _BEING or not kind.startswith(word):
        return None
    after = at(words, index + 2)
    number = after[:1].isdigit() or after[:1] == "£"
    if word in ("around", "about", "between"):
        sure = number and not at(words, index - 1).startswith(("due", "need"))
    elif word in ("higher", "lower", "free", "part", "late", "similar", "better"):
        sure = ends(kind) or after in ("than", "of", "by", "for") or (word == "similar" and after == "to")
    else:
        sure = ends(kind) or after in ("by", "in", "for", "to", "at", "until", "from", "within", "on", "than")
    return Wrong(index, index + 1, (f"to be {word}",), LACKS) if sure else None


def _done_when(words: Sequence[str], index: int) -> Wrong | None:
    """ "The bridge at the mill inspected in February by engineers.": nothing that was done to, and no other verb."""
    verb = words[index]
    after, then = at(words, index + 1), at(words, index + 2)
    when = after in ("in", "on", "by") and (bare(then).capitalize() in _MONTHS or bare(then).isdigit())
    if not when:
        return None
    begins = sentence_from(words, index)
    if words[begins] not in ("The", "A", "An", "This", "All", "These") or not 2 <= index - begins <= 9:
        return None
    subject = [bare(each) for each in words[begins + 1 : index]]
    if any(ends(each) for each in words[begins:index]) or any(
        each in FINITE or plain_of_past(each) or is_plain(each) or each in ("that", "which", "who", "to")
        for each in subject
    ):
        return None
    head = subject[0] if len(subject) == 1 or subject[1] in FUNCTION else subject[1]
    if (
        not (is_singular(head) or is_plural(head))
        or head.endswith(("er", "or", "ers", "ors"))
        or head.capitalize() in _BODIES
        or head in ("officer", "officers")
    ):
        return None
    by_whom = after == "by" or at(words, index + 3) == "by"
    for word in words[index + 1 :]:
        plain = bare(word)
        if plain in FINITE or plain_of_past(plain) or (plain in ("the", "a", "an", "that") and not by_whom):
            return None
        if word[-1] in ".;?!":
            better = f"were {verb}" if is_plural(head) else f"was {verb}"
            return Wrong(index, index, (better,), LACKS) if word[-1] == "." else None
    return None


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    done = (participle(each) for each in _NEED_A_THING)
    return {
        **dict.fromkeys(_MODALS, _modal),
        **dict.fromkeys(_DECIDED | _ASKED | _PROPOSED, _decided),
        **dict.fromkeys(("instructed", "authorised", "required", "requested"), _asked_do),
        "requested": _decided,
        "be": _is_be,
        **dict.fromkeys((*_THEY, *(each.capitalize() for each in _THEY)), _they),
        **dict.fromkeys(_PROPOSING, _proposing),
        "to": _to_full,
        **dict.fromkeys((each for each in done if each), _done_when),
    }
