"""The lines of a text, cleaned: what the recogniser reads, whether they came from a text or from a document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from clerkwell.intake.columns import FIGURE, rows_by_number
from clerkwell.intake.known import Known
from clerkwell.intake.markers import Marker, read_marker
from clerkwell.intake.markup import all_bold, read, tidy, trimmed, without_bold
from clerkwell.model import Image, Runs, Table, Text, plain
from clerkwell.model.runs import cut

_HEADING = re.compile(r"(?P<level>#{1,6})(?:\s+|(?=[*<]))")
_RULE = re.compile(r"[-=_*~]{3,}")
_TABLE_RULE = re.compile(r"(?=.*(?:--|:-))\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_WIDE_GAP = re.compile(r" {4,}")
# "A." and "R2." before a tab count what is asked for; they stay as typed.
_TYPED = re.compile(r"(?:[A-Z]|[IVX]{2,5}|R(?:ec)?\s?\d{1,2})[.):]|\([A-Z]\)")
# "4<tab>Consultation" is a heading, where a "4.1<tab>" follows: no row of a table.
_FIRST = re.compile(r"\s*(\d{1,2})\.1\.?\t")
_TABBED = re.compile(r"\s*(\d{1,2})\t\s*([A-Z][^\t]{2,140})")
# "D1<tab>Notice was given" is a paragraph, where "Part D" or "D. Consultation" heads a part: no row of a table.
_PART = re.compile(r"\s*(?:(?:part|section)\s+([A-Z])\b|([A-Z])[.):]?\s+(?-i:[A-Z]))", re.IGNORECASE)
_IN_PART = re.compile(r"\s*(([A-Z])\d{1,2}(?:\.\d{1,2})?[.)]?)\t\s*([^\t]+)")
_MOST_COLUMNS = 5
# The unit over a column of figures is no longer.
_UNIT = 20
# "Table 2: Cost of the proposals", and words that lead to a table
_OVER_TABLE = re.compile(r"\s*(?:table|figure)\s+\w{1,3}\b|[^\t]+:\s*\Z", re.IGNORECASE)
# Words over some of the rows of a table of so many columns and more, whose cells below are figures.
_BAND = 60
_FEWEST_TABS = 2
_HTML_CELL = re.compile(r"</t[dh]>\s{0,200}<t[dh](?:\s[^<>]{0,200})?>", re.IGNORECASE)
_HTML_ROW = re.compile(r"<(?:tr|table|ul|ol|h[1-6])(?:\s[^<>]{0,200})?>|</(?:table|ul|ol|h[1-6])>", re.IGNORECASE)
_HTML_ITEM = re.compile(r"<li(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_HTML_REST = re.compile(r"</?(?:td|th|tr|li|thead|tbody)(?:\s[^<>]{0,200})?>|<!--[^<>]{0,500}-->", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """A line that holds something.

    `runs` are all its words; `cells` the same in pieces where it is a row of a table (else one piece). `mark` is the
    level of a heading mark (1 to 6), 0 for none; `bold` says that all of it was bold. `gap` counts the empty lines
    before it, and `page` says that a page may have turned there. `quoted` lines are set off as somebody else's words.
    A line of a Word document is a whole paragraph, or a row, and has what is `known` of it for certain; its words begin
    with the number or bullet that Word prints. There `bold` says that it looks like a heading all through, by whatever
    means, and its bold words stay bold.
    """

    number: int
    runs: Runs
    indent: int = 0
    mark: int = 0
    bold: bool = False
    gap: int = 0
    page: bool = False
    quoted: bool = False
    cells: tuple[Runs, ...] = field(default=())
    known: Known | None = None

    @cached_property
    def text(self) -> str:
        """The words, markers included; cells are parted by tabs."""
        return "\t".join(plain(cell) for cell in self.cells) if self.is_row else plain(self.runs)

    @cached_property
    def marker(self) -> Marker | None:
        """The bullet or number it begins with."""
        if self.is_row or self.block is not None:
            return None
        label = self.known.label if self.known else None
        if label is not None and self.text.startswith(f"{label.raw} "):
            return label
        return read_marker(self.text)

    @property
    def block(self) -> Image | Table | None:
        """The picture or data table that it stands for."""
        return self.known.block if self.known else None

    @property
    def rest(self) -> Runs:
        """The runs after the marker."""
        return cut(self.runs, self.marker.length, len(self.text)) if self.marker else self.runs

    @property
    def is_row(self) -> bool:
        """Whether it is a row of cells."""
        return len(self.cells) > 1

    @property
    def is_single(self) -> bool:
        """Whether its words stand in one piece: no row, or a row with one cell filled."""
        return sum(1 for cell in self.cells if cell) <= 1

    def joined(self, other: "Line", between: str) -> "Line":
        """This line with another's words after it."""
        return replace(self, runs=(*self.runs, Text(text=between), *other.runs))


