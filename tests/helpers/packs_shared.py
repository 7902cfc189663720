"""Packs in a shared folder, as their maintainer puts them there, and a computer that uses them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from clerkwell.packs import Pack, Remembered
from clerkwell.session.installed import InstalledPacks, Looked, News
from clerkwell.storage import from_clerkpack, to_clerkpack
from clerkwell.system import Folders, Settings
from helpers.building import MANIFEST

TODAY = date(2026, 11, 23)


def pack_files(
    version: str = "1.0.0", *, since: str = "2020-01-01", state: str = "", pack_id: str = "shared-council"
) -> dict[str, bytes]:
    """The files of a small pack."""
    text = MANIFEST.replace("test-council", pack_id).replace('version = "1.0.0"', f'version = "{version}"')
    text = text.replace("2020-01-01", since)
    if state:
        text = text.replace("[pack]", f'[pack]\nstate = "{state}"')
    return {"pack.toml": text.encode(), "template.docx": b"PK"}


def put_file(folder: Path, version: str = "1.0.0", name: str = "", **more: str) -> Path:
    """Put a pack into the folder as one file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (name or f"shared-council-{version}.clerkpack")
    path.write_bytes(to_clerkpack(pack_files(version, **more)))
    return path


def put_folder(folder: Path, version: str = "1.0.0", **more: str) -> Path:
    """Put a pack into the folder as a folder of its own."""
    path = folder / f"council {version}"
    path.mkdir(parents=True)
    for name, data in pack_files(version, **more).items():
        (path / name).write_bytes(data)
    return path


@dataclass
class Computer:
    """One on which packs are used. Its check finds fault with those whose version is among `faulty`."""

    home: Path
    shared: Path
    faulty: set[str] = field(default_factory=set)
    checked: list[str] = field(default_factory=list)
    packs: InstalledPacks = field(init=False)

    def __post_init__(self) -> None:
        """Start the program on it."""
        self.start()

    @property
    def settings(self) -> Settings:
        """Where the shared folder is."""
        return Settings(shared_packs=str(self.shared))

    def start(self) -> None:
        """Start the program on it."""
        home = self.home
        places = Folders(*(home / name for name in ("config", "data", "state", "machine_config", "machine_data")))
        remembered = Remembered(home / "state" / "packs.json", "1")
        self.packs = InstalledPacks(places, self._check, from_clerkpack, remembered)
        self.packs.find(self.settings)

    def look(self) -> News:
        """Look at the folders once."""
        return self.packs.take(self.look_only(), TODAY)

    def look_only(self) -> Looked:
        """Look, and make nothing of it yet."""
        return self.packs.look(self.settings)

    @property
    def versions(self) -> list[str]:
        """The versions of the shared council's pack that are here, with a mark at those that are not offered."""
        found = [pack.told for pack in self.packs.catalogue.packs if pack.id == "shared-council"]
        return [told.version if told.offered else f"{told.version} {told.state}" for told in found]

    def _check(self, pack: Pack) -> Iterable[str]:
        self.checked.append(pack.told.version)
        return ["Its document has no subject."] if pack.told.version in self.faulty else []
