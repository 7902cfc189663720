"""The title of a report in a layout that prints it without a label: the one heading over all others."""

import re
from collections.abc import Sequence
from dataclasses import replace

from clerkwell.intake.header import Header
from clerkwell.intake.headings import Headings, is_capitals, looks_short, parted
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words
from clerkwell.intake.part_heads import is_counted
from clerkwell.intake.results import Mapped
from clerkwell.model import FieldValue
from clerkwell.packs import Pack, understand

_SUBJECT = "subject"
_ITEM = "reference"
# So many lines may stand over the first heading: the title, and words that introduce the report.
_AHEAD = 5
_WHOSE = re.compile(r"(?:this is a |a )?(?:joint )?report (?:by|of|from)\b", re.IGNORECASE)


def with_title(header: Header, pack: Pack) -> Header:
    """The header with the subject that its Heading 1 gives, where no label gave one."""
    spec = pack.field(_SUBJECT)
    if spec is None or _has(header, _SUBJECT):
        return header
    for line in header.left:
        if line.known is not None and line.mark == 1 and line.is_single and line.block is None:
            left = tuple(each for each in header.left if each is not line)
            answer = understand(spec, in_words(line.runs), pack)
            return replace(header, fields={**header.fields, _SUBJECT: answer}, left=left)
    return header


def with_item_title(
    header: Header, body: Sequence[Line], pack: Pack, headings: Headings
) -> tuple[Header, Sequence[Line]]:
    """The header with a title that stands alone over the first heading, in capitals or marked, or with the number of
    its item on the agenda ("7. Rights of way survey"); and the lines of the body without it."""
    spec, item = pack.field(_SUBJECT), pack.field(_ITEM)
    if pack.manifest.pack.order != "report" or spec is None or _has(header, _SUBJECT):
        return header, body
    at = next((at for at, line in enumerate(body[:_AHEAD]) if headings.whole(line)), 0) - 1
    if len(body) > 1 and _WHOSE.match(body[1].text) and headings.whole(body[0]) is None:
        at = 0  # "SERVICE PERFORMANCE" over "Report by the Chief Fire Officer"
    if at > 0 and not looks_short(body[at]) and is_counted(body[at + 1]) and not is_counted(body[0]):
        at = 0  # a paragraph says what the report is, between its title and the first part that is counted
    if at < 0 or not looks_short(body[at]):
        return header, body
    line, first = body[at], headings.whole(body[at + 1])
    number, words = parted(line)
    if number:
        begins = at == 0 and first is not None and first.number.strip(".0") == "1"
    else:
        # Words between the header and it introduce the report; without them it may be a label's value.
        begins = bool(is_capitals(line) or line.mark or line.bold or (at and line.gap))
    if not begins or number.strip(".0") == "1":
        return header, body
    fields = {**header.fields, _SUBJECT: understand(spec, words.strip(), pack)}
    mapped = header.mapped
    if number and item is not None and not _has(header, _ITEM):
        fields[_ITEM] = understand(item, number.rstrip("."), pack)
    elif number:
        mapped = (*mapped, Mapped(number, "number"))
    return replace(header, fields=fields, mapped=mapped), [*body[:at], *body[at + 1 :]]


def _has(header: Header, field_id: str) -> bool:
    return bool(header.fields.get(field_id, FieldValue()).text.strip())
