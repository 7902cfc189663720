"""Problems told from one process to another: the same ones arrive, and only new ones go over."""

from hypothesis import given
from hypothesis import strategies as st

from clerkwell.model import FieldValue, Place, Problem, ReplaceWords, SetField
from clerkwell.rules.telling import Teller, heard

PROBLEMS = [
    Problem(
        rule="toy",
        severity="info",
        message=f"Problem {number}.",
        place=Place(section="summary", block=f"b{number}", start=0, end=3),
        fix=ReplaceWords(place=Place(section="summary", block=f"b{number}"), words="x")
        if number % 2
        else SetField(field="subject", value=FieldValue(text="x", value=("a", "b"))),
    )
    for number in range(8)
]
lists = st.lists(st.sampled_from(PROBLEMS), max_size=10)


@given(told=st.lists(lists, max_size=5))
def test_what_is_told_is_what_was_found(told: list[list[Problem]]) -> None:
    teller = Teller()
    known: tuple[Problem, ...] = ()
    for problems in told:
        known = heard(known, teller.difference([each.model_copy() for each in problems]))
        assert list(known) == problems


def test_what_was_told_before_is_not_told_again() -> None:
    teller = Teller()
    before = heard((), teller.difference(PROBLEMS))

    difference = teller.difference([*PROBLEMS[:3], *PROBLEMS[4:]])

    assert difference == ((0, 3), (4, 8))
    assert all(one is other for one, other in zip(heard(before, difference)[:3], before, strict=False))
