"""Running the rules over a report, as its pack grades them."""

import logging
from collections.abc import Iterable, Iterator

from clerkwell.model import Place, Problem, Report, Severity, Waiver
from clerkwell.packs import Pack
from clerkwell.rules.answers import in_report
from clerkwell.rules.catalogue import catalogue
from clerkwell.rules.passages import Guide, Library, Passage, Reading
from clerkwell.rules.rule import Across, Each, Finding, Rule

_log = logging.getLogger(__name__)
_ORDER = {"error": 0, "warning": 1, "info": 2}
# The id under which a fault of the program itself is told.
PROGRAM_FAULT = "program-fault"


class Engine:
    """Checks one report again and again as it is written, and keeps what it knows of what did not change."""

    def __init__(self, rules: tuple[Rule, ...] | None = None) -> None:
        self._rules = catalogue() if rules is None else rules
        self._library = Library()

    def check(self, report: Report, pack: Pack, own_words: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
        """Every problem of the report, errors first, without the warnings that were set aside.

        A rule that fails is told as a problem of its own, and keeps none of the others from being heard.
        """
        reading = self._library.read(report, Guide(pack, own_words))
        problems = [problem for rule in self._rules for problem in _problems(rule, reading)]
        problems.sort(key=lambda problem: _ORDER[problem.severity])
        return tuple(problem for problem in problems if not _waived(problem, report.waivers))


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
    return all(rule.acceptable for rule in catalogue() if rule.id == problem.rule)


def concerns(waiver: Waiver, problem: Problem) -> bool:
    """Whether a waiver was given for this problem: the same rule at the same part, about the same words."""
    return (waiver.rule, _part(waiver.place), waiver.quote) == (problem.rule, _part(problem.place), problem.quote)


def _waived(problem: Problem, waivers: tuple[Waiver, ...]) -> bool:
    return problem.severity != "error" and any(concerns(waiver, problem) for waiver in waivers)


def _problems(rule: Rule, reading: Reading) -> list[Problem]:
    about = reading.pack.manifest
    grade = None if rule.locked else about.rules.grades.get(rule.id)
    if grade == "off" or (rule.england and about.pack.nation != "england"):
        return []
    try:
        return [_problem(rule, finding, grade, reading) for finding in _findings(rule, reading)]
    except Exception:  # one rule's fault must not hide what the others found
        _log.exception("rule %s failed", rule.id)
        message = (
            f"The check “{rule.title}” failed, so look for it yourself. This is a fault of Clerkwell: tell its IT."
        )
        return [Problem(rule=PROGRAM_FAULT, severity="warning", quote=rule.id, message=message, why=rule.why)]


def _problem(rule: Rule, finding: Finding, grade: Severity | None, reading: Reading) -> Problem:
    return Problem(
        rule=rule.id,
        severity=grade or finding.severity or rule.severity,
        place=finding.place,
        quote=finding.quote,
        message=finding.message,
        why=rule.why,
        fix=finding.fix and in_report(finding.fix, reading.report, reading.pack),
    )


def _findings(rule: Rule, reading: Reading) -> Iterator[Finding]:
    match rule.find:
        case Each(look):

            def listed(passage: Passage, guide: Guide) -> tuple[Finding, ...]:
                return tuple(look(passage, guide))

            for passage in reading.passages:
                if look not in passage.kept:
                    passage.kept[look] = listed(passage, reading.guide)
                yield from passage.kept[look]  # type: ignore[misc]  # put there a line above
        case Across(look_across):
            yield from look_across(reading)
        case find:
            yield from find(reading.report, reading.pack)


def _part(place: Place | None) -> tuple[object, ...]:
    """A place without its offsets, which move as the author writes on."""
    return () if place is None else (place.field, place.row, place.section, place.appendix, place.block)
