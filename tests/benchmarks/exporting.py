"""Export: against the least that a fill can be, against docxtpl, with growing reports, and with a large table."""

from functools import partial

from benchmarks.filling import docxtpl_fill, docxtpl_template, raw_fill
from benchmarks.measuring import Row, best_ms, side_by_side
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.model import Section, give_ids
from clerkwell.word.writer import write_document
from helpers.inventing import invented_table


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for export."""
    return [*_against_others(sizes), *_growth(sizes), _table(sizes)]


def _against_others(sizes: Sizes) -> list[Row]:
    council, written = pack(), report(sizes.usual)
    template = docxtpl_template(written)
    ours, raw, theirs = side_by_side(
        lambda: write_document(written, council, draft=True),
        lambda: raw_fill(written, council),
        lambda: docxtpl_fill(written, template),
        rounds=sizes.rounds,
    )
    size = count(sizes.usual)
    return [
        Row("export a draft", size, ours, against="a raw lxml fill", base=raw, times=2),
        Row("export a draft", size, ours, against="docxtpl", base=theirs, times=0.5),
    ]


def _growth(sizes: Sizes) -> list[Row]:
    """Each size against what the smallest says it should take: a straight line stays at 1."""
    council = pack()
    took = {
        words: best_ms(partial(write_document, report(words), council, draft=True), sizes.rounds)
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


def _table(sizes: Sizes) -> Row:
    rows, columns = sizes.table
    council = pack()
    spec = next(spec for spec in council.manifest.section if spec.kind == "text")
    small = report(min(sizes.growth))
    section = Section(id=spec.id, blocks=(invented_table(rows, columns),))
    written = give_ids(small.model_copy(update={"sections": (section,)}))
    took = best_ms(lambda: write_document(written, council, draft=True), sizes.rounds)
    return Row("export a table", f"{rows} × {columns} cells", took, most=100)
