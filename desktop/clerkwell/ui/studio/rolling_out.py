"""Putting a template into use: which version, from when, what changed, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QLabel

from clerkwell.model import PackRef
from clerkwell.packs import Pack
from clerkwell.packs.pack import Told
from clerkwell.session.rolling_out import (
    RollOutError,
    as_file,
    correction_after,
    file_name,
    offer_again,
    retire,
    roll_out,
)
from clerkwell.system import FileError, atomic_write
from clerkwell.system.packfolders import shared_folder
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.messages import Choice, Question
from clerkwell.ui.kit.style import GAP_LARGE
from clerkwell.ui.kit.widgets import button, row, title, words
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.forms import DateRow, LineRow
from clerkwell.ui.studio.page import StudioPage
from clerkwell.ui.studio.roll_out_words import (
    PLACES,
    Standing,
    change_items,
    changed,
    detail,
    since_asked,
    standing,
    stands_in_the_way,
    to_shared,
    version_asked,
    where_it_goes,
    with_version,
)
from clerkwell.workshop import PackChange

_LEAD: Final = (
    "Give this version a number and a day, read what changes for authors, and put it where their programs find it. "
    "Reports that have been begun stay in the version they are in until their authors move them."
)

# Letters that a version has room for.
_LETTERS: Final = 24


class RollOutPage(StudioPage):
    """Everything about putting the pack into use, from the top down in the order it is done."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge, "Put it into use", _LEAD)
        self._busy = False
        self._compared: tuple[Pack, Pack] | None = None
        self.version = LineRow(bridge, version_asked(), needed=True)
        self.version.line.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.since = DateRow(bridge, since_asked(), needed=True)
        self.raise_button = button("", self._raise)
        self._raising = row(self.raise_button)
        self.verdict = words()
        self.changes = ChoiceList("What changes for authors")
        self.changes.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.share_button = button("Put it in the &shared folder…", self._share, primary=True, picture="export")
        self.here_button = button("Use it on this &computer", self._use_here)
        self.save_button = button("Save it as one &file…", self._save, picture="save")
        self.where = words(muted=True)
        self.versions = ChoiceList("Versions in use", marked_first=True)
        self.versions.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        self.versions.currentRowChanged.connect(lambda _: self._offer())
        self.none = words("None: it has not been put into use from here yet.", muted=True)
        self.retire_button = button("Stop &offering it…", self._retire)
        for widget in (
            self.version,
            self._raising,
            self.since,
            _part("What changes for authors"),
            self.changes,
            _part("Where it goes"),
            self.verdict,
            FoldingRow(self.share_button, self.here_button, self.save_button),
            self.where,
            _part("Versions in use"),
            self.versions,
            self.none,
            row(self.retire_button),
        ):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._standing = Standing({})
        bridge.checked.connect(self._tell)

    def show_pack(self) -> None:
        """Show the pack as it is now, and look at what is in use."""
        self.version.show_pack()
        self.since.show_pack()
        self._tell_version()
        self._compare()
        self._look()
        self._tell()

    def leave(self) -> None:
        """Take in what is still being typed."""
        self.version.leave()
        self.since.leave()

    # What is shown

    def _in_use(self) -> Told | None:
        """The highest version that programs know: a lower one they would not take."""
        newest = self.bridge.services.catalogue().newest(self.bridge.pack.id)
        found = [told for versions in self._standing.versions.values() for told in versions if told.state != "draft"]
        found += [newest.told] if newest is not None else []
        return max(found, key=lambda told: told.number, default=None)

    def _tell_version(self) -> None:
        used, now = self._in_use(), self.bridge.pack.told.number
        taken = used is not None and used.number >= now
        if used is not None:
            self.raise_button.setText(f"Make it version {correction_after(used.version)}")
        self._raising.setVisible(taken)
        self.version.tell(
            f"Version {used.version} is there already: authors’ programs take only a higher one."
            if taken and used
            else ""
        )

    def _compare(self) -> None:
        if self.bridge.services.catalogue().newest(self.bridge.pack.id) is None:
            self._compared = None
            self.changes.show_items((Item("", "It is new: authors have had no version of it."),))
            return
        pair = self.bridge.before, self.bridge.pack
        if self._compared is not None and all(
            old.files == new.files for old, new in zip(self._compared, pair, strict=True)
        ):
            return
        self._compared = pair
        self.changes.show_items((Item("", "Comparing with the version before…"),))

        def done(found: tuple[PackChange, ...] | str) -> None:
            if self._compared is pair:
                self.changes.show_items(change_items(found))

        self.bridge.runner.run(lambda: changed(*pair), done)

    def _look(self) -> None:
        pack_id, places = self.bridge.pack.id, self._places()
        self.bridge.runner.run(lambda: standing(pack_id, places), self._show_standing)

    def _show_standing(self, found: Standing) -> None:
        marked = self.versions.marked()
        self._standing = found
        items = tuple(
            Item(f"{place} {told.version}", f"Version {told.version}", detail(told), PLACES[place])
            for place, versions in found.versions.items()
            for told in versions
        )
        self.versions.show_items(items)
        self.versions.mark(marked)
        self.versions.setVisible(bool(items))
        self.none.setVisible(not items)
        self._tell_version()
        self._tell()

    def _tell(self) -> None:
        """What can be done now, and why not what cannot."""
        problems, shared = self.bridge.problems, shared_folder(self.bridge.services.settings())
        why = stands_in_the_way(problems)
        ready = not why and not self._busy
        self.verdict.setText(why or "The check finds nothing that keeps it from being used.")
        self.share_button.setEnabled(ready and shared is not None and not self._standing.away)
        self.here_button.setEnabled(ready)
        self.save_button.setEnabled(ready)
        self.where.setText(self._standing.away or where_it_goes(shared))
        self._offer()

    def _marked(self) -> tuple[str, Told] | None:
        place, _, version = self.versions.marked().partition(" ")
        found = (each for each in self._standing.versions.get(place, ()) if each.version == version)
        told = next(found, None)
        return (place, told) if told is not None else None

    def _offer(self) -> None:
        marked = self._marked()
        again = marked is not None and marked[1].state == "archived"
        self.retire_button.setText("&Offer it again" if again else "Stop &offering it…")
        self.retire_button.setVisible(marked is not None and marked[1].state != "draft")
        self.retire_button.setEnabled(not self._busy)

    def _places(self) -> dict[str, Path]:
        services = self.bridge.services
        shared = shared_folder(services.settings())
        return ({"shared": shared} if shared is not None else {}) | {"own": services.in_use.own}

    # What is done

    def _raise(self) -> None:
        used = self._in_use()
        if used is not None:
            version = correction_after(used.version)
            self.bridge.apply(lambda pack: with_version(pack, version), f"Make it version {version}")

    def _share(self) -> None:
        folder, told = shared_folder(self.bridge.services.settings()), self.bridge.pack.told
        if folder is None or not self._typed():
            return
        if self.bridge.messages.ask(to_shared(told, folder)) == "put":
            self._roll_out(folder, of_shared=True)

    def _use_here(self) -> None:
        if self._typed():
            self._roll_out(self.bridge.services.in_use.own, of_shared=False)

    def _roll_out(self, folder: Path, *, of_shared: bool) -> None:
        files, told, today = self.bridge.pack.files, self.bridge.pack.told, date.today()
        ahead = self.bridge.services.in_use.ahead(of_shared)
        where = "in the shared folder" if of_shared else "in use on this computer"
        self._do(
            lambda: roll_out(files, folder, today, ahead, make=not of_shared).path.name,
            lambda name: f"Version {told.version} is {where} now, as {name}.",
        )

    def _save(self) -> None:
        if not self._typed():
            return
        pack, services, today = self.bridge.pack, self.bridge.services, date.today()
        path = self.bridge.files.to_pack(services.documents / file_name(pack))
        if path is None:
            return

        def job() -> str:
            atomic_write(path, as_file(pack.files, today))
            return path.name

        self._do(job, lambda name: f"Saved as {name}. Whoever opens it in Clerkwell is asked whether to use it.")

    def _retire(self) -> None:
        marked = self._marked()
        if marked is None:
            return
        (place, told), folder = marked, self._places()[marked[0]]
        ref = PackRef(id=told.id, version=told.version)
        if told.state == "archived":
            self._do(lambda: offer_again(ref, folder), lambda said: said)
            return
        question = Question(
            "Stop offering a version",
            f"No new reports are started in version {told.version} {PLACES[place].lower()}.",
            (Choice("stop", "&Stop offering it"), Choice("no", "Cancel")),
            "no",
            "Reports that were written in it open and export as before. It can be offered again.",
        )
        if self.bridge.messages.ask(question) == "stop":
            self._do(lambda: retire(ref, folder), lambda said: f"Version {told.version} is offered no more. {said}")

    def _typed(self) -> bool:
        """Take in what is still being typed; whether all of it was in order."""
        return self.version.take() and self.since.take()

    def _do(self, job: Callable[[], str], said: Callable[[str], str]) -> None:
        """Do something in a folder that may be slow, elsewhere, and say what came of it."""

        def work() -> tuple[str, bool]:
            try:
                return said(job()), True
            except (RollOutError, FileError) as error:
                return str(error), False

        def done(result: tuple[str, bool]) -> None:
            self._busy = False
            text, well = result
            if well:
                self.bridge.services.in_use.refresh()
            self.bridge.messages.notice(text, "good" if well else "bad")
            self.show_pack()

        self._busy = True
        self._tell()
        self.bridge.messages.say("One moment…")
        self.bridge.runner.run(work, done)


def _part(text: str) -> QLabel:
    """The heading of a part of the page, with room above it."""
    made = title(text, 1.0)
    made.setContentsMargins(0, GAP_LARGE, 0, 0)
    return made
