"""Figures of a text that are a table's with two digits changed about: £86.4 million, where the total is 84.6."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from clerkwell.model import Table, plain
from clerkwell.proofing.sense.row_names import label_words
from clerkwell.rules.passages import Guide, Passage, Piece, Reading
from clerkwell.rules.rule import Finding, found
from clerkwell.rules.signs import Sign

_NUMBER: Final = re.compile(
    r"(?<![\w.,/–-])£?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{2,}(?:\.\d{1,2})?|\d\.\d{2})"
    r"(?:(?<=\.\d)m\b|(?<=\.\d\d)m\b|(?![\w/–-]|[.,]\d))"
)
_SUMMED: Final = re.compile(
    r"\b(?:totals?|changes?|surplus|deficit|balance|net|increase|decrease|variance|difference|overall"
    r"|saving|result|shortfall)\b",
    re.IGNORECASE,
)
_LARGE: Final = Sign(in_word=re.compile(r"\d[.,]\d|\d{3}"))
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PERIOD: Final = re.compile(r"(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?")
# What the difference of two figures is called; a total of whole pounds is another matter of this rule's.
_CHANGED: Final = re.compile(
    r"\b(?:changes?|surplus|deficit|balance|increase|decrease|variance|difference|saving|shortfall)\b", re.IGNORECASE
)
_OTHERS: Final = re.compile(
    r"\b(?:last\s+year|previous\w*|earlier|another|other|original\w*|compared|against|rather|than"
    r"|instead|would\s+pay|grant|towards|if)\b",
    re.IGNORECASE,
)
# What a figure is set beside after it is told: ", against a target of 9,000".
_AGAINST: Final = re.compile(
    r",?\s+(?:against|compared\s+(?:with|to))\s+(?:an?|the|its|our)\s+(?:[a-z]+\s+){0,2}(?:budget|target|forecast|estimate|plan)\b"
)
# With fewer digits, one figure too often has another's by chance.
_FEWEST: Final = 3
_CERTAIN: Final = 4
# So many words of a row beside a figure make it that row's.
_NAMED: Final = 2
_SHORTEST: Final = 6
# Words that make a figure another one stand no further from it.
_BESIDE: Final = 60


class _Figure(NamedTuple):
    start: int
    end: int
    digits: str
    decimals: int


def swapped_cells(reading: Reading) -> Iterator[Finding]:
    """Figures of the text that stand nowhere else, of which a table right there has the digits changed about."""
    parts = [told for piece, told in reading.parts(_of_part) if piece.stands]
    # What sums up a table may stand anywhere in the text.
    every = tuple(cell for _, cells in parts for cell in cells)
    sums = tuple(cell for cell in every if cell[2])
    if not every:
        return
    counts: dict[str, int] = {}
    for _, there in reading.where(_figures, _LARGE):
        for each in there:
            counts[each.digits] = counts.get(each.digits, 0) + 1
    for told, own in parts:
        for passage, each in told:
            beside = _AGAINST.sub("", passage.text[max(0, each.start - _BESIDE) : each.end + _BESIDE])
            if counts[each.digits] > 1 or _OTHERS.search(beside):
                continue
            far = (cell for cell in every if _may_be(each.digits, cell[1].digits) and _is_of(cell[0], beside))
            for cell, figure, summed in (*own, *sums, *far):
                label = _label(cell)
                exact = _is_of(cell, beside)
                named = exact or (each.decimals and len(_words(label) & _words(beside)) >= _NAMED)
                enough = summed or (_FEWEST if named else _CERTAIN if each.decimals else 0)
                if not enough or len(_telling(each.digits)) < enough:
                    continue
                # A table's figure that the text tells too is told right.
                turned = _is_turned(each.digits, figure.digits) or (exact and _is_far_apart(each.digits, figure.digits))
                if turned and counts[figure.digits] == 1:
                    message = (
                        f"This says {passage.text[each.start : each.end]}, and the table has {cell.text.strip()}. "
                        "Put the one that is wrong right."
                    )
                    yield found(passage, each.start, each.end, message)
                    break


_Told = tuple[tuple[Passage, _Figure], ...]
_Cells = tuple[tuple[Passage, _Figure, int], ...]


def _of_part(piece: Piece, guide: Guide) -> tuple[_Told, _Cells]:
    """The figures of a part's text, and those of its tables, with how many digits make them
    certain where they stand in a row that sums up, else 0."""
    told: list[tuple[Passage, _Figure]] = []
    cells: list[tuple[Passage, _Figure, int]] = []
    if not piece.searched.having(_LARGE):
        return (), ()
    for passage, there in piece.where(_figures, guide, _LARGE):
        if passage.kind in ("paragraph", "item"):
            told.extend((passage, each) for each in there)
        elif passage.kind == "cell" and len(there) == 1 and not passage.header:
            cells.append((passage, there[0], _sums_up(passage, there[0].decimals)))
    return tuple(told), tuple(cells)


def _figures(passage: Passage, _: Guide) -> tuple[_Figure, ...]:
    if passage.kind not in ("paragraph", "item", "cell"):
        return ()
    done = []
    for match in _NUMBER.finditer(passage.text):
        digits = match["digits"].replace(",", "")
        if not _YEAR.fullmatch(digits):
            done.append(_Figure(*match.span(), digits, len(digits.partition(".")[2])))
    return tuple(done)


def _sums_up(passage: Passage, decimals: int) -> int:
    """How many digits are enough for a figure of a row that sums up; 0 for one of another row."""
    label = _label(passage)
    return _FEWEST if (_SUMMED if decimals else _CHANGED).search(label) else 0


def _label(passage: Passage) -> str:
    """What the first cell of a cell's row says."""
    table, path = passage.block, passage.place.path
    if not isinstance(table, Table) or len(path) < len(("row", "column")) or path[0] >= len(table.rows):
        return ""
    return " ".join(map(plain, table.rows[path[0]][0].paragraphs))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in re.findall(r"[a-z]{5,}", text.casefold()))


