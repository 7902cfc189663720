"""What stands after the last section: who wrote the report, and how to reach them."""

import re
from typing import Final

from clerkwell.workshop.making.gathering import Gathering
from clerkwell.workshop.making.header import read_header
from clerkwell.workshop.making.labels import is_prompt, labels_in
from clerkwell.workshop.making.proposal import Hole, Rows

_EMAIL: Final = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+|\be-?mail\b", re.IGNORECASE)
_TELEPHONE: Final = re.compile(r"(?:\+44|\(?0\d{2,4}\)?)[\d\s-]{6,}|\b(?:tel|telephone|phone)\b|^\s*T:", re.IGNORECASE)
_AUTHOR: Final = re.compile(r"author|officer|contact|prepared by|written by|\bsigned\b|signature", re.IGNORECASE)
_PREFIX: Final = re.compile(r"^\s*(?:T|E|M|Tel|Telephone|Phone|E-?mail|Mobile)\b\.?\s*:?\s*", re.IGNORECASE)
_NOTHING: Final = re.compile(r"^\W*(?:none|nil|n/?a|not applicable)\W*$", re.IGNORECASE)
_MOST: Final = 6


def sign_off(gathering: Gathering, first: int, stop: int) -> int:
    """The line that the end matter begins with; `stop` where there is none."""
    found = _begins(gathering, first, stop)
    table = gathering.shapes[found].line.at.table if found < stop else 0
    # A table belongs to one of the two altogether.
    while table and found > first and gathering.shapes[found - 1].line.at.table == table:
        found -= 1
    return found


def _begins(gathering: Gathering, first: int, stop: int) -> int:
    shapes = gathering.shapes
    for number in range(first, stop):
        shape = shapes[number]
        words = shape.raw.strip()
        if not words:
            continue
        found = labels_in(shape, gathering.known)
        if found and found[0].begins <= 2 and _AUTHOR.search(found[0].label) and len(found[0].label.split()) <= 6:
            return number
        if (_EMAIL.search(words) or _TELEPHONE.search(words)) and len(words.split()) <= 8:
            begins = number
            for before in range(number - 1, max(first, number - 2 * _MOST) - 1, -1):
                other = shapes[before]
                said = other.raw.strip()
                # Some set such lines apart by an empty one each.
                if not said and shapes[before - 1].raw.strip() and other.line.at.table == shape.line.at.table:
                    continue
                text = not said or len(said.split()) > 8 or said.endswith(".") or other.marks or is_prompt(said)
                if text or _NOTHING.match(said) or other.line.at.table != shape.line.at.table:
                    break
                begins = before
            return begins
    return stop


def read_ending(gathering: Gathering, first: int, stop: int) -> None:
    """Gather who wrote the report: fields after labels, or lines of name, post and address."""
    shapes = gathering.shapes
    lines = [n for n in range(first, stop) if shapes[n].raw.strip() and not shapes[n].line.at.part]
    if not lines:
        return
    found = {n: labels_in(shapes[n], gathering.known) for n in lines}
    # "T:" alone only says what the line is; two such in a line part it.
    labelled = [n for n, own in found.items() if own and (len(own) > 1 or not _PREFIX.match(shapes[n].raw))]
    reach = [n for n in lines if _EMAIL.search(shapes[n].raw) or _TELEPHONE.search(shapes[n].raw)]
    if labelled or not reach or any(shapes[n].line.at.table for n in lines):
        read_header(gathering, first, stop, "end")
        return
    block = [n for n in lines if n <= reach[-1]][:_MOST]
    rows = gathering.add(
        "end", "rows", "Lines with a telephone number or an address stand at the end, as an author’s name does: they "
        "come once for each author.", line=block[0], title="Authors", id="authors", where=Rows(block[0], block[-1]),
    )  # fmt: skip
    free = ["authors.name", "authors.post", "authors.department"]
    for number in block:
        raw = shapes[number].raw
        start = len(raw) - len(raw.lstrip())
        if number in reach:
            said = _PREFIX.match(raw)
            start = said.end() if said else start
            field = "authors.email" if _EMAIL.search(raw) else "authors.telephone"
            why = "It holds an address" if field == "authors.email" else "It holds a telephone number"
        elif free:
            field = free.pop(0)
            why = "It is one of the first lines about the author"
        else:
            continue
        if any(each.id == field for each in gathering.guesses):
            continue
        hole = Hole(number, start, len(raw.rstrip()))
        gathering.hole("end", "", gathering.known.field(field), hole, why, inside=rows.number, id=field)
