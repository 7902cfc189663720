"""One where several are meant, and the other way round: "each of the option", "the costs is", "a number of issue"."""

import re
from typing import Final

from clerkwell.proofing.grammar.listed.forms import any_of
from clerkwell.proofing.grammar.listed.patterns import BEGINS, Wrong, like, pairs, said, unsaid
from clerkwell.proofing.text.tokens import listed

# What is counted, and is no other thing without its s: not "building" (of houses) or "service" (of a kind).
_COUNTED: Final = listed(
    "option issue resident respondent objection proposal recommendation application representation complaint "
    "councillor "
    "property project scheme tenant pupil household vehicle objector applicant consultee measure meeting site school "
    "response member officer ward committee tree area"
)
# Some are a kind of thing too: "a range of response", "all of the site is".
_ALWAYS: Final = _COUNTED - {"response", "measure", "site", "property", "area", "committee", "ward", "school"}
# Of these all may be present, or in favour.
_OF_SEVERAL: Final = _COUNTED - {"committee", "ward", "school", "project"} | {"building"}
PLURALS: Final = listed(
    "policies proposals options figures measures changes costs arrangements recommendations reports applications "
    "powers "
    "services issues results actions targets sites projects schemes requirements responses comments objectives "
    "priorities "
    "improvements reductions increases areas plans budgets savings risks roles duties decisions works fees charges "
    "consultants contractors reserves residents tenants councillors officers members grants contracts findings repairs "
    "accounts documents procedures payments objections tenders bids homes buildings properties roads vehicles trees "
    "meetings "
    "surveys assessments details reasons benefits impacts implications views concerns concessions tables funds events "
    "visits schools pupils families respondents applicants agreements leases licences"
)
# "A members' day", "a works depot": without those that begin another name.
_NEVER_ONE: Final = PLURALS - listed("works services accounts savings members residents tenants officers homes")
_COPIED: Final = ("plan", "report", "policy", "letter", "map", "survey", "strategy", "agreement", "lease")
_WHOLES: Final = ("scheme", "project", "report", "survey", "plan", "review", "proposal", "contract")
_DANGERS: Final = ("risk", "need", "duty", "danger", "shortage", "gap")
_HEADS: Final = listed(
    "impact cost list copy effect purpose aim value condition result outcome level length size design delivery "
    "implementation location cause timing scope use quality status nature"
)
_MANY: Final = "two|three|four|five|six|seven|eight|nine|ten|many|several|both|few"
_WHICH: Final = "(?:(?:main|key|other|new|existing|proposed|principal|major|remaining|current|local|biggest|chosen) )?"
# What shows that a noun ends there, and is not the first half of another: "each of the option appraisals".
_ENDS: Final = (
    r"(?=[.;)]|\Z|, | (?:is|are|was|were|have|has|had|will|would|should|that|which|who|to|in|for|at|on|with|from|by)\b)"
)
_SHOWS: Final = {
    "show": "shows", "provide": "provides", "outline": "outlines", "propose": "proposes", "recommend": "recommends",
    "seek": "seeks", "explain": "explains", "describe": "describes", "summarise": "summarises", "include": "includes",
    "contain": "contains", "give": "gives", "make": "makes", "consider": "considers", "advise": "advises",
    "identify": "identifies", "confirm": "confirms", "indicate": "indicates", "compare": "compares", "list": "lists",
}  # fmt: skip
_SHOW: Final = {
    "shows": "show", "suggests": "suggest", "indicates": "indicate", "includes": "include", "provides": "provide",
    "requires": "require", "confirms": "confirm", "demonstrates": "demonstrate", "reflects": "reflect",
    "remains": "remain", "relates": "relate", "continues": "continue", "applies": "apply", "comes": "come",
}  # fmt: skip
_DOCUMENTS: Final = "report|paper|table|appendix|document|chart|graph|strategy|policy"
_IS: Final = {"is": "are", "was": "were", "has": "have", "are": "is", "were": "was", "have": "has"}


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _several(match: re.Match[str]) -> str:
    return _plural(match["said"])


