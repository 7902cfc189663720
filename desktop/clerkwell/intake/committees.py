"""Rows of a header's repeat (committees, each with its date and purpose), taken apart where they ran together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from clerkwell.model import Row
from clerkwell.packs import FieldSpec, Pack, parse_date, understand

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
# Also dates with a slip in them (07/02//2022): they have to land in the date's place to be put right there.
DAY: Final = re.compile(
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    rf"(?:\d{{1,2}}\s?[/.-]{{1,3}}\s?\d{{1,2}}\s?[/.-]{{1,3}}\s?\d{{2,4}}"
    rf"|{_DAY}(?:\s+of)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+{_DAY},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,;&/]*(?:and)?[\s,;&/]*", re.IGNORECASE)
_BODY = re.compile(r"(?:(?<=Committee)|(?<=Board)|(?<=Cabinet)|(?<=Panel)|(?<=Council)|(?<=Commission))\s+(?=[A-Z])")
# What parts a day and its time from the place: "3 June 2021, 6pm in the Great Hall".
_PLACE = re.compile(r",|\s+(?:in|at)(?=\s+\D)|\s+[–—-](?=\s)")
# "Cabinet, on 3 June 2021", "meeting of the Council of 4 June"
_ON = re.compile(r"[\s,]+(?:on|of)$", re.IGNORECASE)
# "the Board for its meeting on", "Cabinet, which meets on"
_MEETING_OF = re.compile(
    r"[\s,–—-]+(?:(?:for|at) (?:its|their|the) (?:[\w-]+ )?meeting(?: (?:to be )?held)?|which (?:meets|will meet)"
    r"|meeting|to be held)(?P<place> (?:in|at) (?:the )?[A-Z][^.;:]{2,80}?,?)? (?:on|of) (?:the )?",
    re.IGNORECASE,
)
# What is said of a meeting in a sentence that has its day: "to be considered by the Committee on Tuesday 9 July 2024".
_SITS = re.compile(
    r"\b(?:meet(?:s|ing)|consider(?:ed|s|ation)?|committee|cabinet|panel|board|executive|forum|sits|sitting|goes to"
    r"|comes? (?:to|before)|held|agenda|taken|decided?|decision|put (?:to|before)|members)\b",
    re.IGNORECASE,
)
# What else a header has a day of, and meetings that were held before.
_OTHER_DAY = re.compile(
    r"\b(?:publi\w+|issued|deadlines?|expir\w+|despatch\w*|dispatch\w*|minutes?|previous\w*|last|earlier|since|until|by"
    r"|before|after|notice|registered|received|dated|was|were|had|has|call-?in|effect|from|born|appointed|written|signed"
    r"|contract|begins?|ends?|starts?|approved|agreed|report of)(?:\s+[\w’'-]+){0,3}[\s,]*\Z",
    re.IGNORECASE,
)
_BEFORE_NOW = re.compile(r"\b(?:last|previous|earlier) meeting|\basked for\b|\bmet\b", re.IGNORECASE)
_LONGEST = 2000
_TO_BODY = re.compile(
    r"(?:(?:joint )?report (?:of|by|from) [^.;:]{3,150}?|(?:for|report) )\bto (?:the )?"
    r"((?-i:[A-Z])[\w'’&,() -]{0,80}?(?:Committee|Board|Cabinet|Panel|Council|Commission|Executive|Forum|Authority))"
    r",? (?:for|at|on|which)\b",
    re.IGNORECASE,
)


def looks_like_date(text: str) -> bool:
    """Whether the whole text is a date, or one with a slip in it."""
    return len(text) < 60 and (DAY.fullmatch(text.strip(" .")) is not None or parse_date(text) is not None)


def day_and_place(text: str) -> tuple[str, str]:
    """The day, with its time, that a text begins with, and the place after it: "3 June 2021, 6pm in Room 2".

    Nothing where it begins with no day.
    """
    ends = [len(text), *(found.start() for found in reversed(list(_PLACE.finditer(text))))]
    day = next((text[:end] for end in ends if parse_date(text[:end]) is not None), "")
    return (day, text[len(day) :].strip(" ,–—")) if day else ("", "")


def name_and_day(text: str) -> tuple[str, str]:
    """The words before the one day that a text ends with, and that day: "Audit Panel – 9 September 2021".

    Nothing where it ends with no day, says several, or has no words before it.
    """
    days = list(DAY.finditer(text))
    if len(days) != 1 or text[days[0].end() :].strip(" ."):
        return "", ""
    name = _ON.sub("", text[: days[0].start()].strip()).rstrip(" ,:–—-")
    return (name, days[0][0]) if name else ("", "")


class Meeting(NamedTuple):
    """A meeting that a sentence tells of: the committee, the words that join it to the day with its time, the place."""

    name: str
    joining: str
    day: str
    place: str


def meeting_told(text: str) -> Meeting | None:
    """The meeting in a sentence: "the Fire Board for its meeting on 3 June 2021 at 6pm in Room 2". None where a text
    says no such thing."""
    found = _MEETING_OF.search(text)
    name = text[: found.start()].strip(" ,–—-") if found else ""
    day, place = day_and_place(text[found.end() :].rstrip(" .")) if found else ("", "")
    return Meeting(name, found[0].strip(" ,–—-"), day, place) if found and name and day else None


def day_told(text: str) -> str:
    """The day on which a sentence of a header says that the report will be considered, as it is written; "" where it
    says no such thing: "to be considered by the Committee at its meeting in the Old Dairy on Tuesday 9 July 2024"."""
    for found in DAY.finditer(text[:_LONGEST]):
        before = text[: found.start()].rpartition(". ")[2]
        other = _OTHER_DAY.search(before) or _BEFORE_NOW.search(before)
        if _SITS.search(before) and not other and parse_date(found[0]) is not None:
            return found[0]
    return ""


def committee_told(text: str) -> str:
    """The committee that a sentence of a header takes the report to, before its meeting: "Report of the Director of
    Place to the Scrutiny Committee, for its meeting at 6pm on Wednesday 12 October 2022"; "" where it names none."""
    found = _TO_BODY.match(text[:_LONGEST])
    return found[1].strip() if found and day_told(text) else ""


