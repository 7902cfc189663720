"""What makes one report of another: the parts that are not the same objects, to be sent where the first one is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clerkwell.model.report import Report, Section


@dataclass(frozen=True)
class Advance:
    """The way from one report to the next: the parts that changed, by attribute, and the sections.

    A section that is the same object in both is the number it has in the first.
    """

    parts: Mapping[str, Any]
    sections: tuple[int | Section, ...]


def advance(before: Report | None, after: Report) -> Advance:
    """What leads from `before` to `after`; all of `after` where there is nothing before it.

    Cheap: nothing is compared but which objects are the same, as an edit leaves those it does not touch.
    """
    new = after.__dict__
    if before is None:
        return Advance({name: part for name, part in new.items() if name != "sections"}, after.sections)
    old = before.__dict__
    parts = {name: part for name, part in new.items() if name != "sections" and old[name] is not part}
    known = {id(section): index for index, section in enumerate(before.sections)}
    return Advance(parts, tuple(known.get(id(section), section) for section in after.sections))


def advanced(before: Report | None, step: Advance) -> Report:
    """The report that a step leads to; sections that did not change stay the same objects."""
    sections = tuple(
        before.sections[each] if before is not None and isinstance(each, int) else each for each in step.sections
    )
    parts = {**step.parts, "sections": sections}
    # What was a sound report in the other process is one here.
    return Report.model_construct(**parts) if before is None else before.model_copy(update=parts)
