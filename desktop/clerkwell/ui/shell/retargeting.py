"""Moving the open report to another template: chosen with what would change, done as one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerkwell.packs import Catalogue, Pack
from clerkwell.session.again.moving import moved, new_sections
from clerkwell.session.in_date import better
from clerkwell.session.levels import with_levels
from clerkwell.ui.documents.another_template import AnotherTemplateDialog
from clerkwell.workshop import pack_changes

if TYPE_CHECKING:
    from datetime import date

    from clerkwell.model import Report
    from clerkwell.session import Session
    from clerkwell.ui.shell.tools import Tools

# What a clerk asks first; a list of every style that changed helps nobody who writes a report.
_SUBJECTS = ("About the template", "Header", "Sections", "Lists", "Checking", "Deadlines and files")


def use_another_template(tools: Tools) -> None:
    """Ask which template, and move the report there."""
    opened = tools.frame.opened
    if opened is None:
        return
    session = opened.session
    levels = tools.services.keeper.settings.check_levels
    there = others(session.report, session.pack, tools.services.catalogue, tools.services.now().date())
    dialog = AnotherTemplateDialog(
        session.pack,
        tuple(with_levels(pack, levels) for pack in there),
        lambda pack: what_changes(session, pack),
        tools.frame.widget,
    )
    taken = dialog.exec() == AnotherTemplateDialog.DialogCode.Accepted
    pack = dialog.chosen
    dialog.deleteLater()
    if taken and pack is not None:
        done = moved(session.report, session.pack, pack)
        session.move_to(pack, done.report, "Use another template")
        tools.messages.notice(
            f"The report is in {pack.told.title} now. {' '.join(done.said)}".rstrip() + " Undo takes it back.", "plain"
        )


def others(report: Report, pack: Pack, catalogue: Catalogue, today: date) -> tuple[Pack, ...]:
    """The templates that a report can move to: what is in date for its meeting, then what new reports get."""
    fitting = better(report, pack, catalogue, today)
    found = (*((fitting.pack,) if fitting is not None else ()), *catalogue.offered(today))
    return tuple({each.ref: each for each in found if each.ref != pack.ref}.values())


def what_changes(session: Session, pack: Pack) -> tuple[str, ...]:
    """What becomes of the open report in a template: what goes to the tray, what is new to write, and the rest."""
    done = moved(session.report, session.pack, pack)
    asked = (f"“{title}” is still to be written." for title in new_sections(done.report, session.pack, pack))
    same = session.pack.told.series == pack.told.series
    rest = pack_changes(session.pack, pack) if same else ()
    return (*done.said, *asked, *(each.says for each in rest if each.subject in _SUBJECTS))
