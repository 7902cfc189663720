"""Words that do not go together: a verb that is not of its number, a verb in the wrong form, a word lost or left over.

A short list, on purpose: only what can be nothing else. Most passages have no two of these words beside each other,
which is the first look; the patterns are tried on the others alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise, product
from typing import Final, NamedTuple

from clerkwell.proofing.text.tokens import is_quoted, listed


class Slip(NamedTuple):
    """Words that do not go together, from where to where; `better` is what is right, "" where that is not certain.

    `lost`: a word is missing or one too many; else a form is wrong.
    """

    start: int
    end: int
    better: str
    lost: bool


# What verbs of reports are in their plain form, after "to" and "will": "appoint", and so "appointed", "appoints".
_VERBS: Final = listed(
    "accept achieve add address adopt agree allow amend appoint approve assess attend authorise avoid award become "
    "begin bring build carry change close commission complete comply confirm consider consult continue create deal "
    "decide delegate deliver demonstrate deploy develop discuss enable encourage endorse enforce engage enhance ensure "
    "enter establish explain explore extend fund give grant help identify implement improve include increase inform "
    "install introduce invest invite involve keep launch lead maintain make manage meet minimise monitor negotiate "
    "note obtain offer open pay prepare prevent procure produce promote protect provide publish receive recommend "
    "recruit reduce remain remove repair replace request require resolve respond retain review save secure select sell "
    "set serve show submit support take tender transfer undertake update use vary"
)
# Those whose past is not made by "-ed"; none where it is the plain form of another word, or the same.
_PAST: Final = {
    "become": "", "begin": "", "bring": "brought", "build": "built", "deal": "", "give": "gave", "keep": "kept",
    "lead": "", "make": "made", "meet": "met", "pay": "paid", "sell": "sold", "set": "", "show": "", "take": "took",
    "undertake": "", "carry": "carried", "comply": "complied", "identify": "identified", "vary": "varied",
    "submit": "submitted",
}  # fmt: skip
# Nouns too: "to increases in cost", "leads to changes", "to reviews".
_NOUNS: Final = listed(
    "address award build change close complete consult deal enter fund grant help increase invest invite launch lead "
    "note offer open pay repair replace request review save select set show support tender transfer update use "
    "approve add accept attend appoint commission extend"
)


def _past(verb: str) -> str:
    return _PAST[verb] if verb in _PAST else f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _third(verb: str) -> str:
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2] not in "aeo" else f"{verb}s"


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda each: (-len(each), each)))


_PASTS: Final = tuple(_past(verb) for verb in _VERBS if _past(verb))
_BARE_OF: Final = {
    **{_past(verb): verb for verb in _VERBS if _past(verb)},
    **{_third(verb): verb for verb in _VERBS if verb not in _NOUNS},
}
_MODALS: Final = ("will", "would", "should", "must", "could", "cannot")
_MANY: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "various")
_ASKED: Final = ("asked", "invited", "recommended", "requested")
_FEW: Final = ("note", "consider", "approve", "agree", "endorse", "delegate")
_ASKED_FOR: Final = (*_FEW, "authorise", "adopt", "receive", "comment")
_SINGULAR: Final = (
    "option", "proposal", "resident", "objection", "site", "councillor", "recommendation", "application", "response",
    "tender", "quotation", "vehicle", "objector", "complaint", "risk", "priority", "outcome", "principle",
)  # fmt: skip
_PLURAL: Final = (
    "policies", "proposals", "options", "figures", "measures", "changes", "costs", "arrangements", "recommendations",
    "reports", "applications", "powers", "services", "issues", "results", "actions", "targets", "sites", "projects",
    "schemes", "requirements", "responses", "comments", "objectives", "priorities", "improvements", "reductions",
    "increases", "sums", "areas", "plans", "budgets", "savings", "risks", "roles", "duties", "decisions",
)  # fmt: skip


def _one(plural: str) -> str:
    return f"{plural[:-3]}y" if plural.endswith("ies") else plural[:-1]


# "These measure is", but "these saving is" is no slip of the kind.
_ONE: Final = tuple(_one(each) for each in _PLURAL if each not in ("savings", "measures"))
_OF_SINGULAR: Final = {each: (f"{each[:-1]}ies" if each.endswith("y") else f"{each}s") for each in _SINGULAR}
_PEOPLE: Final = ("Officers", "Members", "Residents", "Councillors", "Tenants", "Governors", "Trustees")
_NEVER: Final = (
    "is are", "are is", "was were", "were was", "has have", "have has", "will is", "will are", "will has", "will was",
    "should will", "will should",
)  # fmt: skip
_DETERMINERS: Final = ("the a", "the an", "the our", "the their", "the its", "the this", "the these", "a the", "an the")

_PAIRS: Final = frozenset(
    chain(
        (tuple(each.split()) for each in (*_NEVER, *_DETERMINERS)),
        (("be", "been"), ("has", "be"), ("have", "be"), ("each", "of"), ("like", "to")),
        product(("to", "not", *_MODALS), _BARE_OF),
        product(("there",), ("is", "was", "are", "were")),
        product(("this",), _PLURAL),
        product(("these", "those"), _ONE),
        product((*map(str.lower, _PEOPLE), "they", "we"), ("is", "was", "has")),
        product((*_MANY, "both"), _SINGULAR),
        product(("order",), _VERBS),
        product(_ASKED, (*_ASKED_FOR, "the")),
        product(("been",), _FEW),
    )
)
_IS: Final = {"is": "are", "was": "were", "has": "have", "are": "is", "were": "was", "have": "has"}
_IS_WORD: Final = re.compile(r"\b(?:is|was|has|are|were|have)\b", re.IGNORECASE)


def _in_plain_form(match: re.Match[str]) -> str:
    return f"{match['before']} {_BARE_OF.get(match['verb'], '')}"


def _of_other_number(match: re.Match[str]) -> str:
    """The words with the first verb that tells a number turned into the other one."""
    words = match["said"] if "said" in match.re.groupindex else match[0]
    return _IS_WORD.sub(lambda each: _IS[each[0].lower()], words, count=1)


def _as_this(match: re.Match[str], words: str) -> str:
    return words.capitalize() if match[0][0].isupper() else words


def _with_to(match: re.Match[str]) -> str:
    return f"{match['before']} to {match['verb']}"


def _unsaid(_: re.Match[str]) -> str:
    return ""


# Where it is somebody's wish, or a word before asks or begins something else.
_NO_WILL: Final = "".join(f"(?<!{each} )" for each in ("the", "a", "his", "her", "their"))
_NO_CLAUSE: Final = "".join(
    f"(?<!{each} )" for each in ("what", "it", "there", "that", "who", "which", "they", "we", "you", "the")
)
_WISHES: Final = (
    r"(?:is|are|was|were|be|been) (?:proposed|recommended|asked|invited|required|able|unable|expected|intended|hoped"
    r"|necessary|possible|important|planned)|in order|seeks?|intends?|aims?|wish(?:es)?|hopes?|wants?|needs?|authority"
    r"|power|opportunity|proposal|would like"
)
_ENSURES: Final = (
    "ensures|provides|enables|allows|considers|delivers|includes|receives|becomes|makes|takes|gives|continues|agrees"
    "|identifies|maintains|improves|reduces|protects|promotes|achieves|develops"
)
_UNITS: Final = "year|month|week|day|hour|mile|metre|minute|way|storey|bed|pound|time"
_RISKS: Final = (
    "risk|need|requirement|cost|duty|saving|danger|difference|meeting|problem|shortage|gap|proposal|decision"
)
_NOT_IN_BETWEEN: Final = (
    "that|which|who|where|and|whose|they|we|it|there|you|these|those|should|would|could|will|may|might|must|can|to"
    "|officers|residents|members|what"
)
_BEGINS: Final = r"(?:\A|(?<=[.;:!?] ))(?:\(?[a-z\d]{1,3}[.)] |\d+(?:\.\d+)+ )?"

_Better = Callable[[re.Match[str]], str]
# A pattern, what is right, and whether a word is lost or left over; where a group `said` is, that is the fault.
_SLIPS: Final[tuple[tuple[re.Pattern[str], _Better, bool], ...]] = tuple(
    (re.compile(pattern), better, lost)
    for pattern, better, lost in (
        # will ensures, should approved; "the will expressed by residents"
        (
            rf"{_NO_WILL}\b(?P<before>(?:{_any(_MODALS)})(?: not)?) (?P<verb>{_any(_BARE_OF)})\b(?!-)",
            _in_plain_form, False,
        ),
        # is asked to approved, in order to ensures; not "due to increased costs", "agreed to revised terms"
        (
            rf"\b(?P<before>(?:{_WISHES}) to) (?P<verb>{_any(_BARE_OF)})\b(?!-)(?! (?:to|by|from|and) )",
            _in_plain_form, False,
        ),
        (rf"\b(?P<before>to) (?P<verb>{_ENSURES})\b(?!['’-])", _in_plain_form, False),
        (rf"\b(?P<before>(?:did|does|do) not) (?P<verb>{_any(_PASTS)})\b(?!-)", _in_plain_form, False),
        (r"\bwould like to thanks\b", lambda _: "would like to thank", False),
        (
            rf"\b(?P<before>(?:has|have|had) been) (?P<verb>{_any(_FEW)})\b",
            lambda match: f"{match['before']} {_past(match['verb'])}", False,
        ),
        # there is two, there are a risk
        (
            rf"\b[Tt]here (?:is|was) (?:currently |also |now )?(?:{_any(_MANY)})\b"
            rf"(?![ -](?:{_UNITS})s?\b)(?!-| or\b)",
            _of_other_number, False,
        ),
        (
            rf"\b[Tt]here (?:are|were) (?:also )?(?:a|an|no) (?:small |high |low |real |clear )?(?:{_RISKS})"
            r"\b(?=[.;:]| (?:that|to|in|for|from|between|with|at|on)\b)",
            _of_other_number, False,
        ),
        # this policies are, these policy is
        (
            rf"\b[Tt]his (?P<what>(?:{_any(_PLURAL)}) (?:are|were|have|apply|will))\b",
            lambda match: f"{_as_this(match, 'these')} {match['what']}", False,
        ),
        (
            rf"(?<!\bof )(?<!\bfor )\b(?:[Tt]hese|[Tt]hose) (?P<what>(?:{_any(_ONE)}) (?:is|was|has|applies|will))\b",
            lambda match: f"{_as_this(match, 'this')} {match['what']}", False,
        ),
        (rf"{_BEGINS}(?P<said>(?:{_any(_PEOPLE)}) (?:is|was|has))\b", _of_other_number, False),
        (r"(?<!who )(?<!what )(?<!which )\b(?:[Tt]hey|[Ww]e) (?:is|was|has)\b", _of_other_number, False),
        (
            rf"\b[Ee]ach of (?:the|these|those|our|its) (?:(?!(?:{_NOT_IN_BETWEEN})\b)[a-z-]+ ){{1,4}}?"
            r"(?P<said>have|are|were)\b",
            _of_other_number, False,
        ),
        # two option; "two site visits", "two risk registers"
        (
            rf"\b(?P<before>(?i:{_any((*_MANY, 'both'))})) (?P<verb>{_any(_SINGULAR)})"
            r"(?=[.,;:)]|\Z| (?:were|are|have|had|that|which|who)\b)",
            lambda match: f"{match['before']} {_OF_SINGULAR[match['verb']]}", False,
        ),
        # in order reduce, is asked approve, are asked the note
        (rf"\b(?P<before>[Ii]n order) (?P<verb>{_any(_VERBS)})\b", _with_to, True),
        (
            rf"\b(?P<before>(?:is|are) (?:therefore )?(?:{_any(_ASKED)})) (?P<verb>{_any(_ASKED_FOR)})\b(?!s)",
            _with_to, True,
        ),
        (
            rf"\b(?P<before>(?:is|are) (?:{_any(_ASKED)})) the (?P<verb>{_any(_ASKED_FOR)})\b(?= the\b| that\b)",
            _with_to, True,
        ),
        (r"\b(?:will|would|should|must) be been\b", _unsaid, True),
        (rf"{_NO_CLAUSE}\b(?:{_any(_NEVER)})\b(?= [a-z])", _unsaid, True),
        (r"\b(?P<before>has|have) be(?= [a-z]+(?:ed|en)\b)", lambda match: f"{match['before']} been", True),
        (
            rf"\b[a-z]{{3,}} (?P<said>{_any(_DETERMINERS)})\b(?! (?:la|priori|posteriori|fortiori|cappella)\b)"
            r"(?= [a-z]{2,})(?<!option a the)(?<!appendix a the)(?<!part a the)",
            _unsaid, True,
        ),
    )
)  # fmt: skip
_ASKS: Final = re.compile(r"[^.;!?]{0,300}\?")


def slips(text: str, words: Sequence[str]) -> Iterator[Slip]:
    """The words of a text that do not go together, in their order; `words` are its `bare_words`."""
    if _PAIRS.isdisjoint(pairwise(words)):
        return
    found = sorted(
        Slip(*match.span("said" if "said" in pattern.groupindex else 0), better(match), lost)
        for pattern, better, lost in _SLIPS
        for match in pattern.finditer(text)
        # "How will increased costs be met?"
        if lost or not _ASKS.match(text, match.end())
    )
    end = 0
    for each in found:
        if each.start >= end and not is_quoted(text, each.start):
            yield each
            end = each.end
