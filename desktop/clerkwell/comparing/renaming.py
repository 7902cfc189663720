"""Other ids for blocks, sections and appendices, wherever a report speaks of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from clerkwell.model import Cell, Image, Landscape, Place, Reference, Report, Runs, Table, Worded

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True)
class Renaming:
    """The new ids by the old ones; what is not named keeps its own."""

    blocks: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    appendices: Mapping[str, str] = field(default_factory=dict)

    @property
    def needless(self) -> bool:
        """Whether every id stays as it is."""
        return not any(old != new for each in self._all() for old, new in each.items())

    def _all(self) -> tuple[Mapping[str, str], ...]:
        return self.blocks, self.sections, self.appendices


def renamed(report: Report, ids: Renaming) -> Report:
    """The report with these ids, in references, notes, waivers and stale words too."""
    if ids.needless:
        return report
    sections = tuple(
        section.model_copy(
            update={"id": ids.sections.get(section.id, section.id), "blocks": _blocks(section.blocks, ids)}
        )
        for section in report.sections
    )
    appendices = tuple(
        each.model_copy(update={"id": ids.appendices.get(each.id, each.id), "blocks": _blocks(each.blocks, ids)})
        for each in report.appendices
    )
    return report.model_copy(
        update={
            "sections": sections,
            "appendices": appendices,
            "notes": tuple(_placed(note, ids) for note in report.notes),
            "waivers": tuple(_placed(waiver, ids) for waiver in report.waivers),
            "stale": tuple(_placed(stale, ids) for stale in report.stale),
        }
    )


def _placed(value: Any, ids: Renaming) -> Any:  # noqa: ANN401 - a note, a waiver or stale words, returned as the same
    if value.place is None:
        return value
    place = renamed_place(value.place, ids)
    return value if place == value.place else value.model_copy(update={"place": place})


def renamed_place(place: Place, ids: Renaming) -> Place:
    """The place, by these ids."""
    return place.model_copy(
        update={
            "block": ids.blocks.get(place.block, place.block),
            "section": ids.sections.get(place.section, place.section),
            "appendix": ids.appendices.get(place.appendix, place.appendix),
        }
    )


def _blocks(blocks: tuple[Any, ...], ids: Renaming) -> tuple[Any, ...]:
    return tuple([_block(block, ids) for block in blocks])


def _block(block: Worded | Table | Image | Landscape, ids: Renaming) -> Worded | Table | Image | Landscape:
    update: dict[str, object] = {}
    name = ids.blocks.get(block.id, block.id)
    if name != block.id:
        update["id"] = name
    match block:
        case Table():
            rows = tuple(tuple([_cell(cell, ids) for cell in row]) for row in block.rows)
            if any(
                new is not old
                for fresh, row in zip(rows, block.rows, strict=True)
                for new, old in zip(fresh, row, strict=True)
            ):
                update["rows"] = rows
        case Landscape():
            update["blocks"] = _blocks(block.blocks, ids)
        case Image():
            pass
        case _:
            runs = _runs(block.runs, ids)
            if runs is not block.runs:
                update["runs"] = runs
    return block.model_copy(update=update) if update else block


def _cell(cell: Cell, ids: Renaming) -> Cell:
    paragraphs = tuple([_runs(runs, ids) for runs in cell.paragraphs])
    if all(new is old for new, old in zip(paragraphs, cell.paragraphs, strict=True)):
        return cell
    return cell.model_copy(update={"paragraphs": paragraphs})


def _runs(runs: Runs, ids: Renaming) -> Runs:
    if not any(isinstance(run, Reference) for run in runs):
        return runs
    return tuple([_reference(run, ids) if isinstance(run, Reference) else run for run in runs])


def _reference(reference: Reference, ids: Renaming) -> Reference:
    names = {"section": ids.sections, "appendix": ids.appendices}.get(reference.to, ids.blocks)
    target = names.get(reference.target, reference.target)
    return reference if target == reference.target else reference.model_copy(update={"target": target})
