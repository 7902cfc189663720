"""What the pages of the end matter change, worked out from the values alone."""

from collections.abc import Sequence

from clerkwell.model import (
    Appendix,
    BackgroundPaper,
    Edit,
    Paragraph,
    Report,
    SetAppendices,
    SetBackgroundPapers,
    SetBlocks,
    SetSections,
    Several,
    Text,
    is_empty,
    is_nil,
    plain,
)
from clerkwell.model.blocks import Worded
from clerkwell.packs import Pack, exemption

STATUSES = {
    "": "Not stated",
    "public": "Public",
    "part-exempt": "Part exempt",
    "exempt": "Exempt",
    "confidential": "Confidential",
}
# The reasons for keeping something private, in short, by their number.
EXEMPT = exemption.EXEMPT
NONE = "None."


def section_of(kind: str, pack: Pack) -> str:
    """The id of the section that lists appendices or background papers."""
    return next((spec.id for spec in pack.manifest.section if spec.kind == kind), kind)


def says_none(report: Report, section_id: str) -> bool:
    """Whether the section says that there is nothing to list."""
    blocks = [block for block in report.blocks(section_id) if not is_empty([block])]
    return bool(blocks) and all(isinstance(block, Paragraph) and is_nil(plain(block.runs)) for block in blocks)


def other_words(report: Report, section_id: str) -> str:
    """What the section says besides its list, where that is more than that there is nothing to list."""
    if says_none(report, section_id):
        return ""
    blocks = report.blocks(section_id)
    return "\n".join(plain(block.runs) for block in blocks if isinstance(block, Worded) and plain(block.runs).strip())


def say_none(section_id: str) -> Edit:
    """The edit that says that there is nothing to list."""
    return SetBlocks(section=section_id, blocks=(Paragraph(runs=(Text(text=NONE),), nil=True),))


def say_nothing(report: Report, section_id: str) -> Edit:
    """The edit that takes the section's own words away, and the section with them unless its heading is its own."""
    section = report.section(section_id)
    if section is None or section.heading:
        return SetBlocks(section=section_id, blocks=())
    return SetSections(sections=tuple(each for each in report.sections if each.id != section_id))


def with_appendices(report: Report, pack: Pack, appendices: Sequence[Appendix]) -> Edit:
    """The edit that puts these appendices in; a "None" makes way for the first of them."""
    edit = SetAppendices(appendices=tuple(appendices))
    return _without_none(report, section_of("appendices", pack), edit) if appendices else edit


def with_papers(report: Report, pack: Pack, papers: Sequence[BackgroundPaper]) -> Edit:
    """The edit that puts these background papers in; a "None" makes way for the first of them."""
    edit = SetBackgroundPapers(papers=tuple(papers))
    return _without_none(report, section_of("background-papers", pack), edit) if papers else edit


def _without_none(report: Report, section_id: str, edit: Edit) -> Edit:
    return Several(edits=(say_nothing(report, section_id), edit)) if says_none(report, section_id) else edit


def next_number(appendices: Sequence[Appendix]) -> str:
    """The number for one more appendix, in the way the last one is numbered."""
    last = appendices[-1].number if appendices else ""
    if last.isdigit():
        return str(int(last) + 1)
    if len(last) == 1 and last.isascii() and last.isalpha() and last not in "zZ":
        return chr(ord(last) + 1)
    return str(len(appendices) + 1)


def next_id(appendices: Sequence[Appendix]) -> str:
    """An id that no appendix has."""
    taken = {appendix.id for appendix in appendices}
    number = len(appendices) + 1
    while f"appendix-{number}" in taken:
        number += 1
    return f"appendix-{number}"


def renumbered(appendices: Sequence[Appendix], before: Sequence[Appendix]) -> tuple[Appendix, ...]:
    """The appendices numbered in their new order, if they were numbered 1, 2, 3 or A, B, C before; else as they are."""
    numbers = [appendix.number for appendix in before]
    for series in (_figures, _letters):
        if numbers and numbers == series(len(numbers)):
            fresh = series(len(appendices))
            return tuple(
                each if each.number == number else each.model_copy(update={"number": number})
                for each, number in zip(appendices, fresh, strict=True)
            )
    return tuple(appendices)


def _figures(count: int) -> list[str]:
    return [str(number + 1) for number in range(count)]


def _letters(count: int) -> list[str]:
    return [chr(ord("A") + number) for number in range(min(count, 26))]
