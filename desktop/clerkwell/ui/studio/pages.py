"""The pages of the template workshop, in the order of its list. Each is loaded when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerkwell.ui.studio.bridge import PackBridge
    from clerkwell.ui.studio.page import StudioPage


@dataclass(frozen=True)
class PageSpec:
    """A page: its title in the list, what it is for in a few words, its icon and its help page."""

    id: str
    title: str
    detail: str
    picture: str
    make: Callable[[PackBridge], StudioPage]
    help: str = "maintaining"


def _lists(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.lists.page import ListsPage

    return ListsPage(bridge)


def _look(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.look import LookPage

    return LookPage(bridge)


def _marking(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.marking import MarkingPage

    return MarkingPage(bridge)


def _check(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.findings import FindingsPage

    return FindingsPage(bridge)


def _roll_out(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.rolling_out import RollOutPage

    return RollOutPage(bridge)


PAGES = (
    PageSpec("look", "The Word document", "Its look, before and now", "document", _look),
    PageSpec("marking", "What goes where", "The places in the Word document", "paragraph", _marking),
    PageSpec("check", "What to put right", "Everything that the check finds", "check", _check),
    PageSpec("lists", "Lists", "Committees and other answers to choose from", "bullets", _lists),
    PageSpec("roll-out", "Put it into use", "Its version, and where it goes", "export", _roll_out),
)
