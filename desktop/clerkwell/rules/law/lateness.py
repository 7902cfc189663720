"""Whether a report is late for its meeting: asked with a day, as no rule knows of a today."""

from collections.abc import Iterable
from datetime import date

from clerkwell.model import GRAVITY, Problem, Report
from clerkwell.model.days import in_words
from clerkwell.packs import Pack, deadline
from clerkwell.rules.engine import concerns
from clerkwell.rules.law.deadline import DEADLINE, WHY, which, whole


def late(report: Report, pack: Pack, today: date) -> Problem | None:
    """That a report which is not yet published on this day has missed its deadline; nothing once the meeting has been.

    A warning, or as the pack grades `publication-deadline`.
    """
    grade = pack.manifest.rules.grades.get(DEADLINE)
    found = deadline(report, pack)
    if grade == "off" or found is None or not found.last_day < today <= found.meeting.day:
        return None
    return Problem(
        rule=DEADLINE,
        severity=grade or "warning",
        place=whole(found.meeting),
        quote=found.meeting.words,
        message=f"{which(found, report, pack)} The last day to publish the report was {in_words(found.last_day)}. "
        "Ask the clerk whether it can be taken as urgent, or goes to a later meeting.",
        why=WHY,
    )


def with_lateness(problems: Iterable[Problem], report: Report, pack: Pack, today: date) -> tuple[Problem, ...]:
    """A report's problems as they are on a day: what said the last day for publication says that it has gone by."""
    problem = late(report, pack, today)
    if problem is None:
        return tuple(problems)
    told = [each for each in problems if each.rule != DEADLINE]
    if not any(concerns(waiver, problem) for waiver in report.waivers):
        told.append(problem)
    return tuple(sorted(told, key=lambda each: GRAVITY[each.severity]))
