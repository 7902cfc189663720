"""Applying an edit: the report before it, and the report after."""

from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import groupby

from clerkwell.model.blocks import Block, Blocks, Cell, Image, Landscape, Table, is_empty, walk
from clerkwell.model.edits import (
    Edit,
    ReplaceReport,
    ReplaceWords,
    SetAppendices,
    SetBackgroundPapers,
    SetBlocks,
    SetConsultations,
    SetDetailsDone,
    SetDone,
    SetField,
    SetHeading,
    SetNotes,
    SetReturns,
    SetRows,
    SetSections,
    SetStale,
    SetTray,
    SetVersions,
    SetWaivers,
    Several,
)
from clerkwell.model.places import Place
from clerkwell.model.report import FieldValue, Report, Row, Section, answered, answered_rows, give_ids
from clerkwell.model.runs import plain, replace


class EditError(ValueError):
    """An edit names a place that the report does not have."""


def apply(edit: Edit, report: Report) -> Report:  # noqa: C901 - one case an edit, and nothing else
    """The report after the edit; untouched parts are the same objects.

    Raises `EditError` if the edit names a place that is not there.
    """
    match edit:
        case SetField():
            return _set_field(report, edit)
        case SetRows():
            return _with_rows(report, edit.repeat, edit.rows)
        case SetBlocks():
            after = _with_section(report, edit.section, _blocks(report, edit))
            return after if _all_named(report, edit) else give_ids(after, edit.section)
        case SetHeading():
            return _with_section(report, edit.section, {"heading": edit.heading})
        case SetDone():
            return _with_section(report, edit.section, {"done": edit.done})
        case SetDetailsDone():
            return report.model_copy(update={"details_done": edit.done})
        case SetSections():
            return give_ids(report.model_copy(update={"sections": edit.sections}))
        case SetAppendices():
            return give_ids(report.model_copy(update={"appendices": edit.appendices}))
        case SetBackgroundPapers():
            return report.model_copy(update={"background_papers": edit.papers})
        case SetConsultations():
            return report.model_copy(update={"consultations": edit.entries})
        case SetWaivers():
            return report.model_copy(update={"waivers": edit.waivers})
        case SetTray():
            return report.model_copy(update={"tray": edit.tray})
        case SetNotes():
            return report.model_copy(update={"notes": edit.notes})
        case SetVersions():
            return report.model_copy(update={"versions": edit.versions})
        case SetReturns():
            return report.model_copy(update={"returns": edit.returns})
        case SetStale():
            return report.model_copy(update={"stale": edit.stale})
        case ReplaceReport():
            return give_ids(edit.report.model_copy(update={"next_id": max(report.next_id, edit.report.next_id)}))
        case ReplaceWords():
            return _replace_words(report, edit)
        case Several():
            for section_id, group in groupby(edit.edits, key=_in_section):
                edits = tuple(group)
                report = _replace_in(report, section_id, edits) if section_id else reduce(_applied, edits, report)
            return report


def _applied(report: Report, edit: Edit) -> Report:
    return apply(edit, report)


def _in_section(edit: Edit) -> str:
    """The section whose words an edit replaces; "" for any other edit."""
    return edit.place.section if isinstance(edit, ReplaceWords) and not edit.place.field else ""


def _replace_in(report: Report, section_id: str, edits: Iterable[Edit]) -> Report:
    """Replace words of one section, one after the other; the section is put together once, as there may be
    thousands."""
    section = report.section(section_id)
    blocks = list(section.blocks) if section else []
    at = {inner.id: index for index, block in reversed(list(enumerate(blocks))) for inner in walk([block])}
    for edit in edits:
        assert isinstance(edit, ReplaceWords)
        index = at.get(edit.place.block)
        if index is None:
            raise EditError(f"There is no block {edit.place.block} here.")
        blocks[index] = _block_replaced(blocks[index], edit)
    return _with_section(report, section_id, {"blocks": tuple(blocks)})


def _blocks(report: Report, edit: SetBlocks) -> Mapping[str, object]:
    """The new blocks. A section whose words all go is no longer what its author called done."""
    before = report.section(edit.section)
    emptied = before is not None and before.done and is_empty(edit.blocks) and not is_empty(before.blocks)
    return {"blocks": edit.blocks, "done": False} if emptied else {"blocks": edit.blocks}


def _all_named(report: Report, edit: SetBlocks) -> bool:
    """Whether the blocks put in a section have ids that were the section's own before, each once.

    So it is with every key that is typed into a paragraph, and the other sections need not be gone through.
    """
    before = report.blocks(edit.section)
    known = {block.id for block in before}
    kept = {id(block) for block in before if isinstance(block, Landscape)}
    named = {block.id for block in edit.blocks}
    return (
        "" not in named
        and len(named) == len(edit.blocks)
        and named <= known
        and all(id(block) in kept for block in edit.blocks if isinstance(block, Landscape))
    )


