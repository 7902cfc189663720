"""Unsaved work as a person meets it: what each piece has that its file has not, and which one to recover."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from clerkwell.comparing import Difference
from clerkwell.session.comparing_reports import Side
from clerkwell.session.recovered import Found, held_against_file
from clerkwell.storage import Snapshot
from clerkwell.ui.kit import QtRunner
from clerkwell.ui.recovery import RecoveryDialog, Told
from clerkwell.ui.shell.services import Services
from clerkwell.ui.versions import ComparisonDialog
from clerkwell.ui.versions.wording import difference_item


def choose(found: tuple[Snapshot, ...], services: Services, parent: QWidget) -> Snapshot | None:
    """Ask which of the unsaved work is to be recovered; what is left counts as left from now on."""
    runner = QtRunner()

    def look(snapshot: Snapshot, then: Callable[[Told], None]) -> None:
        runner.run(
            lambda: held_against_file(services.recovery, snapshot, services.catalogue),
            lambda held: then(_told(held)),
        )

    days = services.keeper.settings.keep_private_days
    dialog = RecoveryDialog(found, services.recovery, look, days, parent)
    dialog.exec()
    runner.stop()
    runner.deleteLater()
    chosen = dialog.chosen
    dialog.deleteLater()
    for snapshot in found:
        if snapshot is not chosen:
            services.recovery.leave(snapshot.id)
    return chosen


def _told(held: Found) -> Told:
    items = tuple(difference_item(each) for each in held.differences)
    sides = held.sides
    if sides is None or not items:
        return Told(held.told, items)
    return Told(held.told, items, lambda over: _show(sides, held.differences, over))


def _show(sides: tuple[Side, Side], differences: tuple[Difference, ...], over: QWidget) -> None:
    dialog = ComparisonDialog(sides[0].name, sides[1].name, differences, None, over)
    dialog.exec()
    dialog.deleteLater()
