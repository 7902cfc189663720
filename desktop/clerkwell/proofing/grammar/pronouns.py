"""A pronoun or “where” in the place of another word: "there usual level", "those how live", "stalls where cleared"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.phrases import FINITE, FUNCTION
from clerkwell.proofing.grammar.raw import UNFIT, Look, Wrong, at, bare, ends, in_question, opens
from clerkwell.proofing.grammar.word_classes import (
    classes,
    is_plain,
    is_plural,
    is_singular,
    plain_of_past,
)
from clerkwell.proofing.text.tokens import listed

_THERE: Final = listed("of with about into to from for in on by")
_OWN: Final = listed(
    "usual own normal current previous former full existing main original respective annual regular final present "
    "latest local individual"
)
_TOOK: Final = listed(
    "have had has having gave give gives given take takes took taken use uses used using make makes made making lose "
    "loses lost pay pays paid sold sell sells left leave keep keeps kept sent send share shared express expressed put "
    "get got received spend spent do did does done set state stated present presented consider considered improve "
    "improved increase reduce increased reduced change changed outline outlined explain explained submit submitted "
    "raise raised"
)
_SAY: Final = listed(
    "say views view leave vote votes homes home jobs job children bins rent rents evidence concerns role budgets "
    "budget time energy money reports report plans plan bid bids reply replies offices office objections objection "
    "best work duties duty powers share response responses support families own premises statement statements "
    "decision decisions"
)
_PEOPLE: Final = listed(
    "those people residents anyone officers members tenants parents staff children users visitors families "
    "councillors everyone somebody someone businesses traders pupils"
)
_DID: Final = listed(
    "took attended responded wish wished want wanted had have were are would could live lives lived took part "
    "use used applied replied spoke objected own owns rent wrote need needed can will has is was"
)
_PLACES: Final = listed(
    "case area place situation location instance circumstance position street site point road ward town"
)
_MANY_PLACES: Final = listed(
    "cases areas places situations circumstances instances locations streets wards sites schools roads times points "
    "rooms homes towns countries districts counts"
)
_WHERE_DONE: Final = listed(
    "needed required requested agreed used provided given based possible identified indicated stated"
)
_LEADS: Final = listed("of in by with from for to on under within through about")
_OWNED: Final = listed(
    "review policy policies work aims budget reserves staff funding duties powers meeting report own first enforcement "
    "planning housing spending borrowing lending training recruitment accounting statutory financial"
)
# "Carry out it's next inspection": an ordinal before a noun.
_ORDINALS: Final = listed("next last first second third final latest biggest largest main annual three two four five")
_HARDLY_OWNED: Final = listed("people money time they this that what who it these those everyone nobody")
_MODALS: Final = listed("will would should must can could may might shall to cannot")
_WITH_PARTICLE: Final = listed(
    "carry carries carried carrying set sets setting draw draws drew drawn bring brings brought take takes took taken "
    "hand hands handed give gives gave given make makes made meet meets met keep keeps kept roll rolls rolled scale "
    "scales scaled build builds built put puts wind winds wound lay lays laid send sends sent pay pays paid sell sells "
    "sold hold holds held close closes closed open opens opened"
)
_PARTICLES: Final = listed("out up off over down back on")
_THINKS: Final = listed(
    "think believe say know hope feel mean ensure show find suggest see tell agree state explain report decide "
    "consider expect claim argue note confirm conclude determine realise understand hear assume imply write answer "
    "reply admit announce be become"
)


def _their(words: Sequence[str], index: int) -> Wrong | None:
    """ "To there usual level", "took there leave", "have had there say"."""
    before, raw = at(words, index - 1), at(words, index + 1)
    after = bare(raw)
    if before in _THERE and after in _OWN and not ends(words[index]):
        noun = bare(at(words, index + 2))
        if noun and not ends(raw) and noun not in FUNCTION:
            return Wrong(index, index, ("their",), UNFIT)
        return None
    if (before in _TOOK or is_plain(before)) and after in _SAY and not ends(words[index]):
        return Wrong(index, index, ("their",), UNFIT)
    return None


def _they(words: Sequence[str], index: int) -> Wrong | None:
    """ "The hall has they own boiler", "members and they families"."""
    before, after = at(words, index - 1), bare(at(words, index + 1))
    if before in ("of", "with", "to", "from", "by", "has", "into", "within", "about") and (
        after in _OWN or after in _SAY or is_plural(after)
    ):
        return Wrong(index, index, ("their",), UNFIT)
    if before == "and" and after in ("families", "children", "carers", "partners", "representatives"):
        return Wrong(index, index, ("their",), UNFIT)
    return None


def _how(words: Sequence[str], index: int) -> Wrong | None:
    """ "Those how live nearby", "residents how took part"."""
    before, after = at(words, index - 1).lower(), at(words, index + 1)
    if before not in _PEOPLE or after not in _DID or in_question(words, index) or ends(at(words, index - 1)):
        return None
    sure = before == "those" or after in ("took", "attended", "responded", "lived", "wished", "applied", "replied")
    if not sure and not opens(words, index - 1) and at(words, index - 2) not in ("the", "all", "some", "those"):
        return None
    told = {bare(each) for each in words[max(index - 6, 0) : index - 1]}
    if not {"tell", "told", "show", "shows", "showed", "ask", "asked", "explain", "teach", "see", "shown"}.isdisjoint(
        told
    ):
        return None
    return Wrong(index, index, ("who",), UNFIT)


def _whom(words: Sequence[str], index: int) -> Wrong | None:
    """ "People whom live nearby": not "most of whom live"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if after not in FINITE | {"live", "lives", "attended", "took", "use", "work"} or before in FUNCTION:
        return None
    return Wrong(index, index, ("who",), UNFIT) if before.isalpha() else None