def _other(match: re.Match[str]) -> str:
    return _IS[match["said"]]


WRONG: Final = (
    # each of the option; "each of the option appraisals" is right
    Wrong(
        pairs((("one", "each", "either", "neither", *_MANY.split("|")), ("of",))),
        rf"\b(?:[Oo]ne|[Ee]ach|[Ee]ither|[Nn]either|[Ee]very one|{_MANY}|{_MANY.title()}) of (?:the|these|those|our"
        rf"|its) {_WHICH}"
        rf"(?P<said>{any_of(_ALWAYS)})\b{_ENDS}",
        _several,
    ),
    Wrong(
        pairs((("one",), ("of",))),
        rf"\b[Oo]ne of (?:the|our|its|these) {_WHICH}(?P<said>risk|reason|cause|benefit|aim|cost|change|challenge"
        rf"|concern|priority"
        r"|objective|action|target|outcome|service|building|site|response|area|figure)\b(?= (?:is|was|are|were|that"
        r"|which|has)\b|[.;])",
        _several,
    ),
    # all of the site have
    Wrong(
        pairs((("all", "some", "none", "most", "both"), ("of",))),
        rf"\b(?:[Aa]ll|[Ss]ome|[Nn]one|[Mm]ost|[Bb]oth) of (?:the|these|our) (?P<said>{any_of(_OF_SEVERAL)})\b"
        r"(?= (?:are|were|have)\b)",
        _several,
    ),
    # a number of issue
    Wrong(
        pairs((("number", "couple"), ("of",))),
        r"\b[Aa] (?:small |large |wide |significant |limited |growing )?(?:number|couple) of (?:different |new "
        r"|other |key |local )?"
        rf"(?P<said>{any_of(_COUNTED)})\b{_ENDS}",
        _several,
    ),
    Wrong(
        pairs((("range", "series", "variety"), ("of",))),
        r"\b[Aa] (?:wide |full |broad )?(?:range|series|variety) of (?:different |new |other |key |local )?"
        rf"(?P<said>option|issue|meeting|event|proposal|project|measure)\b{_ENDS}",
        _several,
    ),
    Wrong(
        pairs((("of",), ("respondent", "resident", "councillor", "objector", "tenant", "applicant", "pupil"))),
        rf"\bmajority of (?P<said>respondent|resident|councillor|objector|tenant|applicant|pupil)\b{_ENDS}",
        _several,
    ),
    Wrong(
        pairs((("of",), ("service", "activity"))),
        r"\b[Aa] (?:wide |full |broad )?(?:range|number|variety) of (?P<said>service|activity)\b(?= (?:are|were"
        r"|have)\b)",
        _several,
    ),
    # these service are; "the use of those plan" is not known
    Wrong(
        pairs((("these", "those"), (*_ALWAYS, "service", "building", "change", "cost", "figure", "report", "policy"))),
        r"(?<!of )(?<!for )\b(?:[Tt]hese|[Tt]hose) (?P<said>"
        rf"{any_of((*_ALWAYS, 'service', 'building', 'change', 'cost', 'figure', 'report', 'policy'))})\b"
        r"(?= (?:are|were|have|who|which)\b)",
        _several,
    ),
    # The costs is
    Wrong(
        pairs((PLURALS, ("is", "was", "has"))),
        rf"{BEGINS}(?:The|These|Those|All|Both|Its|Our|Their|Most|Several|Many) "
        rf"(?:(?:new|proposed|current|main|other|detailed|financial|council's) )?(?:{any_of(PLURALS)}) (?P<said>is"
        rf"|was|has)\b"
        r"(?! to (?:the|be)\b)",
        _other,
    ),
    # The figures shows
    Wrong(
        pairs((PLURALS, _SHOW), (("below", "above"), _SHOW)),
        rf"{BEGINS}(?:The|These|Those) (?:{any_of(PLURALS)})(?: (?:below|above))? (?P<said>{any_of(_SHOW)})\b",
        lambda match: _SHOW[match["said"]],
    ),
    # This report seek, The table below show the
    Wrong(
        pairs(((*_DOCUMENTS.split("|"), "below", "above"), _SHOWS)),
        rf"{BEGINS}(?:The|This) (?:{_DOCUMENTS})(?: (?:below|above))? (?P<said>{any_of(_SHOWS)})\b"
        r"(?= (?:the|an?|that|how|what|which|members|approval|agreement|its|this|all|options)\b)",
        lambda match: _SHOWS[match["said"]],
    ),
    # This reports sets out
    Wrong(
        said(*(f"this {each}" for each in ("reports", "papers", "policies", "proposals", "schemes", "strategies"))),
        r"\b[Tt]his (?P<said>reports|papers|policies|proposals|schemes|strategies)\b"
        r"(?= (?:is|has|was|sets|seeks|provides|outlines|asks|updates|presents|recommends|includes|explains)\b)",
        lambda match: {"policies": "policy", "strategies": "strategy"}.get(match["said"], match["said"][:-1]),
    ),
    # The impact of the changes are
    Wrong(
        pairs((PLURALS, ("are", "were", "have"))),
        rf"{BEGINS}(?:The|A|This) (?:overall |full |total |likely )?(?:{any_of(_HEADS)}) of (?:(?:the|these|our|all"
        rf"|its) )?"
        rf"(?:{any_of(PLURALS)}) (?P<said>are|were|have)\b",
        _other,
    ),
    Wrong(
        pairs((_COPIED, ("are", "were"))),
        rf"{BEGINS}A copy of (?:the|this|that|each) (?:[a-z]+ )?(?:{any_of(_COPIED)}) "
        r"(?P<said>are|were)\b",
        _other,
    ),
    # The number of visitors were
    Wrong(
        pairs((PLURALS | {"visitors", "people", "cases", "staff"}, ("were", "are", "have"))),
        rf"{BEGINS}The (?:total )?number of (?:{any_of(PLURALS | {'visitors', 'people', 'cases'})}) (?P<said>were"
        rf"|are|have)\b",
        _other,
    ),
    # The costs of the scheme is
    Wrong(
        pairs((_WHOLES, ("is", "was", "has"))),
        rf"{BEGINS}The (?P<what>costs|results|findings|terms|aims|benefits|objectives|effects|details) of (?:the|this) "
        rf"(?:[a-z]+ )?(?:{any_of(_WHOLES)}) (?P<said>is|was|has)\b(?! to be\b)",
        _other,
    ),
    # There are a significant risk
    Wrong(
        pairs((("significant", "serious", "potential", "major"), _DANGERS)),
        r"\b(?P<said>[Tt]here (?:are|were)) (?:also |still )?a (?:significant |serious |potential |major )"
        rf"(?:{any_of(_DANGERS)})\b(?=[.;:]| (?:that|to|in|for|of|with)\b)",
        lambda match: match["said"].replace("are", "is").replace("were", "was"),
    ),
    # a statutory duties
    Wrong(
        pairs((("a", "statutory", "new", "legal", "detailed"), _NEVER_ONE)),
        r"(?<!option )(?<!appendix )(?<!part )(?<!schedule )\b(?P<said>a (?:(?:statutory|new|legal|detailed) )?"
        rf"(?:{any_of(_NEVER_ONE)}))\b"
        r"(?=[.;]|\Z| (?:is|are|was|were|have|has|that|which)\b)",
        unsaid,
    ),
    Wrong(said("a results"), r"\b[Aa]s (?P<said>a results)\b", lambda match: like(match, "a result")),
)  # fmt: skip
