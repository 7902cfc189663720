"""What a letter found, read from its headings and the lists and paragraphs under them."""

import re
from collections.abc import Iterator, Sequence

from clerkwell.intake.letters.headings import CLOSING, is_other_heading, kind_of_heading, names_both
from clerkwell.intake.letters.reading import Letter, letter_lines
from clerkwell.intake.letters.values import LetterFinding, LetterKind, LetterLine

_BULLETS = re.compile(r"^\s*(?:[-–•◦▪*\uf0b7]|\d{1,2}[.)])\s+")


def findings_in(letter: Letter) -> tuple[LetterFinding, ...]:
    """The strengths, areas for development, recommendations and priority actions of a letter, in its order.

    A list under such a heading is a finding an item, and ends with its last item; without a list, each paragraph is
    one. In a table the headings may be those of its columns or of its rows.
    """
    return tuple(_Walk(letter_lines(letter)).findings())


class _Walk:
    """Goes through the lines of a letter, and knows under which heading it is."""

    def __init__(self, lines: Sequence[LetterLine]) -> None:
        self._lines = lines
        self._kind: LetterKind | None = None
        self._heading = ""
        self._listed = False
        self._columns: tuple[tuple[LetterKind, str] | None, ...] = ()

    def findings(self) -> Iterator[LetterFinding]:
        for index, line in enumerate(self._lines):
            if line.cells:
                yield from self._row(line)
                continue
            self._columns = ()
            after = self._lines[index + 1] if index + 1 < len(self._lines) else None
            if self._begins(line, after) or self._kind is None or self._ends(line):
                continue
            if line.text.endswith(":") and after is not None and not line.item:
                # What leads into a list says nothing by itself.
                continue
            self._listed = self._listed or bool(line.item)
            yield LetterFinding(self._kind, line.text, self._heading, line.number, line.page)

    def _begins(self, line: LetterLine, after: LetterLine | None) -> bool:
        """Whether the line is a heading over findings; what stands under it is of its kind from here on."""
        kind = kind_of_heading(line.text)
        if kind is None or (line.item and not line.strong and (after is None or after.item == line.item)):
            return False
        self._kind, self._heading, self._listed = kind, line.text.rstrip(":").strip(), False
        return True

    def _ends(self, line: LetterLine) -> bool:
        """Whether the line is no finding, but the heading of something else, the text after a list, or the end."""
        heading = not line.item and (
            (line.strong and line.text[-1] not in ".;")
            or names_both(line.text)
            or is_other_heading(line.text)
            or CLOSING.fullmatch(line.text) is not None
        )
        past = self._listed and not line.item and not line.text[:1].islower()
        if heading or past:
            self._kind = None
            return True
        return False

    def _row(self, line: LetterLine) -> Iterator[LetterFinding]:
        kinds = tuple(_headed(cell) for cell in line.cells)
        if sum(each is not None for each in kinds) > 1:
            self._columns, self._kind = kinds, None
            return
        if kinds[0] is not None:
            for cell in line.cells[1:]:
                yield from _in_cell(cell, kinds[0], line)
            return
        for column, cell in zip(self._columns, line.cells, strict=False):
            if column is not None:
                yield from _in_cell(cell, column, line)


def _headed(cell: str) -> tuple[LetterKind, str] | None:
    kind = kind_of_heading(cell) if "\n" not in cell else None
    return (kind, cell.rstrip(":").strip()) if kind else None


def _in_cell(cell: str, headed: tuple[LetterKind, str], line: LetterLine) -> Iterator[LetterFinding]:
    for text in cell.split("\n"):
        if words := _BULLETS.sub("", text).strip():
            yield LetterFinding(headed[0], words, headed[1], line.number, line.page)
