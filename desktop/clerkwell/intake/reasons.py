"""The paragraphs of Schedule 12A that a header gives with its public status, put where the pack asks for them."""

from collections.abc import Mapping

from clerkwell.model import FieldValue
from clerkwell.packs import Pack, understand
from clerkwell.packs.exemption import PARAGRAPHS, in_words
from clerkwell.proofing.law.exemption import REASONS, paragraphs_cited

_CLOSED = ("Exempt", "Part exempt")


def with_reasons(fields: Mapping[str, FieldValue], pack: Pack) -> Mapping[str, FieldValue]:
    """The answers with the paragraphs that the status names: "Part exempt, paragraph 3".

    Only where the document has no place for them: it would say them twice. The status stays as it was written.
    """
    spec = pack.field(PARAGRAPHS)
    if spec is None or spec.printed or PARAGRAPHS in fields:
        return fields
    statuses = (fields[each.id] for each in pack.single_fields if each.kind == "status" and each.id in fields)
    told = next((each.text for each in statuses if each.value in _CLOSED), "")
    reasons = in_words(paragraphs_cited(told) & REASONS)
    return {**fields, PARAGRAPHS: understand(spec, reasons, pack)} if reasons else fields
