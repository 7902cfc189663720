"""The template workshop for tests: a copy of a shipped pack in a folder, and a window that shows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from clerkwell.packs import Catalogue, Pack, find_packs, load_folder
from clerkwell.session.making import PackSession, begin_pack
from clerkwell.system import Settings, templates_folder
from clerkwell.ui.studio import StudioServices, StudioWindow
from clerkwell.ui.studio.services import InUse
from clerkwell.workshop import PackProblem, check_pack
from helpers.windows import Chosen


@cache
def shipped() -> Catalogue:
    """The packs that ship, read once: no test changes them."""
    return find_packs([templates_folder()])


@dataclass
class Shown:
    """Remembers what was opened outside and which help pages were asked for."""

    files: list[Path] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)

    def file(self, path: Path) -> bool:
        """Open a file: remembered."""
        self.files.append(path)
        return True

    def help(self, page: str) -> None:
        """Open a page of the help: remembered."""
        self.pages.append(page)


def copy_of(pack_id: str, folder: Path) -> PackSession:
    """A session on a copy of a shipped pack."""
    begin_pack(load_folder(templates_folder() / pack_id).files, folder)
    return PackSession(folder)


def studio_services(
    folder: Path, chosen: Path | None = None, shown: Shown | None = None, shared: Path | None = None
) -> StudioServices:
    """What the workshop is handed: the shipped packs, and every question for a file answered with `chosen`."""
    shown = shown or Shown()
    catalogue = shipped()

    def check(pack: Pack) -> tuple[PackProblem, ...]:
        return check_pack(pack, None, catalogue.newest(pack.id))

    return StudioServices(
        catalogue=lambda: catalogue,
        check=check,
        settings=lambda: Settings(shared_packs=str(shared or "")),
        documents=folder,
        files=lambda _: Chosen(chosen),
        show_file=shown.file,
        help=shown.help,
        in_use=InUse(folder / "packs", lambda _: (templates_folder(),), lambda: shown.pages.append("refreshed")),
    )


@contextmanager
def open_studio(session: PackSession, services: StudioServices) -> Iterator[StudioWindow]:
    """The workshop on a pack, closed at the end."""
    window = StudioWindow(session, services)
    try:
        window.show()
        yield window
    finally:
        window.close()
