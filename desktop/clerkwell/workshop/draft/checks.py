"""Which checks a pack switches off or grades otherwise than Clerkwell does: by kind, in words, and the edit."""

from collections.abc import Callable, Mapping
from typing import Final, cast

from clerkwell.packs import Pack
from clerkwell.packs.manifest import Grade
from clerkwell.rules import Rule
from clerkwell.workshop.draft.part import with_part

# What the kinds of checks are called, by the rooms of the rules.
KINDS: Final = {
    "parts": "What a report has to have",
    "law": "Law",
    "sense": "What does not fit together",
    "naming": "Names and abbreviations",
    "language": "Language",
    "access": "For readers who listen or see badly",
}
GRADES: Final[Mapping[Grade, str]] = {"error": "Error", "warning": "Warning", "info": "Note", "off": "Off"}


def by_kind() -> Mapping[str, tuple[Rule, ...]]:
    """Every check there is, by what its kind is called."""
    # Most of what the rules load is only needed here.
    from clerkwell.rules.table import subjects

    return {KINDS[name]: rules for name, rules in subjects().items()}


def grade_of(rule: Rule, pack: Pack) -> Grade:
    """How a check counts in this pack."""
    if rule.england and pack.manifest.pack.nation != "england":
        return "off"
    if rule.locked:
        return rule.severity
    return pack.manifest.rules.grades.get(rule.id, rule.severity)


def why_fixed(rule: Rule, pack: Pack) -> str:
    """Why a pack cannot grade this check otherwise; "" if it can."""
    if rule.england and pack.manifest.pack.nation != "england":
        return "It rests on the law of England, so that it is off in this template."
    if rule.locked:
        return "It cannot be switched off or graded otherwise: what it finds must not reach a published report."
    return ""


def own_grade(rule_id: str) -> Callable[[Pack], str]:
    """What tells the grade that a pack gives a check itself; "" where it leaves it to Clerkwell."""
    return lambda pack: pack.manifest.rules.grades.get(rule_id, "")


def with_grade(rule_id: str, grade: str) -> Callable[[Pack], Pack]:
    """The edit that gives a check this grade; "" leaves it to Clerkwell."""

    def edit(pack: Pack) -> Pack:
        grades = {each: own for each, own in pack.manifest.rules.grades.items() if each != rule_id}
        if grade:
            grades[rule_id] = cast(Grade, grade)
        return with_part(pack, "rules", grades=grades)

    return edit
