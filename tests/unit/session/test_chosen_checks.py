"""What the settings leave out of a check, and what they never do."""

from clerkwell.model import Problem, Report, Severity
from clerkwell.packs import Pack
from clerkwell.rules import catalogue
from clerkwell.session.chosen_checks import ChosenChecks, unwanted
from clerkwell.system import Settings
from helpers.building import make_pack, make_report


class Found:
    """A check that finds one problem of each of these rules."""

    def __init__(self, *rules: str, severity: Severity = "warning") -> None:
        self._problems = tuple(Problem(rule=rule, severity=severity, message="It is so.") for rule in rules)
        self.closed = False

    def __call__(self, _report: Report, _pack: Pack, /) -> tuple[Problem, ...]:
        return self._problems

    def close(self) -> None:
        self.closed = True


RULES = ("misspelt", "american-spelling", "doubled-word", "acronym-not-expanded", "weekday-wrong", "exempt-reason")


def told(settings: Settings, found: Found) -> list[str]:
    return [each.rule for each in ChosenChecks(found, lambda: settings)(make_report(), make_pack())]


def test_everything_is_told_unless_somebody_asks_for_less() -> None:
    assert told(Settings(), Found(*RULES)) == list(RULES)


def test_spelling_is_left_out_alone() -> None:
    assert told(Settings(check_spelling=False), Found(*RULES)) == list(RULES[2:])


def test_wording_is_left_out_without_spelling() -> None:
    without = told(Settings(check_wording=False), Found(*RULES))
    assert without == ["misspelt", "american-spelling", "weekday-wrong", "exempt-reason"]


def test_an_error_is_told_whatever_the_settings_say() -> None:
    found = Found(*RULES, severity="error")
    assert told(Settings(check_spelling=False, check_wording=False), found) == list(RULES)


def test_no_rule_that_finds_errors_and_none_about_law_parts_and_sense_is_left_out() -> None:
    left_out = unwanted(Settings(check_spelling=False, check_wording=False))
    assert left_out <= {rule.id for rule in catalogue()}
    assert not {rule.id for rule in catalogue() if rule.severity == "error"} & left_out
    assert not {"weekday-wrong", "exempt-reason", "field-missing", "prompt-left", "alt-file-name"} & left_out


def test_a_changed_setting_holds_from_the_next_check() -> None:
    now = [Settings()]
    check = ChosenChecks(Found(*RULES), lambda: now[0])
    before = check(make_report(), make_pack())
    now[0] = Settings(check_spelling=False)
    assert len(before) - len(check(make_report(), make_pack())) == 2


def test_it_closes_the_check_it_stands_for() -> None:
    found = Found()
    ChosenChecks(found, Settings).close()
    assert found.closed
