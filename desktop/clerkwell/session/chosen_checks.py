"""Which checks an author has chosen to be told of: spelling and wording can be left out, and nothing else can."""

from collections.abc import Callable
from typing import Final

from clerkwell.model import Problem, Report
from clerkwell.packs import Pack
from clerkwell.session.checking import OwnCheck
from clerkwell.system import Settings

_SPELLING: Final = frozenset({"misspelt", "american-spelling"})
_WORDING: Final = ("language", "naming")


class ChosenChecks:
    """A check that tells what the settings ask for. They are read each time: a change holds from the next check."""

    def __init__(self, check: OwnCheck, settings: Callable[[], Settings]) -> None:
        self._check = check
        self._settings = settings

    def __call__(self, report: Report, pack: Pack, /) -> tuple[Problem, ...]:
        """What is found, without the advice that nobody asked for."""
        found = self._check(report, pack)
        left_out = unwanted(self._settings())
        if not left_out:
            return found
        return tuple(each for each in found if each.severity == "error" or each.rule not in left_out)

    def close(self) -> None:
        """Close the check."""
        self._check.close()


def unwanted(settings: Settings) -> frozenset[str]:
    """The rules that the settings leave out; errors they find are told all the same."""
    if settings.check_spelling and settings.check_wording:
        return frozenset()
    # The rules are no part of what the start page loads.
    from clerkwell.rules.table import subjects

    wording = frozenset(rule.id for subject in _WORDING for rule in subjects()[subject]) - _SPELLING
    spelling = frozenset[str]() if settings.check_spelling else _SPELLING
    return spelling if settings.check_wording else spelling | wording
