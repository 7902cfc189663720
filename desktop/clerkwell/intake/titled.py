"""The title of a report in a layout that prints it without a label: the one heading over all others."""

from collections.abc import Sequence
from dataclasses import replace

from clerkwell.intake.header import Header
from clerkwell.intake.headings import Headings, looks_short, parted
from clerkwell.intake.lines import Line
from clerkwell.intake.markup import in_words
from clerkwell.intake.results import Mapped
from clerkwell.model import FieldValue
from clerkwell.packs import Pack, understand

_SUBJECT = "subject"
_ITEM = "reference"


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


def with_item_title(header: Header, body: Sequence[Line], pack: Pack, headings: Headings) -> tuple[Header, int]:
    """The header with a title that has the number of its item on the agenda ("7. Rights of way survey") and stands
    alone over the first heading, whose numbers begin anew; and how many lines of the body it took."""
    spec, item = pack.field(_SUBJECT), pack.field(_ITEM)
    if pack.manifest.pack.order != "report" or spec is None or len(body) < 2 or _has(header, _SUBJECT):
        return header, 0
    number, words = parted(body[0])
    first = headings.whole(body[1])
    if not number or not looks_short(body[0]) or headings.whole(body[0]) or first is None:
        return header, 0
    if first.number.strip(".0") != "1" or number.strip(".0") == "1":
        return header, 0
    fields = {**header.fields, _SUBJECT: understand(spec, words.strip(), pack)}
    mapped = header.mapped
    if item is not None and not _has(header, _ITEM):
        fields[_ITEM] = understand(item, number.rstrip("."), pack)
    else:
        mapped = (*mapped, Mapped(number, "number"))
    return replace(header, fields=fields, mapped=mapped), 1


def _has(header: Header, field_id: str) -> bool:
    return bool(header.fields.get(field_id, FieldValue()).text.strip())
