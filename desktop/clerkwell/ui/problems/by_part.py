"""The problems by part: in the order of the document, and in each part what stops the final export first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.session.parts import CHECK, entries, part_of
from clerkwell.session.todo import still_to_do
from clerkwell.session.whereabouts import Whereabouts
from clerkwell.ui.problems.wording import (
    FEW,
    SEVERITIES,
    TO_DO,
    Group,
    Line,
    aside_lines,
    line_of,
    numbered,
    parts_in_words,
)

_WHOLE = "The whole report"


def by_part(problems: Iterable[Problem], report: Report, pack: Pack) -> tuple[Group, ...]:
    """A group for each part that has problems. What nobody has come to yet stands behind them, so that it does not
    hide what has been written; what was set aside comes last."""
    where = Whereabouts(report, pack)
    found = sorted(problems, key=lambda problem: where.order(problem.place))
    ahead = still_to_do(found, report, pack)
    graded = sorted((each for each in found if each not in ahead), key=_weight)
    titles = {CHECK: _WHOLE, **{entry.id: entry.title for entry in entries(report, pack) if entry.id != CHECK}}
    parts: dict[str, list[Problem]] = {name: [] for name in titles}
    for problem in graded:
        parts.setdefault(part_of(problem.place), []).append(problem)
    done = [
        Group(f"part:{name}", f"{titles.get(name, 'Another part')}: {counted(held)}", _lines(held, where))
        for name, held in parts.items()
        if held
    ]
    if ahead:
        left = numbered([replace(line_of(each, where), word=TO_DO) for each in ahead])
        done.append(Group("to-do", f"Still to do in {parts_in_words(ahead)}", left, len(left) > FEW))
    aside = aside_lines(report, pack, where)
    if aside:
        done.append(Group("set-aside", f"{len(aside)} set aside", aside))
    return tuple(done)


def counted(problems: Iterable[Problem]) -> str:
    """ "1 error, 2 warnings"."""
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(
        f"{counts[severity]} {word.lower()}{'' if counts[severity] == 1 else 's'}"
        for severity, word in SEVERITIES.items()
        if counts[severity]
    )


def _weight(problem: Problem) -> int:
    return tuple(SEVERITIES).index(problem.severity)


def _lines(problems: list[Problem], where: Whereabouts) -> tuple[Line, ...]:
    return numbered([line_of(problem, where) for problem in problems])
