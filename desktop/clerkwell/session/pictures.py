"""Pictures of a document under the names that the report's own kept files have."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from clerkwell.model import Block, Blocks, Image, Landscape, Report, all_blocks
from clerkwell.session.names import unique_name

if TYPE_CHECKING:
    from clerkwell.session.session import Session


def keep_picture(session: "Session", name: str, data: bytes) -> str:
    """Keep a picture with the report: the name of the kept file that is the same, or of a new one.

    It is in the saved file for as long as the report, or a version of it, shows it.
    """
    same = next((kept for kept, there in session.attachments.items() if there == data), None)
    return same if same is not None else session.add_attachment(name, data)


def pictures_renamed(
    report: Report, pictures: Mapping[str, bytes], kept: Mapping[str, bytes]
) -> tuple[Report, Mapping[str, bytes]]:
    """The report with its pictures by the names of the kept files that are the same, or by names that none has.

    Gives those too that are not kept yet, by their new names.
    """
    used = {block.attachment for _, block in all_blocks(report) if isinstance(block, Image)}
    names: dict[str, str] = {}
    fresh: dict[str, bytes] = {}
    by_data = {data: name for name, data in reversed([*kept.items()])}
    for name, data in sorted(pictures.items()):
        if name not in used:
            continue
        if data not in by_data:
            by_data[data] = unique_name(name, {*kept, *fresh})
            fresh[by_data[data]] = data
        names[name] = by_data[data]
    return with_names(report, names), fresh


def with_names(report: Report, names: Mapping[str, str]) -> Report:
    """The report with other names for its pictures."""
    if all(old == new for old, new in names.items()):
        return report
    sections = tuple(
        section.model_copy(update={"blocks": _named(section.blocks, names)}) for section in report.sections
    )
    appendices = tuple(each.model_copy(update={"blocks": _named(each.blocks, names)}) for each in report.appendices)
    return report.model_copy(update={"sections": sections, "appendices": appendices})


def _named(blocks: Blocks, names: Mapping[str, str]) -> Blocks:
    return tuple(_block(block, names) for block in blocks)


def _block(block: Block, names: Mapping[str, str]) -> Block:
    if isinstance(block, Landscape):
        return block.model_copy(update={"blocks": _named(block.blocks, names)})
    if isinstance(block, Image) and block.attachment in names:
        return block.model_copy(update={"attachment": names[block.attachment]})
    return block
