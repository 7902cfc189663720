"""A small word in another's place, told by what stands on both sides of it: "owned be the", "went form £20"."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from clerkwell.proofing.grammar.phrases import FINITE
from clerkwell.proofing.grammar.raw import UNFIT, Look, Wrong, at, bare, ends, in_question, opens, sentence_from
from clerkwell.proofing.grammar.word_classes import (
    classes,
    is_plain,
    is_plural,
    is_singular,
    plain_of_past,
    plain_of_third,
)
from clerkwell.proofing.text.tokens import listed

_BE: Final = listed("is are was were be been being")
_DETERMINERS: Final = listed("the a an its their our this these those all")
_THINGS: Final = _DETERMINERS | {"that"}
_MODALS: Final = listed("will would should must can could may might shall cannot")
_MONTHS: Final = listed(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday"
)
_SAID: Final = listed(
    "proposed recommended expected hoped noted agreed suggested anticipated intended estimated understood considered "
    "planned thought likely clear important possible necessary required"
)
_FORMS: Final = listed(
    "application booking order claim consent registration nomination entry request response feedback referral "
    "declaration evaluation assessment enrolment complaint complaints monitoring"
)
_FORM_VERBS: Final = listed(
    "to will would can could may might must should and which that who they we it not together also you shall or "
    "jointly did does do cannot both"
)
_MOVED: Final = listed(
    "went go goes rise rises rose rising fall falls fell falling increase increases increased decreased reduce "
    "reduces reduced moved move moves changed change extend extends extended run runs ran due back away apart "
    "different open up down out far taken made bought borrowed free absent closed valid payable position situation "
    "effect starts start begin begins hear heard quote quotes separate aside protected withdrawn drawn available "
    "income support advice letter email report copy grant grants funding"
)
_SET_OF: Final = {
    "respect": "in with", "terms": "in", "behalf": "on", "means": "by", "excess": "in", "lieu": "in", "favour": "in",
    "event": "the", "range": "a the", "series": "a the", "variety": "a the", "majority": "the", "rest": "the",
    "number": "a the", "list": "a the", "end": "the", "heart": "the", "cost": "the", "copy": "a", "copies": "and two",
    "use": "the", "members": "all", "basis": "the", "lack": "a", "result": "a",
}  # fmt: skip
_OFFICES: Final = listed("Head Director Leader Chair Clerk Manager Portfolio Service Department Secretary")
_SERVICES: Final = listed(
    "Finance Housing Planning Legal Law Education Transport Highways Resources Governance Children’s Adult Public "
    "Environment Communities Property Environmental Customer Children's Democratic Human Development Leisure Culture "
    "People Place Assets Regeneration Council Cabinet State the"
)
_NOT_QUITE: Final = listed(
    "possible able available clear likely required necessary known expected included appropriate intended proposed "
    "recommended considered permitted allowed allocated affected aware yet sufficient supported owned certain unusual "
    "feasible viable reasonable practical acceptable"
)
_STUDIED: Final = listed(
    "review assessment investigation examination search check analysis audit appraisal inspection evaluation "
    "understanding clean study consideration survey discussion scrutiny exercise process"
)
_PASSES: Final = listed(
    "run runs running ran go goes going went put carried pass passes passed passing delivered provided funded paid "
    "met achieved made routed break follow followed midway halfway all"
)
_TO_DO: Final = listed(
    "duty power asked likely need needs able unable required invited recommended expected wishes order due authority "
    "continue aims seeks agreed"
)
_COMPARED: Final = listed("more less higher lower better worse longer faster slower fewer")
_DID: Final = listed("did do does had have")


def _from_form(words: Sequence[str], index: int) -> Wrong | None:
    """ "Went form £20", "due form 1 May", "the letter form the owner"."""
    before, after = bare(at(words, index - 1)), at(words, index + 1)
    if before in _FORM_VERBS or not after or ends(at(words, index - 1)) or ends(words[index]):
        return None
    number = after[0] == "£" or after[0].isdigit() or after in _MONTHS
    if (
        number
        and before not in _FORMS
        and before not in ("the", "this", "a", "on", "in", "of", "see", "by", "using", "online")
    ):
        if after.isdigit() and len(after) < 2 and at(words, index + 2) not in _MONTHS and before not in _MOVED:
            return None
        return Wrong(index, index, ("from",), UNFIT)
    if after in _DETERMINERS and (before in _MOVED or plain_of_past(before)) and before not in ("agreed", "used"):
        if before in ("report", "support", "grant", "grants", "change", "quote", "start", "copy") and after not in (
            "the",
            "a",
        ):
            return None
        return Wrong(index, index, ("from",), UNFIT)
    return None


def _form_from(words: Sequence[str], index: int) -> Wrong | None:
    """ "The application from must", "the courtyard from reflects"."""
    before, after = bare(at(words, index - 1)), at(words, index + 1)
    if after in FINITE - {"can", "may", "might", "will"} or (after in _MODALS and before in _FORMS):
        if before in _FORMS and not in_question(words, index):
            return Wrong(index, index, ("form",), UNFIT)
        return None
    if plain_of_third(after) and (before in _FORMS or is_singular(before)) and at(words, index + 2) in _THINGS:
        clause = {bare(each) for each in words[sentence_from(words, index) : index]}
        if {"which", "that", "where", "who", "what", "whom", "they", "it", "we", "you"}.isdisjoint(clause):
            return Wrong(index, index, ("form",), UNFIT)
    if before in _FORMS and after in ("on", "at") and at(words, index + 2) in ("the", "our", "page"):
        return Wrong(index, index, ("form",), UNFIT)
    return None


def _be(words: Sequence[str], index: int) -> Wrong | None:
    """ "Is owned be the parish": not "that the land owned be sold"."""
    done, after = at(words, index - 1), at(words, index + 1)
    if at(words, index - 2) not in _BE or not plain_of_past(done) or not after:
        return None
    if after not in _DETERMINERS and not after[0].isupper():
        return None
    clause = {bare(each) for each in words[sentence_from(words, index) : index - 2]}
    if not {"what", "that", "which", "who", "it"}.isdisjoint(clause):
        return None
    return Wrong(index, index, ("by",), UNFIT)


def _by(words: Sequence[str], index: int) -> Wrong | None:
    """ "Will by held", "would by better"."""
    after = bare(at(words, index + 1))
    if at(words, index - 1) not in _MODALS | {"not"} or bare(at(words, index - 2)) in ("the", "a", "free"):
        return None
    if at(words, index - 1) == "not" and at(words, index - 2) not in _MODALS:
        return None
    if plain_of_past(after) or after in ("better", "able", "available", "likely", "required", "held", "necessary"):
        then = at(words, index + 2)
        if is_plural(bare(then)) or is_singular(bare(then)):
            return None  # "will by agreed rules"
        return Wrong(index, index, ("be",), UNFIT)
    return None


def _it(words: Sequence[str], index: int) -> Wrong | None:
    """ "The scheme it expected to": not "the scheme it replaced"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if after not in ("expected", "proposed", "recommended", "planned", "due", "intended", "hoped", "likely"):
        return None
    if not is_singular(before) or at(words, index + 2) not in ("to", "that") or ends(before):
        return None
    clause = {bare(each) for each in words[sentence_from(words, index) : index]}
    if not {"as", "what", "which", "that", "than", "when", "if", "because", "and"}.isdisjoint(clause):
        return None
    return Wrong(index, index, ("is",), UNFIT)


