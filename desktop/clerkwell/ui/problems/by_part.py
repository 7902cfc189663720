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


class ByPart:
    """The problems of one check, in the order of the report. Which part is being written changes more often than they
    do, and only puts its group first."""

    def __init__(self, problems: Iterable[Problem], report: Report, pack: Pack) -> None:
        where = Whereabouts(report, pack)
        found = sorted(problems, key=lambda problem: where.order(problem.place))
        self._ahead = frozenset(map(id, still_to_do(found, report, pack)))
        self._found = sorted((each for each in found if id(each) not in self._ahead), key=_weight)
        # As they come in the report, whatever they weigh.
        self._found += [each for each in found if id(each) in self._ahead]
        self._lines = {id(each): line_of(each, where) for each in found}
        self._aside = aside_lines(report, pack, where)
        titles = {entry.id: entry.title for entry in entries(report, pack) if entry.id != CHECK}
        # Of the whole report: before its parts where there is something to see to, behind them where it is only told.
        heavy = any(part_of(each.place) == CHECK and each.severity != "info" for each in found)
        self._titles = {CHECK: _WHOLE, **titles} if heavy else {**titles, CHECK: _WHOLE}

    def groups(self, here: str = "") -> tuple[Group, ...]:
        """A group for each part that has problems, the one that is being written (`here`) first.

        What nobody has come to yet elsewhere stands behind them, so that it does not hide what has been written; what
        was set aside comes last.
        """
        titles = self._titles
        if here in titles:
            others = {name: title for name, title in titles.items() if name != here}
            titles = {here: _HERE if here != CHECK else _WHOLE, **others}
        parts: dict[str, list[Problem]] = {name: [] for name in titles}
        later = []
        for problem in self._found:
            part = part_of(problem.place)
            if id(problem) in self._ahead and part != here:
                later.append(problem)
            else:
                parts.setdefault(part, []).append(problem)
        done = [
            Group(f"part:{name}", f"{titles.get(name, 'Another part')}: {self._counted(held)}", self._numbered(held))
            for name, held in parts.items()
            if held
        ]
        if later:
            left = self._numbered(later)
            done.append(Group("to-do", f"Still to do in {parts_in_words(later)}", left, len(left) > FEW))
        if self._aside:
            done.append(Group("set-aside", f"{len(self._aside)} set aside", self._aside))
        return tuple(done)

    def _counted(self, held: list[Problem]) -> str:
        """ "1 error, 2 warnings, 1 to do"."""
        still = sum(id(each) in self._ahead for each in held)
        told = counted(each for each in held if id(each) not in self._ahead)
        return ", ".join(filter(None, (told, f"{still} to do" if still else "")))

    def _numbered(self, held: list[Problem]) -> tuple[Line, ...]:
        lines = ((self._lines[id(each)], id(each) in self._ahead) for each in held)
        return numbered([replace(line, word=TO_DO) if ahead else line for line, ahead in lines])


def by_part(problems: Iterable[Problem], report: Report, pack: Pack, here: str = "") -> tuple[Group, ...]:
    """The groups of these problems."""
    return ByPart(problems, report, pack).groups(here)


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
