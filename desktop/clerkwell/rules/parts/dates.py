"""Rules about dates: each can be read as a day; in the header, in the house form."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from clerkwell.model import Report, SetField
from clerkwell.model.days import in_form
from clerkwell.packs import Pack, names_another_weekday, parse_date, understand, without_time
from clerkwell.proofing.forms.no_days import no_days, no_years
from clerkwell.rules.parts.header import asked
from clerkwell.rules.passages import Guide, Passage
from clerkwell.rules.rule import Each, Finding, Rule
from clerkwell.rules.signs import MONTH, Sign


def _malformed(report: Report, pack: Pack) -> Iterator[Finding]:
    for each in asked(report, pack):
        text = each.value.text.strip()
        if each.spec.kind == "date" and text and parse_date(text) is None:
            form = in_form(date(2026, 9, 7), pack.manifest.rules.date_form)
            yield Finding(f"{each.name} says “{text}”, which is not a date. Write it like {form}.", each.whole, text)


def _house_form(report: Report, pack: Pack) -> Iterator[Finding]:
    form = pack.manifest.rules.date_form
    for each in asked(report, pack):
        text = each.value.text.strip()
        day = parse_date(text) if each.spec.kind == "date" and text else None
        if day is None or not form:
            continue
        if without_time(text) != text.rstrip(". "):
            continue  # a form for days says nothing of the time beside one
        if names_another_weekday(text, day):
            continue  # the weekday or the day is wrong, which is told; the form of either would hide it
        better = in_form(day, form)
        if text != better:
            fix = SetField(field=each.spec.id, row=each.row, value=understand(each.spec, better, pack))
            yield Finding(f"{each.name} says “{text}”. The council writes “{better}”.", each.whole, text, fix)


# A quotation keeps what it found.
_READ: Final = frozenset(("paragraph", "item", "cell", "footnote", "subheading", "heading", "title", "caption"))


def _is_text(passage: Passage, guide: Guide) -> bool:
    """Whether it answers a question of the header in words: one that asks for a day has a rule of its own."""
    spec = guide.pack.field(passage.place.field) if passage.kind == "answer" else None
    return spec is not None and spec.kind in ("text", "lines")


# A day has its month, or its year; "22th" may have neither.
_NTH: Final = Sign(in_word=re.compile("[0-9](?:st|nd|rd|th)"))
_DATED: Final = Sign("//", "19", "20", others=(MONTH, _NTH))


def _in_text(passage: Passage, guide: Guide) -> Iterator[Finding]:
    if not (passage.kind in _READ or _is_text(passage, guide)):
        return
    for fault in no_years(passage.text):
        words = passage.text[fault.start : fault.end]
        message = f"“{words}” is no single year: a year that begins in one ends in the next. Put the right one in."
        yield Finding(message, passage.at(fault.start, fault.end), words)
    for fault in no_days(passage.text):
        words = passage.text[fault.start : fault.end]
        fix = None
        if fault.better is None:
            message = f"“{words}” is not a day in the calendar. Check the date and put in the right one."
        else:
            message = f"“{words}” is not written as it should be. Write “{fault.said(passage.text)}”."
            fix = passage.replaced(*fault.cut, fault.better)
        yield Finding(message, passage.at(fault.start, fault.end), words, fix)


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "date-malformed", "error", "A date cannot be read as a day",
            "Readers go by a date, and the meeting’s decides when the report has to be published.", _malformed,
            source="Local Government Act 1972, sections 100A and 100B: notice and publication count from the meeting",
        ),
        Rule(
            "date-house-form", "info", "A date is not in the council’s usual form",
            "House style: one form of date in every report.", _house_form,
            source="The council’s template ([rules] date_form)", fix="Write it in the council’s form",
        ),
        Rule(
            "date-in-text-malformed", "warning", "A date in the text is not a day",
            "Members act on dates, and nobody can keep one that is not in the calendar.", Each(_in_text, _DATED),
            source="The calendar; for “22nd”, the GOV.UK style guide, “Dates”", fix="Write the date as it should be",
        ),
    )  # fmt: skip
