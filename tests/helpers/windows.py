"""A main window for tests, and its surroundings: files chosen beforehand, settings that go nowhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from clerkwell.model import Problem, Report, SetBlocks
from clerkwell.packs import Catalogue, Pack, find_packs
from clerkwell.rules import Engine
from clerkwell.session import Pace
from clerkwell.session.installed import Looked, News
from clerkwell.session.own_words import AuthorsWords
from clerkwell.session.shared_drafts import SharedDraft
from clerkwell.storage import RecoveryFolder, from_clerkpack
from clerkwell.system import Settings
from clerkwell.ui.shell import MainWindow, Services
from clerkwell.ui.start import RecentReports
from helpers.building import blocks
from helpers.desk import Recorder


@dataclass
class Chosen:
    """Answers every question for a file with one path, and remembers what was suggested."""

    path: Path | None
    suggested: list[Path] = field(default_factory=list)

    def to_open(self, folder: Path) -> Path | None:
        """The path."""
        self.suggested.append(folder)
        return self.path

    def to_read(self, folder: Path, title: str, kinds: str) -> Path | None:  # noqa: ARG002
        """The path."""
        self.suggested.append(folder)
        return self.path

    def to_save(self, suggested: Path) -> Path | None:
        """The path."""
        self.suggested.append(suggested)
        return self.path

    def to_export(self, suggested: Path, title: str = "") -> Path | None:  # noqa: ARG002
        """The path."""
        self.suggested.append(suggested)
        return self.path

    def to_pack(self, suggested: Path) -> Path | None:
        """The path."""
        self.suggested.append(suggested)
        return self.path

    def to_gathered(self, suggested: Path) -> Path | None:
        """The path."""
        self.suggested.append(suggested)
        return self.path

    def to_pdf(self, suggested: Path) -> Path | None:
        """The path."""
        self.suggested.append(suggested)
        return self.path

    def folder(self, start: Path, title: str = "") -> Path | None:  # noqa: ARG002
        """The path."""
        self.suggested.append(start)
        return self.path


@dataclass
class Shelf:
    """Packs that stay as they are, until a test puts others there: what is looked at, and told then."""

    catalogue: Catalogue
    own: Path
    next: Looked | None = None
    in_shared: tuple[SharedDraft, ...] = ()
    news: News = field(default_factory=News)

    def ahead(self, settings: Settings, *, of_shared: bool = False) -> tuple[Path, ...]:  # noqa: ARG002
        """None are."""
        return ()

    def drafts(self, settings: Settings) -> tuple[SharedDraft, ...]:  # noqa: ARG002
        """Those that a test put there."""
        return self.in_shared

    def find(self, settings: Settings) -> Catalogue:  # noqa: ARG002
        """The packs there are, with those of one's own."""
        found = find_packs([self.own], unpack=from_clerkpack)
        self.catalogue = Catalogue((*self.catalogue.packs, *found.packs))
        return self.catalogue

    def look(self, settings: Settings) -> Looked:  # noqa: ARG002
        """What is next."""
        return self.next or Looked(0, self.catalogue)

    def take(self, looked: Looked, today: date) -> News:  # noqa: ARG002
        """Use what is next."""
        self.catalogue = looked.catalogue
        news, self.news = self.news, News()
        return news

    def no_answer(self) -> News:
        """It always answers."""
        return News()


@dataclass
class Kept:
    """Settings that go nowhere."""

    settings: Settings = field(default_factory=Settings)

    def change(self, settings: Settings) -> None:
        """Use these."""
        self.settings = settings


class CheckHere:
    """Checks in a thread of the window's; the process that the program has for it has tests of its own."""

    def __init__(self, words: AuthorsWords) -> None:
        self._engine = Engine()
        self._words = words

    def __call__(self, report: Report, pack: Pack, /) -> tuple[Problem, ...]:
        """What the rules find."""
        return self._engine.check(report, pack, self._words.own_words)

    def close(self) -> None:
        """There is nothing to put away."""


def make_services(folder: Path, *packs: Pack, save_by_itself: bool = False) -> Services:
    """What a window needs, all in `folder`; checks are run after a blink."""
    words = AuthorsWords(folder / "words.txt")
    return Services(
        installed=Shelf(Catalogue(packs), folder / "packs"),
        keeper=Kept(),
        check=lambda: CheckHere(words),
        words=words,
        check_pack=lambda _: (),
        recovery=RecoveryFolder(folder / "recovery"),
        recent=RecentReports(folder / "recent.json"),
        documents=folder,
        state=folder / "state",
        now=lambda: datetime.now(UTC),
        pace=lambda _: Pace(quiet=0.02, save=0.05 if save_by_itself else None, snapshot=0.02),
    )


@contextmanager
def open_window(services: Services, messages: Recorder, chosen: Chosen) -> Iterator[MainWindow]:
    """A window for a while; it goes without a question at the end."""
    window = MainWindow(services, messages, chosen)
    window.resize(1200, 760)
    window.show()
    window.activateWindow()
    try:
        yield window
    finally:
        messages.answer = "discard"
        window.close()
        window.deleteLater()


def write(window: MainWindow, section: str, source: str) -> None:
    """Put blocks into a section of the open report, or of a new one."""
    if window.opened is None:
        window.commands.new_in("test-council")
    assert window.opened is not None
    window.opened.session.apply(SetBlocks(section=section, blocks=blocks(source)), "Typing")
