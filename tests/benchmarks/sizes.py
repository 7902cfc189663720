"""How much is measured: the whole run, and one so small that the test suite can see that every benchmark still runs."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from clerkwell.model import Block, Report, give_ids
from clerkwell.model import words as told
from clerkwell.packs import Pack, load_folder
from clerkwell.packs.load import SAMPLE
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


@lru_cache(maxsize=1)
def written(words: int) -> Report:
    """A report of about so many words in a council's own prose: the sections of the pack's sample over and over again.

    Its tables and pictures come once in ten times: in the sample they stand close, to show what there is.
    """
    sample = Report.model_validate_json(pack().files[SAMPLE])
    blocks = {section.id: section.blocks for section in sample.sections}
    once = sum(len(told(block).split()) for each in blocks.values() for block in each if not _rare(block))
    times = range(max(round(words / once), 1))
    sections = tuple(
        section.model_copy(
            update={"blocks": tuple(each for at in times for each in section.blocks if not at % 10 or not _rare(each))}
        )
        for section in sample.sections
    )
    return give_ids(sample.model_copy(update={"sections": sections}))


def _rare(block: Block) -> bool:
    return block.kind in ("table", "image", "landscape")


def count(words: int) -> str:
    """So many words, for the table."""
    return f"{words:,} words"
