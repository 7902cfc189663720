"""The rows of a repeat as they were read: copies with their places, and rows that somebody typed without any."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from clerkwell.intake.homecoming.fields import unprinted
from clerkwell.intake.homecoming.flow import Line, Stand
from clerkwell.intake.homecoming.printed import RowForm, single
from clerkwell.packs import Pack


@dataclass
class RowRead:
    """A row: the words of its fields by their own id, the address of its title, what points at it, its text's lines.

    `typed` are the lines of a row that has no places, with the cell each is in.
    """

    texts: dict[str, str] = field(default_factory=dict)
    link: str = ""
    bookmarks: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    typed: list[tuple[int, str]] = field(default_factory=list)
    at: tuple[int, ...] = ()


class Rows:
    """The rows of one repeat, in the document's order."""

    def __init__(self, repeat: str, pack: Pack) -> None:
        self.repeat = repeat
        self._pack = pack
        self.rows: list[RowRead] = []
        self._number: int | None = None
        self._places: dict[str, int] = {}

    def add(self, repeat: Stand, place: Stand, text: str, link: str, line: Line) -> None:
        """Take in words of a field: of the row so far, or of the next one if that has such a field already."""
        name = place.id.partition(".")[2]
        held = self._places.get(place.id)
        if repeat.number != self._number or self._is_typed() or (held is not None and held != place.number):
            self._begin(repeat.number)
        row = self.rows[-1]
        row.at = row.at or line.spot[:2]
        if self._places.get(place.id) == place.number and (name in row.texts or row.lines):
            if name == "text":
                row.lines.append(line)
            else:
                row.texts[name] = f"{row.texts[name]}\n{text}"
        elif name == "text" and self.repeat == "appendix-pages":
            row.lines.append(line)
        else:
            row.texts[name] = text
        if link and name == "title":
            row.link = link
        self._places[place.id] = place.number

    def add_block(self, line: Line) -> None:
        """Take in a table or other block of a row that holds text."""
        if not self.rows:
            self._begin(-1)
        self.rows[-1].lines.append(line)

    def add_typed(self, repeat: Stand, line: Line) -> None:
        """Take in a line that stands in the repeat and in none of its fields."""
        if not line.shows:
            return
        if self.repeat == "appendix-pages" and self.rows:
            self.rows[-1].lines.append(line)
            return
        if not (self._is_typed() and line.spot and self.rows[-1].at == line.spot[:2]):
            self._begin(repeat.number)
            self.rows[-1].at = line.spot[:2]
        self.rows[-1].typed.append((line.spot[-1] if line.spot else 0, line.words))

    def append(self, text: str) -> None:
        """Put words that were typed beside a row's field to the last of its fields."""
        row = self.rows[-1] if self.rows else None
        if row is not None and row.texts:
            name = next(reversed(row.texts))
            row.texts[name] += text

    def mark(self, names: Iterable[str]) -> None:
        """Remember what points at the row."""
        if self.rows:
            self.rows[-1].bookmarks += names

    def settle(self, form: RowForm | None) -> None:
        """Read the typed rows as the form of a row says."""
        for row in self.rows:
            if row.typed:
                row.texts = typed_row(row.typed, form, self._pack)
                row.typed = []

    def _begin(self, number: int) -> None:
        self.rows.append(RowRead())
        self._number = number
        self._places = {}

    def _is_typed(self) -> bool:
        return bool(self.rows) and bool(self.rows[-1].typed)


def typed_row(typed: list[tuple[int, str]], form: RowForm | None, pack: Pack) -> dict[str, str]:
    """The fields of a row typed without places: each cell's words to the places of that cell, in their order."""
    texts: dict[str, str] = {}
    if form is None or not form.places:
        return texts
    cells: dict[int, list[str]] = {}
    for cell, words in typed:
        cells.setdefault(cell, []).append(words)
    known = {cell for _, cell, _ in form.places}
    for cell, lines in cells.items():
        # A cell that the form knows nothing of goes with the last that it does.
        there = cell if cell in known else max((each for each in known if each < cell), default=min(known))
        places = [(tag.rpartition(".")[2], tag, before) for tag, at, before in form.places if at == there]
        if len(lines) > 1 and len(lines) == len(places):
            for (name, tag, before), text in zip(places, lines, strict=True):
                texts[name] = _without(text, tag, before, pack)
            continue
        rest = "\n".join(lines)
        for index, (name, tag, before) in enumerate(places):
            rest = _without(rest, tag, before, pack)
            own, rest = _up_to(rest, places[index + 1 :], pack)
            texts[name] = f"{texts[name]}\n{own}" if name in texts else own
    return {name: text.strip() for name, text in texts.items() if text.strip()}


def _without(text: str, tag: str, before: str, pack: Pack) -> str:
    """Words without those that the template or the pack prints before them."""
    said = text.strip()
    if single(before) and said.startswith(single(before)):
        said = said[len(single(before)) :].strip()
    return unprinted(pack.field(tag.partition(":")[2]), said)


def _up_to(text: str, places: list[tuple[str, str, str]], pack: Pack) -> tuple[str, str]:
    """The words before what is printed between two places, and those after; all of them where it is not there."""
    for _, tag, before in places:
        spec = pack.field(tag.partition(":")[2])
        for mark in (before, spec.prefix if spec else ""):
            # A dash of any kind parts as the template's own does.
            for form in (mark, mark.replace("–", "-"), mark.replace("–", "—")) if mark.strip() else ():
                if form in text:
                    own, _, rest = text.partition(form)
                    return own, rest
        if before and not before.strip() and "\n" in text:
            own, _, rest = text.partition("\n")
            return own, rest
    return text, ""
