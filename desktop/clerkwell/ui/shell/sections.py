"""Adding, leaving out and moving sections, as edits."""

import itertools

from clerkwell.model import Report, Section, SetSections


def adding(report: Report, after: str) -> tuple[SetSections, str]:
    """A section of the report's own, behind the one named (or at the end); the edit, and the new section's id."""
    taken = {section.id for section in report.sections}
    fresh = next(name for number in itertools.count(1) if (name := f"own-{number}") not in taken)
    at = next((at for at, section in enumerate(report.sections, 1) if section.id == after), len(report.sections))
    sections = (*report.sections[:at], Section(id=fresh), *report.sections[at:])
    return SetSections(sections=sections), fresh


def leaving_out(report: Report, section_id: str) -> SetSections:
    """Without this section."""
    return SetSections(sections=tuple(section for section in report.sections if section.id != section_id))


def moving(report: Report, section_id: str, by: int) -> SetSections | None:
    """With this section one place further up (-1) or down (1); none where it is at the end already."""
    ids = [section.id for section in report.sections]
    if section_id not in ids or not 0 <= ids.index(section_id) + by < len(ids):
        return None
    sections = list(report.sections)
    at = ids.index(section_id)
    sections[at], sections[at + by] = sections[at + by], sections[at]
    return SetSections(sections=tuple(sections))
