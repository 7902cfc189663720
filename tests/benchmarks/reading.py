"""Word in: a document read, recognised, brought home, compared and merged. All times are the processor's."""

import io
import time
from functools import partial

from docx import Document

from benchmarks.measuring import Row, best_ms, side_by_side
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.comparing import compare, merge
from clerkwell.intake import import_document, read_draft
from clerkwell.model import Paragraph, Report, Text
from clerkwell.word.reader import read_document
from clerkwell.word.writer import write_document

# What a report in print has: four to six thousand words.
_TYPICAL = 5_000


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for Word in."""
    return [*_typical(sizes), *_growth(sizes), *_together(sizes)]


def _typical(sizes: Sizes) -> list[Row]:
    council = pack()
    words = min(_TYPICAL, sizes.usual)
    written = report(words)
    draft = write_document(written, council, draft=True)
    final = write_document(written, council, draft=False)
    read_in, plain = side_by_side(
        lambda: read_document(final), lambda: _with_python_docx(final), rounds=sizes.rounds, clock=time.process_time
    )
    document, sent = read_document(final), read_document(draft)
    home = best_ms(lambda: read_draft(sent, council, written), sizes.rounds, time.process_time)
    recognised = best_ms(lambda: import_document(document, [council]), sizes.rounds, time.process_time)
    size = count(words)
    return [
        Row("read a Word document", size, read_in, against="python-docx, all text", base=plain, most=50),
        Row("recognise a report in it", size, recognised),
        Row("bring a draft home", size, home),
    ]


def _with_python_docx(data: bytes) -> list[str]:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*cells, *(each.text for each in document.paragraphs)]


def _growth(sizes: Sizes) -> list[Row]:
    """Each size against what the smallest but one says it should take: a straight line stays at 1."""
    council = pack()
    series = sizes.growth[:3]
    documents = {words: write_document(report(words), council, draft=False) for words in series}
    took = {
        words: best_ms(partial(read_document, data), sizes.rounds, time.process_time)
        for words, data in documents.items()
    }
    usual = series[1]
    return [
        Row(
            "read, growing",
            count(words),
            took[words],
            against=f"in proportion to {count(usual)}",
            base=took[usual] * words / usual,
            times=1.25 if words > usual else None,
        )
        for words in series
    ]


def _together(sizes: Sizes) -> list[Row]:
    council, base = pack(), report(sizes.usual)
    ours, theirs = _edited(base, 0), _edited(base, 1)
    size = count(sizes.usual)
    return [
        Row(
            "compare two versions",
            size,
            best_ms(lambda: compare(base, theirs, council), sizes.rounds, time.process_time),
            most=300,
        ),
        Row(
            "merge two people's changes",
            size,
            best_ms(lambda: merge(base, ours, theirs, council), sizes.rounds, time.process_time),
            most=500,
        ),
    ]


def _edited(base: Report, which: int) -> Report:
    """The report with every other paragraph, from this one on, given one more sentence."""
    sections = tuple(
        section.model_copy(
            update={
                "blocks": tuple(
                    block.model_copy(update={"runs": (*block.runs, Text(text=" It was agreed."))})
                    if isinstance(block, Paragraph) and number % 2 == which
                    else block
                    for number, block in enumerate(section.blocks)
                )
            }
        )
        for section in base.sections
    )
    return base.model_copy(update={"sections": sections})
