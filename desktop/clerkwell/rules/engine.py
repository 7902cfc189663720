"""Running the rules over a report, as its pack grades them."""

from collections.abc import Iterable

from clerkwell.model import Place, Problem, Report, Waiver
from clerkwell.packs import Pack
from clerkwell.rules.catalogue import catalogue
from clerkwell.rules.rule import Rule

_ORDER = {"error": 0, "warning": 1, "info": 2}


def check(report: Report, pack: Pack) -> tuple[Problem, ...]:
    """Every problem of the report, errors first, without the warnings that were set aside."""
    problems = [problem for rule in catalogue() for problem in _problems(rule, report, pack)]
    problems.sort(key=lambda problem: _ORDER[problem.severity])
    return tuple(problem for problem in problems if not _waived(problem, report.waivers))


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
    return all(rule.acceptable for rule in catalogue() if rule.id == problem.rule)


def concerns(waiver: Waiver, problem: Problem) -> bool:
    """Whether a waiver was given for this problem: the same rule at the same part, about the same words."""
    return (waiver.rule, _part(waiver.place), waiver.quote) == (problem.rule, _part(problem.place), problem.quote)


def _waived(problem: Problem, waivers: tuple[Waiver, ...]) -> bool:
    return problem.severity != "error" and any(concerns(waiver, problem) for waiver in waivers)


def _problems(rule: Rule, report: Report, pack: Pack) -> Iterable[Problem]:
    grade = None if rule.locked else pack.manifest.rules.grades.get(rule.id)
    if grade == "off":
        return
    for finding in rule.find(report, pack):
        yield Problem(
            rule=rule.id,
            severity=grade or finding.severity or rule.severity,
            place=finding.place,
            quote=finding.quote,
            message=finding.message,
            why=rule.why,
            fix=finding.fix,
        )


def _part(place: Place | None) -> tuple[object, ...]:
    """A place without its offsets, which move as the author writes on."""
    return () if place is None else (place.field, place.row, place.section, place.appendix, place.block)
