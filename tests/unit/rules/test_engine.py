"""Grades, waivers and acceptances."""

from datetime import UTC, datetime

from clerkwell.model import Problem, Report, Waiver
from clerkwell.rules import can_accept, catalogue, check, standing_errors
from helpers.building import MANIFEST, make_pack, make_report

WHEN = datetime(2026, 9, 7, tzinfo=UTC)


def graded(text: str) -> list[Problem]:
    pack = make_pack(f"{MANIFEST}\n[rules.grades]\n{text}")
    return list(check(make_report({"background": "[Insert text]"}, pack=pack), pack))


def waiver_for(problem: Problem, accepted: bool) -> Waiver:
    return Waiver(
        rule=problem.rule, place=problem.place, quote=problem.quote, reason="Agreed", when=WHEN, accepted=accepted
    )


def waived(report: Report, *waivers: Waiver) -> Report:
    return report.model_copy(update={"waivers": waivers})


def test_rule_ids_are_unique_and_every_rule_says_why() -> None:
    ids = [rule.id for rule in catalogue()]
    assert len(ids) == len(set(ids))
    assert all(rule.why and rule.title for rule in catalogue())


def test_errors_come_first() -> None:
    severities = [problem.severity for problem in graded("")]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)


def test_a_pack_can_switch_a_rule_off_or_grade_it_otherwise() -> None:
    assert "section-missing" in {problem.rule for problem in graded("")}
    assert "section-missing" not in {problem.rule for problem in graded('section-missing = "off"')}
    regraded = [problem for problem in graded('section-missing = "info"') if problem.rule == "section-missing"]
    assert {problem.severity for problem in regraded} == {"info"}


def test_a_locked_rule_stays_as_it_is() -> None:
    assert "prompt-left" in {problem.rule for problem in graded('prompt-left = "off"')}


def test_a_warning_that_was_set_aside_is_not_shown_and_an_error_still_is() -> None:
    pack = make_pack()
    report = make_report({"summary": "Words.", "financial": "N/A"}, pack=pack)
    for problem in check(report, pack):
        left = check(waived(report, waiver_for(problem, accepted=False)), pack)
        assert (problem in left) == (problem.severity == "error")


def test_an_accepted_error_no_longer_keeps_the_final_from_being_made() -> None:
    pack = make_pack()
    report = make_report({"financial": "Words."}, pack=pack)
    problems = check(report, pack)
    waivers = [waiver_for(problem, accepted=True) for problem in problems]
    assert standing_errors(problems, report)
    assert not standing_errors(check(waived(report, *waivers), pack), waived(report, *waivers))


def test_a_leftover_prompt_can_never_be_accepted() -> None:
    pack = make_pack()
    report = make_report({"background": "[Insert text]"}, pack=pack)
    waivers = [waiver_for(problem, accepted=True) for problem in check(report, pack)]
    (left,) = standing_errors(check(report, pack), waived(report, *waivers))
    assert left.rule == "prompt-left"
    assert not can_accept(left)
