"""Header lines without labels, in a layout that nobody knows: the council, the committee, the title."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from clerkwell.intake.cells import labels_cell
from clerkwell.intake.certain import ASKED, certain_answer
from clerkwell.intake.committees import day_and_place, looks_like_date, name_and_day, rows
from clerkwell.intake.header import Header
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words
from clerkwell.intake.results import Mapped
from clerkwell.intake.sentences import header_told
from clerkwell.intake.title_lines import (
    is_apart,
    is_parted_title,
    is_short_parted_title,
    is_strong_parted_title,
    is_strong_title,
    is_told_title,
    may_be_title,
)
from clerkwell.model import FieldValue, Row, Text, canonical, plain
from clerkwell.packs import Pack, parse_date, understand

_COUNCIL = re.compile(
    r"\b(?:council(?!['’]?s? (?:tax|hous|plan|assets?|owned|land|meeting|chamber|size|motion|diary|procedure))"
    r"|corporation|borough of)\b(?!-owned)"
    r"|\b(?:combined|fire|rescue|police|park|waste|transport|unitary)\b.{0,20}\bauthority\b|\bpension fund\W*$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:committee|sub-?committee|cabinet|executive|board|panel|forum|assembly|commission|full council"
    r"|decisions? meeting|decision session(?: [–-] [\w &,]{2,40})?"
    r"|members? decisions?|meeting of (?:the )?(?:[\w' ]{1,40} )?council)s?\W*$",
    re.IGNORECASE,
)
# Who decides alone, where a committee would: "Cabinet Member for Culture – 8 December 2025".
_MEMBER = re.compile(
    r"(?:the )?(?:(?:cabinet|executive|lead) member|portfolio holder|(?:deputy )?(?:mayor|leader))\b", re.I
)
_ITEM = re.compile(
    r"(?:agenda\s+)?item(?:\s+(?:no\.?|number))?\s*:?\s*(?P<number>\d{1,3}[a-z]?)(?:\s*[:.–—-]\s+(?P<title>\S.*))?",
    re.IGNORECASE,
)
# "Report for the meeting of the Council on Tuesday 4 June 2030"
_HELD_ON = re.compile(
    r"(?P<of>(?:the )?(?:meeting )?(?:of )?(?:the )?)"
    r"(?P<body>[A-Z].{2,100}?(?:committee|council|board|panel|cabinet|forum))"
    r"(?P<on>(?: meeting)?,? (?:to be held )?(?:on|of) )(?P<date>.{6,40})",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"(?:strictly\s+)?(?:not for publication|exempt|confidential|part (?:2|ii|two))\b", re.IGNORECASE
)
_DASH = re.compile(r"\s+[-–—]\s+|\s*,\s+(?=\d)")
_MOST_WORDS = 30
_FEW = 8
_FROM = re.compile(
    r"(?P<by>(?:from|by):?) (?P<who>(?:the )?[^.:;]{0,80}\b(?:director|head|officer|chief|manager|treasurer|clerk"
    r"|leader|portfolio holder|cabinet member|councillor|executive|solicitor|secretary)\b[^.:;]{0,80})",
    re.IGNORECASE,
)
# "Meeting on Thursday 19 November 2026"
_MEETS_ON = re.compile(
    r"when:|(?:meeting(?: (?:to be )?held)?|to be held|for (?:the )?meeting) (?:on|of) (?:the )?", re.IGNORECASE
)
# "Cabinet meeting date: 5 June 2030"
_DAY_OF_BODY = re.compile(
    r"(?P<name>[A-Z][\w' -]{2,60}?)(?P<label> (?:meeting )?date):?\s+(?P<day>.{6,40})", re.IGNORECASE
)
# "Decision-making body: Planning Committee"
_BODY_LABEL = re.compile(
    r"(?P<label>[A-Z][\w' -]{0,40}\b(?:body|decision|decided|meeting|forum|considered|made by)\b[\w' -]{0,20}:)"
    r"\s+(?P<name>.+)",
    re.IGNORECASE,
)


def with_guesses(header: Header, pack: Pack) -> Header:
    """The header with its loose lines put where their words say they belong.

    In a pack that does not keep a report's own order that is its status alone: nothing may come in as public that says
    it is not.
    """
    header = _with_status(header, pack)
    if pack.manifest.pack.order != "report":
        return header
    fields: dict[str, FieldValue] = dict(header.fields)
    repeats: dict[str, tuple[Row, ...]] = dict(header.repeats)
    left = [
        piece for line in header.left for piece in ([line] if header.in_table and labels_cell(line) else _pieces(line))
    ]
    mapped = list(header.mapped)
    _take_item(left, pack, fields, mapped)
    _take_answers(left, pack, fields, mapped)
    _take_whose(left, pack, fields, mapped)
    _take(left, pack, fields, "council", lambda line: _may_be_council(line) and not name_and_day(line.text)[0])
    places: list[Line] = []
    if pack.field("committees.name") is not None and pack.field("committees.date") is not None:
        places = _take_sentence(left, pack, fields, repeats, mapped)
        _take_purpose(pack, fields, repeats, mapped)
        _take_meeting(left, pack, repeats, mapped)
        _take_full_council(header, pack, repeats, mapped)
        _take_committee(left, pack, repeats, mapped)
        _take_day(left, pack, repeats, mapped)
    _take(left, pack, fields, "council", _may_be_council)
    _take(left, pack, fields, "subject", is_strong_title)
    _take(left, pack, fields, "subject", may_be_title)
    _take(left, pack, fields, "subject", is_strong_parted_title)
    _take(left, pack, fields, "subject", is_parted_title)
    if sum(1 for line in left if is_short_parted_title(line)) == 1:
        _take(left, pack, fields, "subject", is_short_parted_title)
    apart = [line for line in left if is_apart(line, left) and is_told_title(line)]
    if len(apart) == 1:
        _take(left, pack, fields, "subject", lambda line: line is apart[0])
    _part_title(pack, fields)
    return replace(header, fields=fields, repeats=repeats, left=(*left, *places), mapped=tuple(mapped))


def _with_status(header: Header, pack: Pack) -> Header:
    spec = next((each for each in pack.single_fields if each.kind == "status"), None)
    if spec is None or header.fields.get(spec.id, FieldValue()).text.strip():
        return header
    for line in header.left:
        answer = understand(spec, in_words(line.runs), pack) if _WITHHELD.match(line.text) else FieldValue()
        if line.is_single and answer.value is not None:
            left = tuple(each for each in header.left if each is not line)
            return replace(header, fields={**header.fields, spec.id: answer}, left=left)
    return header


def _take_answers(left: list[Line], pack: Pack, fields: dict[str, FieldValue], mapped: list[Mapped]) -> None:
    """Answers that are certain under labels that nobody knows."""
    for field_id in ASKED:
        if fields.get(field_id, FieldValue()).text.strip():
            continue
        for line in left[:12]:
            found = certain_answer(line, field_id, pack)
            if found is not None:
                left.remove(line)
                mapped.append(Mapped(found[0], "label"))
                fields[field_id] = found[1]
                break


def _take_whose(left: list[Line], pack: Pack, fields: dict[str, FieldValue], mapped: list[Mapped]) -> None:
    """Who reports, after no more than "From" or "By"."""
    spec = pack.field("report-of")
    found = ((line, _FROM.fullmatch(in_words(line.runs))) for line in left[:12] if line.is_single)
    line, told = next(((line, told) for line, told in found if told), (None, None))
    if spec is None or line is None or told is None or fields.get("report-of", FieldValue()).text.strip():
        return
    fields["report-of"] = understand(spec, told["who"], pack)
    mapped.append(Mapped(told["by"], "label"))
    left.remove(line)


def _part_title(pack: Pack, fields: dict[str, FieldValue]) -> None:
    """The title out of what follows "Report of", after a colon: "the Leader of the Council: Street trading"."""
    spec, title = pack.field("report-of"), pack.field("subject")
    if spec is None or title is None or fields.get("subject", FieldValue()).text.strip() or "report-of" not in fields:
        return
    said = fields["report-of"].text
    who, between, words = said.partition("\n" if "\n" in said else ": ")
    if len(words.split()) < 2 or ":" in words or "\n" in words:
        return
    # Below who reports stands a name as often as the title: "Ann Lee".
    small = any(word.islower() for word in words.split()) and not re.search(r"[,@\d]", words)
    if between == "\n" and not (small or (said.isupper() and len(words.split()) > 2)):
        return
    fields["report-of"], fields["subject"] = understand(spec, who, pack), understand(title, words, pack)


def _may_be_council(line: Line) -> bool:
    # A form may ask what something does for the council.
    return bool(_COUNCIL.search(line.text)) and not _BODY.search(line.text) and not line.text.rstrip().endswith("?")


def _pieces(line: Line) -> list[Line]:
    """A row of a header without labels as a line for each cell: the council at the left, the item at the right."""
    filled = [cell for cell in line.cells if cell]
    asked = any(plain(cell).endswith("?") for cell in filled[:1])
    if len(filled) < 2 or asked or ":" in line.text or len(line.text) > 200:
        return [line]
    return [replace(line, runs=cell, cells=()) for cell in filled]


def _take_item(left: list[Line], pack: Pack, fields: dict[str, FieldValue], mapped: list[Mapped]) -> None:
    """The number on the agenda, and the title that may stand after it: "Agenda item 7: Repairs"."""
    spec, title = pack.field("reference"), pack.field("subject")
    if spec is None or title is None:
        return
    for line in left[:12]:
        found = _ITEM.fullmatch(in_words(line.runs)) if line.is_single else None
        taken = {each for each in ("reference", "subject") if fields.get(each, FieldValue()).text.strip()}
        if found is None or "reference" in taken or (found["title"] and "subject" in taken):
            continue
        fields["reference"] = understand(spec, found["number"], pack)
        if found["title"]:
            fields["subject"] = understand(title, found["title"], pack)
        mapped.append(Mapped(found.string[: found.start("number")].strip(), "label"))
        left.remove(line)
        return


def _take_sentence(
    left: list[Line],
    pack: Pack,
    fields: dict[str, FieldValue],
    repeats: dict[str, tuple[Row, ...]],
    mapped: list[Mapped],
) -> list[Line]:
    """Who reports, the committee and its day, where one sentence says them: after "Report of", or without a label.

    Gives the place of the meeting, as a line, where the sentence tells it.
    """
    spec, whose = pack.field("report-of"), fields.get("report-of", FieldValue()).text
    if spec is None or repeats.get("committees"):
        return []
    told = header_told(" ".join(whose.split()), reporting=True)
    if told is None:
        single = [line for line in left[:12] if line.is_single]
        found = ((line, header_told(" ".join(in_words(line.runs).split()))) for line in single)
        line, told = next(((line, each) for line, each in found if each and not (each.who and whose)), (None, None))
        if line is not None:
            left.remove(line)
    if told is None:
        return []
    if told.who:
        fields["report-of"] = understand(spec, told.who, pack)
    repeats["committees"] = rows(pack, "committees", [("committees.name", told.name), ("committees.date", told.day)])
    mapped.append(Mapped(told.joining, "label"))
    return [Line(0, canonical([Text(text=told.place)]))] if told.place else []


def _take_purpose(
    pack: Pack, fields: dict[str, FieldValue], repeats: dict[str, tuple[Row, ...]], mapped: list[Mapped]
) -> None:
    """A committee and its date that stand after "Report for:", where others say the purpose."""
    given = fields.get("purpose", FieldValue())
    held = _HELD_ON.fullmatch(given.text.strip())
    if held is not None and looks_like_date(held["date"]) and not repeats.get("committees"):
        del fields["purpose"]
        named = [("committees.name", held["body"]), ("committees.date", held["date"])]
        repeats["committees"] = rows(pack, "committees", named)
        mapped += [Mapped(held[each].strip(), "label") for each in ("of", "on") if held[each].strip()]
        return
    bodiless = not any(row.get("name", FieldValue()).text.strip() for row in repeats.get("committees", ()))
    if given.value is None and bodiless and _BODY.search(given.text) and len(given.text.split()) <= _FEW:
        # "For: Planning Panel", beside the day of its meeting
        del fields["purpose"]
        first, *others = repeats.get("committees", ()) or ({},)
        named_so = rows(pack, "committees", [("committees.name", given.text)])
        repeats["committees"] = ({**named_so[0], **first}, *named_so[1:], *others)
        return
    parts = _DASH.split(given.text)
    if given.value is not None or len(parts) < 2 or repeats.get("committees"):
        return
    name, date = given.text[: given.text.rindex(parts[-1])].rstrip(" ,-–—"), parts[-1]
    if (_BODY.search(name) or _MEMBER.match(name)) and looks_like_date(date):
        del fields["purpose"]
        repeats["committees"] = rows(pack, "committees", [("committees.name", name), ("committees.date", date)])


def _take(
    left: list[Line], pack: Pack, fields: dict[str, FieldValue], field_id: str, fits: Callable[[Line], bool]
) -> None:
    spec = pack.field(field_id)
    if spec is None or fields.get(field_id, FieldValue()).text.strip():
        return
    for line in left[:12]:
        # A row with nothing in its last cell is a label that nobody answered.
        unanswered = line.is_row and line.text.rstrip().endswith(("?", ":"))
        if line.is_single and not unanswered and len(line.text.split()) <= _MOST_WORDS and fits(line):
            fields[field_id] = understand(spec, in_words(line.runs), pack)
            left.remove(line)
            return


def _take_meeting(left: list[Line], pack: Pack, repeats: dict[str, tuple[Row, ...]], mapped: list[Mapped]) -> None:
    """A committee and its date on one line: "Audit Panel – 9 September 2021", "AUDIT PANEL 9th SEPTEMBER 2021"."""
    if repeats.get("committees"):
        return
    single = [line for line in left[:12] if line.is_single]
    for line in left[:12]:
        told = _DAY_OF_BODY.fullmatch(" ".join(line.text.split()))
        if told is not None and _BODY.search(told["name"]) and looks_like_date(told["day"]):
            left.remove(line)
            mapped.append(Mapped(told["label"].strip(), "label"))
            named_so = [("committees.name", told["name"]), ("committees.date", told["day"])]
            repeats["committees"] = rows(pack, "committees", named_so)
            return
    named = any(_BODY.search(line.text) for line in single)
    for line in single:
        name, date = name_and_day(line.text)
        # Beside a day it is who meets, and not whose the report is; the whole council, where nobody else is named.
        whole = name.casefold() in ("council", "the council") or (not named and _COUNCIL.search(name))
        if _BODY.search(name) or whole:
            left.remove(line)
            repeats["committees"] = rows(pack, "committees", [("committees.name", name), ("committees.date", date)])
            return


def _take_full_council(header: Header, pack: Pack, repeats: dict[str, tuple[Row, ...]], mapped: list[Mapped]) -> None:
    """ "Council" alone over the day of the meeting: the council as a whole, where others name a committee."""
    words = header.blank.get("council", "")
    found = repeats.get("committees", ())
    if len(found) != 1 or not words or ":" in words or found[0].get("name", FieldValue()).text.strip():
        return
    repeats["committees"] = ({**rows(pack, "committees", [("committees.name", words)])[0], **found[0]},)
    mapped.remove(Mapped(words, "label"))


def _take_committee(left: list[Line], pack: Pack, repeats: dict[str, tuple[Row, ...]], mapped: list[Mapped]) -> None:
    """The committee's name, into the first row that has none."""
    found = repeats.get("committees", ())
    if any(row.get("name", FieldValue()).text.strip() for row in found):
        return
    first: Mapping[str, FieldValue] = found[0] if found else {}
    for line in left[:12]:
        name, _, day = line.text.partition(": ")
        if not (day and looks_like_date(day) and parse_date(day) == parse_date(first.get("date", FieldValue()).text)):
            name = in_words(line.runs)
        labelled = _BODY_LABEL.fullmatch(name)
        if line.is_single and len(line.text.split()) <= 12 and _BODY.search(name):
            left.remove(line)
            if labelled is not None:
                mapped.append(Mapped(labelled["label"], "label"))
                name = labelled["name"]
            named = rows(pack, "committees", [("committees.name", name)])
            repeats["committees"] = ({**named[0], **first}, *named[1:], *found[1:])
            return


def _take_day(left: list[Line], pack: Pack, repeats: dict[str, tuple[Row, ...]], mapped: list[Mapped]) -> None:
    """A day with its time, and maybe its place after it, into the first row: "Thursday 3 June 2021, 6.30pm, Room 2"."""
    found = repeats.get("committees", ())
    if any(row.get("date", FieldValue()).text.strip() for row in found):
        return
    for at, line in enumerate(left[:12]):
        lead = _MEETS_ON.match(line.text.strip())
        day, place = (
            day_and_place(line.text.strip()[lead.end() if lead else 0 :].strip()) if line.is_single else ("", "")
        )
        if day:
            mapped += [Mapped(lead[0].strip(), "label")] if lead else []
            # A room is no title: it comes after the lines that may be one.
            left[:] = [*left[:at], *left[at + 1 :]]
            left += [replace(line, runs=canonical([Text(text=place)]))] if place else []
            dated = rows(pack, "committees", [("committees.date", day)])
            repeats["committees"] = ({**found[0], **dated[0]}, *found[1:]) if found else dated
            return