def rows(pack: Pack, repeat: str, found: Iterable[tuple[str, str]]) -> tuple[Row, ...]:
    """The rows of a repeat from (field id, text) in the order in which the header has them."""
    specs = {spec.id.partition(".")[2]: spec for spec in pack.fields_of(repeat)}
    groups: list[dict[str, str]] = []
    for field_id, text in found:
        name = field_id.partition(".")[2]
        lacking = next((group for group in groups if name not in group), None)
        if lacking is None:
            groups.append(lacking := {})
        lacking[name] = text
    done: list[Row] = []
    for group in groups:
        done += [_row(specs, each, pack) for each in _expanded(specs, group, pack)]
    return tuple(row for row in done if row)


def _row(specs: Mapping[str, FieldSpec], texts: Mapping[str, str], pack: Pack) -> Row:
    return {name: understand(specs[name], text, pack) for name, text in texts.items() if text}


def _expanded(specs: Mapping[str, FieldSpec], group: Mapping[str, str], pack: Pack) -> list[dict[str, str]]:
    """One dictionary for each row that a group of cells stands for."""
    first = next(iter(specs))
    date = next((name for name, spec in specs.items() if spec.kind == "date"), "")
    choice = next((name for name, spec in specs.items() if spec.kind == "choice" and spec.prefix), "")
    dates = split_dates(group.get(date, ""))
    names = _split_names(group.get(first, ""), specs.get(choice), pack, len(dates))
    if len(dates) > len(names):
        # More dates than committees: a reader has to say whose they are.
        dates = ["\n".join(dates)] if len(names) == 1 else dates
    done: list[dict[str, str]] = []
    for index in range(max(len(names), len(dates), 1)):
        row: dict[str, str] = {}
        if index < len(names):
            row[first] = names[index][0]
            if names[index][1]:
                row[choice] = names[index][1]
        if index < len(dates) and date:
            row[date] = dates[index]
        done.append(row)
    done[0].update({name: text for name, text in group.items() if name not in (first, date) and name not in done[0]})
    return done


def split_dates(text: str) -> list[str]:
    """The dates that a cell holds; the whole text where it holds something else besides."""
    text = text.strip()
    if not text:
        return []
    if len(text) > _LONGEST:
        return [text]
    found = [match.span() for match in DAY.finditer(text)]
    edges = [0, *(edge for span in found for edge in span), len(text)]
    gaps = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    if found and all(_BETWEEN.fullmatch(gap) for gap in gaps) and not any(gap.strip(" \n,;") for gap in gaps):
        return [text[start:end] for start, end in found]
    return [piece for piece in (line.strip() for line in text.split("\n")) if piece]


def _split_names(text: str, purpose: FieldSpec | None, pack: Pack, dates: int) -> list[tuple[str, str]]:
    """Committees with their purposes ("" where none is given), as many as the text holds."""
    text = text.strip()
    if not text:
        return []
    if len(text) > _LONGEST:
        return [(text, "")]
    if purpose is not None and (pairs := _by_purpose(text, purpose, pack)):
        return [(name, words) for name, words, _ in pairs]
    # A layout without purposes beside the committees: they stay where they stood, and still say where one ends.
    single = pack.field("purpose") if purpose is None else None
    if single is not None and (pairs := _by_purpose(text, single, pack)):
        return [(whole, "") for _, _, whole in pairs]
    pieces = [piece.strip() for piece in re.split(r"[\n;]+", text) if piece.strip()]
    if len(pieces) > 1 and dates <= 1 and "\n" in text and ";" not in text:
        pieces = [" ".join(pieces)] if dates == 1 else pieces
    if len(pieces) == 1 and dates > 1:
        parts = _BODY.split(pieces[0])
        pieces = parts if len(parts) == dates else pieces
    return [(piece, "") for piece in pieces]


def _by_purpose(text: str, purpose: FieldSpec, pack: Pack) -> list[tuple[str, str, str]]:
    """ "A – For Decision B – For Information": each purpose ends a committee. (name, purpose, both as they stood)."""
    names = sorted(choice_names(purpose, pack), key=len, reverse=True)
    if not names:
        return []
    among = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    ending = re.compile(rf"\s*(?:[–—-]\s*({among})|\(({among})\))(?=[\s.,;]|$)[.,;]?", re.IGNORECASE)
    done: list[tuple[str, str, str]] = []
    at = 0
    for found in ending.finditer(text):
        name = " ".join(text[at : found.start()].split())
        done.append((name, found[1] or found[2], " ".join(text[at : found.end()].split())))
        at = found.end()
    if done and text[at:].strip():
        done += [(piece.strip(), "", piece.strip()) for piece in text[at:].split("\n") if piece.strip()]
    return done


def choice_names(spec: FieldSpec, pack: Pack) -> Sequence[str]:
    """Every answer that a choice field knows, aliases included."""
    listed = pack.manifest.vocab[spec.vocab].entries if spec.vocab else ()
    return [*(name for entry in listed for name in (entry.name, *entry.aliases)), *spec.choices]
