"""Setting warnings aside and accepting errors, each with a person and a reason, and taking that back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from clerkwell.model import Problem, Report, SetWaivers, Waiver
from clerkwell.packs import Pack
from clerkwell.rules import can_accept, check, concerns


@dataclass(frozen=True)
class Decided:
    """A waiver, and the problem that it is about: none where that has been put right since, or is worded otherwise."""

    waiver: Waiver
    problem: Problem | None


class WaivingError(Exception):
    """A problem cannot be set aside or accepted; the message says why in a sentence."""


def set_aside(
    report: Report, problem: Problem, reason: str, by: str, when: datetime, *, accepted: bool = False
) -> SetWaivers:
    """The edit that sets a problem aside, or accepts it; an older waiver of the same problem makes way."""
    kept = tuple(waiver for waiver in report.waivers if not concerns(waiver, problem))
    fresh = Waiver(
        rule=problem.rule,
        place=problem.place,
        quote=problem.quote,
        by=by.strip(),
        reason=reason.strip(),
        when=when,
        accepted=accepted,
    )
    return SetWaivers(waivers=(*kept, fresh))


def set_all_aside(report: Report, problems: Iterable[Problem], reason: str, by: str, when: datetime) -> SetWaivers:
    """The edit that sets several problems aside for one reason."""
    edit = SetWaivers(waivers=report.waivers)
    for problem in problems:
        so_far = report.model_copy(update={"waivers": edit.waivers})
        edit = set_aside(so_far, problem, reason, by, when)
    return edit


def bring_all_back(report: Report, waivers: Collection[Waiver]) -> SetWaivers:
    """The edit that takes several waivers back."""
    return SetWaivers(waivers=tuple(each for each in report.waivers if each not in waivers))


def bring_back(report: Report, waiver: Waiver) -> SetWaivers:
    """The edit that takes a waiver back."""
    return bring_all_back(report, (waiver,))


def refuse(problem: Problem, *, accepting: bool) -> None:
    """Raise `WaivingError` where a problem cannot be accepted, or cannot be set aside.

    An error stops the final document until a person answers for it; what must never go out is nobody's to accept.
    """
    if not accepting and problem.severity == "error":
        raise WaivingError("An error cannot be set aside: put it right, or accept it with a name and a reason.")
    if accepting and problem.severity != "error":
        word = "warning" if problem.severity == "warning" else "note"
        raise WaivingError(f"This is a {word} and stops no export: set it aside rather than accept it.")
    if accepting and not can_accept(problem):
        raise WaivingError(f"“{problem.rule}” can never be accepted: it would go out with the document. Put it right.")


def without_waivers(report: Report) -> Report:
    """The report as if nobody had set anything aside."""
    return report.model_copy(update={"waivers": ()}) if report.waivers else report


def decided(report: Report, pack: Pack, problems: tuple[Problem, ...] | None = None) -> tuple[Decided, ...]:
    """Every waiver of the report with its problem. `problems` are those of the report without waivers, where known."""
    if not report.waivers:
        return ()
    found = check(without_waivers(report), pack) if problems is None else problems
    by_rule: dict[str, list[Problem]] = {}
    for problem in found:
        by_rule.setdefault(problem.rule, []).append(problem)
    return tuple(
        Decided(waiver, next((each for each in by_rule.get(waiver.rule, ()) if concerns(waiver, each)), None))
        for waiver in report.waivers
    )


def counting(each: Decided, *, may_accept: bool) -> bool:
    """Whether a decision bears on the report as it is now: its problem is still there, and it answers for that."""
    waiver, problem = each.waiver, each.problem
    if problem is None:
        return False
    if problem.severity != "error":
        return True
    return waiver.accepted and may_accept and can_accept(problem) and bool(waiver.by.strip() and waiver.reason.strip())