def read_lines(text: str) -> list[Line]:
    """The lines of a text that hold something, in order, with extraction marks read or taken out."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    gap, page = 0, False
    every = _raw_lines(text)
    rows = rows_by_number(every)
    counted = {found[1] for raw in every if (found := _FIRST.match(raw))}
    parts = {found[1] or found[2] for raw in every if (found := _PART.match(raw))}
    for number, raw in enumerate(every, 1):
        if "\f" in raw:
            page = True
        if (inside := _IN_PART.fullmatch(raw)) and inside[2] in parts:
            raw = f"{inside[1]} {inside[3]}"
        if (head := _TABBED.fullmatch(raw)) and head[1] in counted:
            raw = f"{head[1]} {head[2]}"
        row = rows.get(number - 1) or _unit(every, number - 1) or _band(every, number - 1)
        line = _line(number, raw.replace("\f", " "), row)
        if line is None:
            gap += 1
            continue
        yield replace(line, gap=gap, page=page)
        gap, page = 0, False


def _unit(lines: Sequence[str], at: int) -> list[str] | None:
    """The cells of a table's first row that has words over its figures alone: "<tab>£000"."""
    words = lines[at].strip()
    if not lines[at].startswith("\t") or not words or "\t" in words or len(words) > _UNIT or at + 1 == len(lines):
        return None
    apart = at == 0 or not lines[at - 1].strip() or _OVER_TABLE.match(lines[at - 1]) is not None
    below = lines[at + 1]
    return ["", words] if apart and not below.startswith("\t") and "\t" in below.strip() else None


def _band(lines: Sequence[str], at: int) -> list[str] | None:
    """The cells of a row that has words in its first one alone, over some rows of the table it stands in: "Income"."""
    words = lines[at].strip()
    if not 0 < at < len(lines) - 1 or not words or "\t" in words or len(words) > _BAND or words[-1] in ".;,?!":
        return None
    above, below = lines[at - 1].rstrip(" "), lines[at + 1].rstrip(" ")
    count = below.count("\t")
    if count < _FEWEST_TABS or above.count("\t") != count or not below.split("\t")[0].strip():
        return None
    figures = [FIGURE.fullmatch(cell.strip()) for cell in below.split("\t")[1:] if cell.strip()]
    return [words, *[""] * count] if figures and all(figures) and not read_marker(words) else None


def _raw_lines(text: str) -> list[str]:
    text = tidy(text).replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"[\x0b\x1c-\x1e\x85\u2028\u2029]", "\n", text).replace("\f", "\n\f")
    if "<" in text:
        text = _HTML_CELL.sub("\t", text)
        text = _HTML_ITEM.sub("\n- ", _HTML_ROW.sub("\n", text))
        text = _HTML_REST.sub("", text)
    return text.split("\n")


def _line(number: int, raw: str, row: list[str] | None) -> Line | None:
    words = raw.strip()
    if not words or _RULE.fullmatch(words) or _TABLE_RULE.fullmatch(words):
        return None
    indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs(4))
    quoted = words.startswith("> ")
    if quoted:
        words = words[2:].lstrip()
    mark = 0
    if found := _HEADING.match(words):
        mark = len(found["level"])
        words = re.sub(r"\s+#{1,6}$", "", words[found.end() :])
    pieces = row or _cells(raw, words)
    if len(pieces) == 1:
        runs = trimmed(read(words.strip()))
        if not plain(runs):
            return None
        bold = all_bold(runs)
        # A line that is bold throughout shows it by `bold`: it is a heading, or an extraction's noise.
        return Line(number, without_bold(runs) if bold else runs, indent, mark, bold, quoted=quoted)
    cells = tuple(trimmed(read(piece.strip())) for piece in pieces)
    if not any(plain(cell) for cell in cells):
        return None
    words_only = tuple(without_bold(cell) for cell in cells)
    joined: Runs = ()
    for cell in words_only:
        joined = (*joined, *((Text(text=" "),) if joined and cell else ()), *cell)
    bold = all(all_bold(cell) for cell in cells if cell)
    return Line(number, joined, indent, mark, bold, cells=words_only)


def _cells(raw: str, words: str) -> list[str]:
    """The cells of a line: parted by tabs, or by upright strokes at both its ends."""
    if words.startswith("|") and words.endswith("|") and words.count("|") > 2:
        return words[1:-1].split("|")
    if "\t" not in words:
        # "Report author:<tab>": a row whose last cell is empty
        if raw.rstrip(" \n").endswith("\t") and words:
            return [words, ""]
        # Columns that an extraction set apart by spaces; a line with more of them is justified text.
        pieces = _WIDE_GAP.split(words)
        return pieces if 1 < len(pieces) <= _MOST_COLUMNS and not _only_marker(pieces[0]) else [words]
    pieces = raw.strip(" ").split("\t")
    if not pieces[0].strip():
        pieces = pieces[1:] if len(pieces) == 2 else pieces
    filled = [piece for piece in pieces if piece.strip()]
    # "1.<tab>Text" and "•<tab>Text" are Word's lists as text, not tables.
    if len(filled) == 2 and (_only_marker(filled[0].strip()) or _TYPED.fullmatch(filled[0].strip())):
        return [" ".join(piece.strip() for piece in filled)]
    return pieces


def _only_marker(text: str) -> bool:
    marker = read_marker(text + " x")
    return marker is not None and marker.length == len(text) + 1
