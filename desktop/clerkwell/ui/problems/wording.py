"""What the list says about problems, worked out from the values alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clerkwell.model import Place, Problem, ReplaceWords, Report, Severity, Waiver
from clerkwell.packs import Pack
from clerkwell.session.days import by_and_on
from clerkwell.session.parts import part_of
from clerkwell.session.todo import still_to_do
from clerkwell.session.whereabouts import Whereabouts
from clerkwell.ui.kit.remedies import MISSPELT

if TYPE_CHECKING:
    from clerkwell.rules import Rule

SEVERITIES: Mapping[Severity, str] = {"error": "Error", "warning": "Warning", "info": "Note"}
TO_DO = "To do"
# More lines than these of what is still to do, or of notes, would push everything else out of sight.
FEW = 4
# So many of one kind are easier to go through under a heading of their own.
_MANY = 4
# Letters of words that can be shown beside what they become.
_SHORT = 40


@dataclass(frozen=True)
class Line:
    """One line of the list: a problem, or a waiver of one that was set aside.

    `key` tells it from its neighbours over refreshes: the same rule about the same words of the same part. `brief` is
    all that is shown where many of its kind stand under one heading.
    """

    key: tuple[object, ...]
    word: str
    message: str
    where: str
    why: str
    place: Place | None
    problem: Problem | None = None
    waiver: Waiver | None = None
    brief: str = ""

    def spoken(self) -> str:
        """The whole line as a screen reader says it."""
        return f"{self.word}: {self.message} {self.where}."


@dataclass(frozen=True)
class Group:
    """A group of lines under its heading. `id` is a severity, "to-do" or "set-aside"; of the lines of one kind that
    have a heading of their own, the severity and the rule.

    `fold` says that it is better left folded until somebody asks for it.
    """

    id: str
    heading: str
    lines: tuple[Line, ...]
    fold: bool = False


def listed(problems: Iterable[Problem], report: Report, pack: Pack) -> tuple[Group, ...]:
    """The groups to show, errors first, in each the order of the report; groups without lines are left out.

    What nobody has come to yet stands apart from the errors in what has been written, and so do warnings and notes of
    a kind that comes again and again: they are gone through one after the other.
    """
    where = Whereabouts(report, pack)
    found = sorted(problems, key=lambda problem: where.order(problem.place))
    ahead = still_to_do(found, report, pack)
    done = []
    for severity in SEVERITIES:
        graded = [each for each in found if each.severity == severity and each not in ahead]
        often = _often(graded) if severity != "error" else ()
        lines = numbered([line_of(each, where) for each in graded if each.rule not in often])
        if lines:
            folded = severity == "info" and len(graded) > FEW
            done.append(Group(severity, heading(severity, len(lines)), lines, folded))
        for rule in often:
            alike = numbered([_in_brief(line_of(each, where)) for each in graded if each.rule == rule])
            told = f"{heading(severity, len(alike), brief=True)}: {_title(rule)}"
            done.append(Group(f"{severity}:{rule}", told, alike, severity == "info"))
        if severity == "error" and ahead:
            left = numbered([replace(line_of(each, where), word=TO_DO) for each in ahead])
            done.append(Group("to-do", f"Still to do in {parts_in_words(ahead)}", left, len(left) > FEW))
    aside = aside_lines(report, pack, where)
    if aside:
        done.append(Group("set-aside", f"{len(aside)} set aside", aside))
    return tuple(done)


def aside_lines(report: Report, pack: Pack, where: Whereabouts | None = None) -> tuple[Line, ...]:
    """What was accepted or set aside: a line for each waiver of the report, in their order."""
    known = where or Whereabouts(report, pack)
    return numbered([_aside(waiver, known) for waiver in report.waivers])


def heading(severity: Severity, count: int, *, brief: bool = False) -> str:
    """What stands over a group: "3 errors stop the final export"; where it is `brief`, only how many there are."""
    one = count == 1
    match severity:
        case "error":
            return f"{count} {'error stops' if one else 'errors stop'} the final export"
        case "warning":
            return f"{count} {'warning' if one else 'warnings'}{'' if brief else ' to look at'}"
        case _:
            return f"{count} {'note' if one else 'notes'}"


def summary(problems: Iterable[Problem], ahead: Iterable[Problem] = ()) -> str:
    """How things stand, in a sentence or two. `ahead` are those of the problems that are only still to do."""
    left = tuple(ahead)
    counts = {severity: 0 for severity in SEVERITIES}
    for problem in problems:
        if problem not in left:
            counts[problem.severity] += 1
    told = [
        f"{count} {SEVERITIES[severity].lower()}{'' if count == 1 else 's'}"
        for severity, count in counts.items()
        if count
    ]
    found = f"{', '.join(told[:-1])}{' and ' if len(told) > 1 else ''}{told[-1]}." if told else ""
    if not left:
        return found or "No problems were found."
    return f"{found or 'No problems so far.'} {to_do(left)}."


def to_do(ahead: Iterable[Problem], one: str = "is", more: str = "are") -> str:
    """What nobody has come to yet: "3 parts are still to do"."""
    left = tuple(ahead)
    return f"{parts_in_words(left)} {one if _count(left) == 1 else more} still to do"


def parts_in_words(problems: Iterable[Problem]) -> str:
    count = _count(problems)
    return f"{count} part{'' if count == 1 else 's'}"


def _count(problems: Iterable[Problem]) -> int:
    return len({part_of(problem.place) for problem in problems})


def _often(problems: list[Problem]) -> tuple[str, ...]:
    """The rules that found many of these problems, in the order of the catalogue: it is the same after each check."""
    times = Counter(each.rule for each in problems)
    many = {rule for rule, count in times.items() if count >= _MANY}
    # One kind that is all there is needs no heading beside that of its weight.
    if len(times) == 1:
        return ()
    return tuple(rule.id for rule in _rules() if rule.id in many)


def line_of(problem: Problem, where: Whereabouts) -> Line:
    place = problem.place
    part = (place.field, place.row, place.section, place.appendix, place.block) if place else ()
    return Line(
        key=(problem.rule, *part, problem.quote),
        word=SEVERITIES[problem.severity],
        message=problem.message,
        where=where.words(place, problem.message),
        why=problem.why,
        place=place,
        problem=problem,
    )


def is_at(line: Line, place: Place) -> bool:
    """Whether a problem is with the question that a place is, or with the words that the caret is in or touches."""
    its = line.place
    if its is None or line.problem is None:
        return False
    if place.field or its.field:
        return (its.field, its.row) == (place.field, place.row)
    if not place.block or (its.section, its.appendix, its.block) != (place.section, place.appendix, place.block):
        return False
    if its.start is None or place.start is None:
        return True
    return its.path == place.path and its.start <= (place.end or 0) and place.start <= (its.end or 0)


def _in_brief(line: Line) -> Line:
    """A line under a heading that says what is wrong already: only the words, and what they become."""
    problem = line.problem
    if problem is None or not problem.quote or len(problem.quote) > _SHORT:
        return line
    if problem.fix is None and problem.rule == MISSPELT:
        return replace(line, brief=f"“{problem.quote}”")
    becomes = _becomes(problem)
    return replace(line, brief=f"“{problem.quote}” → “{becomes}”") if 0 < len(becomes) <= _SHORT else line


def _becomes(problem: Problem) -> str:
    """What the words at fault read once they are put right: the fix may change only some of them, as the space of
    "end ."; "" where that cannot be told."""
    place, fix = problem.place, problem.fix
    if not isinstance(fix, ReplaceWords) or place is None:
        return ""
    if fix.place == place:
        return fix.words
    at, start, end = place.start, fix.place.start, fix.place.end
    if at is None or start is None or end is None or not at <= start <= end <= at + len(problem.quote):
        return ""
    return f"{problem.quote[: start - at]}{fix.words}{problem.quote[end - at :]}"


def _aside(waiver: Waiver, where: Whereabouts) -> Line:
    quote = f": “{waiver.quote}”" if waiver.quote else ""
    did = "Accepted" if waiver.accepted else "Set aside"
    return Line(
        key=("set-aside", waiver.rule, waiver.place, waiver.quote),
        word=did,
        message=f"{_title(waiver.rule)}{quote}",
        where=where.words(waiver.place),
        why=f"{_stopped(f'Because: {waiver.reason}')} {did}{by_and_on(waiver.by, waiver.when)}.",
        place=waiver.place,
        waiver=waiver,
    )


def numbered(lines: list[Line]) -> tuple[Line, ...]:
    """Lines with one key are told apart by their order."""
    seen: dict[tuple[object, ...], int] = {}
    done = []
    for line in lines:
        count = seen[line.key] = seen.get(line.key, 0) + 1
        done.append(line if count == 1 else replace(line, key=(*line.key, count)))
    return tuple(done)


def _title(rule_id: str) -> str:
    return next((rule.title for rule in _rules() if rule.id == rule_id), rule_id.replace("-", " ").capitalize())


def _rules() -> "tuple[Rule, ...]":
    # Not before there are problems: the rules take longer to load than the window does to open.
    from clerkwell.rules import catalogue

    return catalogue()


def _stopped(text: str) -> str:
    """A sentence with its stop, whether somebody typed one or not."""
    return text if text.rstrip("”’\"')")[-1:] in (".", "!", "?", "…") else f"{text}."
