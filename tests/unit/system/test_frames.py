"""Values handed from process to process arrive whole, or not at all."""

from io import BytesIO

import pytest

from clerkwell.system.frames import get, put


def test_values_arrive_one_by_one() -> None:
    pipe = BytesIO()
    values = [{"a": 1}, None, ("x" * 100_000, b"y")]
    for value in values:
        put(pipe, value)
    pipe.seek(0)
    assert [get(pipe) for _ in values] == values


@pytest.mark.parametrize("left", [0, 3, 8, 20])
def test_the_end_of_the_other_process_is_told(left: int) -> None:
    pipe = BytesIO()
    put(pipe, "x" * 100)
    with pytest.raises(EOFError):
        get(BytesIO(pipe.getvalue()[:left]))
