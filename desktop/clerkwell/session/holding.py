"""Which answers of an earlier check still hold of the report as it is now.

A check takes a moment, and the report goes on. What was found in words that have changed since says nothing about the
words that stand there now: a part that was missing may be written by then, and must not be called missing.
"""

from collections.abc import Iterable

from clerkwell.model import Place, Problem, Report, changes, walk


def holding(problems: Iterable[Problem], checked: Report, now: Report) -> tuple[Problem, ...]:
    """Those of the problems found in `checked` that are about what stands in the report now just as it did."""
    found = tuple(problems)
    if checked is now:
        return found
    what = changes(checked, now)
    if not what.any:
        return found

    def same(place: Place | None) -> bool:
        if place is None:
            return True
        if place.field:
            return checked.field(place.field, place.row) == now.field(place.field, place.row)
        if place.section:
            return place.section not in what.sections or _said(checked, place) == _said(now, place)
        if place.appendix:
            return "appendices" not in what.others or checked.appendix(place.appendix) == now.appendix(place.appendix)
        return True

    return tuple(problem for problem in found if same(problem.place))


def _said(report: Report, place: Place) -> object:
    """What a place is about: its block, or without one the heading and all the words of its section."""
    section = report.section(place.section)
    if section is None:
        return None
    if place.block:
        return next((block for block in walk(section.blocks) if block.id == place.block), None)
    return section.heading, section.blocks
