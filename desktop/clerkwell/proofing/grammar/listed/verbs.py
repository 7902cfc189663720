"""Verbs in a wrong form: "has been agree", "in order to providing", "will able to"."""

import re
from typing import Final

from clerkwell.proofing.grammar.listed.forms import VERBS, any_of, gerund, participle, third
from clerkwell.proofing.grammar.listed.patterns import BEGINS, Wrong, like, pairs, unsaid
from clerkwell.proofing.text.tokens import listed

_BE_FORMS: Final = ("is", "are", "was", "were")
_HAVE: Final = ("has", "have", "had")
_MODALS: Final = ("will", "would", "should", "must", "can", "could", "may", "might", "shall")
_ADVERBS: Final = ("also", "already", "recently", "previously", "now", "fully", "formally", "initially", "therefore")
# "There may be pay for all", "the fees will be pay": one of them is a noun.
_MADE: Final = (VERBS | {"hold"}) - {"pay"}
_MADE_OF: Final = {**{each: participle(each) for each in _MADE}, "hold": "held"}
# What goes on from a verb that was meant to be a participle. Where a noun follows, the verb may be another clause's:
# "What the aims have been include the following".
_ON: Final = (
    r"(?=[.;)]|\Z| (?:by|in|on|at|to|for|with|from|under|that|as|of|until|into|through|because|during|within|before"
    r"|after"
    r"|when|while|which|since|between|across|over|upon|against|out)\b)"
)
# Only verbs of what people do: "the powers that the council has include" is right.
_DONE: Final = (
    "agree", "ask", "approve", "decide", "appoint", "adopt", "confirm", "consider", "recommend", "receive", "publish",
    "submit", "consult", "discuss", "identify", "develop", "commence", "commit", "determine", "endorse",
)  # fmt: skip
_WHO: Final = (
    "Council|Cabinet|Committee|Panel|Board|Executive|Partnership|[Tt]eam|[Oo]fficers|[Mm]embers|[Cc]ouncillors|Trust"
    "|contractor|council|committee|cabinet|panel|board|service|Government|government"
)
# After these "to" is followed by the plain form alone.
_WISHED: Final = (
    r"(?:in order|so as|seeks?|seeking|aims?|aiming|intends?|wish(?:es)?|hopes?|able|unable|required|asked|invited"
    r"|recommended"
    r"|likely|proposed|expected|intended|necessary|possible|authority|authorised|working)"
)
_GERUNDS: Final = {
    gerund(each): each
    for each in VERBS - {"serve", "develop", "continue", "include", "engage", "govern", "write", "encourage", "become"}
}
_IN_ORDER: Final = {
    "meeting": "meet", "using": "use", "keeping": "keep", "helping": "help", "having": "have", "being": "be",
    "supporting": "support", "increasing": "increase", "completing": "complete", "securing": "secure",
}  # fmt: skip
_THIRDS: Final = {third(each): each for each in VERBS}
_ASKED: Final = {
    **_THIRDS, "notes": "note", "comments": "comment", "reviews": "review", "supports": "support",
    "delegates": "delegate",
}  # fmt: skip
_PAST: Final = {participle(each): each for each in VERBS - {"give", "take", "write", "begin", "undertake", "choose"}}
# The past that stands where a participle belongs. Of those in the second line the past is a noun too.
_PARTICIPLE: Final = {
    "ran": "run", "became": "become", "undertook": "undertaken", "withdrew": "withdrawn", "oversaw": "overseen",
    "grew": "grown", "rose": "risen", "spoke": "spoken", "broke": "broken", "drove": "driven", "knew": "known",
    "arose": "arisen", "forgot": "forgotten", "threw": "thrown", "drew": "drawn",
}  # fmt: skip
_PASSIVE: Final = ("ran", "undertook", "withdrew", "oversaw", "threw", "drew")
_ABLE_TO: Final = VERBS | listed("claim meet keep do go get have be see use find buy offer access cope deal")
_WHOLES: Final = (
    "scheme",
    "plan",
    "project",
    "report",
    "programme",
    "package",
    "site",
    "building",
    "proposal",
    "estate",
    "fund",
    "strategy",
)
_AIM: Final = r"\b(?:purpose|aim|objective|intention|function)s?(?: [\w’'-]+){0,6}"
_DETERMINER: Final = r"(?:the|a|an|its|their|our|this|these|that|all|any|each|members|Members|residents|how|whether)"
# "What they did was provide lunch", "all it can do is agree": the verb is what the sentence is about.
_CLEFT: Final = re.compile(
    r"\b(?:do|does|did|doing|done|can|what|all|only|thing|step|stage|options?|choices?|tasks?|recommendations?"
    r"|actions?|next"
    r"|first|second|third|last|either|whether|instructions?|words?|verbs?|duties|aims?|heading|command|button)\b",
    re.IGNORECASE,
)


