"""What the page about putting a template into use says, and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from clerkwell.packs import Pack
from clerkwell.packs.pack import Told
from clerkwell.session.rolling_out import RollOutError, versions_in
from clerkwell.ui.kit.choices import Item
from clerkwell.ui.kit.messages import Choice, Question
from clerkwell.ui.studio.asking import Asked
from clerkwell.word.ooxml import WordError
from clerkwell.workshop import PackChange, PackProblem, pack_changes
from clerkwell.workshop.draft import with_manifest

PLACES: Final = {"shared": "In the shared folder", "own": "On this computer"}
_NUMBER: Final = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")
_STATES: Final = {"draft": "A draft", "active": "In use", "archived": "Not offered any more"}


@dataclass(frozen=True)
class Standing:
    """What there is of a template in the folders that programs look in; `away` says why one cannot be read."""

    versions: Mapping[str, tuple[Told, ...]]
    away: str = ""


def stands_in_the_way(problems: tuple[PackProblem, ...] | None) -> str:
    """What keeps a template from being put into use; "" for nothing."""
    if problems is None:
        return "It is being checked…"
    errors = sum(each.severity == "error" for each in problems)
    if not errors:
        return ""
    what = "1 error is" if errors == 1 else f"{errors} errors are"
    return f"It can be put into use when {what} put right: see “What to put right”."


def where_it_goes(shared: Path | None) -> str:
    """Who gets it from where."""
    if shared is not None:
        return f"The shared folder is {shared}. Programs that are open see it within a minute."
    return (
        "There is no shared folder in the settings, under Folders. The one file can be sent instead: whoever opens it "
        "in Clerkwell is asked whether to use it."
    )


def to_shared(told: Told, folder: Path) -> Question:
    """Whether everybody is to get it."""
    since = told.effective_from
    return Question(
        "Put it in the shared folder",
        f"Version {told.version} of “{told.title}” is put into use for everybody.",
        (Choice("put", "&Put it there"), Choice("no", "Cancel")),
        "no",
        f"Everybody whose Clerkwell looks in {folder} is offered it for meetings from {since.day} {since:%B %Y}. You "
        "can stop offering it at any time.",
    )


def version_asked() -> Asked[str]:
    """The question for the version."""
    return Asked(
        "Version",
        "Three numbers with dots between. Raise the last one for a correction, the first for another layout.",
        lambda pack: pack.manifest.pack.version,
        with_version,
        lambda text: "" if _NUMBER.fullmatch(text) else "A version is three numbers with dots between, such as 1.2.0.",
    )


def since_asked() -> Asked[date | None]:
    """The question for the day from which it holds."""
    return Asked(
        "For meetings from",
        "A report gets the version in date for its meeting. Those to earlier meetings keep the version before.",
        lambda pack: pack.manifest.pack.effective_from,
        _with_since,
    )


def with_version(pack: Pack, version: str) -> Pack:
    """The pack in this version."""
    about = pack.manifest.pack.model_copy(update={"version": version})
    return with_manifest(pack, pack.manifest.model_copy(update={"pack": about}))


def _with_since(pack: Pack, since: date | None) -> Pack:
    about = pack.manifest.pack.model_copy(update={"effective_from": since or pack.told.effective_from})
    return with_manifest(pack, pack.manifest.model_copy(update={"pack": about}))


def changed(before: Pack, now: Pack) -> tuple[PackChange, ...] | str:
    """What is otherwise once it is in use, as it is a draft no more then; a sentence where that cannot be told."""
    used = now.manifest.pack.model_copy(update={"state": "active"})
    try:
        return pack_changes(before, Pack(now.manifest.model_copy(update={"pack": used}), now.files))
    except WordError as error:
        return str(error)


def change_items(found: tuple[PackChange, ...] | str) -> tuple[Item, ...]:
    """What is otherwise, as items of a list under their subjects."""
    if isinstance(found, str):
        return (Item("", found),)
    return tuple(Item(str(at), each.says, group=each.subject) for at, each in enumerate(found)) or (
        Item("", "Nothing."),
    )


def standing(pack_id: str, places: Mapping[str, Path]) -> Standing:
    """Look what there is in these folders; it may take as long as a network takes."""
    found: dict[str, tuple[Told, ...]] = {}
    away = ""
    for place, folder in places.items():
        try:
            found[place] = versions_in(pack_id, folder)
        except RollOutError as error:
            # One's own folder is made with the first pack.
            away = str(error) if place == "shared" else away
    return Standing(found, away)


def detail(told: Told) -> str:
    """A version's state and its days."""
    since, until = told.effective_from, told.effective_to
    to = f" to {until.day} {until:%B %Y}" if until else ""
    return f"{_STATES[told.state]} · for meetings from {since.day} {since:%B %Y}{to}"
