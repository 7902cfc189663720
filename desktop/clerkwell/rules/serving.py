"""Checking in a process of its own, so that it takes no time from the keys in the window: what that process does.

It reads asks and writes answers until nobody asks any more: the window has ended then, however it did.
"""

import gc
import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from clerkwell.model import Problem, Report
from clerkwell.model.advancing import Advance, advanced
from clerkwell.packs import Pack
from clerkwell.rules.telling import Difference, Teller
from clerkwell.system.crashes import without_words
from clerkwell.system.frames import get, put

if TYPE_CHECKING:
    from clerkwell.rules.engine import Engine
    from clerkwell.rules.rule import Rule
from clerkwell.system.served import deadline, pipes, stand_back

# Seconds that one check may take. One that never ends would else keep the process, and a processor, for good.
LONGEST: Final = 60.0
# Garbage is looked for after so many checks.
_TIDIED: Final = 8


@dataclass(frozen=True)
class Ask:
    """Check the report that this leads to; `pack` and `own_words` only where they are others than before."""

    number: int
    report: Advance
    pack: Pack | None = None
    own_words: frozenset[str] | None = None


@dataclass(frozen=True)
class Answer:
    """What the check of this number found, and what it has for the log: level and words, none of them the report's.

    `failed`: there are no problems, for the check itself failed.
    """

    number: int
    problems: Difference
    logged: tuple[tuple[int, str], ...] = ()
    failed: bool = False


def work() -> int:
    """Be that process: asks come in on the standard input, answers go out on the standard output; the exit code."""
    asks, answers = pipes()
    stand_back()
    with asks, answers, open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, and no path
        serve(asks, answers, nowhere)
    return 0


def serve(asks: BinaryIO, answers: BinaryIO, nowhere: BinaryIO, rules: "tuple[Rule, ...] | None" = None) -> None:
    """Check what is asked for, until nobody asks or listens any more."""
    # Only this process has a use for the rules; the window, which asks, knows this module too.
    from clerkwell.rules.engine import Engine
    from clerkwell.rules.warming import warm

    engine, teller, notes = Engine(rules), Teller(), _Notes()
    # Nobody asks yet, as the window is still being filled. Of a list that cannot be read the check tells itself.
    with suppress(OSError):
        warm()
    # Garbage is looked for between two checks: in the middle of one it costs a tenth of it, and finds next to nothing.
    gc.freeze()
    gc.disable()
    report: Report | None = None
    pack: Pack | None = None
    own_words: frozenset[str] = frozenset()
    log = logging.getLogger("clerkwell")
    log.addHandler(notes)
    try:
        while True:
            ask: Ask = get(asks)
            report, pack = advanced(report, ask.report), ask.pack or pack
            assert pack is not None, "the first ask brings a pack"
            own_words = own_words if ask.own_words is None else ask.own_words
            with deadline(LONGEST, nowhere):
                found = _checked(engine, report, pack, own_words)
            put(answers, Answer(ask.number, teller.difference(found or ()), notes.taken(), failed=found is None))
            if ask.number % _TIDIED == 0:
                gc.collect()
    except (EOFError, OSError):
        return
    finally:
        log.removeHandler(notes)
        gc.enable()


def _checked(engine: "Engine", report: Report, pack: Pack, own_words: frozenset[str]) -> tuple[Problem, ...] | None:
    try:
        return engine.check(report, pack, own_words)
    except Exception:  # the top of this program: the window is told, and this goes on
        logging.getLogger(__name__).exception("the check failed")
        return None


class _Notes(logging.Handler):
    """What is to be logged, kept for the window, whose log it is."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._lines: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it, with where it happened instead of the words that an exception quotes."""
        error = record.exc_info[1] if record.exc_info else None
        where = f"\n{without_words(error)}" if error else ""
        self._lines.append((record.levelno, record.getMessage() + where))

    def taken(self) -> tuple[tuple[int, str], ...]:
        """What was kept since it was last taken."""
        lines, self._lines = self._lines, []
        return tuple(lines)
