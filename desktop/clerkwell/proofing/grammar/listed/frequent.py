"""Verbs that are not of their number, or in a wrong form, and words left over: what is commonest in reports.

A short list, on purpose: only what can be nothing else.
"""

import re
from typing import Final

from clerkwell.proofing.grammar.listed.forms import any_of
from clerkwell.proofing.grammar.listed.patterns import BEGINS, Wrong, pairs, said, unsaid
from clerkwell.proofing.text.tokens import listed

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


# Where it is somebody's wish, or a word before asks or begins something else.
_NO_WILL: Final = "".join(f"(?<!{each} )" for each in ("the", "a", "his", "her", "their"))
_NO_CLAUSE: Final = "".join(
    f"(?<!{each} )" for each in ("what", "it", "there", "that", "who", "which", "they", "we", "you", "the")
)
# "The room we moved to takes fifty."
_NO_WAY: Final = "".join(
    f"(?<!{each} to)"
    for each in ("moved", "gone", "went", "refers", "referred", "belong", "leads", "led", "next", "close", "applies")
)
# "Who the tenants of the two flats were was not known."
_NO_QUESTION: Final = (
    r"(?:\A|[.;:!?]\s)"
    r"(?:(?!\b(?:[Ww]h(?:o|ose|at|ere|ich)|[Hh]ow|that)\b)(?:[^.;:!?]|[.;:!?](?!\s))){0,200}?"
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

WRONG: Final[tuple[Wrong, ...]] = (
    # will ensures, should approved; "the will expressed by residents"
    Wrong(
        pairs((("not", *_MODALS), _BARE_OF)),
        rf"{_NO_WILL}\b(?P<before>(?:{any_of(_MODALS)})(?: not)?) (?P<verb>{any_of(_BARE_OF)})\b(?!-)",
        _in_plain_form,
        False,
    ),
    # is asked to approved, in order to ensures; not "due to increased costs", "agreed to revised terms"
    Wrong(
        pairs((("to",), _BARE_OF)),
        rf"\b(?P<before>(?:{_WISHES}) to) (?P<verb>{any_of(_BARE_OF)})\b(?!-)(?! (?:to|by|from|and) )",
        _in_plain_form,
        False,
    ),
    Wrong(
        pairs((("to",), _ENSURES.split("|"))),
        rf"\b(?P<before>to){_NO_WAY} (?P<verb>{_ENSURES})\b(?!['’-])",
        _in_plain_form,
        False,
    ),
    Wrong(
        pairs((("not",), _PASTS)),
        rf"\b(?P<before>(?:did|does|do) not) (?P<verb>{any_of(_PASTS)})\b(?!-)",
        _in_plain_form,
        False,
    ),
    Wrong(said("to thanks"), r"\bwould like to thanks\b", lambda _: "would like to thank", False),
    Wrong(
        pairs((("been",), _FEW)),
        rf"\b(?P<before>(?:has|have|had) been) (?P<verb>{any_of(_FEW)})\b",
        lambda match: f"{match['before']} {_past(match['verb'])}",
        False,
    ),
    # there is two, there are a risk
    Wrong(
        pairs((("is", "was", "currently", "also", "now"), _MANY)),
        rf"\b[Tt]here (?:is|was) (?:currently |also |now )?(?:{any_of(_MANY)})\b"
        rf"(?![ -](?:{_UNITS})s?\b)(?!-| or\b)",
        _of_other_number,
        False,
    ),
    Wrong(
        said("there are", "there were"),
        rf"\b[Tt]here (?:are|were) (?:also )?(?:a|an|no) (?:small |high |low |real |clear )?(?:{_RISKS})"
        r"\b(?=[.;:]| (?:that|to|in|for|from|between|with|at|on)\b)",
        _of_other_number,
        False,
    ),
    # this policies are, these policy is
    Wrong(
        pairs((("this",), _PLURAL)),
        rf"\b[Tt]his (?P<what>(?:{any_of(_PLURAL)}) (?:are|were|have|apply|will))\b",
        lambda match: f"{_as_this(match, 'these')} {match['what']}",
        False,
    ),
    Wrong(
        pairs((("these", "those"), _ONE)),
        rf"(?<!\bof )(?<!\bfor )\b(?:[Tt]hese|[Tt]hose) (?P<what>(?:{any_of(_ONE)}) (?:is|was|has|applies|will))\b",
        lambda match: f"{_as_this(match, 'this')} {match['what']}",
        False,
    ),
    Wrong(
        pairs((_PEOPLE, ("is", "was", "has"))),
        rf"{BEGINS}(?P<said>(?:{any_of(_PEOPLE)}) (?:is|was|has))\b",
        _of_other_number,
        False,
    ),
    Wrong(
        pairs((("they", "we"), ("is", "was", "has"))),
        r"(?<!who )(?<!what )(?<!which )\b(?:[Tt]hey|[Ww]e) (?:is|was|has)\b",
        _of_other_number,
        False,
    ),
    Wrong(
        said("each of"),
        # "Officers from each of the schools have met"
        rf"(?<!from )(?<!for )(?<!of )(?<!to )(?<!by )(?<!with )(?<!in )(?<!In )(?<!For )(?<!at )"
        rf"\b[Ee]ach of (?:the|these|those|our|its) (?:(?!(?:{_NOT_IN_BETWEEN})\b)[a-z-]+ ){{1,4}}?"
        r"(?P<said>have|are|were)\b",
        _of_other_number,
        False,
    ),
    # two option; "two site visits", "two risk registers"
    Wrong(
        pairs(((*_MANY, "both"), _SINGULAR)),
        rf"\b(?P<before>(?i:{any_of((*_MANY, 'both'))})) (?P<verb>{any_of(_SINGULAR)})"
        r"(?=[.,;:)]|\Z| (?:were|are|have|had|that|which|who)\b)",
        lambda match: f"{match['before']} {_OF_SINGULAR[match['verb']]}",
        False,
    ),
    # in order reduce, is asked approve, are asked the note
    Wrong(pairs((("order",), _VERBS)), rf"\b(?P<before>[Ii]n order) (?P<verb>{any_of(_VERBS)})\b", _with_to, True),
    Wrong(
        pairs((_ASKED, _ASKED_FOR)),
        rf"\b(?P<before>(?:is|are) (?:therefore )?(?:{any_of(_ASKED)})) (?P<verb>{any_of(_ASKED_FOR)})\b(?!s)",
        _with_to,
        True,
    ),
    Wrong(
        pairs((("the",), _ASKED_FOR)),
        rf"\b(?P<before>(?:is|are) (?:{any_of(_ASKED)})) the (?P<verb>{any_of(_ASKED_FOR)})\b(?= the\b| that\b)",
        _with_to,
        True,
    ),
    Wrong(said("be been"), r"\b(?:will|would|should|must) be been\b", unsaid, True),
    Wrong(said(*_NEVER), rf"{_NO_QUESTION}{_NO_CLAUSE}\b(?P<said>{any_of(_NEVER)})\b(?= [a-z])", unsaid, True),
    Wrong(
        said("has be", "have be"),
        r"\b(?P<before>has|have) be(?= [a-z]+(?:ed|en)\b)",
        lambda match: f"{match['before']} been",
        True,
    ),
    Wrong(
        said(*_DETERMINERS),
        rf"\b[a-z]{{3,}} (?P<said>{any_of(_DETERMINERS)})\b(?! (?:la|priori|posteriori|fortiori|cappella)\b)"
        r"(?= [a-z]{2,})(?<!option a the)(?<!appendix a the)(?<!part a the)",
        unsaid,
        True,
    ),
)