def _done(match: re.Match[str]) -> str:
    return f"{match['before']} {_MADE_OF[match['verb']]}"


def _unless_cleft(match: re.Match[str]) -> str | None:
    start = max(match.string.rfind(". ", 0, match.start()), 0)
    return None if _CLEFT.search(match.string, start, match.start()) else _done(match)


def _plain(match: re.Match[str]) -> str:
    verb = match["verb"]
    return f"{match['before']} {_GERUNDS.get(verb) or _IN_ORDER.get(verb) or _ASKED.get(verb) or _PAST[verb]}"


def _to_plain(match: re.Match[str]) -> str:
    return f"{match['before']} to {match['verb']}"


def _participle(match: re.Match[str]) -> str:
    return f"{match['before']} {_PARTICIPLE[match['verb']]}"


_V: Final = rf"(?P<verb>{any_of(_MADE)})\b(?![-’'])"
_OF_BE: Final = rf"(?P<before>(?:{any_of(_BE_FORMS)})(?: (?:{any_of(_ADVERBS)}))?)"

WRONG: Final = (
    # has been agree by, is being consult on
    Wrong(
        pairs((("been", "being", *_ADVERBS), _MADE)),
        rf"(?<!time )(?<!well )(?<![-\w])(?P<before>(?:been|being)(?: (?:{any_of(_ADVERBS)}))?) {_V}(?:(?=, )|{_ON})",
        _done,
    ),
    # will be carry out
    Wrong(
        pairs((("be",), _MADE)),
        rf"\b(?P<before>(?:{any_of(_MODALS)}|to|not|cannot|also|therefore) be) {_V}{_ON}",
        _done,
    ),
    # will be provide the, to be improve access
    Wrong(
        pairs((("be",), _MADE)),
        rf"(?<!there )\b(?:{any_of(_MODALS)}|to) be {_V}(?= (?!and\b|or\b)[a-z])(?!{_ON[3:]}",
        unsaid,
    ),
    # the matter was refer to Cabinet
    Wrong(
        pairs((_BE_FORMS, _MADE), (_ADVERBS, _MADE)),
        rf"(?<!they )(?<!it )(?<!there )(?<!we )(?<!he )(?<!she )\b{_OF_BE} {_V}{_ON}",
        _unless_cleft,
    ),
    Wrong(
        pairs((_HAVE, _DONE)),
        rf"{BEGINS}(?:(?:The|Our|This) )?(?:[A-Za-z][\w-]* ){{0,3}}(?:{_WHO}) (?P<said>(?P<before>has|have) "
        rf"(?P<verb>{any_of(_DONE)}))\b(?= (?:to|that|the|a|an|for|on|with|in|by|all|this)\b)",
        _done,
    ),
    # has been estimate at, was award to, was fund by, be note that
    Wrong(
        pairs((("be", "been", *_BE_FORMS), ("estimate", "award", "fund", "note"))),
        r"(?<!there )\b(?P<before>(?:be|been)|(?<!it )(?<!there )(?:is|are|was|were)) (?P<verb>estimate(?= (?:at|to "
        r"be)\b)"
        r"|award(?= (?:to|by)\b)|fund(?= by\b)|note(?= that\b))",
        lambda match: f"{match['before']} {match['verb'].rstrip('e')}ed",
    ),
    # Members are request to
    Wrong(
        pairs((("is", "are"), ("request", "invite"))),
        r"\b(?:[Mm]embers|[Cc]abinet|[Cc]ommittee|[Cc]ouncil|[Pp]anel|[Bb]oard|[Ee]xecutive) (?P<said>(?P<before>is"
        r"|are) "
        r"(?P<verb>request|invite)) to\b",
        lambda match: f"{match['before']} {match['verb'].rstrip('e')}ed",
    ),
    # is been delivered, is currently be reviewed
    Wrong(
        pairs((_BE_FORMS, ("been",))),
        rf"(?<!as it )(?<!as they )(?<!what it )\b(?:{any_of(_BE_FORMS)}) been(?= [a-z]+(?:ed|en|ade)\b)",
        unsaid,
    ),
    Wrong(
        pairs((_BE_FORMS, ("be",)), (("currently", "still", "now", "also"), ("be",))),
        rf"(?<!it )(?<!they )(?<!that )(?<!there )(?<!who )(?<!which )\b(?P<before>(?:{any_of(_BE_FORMS)})(?: "
        rf"(?:currently|still|now"
        r"|also))?) be(?= [a-z]+(?:ed|en|ade)\b)",
        unsaid,
    ),
    # in order to providing, required to carrying
    Wrong(
        pairs((("to",), _GERUNDS)),
        rf"\b(?P<before>{_WISHED} to|required by law to) (?P<verb>{any_of(_GERUNDS)})\b(?!-)",
        _plain,
    ),
    Wrong(
        pairs((("to",), _GERUNDS)),
        rf"{_AIM} (?P<said>(?P<before>(?:is|are|was) to) (?P<verb>{any_of(_GERUNDS)}))\b(?!-)",
        _plain,
    ),
    Wrong(
        pairs((("to",), _IN_ORDER)),
        rf"\b(?P<before>(?:in order|so as) to) (?P<verb>{any_of(_IN_ORDER)})\b(?!-)",
        _plain,
    ),
    # is asked to notes the, is to informs
    Wrong(
        pairs((("to",), _ASKED)),
        rf"\b(?P<before>(?:asked|invited|recommended|requested|able|unable) to) (?P<verb>{any_of(_ASKED)})\b"
        r"(?= (?:the|that|this|these|its|whether|a|an|how)\b)",
        _plain,
    ),
    Wrong(
        pairs((("to",), _THIRDS)),
        rf"\b(?P<before>(?:is|are|was|were) to) (?P<verb>{any_of(_THIRDS)})\b(?!-)",
        _plain,
    ),
    Wrong(
        pairs((("to",), _PAST)),
        rf"{_AIM} (?P<said>(?P<before>(?:is|are|was) to) (?P<verb>{any_of(_PAST)}))\b(?= (?:the|a|an|its|their|our)\b)",
        _plain,
    ),
    # seeking to appointed a
    Wrong(
        pairs((("to",), _PAST)),
        rf"\b(?P<before>(?:seeks?|seeking|aims|aiming|intends?|wishes|hopes) to) (?P<verb>{any_of(_PAST)})\b"
        r"(?= (?:the|a|an|its|their|our|this|these)\b)",
        _plain,
    ),
    # must had regard
    Wrong(
        pairs((("must", "should", "would", "could", "might"), ("had",))),
        r"(?<!the )(?<!they )(?<!we )(?<!it )(?<!he )(?<!she )\b(?P<before>must|should|would|could|might) had\b",
        lambda match: f"{match['before']} have",
    ),
    # will be ran by, has became
    Wrong(
        pairs((("be", "been", *_BE_FORMS), _PASSIVE)),
        rf"(?<!they )(?<!we )(?<!it )(?<!he )(?<!she )(?<!there )(?<!who )(?<!that )\b(?P<before>be|been|is|are|was"
        rf"|were) "
        rf"(?P<verb>{any_of(_PASSIVE)})\b(?= (?:by|in|on|at|from|for|to|with|as|under|up|out|during|twice|each"
        rf"|every)\b|[.;])",
        _participle,
    ),
    Wrong(
        pairs((("has", "have", "been"), _PARTICIPLE)),
        rf"(?<!they )(?<!we )(?<!it )(?<!he )(?<!she )(?<!you )\b(?P<before>has|have|been) "
        rf"(?P<verb>{any_of(_PARTICIPLE)})\b"
        r"(?! (?:and|or|bushes|beds|gardens?)\b)",
        _participle,
    ),
    # will able to
    Wrong(
        pairs((_MODALS, ("able",))),
        rf"\b(?P<before>{any_of(_MODALS)}) able to\b",
        lambda match: f"{match['before']} be able to",
        lost=True,
    ),
    Wrong(
        pairs((("to",), ("able",))),
        r"\bto able to\b",
        lambda _: "to be able to",
        lost=True,
    ),
    Wrong(
        pairs((("able", "unable"), _ABLE_TO)),
        rf"\b(?P<before>able|unable) (?P<verb>{any_of(_ABLE_TO)})\b(?!-)",
        _to_plain,
        lost=True,
    ),
    # the purpose of this report is inform members
    Wrong(
        pairs((("is",), VERBS)),
        rf"{BEGINS}The (?:main |overall |key )?(?:purpose|aim|objective|intention)(?: of (?:the|this|our) [a-z]+)? "
        rf"(?P<said>(?P<before>is) (?P<verb>{any_of(VERBS)}))(?= {_DETERMINER}\b)",
        _to_plain,
        lost=True,
    ),
    # is required provide the
    Wrong(
        pairs((("required", "expected", "likely", "seeks", "aims", "intends", "wishes", "hopes"), VERBS)),
        r"\b(?P<before>(?:(?:is|are|was|were|be) (?:required|expected|likely)|seeks|aims|intends|wishes|hopes)) "
        rf"(?P<verb>{any_of(VERBS)})\b(?= (?:the|a|an|its|their|our)\b)",
        _to_plain,
        lost=True,
    ),
    # is depend on
    Wrong(
        pairs((_BE_FORMS, ("consist", "consists", "depend", "depends", "rely", "relies", "belong", "belongs"))),
        rf"(?<!they )(?<!it )\b(?:{any_of(_BE_FORMS)}) (?:consists? of|depends? (?:up)?on|rel(?:y|ies) (?:up)?on"
        rf"|belongs? to)\b",
        unsaid,
    ),
    Wrong(
        pairs((_WHOLES, ("consist", "comprise", "depend", "rely", "belong"))),
        rf"{BEGINS}(?:The|This|Our|Each) (?:{any_of(_WHOLES)}) (?P<said>consist(?= of\b)|depend(?= (?:up)?on\b)"
        rf"|rely(?= (?:up)?on\b)"
        r"|belong(?= to\b)|comprise(?= (?:of|the|an?|two|three|four|five|six|\d+)\b))",
        lambda match: "relies" if match["said"] == "rely" else f"{match['said']}s",
    ),
    # the approve the
    Wrong(
        pairs((("the", "an"), VERBS)),
        rf"\b(?P<to>to )?the (?P<verb>{any_of(VERBS)})\b(?= (?:the|an?|that|its|their|this|these|all)\b)",
        lambda match: like(match, f"to {match['verb']}") if match["to"] else "",
        lost=True,
    ),
)  # fmt: skip
