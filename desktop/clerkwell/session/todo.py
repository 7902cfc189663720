"""What is still to do in a report that is being written: problems only because nobody has come to them yet.

They stop the final export like any error. But a list that holds them against an author who has just begun hides the
few that are about what has been written.
"""

from collections.abc import Iterable

from clerkwell.model import Place, Problem, Report
from clerkwell.packs import FieldSpec, Pack
from clerkwell.session.part_ids import part_of

_Key = tuple[int, int, int]
# Put into a new report from the author's own details: that they stand there does not say that anybody came so far.
_SIGNED = frozenset({"report-author", "author"})
# Filled in with what a question before it was answered with, which says no more of how far anybody came.
_FOLLOWS = {"purpose": "committees.purpose"}


def still_to_do(problems: Iterable[Problem], report: Report, pack: Pack) -> tuple[Problem, ...]:
    """Those of the problems that are about what has not been begun: sections that are missing, in whatever order the
    author writes them, and questions that stand after the last one answered. A question passed over is not among
    them."""
    order = _Order(report, pack)
    return tuple(problem for problem in problems if _is_to_do(problem, order))


def _is_to_do(problem: Problem, order: "_Order") -> bool:
    place = problem.place
    if place is None:
        return False
    if problem.rule == "background-papers-missing":
        # Only a warning, but of the same kind: a list that has not been begun.
        return True
    if problem.severity != "error":
        return False
    if problem.rule == "section-missing":
        return True
    return problem.rule == "field-missing" and order.is_ahead(part_of(place), place.field, place.row)


class _Order:
    """The questions in the order of the form, and how far the answers have come in each part."""

    def __init__(self, report: Report, pack: Pack) -> None:
        self._at = {spec.id: at for at, spec in enumerate(pack.manifest.field)}
        self._owners: dict[str, int] = {}
        for name, at in self._at.items():
            self._owners.setdefault(name.partition(".")[0], at)
        self._reached: dict[str, _Key] = {}
        for spec in pack.manifest.field:
            for row, text in _answers(spec, report):
                if text.strip() and text not in (spec.default, *_before(spec, report)) and spec.id not in _SIGNED:
                    part, key = part_of(Place(field=spec.id)), self._key(spec.id, row)
                    self._reached[part] = max(key, self._reached.get(part, key))

    def is_ahead(self, part: str, field: str, row: int | None) -> bool:
        """Whether nothing from this question on has been answered."""
        reached = self._reached.get(part)
        return reached is None or self._key(field, row or 0) > reached

    def _key(self, field: str, row: int) -> _Key:
        """Where it stands: a card for each row, where the repeat's first question is."""
        at = self._at.get(field, -1)
        return self._owners.get(field.partition(".")[0], -1), row, at


def _before(spec: FieldSpec, report: Report) -> list[str]:
    """What the question that this one follows from was answered with."""
    field = _FOLLOWS.get(spec.id, "")
    repeat = field.partition(".")[0]
    return [report.field(field, row).text for row in range(len(report.repeats.get(repeat, ())))] if field else []


def _answers(spec: FieldSpec, report: Report) -> list[tuple[int, str]]:
    repeat, dot, _ = spec.id.partition(".")
    if not dot:
        return [(0, report.field(spec.id).text)]
    return [(row, report.field(spec.id, row).text) for row in range(len(report.repeats.get(repeat, ())))]
