"""Running the rules over a report, as its pack grades them."""

from collections.abc import Iterable

from clerkwell.model import GRAVITY, Problem, Report, Waiver
from clerkwell.packs import Pack
from clerkwell.rules.giving_way import told_once
from clerkwell.rules.library import Library
from clerkwell.rules.passages import Guide
from clerkwell.rules.positions import Positions
from clerkwell.rules.rule import Each, Rule
from clerkwell.rules.running import PROGRAM_FAULT, EachPassage, Graded, graded

__all__ = ["PROGRAM_FAULT", "Engine", "can_accept", "check", "concerns", "standing_errors"]


class Engine:
    """Checks one report again and again as it is written, and keeps what it knows of what did not change."""

    def __init__(self, rules: tuple[Rule, ...] | None = None) -> None:
        self._rules = _every_rule() if rules is None else rules
        self._library = Library()
        self._pack: Pack | None = None
        self._graded: tuple[Graded, ...] = ()
        self._each = EachPassage(())

    def check(self, report: Report, pack: Pack, own_words: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
        """Every problem of the report without the warnings that were set aside: errors first, then in the order of the
        document.

        A rule that fails is told as a problem of its own, and keeps none of the others from being heard.
        """
        if pack is not self._pack:
            self._pack, self._graded = pack, graded(self._rules, pack)
            self._each = EachPassage(tuple(each for each in self._graded if isinstance(each.rule.find, Each)))
        reading = self._library.read(report, Guide(pack, own_words))
        problems = list(self._each.problems(reading))
        for each in self._graded:
            if not isinstance(each.rule.find, Each):
                problems += each.problems(reading)
        aside = {_concern(waiver) for waiver in report.waivers}
        # One slip is told once, and what was set aside is not told in other words instead.
        once = told_once(problems)
        left = [each for each in once if each.severity == "error" or not aside or _concern(each) not in aside]
        position = Positions(reading)
        left.sort(key=lambda problem: (GRAVITY[problem.severity], *position.of(problem.place)))
        return tuple(left)


def check(report: Report, pack: Pack, own_words: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
    """Every problem of the report, as an `Engine` finds them that has never seen it before."""
    return Engine().check(report, pack, own_words)


def standing_errors(problems: Iterable[Problem], report: Report) -> tuple[Problem, ...]:
    """The errors that keep a final document from being made: those that nobody has accepted."""
    return tuple(
        problem
        for problem in problems
        if problem.severity == "error"
        and not (can_accept(problem) and any(w.accepted and concerns(w, problem) for w in report.waivers))
    )


def can_accept(problem: Problem) -> bool:
    """Whether a named person may accept this error for a final document. Leftover prompts, for one, never."""
    return all(rule.acceptable for rule in _every_rule() if rule.id == problem.rule)


def concerns(waiver: Waiver, problem: Problem) -> bool:
    """Whether a waiver was given for this problem: the same rule at the same part, about the same words."""
    return _concern(waiver) == _concern(problem)


def _every_rule() -> tuple[Rule, ...]:
    # The rules themselves are most of what this room loads, and a window can be up without them.
    from clerkwell.rules.table import catalogue

    return catalogue()


def _concern(told: Waiver | Problem) -> tuple[object, ...]:
    place = told.place
    # A place without its offsets, which move as the author writes on.
    part = None if place is None else (place.field, place.row, place.section, place.appendix, place.block)
    return (told.rule, part, told.quote)
