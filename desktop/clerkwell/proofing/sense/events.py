"""Days on which a text says that something happened or will: a consultation closed, a contract ends, a plan is agreed.

Two of them with one key are the same day told twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Final

from clerkwell.proofing.text.months import MONTH, month_number
from clerkwell.proofing.text.sentences import Stretch, sentences
from clerkwell.proofing.text.tokens import listed

Key = tuple[str, ...]
# A day stands in every such text.
DAY_TOLD: Final = re.compile(r"\d(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE)
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"


def _day(name: str) -> str:
    return (
        rf"{_WEEKDAY}(?:the\s+)?(?P<day{name}>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month{name}>{MONTH})"
        rf"(?:,?\s+(?P<year{name}>20\d\d)(?!\d))?"
    )


_ONE: Final = _day("")
_LAST: Final = _day("2")
_FIRST: Final = (
    rf"{_WEEKDAY}(?:the\s+)?(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<month1>{MONTH})(?:,?\s+(?P<year1>20\d\d))?)?"
)
_TO: Final = r"\s*(?:to|until|till|up\s+to|and|and\s+(?:closed|ended|closes|ends)(?:\s+on)?|[–—-])\s*"
# A consultation, what it is called, and what it is on.
_CONSULTATION: Final = (
    r"\b(?P<which>(?:[\w’'-]+\s+){0,4}?)consultation(?:\s+(?:exercise|period|process|survey))?"
    r"(?P<on>\s+(?:on|about|with)\s+(?:[\w’'-]+\s+){1,7}?|\s+)(?:(?:will|would|was|is|has|which|that)\s+){0,2}"
)
_CLOSED: Final = re.compile(
    rf"{_CONSULTATION}(?:closed?|closes|end|ended|ends|ran\s+until|run\s+until|runs\s+until|open\s+until|finished)(?:\s+on|\s+at\s+[\w.:]+\s+on)?\s+{_ONE}",
    re.IGNORECASE,
)
_RAN: Final = re.compile(
    rf"{_CONSULTATION}(?:ran|run|runs|held|open|took\s+place|take\s+place|carried\s+out|undertaken)(?:\s+for\s+[\w-]+\s+weeks)?,?\s+(?:from|between)\s+"
    rf"{_FIRST}{_TO}{_LAST}",
    re.IGNORECASE,
)
_PLAIN_WHICH: Final = listed("the a an this our its public formal full wide open online local council’s on in that and")
# A number typed before the paragraph, and how long it was.
_NO_NAME: Final = re.compile(r"\d{1,2}|[\w]+-week")
# The days of an agreement: "the current contract expires on 31 March 2026".
_KINDS: Final = "contract|lease|agreement|licence"
_AGREEMENT: Final = (
    rf"\b(?:the|this|our|its)\s+(?P<what>(?:(?!{_KINDS}|order|post)[\w’'-]+\s+){{0,3}}?(?:{_KINDS}|tenancy))\s+"
)
_ENDS: Final = re.compile(
    rf"{_AGREEMENT}(?:(?:will|is\s+due\s+to|is\s+to|would)\s+)?(?:expires?|ends?|terminates?|comes?\s+to\s+an\s+end|runs?\s+out|runs?\s+(?:until|to))"
    rf"(?:\s+on)?\s+{_ONE}",
    re.IGNORECASE,
)
_STARTS: Final = re.compile(
    rf"{_AGREEMENT}(?:(?:will|is\s+due\s+to|is\s+to|would)\s+)?(?:starts?|begins?|commences?|started|began|commenced)(?:\s+on|\s+from)?\s+{_ONE}",
    re.IGNORECASE,
)
# An agreement that starts is the new one, and one that ends soon the one that there is.
_SAME: Final = {
    "ends": frozenset(("current", "existing", "present")),
    "starts": frozenset(("new", "proposed", "next", "replacement")),
}
# What a body decided, and what was done with a thing: "the Council declared a climate emergency on 17 July 2019".
_DECIDED: Final = re.compile(
    rf"\b(?P<who>Council|Cabinet|Executive|Committee|Board|Authority)\s+(?P<verb>declared|adopted|approved|agreed|endorsed|resolved)\s+"
    rf"(?P<what>(?:(?!on\b|that\b|at\b)[\w’'-]+\s+){{2,8}}?)on\s+{_ONE}"
)
_DONE: Final = re.compile(
    rf"\b(?:[Tt]he|[Tt]his)\s+(?P<what>(?:(?!was\b|were\b|that\b|which\b|of\b|on\b|in\b|by\b)[\w’'-]+\s+){{1,5}}?)(?:was|were|has\s+been)\s+(?:formally\s+|first\s+)?"
    r"(?P<verb>adopted|approved|published|signed|submitted|launched|opened|closed|completed|installed|issued|served|lodged|registered|validated|agreed)\s+"
    rf"(?:by\s+(?:the\s+)?(?:[\w’'-]+\s+){{1,4}}?)?on\s+{_ONE}"
)
_WILL: Final = re.compile(
    rf"\b(?:[Tt]he|[Tt]his)\s+(?P<what>(?:(?!will\b|would\b|is\b|are\b|that\b|which\b|of\b|on\b|in\b|by\b|contract\b|lease\b|agreement\b|licence\b)[\w’'-]+\s+){{1,5}}?)"
    r"(?:will|would|(?:is|are)\s+(?:due|expected|planned)\s+to)\s+"
    r"(?P<verb>open|close|start|begin|end|be\s+(?:completed|launched|opened|adopted|published))\s+"
    rf"(?:on\s+|from\s+)?{_ONE}"
)
# "The deadline for bids is 30 November 2025".
_DEADLINE: Final = re.compile(
    r"\b(?:the|a)\s+(?:deadline|closing\s+date)\s+for\s+(?P<what>(?:(?!is\b|was\b|will\b|of\b|on\b)[\w’'-]+\s+){1,6}?)(?:is|was|will\s+be|on)\s+"
    rf"(?:(?:noon|midday|midnight|5pm)\s+on\s+)?{_ONE}",
    re.IGNORECASE,
)
# "to come into force on 1 September 2023"; of a timetable: "New scheme in force", "Implementation of the scheme".
_BEGINS: Final = re.compile(
    r"\b(?:(?:comes?|coming)\s+into\s+(?:force|effect|operation)|takes?\s+effect|(?:in\s+)?force|effective|goe?s?[\s-]live"
    r"|(?:be\s+|is\s+|are\s+)?(?:implemented|introduced)"
    r"|(?:implementation|introduction|commencement)\s+of\s+(?:the\s+)?(?P<of>(?:[\w’'-]+\s+){1,4}?))"
    rf"(?:\s*(?:on|from|:|with\s+effect\s+from)\s+|\s*){_ONE}",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"(?:\A|\b(?:a|an|the|this|these|our|its|any)\s+)(?P<what>(?:(?!the\b|an?\b|this\b)[\w’'-]+\s+){0,5}?[\w’'-]+),?\s+"
    r"(?:(?:which|that|and|will|would|to|is|are|due|expected|planned|intended|proposed|be|come|then|in)\s+)*\Z",
    re.IGNORECASE,
)
_NEWS: Final = listed(
    "the all any new revised proposed updated amended draft replacement a an our its council’s council's"
)
# "Applications must be in by 13 November".
_SENT_IN: Final = re.compile(
    r"\b(?P<what>(?:[\w’'-]+\s+)?(?:applications|bids|tenders|quotations|responses|objections|nominations|entries|comments|claims))\s+"
    r"(?:must|should|have\s+to|are\s+to|need\s+to)\s+be\s+(?:in|received|made|returned|submitted|lodged|sent(?:\s+in)?)\s+"
    rf"(?:by|before|no\s+later\s+than)\s+(?:(?:noon|midday|midnight|5pm)\s+on\s+)?{_ONE}",
    re.IGNORECASE,
)
# An entry of a timetable that is one line: "Contract starts: 1 May 2025".
_ENTRY: Final = re.compile(r"(?P<label>[^:.;]{4,60}?)\s*(?::|\s[–-])\s+(?=(?:by\s+)?\d)")
_RANGE: Final = re.compile(rf"{_FIRST}{_TO}{_LAST}", re.IGNORECASE)
_DATE: Final = re.compile(_ONE, re.IGNORECASE)
# Days that were changed, are another's, or are only one of several.
_OPEN: Final = re.compile(
    r"\b(?:original\w*|revis\w+(?!\s+(?:(?!date|day|time)[\w’'-]+\s+){0,3}(?:scheme|polic|strateg|plan\b|charge|fee|order|code|budget))|extend\w+|extension\w*|postpon\w+|defer\w+|resched\w+|mov\w+|chang\w+|instead|rather|previous\w*|earlier|first|second"
    r"|third|fourth|another|other|each|every|again|re-?open\w*|re-?consult\w*|if|unless|should|(?-i:may)|might|could|option\w*|either|or|phase\w*"
    r"|stage\w*|round|last\s+year|annual\w*|year|corrected|brought\s+forward|delay\w*|interim|initial\w*|further|provisional\w*)\b",
    re.IGNORECASE,
)
_FAR: Final = 31
_REACH: Final = 90


@dataclass(frozen=True)
class Dated:
    """A day of something: where it stands (code points), its words, the day, and the key of what it is the day of.

    `year` is 0 where none is named, and `about` what a consultation is said to be on, or what more is said of a thing.
    """

    start: int
    end: int
    day: int
    month: int
    year: int
    key: Key
    about: str = ""

    def agrees(self, other: "Dated") -> bool:
        """Whether they may be one day."""
        years = {self.year, other.year} - {0}
        return (self.day, self.month) == (other.day, other.month) and len(years) < 2

    def may_be(self, other: "Dated") -> bool:
        """Whether they are so near that they are one day with a slip: of one year, and some weeks apart at most."""
        if self.year and other.year and self.year != other.year:
            return False
        year = self.year or other.year or 2024
        try:
            apart = abs(date(year, self.month, self.day) - date(year, other.month, other.day)).days
        except ValueError:
            return False
        return apart <= _FAR or self.day == other.day


def dated_events(text: str, stretches: Sequence[Stretch] | None = None) -> tuple[Dated, ...]:
    """The days of a text of which it is plain what they are days of. `stretches` are its sentences."""
    if not DAY_TOLD.search(text):
        return ()
    entry = _ENTRY.match(text)
    if entry is not None:
        at = entry.end()
        alone = dated_entry(entry["label"], text[at:])
        return tuple(replace(each, start=each.start + at, end=each.end + at) for each in alone)
    given = sentences(text) if stretches is None else stretches
    return tuple(each for start, end in given for each in _told(text, start, end))


def dated_entry(label: str, text: str) -> tuple[Dated, ...]:
    """The days that a row of a timetable gives, in a cell whose text this is, for what its other cell says."""
    label = " ".join(label.split()).rstrip(" .:")
    if not label or _OPEN.search(label) or _OPEN.search(text):
        return ()
    ran = "consultation" in label.casefold() and _RANGE.match(text.strip())
    lead = f"{label} ran from " if ran else f"The {label} on " if _DATE.match(text.strip()) else ""
    if not lead:
        return ()
    whole = f"{lead}{text}"
    at = len(lead)
    found = _told(whole, 0, len(whole))
    return tuple(replace(each, start=each.start - at, end=each.end - at) for each in found if each.start >= at)


def _told(text: str, start: int, end: int) -> Iterator[Dated]:
    if not DAY_TOLD.search(text, start, end) or _OPEN.search(text, start, end):
        return
    yield from _consultations(text, start, end)
    for pattern, edge in ((_ENDS, "ends"), (_STARTS, "starts")):
        for found in pattern.finditer(text, start, end):
            words = [each for each in found["what"].casefold().split() if each not in _SAME[edge]]
            yield from _one(found, "", ("agreement", edge, *words))
    yield from _beginnings(text, start, end)
    for found in chain(_SENT_IN.finditer(text, start, end), _DEADLINE.finditer(text, start, end)):
        yield from _one(found, "", ("sent in", *_telling(found["what"])))
    for pattern in (_DECIDED, _DONE, _WILL):
        for found in pattern.finditer(text, start, end):
            who = found.groupdict().get("who") or ""
            yield from _one(found, "", (who, _plain(found["verb"]), *_plain(found["what"]).split()))


def _beginnings(text: str, start: int, end: int) -> Iterator[Dated]:
    """The days on which things come into force, by the last word of what they are called."""
    for found in _BEGINS.finditer(text, start, end):
        subject = None if found["of"] else _SUBJECT.search(text[max(start, found.start() - _REACH) : found.start()])
        said = found["of"] or (subject["what"] if subject else "")
        words = _telling(said)
        if words:
            for each in _one(found, "", ("in force", words[-1].removesuffix("s"))):
                yield replace(each, about=" ".join(words[:-1]))


def _consultations(text: str, start: int, end: int) -> Iterator[Dated]:
    for found in chain(_CLOSED.finditer(text, start, end), _RAN.finditer(text, start, end)):
        words = (each.casefold() for each in found["which"].split())
        which = sorted({each for each in words if each not in _PLAIN_WHICH and not _NO_NAME.fullmatch(each)})
        key = ("consultation", *which)
        if "day1" not in found.groupdict():
            yield from _one(found, "", (*key, "closed"))
            continue
        yield from _one(found, "2", (*key, "closed"))
        yield from _one(found, "1", (*key, "opened"))


def _one(found: re.Match[str], name: str, key: Key) -> Iterator[Dated]:
    groups = found.groupdict()
    about = _plain(groups.get("on") or "")
    month, year = groups[f"month{name}"], groups[f"year{name}"]
    if name == "1":
        month, year = month or groups["month2"], year or groups["year2"]
    if month:
        last = "year" if groups[f"year{name}"] else "month" if groups[f"month{name}"] else "day"
        start, end = found.start(f"day{name}"), found.end(f"{last}{name}")
        # The stop after a month may end its sentence.
        end -= found.string[start:end].endswith(".")
        yield Dated(start, end, int(found[f"day{name}"]), month_number(month), int(year or 0), key, about)


def _telling(words: str) -> list[str]:
    return [word for word in _plain(words).split() if word not in _NEWS]


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())
