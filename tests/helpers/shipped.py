"""The packs that ship, for tests that hold for each of them."""

from pathlib import Path

from clerkwell.model import Report
from clerkwell.packs import Pack, load_folder

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
IDS = (
    "city-of-london-2017",
    "city-of-london-2022",
    "city-of-london-2023",
    "generic-english-council",
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
