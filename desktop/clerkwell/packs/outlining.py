"""The outline: the sections of a report in the order its document has them."""

from collections.abc import Iterator
from dataclasses import dataclass

from clerkwell.model import Report, Section
from clerkwell.packs.conditions import relevant, wanted
from clerkwell.packs.manifest import SectionSpec
from clerkwell.packs.pack import Pack

# What a section of the report's own is like: one that the pack does not name.
OTHER = "other"


@dataclass(frozen=True)
class Part:
    """A section's place in the outline. `section` is None while it has not been begun.

    `wanted`: the pack requires it of this report. `relevant`: it has a place at all, given the report's answers.
    `stands`: the document has it, because it has been begun (even if nothing is in it yet) or lists something.
    """

    spec: SectionSpec
    section: Section | None
    wanted: bool
    relevant: bool
    stands: bool

    @property
    def id(self) -> str:
        """The section's id."""
        return self.section.id if self.section else self.spec.id

    @property
    def heading(self) -> str:
        """The heading as this report words it."""
        return (self.section.heading if self.section else "") or self.spec.title


def outline(report: Report, pack: Pack) -> tuple[Part, ...]:
    """Every section that the report has or could have, in order.

    In the pack's order, or, where the pack says `order = "report"`, the begun ones in the report's order, with the
    others after the nearest section before them in the pack.
    """
    return tuple(_parts(report, pack))


def own_spec(section: Section, pack: Pack) -> SectionSpec:
    """What the pack says of a section; for one of the report's own, what it says of `other` ones."""
    spec = pack.section(section.id)
    if spec is not None:
        return spec
    other = pack.section(OTHER) or SectionSpec(id=OTHER, title="")
    return other.model_copy(update={"title": section.heading})


def _parts(report: Report, pack: Pack) -> Iterator[Part]:
    begun = {section.id: section for section in report.sections}
    known = [spec for spec in pack.manifest.section if spec.id != OTHER]
    if pack.manifest.pack.order == "pack":
        for spec in known:
            yield _part(spec, begun.pop(spec.id, None), report)
        for section in begun.values():
            yield _part(own_spec(section, pack), section, report)
        return
    waiting = [spec for spec in known if spec.id not in begun]
    position = {spec.id: index for index, spec in enumerate(known)}
    for section in report.sections:
        at = position.get(section.id)
        if at is not None:
            for spec in [spec for spec in waiting if position[spec.id] < at]:
                waiting.remove(spec)
                yield _part(spec, None, report)
        yield _part(own_spec(section, pack), section, report)
    for spec in waiting:
        yield _part(spec, None, report)


def _part(spec: SectionSpec, section: Section | None, report: Report) -> Part:
    listed = {"appendices": report.appendices, "background-papers": report.background_papers}.get(spec.kind)
    has_place = relevant(spec, report)
    stands = has_place and (section is not None or bool(listed))
    return Part(spec, section, wanted(spec, report), has_place, stands)
