"""On from the caret: the rest of its part, then the next parts in their order, round to the first."""

import pytest

from clerkwell.model import Place, Report, SetRows, apply
from clerkwell.ui.problems.walking import Walk
from helpers.building import make_pack, make_report

PACK = make_pack()


def a_report() -> Report:
    report = make_report({"summary": "One.\nTwo.", "background": "Three."}, pack=PACK)
    return apply(SetRows(repeat="committees", rows=({}, {})), report)


REPORT = a_report()
ONE, TWO = (block.id for block in REPORT.blocks("summary"))
(THREE,) = (block.id for block in REPORT.blocks("background"))


def words(section: str, block: str, start: int, end: int | None = None) -> Place:
    return Place(section=section, block=block, start=start, end=start if end is None else end)


NAME = Place(field="committees.name", row=1)
FIRST = words("summary", ONE, 1, 3)
SECOND = words("summary", TWO, 0, 2)
ALL = Place(section="summary")
THIRD = words("background", THREE, 2, 4)
PLACES = (NAME, FIRST, SECOND, ALL, THIRD)


def test_places_come_as_one_reads_a_part_as_a_whole_behind_its_words() -> None:
    walk = Walk(REPORT, PACK)
    assert sorted((THIRD, ALL, SECOND, NAME, FIRST), key=walk.key) == list(PLACES)
    rows = [Place(field=f"committees.{name}", row=row) for row in (0, 1) for name in ("name", "date")]
    assert sorted(reversed(rows), key=walk.key) == rows, "card by card, not question by question"


@pytest.mark.parametrize(
    ("here", "after", "before"),
    [
        (words("summary", ONE, 0), FIRST, NAME),
        (words("summary", ONE, 1), FIRST, NAME),
        (FIRST, SECOND, NAME),
        (words("summary", TWO, 4), ALL, SECOND),
        (Place(section="summary"), FIRST, NAME),
        (Place(section="options"), NAME, THIRD),
        (words("background", THREE, 6), NAME, THIRD),
        (NAME, FIRST, THIRD),
        (Place(field="committees.date", row=0), NAME, THIRD),
    ],
)
def test_it_goes_on_from_the_caret(here: Place, after: Place, before: Place) -> None:
    walk = Walk(REPORT, PACK)
    assert PLACES[walk.next_from(here, PLACES, 1)] == after
    assert PLACES[walk.next_from(here, PLACES, -1)] == before
