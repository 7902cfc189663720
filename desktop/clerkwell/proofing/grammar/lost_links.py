"""The small word that a set phrase lacks: "as result", "in order meet", "due the delay", "one the reasons"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.number import is_adverb, is_both
from clerkwell.proofing.grammar.phrases import FINITE, FUNCTION, MANY
from clerkwell.proofing.grammar.raw import LACKS, UNFIT, Look, Wrong, at, bare, ends, opens
from clerkwell.proofing.grammar.word_classes import is_plain, is_plural, is_singular, plain_of_past
from clerkwell.proofing.text.tokens import listed

_THINGS: Final = listed("the a an this these those our its their")
_BE: Final = listed("is are was were be been being")
# "As" and "a" before these, with "of" or a mark after them.
_AS: Final = listed("result consequence matter condition minimum")
_ORDER: Final = listed(
    "help balance support fund cover plan cut limit house move change test review report repair make meet"
)
# What is late or dear is so due to something; somebody is due a refund, and a rent is due the day after.
_CAUSES: Final = listed(
    "weather shortage lack closure failure rise increase increases fall reduction reductions loss delay delays impact "
    "pandemic nature age number election cost costs demand pressure pressures vacancies absence condition need effect "
    "effects change changes size complexity timing high higher low lower vacant poor late staff sickness inflation "
    "ongoing continued unforeseen additional increased reduced fewer more landslip flood flooding storm"
)
_DUE_LATER: Final = listed("year month week day meeting review pending in on by for and from later course")
_INLINE: Final = listed(
    "inflation cpi rpi budget policy guidance national government statutory legislation corporate council local best "
    "those our its their legal expectations forecast"
)
_INLINE_THE: Final = listed(
    "policy council strategy budget plan law act guidance rate national local government medium corporate agreed "
    "recommendations requirements terms financial legislation council’s council's award housing new current"
)
_SUBJECT: Final = listed(
    "approval agreement consent contract consultation planning funding following conditions satisfactory terms "
    "outcome availability views a call-in completion"
)
_BEFORE_SUBJECT: Final = listed("is are was be agreed approved granted ahead proceed sold made recommended let")
_SOME: Final = listed("one two three four five six several many some most none each")
_OF_THEM: Final = listed("number majority rest remainder")
_ONE_OF: Final = listed("main largest biggest best few most key first oldest smallest principal fastest worst only")
# What such a verb is joined to its thing by.
_JOINED: Final = {
    **dict.fromkeys(("depend", "depends", "depended", "rely", "relies", "relied"), "on"),
    **dict.fromkeys(("comply", "complies", "complied", "dealt", "deals", "coped", "interferes"), "with"),
    **dict.fromkeys(("consists", "consisted", "regardless", "consist"), "of"),
    **dict.fromkeys(("belongs", "adheres", "relates", "pertains", "contributes", "refers", "responded"), "to"),
    **dict.fromkeys(("adjacent", "according", "amounts", "adhere", "owing"), "to"),
    **dict.fromkeys(("consistent", "compliant"), "with"),
    "responsible": "for",
    "eligible": "for",
}
_TAKES_A_THING: Final = listed("refers contributes")
_SET: Final = {
    "reference": "to", "connection": "with", "support": "of", "favour": "of", "excess": "of",
    "breach": "of", "receipt": "of", "view": "of", "light": "of", "front": "of", "comparison": "with", "charge": "of",
}  # fmt: skip
_MORE: Final = listed("higher lower less more fewer greater better worse larger smaller longer later earlier")
_STREETS: Final = listed("road street close lane avenue way drive court gardens terrace place crescent grove hill")
_PEOPLE: Final = listed("residents tenants owners occupiers leaseholders representatives members parents pupils")


def _lost(words: Sequence[str], first: int, last: int, better: str) -> Wrong:
    capital = words[first][:1].isupper()
    return Wrong(first, last, (better[0].upper() + better[1:] if capital else better,), LACKS)


def _as(words: Sequence[str], index: int) -> Wrong | None:
    """ "As result, the hall closed", "as matter of urgency"."""
    noun, after = bare(words[index]), at(words, index + 1)
    if at(words, index - 1).lower() != "as":
        return None
    marked = words[index][-1] == ","
    if after == "of" and not marked:
        sure = noun != "minimum" and at(words, index + 2) not in ("work", "sale", "entry", "employment")
    else:
        begins = opens(words, index - 1) or at(words, index - 2)[-1:] == ","
        sure = noun in ("result", "consequence", "minimum") and begins and (marked or after in ("the", "there", "it"))
    return _lost(words, index - 1, index, f"as a {noun}") if sure and (marked or not ends(words[index])) else None


def _order(words: Sequence[str], index: int) -> Wrong | None:
    """ "In order balance the budget", "so as avoid a loss"."""
    verb, after = at(words, index + 1), at(words, index + 2)
    if words[index] == "as":
        if at(words, index - 1) != "so" or not is_plain(verb):
            return None
        return _lost(words, index, index + 1, f"as to {verb}")
    if at(words, index - 1).lower() != "in" or at(words, index - 2) in ("are", "is", "were", "was", "listed"):
        return None
    if verb not in _ORDER or (after not in _THINGS and not is_plural(bare(after))):
        return None
    return _lost(words, index, index + 1, f"order to {verb}")


def _due(words: Sequence[str], index: int) -> Wrong | None:
    """ "Late due the weather", "is due higher fuel prices": not "is due the day after"."""
    if ends(words[index]):
        return None
    where = index + 1
    thing = at(words, where) in _THINGS
    where += thing
    cause = bare(at(words, where))
    if cause in _DUE_LATER or not bare(at(words, where)).isalpha():
        return None
    before = at(words, index - 1)
    opened = words[index] == "Due"
    if thing and at(words, index + 1) != "the" and cause not in ("lack", "shortage", "landslip", "flood", "rise"):
        return None
    # "The sums due residents", "the levy due the county"
    sure = cause in _CAUSES or (opened and thing and at(words, index + 1) == "the")
    if not sure or (not thing and not opened and before not in _BE and not is_adverb(before)):
        return None
    return _lost(words, index, index, f"{words[index]} to")


def _line(words: Sequence[str], index: int) -> Wrong | None:
    """ "Fees rise in line inflation": not "savings in line management"."""
    after = at(words, index + 1)
    if at(words, index - 1).lower() != "in" or ends(words[index]) or at(words, index - 2) in ("next", "put", "stand"):
        return None
    to_the = after == "to" and at(words, index + 2) == "the"
    of_the = after in ("the", "this") and bare(at(words, index + 2)) in _INLINE_THE
    if bare(after) not in _INLINE and not (to_the or of_the):
        return None
    return _lost(words, index, index + (after == "to"), f"{words[index]} with")


def _subject(words: Sequence[str], index: int) -> Wrong | None:
    """ "Agreed subject planning permission", "is subject the terms": not "the subject site"."""
    before, after = bare(at(words, index - 1)), at(words, index + 1)
    if ends(words[index]) or not after:
        return None
    opened = words[index] == "Subject" and opens(words, index)
    then = bare(at(words, index + 2)) if after in _THINGS else bare(after)
    led = before in _BEFORE_SUBJECT or at(words, index - 1)[-1:] == ","
    if not (opened or led or (before in ("grant", "permission", "consent") and then in _SUBJECT)):
        led = is_singular(before) and after == "the" and then in ("consent", "approval", "agreement", "outcome")
        if not led and not (plain_of_past(before) or before == "consented"):
            return None
    if then not in _SUBJECT and not (after in ("the", "a", "an") and before in _BE):
        return None
    return _lost(words, index, index, f"{words[index]} to")


def _one(words: Sequence[str], index: int) -> Wrong | None:
    """ "One the reasons", "one the largest", "some the responses were"."""
    after, then = at(words, index + 1), at(words, index + 2)
    if after not in ("the", "these", "our", "its") or ends(words[index]):
        return None
    word, before = words[index], at(words, index - 1)
    noun = bare(then)
    if word == "one" and after == "the" and noun in _ONE_OF and before in ("is", "was", "as", "be", "becomes"):
        return _lost(words, index, index, f"{word} of")
    opened = opens(words, index) and word[0].isupper()
    if not (opened or (word == "one" and before in ("is", "was", "with", "to", "for", "at", "as", "by"))):
        return None
    where = index + 2 if is_plural(noun) else index + 3
    several = bare(at(words, where))
    if where > index + 2 and is_both(several) and not then.islower():
        return None  # "one the Council supports"
    if not is_plural(several) or (where > index + 2 and noun in FUNCTION - {"two", "three", "four", "five", "other"}):
        return None
    finite = at(words, where + 1)
    if opened and finite not in FINITE | {"to", "in", "on", "for", "at"} and not ends(words[where]):
        return None
    if not opened and finite not in ("is", "was", "has", "of", "for", "why", "in", "that") and not ends(words[where]):
        return None
    return _lost(words, index, index, f"{word} of")


def _number(words: Sequence[str], index: int) -> Wrong | None:
    """ "The majority the respondents", "a number the residents"."""
    if at(words, index - 1).lower() not in ("the", "a") or at(words, index + 1) not in ("the", "these", "our"):
        return None
    noun = bare(at(words, index + 2))
    verb = bare(at(words, index + 3))
    if not is_plural(noun) or not (verb in FINITE - {"has", "is", "was"} or plain_of_past(verb)):
        return None
    if words[index] == "number" and at(words, index - 1) == "the":
        return None
    return _lost(words, index, index, f"{words[index]} of")


def _joined(words: Sequence[str], index: int) -> Wrong | None:
    """ "The team depends a single system", "officers responsible the lifts"."""
    word, after = words[index], at(words, index + 1)
    if after not in ("the", "a", "an", "its", "their", "our", "this", "these"):
        return None
    if word in _TAKES_A_THING or (word == "owing" and after != "the"):
        return None
    if word == "responded" and after != "the":
        return None
    return _lost(words, index, index, f"{word} {_JOINED[word]}")


def _set_phrase(words: Sequence[str], index: int) -> Wrong | None:
    """ "In response the petition", "in favour the sale"."""
    word, before = words[index], at(words, index - 1).lower()
    if at(words, index + 1) != "the" or before not in ("in", "with"):
        return None
    if (before == "with") != (word == "reference") and word != "reference":
        return None
    if word in ("view", "light", "charge", "support") and not opens(words, index - 1):
        return None
    return _lost(words, index, index, f"{word} {_SET[word]}")


def _expected(words: Sequence[str], index: int) -> Wrong | None:
    """ "Tonnages are higher expected": not "higher than expected"."""
    if at(words, index - 1) not in _MORE or at(words, index - 2) not in _BE | {"slightly", "much", "far"}:
        return None
    noun = bare(at(words, index + 1))
    if not ends(words[index]) and (is_plural(noun) or is_singular(noun)):
        return None
    return Wrong(index - 1, index - 1, (f"{words[index - 1]} than",), LACKS)


def _soon(words: Sequence[str], index: int) -> Wrong | None:
    """ "Should close soon as places are found"."""
    if at(words, index + 1) != "as" or at(words, index - 1).lower() in ("as", "so", "too", "very", "that", "how"):
        return None
    return Wrong(index, index + 1, (f"as {words[index]} as",), LACKS)


def _which(words: Sequence[str], index: int) -> Wrong | None:
    """ "Forty responses were received, which 29 supported the plan"."""
    number, verb = at(words, index + 1), at(words, index + 2)
    if at(words, index - 1)[-1:] != "," or not (number in MANY or number.isdigit() or number in ("one", "most")):
        return None
    if not (verb in ("is", "are", "was", "were", "have", "had") or plain_of_past(verb)):
        return None
    if verb not in FINITE and at(words, index + 3) not in _THINGS | {"that"}:
        return None
    return _lost(words, index, index, "of which")


def _of_place(words: Sequence[str], index: int) -> Wrong | None:
    """ "Objections came from residents Orchard Close"."""
    if not at(words, index + 1)[:1].isupper() or at(words, index - 1) not in ("from", "by", "to", "of", "with", "the"):
        return None
    for where in (index + 2, index + 3):
        if not at(words, where)[:1].isupper() or ends(words[where - 1]):
            return None
        if bare(words[where]) in _STREETS:
            return _lost(words, index, index, f"{words[index]} of")
    return None


def _been(words: Sequence[str], index: int) -> Wrong | None:
    """ "Had been were paid", "is been used"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if (
        before in ("had", "have", "has")
        and after in ("were", "was", "are", "is")
        and plain_of_past(bare(at(words, index + 2)))
    ):
        if not {"what", "where", "who", "than", "which", "that"}.isdisjoint(words[max(index - 6, 0) : index]) and (
            before != "had" or "what" in words[max(index - 6, 0) : index]
        ):
            return None
        return Wrong(index - 1, index + 1, (f"{before} been",), UNFIT)
    if before in ("is", "are", "was", "were") and plain_of_past(bare(after)):
        return Wrong(index - 1, index, (f"{before} being",), UNFIT)
    return None


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        **dict.fromkeys((f"{each}{mark}" for each in _AS for mark in ("", ",")), _as),
        **dict.fromkeys(("order", "as"), _order),
        **dict.fromkeys(("due", "Due"), _due),
        "line": _line,
        **dict.fromkeys(("subject", "Subject"), _subject),
        **dict.fromkeys((*_SOME, *(each.capitalize() for each in _SOME)), _one),
        **dict.fromkeys(_OF_THEM, _number),
        **dict.fromkeys(_JOINED, _joined),
        **dict.fromkeys(_SET, _set_phrase),
        **dict.fromkeys(("expected", "planned", "anticipated", "forecast", "budgeted", "predicted"), _expected),
        **dict.fromkeys(("expected,", "planned,", "expected.", "planned.", "budgeted.", "forecast."), _expected),
        **dict.fromkeys(("soon",), _soon),
        "which": _which,
        **dict.fromkeys(_PEOPLE, _of_place),
        "been": _been,
    }
