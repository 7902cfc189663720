"""What a label or a heading asks about: an implication, the options, a consultation, in any council’s words."""

import re
from functools import lru_cache
from typing import Final

from clerkwell.packs import Pack

# "6.1", "15.", "G4.", "(iv)" and a bullet before a heading or a label.
HEAD_NUMBER: Final = re.compile(
    r"\A(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\([a-z]{1,4}\)|[a-z]\)|[A-Z]\d{1,2}(?:\.\d{1,2})?[.)]?|[A-Z][.)]|[IVX]{1,4}[.)]"
    r"|[•▪●–—-])\s+"
)
# An aside at the end: "Equality (Public Sector Equality Duty)".
_ASIDE: Final = re.compile(r"\s*\([^()]{1,60}\)\s*\Z")
_WORD: Final = re.compile(r"[a-z0-9]+(?:[-’'.][a-z0-9]+)*")
_LONGEST: Final = 90


def _each(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


_IMPLIED: Final = re.compile(
    r"(?:[\w’'&/,-]+ ){1,6}implications?(?: and risks?)?(?:\s*\([\w\s]{1,30}\))?"
    r"|(?:legal|financial|equalit\w+|staff\w*|human|risk|climate|environmental|procurement|health|sustainability) "
    r"(?:[\w’'&/,-]+ ){0,4}(?:considerations|consequences|comments)(?: [–—-] \w+)?"
    r"|implications? (?:[–—-] )?(?:for |of |on )?(?:[\w’'&-]+ ?){1,5}",
    re.IGNORECASE,
)
# Each of these names an implication by itself.
_STRONG: Final = _each(
    "equality equalities edi eia eqia ehria dpia diversity inclusion inclusivity legal law financial finance"
    " finances staffing workforce hr risk risks climate carbon decarbonisation emissions environment environmental"
    " nature ecology ecological biodiversity wildlife sustainability sustainable health wellbeing well-being safety"
    " safeguarding procurement poverty socio-economic cohesion crime disorder consultation consultations consultees"
    " consulted engagement sec17 s17 privacy"
)
_PHRASES: Final = (
    "human rights", "human resources", "social value", "data protection", "information governance", "net zero",
    "value for money", "information security", "corporate parenting", "rural proofing", "welsh language",
)  # fmt: skip
# These name one among others of their kind, or where implications are told anyway.
_WEAK: Final = _each(
    "money cost costs people personnel staff staffing employees employment property assets asset land estates"
    " buildings policy policies children family families community communities social value resources resource"
    " resourcing ict it digital technology data information security governance corporate strategic economic economy"
    " growth rural rurality transport insurance tax vat budget budgetary savings capital revenue residents customers"
    " tenants partners partnership partnerships rights communications reputation reputational ethics constitution"
    " constitutional democratic welfare housing contracts commercial planning heritage animals energy water waste air"
    " quality accessibility access welsh language youth age older young carers veterans armed forces"
)
# Words that go with them and name nothing.
_BESIDE: Final = _each(
    "a an and or of on in for to from by with the any other others wider further key main specific relevant associated"
    " arising additional consideration considerations implication implications impact impacts assessment assessments"
    " analysis appraisal comment comments advice issue issues matter matters effect effects consequence consequences"
    " duty duties statement aspect aspects question questions point points what about how will is are there does do"
    " this these our proposal proposals decision affect affects say says mean means summary general public sector"
    " section statutory powers power protection protected act management mitigation register change changes action"
    " emergency net zero natural human resources health well being anti-social behaviour prevention reduction"
    " undertaken carried out carried-out held external internal stakeholder stakeholders ward wards member members"
    " councillor councillors local trade unions union portfolio holder with prior previous public community"
    " considered rejected discounted dismissed available alternative possible business continuity fire security"
    " services team s151 s.151 151 17"
)
_OPTIONS: Final = re.compile(
    r"(?:the )?(?:other |any |alternative |possible |further )*(?:options?|alternatives?|courses(?: of action)?|choices"
    r"|ways forward|approaches)"
    r"(?: (?:and|which|that|were|we|have|been|also|but|considered|looked at|explored|appraised|appraisal|analysis"
    r"|available|rejected|discounted|dismissed|ruled out|reasons?|for|rejection|their|why|alternatives?|options?))*",
)
_KNOWN: Final = _STRONG | _WEAK | _BESIDE
# Who speaks for an implication: "Comments of the Section 151 Officer", "Monitoring Officer’s view".
_SPEAKS: Final = re.compile(
    r"(?:(?:comments?|views?|advice|observations) (?:of|from|by) )?(?:the )?(?:section 151 officer|s\.?151 officer"
    r"|(?:chief |director of )?finance(?: officer)?|chief finance officer|treasurer|monitoring officer|county solicitor"
    r"|(?:borough |city |district |county )?solicitor)(?:[’']s)?(?: (?:comments?|views?|advice|observations))?"
)


def asks_for_words(heading: str, pack: Pack) -> bool:
    """Whether a heading, or a label, is one of the matters that a report has to consider: an implication, the options,
    whom the council asked."""
    if len(heading) > 2 * _LONGEST:
        return False
    words = _bare(heading)
    return 0 < len(words) <= _LONGEST and (_is_asked(words) or _is_titled(words, pack))


def may_ask_for_words(label: str, pack: Pack) -> bool:
    """Whether a label is one of them where others stand beside it: "Money", "People and property"."""
    words = frozenset(_WORD.findall(_bare(label)))
    return asks_for_words(label, pack) or (bool(words & _WEAK) and words <= _KNOWN)


@lru_cache(maxsize=512)
def _is_asked(words: str) -> bool:
    """Whether words without a number before them name such a matter."""
    if _IMPLIED.fullmatch(words) or _OPTIONS.fullmatch(words) or _SPEAKS.fullmatch(words):
        return True
    each = frozenset(_WORD.findall(words))
    return each <= _KNOWN and (bool(each & _STRONG) or any(phrase in words for phrase in _PHRASES))


def _is_titled(words: str, pack: Pack) -> bool:
    """Whether the pack has an implication of this title."""
    asked = (spec for spec in pack.manifest.section if spec.group and spec.nil == "reason")
    return any(words == title.casefold().rstrip(": ") for spec in asked for title in (spec.title, *spec.aliases))


def _bare(heading: str) -> str:
    words = HEAD_NUMBER.sub("", heading.strip(), count=1)
    return _ASIDE.sub("", words).rstrip(" :.–—-?").replace("’", "'").casefold()