def _is(words: Sequence[str], index: int) -> Wrong | None:
    """ "Is is proposed", "it in recommended that", "it if expected that"."""
    after, before = at(words, index + 1), at(words, index - 1)
    if after == "is" and opens(words, index) and words[index] in ("Is", "If", "In", "Its"):
        return Wrong(index, index, ("It",), UNFIT)
    if before in ("It", "it") and after in _SAID and at(words, index + 2) in ("that", "to"):
        return Wrong(index, index, ("is",), UNFIT)
    return None


def _on(words: Sequence[str], index: int) -> Wrong | None:
    """ "It was on of three", "on of the options"."""
    after = at(words, index + 1)
    if after != "of" or at(words, index + 2) in ("course",):
        return None
    if words[index] == "On" and opens(words, index):
        return Wrong(index, index, ("One",), UNFIT)
    if at(words, index - 1) in ("is", "was", "are", "were", "as", "for", "only", "and", "by", "to", "with", "in", "at"):
        return Wrong(index, index, ("one",), UNFIT)
    return None


def _or(words: Sequence[str], index: int) -> Wrong | None:
    """ "In respect or the", "a number or residents", "the Head or Finance"."""
    before, after, first = at(words, index - 1), at(words, index + 1), at(words, index - 2)
    if before in _OFFICES and after in _SERVICES - {"Council", "Cabinet", "the"} and words[index] == "or":
        return Wrong(index, index, ("of",), UNFIT)
    if before not in _SET_OF or first.lower() not in _SET_OF[before].split():
        return None
    if before in ("respect", "terms", "behalf", "means", "lieu", "excess", "rest", "majority"):
        sure = after not in ("against",) and words[index] == "or"
    elif before in ("number", "range", "series", "variety", "list", "lack"):
        sure = words[index] == "or" and is_plural(bare(after))
    else:
        sure = False
    return Wrong(index, index, ("of",), UNFIT) if sure else None


