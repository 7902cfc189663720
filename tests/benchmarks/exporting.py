"""Export: against the least that a fill can be, docxtpl and python-docx; with growing reports; with a large table.

All times are the processor's.
"""

import time
from functools import partial

from benchmarks.filling import docxtpl_fill, docxtpl_template, plain_fill, plain_table, raw_fill
from benchmarks.measuring import Row, best_ms, side_by_side
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.model import Section, give_ids, plain
from clerkwell.word.writer import write_document
from helpers.inventing import invented_table


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for export."""
    return [*_against_others(sizes), *_growth(sizes), *_table(sizes)]


def _against_others(sizes: Sizes) -> list[Row]:
    council, written = pack(), report(sizes.usual)
    template = docxtpl_template(written)
    draft, final, raw, tpl, plain = side_by_side(
        lambda: write_document(written, council, draft=True),
        lambda: write_document(written, council, draft=False),
        lambda: raw_fill(written, council),
        lambda: docxtpl_fill(written, template),
        lambda: plain_fill(written, council),
        # A fill takes a few hundredths of a second, and a busy machine spoils most of those.
        rounds=3 * sizes.rounds,
        clock=time.process_time,
    )
    size = count(sizes.usual)
    return [
        Row(f"export a {what}", size, took, against=against, base=base, times=times)
        for what, took in (("draft", draft), ("final", final))
        for against, base, times in (("a raw lxml fill", raw, 2), ("docxtpl", tpl, 0.5), ("python-docx", plain, None))
    ]


def _growth(sizes: Sizes) -> list[Row]:
    """Each size against what the smallest says it should take: a straight line stays at 1."""
    council = pack()
    took = {
        words: best_ms(partial(write_document, report(words), council, draft=True), 3 * sizes.rounds, time.process_time)
        for words in sizes.growth
    }
    usual = sizes.growth[1]
    return [
        Row(
            "export, growing",
            count(words),
            took[words],
            against=f"in proportion to {count(usual)}",
            base=took[usual] * words / usual,
            times=1.25 if words > usual else None,
        )
        for words in sizes.growth
    ]


def _table(sizes: Sizes) -> list[Row]:
    rows, columns = sizes.table
    council = pack()
    spec = next(spec for spec in council.manifest.section if spec.kind == "text")
    small = report(min(sizes.growth))
    grid = invented_table(rows, columns)
    section = Section(id=spec.id, blocks=(grid,))
    written = give_ids(small.model_copy(update={"sections": (section,)}))
    cells = [["\n".join(plain(runs) for runs in cell.paragraphs) for cell in row] for row in grid.rows]
    draft, final, base = side_by_side(
        lambda: write_document(written, council, draft=True),
        lambda: write_document(written, council, draft=False),
        lambda: plain_table(cells, council),
        rounds=sizes.rounds,
        clock=time.process_time,
    )
    size, against = f"{rows} × {columns} cells", "python-docx, row by row"
    return [
        Row(f"export a {what} with a table", size, took, against=against, base=base, most=100)
        for what, took in (("draft", draft), ("final", final))
    ]
