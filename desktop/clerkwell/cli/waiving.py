"""`set-aside`, `accept` and `waivers`: what a named person lets stand in a report, and why."""

import argparse
from collections.abc import Iterable, Sequence

from clerkwell.cli.checking import in_words, where
from clerkwell.cli.errors import CommandError
from clerkwell.cli.output import say, say_json
from clerkwell.cli.reports import keep_changed, now, open_report, refuse_newer
from clerkwell.model import Problem, Report, Waiver, apply
from clerkwell.packs import Pack
from clerkwell.rules import catalogue, check
from clerkwell.session.waiving import (
    Decided,
    WaivingError,
    bring_back,
    counting,
    decided,
    refuse,
    set_aside,
    without_waivers,
)
from clerkwell.storage import StoredReport
from clerkwell.system import load_settings


def set_aside_in_file(options: argparse.Namespace) -> int:
    """Set warnings of a report aside, or take that back."""
    return _take_back(options, accepted=False) if options.undo else _decide(options, accepting=False)


def accept_in_file(options: argparse.Namespace) -> int:
    """Accept errors of a report in the name of a person, or take that back."""
    if options.undo:
        return _take_back(options, accepted=True)
    settings = load_settings()
    if not settings.allow_acceptance:
        raise CommandError(f"Errors may not be accepted here{settings.because('allow_acceptance')}; put them right.")
    return _decide(options, accepting=True)


def list_waivers(options: argparse.Namespace) -> int:
    """Print what was set aside and accepted in a report, the oldest first."""
    stored, pack = open_report(options.file)
    listed = decided(stored.report, pack)
    may_accept = load_settings().allow_acceptance
    if options.json:
        say_json({"waivers": [_as_json(each, may_accept=may_accept) for each in listed]})
        return 0
    if not listed:
        say(f"Nothing is set aside or accepted in {options.file}.")
    for each in listed:
        waiver = each.waiver
        word = "Accepted" if waiver.accepted else "Set aside"
        quote = f": “{waiver.quote}”" if waiver.quote else ""
        say(f"{word}: {in_words(waiver.place, stored.report, pack)}: {_title(waiver.rule)}{quote} [{waiver.rule}]")
        say(f"  {waiver.reason} ({waiver.by or 'nobody named'}, {waiver.when:%d/%m/%Y})")
        if each.problem is None:
            say("  It is about nothing that is still there.")
        elif not counting(each, may_accept=may_accept):
            say("  It does not count: the error still stops the final document.")
    return 0


def _decide(options: argparse.Namespace, *, accepting: bool) -> int:
    verb = "accept" if accepting else "set aside"
    reason, by = options.reason.strip(), (options.by or load_settings().author_name).strip()
    if not reason:
        raise CommandError("Say why it can stand: --reason WORDS.")
    if not by:
        raise CommandError(f"Say who {'accepts it' if accepting else 'sets it aside'}: --by NAME.")
    stored, pack = open_report(options.file)
    refuse_newer(options.file, stored)
    report = stored.report
    problems = _chosen(_standing(check(without_waivers(report), pack), options), report, pack, options, verb)
    try:
        for problem in problems:
            refuse(problem, accepting=accepting)
    except WaivingError as error:
        raise CommandError(str(error)) from error
    when = now()
    for problem in problems:
        report = apply(set_aside(report, problem, reason, by, when, accepted=accepting), report)
    _save(options, stored, report)
    for problem in problems:
        word = "Accepted" if accepting else "Set aside"
        say(f"{word} by {by}: {in_words(problem.place, report, pack)}: {problem.message}")
    return 0


def _take_back(options: argparse.Namespace, *, accepted: bool) -> int:
    if options.reason or options.by:
        raise CommandError("Taking it back needs no reason and no name; leave --reason and --by out.")
    stored, pack = open_report(options.file)
    refuse_newer(options.file, stored)
    report = stored.report
    given = [each for each in report.waivers if each.accepted == accepted and _is_meant(each, options)]
    if not given:
        word = "accepted" if accepted else "set aside"
        raise CommandError(
            f"Nothing of the rule {options.rule} is {word} there; “clerkwell waivers {options.file}” lists what is."
        )
    if len(given) > 1 and not options.all:
        _refuse_several(len(given), (_waiver_words(each, report, pack) for each in given))
    for waiver in given:
        report = apply(bring_back(report, waiver), report)
    _save(options, stored, report)
    for waiver in given:
        say(f"Taken back: {_waiver_words(waiver, report, pack)}")
    return 0


def _standing(problems: Iterable[Problem], options: argparse.Namespace) -> list[Problem]:
    return [each for each in problems if _is_meant(each, options)]


def _is_meant(each: Problem | Waiver, options: argparse.Namespace) -> bool:
    return each.rule == options.rule and options.quote in (None, each.quote)


def _chosen(
    problems: list[Problem], report: Report, pack: Pack, options: argparse.Namespace, verb: str
) -> Sequence[Problem]:
    if not problems:
        if options.rule not in {rule.id for rule in catalogue()}:
            raise CommandError(f"There is no rule {options.rule}; “clerkwell rules” lists them.")
        quoted = f" about “{options.quote}”" if options.quote else ""
        raise CommandError(f"{options.file.name} has no problem of the rule {options.rule}{quoted} to {verb}.")
    # Two of the same words in one paragraph are one to a waiver.
    same = {
        (each.quote, each.place and each.place.model_copy(update={"start": None, "end": None})) for each in problems
    }
    if len(same) > 1 and not options.all:
        _refuse_several(len(problems), (f"{in_words(each.place, report, pack)}: {each.message}" for each in problems))
    return problems


def _refuse_several(count: int, lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
    raise CommandError(f"{count} are meant; name one with --quote WORDS, or say --all. Nothing was changed.")


def _save(options: argparse.Namespace, stored: StoredReport, report: Report) -> None:
    keep_changed(options.file, stored, report.model_copy(update={"modified": now()}))


def _waiver_words(waiver: Waiver, report: Report, pack: Pack) -> str:
    quote = f" “{waiver.quote}”" if waiver.quote else ""
    return f"{in_words(waiver.place, report, pack)}: {_title(waiver.rule)}{quote} ({waiver.reason})"


def _title(rule_id: str) -> str:
    return next((rule.title for rule in catalogue() if rule.id == rule_id), rule_id)


def _as_json(each: Decided, *, may_accept: bool) -> dict[str, object]:
    waiver = each.waiver
    return {
        "rule": waiver.rule,
        "kind": "accepted" if waiver.accepted else "set-aside",
        "where": where(waiver.place),
        "quote": waiver.quote,
        "by": waiver.by,
        "reason": waiver.reason,
        "when": waiver.when.isoformat(),
        "message": each.problem.message if each.problem else None,
        "stands": counting(each, may_accept=may_accept),
    }
