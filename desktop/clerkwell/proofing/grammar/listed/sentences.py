"""Slips at the beginning of a sentence or right after a small word: "These is", "As mention above", "can found"."""

import re
from typing import Final

from clerkwell.proofing.grammar.listed.forms import VERBS, any_of, gerund, participle
from clerkwell.proofing.grammar.listed.numbers import PLURALS
from clerkwell.proofing.grammar.listed.patterns import BEGINS, Wrong, like, pairs, said, unsaid

_COUNT: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "several", "many")
_UNITS: Final = ("year", "month", "week", "day", "hour")
_LASTS: Final = (
    "term",
    "period",
    "contract",
    "lease",
    "plan",
    "programme",
    "consultation",
    "extension",
    "pilot",
    "trial",
)
_SEVERAL: Final = (PLURALS | {"alternatives"}) - {"works", "accounts", "savings"}
_TOLD: Final = ("outline", "mention", "describe", "explain", "discuss", "summarise", "state", "detail", "note")
_AFTER_IF: Final = (
    "approve", "agree", "adopt", "implement", "construct", "appoint", "publish", "submit", "introduce", "install",
    "require", "deliver",
)  # fmt: skip
_FOUND: Final = {
    **{participle(each): each for each in VERBS},
    "found": "find",
    "viewed": "view",
    "held": "hold",
    "met": "meet",
}
_DETERMINER: Final = "(?:the|an?|its|their|our|this|these|all)"
# After "of" one of these may be another clause's: "what the estate is made of includes".
_OF: Final = VERBS - {"include", "become", "enable", "represent", "require", "describe", "involve", "extend"}
_DECIDED: Final = (
    "decision",
    "voted",
    "resolved",
    "ability",
    "failure",
    "continues",
    "begun",
    "began",
    "plans",
    "agreed",
)
_MEMBERS: Final = "Member|Councillor|Officer|Resident|Tenant|Parent|Trader|Driver|Pupil|Carer|Landlord"
_OWNERS: Final = tuple(f"{each.lower()}{mark}s" for each in _MEMBERS.split("|") for mark in "'’")


def _participle_of(match: re.Match[str]) -> str:
    verb = match["said"]
    return {"state": "stated", "detail": "detailed", "note": "noted"}.get(verb) or participle(verb)


