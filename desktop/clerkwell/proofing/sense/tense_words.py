"""How a text tells a day as gone or as still to come: the patterns that `tense` goes by, each with its `date`."""

import re
from typing import Final

from clerkwell.proofing.text.months import MONTH

_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_DATE: Final = (
    rf"(?:{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH}),?\s+(?P<year>(?:19|20)\d\d)"
    rf"|{_WEEKDAY}(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>(?:19|20)\d\d)"
    rf"|(?P<month3>{MONTH})\s+(?P<year3>(?:19|20)\d\d)"
    r"|(?P<day4>\d{1,2})/(?P<month4>\d{1,2})/(?P<year4>(?:19|20)\d\d)"
    r"|(?P<year5>(?:19|20)\d\d))(?![\d/]|[-–]\d)"
)
# Where a sentence begins, after the number that may be typed before its paragraph.
_BEGINS: Final = r"(?:^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)?|(?<=[.;]\s))\s*"
# Things that are over once they are told as done. "was agreed for" or "was extended to" is not among them: what comes
# after says what they are done for.
_DONE: Final = (
    r"approved|adopted|agreed|considered|published|held|completed|signed|opened|closed|launched|received|submitted|issued"
    r"|presented|reported|discussed|rejected|refused|granted|awarded|carried\s+out|undertaken|conducted|inspected|visited"
    r"|introduced|established|finished|implemented|delivered|noted|confirmed|announced|appointed|elected|sealed|sent"
    r"|circulated|consulted|reviewed|ratified|endorsed|demolished|sold|bought|purchased|built|installed|withdrawn|made|switched\s+(?:on|off)"
    r"|handed\s+over|paid|moved|removed|replaced|repaired|cleared|planted|painted|tested|transferred|returned|recruited|written|shared|piloted|deferred|heard|tried"
    r"|sentenced|convicted|prosecuted|upheld|dismissed|lodged|served|registered|determined"
    r"|exchanged|handed\s+back|(?:handed|shown)(?=\s+to\s)|(?:told|informed|briefed)(?=\s+(?:on|in|during)\s)"
)
_PAST_BY_ITSELF: Final = (
    r"took\s+(?:place|effect)|ran(?=\s+(?:on|in|during)\s)|met|began|ended|closed|opened|started|finished|came\s+into\s+(?:force|effect)|went\s+live|resigned"
    r"|retired|died|expired|happened|occurred|came\s+(?:home|back)|returned|arrived|left|departed|ceased|stopped|joined|voted|wrote"
    r"|replied|(?:was|were)(?=\s+on\s)"
)
_AGENT: Final = (
    r"(?:\s+(?:by|to|at|with|for|in)\s+(?:(?:the|a|an|its|their|our|this|that|full)\s+)?"
    r"[\w’'&-]+(?:\s+[\w’'&-]+){0,6}?)??"
)
_ON: Final = r"\s+(?:back\s+)?(?P<on>on|in|during)\s+"
PAST: Final = re.compile(
    rf"\b(?:(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:(?!to\b|not\b|due\b)[\w-]+ly\s+|also\s+|first\s+|then\s+)?(?:{_DONE})"
    rf"|(?:{_PAST_BY_ITSELF})){_AGENT}{_ON}(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "On 12 March 2031 the Committee approved": the date before its verb.
PAST_LED: Final = re.compile(
    rf"{_BEGINS}(?:On|In|During)\s+(?P<date>{_DATE}),?\s+(?:(?:the|a|an|its|their|our|we|officers|members|councillors|it)\b"
    rf"\s*|(?=[A-Z]))(?:[\w’'&-]+\s+){{0,7}}?(?P<verb>(?:was|were)\s+(?:{_DONE})|{_PAST_BY_ITSELF}|approved|adopted|agreed|considered"
    r"|published|held|completed|signed|launched|received|submitted|issued|resolved|decided|wrote|announced|appointed|visited)\b",
)
# "The Committee considered the report on 12 March 2031": what was considered has no day of its own.
PAST_ACTIVE: Final = re.compile(
    r"(?<!\bwill have )(?<!\bto have )\b(?:(?:considered|received|published|adopted|visited|inspected|discussed"
    r"|reviewed|completed|signed|issued)\s+(?:the|this|its|their|our|an?|his|her)\s+(?:(?!(?:to|for)\b)[\w’'-]+\s+){1,4}?"
    r"|(?:approved|agreed|endorsed|ratified)\s+(?:(?:the|this|its|their|our|an?)\s+(?:[\w’'-]+\s+){0,3}?)?"
    r"(?:plan|strategy|policy|budget|report|scheme|proposals?|recommendations?|it|this|changes|share|terms|contribution)\s+)"
    rf"on\s+(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "The findings were given to the Board in June 2031". Leave, notice and money are given for a day that is to come.
PAST_GIVEN: Final = re.compile(
    r"\b(?:findings|results|figures|reports?|presentations?|briefings?|updates?|answers?|evidence|keys|drafts?|details)\s+"
    r"(?:was|were|(?:has|have|had)\s+been)\s+(?:given|put)\s+to\s+"
    rf"(?:(?!to\b|for\b|and\b|that\b)[\w’'&-]+\s+){{1,6}}?(?:on|in|during)\s+(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "By the end of August 2017 the hall will be handed back": nothing but what it is about between date and verb.
FUTURE_LED: Final = re.compile(
    rf"{_BEGINS}(?:By|In|On|During)\s+(?:(?:the\s+)?(?:end|start|beginning)\s+of\s+)?(?P<date>{_DATE}),?\s+"
    r"(?:(?!\w+ed\b|(?:was|were|is|are|had|has|have|did|said|told|knew|it|who|which|that|what|there|when|where|if|would|could|may)\b)"
    r"[\w’'&-]+\s+){1,8}?(?:will|shall)\s+(?!have\b|continue\b|remain\b|not\b|still\b)(?:be\s+)?[\w-]+",
)
FUTURE: Final = re.compile(
    r"\b(?:will|shall)\s+(?!have\b|continue\b|remain\b|not\b)(?:(?:then|also|next|now|formally|therefore|first)\s+)?(?:be\s+)?(?:[\w-]+)"
    r"(?:\s+(?:it|them|this|these|work|works|on\s+site|(?:the|this)\s+(?:works?|repairs?|scheme|service|programme)))?"
    rf"(?P<agent>{_AGENT})(?:\s+again)?\s+(?P<on>on|in|by|until|from|during)\s+(?:(?:the\s+)?(?:end|start|beginning)\s+of\s+)?(?P<date>{_DATE})"
    r"|\b(?:is|are)\s+(?:now\s+)?(?:due|scheduled|planned|expected|set|timetabled|programmed|anticipated)\s+"
    rf"(?:(?:to\s+[\w-]+(?:\s+(?!on\b|in\b|by\b|for\b)[\w’'&-]+){{0,6}}?|for\s+[\w-]+)\s+)?(?P<on2>on|in|by|for|from)\s+"
    rf"(?:(?:the\s+)?(?:end|start|beginning)\s+of\s+)?(?P<dateB>{_DATE.replace('(?P<', '(?P<b_')})",
    re.IGNORECASE,
)
# "The Board agreed in May 2031 to close the hall". What is "agreed on" may be the day itself.
_BODIES: Final = r"(?:Committee|Sub-Committee|Cabinet|Council|Board|Panel|Executive|Members|Assembly|Court)"
PAST_BODY: Final = re.compile(
    rf"\b{_BODIES}\s+(?:also\s+|then\s+|formally\s+)?(?:(?:agreed|decided|resolved|approved|adopted|considered|noted|asked)\s+in"
    rf"|(?:approved|considered|noted|adopted|met)\s+on)\s+(?P<date>{_DATE})(?!\s+(?:as|for)\b)",
)
# "At its meeting on 3 May 2031 the Committee agreed".
PAST_MEETING: Final = re.compile(
    rf"{_BEGINS}At\s+(?:its|the|their|our|a)\s+(?:last\s+|previous\s+)?meeting\s+(?:on|of|in|held\s+on)\s+(?P<date>{_DATE}),?\s+"
    rf"(?:the\s+)?(?:[A-Z][\w’'&-]*\s+|and\s+|of\s+){{0,6}}?(?:{_BODIES}|it|members)\s+"
    r"(?:agreed|decided|resolved|approved|adopted|considered|noted|asked|received|heard|discussed)\b",
)
# "as agreed by Cabinet on 3 May 2031".
PAST_AS: Final = re.compile(
    r"\bas\s+(?:was\s+)?(?:agreed|approved|decided|resolved|reported|noted|presented)\s+(?:by|at|to)\s+"
    rf"(?:the\s+)?(?:[A-Z][\w’'&-]*\s+|and\s+|of\s+){{0,6}}?(?:{_BODIES}|meeting)\s+(?:on|in|of)\s+(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "The survey ran from 3 May to 7 June 2031"; "a survey carried out in June 2031 found".
PAST_RUN: Final = re.compile(
    r"\b(?:ran|was\s+open|were\s+open)\s+(?:from\s+[^.;]{3,40}?\s+)?(?:to|until|till)\s+(?P<date>" + _DATE + ")",
    re.IGNORECASE,
)
PAST_STUDY: Final = re.compile(
    r"\b(?:survey|consultation|audit|inspection|review|study|count|poll|ballot|assessment|analysis|test|trial|visit|meeting|workshop"
    r"|hearing|seminar|drop-in|event|exercise|check|sample|census|referendum|conference|debate|interview|walkabout)s?,?\s+"
    # "a visit to the hall on", "an audit by the partnership in": nothing but what it was of, where and by whom.
    r"(?:(?:carried\s+out|conducted|held|undertaken|completed|done|made|published)\s+)?"
    r"(?:(?:to|of|at|by|with|for|among|in)\s+(?:(?!(?:which|that|who|whose|when|where|to|due|planned|be|will|would|is|are|was|were)\b)"
    r"[\w’'&-]+\s+){1,8}?)?"
    rf"(?:in|on|during)\s+(?P<date>{_DATE}),?\s+(?:(?:also|then|both|each)\s+)?"
    r"(?:found|showed|revealed|concluded|confirmed|identified|recommended|gave|suggested|counted|raised|heard|agreed|led|resulted"
    r"|attracted|drew|asked|supported|backed|rated|decided|resolved|was\s+(?:attended|well\s+attended|cancelled|held|led)|were\s+attended"
    r"|went\s+(?:well|ahead)|took\s+place|noted|said|shows|says)\b",
    re.IGNORECASE,
)
# "The lease expires on 31 March 2017": said as still to come, though no word of the future is in it.
FUTURE_ENDS: Final = re.compile(
    r"\b(?:lease|contract|agreement|licen[cs]e|grant|funding|tenancy|permission|consent|consultation|pilot|trial|order|term)s?\s+"
    r"(?:(?:now|also|both)\s+)?(?:ends?|expires?|runs?\s+out|comes?\s+to\s+an\s+end|closes?|lapses?)\s+(?:on|in|at\s+the\s+end\s+of)\s+"
    rf"(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "It is proposed to open the hall in June 2017", "the hall is to open in June 2017".
FUTURE_MEANT: Final = re.compile(
    r"\b(?:(?:it|we)\s+(?:is|are)\s+(?:now\s+|therefore\s+)?(?:proposed|intended|hoped|planned)\s+to|(?:is|are)\s+to)\s+"
    r"(?:be\s+(?:open|start|launch|complet|finish|introduc|clos|publish|built|return|submit|receiv|paid|sent|held|deliver)\w*|open|start|begin|launch|complete|finish|introduce|close)"
    rf"(?:\s+[\w’'&-]+){{0,6}}?\s+(?:on|in|by|from)\s+(?:(?:the\s+)?(?:end|start|beginning)\s+of\s+)?(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "The Board will consider the budget on 3 May 2016": what is considered has no day of its own.
FUTURE_HEARS: Final = re.compile(
    r"\b(?:will|shall)\s+(?:then\s+|also\s+|now\s+)?(?:consider|receive|discuss|review|hear|decide(?:\s+on)?|vote\s+on)\s+"
    r"(?:the|this|its|their|an?)\s+(?:(?!of\b|from\b)[\w’'-]+\s+){0,3}?"
    r"(?:budget|report|plan|strategy|policy|proposals?|recommendations?|matter|item|scheme|application|case)\s+"
    rf"(?:on|in)\s+(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "To take effect on 1 April 2025": the day on which what is asked for begins.
EFFECT: Final = re.compile(
    r"\b(?:(?:to|will|would|shall)\s+(?:take\s+effect|come\s+into\s+(?:effect|force|operation)|apply|begin|start|commence)"
    rf"|with\s+effect|effective|taking\s+effect|commencing|starting)\s+(?P<on>on|from)\s+(?P<date>{_DATE})",
    re.IGNORECASE,
)
# "Officers met the contractor on 3 May 2031": nothing but whom or what between verb and day.
PAST_DID: Final = re.compile(
    r"(?<!\bto )(?<!\bhave )\b(?:met(?:\s+with)?|received|started|began|launched|opened|visited|signed|completed)\s+"
    r"(?:(?:the|its|their|this|an?|\d[\d,]*)\s+)?(?:(?!(?:to|for|that|which|who|of|about|by|from|until|due|and|or|on|in|at|as|so|with|after"
    rf"|before|planned|dated|held|will|would|is|are|was|were)\b)[\w’'-]+\s+){{1,3}}?on\s+(?P<date>{_DATE})",
)
# "Since 3 May 2031 the hall has been closed".
PAST_SINCE: Final = re.compile(
    rf"{_BEGINS}Since\s+(?P<date>{_DATE}),?\s+(?:(?!(?:will|would|is|are|when|if)\b)[\w’'&-]+\s+){{1,7}}?(?:has|have)\s+(?!to\b)[a-z]+\b",
)
# "The next meeting of the Board is on 3 May 2016".
FUTURE_NEXT: Final = re.compile(
    r"\b[Tt]he\s+next\s+(?:[\w-]+\s+)?(?:meeting|review|inspection|report|update|round|election|audit|survey|stage)\s+"
    rf"(?:of\s+(?:the\s+)?(?:[\w’'&-]+\s+){{1,5}}?)?(?:is|takes\s+place|begins|is\s+due|falls)\s+(?:on|in)\s+(?P<date>{_DATE})",
)
