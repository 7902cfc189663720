"""Every benchmark still runs, at the smallest size. No figure is judged here, as a busy machine is no fault of ours."""

import json
import subprocess
from pathlib import Path

import pytest

from benchmarks.__main__ import NAMES
from benchmarks.filling import docxtpl_fill, docxtpl_template, raw_fill, runs_by_section
from benchmarks.measuring import Row, table
from benchmarks.processes import python, surroundings
from benchmarks.sizes import SMALLEST, pack, report
from clerkwell.model import all_blocks, words
from helpers.independent import paragraphs_of
from helpers.inventing import invented_report

# In a process of its own, as it freezes and stops the collection of garbage for itself, and makes windows by the dozen:
# other tests in the same process ended in a segmentation fault.
MEASURED = """
import json
from benchmarks.{name} import run
from benchmarks.sizes import SMALLEST
print(json.dumps([[row.took, row.base] for row in run(SMALLEST)]))
"""


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_measures_something(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        python(MEASURED.format(name=name)), env=surroundings(tmp_path), capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout.splitlines()[-1])
    assert rows
    assert all(took > 0 and (base is None or base > 0) for took, base in rows)


def test_the_table_shows_ratios_budgets_and_whether_they_are_kept() -> None:
    rows = [
        Row("export", "15,000 words", 16.0, against="raw", base=8.0, times=2),
        Row("open", "50,000 words", 120.0, most=100),
        Row("save", "50,000 words", 20.0),
    ]

    lines = table(rows).splitlines()

    assert lines[1].split()[-4:] == ["2.00", "2", "×", "within"]
    assert lines[2].endswith("100 ms  over")
    assert lines[3].endswith("20.0 ms")


@pytest.mark.parametrize("fill", ["raw", "docxtpl"])
def test_a_baseline_puts_in_the_same_words(fill: str) -> None:
    written = report(SMALLEST.usual)

    document = raw_fill(written, pack()) if fill == "raw" else docxtpl_fill(written, docxtpl_template(written))

    text = paragraphs_of(document)
    for blocks in runs_by_section(written).values():
        for runs in blocks:
            assert "".join(piece for piece, _ in runs) in text


@pytest.mark.parametrize("asked", [3_000, 15_000])
def test_an_invented_report_has_the_words_it_was_asked_for(asked: int) -> None:
    there = sum(len(words(block).split()) for _, block in all_blocks(report(asked)))

    assert asked * 0.9 < there < asked * 1.25


def test_the_same_report_is_invented_twice() -> None:
    assert invented_report(pack(), 500, seed=3) == invented_report(pack(), 500, seed=3)
    assert invented_report(pack(), 500, seed=3) != invented_report(pack(), 500, seed=4)