WRONG: Final = (
    # These is, This are, It have
    Wrong(
        pairs((("these", "those"), ("is", "was", "has"))),
        rf"{BEGINS}(?P<said>(?:These|Those) (?:is|was|has))\b",
        lambda match: match["said"].replace(" is", " are").replace(" was", " were").replace(" has", " have"),
    ),
    Wrong(
        pairs((("this", "it"), ("are", "were", "have"))),
        rf"{BEGINS}(?P<said>This (?:are|were|have)|It (?:are|have))\b(?! it\b)",
        lambda match: match["said"].replace(" are", " is").replace(" were", " was").replace(" have", " has"),
    ),
    Wrong(
        pairs((("this", "that", "another"), _SEVERAL)),
        rf"{BEGINS}(?:This|That|Another) (?P<said>{any_of(_SEVERAL)})\b(?= (?:is|was|has|will|would)\b)",
        lambda match: f"{match['said'][:-3]}y" if match["said"].endswith("ies") else match["said"][:-1],
    ),
    # there is risks, there has been three, there have been a rise
    Wrong(
        pairs((("is", "no", "also", "still"), _SEVERAL)),
        rf"(?<!all )(?<!what )\b(?P<said>[Tt]here is) (?:no |also |still )?(?:{any_of(_SEVERAL)})\b"
        r"(?=[.;]|\Z| (?:to|of|in|for|that|with|from|at|on)\b)",
        lambda match: match["said"].replace("is", "are"),
    ),
    Wrong(
        pairs((("been",), _COUNT)),
        rf"\b(?P<said>[Tt]here has been) (?:{any_of(_COUNT)}) [a-z]+s\b(?! of\b)",
        lambda match: match["said"].replace("has", "have"),
    ),
    Wrong(
        said("been a"),
        r"\b(?P<said>[Tt]here have been) a (?:rise|fall|increase|decrease|reduction|delay|change|decline|drop|loss)\b",
        lambda match: match["said"].replace("have", "has"),
    ),
    Wrong(said("not has"), r"\b(?P<before>do|does|did) not has\b", lambda match: f"{match['before']} not have"),
    # six week from, a five years term
    Wrong(
        pairs((_COUNT[:-2], _UNITS)),
        rf"\b(?:for|in|within|after|over|than|least|last|next|first) (?:{any_of(_COUNT[:-2])}) "
        rf"(?P<said>{any_of(_UNITS)})\b"
        r"(?= (?:from|in|ago|later|before|after|until|of)\b|[.;]|\Z)",
        lambda match: f"{match['said']}s",
    ),
    Wrong(
        pairs((tuple(f"{unit}s" for unit in _UNITS), _LASTS)),
        rf"\b[Aa] (?P<said>(?P<count>{any_of(_COUNT[:-2])}|\d{{1,2}}) (?P<unit>{any_of(_UNITS)})s)(?= "
        rf"(?:{any_of(_LASTS)})\b)",
        lambda match: f"{match['count']}-{match['unit']}",
    ),
    # The Councillor's were told
    Wrong(
        pairs((_OWNERS, ("are", "were", "have"))),
        rf"{BEGINS}(?:(?:The|All|Both|Some|Most) )?(?P<said>(?P<who>{_MEMBERS})['’]s)(?= (?:are|were|have)\b)",
        lambda match: f"{match['who']}s",
    ),
    # As mention above, If approve,
    Wrong(
        pairs((("as",), _TOLD)),
        rf"{BEGINS}As (?P<said>{any_of(_TOLD)})\b(?= (?:in|above|below|at|earlier|previously|by)\b)",
        _participle_of,
    ),
    Wrong(
        pairs((("once", "if", "when", "unless", "where"), _AFTER_IF)),
        rf"{BEGINS}(?:Once|If|When|Unless|Where) (?P<said>{any_of(_AFTER_IF)})\b(?=, | by )",
        _participle_of,
    ),
    Wrong(
        said("base on"),
        rf"{BEGINS}(?P<said>Base) on (?:the|these|this) (?:results?|findings|evidence|figures|data|information"
        r"|advice|assessment|analysis|responses|current|latest|above|survey|review)\b",
        lambda _: "Based",
    ),
    Wrong(said("following consult"), r"\b[Ff]ollowing (?P<said>consult) with\b", lambda _: "consultation"),
    # can found in, can be view
    Wrong(
        pairs((("can", "may", "might"), _FOUND)),
        rf"(?<![Tt]he )(?<![Aa] )(?<!tin )\b(?P<before>can|may|might) (?P<verb>{any_of(_FOUND)})\b"
        r"(?= (?:by|in|on|at|from|to|with|under|online)\b)",
        lambda match: f"{match['before']} be {match['verb']}",
        lost=True,
    ),
    Wrong(
        pairs((("be",), ("view", "find", "see", "download"))),
        r"\b(?:can|may|could|to) be (?P<said>view|find|see|download)\b(?= (?:in|on|at|from|by|online)\b|[.;])",
        lambda match: {"find": "found", "see": "seen"}.get(match["said"]) or f"{match['said']}ed",
    ),
    # would to thank, would like approve, has been be
    Wrong(
        pairs((("would", "should", "must", "could"), ("to",))),
        rf"\b(?:would|should|must|could) to (?:thank|{any_of(VERBS)})\b",
        unsaid,
        lost=True,
    ),
    Wrong(
        pairs((("like",), (*VERBS, "thank"))),
        rf"\bwould like (?P<said>thank|{any_of(VERBS)})\b(?= (?:{_DETERMINER}|that|members|officers)\b)",
        lambda match: f"to {match['said']}",
        lost=True,
    ),
    Wrong(said("been be"), r"\b(?:has|have|had) been be\b", unsaid, lost=True),
    Wrong(
        said("not longer"),
        r"\b(?:is|are|was|were|do|does|will|can) (?P<said>not) longer (?:able|required|needed|available|viable|used"
        r"|possible"
        r"|necessary|need|needs|be|provide|exist)\b",
        lambda _: "no",
    ),
    Wrong(said("longer to"), r"\b(?:will|can|would|could) no longer to\b", unsaid, lost=True),
    Wrong(
        said("proposed to", "recommended to", "recommended is", "recommended are"),
        rf"{BEGINS}(?P<said>The (?:proposed|recommended)) (?:to|is|are)\b(?!-)",
        unsaid,
        lost=True,
    ),
    # responsible for maintain the, looks forward to receive
    Wrong(
        pairs((("for", "of", "by", "without"), _OF)),
        rf"\b(?:for|of|by|without) (?P<said>{any_of(_OF)})\b(?= {_DETERMINER}\b)",
        lambda match: gerund(match["said"]),
    ),
    Wrong(
        said("forward to"),
        rf"\blook(?:s|ing|ed)? forward to (?P<said>{any_of(VERBS)})\b",
        lambda match: gerund(match["said"]),
    ),
    # the decision to closed the hall
    Wrong(
        pairs((("to",), (*_FOUND, "closed", "reduced", "increased"))),
        rf"\b(?:{any_of(_DECIDED)}) to (?P<said>closed|increased"
        rf"|{any_of(set(_FOUND) - {'become', 'found', 'begun'})})\b"
        r"(?= (?:the|an?|its|their|our|this|these)\b)",
        lambda match: {"closed": "close", "increased": "increase"}.get(match["said"]) or _FOUND[match["said"]],
    ),
    Wrong(
        said("need or"),
        r"\bin need (?P<said>or) (?:repair|replacement|refurbishment|improvement|help|care|support)\b(?! or\b)",
        lambda _: "of",
    ),
    Wrong(
        said("the january", "the february", "the march", "the april", "the may", "the june", "the july", "the august",
             "the september", "the october", "the november", "the december"),
        r"\b[Oo]n the (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
        r"(?=[.;]|\Z| (?:the|that|and)\b)",
        unsaid,
        lost=True,
    ),
    Wrong(
        said("on going"),
        r"\b(?:is|are|was|were|remains?|an) (?P<said>on going)\b(?! (?:to|back|into|on)\b)",
        lambda match: like(match, "ongoing"),
    ),
)  # fmt: skip
