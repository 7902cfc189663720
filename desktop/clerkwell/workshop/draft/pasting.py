"""A list pasted from Excel, Word or a message: its rows, what each column is taken for, and what would become of it."""

import csv
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Final, Literal

from clerkwell.model.days import MONTHS
from clerkwell.packs import parse_date
from clerkwell.packs.manifest import VocabEntry
from clerkwell.workshop.draft.lists import Entries, same_name

Column = Literal["name", "aliases", "from", "until", "none"]
Rows = tuple[tuple[str, ...], ...]

# What people write over such columns.
_HEADS: Final[tuple[tuple[Column, str], ...]] = (
    (
        "aliases",
        r"alias(?:es)?|other names?|also (?:known|written) as|short(?:ened)? (?:name|form)|abbreviations?|acronyms?"
        r"|initials|former(?:ly| names?)|aka|code",
    ),
    ("until", r"until|to|till|ends?|ended|end date|effective to|valid (?:to|until)|ceased|abolished|last day|closed"),
    ("from", r"from|starts?|started|start date|since|effective from|valid from|established|begins?|first day|dates?"),
    (
        "name",
        r"(?:full )?names?|titles?|committees?|committee names?|bod(?:y|ies)|boards?|meetings?|answers?|entr(?:y|ies)"
        r"|purposes?|outcomes?|status|wards?|departments?|directorates?|officers?|posts?|descriptions?",
    ),
)
_BULLET: Final = re.compile(r"(?:[•·▪◦‣*o–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])", re.IGNORECASE)
_LEADING: Final = re.compile(rf"^\s*{_BULLET.pattern}\s+(?=\S)", re.IGNORECASE)
_MONTH: Final = re.compile(r"(?P<name>[a-z]{3,9})\.?[ -](?P<year>\d{4}|\d{2})", re.IGNORECASE)
_NO_DAY: Final = frozenset({"", "-", "–", "—", "n/a", "na", "none", "present", "current", "ongoing", "now", "to date"})


@dataclass(frozen=True)
class Layout:
    """What the columns of a pasted list are taken for, and whether its first row is their headings."""

    columns: tuple[Column, ...]
    headed: bool


@dataclass(frozen=True)
class Pasted:
    """What a pasted list says: its entries, what each says (a list without dates says nothing of dates), and what is
    wrong with it, a sentence each."""

    entries: Entries
    told: frozenset[Column]
    faults: tuple[str, ...]


