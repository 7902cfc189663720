"""What an answer changes: its own field, and the council's standard words in the fields that follow from it."""

from collections.abc import MutableMapping

from clerkwell.model import Edit, FieldValue, Report, SetField, Several, apply
from clerkwell.packs import FieldSpec, Pack, understand
from clerkwell.packs.answers import named

# What was written in fields that another answer has filled with its standard words, by field and row.
Aside = MutableMapping[tuple[str, int | None], str]
_PURPOSE, _OF_COMMITTEE, _DECISION = "purpose", "committees.purpose", "For Decision"


def answer(report: Report, pack: Pack, spec: FieldSpec, row: int | None, text: str, aside: Aside | None = None) -> Edit:
    """The edit for `text` typed or chosen in a field.

    An answer that the pack gives standard wording for writes it into the other fields, where they are empty or still
    hold the standard wording of another answer. What somebody wrote there makes way only for what follows from a No,
    and only if it can be put `aside`: it comes back with another answer.
    """
    value = named(text) if spec.several and "\n" in text else understand(spec, text, pack)
    own = SetField(field=spec.id, value=value, row=row)
    others = tuple(
        SetField(field=field, value=understand(other, words, pack), row=row if "." in field else None)
        for field, words in _following(report, spec, row, value.value, aside).items()
        if (other := pack.field(field)) is not None
    )
    whole = _for_all(report, pack, spec, own)
    others = (*others, whole) if whole is not None else others
    return Several(edits=(own, *others)) if others else own


def _for_all(report: Report, pack: Pack, spec: FieldSpec, own: SetField) -> SetField | None:
    """The purpose of the whole report, where it follows from its committees'; what somebody chose is never replaced."""
    purpose = pack.field(_PURPOSE)
    if spec.id != _OF_COMMITTEE or purpose is None:
        return None
    before, now = _purpose(report), _purpose(apply(own, report))
    if now == before or report.field(_PURPOSE).text.strip() not in ("", before):
        return None
    return SetField(field=_PURPOSE, value=understand(purpose, now, pack))


def _purpose(report: Report) -> str:
    """What all committees are asked; a decision, where one of them is to take it."""
    rows = range(len(report.repeats.get("committees", ())))
    asked = {str(report.field(_OF_COMMITTEE, row).value or "") for row in rows} - {""}
    return _DECISION if _DECISION in asked else asked.pop() if len(asked) == 1 else ""


def is_settled(spec: FieldSpec, row: int | None, report: Report, pack: Pack) -> bool:
    """Whether a No to another question has answered this one: it holds the standard words for that, and no others."""
    now = report.field(spec.id, row)
    for asking in pack.manifest.field:
        words = asking.wording.get("No", {}).get(spec.id)
        if words is not None and report.field(asking.id, row if "." in asking.id else None).value == "No":
            return now.text == words
    return False


def _following(
    report: Report, spec: FieldSpec, row: int | None, given: str | tuple[str, ...] | None, aside: Aside | None
) -> dict[str, str]:
    """The words for other fields, by field; "" takes back the standard wording of an answer no longer given."""
    if not isinstance(given, str) or not spec.wording:
        return {}
    wording = spec.wording.get(given, {})
    done: dict[str, str] = {}
    for field in dict.fromkeys(name for words in spec.wording.values() for name in words):
        place = (field, row if "." in field else None)
        now: FieldValue = report.field(*place)
        words = wording.get(field, "")
        standard = {each[field] for each in spec.wording.values() if field in each}
        if now.text.strip() and now.text not in standard:
            if given == "No" and words and aside is not None:
                aside[place] = now.text
                done[field] = words
            continue
        if aside is not None and given == "No" and not now.text.strip():
            aside.pop(place, None)
        elif aside is not None and given != "No":
            words = aside.pop(place, words)
        if now.text != words:
            done[field] = words
    return done
