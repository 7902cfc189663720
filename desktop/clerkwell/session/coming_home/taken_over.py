"""What a report keeps of what it was, where a document comes in that does not hold it."""

from collections.abc import Collection

from clerkwell.model import Appendix, Block, Blocks, Landscape, Report, all_blocks


def with_what_no_document_holds(report: Report, base: Report) -> Report:
    """`report`, read from a Word document of anybody's, with what `base` has and no page shows: answers and entries
    that the document has no word of, kept files, marks that something is private or nil, what is done."""
    marked = {block.id: block for _, block in all_blocks(base)}
    own = {appendix.id: appendix for appendix in base.appendices}
    was = {section.id: section for section in base.sections}
    sections = tuple(
        each.model_copy(
            update={
                "blocks": _marked(each.blocks, marked),
                "done": was[each.id].done if each.id in was else False,
            }
        )
        for each in report.sections
    )
    return report.model_copy(
        update={
            "fields": {**base.fields, **report.fields},
            "repeats": {**base.repeats, **report.repeats},
            "details_done": base.details_done,
            "sections": sections,
            "appendices": tuple(_with_file(each, own.get(each.id)) for each in report.appendices),
            "consultations": base.consultations,
        }
    )


def only_sections(base: Report, report: Report, sections: Collection[str]) -> Report:
    """`base` with these sections as `report` has them: what a colleague was sent, and nothing besides."""
    theirs = {section.id: section for section in report.sections if section.id in sections}
    kept = [theirs.pop(each.id) if each.id in theirs else each for each in base.sections]
    return base.model_copy(
        update={
            "sections": (*kept, *theirs.values()),
            "tray": report.tray,
            "notes": report.notes,
            "next_id": max(base.next_id, report.next_id),
        }
    )


def _marked(blocks: Blocks, marked: dict[str, Block]) -> Blocks:
    return tuple(_block(block, marked) for block in blocks)


def _block(block: Block, marked: dict[str, Block]) -> Block:
    update: dict[str, object] = {}
    was = marked.get(block.id)
    if was is not None and was.private:
        update["private"] = True
    if isinstance(block, Landscape):
        update["blocks"] = _marked(block.blocks, marked)
    return block.model_copy(update=update) if update else block


def _with_file(appendix: Appendix, was: Appendix | None) -> Appendix:
    if was is None:
        return appendix
    names = ("status", "exempt_paragraphs", "public_interest", "attachment")
    kept = {name: getattr(was, name) for name in names}
    return appendix.model_copy(update={**kept, "link": appendix.link or was.link})
