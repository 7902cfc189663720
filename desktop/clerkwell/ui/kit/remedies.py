"""What can be done about a problem, for the menus of every place that shows one."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStyle, QWidgetAction
from shiboken6 import isValid

from clerkwell.model import Edit, EditError, Place, Problem, ReplaceWords
from clerkwell.session.mending import fix_all
from clerkwell.system import FileError
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.mentioning import mention
from clerkwell.ui.kit.style import GAP, GAP_LARGE, GAP_SMALL
from clerkwell.ui.kit.widgets import words

MISSPELT: Final = "misspelt"
PUT_RIGHT: Final = "Put right"
# More suggestions than these are no help to anybody.
_MOST: Final = 5
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST: Final = 40
# Letters across, past which what a menu says of a problem goes on in another line.
_ACROSS: Final = 46


@dataclass(frozen=True)
class Remedy:
    """Something that can be done about a problem: what a menu calls it, and doing it."""

    text: str
    run: Callable[[], None]


def remedies(problem: Problem, bridge: SessionBridge, origin: object | None = None) -> tuple[Remedy, ...]:
    """All that can be done about a problem by changing the report or the dictionary; the likeliest first.

    `origin` is who asks, and so need not be told of the change. Other spellings are among them once they were looked
    up.
    """
    if bridge.session.read_only:
        return ()
    done: list[Remedy] = []
    if problem.fix is not None:
        done.append(Remedy(put_right_text(problem), lambda: put_right(problem, bridge, origin)))
    elif _to_look_up(problem, bridge):
        assert bridge.words is not None, "there is a dictionary to look it up in"
        done += _spellings(problem, bridge.words.suggested(problem.quote) or (), bridge, origin)
    told = mention(problem, bridge.session.report, bridge.patience.last)
    if told is not None:
        text, edit = told
        done.append(Remedy(text, lambda: _mention(edit, bridge, origin)))
    alike = [each for each in bridge.session.problems if each.rule == problem.rule and each.fix is not None]
    if len(alike) > 1:
        done.append(Remedy(f"Put right all {len(alike)} of this kind", lambda: put_all_right(problem.rule, bridge)))
    if problem.rule == MISSPELT and bridge.words is not None:
        done.append(Remedy(f"Add “{problem.quote}” to my words", lambda: _learn(problem.quote, bridge)))
    return tuple(done)


def put_right_text(problem: Problem) -> str:
    """What its fix does, in words for a button: "Change to “separate”", "Take out the second one"."""
    fix = problem.fix
    if isinstance(fix, ReplaceWords) and fix.place == problem.place and _is_word(fix.words) and _is_word(problem.quote):
        return f"Change to “{fix.words}”"
    # Not before there are problems: the rules take longer to load than the window does to open.
    from clerkwell.rules import catalogue

    return next((rule.fix for rule in catalogue() if rule.id == problem.rule and rule.fix), PUT_RIGHT)


def _is_word(text: str) -> bool:
    """Whether it is one word, which says best what it becomes: letters, perhaps with hyphens and apostrophes."""
    return len(text) <= _LONGEST and _WORD.fullmatch(text) is not None


def put_right(problem: Problem, bridge: SessionBridge, origin: object | None = None) -> None:
    """Make a problem's own fix: one step of undo."""
    if problem.fix is not None and _applied(problem.fix, "Put right a problem", bridge, origin):
        bridge.tell("Put right. Undo takes it back.")


def _mention(edit: Edit, bridge: SessionBridge, origin: object | None) -> None:
    if _applied(edit, "Mention the appendix", bridge, origin):
        bridge.tell("The appendix is mentioned. Undo takes it back.")


def put_all_right(rule: str, bridge: SessionBridge) -> None:
    """Make the fixes of all problems of a rule: one step of undo."""
    own = bridge.words.own_words if bridge.words is not None else frozenset()
    made = fix_all(bridge.session, rule, own)
    if made.edit is None:
        bridge.messages.say("There is nothing of this kind left to put right.")
        return
    left = f" {made.left} {'needs' if made.left == 1 else 'need'} a look of your own." if made.left else ""
    bridge.tell(f"Put right: {made.fixed}.{left} Undo takes it back.")
    bridge.session.recheck()


