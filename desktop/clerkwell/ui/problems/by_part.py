"""The problems by part: the one the author is in, then the others in their order; in each the errors come first."""

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
_HERE = "In this part"


def by_part(problems: Iterable[Problem], report: Report, pack: Pack, here: str = "") -> tuple[Group, ...]:
    """A group for each part that has problems, the one that is being written (`here`) first.

    What nobody has come to yet elsewhere stands behind them, so that it does not hide what has been written; what was
    set aside comes last.
    """
    where = Whereabouts(report, pack)
    found = sorted(problems, key=lambda problem: where.order(problem.place))
    ahead = still_to_do(found, report, pack)
    mine = [each for each in ahead if part_of(each.place) == here]
    ahead = tuple(each for each in ahead if each not in mine)
    graded = sorted((each for each in found if each not in ahead), key=_weight)
    titles = {entry.id: entry.title for entry in entries(report, pack) if entry.id != CHECK}
    # Of the whole report: before its parts where there is something to see to, behind them where it is only told.
    heavy = any(part_of(each.place) == CHECK and each.severity != "info" for each in graded)
    titles = {CHECK: _WHOLE, **titles} if heavy else {**titles, CHECK: _WHOLE}
    if here in titles:
        titles = {here: _HERE if here != CHECK else _WHOLE, **{k: v for k, v in titles.items() if k != here}}
    parts: dict[str, list[Problem]] = {name: [] for name in titles}
    for problem in graded:
        parts.setdefault(part_of(problem.place), []).append(problem)
    done = [
        Group(f"part:{name}", f"{titles.get(name, 'Another part')}: {counted(held, mine)}", _lines(held, where, mine))
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


def counted(problems: Iterable[Problem], ahead: Iterable[Problem] = ()) -> str:
    """ "1 error, 2 warnings"; of those `ahead`, that they are to do."""
    left = tuple(ahead)
    held = tuple(problems)
    counts = Counter(problem.severity for problem in held if problem not in left)
    told = [
        f"{counts[severity]} {word.lower()}{'' if counts[severity] == 1 else 's'}"
        for severity, word in SEVERITIES.items()
        if counts[severity]
    ]
    still = sum(problem in left for problem in held)
    return ", ".join([*told, *([f"{still} to do"] if still else [])])


def _weight(problem: Problem) -> int:
    return tuple(SEVERITIES).index(problem.severity)


def _lines(problems: list[Problem], where: Whereabouts, ahead: list[Problem]) -> tuple[Line, ...]:
    lines = [line_of(problem, where) for problem in problems]
    to_do = (replace(line, word=TO_DO) if line.problem in ahead else line for line in lines)
    return numbered(list(to_do))
