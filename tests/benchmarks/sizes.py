"""How much is measured: the whole run, and one so small that the test suite can see that every benchmark still runs."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from clerkwell.model import Report
from clerkwell.packs import Pack, load_folder
from helpers.inventing import invented_report

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Sizes:
    """Words of the usual report, of the large one, and of the series that shows growth; rows and columns of a table."""

    usual: int = 15_000
    large: int = 50_000
    growth: tuple[int, ...] = (3_000, 15_000, 60_000, 150_000, 300_000)
    table: tuple[int, int] = (200, 10)
    rounds: int = 7


FULL = Sizes()
QUICK = Sizes(rounds=3, growth=(3_000, 15_000, 60_000))
SMALLEST = Sizes(usual=300, large=600, growth=(200, 400), table=(3, 2), rounds=1)


@lru_cache
def pack() -> Pack:
    """The pack that everything is measured with."""
    return load_folder(ROOT / "templates" / "city-of-london-2023")


@lru_cache(maxsize=2)
def report(words: int) -> Report:
    """An invented report of so many words in that pack."""
    return invented_report(pack(), words)


def count(words: int) -> str:
    """So many words, for the table."""
    return f"{words:,} words"
