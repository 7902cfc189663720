"""The paragraphs of a letter, whatever it came in: text, text taken out of a PDF, or a Word document."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from clerkwell.intake.furniture import take_out
from clerkwell.intake.joining import join
from clerkwell.intake.letters.headings import stands_alone
from clerkwell.intake.letters.values import LetterLine
from clerkwell.intake.lines import Line, read_lines
from clerkwell.intake.markers import Marker
from clerkwell.model import plain
from clerkwell.word.reader.document import WordBlock, WordDocument, WordParagraph, WordTable
from clerkwell.word.reader.settling import every, settle

Letter = str | WordDocument
# A heading is no longer than this.
_LONG = 120
_END = re.compile(r"\r\n?|[\n\x0b\x85\u2028\u2029]")


def letter_lines(letter: Letter) -> tuple[LetterLine, ...]:
    """The paragraphs of a letter in order, broken ones put together again, page headers and numbers left out."""
    return tuple(_of_document(letter) if isinstance(letter, WordDocument) else _of_text(letter))


def _of_text(text: str) -> Iterator[LetterLine]:
    pages = list(accumulate((raw.startswith("\f") for raw in _raw(text)), initial=1))[1:] if "\f" in text else []
    kept, _ = take_out(read_lines(text))
    # A line that the next one goes on from in the middle of its sentence is no heading, whatever it says.
    broken = {
        line.number for line, after in pairwise(kept) if not after.gap and not after.is_row and after.text[0].islower()
    }
    joined = join(kept, lambda line: line.number not in broken and stands_alone(line.text))
    for number, line in enumerate(joined.lines, 1):
        page = pages[line.number - 1] if line.number <= len(pages) else 0
        yield LetterLine(
            text=_words(line),
            number=number,
            page=page,
            item=_item(line.marker),
            strong=bool(line.mark or line.bold),
            cells=tuple(plain(cell) for cell in line.cells) if line.is_row else (),
        )


def _item(marker: Marker | None) -> str:
    if marker is None:
        return ""
    return "bullet" if marker.kind == "bullet" else "number"


def _raw(text: str) -> list[str]:
    return _END.sub("\n", text).replace("\f", "\n\f").split("\n")


def _words(line: Line) -> str:
    words = line.text if line.marker is None else plain(line.rest)
    return " ".join(words.split())


def _of_document(document: WordDocument) -> Iterator[LetterLine]:
    number = 0
    for block in settle(document, every(document)).blocks:
        for line in _of_block(block):
            number += 1
            yield LetterLine(line.text, number, item=line.item, strong=line.strong, cells=line.cells)


def _of_block(block: WordBlock) -> Iterator[LetterLine]:
    if isinstance(block, WordTable):
        for row in block.rows:
            cells = tuple(
                "\n".join(line.text for inner in cell.blocks for line in _of_block(inner)) for cell in row.cells
            )
            if any(cells):
                yield LetterLine(" ".join(filter(None, cells)), 0, cells=cells if len(cells) > 1 else ())
        return
    # A line break inside a paragraph often parts what should be paragraphs: address, salutation, subject.
    for text in block.text.split("\n"):
        if words := " ".join(text.split()):
            yield _paragraph(block, words)


def _paragraph(block: WordParagraph, words: str) -> LetterLine:
    typed = next(iter(read_lines(words)), None)
    marked = typed is not None and _item(typed.marker) == "bullet"
    if marked and typed is not None:
        words = _words(typed)
    bold = bool(block.spans) and all(span.bold for span in block.spans if span.text.strip())
    strong = block.heading is not None or (len(words) < _LONG and bold)
    return LetterLine(words, 0, item=block.listed or ("bullet" if marked else ""), strong=strong)