def _no(words: Sequence[str], index: int) -> Wrong | None:
    """ "It is no possible", "does no cover", "no long needed"."""
    before, raw = at(words, index - 1), at(words, index + 1)
    after = bare(raw)
    if (
        after == "long"
        and before in ("is", "are", "was", "were", "will", "do", "does", "can", "has", "would", "be")
        and (not ends(raw))
    ):
        return Wrong(index, index + 1, ("no longer",), UNFIT)
    if before in ("is", "are", "was", "were") and after in _NOT_QUITE and not ends(words[index]):
        if is_singular(bare(at(words, index + 2))) or is_plural(bare(at(words, index + 2))):
            return None  # "there is no clear case"
        return Wrong(index, index, ("not",), UNFIT)
    if before in ("does", "do", "did", "will", "would", "should", "could", "must") and is_plain(after):
        return Wrong(index, index, ("not",), UNFIT)
    return None


def _know(words: Sequence[str], index: int) -> Wrong | None:
    """ "There were know objections", "know longer"."""
    before, after = at(words, index - 1), bare(at(words, index + 1))
    if after == "longer":
        return Wrong(index, index, ("no" if words[index][0].islower() else "No",), UNFIT)
    if before in ("is", "are", "was", "were", "has", "received", "had") and (
        is_plural(after) or after in ("evidence", "need", "doubt", "risk", "change", "reason", "objection", "plan")
    ):
        return Wrong(index, index, ("no",), UNFIT)
    if opens(words, index) and is_plural(after) and at(words, index + 2) in ("were", "are", "have"):
        return Wrong(index, index, ("No",), UNFIT)
    return None


def _too(words: Sequence[str], index: int) -> Wrong | None:
    """ "Sent too all tenants", "needs too act"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if ends(before) or ends(words[index]):
        return None
    if before == "to" and (is_plain(after) or after in classes().both):
        return Wrong(index - 1, index, ("to",), "has a word too many")
    if after in ("the", "all", "our", "its", "their", "a", "this", "these") and before.isalpha() and before not in (
        "all", "that", "it", "them", "is", "are", "was", "not", "this", "do", "but",
    ):  # fmt: skip
        return Wrong(index, index, ("to",), UNFIT)
    if before in (
        "needs",
        "need",
        "wish",
        "wishes",
        "has",
        "have",
        "able",
        "asked",
        "likely",
        "due",
        "want",
        "wants",
    ) and (is_plain(after) or after in ("be", "act", "pay", "report", "make", "help")):
        return Wrong(index, index, ("to",), UNFIT)
    return None


def _been(words: Sequence[str], index: int) -> Wrong | None:
    """ "Has bee agreed", "have ben agreed", "has not bean well used"."""
    before = at(words, index - 1)
    if before in ("has", "have", "had", "not", "also", "already", "since", "recently", "never", "previously"):
        return Wrong(index, index, ("been",), UNFIT)
    return None


def _then(words: Sequence[str], index: int) -> Wrong | None:
    """ "Costs more then it did", "Than the clerk will"."""
    if words[index] == "Than":
        return Wrong(index, index, ("Then",), UNFIT) if opens(words, index) else None
    before = at(words, index - 1)
    if before not in _COMPARED or at(words, index + 1) not in ("it", "they", "we"):
        return None
    return Wrong(index, index, ("than",), UNFIT) if at(words, index + 2) in _DID else None


def _thorough(words: Sequence[str], index: int) -> Wrong | None:
    """ "A through review", "runs though the park"."""
    before, after = at(words, index - 1), at(words, index + 1)
    if before in ("a", "A", "more", "very", "most") and bare(after) in _STUDIED:
        return Wrong(index, index, ("thorough",), UNFIT)
    if words[index] == "though" and before in _PASSES and after in ("the", "a", "an", "this", "its", "which"):
        then = bare(at(words, index + 3))
        return None if then in FINITE else Wrong(index, index, ("through",), UNFIT)
    return None


def _two(words: Sequence[str], index: int) -> Wrong | None:
    """ "The duty two consult"."""
    if at(words, index - 1) not in _TO_DO or not is_plain(bare(at(words, index + 1))):
        return None
    return Wrong(index, index, ("to",), UNFIT)


@cache
def looks() -> Mapping[str, Look]:
    """What is looked at, by the word that calls for it."""
    return {
        "form": _from_form,
        "from": _form_from,
        "be": _be,
        "by": _by,
        "it": _it,
        **dict.fromkeys(("Is", "If", "In", "Its", "in", "if"), _is),
        **dict.fromkeys(("on", "On"), _on),
        "or": _or,
        "no": _no,
        **dict.fromkeys(("know", "Know"), _know),
        "too": _too,
        **dict.fromkeys(("bee", "ben", "bean", "beed", "bene"), _been),
        **dict.fromkeys(("through", "though"), _thorough),
        "two": _two,
        **dict.fromkeys(("then", "Than"), _then),
    }
