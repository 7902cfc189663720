"""The published reports, imported: which file is which, and the packs they belong in."""

from pathlib import Path

from clerkwell.intake import Imported, import_text
from clerkwell.packs import Pack, find_packs
from clerkwell.system import templates_folder

# S0 to S4 as DOMAIN calls them: the beginning of the file's name, and the pack that the program has to find itself.
REPORTS = {
    "S0": ("000_", "city-of-london-2023"),
    "S1": ("001_", "city-of-london-2017"),
    "S3": ("003_", "north-somerset-executive-2022"),
    "S4": ("004_", "city-of-london-2022"),
}
LETTER = "002_"


def shipped_packs() -> tuple[Pack, ...]:
    """The packs that ship, all of them sound."""
    catalogue = find_packs([templates_folder()])
    assert not catalogue.faulty, catalogue.faulty
    return catalogue.packs


def source(folder: Path, name: str) -> str:
    """The text of a seed: "S0", or the beginning of its file's name."""
    start = REPORTS[name][0] if name in REPORTS else name
    (path,) = folder.glob(f"{start}*")
    return path.read_text(encoding="utf-8")


def imported(folder: Path, name: str, pack_id: str | None = None) -> Imported:
    """A seed, imported."""
    return import_text(source(folder, name), shipped_packs(), pack_id)