def head_menu(menu: QMenu, said: str) -> None:
    """Put what is wrong over what can be done about it: in lines that wrap, for a menu as wide as a sentence would
    cover the words that it is about."""
    label = words(said, muted=True)
    # In line with the words below, which stand beside the room for an icon.
    left = menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize) + GAP + GAP_SMALL
    label.setContentsMargins(left, GAP_SMALL, GAP_LARGE, GAP_SMALL)
    width = label.fontMetrics().averageCharWidth() * _ACROSS
    label.setFixedSize(width, label.heightForWidth(width))
    head = QWidgetAction(menu)
    head.setDefaultWidget(label)
    # Its text is what is read of it; it is nothing to choose.
    head.setText(said)
    head.setEnabled(False)
    menu.addAction(head)


def fill_menu(menu: QMenu, problem: Problem, bridge: SessionBridge, origin: object | None = None) -> None:
    """Put into a menu what can be done about a problem, and what the check is about.

    Other spellings come into the open menu as soon as they are found: nobody waits for the menu itself.
    """
    if _to_look_up(problem, bridge) and bridge.words is not None and bridge.words.suggested(problem.quote) is None:
        waiting = menu.addAction("Looking for what was meant…")
        waiting.setEnabled(False)
        bridge.look_up(problem.quote, lambda found: _put_spellings(menu, waiting, problem, found, bridge, origin))
    for remedy in remedies(problem, bridge, origin):
        menu.addAction(_action(menu, remedy))
    if bridge.explain is not None:
        explain = bridge.explain
        menu.addAction("Abo&ut this check…").triggered.connect(lambda: explain(problem.rule))


def _to_look_up(problem: Problem, bridge: SessionBridge) -> bool:
    """Whether only the dictionary can say what was meant."""
    if problem.rule != MISSPELT or problem.fix is not None or problem.place is None:
        return False
    return bridge.words is not None and not bridge.session.read_only


def _spellings(problem: Problem, found: tuple[str, ...], bridge: SessionBridge, origin: object | None) -> list[Remedy]:
    assert problem.place is not None, "only words that stand somewhere are changed"
    place = problem.place
    return [Remedy(f"Change to “{word}”", _change(problem, place, word, bridge, origin)) for word in found[:_MOST]]


def _put_spellings(
    menu: QMenu,
    waiting: QAction,
    problem: Problem,
    found: tuple[str, ...],
    bridge: SessionBridge,
    origin: object | None,
) -> None:
    """Put the spellings where the menu says that they are looked for; a menu that was closed meanwhile needs none."""
    if not isValid(menu) or not isValid(waiting):
        return
    for remedy in _spellings(problem, found, bridge, origin):
        menu.insertAction(waiting, _action(menu, remedy))
    if found:
        menu.removeAction(waiting)
    else:
        waiting.setText("The dictionary has no word near it")


def _action(menu: QMenu, remedy: Remedy) -> QAction:
    action = QAction(remedy.text.replace("&", "&&"), menu)
    action.triggered.connect(lambda: remedy.run())
    return action


def _change(
    problem: Problem, place: Place, word: str, bridge: SessionBridge, origin: object | None
) -> Callable[[], None]:
    def change() -> None:
        if _applied(ReplaceWords(place=place, words=word), f"Correct “{problem.quote}”", bridge, origin):
            bridge.tell(f"“{problem.quote}” is now “{word}”. Undo takes it back.")

    return change


def _applied(edit: Edit, label: str, bridge: SessionBridge, origin: object | None) -> bool:
    try:
        bridge.session.apply(edit, label, origin=origin)
    except EditError:
        # The report has moved on since it was checked; the next check lists what is still there.
        bridge.messages.say("That has changed meanwhile. The report is being checked again.")
        return False
    finally:
        bridge.session.recheck()
    return True


def _learn(word: str, bridge: SessionBridge) -> None:
    assert bridge.words is not None, "the remedy is offered only with a list"
    try:
        bridge.words.add(word)
    except FileError as error:
        bridge.messages.notice(f"“{word}” could not be added to your words. {error}", "bad")
        return
    bridge.messages.say(f"“{word}” counts as spelt right from now on.")
    bridge.session.recheck()
