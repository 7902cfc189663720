"""The header: label cells and value cells, or label lines, into the pack's fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from clerkwell.intake.cells import UNKNOWN_LABEL, are_table, beside, cells_of, is_kind_of_decision
from clerkwell.intake.committees import day_and_place, meeting_told, name_and_day, rows, split_dates
from clerkwell.intake.folding import folded
from clerkwell.intake.headings import Headings
from clerkwell.intake.labels import Found, Labels
from clerkwell.intake.lines import Line
from clerkwell.intake.listed import goes_on_listing, names_list
from clerkwell.intake.loose import read_in_columns, read_loose
from clerkwell.intake.reading import Reading
from clerkwell.intake.results import Mapped
from clerkwell.intake.tabled import lines_of
from clerkwell.model import FieldValue, Row, Run, Runs, Text, canonical, is_nil, plain
from clerkwell.packs import Pack, understand

# A line is longer than a label with its value; a whole paragraph, which a text breaks, may be twice that.
_LONG = 150
# Words beside a section's heading that are fewer are a name or a date: who cleared it, and when.
_SENTENCE = 4
_LONG_ANSWER = 12


@dataclass(frozen=True)
class Header:
    """What the header held. `seen` are the fields whose labels it had; `left` the lines that have no place.

    `end_matter` are lines of the header that belong to a list at the report's end ("Background papers: None");
    `opening` are sections of text that stood in it, as headings with their text ("Summary" beside it). `blank` are the
    labels of fields with nothing beside them, by field; `unanswered` labels (with their fields) that stood blank over
    another one of the same field, which has its answer. `named` are the labels by which fields were found, by field.
    `in_table`: it is rows of a table, labels without colons.
    """

    fields: Mapping[str, FieldValue]
    repeats: Mapping[str, tuple[Row, ...]]
    seen: frozenset[str]
    left: tuple[Line, ...]
    end_matter: tuple[Line, ...]
    mapped: tuple[Mapped, ...]
    opening: tuple[Line, ...] = ()
    blank: Mapping[str, str] = field(default_factory=dict)
    unanswered: tuple[tuple[str, str], ...] = ()
    in_table: bool = False
    named: Mapping[str, str] = field(default_factory=dict)


def read_header(lines: Sequence[Line], pack: Pack, labels: Labels, headings: Headings) -> Header:
    """The fields that these lines fill. Lines that fill none are handed back."""
    reading = Reading(pack, labels, headings, in_table=are_table(lines))
    end_matter: list[Line] = []
    opening: list[Line] = []
    listing = False
    for line in _parted(lines, reading):
        listing = listing and goes_on_listing(line)
        if line.block is not None:
            reading.left.append(line)
        elif listing or (names_list(line, pack, headings) and labels.at_start(line.text) is None):
            end_matter.append(
                replace(line, runs=next(cell for cell in line.cells if cell), cells=())
                if listing and line.is_row
                else line
            )
            listing = True
            reading.open_field, reading.columns = "", []
        elif part := _section_row(line, headings, labels):
            opening += part
            reading.open_field, reading.columns = "", []
        elif not (
            _labelled(reading, line)
            or _hinted(reading, line)
            or read_in_columns(reading, line)
            or read_loose(reading, line)
        ):
            reading.left.append(line)
            reading.open_field = ""
    _days_of_meetings(reading, lines)
    fields = {
        spec.id: understand(spec, reading.texts[spec.id], pack)
        for spec in pack.single_fields
        if spec.id in reading.texts
    }
    repeats = {
        repeat: _without_doubles(rows(pack, repeat, found), reading) for repeat, found in reading.repeated.items()
    }
    return Header(
        fields,
        {repeat: found for repeat, found in repeats.items() if found},
        frozenset(reading.seen),
        tuple(reading.left),
        tuple(end_matter),
        tuple(reading.mapped),
        tuple(opening),
        {name: label for name, label in reading.named.items() if not reading.texts.get(name, "").strip()},
        tuple(reading.unanswered),
        reading.in_table,
        dict(reading.named),
    )


def _days_of_meetings(reading: Reading, lines: Sequence[Line]) -> None:
    """Put a day that stands where others name the committee in its place ("Meeting: 9 February 2027, 7pm"), and the
    place of a meeting that stands after its day among what has no place of its own; and part one committee from the
    day of its meeting that stands on the same line ("Audit Panel – 9 February 2027")."""
    found = reading.repeated.get("committees", [])
    alone = len(found) == 1 and found[0][0] == "committees.name"
    if alone and all(name_and_day(found[0][1].partition("\n")[0])):
        # "Report to Cabinet, 4 March 2027", over lines that say something else
        first, *others = found[0][1].split("\n")
        found[:] = [("committees.name", first)]
        reading.left[:0] = [each for words in others for each in _placed(lines[0], words)]
    if alone and (told := meeting_told(found[0][1])):
        found[:] = [("committees.name", told.name), ("committees.date", told.day)]
        reading.mapped.append(Mapped(told.joining, "label"))
        reading.left += _placed(lines[0], told.place)
        return
    name, date = name_and_day(found[0][1]) if alone else ("", "")
    if name and "\n" not in found[0][1]:
        joining = found[0][1].partition(name)[2].rpartition(date)[0].strip(" ,:–—-")
        reading.mapped += [Mapped(joining, "label")] if joining else []
        found[:] = [("committees.name", name), ("committees.date", date)]
    for at, (field_id, text) in enumerate(found):
        day, place = day_and_place(text)
        dated = field_id == "committees.date" and bool(place) and len(split_dates(text)) == 1
        named = field_id == "committees.name" and not any(name == "committees.date" for name, _ in found)
        if day and (named or dated):
            found[at] = ("committees.date", day)
            reading.left += _placed(lines[0], place)


def _placed(line: Line, place: str) -> list[Line]:
    """The place of a meeting as a line of its own; none where none is told."""
    return [replace(line, runs=canonical([Text(text=place)]), cells=())] if place else []


def _parted(lines: Sequence[Line], reading: Reading) -> Iterator[Line]:
    """The lines, rows of a Word document that hold several lines as those: labels over labels beside their values, or
    a letterhead without labels."""
    for line in lines:
        cells = [list(lines_of(cell)) for cell in line.cells] if line.known is not None and line.is_row else []
        if not any(len(each) > 1 for each in cells):
            yield line
        elif pairs := _stacked(cells, reading.labels):
            for at, pair in enumerate(pairs):
                alone = replace(line, runs=_together(pair), cells=pair if len(pair) > 1 else ())
                yield alone if not at else replace(alone, gap=0)
        elif not reading.columns and not reading.open_field and not _has_labels(line, reading.labels):
            for cell in cells:
                yield from (replace(line, runs=piece, cells=()) for piece in cell)
        else:
            yield line


def _stacked(cells: Sequence[Sequence[Runs]], labels: Labels) -> list[tuple[Runs, ...]]:
    """Each label of a cell that holds nothing else, with the line of the next cell that stands beside it."""
    for at, (names, values) in enumerate(pairwise(cells)):
        if (
            len(names) < 2
            or len(names) != len(values)
            or not all(_is_bare_label(plain(each), labels) for each in names)
        ):
            continue
        others = [cell for index, cell in enumerate(cells) if index not in (at, at + 1)]
        alone: list[tuple[Runs, ...]] = [(piece,) for cell in others for piece in cell]
        return [*alone, *zip(names, values, strict=True)]
    return []


def _is_bare_label(text: str, labels: Labels) -> bool:
    found = labels.at_start(text)
    return found is not None and not text[found.value :].strip()


def _has_labels(line: Line, labels: Labels) -> bool:
    return ":" in line.text or len(line.text) > _LONG or any(labels.at_start(plain(cell)) for cell in line.cells)


def _together(cells: Sequence[Runs]) -> Runs:
    done: list[Run] = []
    for cell in cells:
        done += [Text(text=" "), *cell] if done else cell
    return canonical(done)


def _section_row(line: Line, headings: Headings, labels: Labels) -> list[Line]:
    """A row with the heading of a section at its left and text beside it, as lines; none for any other row."""
    found = headings.begins_row(line) if not line.is_single else None
    if found is not None and line.known is None and found.id not in ("recommendations", "summary"):
        return []  # in a text other rows may be a label with its answer
    if found is None or found.kind != "section" or labels.at_start(plain(line.cells[0])) is not None:
        return []
    head, text = (cell for cell in line.cells if cell)
    said = plain(text).strip()
    if len(said.split()) < _SENTENCE and not is_nil(said):
        return []
    if line.known is None and not said.endswith(".") and len(said.split()) < _LONG_ANSWER:
        return []  # "What members are asked to do: Note, and decide one matter"
    below = (replace(line, runs=piece, cells=(), bold=False) for piece in lines_of(text))
    return [replace(line, runs=head, cells=(), bold=True, gap=1), *below]


def _hinted(reading: Reading, line: Line) -> bool:
    """Read a line that stands in a content control whose title is a label: "Report title"."""
    hint = line.known.hint if line.known else ""
    found = reading.labels.at_start(f"{hint}:") if hint and line.is_single else None
    if found is None or found.value < len(hint) or reading.columns:
        return False
    if reading.texts.get(found.field, "").strip():
        return False
    return reading.put(found.field, " ".join(cell for cell in cells_of(line) if cell))


def _without_doubles(found: tuple[Row, ...], reading: Reading) -> tuple[Row, ...]:
    """The rows without those that say again only what an earlier one says: the committee in two cells."""
    kept: list[Row] = []
    for row in found:
        again = len(row) == 1 and any(
            all(folded(value.text) == folded(other.get(name, FieldValue()).text) for name, value in row.items())
            for other in kept
        )
        if again:
            reading.mapped += [Mapped(value.text, "label") for value in row.values()]
        else:
            kept.append(row)
    return tuple(kept)


def _labelled(reading: Reading, line: Line) -> bool:
    """Read a line that begins with a label, with all its cells; False if it does not."""
    cells = cells_of(line)
    found = reading.labels.at_start(cells[0])
    longest = _LONG if line.known is None else 2 * _LONG
    if found is None or (not found.marked and len(cells) == 1 and len(cells[0]) > longest):
        return False
    taken: list[list[tuple[str, str]]] = []
    for cell in cells:
        # "Status | Exempt – paragraph 3": what stands beside a label is its value, even if it begins like another one.
        waits = bool(taken) and len(taken[-1]) == 1 and not taken[-1][0][1]
        answers = waits and (_is_dashed(reading, cell) or is_kind_of_decision(cells[len(taken) - 1], cell))
        taken.append([] if answers else _pairs(reading, cell))
    filled = [index for index, cell in enumerate(cells) if cell]
    if len(filled) > 1 and all(len(taken[index]) == 1 and not taken[index][0][1] for index in filled):
        # Every cell is a label: the cells below them are their values.
        reading.columns = [taken[index][0][0] if index in filled else "" for index in range(len(cells))]
        _see(reading, cells, taken)
        reading.open_field = ""
        return True
    reading.columns = []
    _see(reading, cells, taken)
    above = reading.open_field if reading.open_field and not reading.written() else ""
    empty = sum(1 for cell in cells if cell) == 1 and len(taken[0]) == 1 and not taken[0][0][1]
    reading.stack = [*(reading.stack or [above]), taken[0][0][0]] if empty and above and not line.gap else []
    reading.bare = not found.marked and len(cells) == 1 and not cells[0][found.value :].strip()
    unknown: list[Runs] = []
    named: list[tuple[str, str]] = []
    blank = reading.blank()
    for index, pairs in enumerate(taken):
        if pairs and _under_another_label(reading, cells, taken, index):
            continue
        if pairs:
            _set_aside(reading, line, unknown)
            for field_id, value in pairs:
                if not reading.put(field_id, value):
                    _again(reading, field_id, value)
                named.append((field_id, _label_of(cells[index], value)))
        elif cells[index] and (
            unknown or (index and not _is_value(reading, cells) and _has_own_label(cells[index], taken[index - 1]))
        ):
            unknown.append(line.cells[index])
        elif cells[index]:
            beside(reading, cells[index], first=not reading.written())
    reading.name(named, blank)
    _set_aside(reading, line, unknown)
    return True


def _has_own_label(cell: str, before: Sequence[tuple[str, str]]) -> bool:
    """Whether a cell begins with a label that the pack does not know: a title may have a colon ("Hubs: next steps")."""
    found = UNKNOWN_LABEL.match(cell)
    is_title = len(before) == 1 and before[0] == ("subject", "") and found is not None and found.end() < len(cell)
    return found is not None and not is_title


def _is_value(reading: Reading, cells: Sequence[str]) -> bool:
    """Whether the second of two cells answers the first, though it may look like a label: "Libraries: new hours"."""
    return len(cells) == 2 and not reading.written()


def _is_dashed(reading: Reading, cell: str) -> bool:
    """Whether a cell begins with a label that has no colon, and words after it."""
    found = reading.labels.at_start(cell)
    return found is not None and not found.marked and bool(cell[found.value :].strip())


def _set_aside(reading: Reading, line: Line, cells: list[Runs]) -> None:
    """Leave out cells of a line that begin with a label the pack does not know."""
    if cells:
        reading.left.append(replace(line, runs=cells[0], cells=tuple(cells) if len(cells) > 1 else ()))
        cells.clear()


def _under_another_label(reading: Reading, cells: list[str], taken: list[list[tuple[str, str]]], index: int) -> bool:
    """Read a label whose field was answered under another one: "Lead officer" after "Report of" keeps its name."""
    field_id, value = taken[index][0]
    label = _label_of(cells[index], value)
    before = reading.named.get(field_id, label)
    if len(taken[index]) > 1 or not reading.texts.get(field_id, "").strip() or folded(label) == folded(before):
        return False
    if not value and index + 1 < len(cells) and not taken[index + 1]:
        value, cells[index + 1] = cells[index + 1], ""
    if not value or folded(value) == folded(reading.texts[field_id]):
        return False
    reading.open_field = field_id
    reading.go_on(f"{label} {value}", "\n")
    reading.mapped.remove(Mapped(_labels_only(cells[index], [taken[index][0][1]]), "label"))
    return True


def _label_of(cell: str, value: str) -> str:
    """The words of a cell before its first value."""
    return cell[: _value_at(cell, value, 0)].strip() if value else cell.strip()


def _value_at(cell: str, value: str, at: int) -> int:
    """Where a value begins: its words may stand in its label too ("Key/Non-Key Decision: Non-Key Decision")."""
    first = start = cell.index(value, at)
    while start >= 0 and not cell[:start].rstrip().endswith((":", "?")):
        start = cell.find(value, start + 1)
    return start if start >= 0 else first


def _again(reading: Reading, field_id: str, value: str) -> None:
    """A label that came twice: the same value is said once, another goes on below the first."""
    reading.open_field = field_id
    if folded(value) == folded(reading.texts[field_id]):
        reading.mapped.append(Mapped(value, "label"))
    else:
        reading.go_on(value, "\n")


def _pairs(reading: Reading, cell: str) -> list[tuple[str, str]]:
    """The (field, value) pairs of a cell: its own label's, and those of labels that ran into it."""
    first = reading.labels.at_start(cell)
    if first is None:
        return []
    others = [found for found in reading.labels.inside(cell) if found.start >= max(first.value, 1)]
    starts = [first, *others]
    ends = [found.start for found in others] + [len(cell)]
    return [(_whose(reading, found), cell[found.value : end].strip()) for found, end in zip(starts, ends, strict=True)]


def _whose(reading: Reading, found: Found) -> str:
    """The field of a label. After the author's name "Title" is the author's, not the report's."""
    if found.field == "subject" and reading.open_field == "report-author" and reading.pack.field("authors.post"):
        return "authors.post"
    return found.field


def _see(reading: Reading, cells: Sequence[str], taken: Sequence[list[tuple[str, str]]]) -> None:
    for cell, pairs in zip(cells, taken, strict=True):
        if pairs:
            reading.seen.update(field_id for field_id, _ in pairs)
            reading.mapped.append(Mapped(_labels_only(cell, [value for _, value in pairs]), "label"))


def _labels_only(cell: str, values: Sequence[str]) -> str:
    """The words of a cell without its values, which stand in it in this order."""
    done, at = [], 0
    for value in values:
        if not value:
            continue
        start = _value_at(cell, value, at)
        done.append(cell[at:start])
        at = start + len(value)
    return " ".join(" ".join([*done, cell[at:]]).split())
