"""A template that comes as one file, opened or dropped: told what it is and what changes, and put into use here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clerkwell.packs import PackError
from clerkwell.session.pack_news import named
from clerkwell.session.rolling_out import RolledOut, RollOutError, errors, load, outranked, roll_out
from clerkwell.storage import from_clerkpack
from clerkwell.system import FileError, make_folder
from clerkwell.ui.kit import Choice, Offer, Question
from clerkwell.ui.shell.incoming_files import read_bytes
from clerkwell.word.ooxml import WordError
from clerkwell.workshop import pack_changes

if TYPE_CHECKING:
    from datetime import date

    from clerkwell.packs import Catalogue
    from clerkwell.packs.pack import Told
    from clerkwell.ui.shell.tools import Tools

# Lines of what changed that a question has room for.
_SHOWN: Final = 7


@dataclass(frozen=True)
class Incoming:
    """A pack that can be used here. `before` is the version in use, `changes` what is otherwise since, in sentences."""

    files: Mapping[str, bytes] = field(repr=False)
    told: Told
    before: str = ""
    changes: tuple[str, ...] = ()


def install(tools: Tools, path: Path) -> None:
    """Read it elsewhere, say what it is, and put it into use on this computer if the user says so."""
    services = tools.services
    catalogue, own, today = services.catalogue, services.installed.own, services.now().date()
    ahead = services.installed.ahead(services.keeper.settings)

    def go_on(found: Incoming | str) -> None:
        if isinstance(found, str):
            tools.messages.notice(found, "bad")
        elif tools.messages.ask(_question(found, today)) == "install":
            job = lambda: _installed(found, own, today, ahead)  # noqa: E731
            tools.work.do(f"Putting “{found.told.title}” on this computer", job, lambda done: _told(tools, done))

    tools.work.do(f"Reading {path.name}", lambda: look(path, catalogue, own, today, ahead), go_on)


def look(path: Path, catalogue: Catalogue, own: Path, today: date, ahead: tuple[Path, ...]) -> Incoming | str:
    """What a file brings; a sentence where it is nothing that can be used here."""
    try:
        files = from_clerkpack(read_bytes(path), path.name)
        pack = load(files)
        if pack.told.state == "archived":
            return f"“{pack.told.title}”, version {pack.told.version}, is archived: no new reports are started in it."
        if found := errors(pack, today):
            return f"{path.name} cannot be used here. Tell who made it: {found[0]}"
        if reason := outranked(pack, make_folder(own), ahead):
            return f"{path.name} was not put on this computer. {reason}"
        before = catalogue.newest(pack.id)
        changes = tuple(each.says for each in pack_changes(before, pack)) if before is not None else ()
    except (PackError, RollOutError, FileError, WordError) as error:
        return str(error)
    return Incoming(files, pack.told, before.told.version if before is not None else "", changes)


def _installed(found: Incoming, own: Path, today: date, ahead: tuple[Path, ...]) -> RolledOut | str:
    try:
        return roll_out(found.files, own, today, ahead, make=True)
    except (RollOutError, FileError) as error:
        return str(error)


def _told(tools: Tools, done: RolledOut | str) -> None:
    if isinstance(done, str):
        tools.messages.notice(done, "bad")
        return
    services = tools.services
    services.installed.find(services.keeper.settings)
    tools.frame.refresh_packs()
    told, today = done.pack.told, services.now().date()
    since = told.effective_from
    later = f", for meetings from {since.day} {since:%B %Y}" if since > today else ""
    # What is for later meetings only is not what a new report gets today.
    start = Offer("&Start a report in it", lambda: tools.start(told.id))
    tools.messages.notice(
        f"“{told.title}” can be used on this computer, in version {told.version}{later}.",
        "good",
        () if later else (start,),
    )


def _question(found: Incoming, today: date) -> Question:
    told = found.told
    since = told.effective_from
    when = f" It is for meetings from {since.day} {since:%B %Y}." if since > today else ""
    draft = " It is marked as a draft: who made it may not have finished." if told.state == "draft" else ""
    return Question(
        "A template",
        f"{named(told)}, version {told.version}, can be put on this computer.{when}{draft}",
        (Choice("install", "&Use it on this computer"), Choice("no", "Cancel")),
        "no",
        _changes(found),
    )


def _changes(found: Incoming) -> str:
    if not found.before:
        return "There is no version of it here yet. Reports that you have begun stay as they are."
    lines = [f"What changes since version {found.before}, which is here now:"]
    lines += [f"•  {each}" for each in found.changes[:_SHOWN]]
    if len(found.changes) > _SHOWN:
        lines.append(f"and {len(found.changes) - _SHOWN} more.")
    return "\n".join((*lines, "", "Reports that you have begun stay as they are until you move them."))