def _were(words: Sequence[str], index: int) -> Wrong | None:
    """ "The road were the accident happened", "areas were use is low", "this is were"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if opens(words, index):
        sure = after in ("possible", "appropriate", "necessary", "practicable", "needed", "required")
        return Wrong(index, index, ("Where",), UNFIT) if sure and words[index] == "Were" else None
    if words[index] != "were":
        return None
    if before == "is" and after not in ("not",):
        return Wrong(index, index, ("where",), UNFIT)
    one = before in _PLACES
    if not one and before not in _MANY_PLACES:
        return None
    if not {"if", "as", "though", "unless"}.isdisjoint(map(bare, words[max(index - 5, 0) : index])):
        return None
    if after in ("it", "they", "we") or (after == "there" and at(words, index + 2) in FINITE):
        return Wrong(index, index, ("where",), UNFIT)
    if one and after in ("the", "a", "an", "this"):
        return Wrong(index, index, ("where",), UNFIT)
    verb = at(words, index + 2 + (after in ("the", "a", "an", "this", "no")))
    if verb in FINITE - {"do", "does", "did"} and (
        bare(after) in classes().both or is_singular(bare(after)) or after == "the"
    ):
        return Wrong(index, index, ("where",), UNFIT)
    return None


def _where(words: Sequence[str], index: int) -> Wrong | None:
    """ "The stalls where cleared.", "officers where asked": not "repairs where needed"."""
    before, raw = at(words, index - 1), at(words, index + 1)
    verb = bare(raw)
    if (
        before in _MANY_PLACES
        or not (is_plural(before.lower()) or before in ("they", "we", "people"))
        or ends(words[index])
    ):
        return None
    if not plain_of_past(verb) or verb in _WHERE_DONE or not raw.startswith(verb):
        return None
    if not (opens(words, index - 1) or (at(words, index - 2) in ("The", "These", "All") and opens(words, index - 2))):
        return None
    if not ends(raw) and at(words, index + 2) not in (
        "to",
        "in",
        "by",
        "at",
        "on",
        "for",
        "from",
        "of",
        "about",
        "with",
    ):
        return None
    return Wrong(index, index, ("were",), UNFIT)


def _its(words: Sequence[str], index: int) -> Wrong | None:
    """ "Completed it's review", "of it's own", "and it's route is shown": not "I think it's time"."""
    before, raw = bare(at(words, index - 1)), at(words, index + 1)
    after = bare(raw)
    if after in FUNCTION or not after.isalpha() or (plain_of_past(after) and after not in _OWNED):
        return None
    then = at(words, index + 2)
    ordinal = after in _ORDINALS and not ends(raw) and _is_noun(bare(then))
    noun = ordinal or _is_noun(after) or after in _OWN or after in _OWNED
    if not noun:
        return None
    # What is told of it stands after its noun: "it's results do not apply".
    verb = at(words, index + 2 + ordinal)
    if _is_noun(after) and not ends(raw) and verb in FINITE and at(words, index + 3 + ordinal) not in FINITE:
        return None if after in _HARDLY_OWNED else Wrong(index, index, _of_it(words[index]), UNFIT)
    # "Set out it's aims", "may use it's powers": verbs that are nouns too.
    if before in _PARTICLES:
        before = bare(at(words, index - 2))
        done = before if before in _WITH_PARTICLE else ""
    else:
        done = (plain_of_past(before) or (before if is_plain(before) else "")) or (before if before in _LEADS else "")
        done = done or (before if at(words, index - 2) in _MODALS and _is_noun(before) else "")
    if ends(at(words, index - 1)) or not done or done in _THINKS:
        return None
    if not ends(raw) and then in ("to", "that", "for") and after in ("time",):
        return None
    return Wrong(index, index, ("its",), UNFIT)


def _is_noun(word: str) -> bool:
    return is_singular(word) or is_plural(word)


def _of_it(word: str) -> tuple[str]:
    return ("Its" if word[0] == "I" else "its",)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        "there": _their,
        "they": _they,
        "how": _how,
        "whom": _whom,
        **dict.fromkeys(("it's", "it’s"), _its),
        **dict.fromkeys(("were", "Were"), _were),
        "where": _where,
    }
