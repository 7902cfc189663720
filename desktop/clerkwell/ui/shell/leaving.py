"""Coming back to a report: the part, the caret and the panes are as they were left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from clerkwell.model import Place
from clerkwell.session.left_off import LeftOff, LeftOffs, gone
from clerkwell.ui.shell.caret import place_on
from clerkwell.ui.start import RecentReports

if TYPE_CHECKING:
    from clerkwell.ui.shell.desk import Desk
    from clerkwell.ui.shell.opening import Opened


class Leaving:
    """Knows how each report was left, and leaves the desk so again."""

    def __init__(self, kept: LeftOffs, recent: RecentReports) -> None:
        self._kept = kept
        self._recent = recent

    def leave(self, opened: Opened, desk: Desk) -> None:
        """The report is closed: keep how its desk is. Nothing is known of a report without a file."""
        path = opened.session.path
        if path is not None:
            self._kept.keep(path, left_off(desk))

    def part(self, opened: Opened, usual: str) -> str:
        """The part that was shown when the report was left; the usual one where nothing is known of it."""
        path = opened.session.path
        left = self._kept.of(path) if path is not None else None
        return usual if left is None else left.part

    def come_back(self, opened: Opened, desk: Desk) -> None:
        """The report is open: show what was shown when it was left, with the keyboard where it was."""
        path = opened.session.path
        left = self._kept.of(path) if path is not None else None
        if left is not None:
            show_again(left, desk)
        self._forget(opened)

    def _forget(self, opened: Opened) -> None:
        """What was taken off the list of reports is forgotten, and what is gone."""
        paths, listed = self._kept.paths, {each.path for each in self._recent.load()}
        self._kept.forget(each for each in paths if str(each) not in listed)
        if paths:
            opened.runner.run(lambda: gone(paths), self._kept.forget)


def left_off(desk: Desk) -> LeftOff:
    """How the desk is now."""
    preview, pages = desk.previewing, desk.preview.view
    window = preview.window
    return LeftOff(
        part=desk.part,
        place=_caret(place_on(desk.pages.current(), desk.part)),
        guidance=not desk.guidance.isHidden(),
        lists=desk.lists_wanted,
        notes=desk.beside.shows(desk.notes),
        preview="apart" if window is not None else "beside" if preview.is_beside else "",
        zoom=0.0 if pages.fits else pages.zoom,
        window=bytes(window.saveGeometry().toBase64().data()).decode() if window is not None else "",
    )


def show_again(left: LeftOff, desk: Desk) -> None:
    """Make the desk so. What the report has no longer is passed over."""
    desk.guidance.setVisible(left.guidance)
    desk.lists_wanted = left.lists
    if left.notes:
        desk.beside.bring_up(desk.notes)
    if left.zoom > 0:
        desk.preview.view.set_zoom(left.zoom)
    if left.preview == "beside":
        desk.toggle_preview()
    if desk.parts.entry(left.part) is None:
        # Its panes are shown all the same.
        desk.show_part(desk.part)
    elif left.place is not None and left.place != Place(section=left.part):
        desk.show_part(left.part)
        desk.show_place(left.place)
    else:
        desk.enter_part(left.part)
    if left.preview == "apart":
        _show_apart(left, desk)


def _show_apart(left: LeftOff, desk: Desk) -> None:
    """The keyboard stays in the report."""
    desk.previewing.toggle_apart()
    window = desk.previewing.window
    if window is not None:
        if left.window:
            window.restoreGeometry(QByteArray.fromBase64(left.window.encode()))
        desk.window().activateWindow()


def _caret(place: Place | None) -> Place | None:
    """Where a selection ends: a letter typed on coming back is to write over nothing."""
    if place is None or place.end is None:
        return place
    return place.model_copy(update={"start": place.end})
