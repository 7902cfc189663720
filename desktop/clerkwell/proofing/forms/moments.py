"""How dates and times of day are written in a text, and how each would be written in another form."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model.days import MONTHS
from clerkwell.proofing.forms.no_days import nth
from clerkwell.proofing.forms.written import Written
from clerkwell.proofing.text.months import month_number, names_month

_MONTH: Final = rf"(?:{'|'.join(MONTHS)})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_YEAR: Final = r"(?:19|20)\d\d"
_DAY_FIRST: Final = re.compile(
    rf"(?<![\w£.,/:–-])(?P<day>\d{{1,2}})(?P<nth>st|nd|rd|th)?(?P<of>\sof)?\s(?P<month>{_MONTH})(?:(?P<comma>,)?\s(?P<year>{_YEAR})(?!\w))?"
)
_MONTH_FIRST: Final = re.compile(
    rf"\b(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:(?P<nth>st|nd|rd|th)\b|(?=,?\s{_YEAR}))(?:,?\s(?P<year>{_YEAR})(?!\w))?"
)
_FIGURES: Final = re.compile(rf"(?<![\w/.-])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/(?P<year>{_YEAR})(?![\w/])")
# "8 and 9 November", "8th to 10th November": what is done to one would have to be done to the others.
_SEVERAL: Final = re.compile(r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s?(?:,|and|&|to|or|-|–|/)\s?(?:\w+day\s)?\Z")
_HINT: Final = re.compile(r"[0-9](?:st|nd|rd|th)?(?:\sof)?\s[A-Z]|[a-z.]\s[0-9]")

DATES: Final = ("7 February 2022", "7th February 2022", "7 Feb 2022", "February 7, 2022", "07/02/2022")


def dates(text: str) -> Iterator[Written]:
    """The dates of a text, each with its form: one of `DATES`. A day without a year counts too."""
    if "/" in text:
        for match in _FIGURES.finditer(text):
            if 1 <= int(match["month"]) <= len(MONTHS):
                yield Written(*match.span(), DATES[4], (match["day"], str(int(match["month"])), match["year"]))
    if not _HINT.search(text) or not names_month(text):
        return
    for match in _DAY_FIRST.finditer(text):
        if _SEVERAL.search(text, max(0, match.start() - 16), match.start()):
            continue
        short = len(match["month"].rstrip(".")) < 5 and match["month"] not in MONTHS
        form = DATES[1] if match["nth"] or match["of"] else DATES[2] if short else DATES[0]
        yield Written(*match.span(), form, (match["day"], _number(match["month"]), match["year"] or ""))
    for match in _MONTH_FIRST.finditer(text):
        parts = (match["day"], _number(match["month"]), match["year"] or "")
        yield Written(*match.span(), DATES[3], parts)


def date_in(written: Written, form: str) -> str | None:
    """A date in another form; none where that form needs a year and the date has none."""
    day, month, year = int(written.parts[0]), int(written.parts[1]), written.parts[2]
    name = MONTHS[month - 1]
    after = f" {year}" if year else ""
    if form == DATES[0]:
        return f"{day} {name}{after}"
    if form == DATES[1]:
        return f"{day}{nth(day)} {name}{after}"
    if form == DATES[2]:
        return f"{day} {name[:3]}{after}"
    if form == DATES[3]:
        return f"{name} {day}, {year}" if year else f"{name} {day}"
    return f"{day:02}/{month:02}/{year}" if year else None


def _number(month: str) -> str:
    return str(month_number(month))


TIMES: Final = ("5.30pm", "5:30pm", "5.30 pm", "5:30 pm", "5.30 p.m.", "5:30 p.m.", "17:30")
_TWELVE: Final = re.compile(
    r"(?<![\w£.:,-])(?P<hour>1[0-2]|0?[1-9])(?:(?P<mark>[.:])(?P<minute>[0-5]\d))?(?P<half>\s?[AaPp]\.?\s?[Mm]\b\.?)"
)
_TIME_HINT: Final = re.compile(r"[0-9](?:\s?[AaPp]\.?\s?[Mm]\b|:[0-5][0-9])")
_TWENTY_FOUR: Final = re.compile(
    r"(?<![\w£.:,/-])(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?![\w:/]|\.\d|\s?[AaPp]\.?\s?[Mm]\b)"
)


def times(text: str) -> Iterator[Written]:
    """The times of day of a text; the form of one without minutes is as good as each that has its ending."""
    if not _TIME_HINT.search(text):
        return
    for match in _TWELVE.finditer(text):
        half = match["half"]
        ending = " p.m." if "." in half.strip()[:-1] else " pm" if half[0].isspace() else "pm"
        # The last stop of "p.m." may also end the sentence, and then it stays.
        after = text[match.end() : match.end() + 2].lstrip()
        end = match.end() - (1 if half.endswith(".") and (ending != " p.m." or not after or after.isupper()) else 0)
        tidy = half.strip().islower()
        form = f"5{match['mark'] or '?'}30{ending}" if tidy else "other"
        which = "a" if half.strip()[:1].casefold() == "a" else "p"
        yield Written(match.start(), end, form, (match["hour"], match["minute"] or "", which))
    for match in _TWENTY_FOUR.finditer(text):
        yield Written(*match.span(), TIMES[6], (match["hour"], match["minute"], ""))


def time_in(written: Written, form: str) -> str | None:
    """A time in another form."""
    hour, minute, which = written.parts
    if form == TIMES[6]:
        after_noon = 12 if which == "p" and int(hour) != 12 else -12 if which == "a" and int(hour) == 12 else 0
        return f"{int(hour) + after_noon:02}:{minute or '00'}"
    which = which or ("p" if int(hour) >= 12 else "a")
    number = (int(hour) - 1) % 12 + 1
    mark = form[1] if form[1] in ".:" else "."
    minutes = "" if not minute or (minute == "00" and not written.parts[2]) else f"{mark}{minute}"
    return f"{number}{minutes}{form[4:].replace('p', which, 1)}"


def same_time(form: str, chosen: str) -> bool:
    """Whether a time is written in the chosen form: without minutes, it has only to end alike."""
    if form == chosen or TIMES[6] in (form, chosen):
        return form == chosen
    return form[2:] == chosen[2:] and "?" in (form[1:2], chosen[1:2])
