"""The shared notes of a report as Word comments in a draft: which words each goes round (ECMA-376 part 1, 17.13.4).

Places count in the report's own words, so the marks are put while those words become XML. Replies stand on the same
words as what they answer, each with a number and a mark of its own, as Word writes them. Finals have no comments.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clerkwell.model import Footnote, Image, Landscape, Note, Place, Reference, Report, Table, Text, plain, walk
from clerkwell.model.pins import stands
from clerkwell.model.runs import cut
from clerkwell.word.writer.words import PLAIN, Base, Needs, words

Path = tuple[int, ...]


@dataclass(frozen=True)
class Remark:
    """A shared note with the numbers of its comments, its own first, and where its words stand now.

    `whole` pins, of a block or a part, go round all its words.
    """

    note: Note
    numbers: tuple[int, ...]
    place: Place

    @property
    def whole(self) -> bool:
        """Whether it goes round all the words of its place."""
        return self.place.start is None or self.place.end is None


class Remarks:
    """The comments of one draft. `settled` are those whose marks have been put among the words so far."""

    def __init__(self, report: Report | None = None) -> None:
        self.all = () if report is None else _remarks(report)
        self.settled: set[int] = set()
        self._by_place: dict[tuple[str, Path], list[Remark]] = {}
        for each in self.all:
            if each.place.block:
                self._by_place.setdefault((each.place.block, each.place.path), []).append(each)

    def on(self, block: str, path: Path = ()) -> Sequence[Remark]:
        """The comments on a block, or on one paragraph in a table."""
        return self._by_place.get((block, path), ())

    def in_table(self, block: str) -> Mapping[Path, Sequence[Remark]]:
        """The comments in the cells of a table, by path."""
        if not self._by_place:
            return {}
        return {path: found for (name, path), found in self._by_place.items() if name == block and path}

    def left(self) -> list[Remark]:
        """Those that stand on no block's words: on fields, on parts, or where nothing is printed."""
        return [each for each in self.all if each.numbers[0] not in self.settled]

    def around(self, inner: str, found: Iterable[Remark]) -> str:
        """XML of a paragraph with these comments round all of it."""
        for each in found:
            self.settled.add(each.numbers[0])
            inner = begins(each) + inner + ends(each)
        return inner

    def among(
        self, runs: Sequence[Text | Reference | Footnote], needs: Needs, found: Sequence[Remark], base: Base = PLAIN
    ) -> str:
        """The runs of a paragraph as XML, with the marks of these comments among them."""
        if not found:
            return words(runs, needs, base)
        length = len(plain(runs))
        marks: dict[int, list[str]] = {}
        openings: dict[int, list[str]] = {}
        for each in found:
            self.settled.add(each.numbers[0])
            start = 0 if each.whole else min(each.place.start or 0, length)
            end = length if each.whole else min(max(each.place.end or 0, start), length)
            if start == end:
                marks.setdefault(start, []).append(begins(each) + ends(each))
            else:
                openings.setdefault(start, []).append(begins(each))
                marks.setdefault(end, []).append(ends(each))
        done: list[str] = []
        at = 0
        for stop in sorted({*marks, *openings, length}):
            piece = cut(tuple(runs), at, stop)
            if piece:
                done.append(words(piece, needs, base, plain(runs)[:at]))
            done += [*marks.get(stop, ()), *openings.get(stop, ())]
            at = stop
        return "".join(done)


def begins(remark: Remark) -> str:
    """The marks where the words of a comment and of its replies begin."""
    return "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in remark.numbers)


def ends(remark: Remark) -> str:
    """The marks where they end, and those that stand for the comments themselves."""
    return "".join(
        f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        for number in remark.numbers
    )


def _remarks(report: Report) -> tuple[Remark, ...]:
    done: list[Remark] = []
    number = 0
    for note in report.notes:
        if note.shared:
            numbers = tuple(range(number, number + 1 + len(note.replies)))
            number += len(numbers)
            done.append(Remark(note, numbers, _place(report, note)))
    return tuple(done)


def _place(report: Report, note: Note) -> Place:
    """Where a note stands now; words that are gone leave it on their block, or else on their part."""
    found = stands(report, note.place, note.quote) or stands(
        report, note.place.model_copy(update={"start": None, "end": None})
    )
    if found is None:
        place = note.place
        return Place(field=place.field, row=place.row, section=place.section, appendix=place.appendix)
    return _printed(report, found) if found.block else found


def _printed(report: Report, place: Place) -> Place:
    """The place of words that the document has for those of a block: a table's first cell, a caption without spaces."""
    texts = report.blocks(place.section) if place.section else ()
    appendix = report.appendix(place.appendix) if place.appendix else None
    block = next((each for each in walk(appendix.blocks if appendix else texts) if each.id == place.block), None)
    match block:
        case Table() if not place.path and not block.caption.strip():
            return place.model_copy(update={"path": (0, 0, 0), "start": None, "end": None})
        case Table() | Image() if not place.path and place.start is not None:
            skipped = len(block.caption) - len(block.caption.lstrip())
            end = max((place.end or 0) - skipped, 0)
            return place.model_copy(update={"start": max(place.start - skipped, 0), "end": end})
        case Landscape() if block.blocks:
            inner = Place(section=place.section, appendix=place.appendix, block=block.blocks[0].id)
            return _printed(report, inner)
    return place
