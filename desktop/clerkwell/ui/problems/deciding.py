"""What is decided of the chosen problems: set aside with one reason, found still right, or brought back. One step of
undo each, however many they are."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum
from typing import Final

from clerkwell.model import Problem
from clerkwell.session.waiving import bring_all_back, set_all_aside
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.problems.wording import Line

# The rule for words that an earlier report said, which may be right this time too.
CARRIED_OVER: Final = "carried-over"
STILL_RIGHT: Final = "Looked at for this report, and still right."


class Choice(Enum):
    """What can be decided of the chosen lines."""

    NOTHING = ""
    ASIDE = "aside"
    BACK = "back"


def choice(lines: Sequence[Line]) -> Choice:
    """All of them can be set aside, or all brought back; an error neither."""
    if lines and all(line.problem is not None and line.problem.severity != "error" for line in lines):
        return Choice.ASIDE
    if lines and all(line.waiver is not None for line in lines):
        return Choice.BACK
    return Choice.NOTHING


def can_be_still_right(lines: Iterable[Line]) -> bool:
    """Whether all of them are words of an earlier report, of which it is enough to say that they are right."""
    chosen = [line.problem for line in lines]
    return bool(chosen) and all(each is not None and each.rule == CARRIED_OVER for each in chosen)


def aside_text(lines: Sequence[Line]) -> str:
    """What the button says that it does."""
    if choice(lines) is Choice.BACK:
        return "Bring &back" if len(lines) == 1 else f"Bring {len(lines)} &back"
    return "Set &aside…" if len(lines) < 2 else f"Set {len(lines)} &aside…"


def asked_about(lines: Sequence[Line]) -> str:
    """What the dialog that asks for the reason says first."""
    if len(lines) == 1:
        return lines[0].message
    return f"{len(lines)} problems, of which the first is: {lines[0].message}"


def set_aside(lines: Iterable[Line], reason: str, bridge: SessionBridge, when: datetime) -> None:
    """Set them aside, all for one reason."""
    problems = _problems(lines)
    session = bridge.session
    edit = set_all_aside(session.report, problems, reason, bridge.author, when)
    session.apply(edit, _label("Set", problems, "aside"))
    session.recheck()


def take_as_right(lines: Iterable[Line], bridge: SessionBridge, when: datetime) -> None:
    """Record that they were looked at, by whom and when, and are still right."""
    problems = _problems(lines)
    session = bridge.session
    edit = set_all_aside(session.report, problems, STILL_RIGHT, bridge.author, when)
    session.apply(edit, "Still right" if len(problems) == 1 else f"{len(problems)} still right")
    session.recheck()
    which = f"“{problems[0].quote}” is" if len(problems) == 1 else f"{len(problems)} are"
    bridge.tell(f"{which} still right. Undo takes it back.")


def take_back(lines: Iterable[Line], bridge: SessionBridge) -> None:
    """Bring back what was set aside."""
    waivers = [line.waiver for line in lines if line.waiver is not None]
    session = bridge.session
    session.apply(bring_all_back(session.report, waivers), _label("Bring", waivers, "back"))
    session.recheck()


def _problems(lines: Iterable[Line]) -> list[Problem]:
    return [line.problem for line in lines if line.problem is not None]


def _label(verb: str, them: Sequence[object], where: str) -> str:
    return f"{verb} a problem {where}" if len(them) == 1 else f"{verb} {len(them)} problems {where}"
