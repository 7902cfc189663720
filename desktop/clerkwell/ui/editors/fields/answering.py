"""What an answer changes: its own field, and the council's standard words in the fields that follow from it."""

from clerkwell.model import Edit, Report, SetField, Several
from clerkwell.packs import FieldSpec, Pack, understand


def answer(report: Report, pack: Pack, spec: FieldSpec, row: int | None, text: str) -> Edit:
    """The edit for `text` typed or chosen in a field.

    An answer that the pack gives standard wording for writes it into the other fields, where they are empty or still
    hold the standard wording of another answer: what somebody wrote there is never replaced.
    """
    value = understand(spec, text, pack)
    own = SetField(field=spec.id, value=value, row=row)
    others = tuple(
        SetField(field=field, value=understand(other, words, pack), row=row if "." in field else None)
        for field, words in _following(report, spec, row, value.value).items()
        if (other := pack.field(field)) is not None
    )
    return Several(edits=(own, *others)) if others else own


def _following(report: Report, spec: FieldSpec, row: int | None, given: str | tuple[str, ...] | None) -> dict[str, str]:
    """The words for other fields, by field; "" takes back the standard wording of an answer no longer given."""
    if not isinstance(given, str) or not spec.wording:
        return {}
    wording = spec.wording.get(given, {})
    done: dict[str, str] = {}
    for field in dict.fromkeys(name for words in spec.wording.values() for name in words):
        now = report.field(field, row if "." in field else None).text
        standard = {words[field] for words in spec.wording.values() if field in words}
        if (not now.strip() or now in standard) and now != wording.get(field, ""):
            done[field] = wording.get(field, "")
    return done
