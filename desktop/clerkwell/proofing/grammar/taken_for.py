"""Words taken for their like, told by the kinds of word beside them: "paying there staff", "would be effected"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.number import is_adverb, is_many, is_one
from clerkwell.proofing.grammar.phrases import DETERMINERS, FINITE, FUNCTION, MANY, word_at
from clerkwell.proofing.grammar.raw import UNFIT, Look, Wrong, at, bare, ends, opens, sentence_from
from clerkwell.proofing.grammar.word_classes import is_plain, is_plural, plain_of_past
from clerkwell.proofing.text.tokens import listed

# What has no "a": "paying there staff".
_MASS: Final = listed(
    "staff care pay work rent advice income support consent training learning help funding information "
    "accommodation housing education health money insurance equipment furniture housework homework waste data "
    "property budget"
)
_TIMES: Final = listed("days weeks months years hours nights times last next early late today")
# After these somebody's own thing stands, and hardly ever a place.
_OWN: Final = listed(
    "pay paying arrange arranging lose losing check checking finish finished finishing change changed changing "
    "manage managing organise organising express expressing choose choosing renew renewing state stating give "
    "giving submit submitting explain explaining share sharing reduce reducing increase increasing improve "
    "improving update updating protect protecting review reviewing withdraw withdrawing complete completing "
    "withdrew told took gave exercise"
)
_BECAUSE: Final = listed("because although whether that if while")
_PEOPLE: Final = listed("carers residents tenants children pupils parents families members officers patients staff")
# What is effected, and not affected: a sentence that has one of these is left alone.
_DEEDS: Final = listed(
    "change changes transfer transfers sale sales purchase purchases repair repairs saving savings cover policy "
    "policies merger switch move moves works work closure delivery entry exchange release order deed contract "
    "agreement grant lease cure rescue compromise recovery service it this that these which what plan plans "
    "reform reforms cut cuts increase increases decrease result results remedy remedies division return shift "
    "handover alterations outcome escape arrest arrests search searches proposal proposals insurance swap "
    "surrender link connection discharge exit notice loan loans measure measures scheme schemes step steps "
    "decrease rise revolution supply difference process"
)
_DONE: Final = ("tion", "tions", "sion", "sions", "ment", "ments", "al", "als", "ing", "ings", "ance", "ure", "ures")
_MODALS: Final = listed("will would may might could can should cannot")
_BE: Final = listed("be is are was were been being")
_SUMS: Final = listed("repaid repayment repayments outstanding borrowed sum sums owed lent")
# Before these "to" stands, and never "too".
_LEAD_TO: Final = listed(
    "able unable due according subject likely unlikely prior relating wrote written paid sent made given added "
    "referred reported submitted offered agreed required asked invited wishes wish intends intend expected "
    "applied applies contribute contributed responded respond replied listened belongs refers relates leads led"
)
_AFTER_TOO: Final = listed("the a an any this these our its their each all his her your")
_MUCH: Final = listed("cost costs costing spend spends spent spending take takes took taking ask asks asking asked")
_SHORT: Final = listed("small large big old slow weak low steep narrow wide costly risky complex busy noisy heavy dear")
_SO: Final = ("ous", "ible", "sive", "tive")
_PLACES: Final = listed("areas places sites cases situations circumstances streets roads wards schools instances parts")
_LEFT: Final = listed("needed required agreed applicable listed noted shown held based")


def _their(words: Sequence[str], index: int) -> Wrong | None:
    """ "Paying there staff", "because there rates of pay were": not "meet there each month"."""
    before = at(words, index - 1)
    last = _named(words, index + 1)
    if last < 0:
        return None
    after = at(words, last + 1)
    closed = ends(words[last]) or (bare(after) in FUNCTION and after not in FINITE | DETERMINERS)
    if before in _OWN and closed:
        return Wrong(index, index, ("their",), UNFIT)
    many = is_plural(bare(words[last]))
    if before in _BECAUSE and many and not ends(words[last]) and after in ("of", *FINITE):
        return Wrong(index, index, ("their",), UNFIT)
    paired = before == "and" and at(words, index - 2).lower() in _PEOPLE
    return Wrong(index, index, ("their",), UNFIT) if paired and many else None


def _named(words: Sequence[str], index: int) -> int:
    """Where the noun of "staff", "full cost" or "admission rules" stands; less than nothing where none does."""
    last = -1
    for where in range(index, index + 3):
        noun = word_at(words, where)
        if not noun or noun in FUNCTION or noun in _TIMES or is_adverb(noun):
            break
        if is_one(noun) or is_many(noun) or noun in _MASS:
            last = where
        elif where > index:
            break
        if ends(words[where]):
            break
    return last


def _principal(words: Sequence[str], index: int) -> Wrong | None:
    """ "Two principle fire officers", "the principle repaid": not "the principle officers followed"."""
    before, after = at(words, index - 1).lower(), word_at(words, index + 1)
    if before in ("in", "of", "on") and not (before == "of" and after in _SUMS):
        return None
    if after in _SUMS or (before == "loan" and after in ("is", "was", "of")):
        return Wrong(index, index, ("principal",), UNFIT)
    if after == "and" and word_at(words, index + 2) == "interest":
        return Wrong(index, index, ("principal",), UNFIT)
    first, second = after, word_at(words, index + 2)
    if not first or ends(words[index + 1]) or first in FUNCTION or not (is_one(first) or first.endswith("ing")):
        return None
    return Wrong(index, index, ("principal",), UNFIT) if is_plural(second) else None


def _affected(words: Sequence[str], index: int) -> Wrong | None:
    """ "Residents would be effected": not "the transfer was effected"."""
    before = at(words, index - 1)
    if at(words, index + 1) in DETERMINERS:
        return None
    if before.lower() in ("anyone", "anybody", "everyone", "everybody", "nobody"):
        return Wrong(index, index, ("affected",), UNFIT)
    start = index - 1
    while at(words, start) in _BE | _MODALS | {"not", "also", "both", "all", "have", "has", "had"}:
        start -= 1
    if start == index - 1 or not any(word in _BE for word in words[start + 1 : index]):
        return None
    subject = words[max(sentence_from(words, index), 0) : start + 1]
    head = bare(at(words, start))
    if not subject or any(_is_deed(bare(word)) for word in subject) or not (is_one(head) or is_many(head)):
        return None
    return Wrong(index, index, ("affected",), UNFIT)


def _is_deed(word: str) -> bool:
    return word in _DEEDS or word.endswith(_DONE)


def _affect(words: Sequence[str], index: int) -> Wrong | None:
    """ "May effect the trees nearby": not "would effect a change"."""
    before, earlier = at(words, index - 1), at(words, index - 2)
    likely = before == "to" and earlier in ("likely", "unlikely", "expected", "going", "continue", "continues")
    led_up = before in _MODALS or likely or (before in ("not", "also") and earlier in _MODALS | {"does", "did", "do"})
    if not led_up or ends(words[index]):
        return None
    beside = [bare(word) for word in words[index + 1 : index + 7]]
    if any(_is_deed(word) for word in beside):
        return None
    first = at(words, index + 1)
    thing = at(words, index + 2) if first in ("the", "our", "its", "their", "these", "those", "all", "any") else first
    noun = bare(thing)
    following = word_at(words, index + 3 if thing is not first else index + 2)
    owner = noun.endswith(("'s", "’s", "s'", "s’"))
    named = owner or is_many(noun) or is_one(noun) or (noun.isalpha() and noun not in FUNCTION and is_many(following))
    return Wrong(index, index, ("affect",), UNFIT) if named else None


def _where(words: Sequence[str], index: int) -> Wrong | None:
    """ "Even were there are none", "in areas were the need is great"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if after == "there" and at(words, index + 2) in ("is", "are", "was", "has") and not ends(words[index]):
        return Wrong(index, index, ("where",), UNFIT)
    if before not in _PLACES or after not in ("the", "it", "they", "people", "residents"):
        return None
    last = index + 2 if after == "the" else index + 1
    ahead = at(words, index - 2)
    if ahead not in ("in", "at", "for", "to", "of", "some", "most", "those") or ends(words[last]) or ahead == "those":
        return None
    sure = at(words, last + 1) in FINITE and not ends(at(words, last + 1))
    return Wrong(index, index, ("where",), UNFIT) if sure else None


