"""Header lines without labels, in a layout that nobody knows: the council, the committee, the title."""

import re
from collections.abc import Callable, Mapping

from clerkwell.intake.committees import looks_like_date, rows
from clerkwell.intake.header import Header
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words
from clerkwell.model import FieldValue, Row
from clerkwell.packs import Pack, understand

_COUNCIL = re.compile(r"\b(?:council|corporation|combined authority|borough of)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:committee|sub-?committee|cabinet|executive|board|panel|forum|assembly|commission|full council)s?\W*$",
    re.IGNORECASE,
)
_ONLY_REPORT = re.compile(r"(?:the\s+)?(?:committee\s+|officer\s+)?report", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—]\s+|\s*,\s+(?=\d)")
_MOST_WORDS = 30


def with_guesses(header: Header, pack: Pack) -> Header:
    """The header with its loose lines put where their words say they belong, if the pack keeps a report's own order."""
    if pack.manifest.pack.order != "report":
        return header
    fields: dict[str, FieldValue] = dict(header.fields)
    repeats: dict[str, tuple[Row, ...]] = dict(header.repeats)
    left = list(header.left)
    _take(left, pack, fields, "council", lambda line: bool(_COUNCIL.search(line.text)) and not _BODY.search(line.text))
    if pack.field("committees.name") is not None and pack.field("committees.date") is not None:
        _take_meeting(left, pack, repeats)
        _take_committee(left, pack, repeats)
    _take(left, pack, fields, "subject", _may_be_title)
    return Header(fields, repeats, header.seen, tuple(left), header.end_matter, header.mapped)


def _take(
    left: list[Line], pack: Pack, fields: dict[str, FieldValue], field_id: str, fits: Callable[[Line], bool]
) -> None:
    spec = pack.field(field_id)
    if spec is None or fields.get(field_id, FieldValue()).text.strip():
        return
    for line in left[:12]:
        if not line.is_row and len(line.text.split()) <= _MOST_WORDS and fits(line):
            fields[field_id] = understand(spec, in_words(line.runs), pack)
            left.remove(line)
            return


def _take_meeting(left: list[Line], pack: Pack, repeats: dict[str, tuple[Row, ...]]) -> None:
    """A committee and its date on one line: "Audit Panel – 9 September 2021"."""
    if repeats.get("committees"):
        return
    for line in left[:12]:
        parts = _DASH.split(line.text)
        name, date = " – ".join(parts[:-1]), parts[-1]
        if len(parts) > 1 and not line.is_row and _BODY.search(name) and looks_like_date(date):
            left.remove(line)
            repeats["committees"] = rows(pack, "committees", [("committees.name", name), ("committees.date", date)])
            return


def _take_committee(left: list[Line], pack: Pack, repeats: dict[str, tuple[Row, ...]]) -> None:
    """The committee's name, into the first row that has none."""
    found = repeats.get("committees", ())
    if any(row.get("name", FieldValue()).text.strip() for row in found):
        return
    for line in left[:12]:
        if not line.is_row and len(line.text.split()) <= 12 and _BODY.search(line.text):
            left.remove(line)
            named = rows(pack, "committees", [("committees.name", in_words(line.runs))])
            first: Mapping[str, FieldValue] = found[0] if found else {}
            repeats["committees"] = ({**named[0], **first}, *named[1:], *found[1:])
            return


def _may_be_title(line: Line) -> bool:
    return (
        line.text[-1] not in ".;,"
        and line.marker is None
        and any(character.isalpha() for character in line.text)
        and ":" not in line.text[:-1]
        and _ONLY_REPORT.fullmatch(line.text) is None
    )
