"""Where the caret belongs after undo or redo, worked out from what changed."""

from collections.abc import Iterable, Mapping

from clerkwell.model import Block, Blocks, Changes, Place, Report, changes, walk, words
from clerkwell.model.blocks import Landscape, Table
from clerkwell.session.consulting import LOG
from clerkwell.session.part_ids import HEADER, part_of


def changed_place(before: Report, after: Report) -> Place | None:
    """The place in `after` where what was changed ends; None where no text of it differs."""
    differing = changes(before, after)
    old = {section.id: section for section in before.sections}
    for section in after.sections:
        if section.id in differing.sections:
            was = old.get(section.id)
            return _in_blocks(was.blocks if was else None, section.blocks, Place(section=section.id))
    for field in sorted(differing.fields):
        text = after.field(field).text
        return Place(field=field, start=_end(before.field(field).text, text), end=_end(before.field(field).text, text))
    for repeat in sorted(differing.repeats):
        return _in_rows(before, after, repeat)
    if "appendices" in differing.others:
        for appendix in after.appendices:
            one = before.appendix(appendix.id)
            if one is not None and one.blocks != appendix.blocks:
                return _in_blocks(one.blocks, appendix.blocks, Place(appendix=appendix.id))
            if appendix != one:
                return Place(appendix=appendix.id)
    return None


def part_of_changes(what: Changes) -> str:
    """The part that a change is in; "" where it is in several, or in none that is listed."""
    lists = {"appendices": "appendices", "background_papers": "background-papers", "consultations": LOG}
    parts = {
        *what.sections,
        *(part_of(Place(field=field)) for field in what.fields),
        *(part_of(Place(field=f"{repeat}.")) for repeat in what.repeats),
        *(lists[name] for name in what.others if name in lists),
        *([HEADER] if "details_done" in what.others else []),
    }
    return parts.pop() if len(parts) == 1 else ""


def _in_blocks(old: Blocks | None, new: Blocks, home: Place) -> Place:
    was = {block.id: block for block in walk(old or ())}
    blocks = _lines(new)
    # The last block that is new or other than it was: what was typed or put back ends there.
    for block in reversed(blocks):
        if block.id not in was:
            return _at(home, block, len(words(block)))
        if was[block.id] is not block and was[block.id] != block:
            return _at(home, block, _end(words(was[block.id]), words(block)))
    # Blocks only went: the caret stays where the first of them was.
    if old is not None and blocks:
        return _before_gap(_lines(old), blocks, home)
    return home


def _before_gap(old: list[Block], new: list[Block], home: Place) -> Place:
    for index, block in enumerate(old):
        if index >= len(new) or new[index].id != block.id:
            at = new[min(index, len(new)) - 1] if index else new[0]
            return _at(home, at, len(words(at)) if index else 0)
    return home


def _lines(blocks: Blocks) -> list[Block]:
    return [block for block in walk(blocks) if not isinstance(block, Landscape)]


def _at(home: Place, block: Block, offset: int) -> Place:
    if isinstance(block, Table):
        return home.model_copy(update={"block": block.id})
    return home.model_copy(update={"block": block.id, "start": offset, "end": offset})


def _in_rows(before: Report, after: Report, repeat: str) -> Place | None:
    was, now = before.repeats.get(repeat, ()), after.repeats.get(repeat, ())
    for index, row in enumerate(now):
        old: Mapping[str, object] = was[index] if index < len(was) else {}
        for name in _first(name for name in row if old.get(name) != row[name]):
            return Place(field=f"{repeat}.{name}", row=index)
    return None


def _first(names: Iterable[str]) -> Iterable[str]:
    return sorted(names)[:1]


def _end(before: str, after: str) -> int:
    """Where, in `after`, the stretch ends that differs from `before`."""
    most = min(len(before), len(after))
    head = 0
    while head < most and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < most - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return len(after) - tail
