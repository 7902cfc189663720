"""Conditions: whether a field or section is wanted, given the report's answers."""

from collections.abc import Iterator

from clerkwell.model import FieldValue, Report
from clerkwell.packs.manifest import Condition, FieldSpec, SectionSpec


def holds(condition: Condition, report: Report) -> bool:
    """Whether every key of the condition has one of its answers. An empty condition holds.

    A key names a field. Where several rows have the field (a purpose for each committee), one of them is enough.
    """
    return all(any(_answers(value, wanted) for value in _values(key, report)) for key, wanted in condition.items())


def wanted(spec: FieldSpec | SectionSpec, report: Report) -> bool:
    """Whether the report has to have this field or section."""
    if not relevant(spec, report):
        return False
    return spec.required == "always" or (spec.required == "when" and holds(spec.when, report))


def relevant(spec: FieldSpec | SectionSpec, report: Report) -> bool:
    """Whether this field or section has a place in the report at all."""
    return holds(spec.only, report)


def _values(key: str, report: Report) -> Iterator[FieldValue]:
    repeat, dot, name = key.partition(".")
    if dot:
        yield from (row[name] for row in report.repeats.get(repeat, ()) if name in row)
        return
    if key in report.fields:
        yield report.fields[key]
    for rows in report.repeats.values():
        yield from (row[key] for row in rows if key in row)


def _answers(value: FieldValue, wanted: tuple[str, ...]) -> bool:
    given = (value.value,) if isinstance(value.value, str) else value.value or (value.text.strip(),)
    return any(answer.casefold() == want.casefold() for answer in given for want in wanted)
