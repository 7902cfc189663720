"""The packs that can be used on this computer, kept up with their folders while the window is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Final

from clerkwell.packs import Catalogue, find_packs
from clerkwell.packs.finding import pack_entries
from clerkwell.system import FileError
from clerkwell.system.packfolders import kept_packs, machine_packs, more_packs, near_folders, own_packs, shared_folder

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from clerkwell.packs import Pack, Remembered
    from clerkwell.packs.packed import Unpack
    from clerkwell.session.shared_drafts import SharedDraft
    from clerkwell.session.shared_packs import SharedLook, SharedPacks
    from clerkwell.system import Folders, Settings

_NO_ANSWER: Final = "The shared folder of templates does not answer, so the templates that are here stay in use."


@dataclass(frozen=True)
class Looked:
    """What a look at the folders came to. `unsettled`: something is being copied there, so look again soon.

    `away` says, in a sentence, that the shared folder is not there, or what else keeps its packs from coming.
    """

    round: int
    catalogue: Catalogue
    unsettled: bool = False
    away: str = ""


@dataclass(frozen=True)
class News:
    """What there is to tell of the packs since they were looked at last.

    `troubles` are about those that cannot be used; the start page names them as long as they are there.
    """

    said: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


class InstalledPacks:
    """Finds packs at the start, without a look at the network, and again when their folders have changed.

    `look` may be called on a thread of its own, one look at a time; the rest on the window's.
    """

    def __init__(
        self,
        places: Folders,
        check: Callable[[Pack], Iterable[str]],
        unpack: Unpack,
        remembered: Remembered | None = None,
    ) -> None:
        self._places = places
        self._check = check
        self._unpack = unpack
        self._remembered = remembered
        self._finding = Lock()
        self._round = 0
        self._shared: SharedPacks | None = None
        self._away = ""
        # How the folders were at the look before, and when packs were last looked for in them.
        self._before = self._found = ""
        self._near = Catalogue(())
        self._catalogue = Catalogue(())

    @property
    def catalogue(self) -> Catalogue:
        """The packs that can be used now."""
        return self._catalogue

    @property
    def own(self) -> Path:
        """The folder of the user's own packs."""
        return own_packs(self._places)

    def ahead(self, settings: Settings, *, of_shared: bool = False) -> tuple[Path, ...]:
        """The folders that are searched before the user's own, or before the shared one, for who puts a pack there."""
        shared = shared_folder(settings)
        later = {self.own} | ({kept_packs(shared, self._places)} if shared and of_shared else set())
        return tuple(each for each in near_folders(settings, self._places) if each not in later)

    def drafts(self, settings: Settings) -> tuple[SharedDraft, ...]:
        """The drafts of templates in the shared folder, as the last look found them."""
        folder = shared_folder(settings)
        if folder is None:
            return ()
        from clerkwell.session.shared_drafts import shared_drafts

        return shared_drafts(self._catalogue, folder, kept_packs(folder, self._places))

    def find(self, settings: Settings) -> Catalogue:
        """Look for packs on this computer, at the start or after one was put there; they are the ones in use now."""
        self._round += 1
        elsewhere = tuple(each for each in self._catalogue.faulty if each not in self._near.faulty)
        near = self._find(settings)
        self._catalogue = replace(near, faulty=(*near.faulty, *elsewhere))
        return self._catalogue

    def look(self, settings: Settings) -> Looked:
        """What the folders hold now, the shared one too: that can take as long as a network takes."""
        begun = self._round
        seen, away = self._look_at_shared(settings)
        now = self._as_they_are(settings)
        still, self._before = now == self._before, now
        moved = now != self._found
        if (moved and still) or (seen is not None and seen.changed):
            self._find(settings)
        near = self._near
        faulty = seen.faulty if seen is not None else ()
        unsettled = (moved and not still) or (seen is not None and seen.unsettled)
        return Looked(begun, replace(near, faulty=(*near.faulty, *faulty)), unsettled, away)

    def take(self, looked: Looked, today: date) -> News:
        """Use what a look found from now on; what is new of it."""
        from clerkwell.session.pack_news import news

        away, self._away = looked.away if looked.away != self._away else "", looked.away
        said: tuple[str, ...] = ()
        troubles: tuple[str, ...] = ()
        before = self._catalogue
        # Whether they are the same packs, not whether they say the same: that would take each out of its file.
        same = looked.catalogue.packs is before.packs and looked.catalogue.faulty == before.faulty
        if looked.round == self._round and not same:
            self._catalogue = looked.catalogue
            said = news(before, looked.catalogue, today)
            troubles = tuple(each for each in looked.catalogue.trouble if each not in before.trouble)
        return News((*said, away) if away else said, troubles)

    def no_answer(self) -> News:
        """The shared folder has not answered for long: what there is to tell of that, once."""
        told, self._away = self._away, _NO_ANSWER
        return News() if told == _NO_ANSWER else News((_NO_ANSWER,))

    def _find(self, settings: Settings) -> Catalogue:
        with self._finding:
            self._found = self._before = self._as_they_are(settings)
            folders = near_folders(settings, self._places)
            self._near = find_packs(folders, self._check, self._remembered, self._unpack)
            return self._near

    def _look_at_shared(self, settings: Settings) -> tuple[SharedLook | None, str]:
        """What the shared folder came to, and what is to be said of it."""
        folder = shared_folder(settings)
        if folder is None:
            self._shared = None
            return None, ""
        from clerkwell.session.shared_packs import SharedPacks

        if self._shared is None or self._shared.shared != folder:
            self._shared = SharedPacks(folder, kept_packs(folder, self._places), self._check)
        shared = self._shared
        try:
            seen = shared.look()
        except FileError as error:
            return None, f"What is new in the shared folder of templates could not be kept here: {error}"
        if seen.reach == "there":
            return seen, ""
        if not shared.has_some:
            return seen, f"The shared folder of templates, {folder}, cannot be reached. Its templates come with it."
        gone = "cannot be reached" if seen.reach == "away" else "is empty"
        return seen, f"The shared folder of templates {gone}, so the templates that it had before stay in use."

    def _as_they_are(self, settings: Settings) -> str:
        """How the folders on this computer are that people put packs in, told without reading any."""
        from clerkwell.session.shared_packs import as_it_is

        folders = (machine_packs(self._places), *more_packs(settings), own_packs(self._places))
        seen = [f"{path} {as_it_is(path)[0]}" for folder in folders for path in pack_entries(folder)]
        return "\n".join((settings.shared_packs, *settings.pack_folders, *seen))