def _were(words: Sequence[str], index: int) -> Wrong | None:
    """ "The sites where chosen by a panel in May."."""
    after, start = word_at(words, index + 1), sentence_from(words, index)
    if not plain_of_past(after) and after not in ("chosen", "absent", "present"):
        return None
    if after in _LEFT or (ends(words[index + 1]) and after not in ("absent", "present")):
        return None
    subject = [bare(word) for word in words[start:index]]
    if not subject or subject[0] not in ("the", "all", "both", "these", "those", *MANY) or not is_plural(subject[-1]):
        return None
    following = at(words, index + 2)
    if following not in ("by", "in", "on", "out", "at", "to", "from", "with") and after not in ("absent", "present"):
        return None
    rest: list[str] = []
    for word in words[index + 1 : index + 40]:
        rest.append(bare(word))
        if word[-1] in ".;:?!":
            break
    else:
        return None
    others = (*subject, *rest[1:])
    if any(word in FINITE or plain_of_past(word) or is_plain(word) for word in others) or len(rest) > 12:
        return None
    return Wrong(index, index, ("were",), UNFIT)


def _to(words: Sequence[str], index: int) -> Wrong | None:
    """ "Made too any plan", "able too pay": not "it, too, the members liked"."""
    before, after = at(words, index - 1), at(words, index + 1)
    sure = before in ("able", "unable") and bool(after) and not ends(words[index])
    if before not in _LEAD_TO or not (sure or after in _AFTER_TOO or is_plain(after) or after == "be"):
        return None
    return Wrong(index, index, ("to",), UNFIT)


def _too(words: Sequence[str], index: int) -> Wrong | None:
    """ "Cost to much", "the road is to dangerous": not "it comes to much the same"."""
    before, after, third = at(words, index - 1), at(words, index + 1), at(words, index + 2)
    if bare(after) == "much":
        sure = before in _MUCH and third not in ("the", "higher", "lower", "more", "less", "larger", "of")
        return Wrong(index, index, ("too",), UNFIT) if sure else None
    plain = bare(after)
    if before not in _BE | {"far", "seems", "became"} or not (plain in _SHORT or plain.endswith(_SO)):
        return None
    if opens(words, index) or not (after[-1:] in ".,;" or third in ("for", "to", "in", "at", "as", "and")):
        return None
    return Wrong(index, index, ("too",), UNFIT) if not is_one(plain) or plain in _SHORT else None


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        "there": _their,
        **dict.fromkeys(("principle", "Principle"), _principal),
        **dict.fromkeys(("effected", "effected.", "effected,", "effected;"), _affected),
        "effect": _affect,
        **dict.fromkeys(("were", "Were"), _where),
        "where": _were,
        "too": _to,
        "to": _too,
    }
