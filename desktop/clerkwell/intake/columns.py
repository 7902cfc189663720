"""Tables of a plain text whose columns are parted by strokes or rows of dots, or set under each other by spaces."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

# "Name | Post": a stroke with room on both sides, or at an end of the line.
_STROKE = re.compile(r"(?:\A|(?<=\s))\|(?=\s|\Z)")
_SPACES = re.compile(r" {2,}")
# What stands in a table's column of figures.
FIGURE = re.compile(r"[(+–-]?\s?£?[(+–-]?\d[\d,.]*\s?(?:%|[kmbn]{1,2})?\)?|[–-]|nil|n/a", re.IGNORECASE)
# "Local authority grant ......... 11,207"
_LEADER = re.compile(r"(\S.*?)\s*(?:\.\s?){4,}\s*(\S.*)")
_PAGE = re.compile(r"\d{1,3}")
# Fewer rows, or fewer columns, are words that happen to stand apart.
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3
_MOST_COLUMNS = 12
_SET_IN = 4


def rows_by_number(lines: Sequence[str]) -> Mapping[int, list[str]]:
    """The cells of the lines that are rows of a table, by the line's index; other lines are not among them."""
    done: dict[int, list[str]] = {}
    for filled, group in groupby(enumerate(lines), lambda each: bool(each[1].strip())):
        if not filled:
            continue
        together = [(index, line) for index, line in group]
        done.update(_stroked(together))
        done.update(_led(together))
        done.update(_spaced([each for each in together if "\t" not in each[1] and "|" not in each[1]]))
    return done


def _stroked(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Rows with strokes between their cells. One stroke makes a row beside other such lines, or after a label."""
    strokes = [len(_STROKE.findall(line.strip())) if "|" in line and "\t" not in line else 0 for _, line in lines]
    for at, (index, line) in enumerate(lines):
        words = line.strip()
        if not strokes[at] or (words.startswith("|") and words.endswith("|") and strokes[at] > 2):
            continue
        beside = (at and strokes[at - 1]) or (at + 1 < len(lines) and strokes[at + 1])
        if strokes[at] > 1 or beside or re.search(r"[:?]\s*\|", words):
            yield index, _STROKE.split(words)


def _led(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Rows whose figures stand at the end of a row of dots. Pages that count on are a list of contents."""
    found = [(index, match) for index, line in lines if (match := _LEADER.fullmatch(line.strip()))]
    figures = [match[2] for _, match in found]
    pages = all(_PAGE.fullmatch(each) for each in figures)
    if len(found) < _FEWEST_ROWS or not all(FIGURE.fullmatch(each) for each in figures):
        return
    if pages and all(int(one) <= int(other) for one, other in pairwise(figures)):
        return
    for index, match in found:
        yield index, [match[1], match[2]]


def _spaced(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Rows whose cells are set apart by two spaces or more, several under each other, with figures in most."""
    cells = [(index, line, _SPACES.split(line.strip())) for index, line in lines]
    run: list[tuple[int, str, list[str]]] = []
    for each in [*cells, (-2, "", [])]:
        if run and (each[0] != run[-1][0] + 1 or not _goes_on(run, each)):
            yield from _rows(run)
            run = []
        run.append(each)


def _goes_on(run: Sequence[tuple[int, str, list[str]]], each: tuple[int, str, list[str]]) -> bool:
    """Whether a line has as many cells as those above; the first may lack the one over the names of the rows."""
    count, above = len(each[2]), len(run[-1][2])
    if count < _FEWEST_COLUMNS:
        return False
    return count == above or (len(run) == 1 and count == above + 1 and _is_set_in(run[0][1]))


def _is_set_in(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= _SET_IN


def _rows(run: Sequence[tuple[int, str, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    columns = len(run[-1][2])
    figures = sum(1 for _, _, cells in run if any(FIGURE.fullmatch(cell.strip()) for cell in cells))
    if len(run) < _FEWEST_ROWS or not _FEWEST_COLUMNS <= columns <= _MOST_COLUMNS or 2 * figures < len(run):
        return
    for index, _, cells in run:
        yield index, ["", *cells] if len(cells) < columns else cells
