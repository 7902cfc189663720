"""The packs that ship, for tests that hold for each of them."""

from collections.abc import Iterable
from pathlib import Path

from clerkwell.model import Block, FieldValue, Landscape, Report, Table
from clerkwell.packs import Pack, load_folder

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
IDS = (
    "city-of-london-2017",
    "city-of-london-2022",
    "city-of-london-2023",
    "generic-english-council",
    "maidstone-2022",
    "north-somerset-executive-2022",
)


def shipped(pack_id: str) -> Pack:
    """A pack that ships."""
    return load_folder(TEMPLATES / pack_id)


def sample(pack: Pack) -> Report:
    """The sample report of a pack."""
    return Report.model_validate_json(pack.files["sample.json"])


def kept(pack: Pack) -> dict[str, bytes]:
    """The files that the sample report keeps, by the name it calls them."""
    return dict(pack.sample_attachments)


def in_cells(pack: Pack) -> frozenset[str]:
    """The sections that are rows of a table, so that no table of their own can stand where they do."""
    ids = [spec.id for spec in pack.manifest.section]
    return frozenset(each for each in ids if pack.field(f"{each}-sign-off") is not None)


def fitting(section: str, blocks: Iterable[Block], pack: Pack) -> tuple[Block, ...]:
    """The blocks that can stand where a section does: no tables and no wide pages in a row of a table."""
    celled = section in in_cells(pack)
    return tuple(each for each in blocks if not celled or not isinstance(each, Table | Landscape))


def all_relevant(pack: Pack) -> dict[str, FieldValue]:
    """Answers with which every section of a pack has a place, as its options have in a report for decision."""
    return {
        field: FieldValue(text=answers[0], value=answers[0])
        for spec in pack.manifest.section
        for field, answers in spec.only.items()
    }
