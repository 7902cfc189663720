"""What the window is handed by the program: everything that is the same whichever report is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from clerkwell.packs import Catalogue, Pack
    from clerkwell.session import Pace
    from clerkwell.session.checking import OwnCheck
    from clerkwell.session.installed import Looked, News
    from clerkwell.session.own_inserts import AuthorsInserts
    from clerkwell.session.shared_drafts import SharedDraft
    from clerkwell.storage import RecoveryFolder
    from clerkwell.system import Settings
    from clerkwell.ui.kit.bridge import WordList
    from clerkwell.ui.start import RecentReports
    from clerkwell.workshop import PackProblem


class PackShelf(Protocol):
    """The packs that can be used, kept up with their folders: see `clerkwell.session.installed`."""

    @property
    def catalogue(self) -> Catalogue:
        """Those that can be used now."""

    @property
    def own(self) -> Path:
        """The folder of the user's own packs."""

    def ahead(self, settings: Settings, *, of_shared: bool = False) -> tuple[Path, ...]:
        """The folders that are searched before the user's own, or before the shared one."""

    def drafts(self, settings: Settings) -> tuple[SharedDraft, ...]:
        """Drafts in the shared folder."""

    def find(self, settings: Settings) -> Catalogue:
        """Look for packs on this computer, after one was put there."""

    def look(self, settings: Settings) -> Looked:
        """What the folders hold now. It may take as long as a network takes: not to be waited for."""

    def take(self, looked: Looked, today: date) -> News:
        """Use what a look found; what is new of it."""

    def no_answer(self) -> News:
        """A look has not come to its end for long: what there is to tell of that."""


class SettingsKeeper(Protocol):
    """The settings in use. `change` keeps them and makes them seen."""

    @property
    def settings(self) -> Settings:
        """As they are now."""

    def change(self, settings: Settings) -> None:
        """Use these from now on. Raises `FileError` where they cannot be kept."""


@dataclass(frozen=True)
class Services:
    """The packs, the settings, the rules, the author's words, the clock, and where unsaved work and recent reports lie.

    `state` is the folder of what the program remembers on this computer.
    `check` makes a check for a report that is opened; it is closed with the report.
    """

    installed: PackShelf
    keeper: SettingsKeeper
    check: Callable[[], OwnCheck]
    words: WordList
    check_pack: Callable[[Pack], tuple[PackProblem, ...]]
    recovery: RecoveryFolder
    recent: RecentReports
    documents: Path
    state: Path
    now: Callable[[], datetime]
    pace: Callable[[Settings], Pace]
    # Gives the author's own wordings; without it they last as long as the window.
    inserts: Callable[[], AuthorsInserts | None] = lambda: None

    @property
    def catalogue(self) -> Catalogue:
        """The packs that can be used now."""
        return self.installed.catalogue

    @property
    def layouts(self) -> tuple[Pack, ...]:
        """The packs that a document which comes in may be in."""
        return self.catalogue.known(self.now().date())