def pasted_rows(text: str) -> Rows:
    """The rows of a pasted text, each with as many cells: parted by tabs, as spreadsheets and tables have them, else a
    line each. Bullets and numbers before the lines of a list go, and so do rows and columns without words."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").replace("\v", "\n")
    if "\t" in text:
        # A cell with a line break or a tab of its own stands in quotation marks.
        raw = list(csv.reader(StringIO(text), delimiter="\t", strict=False))
    else:
        raw = [[line] for line in text.split("\n")]
    rows = [[" ".join(cell.split(" ")).strip() for cell in row] for row in raw]
    rows = [row for row in rows if any(row)]
    wide = max((len(row) for row in rows), default=0)
    rows = [[*row, *[""] * (wide - len(row))] for row in rows]
    if wide > 1 and all(not row[0] or _BULLET.fullmatch(row[0]) for row in rows):
        rows = [row[1:] for row in rows]
    if rows and sum(bool(_LEADING.match(row[0])) for row in rows) * 2 > len(rows) and len(rows) > 1:
        rows = [[_LEADING.sub("", row[0]), *row[1:]] for row in rows]
    kept = [at for at in range(len(rows[0]) if rows else 0) if any(row[at] for row in rows)]
    return tuple(tuple(row[at] for at in kept) for row in rows)


def guessed(rows: Rows) -> Layout:
    """What the columns seem to be: by the words over them, else by whether they hold dates."""
    if not rows:
        return Layout((), headed=False)
    heads = [_head(cell) for cell in rows[0]]
    headed = len(rows) > 1 and heads.count("none") < len(heads) and not any(_has_date(cell) for cell in rows[0])
    if headed and len(heads) == 1:
        # "Committee" over one column; "Committees in common" would be an entry.
        headed = heads[0] == "name"
    if headed:
        return Layout(_filled(heads, rows[1:]), headed=True)
    return Layout(_filled(["none"] * len(rows[0]), rows), headed=False)


def read_rows(rows: Rows, layout: Layout) -> Pasted:
    """What the rows say when their columns are taken so."""
    faults: list[str] = []
    entries: list[VocabEntry] = []
    if "name" not in layout.columns:
        return Pasted((), frozenset(), ("No column is the name: say which one is.",))
    for number, row in enumerate(rows[layout.headed :], 1 + layout.headed):
        cells: dict[str, list[str]] = {}
        for column, cell in zip(layout.columns, row, strict=True):
            cells.setdefault(column, []).append(cell)
        name = next((cell for cell in cells["name"] if cell), "")
        name = " ".join(name.split())
        if not name:
            faults.append(f"Row {number} has no name and is left out.")
            continue
        since, until = (
            _day(cells.get(column, ()), last=column == "until", name=name, faults=faults)
            for column in ("from", "until")
        )
        if since and until and until < since:
            faults.append(f"“{name}” would end before it begins: its dates are left out.")
            since = until = None
        aliases = dict.fromkeys(each for cell in cells.get("aliases", ()) for each in _aliases(cell))
        entry = VocabEntry(
            name=name,
            aliases=tuple(each for each in aliases if each != name),
            effective_from=since,
            effective_to=until,
        )
        if any(same_name(each.name, name) for each in entries):
            faults.append(f"“{name}” stands in the list more than once: its first row is taken.")
        else:
            entries.append(entry)
    return Pasted(tuple(entries), frozenset(layout.columns) - {"none"}, tuple(faults))


def _filled(heads: Sequence[Column], rows: Rows) -> tuple[Column, ...]:
    """The columns whose heading says nothing, by what stands in them; each is there once, but for other names."""
    found: list[Column] = []
    for column in heads:
        found.append("none" if column != "aliases" and column in found else column)
    for at, column in enumerate(found):
        if column != "none":
            continue
        cells = [row[at] for row in rows if row[at]]
        days = sum(_has_date(cell) for cell in cells)
        if cells and days * 2 > len(cells):
            found[at] = next((each for each in _DATED if each not in found), "none")
        elif cells and all(cell.isdigit() for cell in cells):
            continue
        elif "name" not in found:
            found[at] = "name"
        elif "aliases" not in found and set(heads) == {"none"}:
            found[at] = "aliases"
    return tuple(found)


_DATED: Final[tuple[Column, ...]] = ("from", "until")


def _head(cell: str) -> Column:
    said = " ".join(re.sub(r"[^\w ]+", " ", cell.casefold()).split())
    return next((column for column, words in _HEADS if re.fullmatch(words, said)), "none")


def _has_date(cell: str) -> bool:
    return parse_date(cell) is not None or _month(cell, last=False) is not None


def _day(cells: Iterable[str], *, last: bool, name: str, faults: list[str]) -> date | None:
    """The day that a cell names; one that cannot be read is told of."""
    said = next((" ".join(cell.split()) for cell in cells if cell.strip().casefold() not in _NO_DAY), "")
    if not said:
        return None
    day = parse_date(said) or _month(said, last=last)
    if day is None:
        faults.append(f"“{name}”: “{said}” is no date, and is left out.")
    return day


def _month(text: str, *, last: bool) -> date | None:
    """The first or the last day of a month: "May 2023", "May-23"."""
    match = _MONTH.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    name = match["name"].casefold()
    month = next((at for at, each in enumerate(MONTHS, 1) if name in (each.casefold(), each[:3].casefold())), 0)
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    return date(year, month, monthrange(year, month)[1] if last else 1) if month and year else None


def _aliases(cell: str) -> Iterable[str]:
    """The names in a cell, by lines or semicolons, else by commas."""
    parts = re.split(r"[;\n|]", cell) if re.search(r"[;\n|]", cell) else cell.split(",")
    return (name for part in parts if (name := " ".join(part.split())) and name.casefold() not in _NO_DAY)
