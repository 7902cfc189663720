"""The title of a report in a layout that prints it without a label: the one heading over all others."""

from dataclasses import replace

from clerkwell.intake.header import Header
from clerkwell.intake.markup import in_words
from clerkwell.model import FieldValue
from clerkwell.packs import Pack, understand

_SUBJECT = "subject"


def with_title(header: Header, pack: Pack) -> Header:
    """The header with the subject that its Heading 1 gives, where no label gave one."""
    spec = pack.field(_SUBJECT)
    if spec is None or header.fields.get(_SUBJECT, FieldValue()).text.strip():
        return header
    for line in header.left:
        if line.known is not None and line.mark == 1 and line.is_single and line.block is None:
            left = tuple(each for each in header.left if each is not line)
            answer = understand(spec, in_words(line.runs), pack)
            return replace(header, fields={**header.fields, _SUBJECT: answer}, left=left)
    return header
