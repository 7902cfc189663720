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


def _about(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.about import AboutPage

    return AboutPage(bridge)


def _parts(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.parts.page import PartsPage

    return PartsPage(bridge)


def _lists(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.lists.page import ListsPage

    return ListsPage(bridge)


def _wordings(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.wordings import WordingsPage

    return WordingsPage(bridge)


def _house(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.house import HousePage

    return HousePage(bridge)


def _checks(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.checks import ChecksPage

    return ChecksPage(bridge)


def _outward(bridge: PackBridge) -> StudioPage:
    from clerkwell.ui.studio.outward import OutwardPage

    return OutwardPage(bridge)


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
    PageSpec("about", "About the template", "Its name, version and dates", "info", _about),
    PageSpec("parts", "Questions and sections", "What a report asks and holds", "numbers", _parts),
    PageSpec("lists", "Lists", "Committees and other answers to choose from", "bullets", _lists),
    PageSpec("wordings", "Wordings", "Sentences that authors can put in", "quote", _wordings),
    PageSpec("house", "House style", "Words, dates, sums and sentences", "heading", _house),
    PageSpec("checks", "Checks", "Off, or graded otherwise", "settings", _checks),
    PageSpec("outward", "Dates and files", "Deadlines, names of files, properties", "folder", _outward),
    PageSpec("look", "The Word document", "Its look, before and now", "document", _look),
    PageSpec("marking", "What goes where", "The places in the Word document", "paragraph", _marking),
    PageSpec("check", "What to put right", "Everything that the check finds", "check", _check),
    PageSpec("roll-out", "Put it into use", "Its version, and where it goes", "export", _roll_out),
)