def _is_named(label: str, beside: str) -> bool:
    """Whether a text has the whole name of a row, word for word."""
    if _PERIOD.fullmatch(label.strip()):
        return label.strip() in beside
    name = " ".join(label_words(label))
    return len(name) >= _SHORTEST and f" {name} " in f" {' '.join(label_words(beside))} "


def _may_be(one: str, other: str) -> bool:
    return (len(_telling(one)) >= _FEWEST and _is_turned(one, other)) or _is_far_apart(one, other)


def _is_of(cell: Passage, beside: str) -> bool:
    """Whether a text names the row of a cell and, where that is a year only, what its column is of too."""
    label = _label(cell)
    table, path = cell.block, cell.place.path
    if not _is_named(label, beside) or not isinstance(table, Table):
        return False
    if not _PERIOD.fullmatch(label.strip()):
        return True
    head = " ".join(map(plain, table.rows[0][path[1]].paragraphs)) if path[1] < len(table.rows[0]) else ""
    return bool(_words(head) & _words(beside))


def _telling(digits: str) -> str:
    """The digits that tell a figure from others: all of one with decimals, else those before its last noughts."""
    return digits.replace(".", "") if "." in digits else digits.rstrip("0")


def _is_turned(one: str, other: str) -> bool:
    """Whether two neighbouring digits are changed about, over a point too, and nothing else."""
    if len(one) != len(other) or one.find(".") != other.find("."):
        return False
    first, second = one.replace(".", ""), other.replace(".", "")
    at = [index for index in range(len(first)) if first[index] != second[index]]
    return (
        len(at) == len("ab") and at[1] == at[0] + 1 and first[at[0]] == second[at[1]] and first[at[1]] == second[at[0]]
    )


def _is_far_apart(one: str, other: str) -> bool:
    """Whether two digits are changed about over a third, and nothing else: 9,214 and 9,412."""
    at = [index for index in range(len(one)) if one[index] != other[index]] if len(one) == len(other) else []
    if len(at) != len("ab") or len(_telling(one)) < _CERTAIN:
        return False
    return at[1] == at[0] + 2 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]
