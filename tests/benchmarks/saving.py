"""Opening and saving the report's own file, beside zipping the bare words."""

import io
import tempfile
import zipfile
from functools import partial
from pathlib import Path

from benchmarks.measuring import Row, best_ms, side_by_side
from benchmarks.sizes import FULL, Sizes, count, pack, report
from clerkwell.model import all_blocks, words
from clerkwell.storage import StoredReport, read_file, write_file


def run(sizes: Sizes = FULL) -> list[Row]:
    """The rows for the file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.clerkwell"
        rows = [*_at(file, sizes.usual, sizes.rounds, None), *_at(file, sizes.large, sizes.rounds, 100)]
        return [*rows, *_growth(file, sizes)]


def _stored(size: int) -> StoredReport:
    return StoredReport(report=report(size), pack_files=pack().files)


def _at(file: Path, size: int, rounds: int, most: float | None) -> list[Row]:
    stored = _stored(size)
    text = "\n".join(words(block) for _, block in all_blocks(stored.report))

    def bare() -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("words.txt", text)
        file.with_suffix(".bare").write_bytes(buffer.getvalue())

    save, base = side_by_side(lambda: write_file(file, stored), bare, rounds=rounds)
    read = best_ms(lambda: read_file(file), rounds)
    return [
        Row("save", count(size), save, against="zipping the words alone", base=base, most=most),
        Row("open", count(size), read, most=most),
    ]


def _growth(file: Path, sizes: Sizes) -> list[Row]:
    took = {size: best_ms(partial(write_file, file, _stored(size)), sizes.rounds) for size in sizes.growth}
    usual = sizes.growth[1]
    return [
        Row(
            "save, growing",
            count(size),
            took[size],
            against=f"in proportion to {count(usual)}",
            base=took[usual] * size / usual,
            times=1.25 if size > usual else None,
        )
        for size in sizes.growth
    ]
