"""The paragraphs of a Word document with what its comments go round, and the places that they stand in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from clerkwell.intake.comments.spacing import Folded
from clerkwell.model import Place
from clerkwell.model.text import OBJECT
from clerkwell.word.reader.document import Span, WordBlock, WordDocument, WordParagraph, WordTable

Range = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """The words of a paragraph, with where in them each comment begins and ends."""

    text: Folded
    ranges: dict[str, Range]


@dataclass(frozen=True)
class Commented:
    """A paragraph: read with live references as marks, as a report has them, and with the words that they show.

    `places` are the content controls round it and in it that name places of a report, by kind and id.
    """

    readings: tuple[Reading, ...]
    heading: bool
    places: tuple[tuple[str, str], ...] = field(default=())

    def is_place_of(self, place: Place) -> bool:
        """Whether a place of the report is one that the paragraph's controls name; true where they name none."""
        if not self.places:
            return True
        names = {
            ("field", place.field),
            *((kind, place.section) for kind in ("section", "body", "heading")),
            ("field", "appendices.title" if place.appendix else ""),
            ("field", "background-papers.title" if place.section == "background-papers" else ""),
        }
        return any(each in names for each in self.places if each[1])


def commented_lines(document: WordDocument) -> tuple[Commented, ...]:
    """All paragraphs in order: the text with its tables, then headers and footers. Notes stand at their marks."""
    tags = {number: each.tag for number, each in document.controls.items()}

    def lines(blocks: Sequence[WordBlock], around: tuple[int, ...]) -> Iterator[Commented]:
        for block in blocks:
            if isinstance(block, WordTable):
                for row in block.rows:
                    for cell in row.cells:
                        yield from lines(cell.blocks, (*around, *block.controls, *row.controls, *cell.controls))
            else:
                yield _line(block, around, tags)

    return tuple(lines((*document.blocks, *document.headers, *document.footers), ()))


def _line(paragraph: WordParagraph, around: tuple[int, ...], tags: dict[int, str]) -> Commented:
    inside = dict.fromkeys(number for span in paragraph.spans for number in span.controls)
    named = [tags.get(number, "").partition(":") for number in (*inside, *reversed((*around, *paragraph.controls)))]
    places = tuple((kind, name) for kind, _, name in named if kind in ("field", "section", "body", "heading"))
    readings = [_read(paragraph.spans)]
    if any(span.target for span in paragraph.spans):
        readings.append(_read([replace(span, target="") for span in paragraph.spans]))
    return Commented(tuple(readings), paragraph.heading is not None, places)


def _read(spans: Sequence[Span]) -> Reading:
    text, ranges = "", dict[str, Range]()
    for span in spans:
        inside = [each for line in span.note or () for each in line.spans]
        words = OBJECT if span.note is not None or span.target else span.text
        for comment in (*span.comments, *(each for one in inside for each in one.comments)):
            start, _ = ranges.get(comment, (len(text), 0))
            ranges[comment] = start, len(text) + len(words)
        text += words
    return Reading(Folded(text), ranges)