def _set_field(report: Report, edit: SetField) -> Report:
    repeat, dot, name = edit.field.partition(".")
    if not dot:
        return report.model_copy(update={"fields": answered({**report.fields, edit.field: edit.value})})
    rows = list(report.repeats.get(repeat, ()))
    if edit.row is None or not 0 <= edit.row <= len(rows):
        raise EditError(f"{edit.field} has no row {edit.row}")
    if edit.row == len(rows):
        rows.append({})
    rows[edit.row] = {**rows[edit.row], name: edit.value}
    return _with_rows(report, repeat, tuple(rows))


def _with_rows(report: Report, repeat: str, rows: tuple[Row, ...]) -> Report:
    return report.model_copy(update={"repeats": answered_rows({**report.repeats, repeat: rows})})


def _with_section(report: Report, section_id: str, update: Mapping[str, object]) -> Report:
    if report.section(section_id) is None:
        fresh = Section(id=section_id).model_copy(update=update)
        return report.model_copy(update={"sections": (*report.sections, fresh)})
    sections = tuple(
        section.model_copy(update=update) if section.id == section_id else section for section in report.sections
    )
    return report.model_copy(update={"sections": sections})


def _replace_words(report: Report, edit: ReplaceWords) -> Report:
    place = edit.place
    if place.field:
        old = report.field(place.field, place.row)
        start, end = place.start or 0, len(old.text) if place.end is None else place.end
        text = old.text[:start] + edit.words + old.text[end:]
        # Words that stand for themselves still do; what a date or a choice means now is the pack's to say.
        itself = old.value is not None and old.value == _folded(old.text)
        value = FieldValue(text=text, value=(_folded(text) or None) if itself else None)
        return _set_field(report, SetField(field=place.field, row=place.row, value=value))
    if place.section:
        section = report.section(place.section)
        blocks = _replaced(section.blocks if section else (), edit)
        return _with_section(report, place.section, {"blocks": blocks})
    if place.appendix and report.appendix(place.appendix) is not None:
        appendices = tuple(
            each.model_copy(update={"blocks": _replaced(each.blocks, edit)}) if each.id == place.appendix else each
            for each in report.appendices
        )
        return report.model_copy(update={"appendices": appendices})
    raise EditError("The words to replace are in no field, section or appendix of this report.")


def _folded(text: str) -> str:
    return " ".join(text.split())


def _replaced(blocks: Blocks, edit: ReplaceWords) -> Blocks:
    at = next((index for index, block in enumerate(blocks) if _holds(block, edit.place.block)), None)
    if at is None:
        raise EditError(f"There is no block {edit.place.block} here.")
    return (*blocks[:at], _block_replaced(blocks[at], edit), *blocks[at + 1 :])


def _holds(block: Block, block_id: str) -> bool:
    return any(inner.id == block_id for inner in walk([block]))


def _block_replaced(block: Block, edit: ReplaceWords) -> Block:
    start, end = edit.place.start or 0, edit.place.end
    match block:
        case Landscape():
            return block.model_copy(update={"blocks": _replaced(block.blocks, edit)})
        case Table():
            row, column, paragraph = _path_in(block, edit.place)
            cell = block.rows[row][column]
            runs = cell.paragraphs[paragraph]
            fresh = replace(runs, start, len(plain(runs)) if end is None else end, edit.words)
            paragraphs = (*cell.paragraphs[:paragraph], fresh, *cell.paragraphs[paragraph + 1 :])
            cells = (*block.rows[row][:column], Cell(paragraphs=paragraphs), *block.rows[row][column + 1 :])
            return block.model_copy(update={"rows": (*block.rows[:row], cells, *block.rows[row + 1 :])})
        case Image():
            raise EditError(f"Block {block.id} is a picture; it has no words to replace.")
        case _:
            fresh = replace(block.runs, start, len(plain(block.runs)) if end is None else end, edit.words)
            return block.model_copy(update={"runs": fresh})


def _path_in(table: Table, place: Place) -> tuple[int, int, int]:
    match place.path:
        case (int(row), int(column), int(paragraph)) if (
            0 <= row < len(table.rows)
            and 0 <= column < len(table.rows[row])
            and 0 <= paragraph < len(table.rows[row][column].paragraphs)
        ):
            return row, column, paragraph
    raise EditError(f"Table {table.id} has no paragraph at {place.path}.")
