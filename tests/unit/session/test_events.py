"""Events: every follower hears of everything, in order."""

import pytest

from clerkwell.session import Event


def test_followers_hear_in_the_order_they_came() -> None:
    event: Event[int] = Event()
    heard: list[str] = []
    event.connect(lambda value: heard.append(f"a{value}"))
    event.connect(lambda value: heard.append(f"b{value}"))
    event.emit(1)
    assert heard == ["a1", "b1"]


def test_who_left_hears_no_more_and_may_leave_twice() -> None:
    event: Event[int] = Event()
    heard: list[int] = []
    leave = event.connect(heard.append)
    event.connect(heard.append)
    leave()
    leave()
    event.emit(1)
    assert heard == [1]


def test_what_happens_because_of_a_happening_is_heard_after_it_by_all() -> None:
    event: Event[int] = Event()
    heard: list[str] = []

    def cause(value: int) -> None:
        heard.append(f"a{value}")
        if value < 3:
            event.emit(value + 1)

    event.connect(cause)
    event.connect(lambda value: heard.append(f"b{value}"))
    event.emit(1)
    assert heard == ["a1", "b1", "a2", "b2", "a3", "b3"]


def test_one_who_is_sent_away_by_another_does_not_hear_of_it_any_more() -> None:
    event: Event[int] = Event()
    heard: list[int] = []
    event.connect(lambda value: leave())  # noqa: ARG005 - a follower takes the value
    leave = event.connect(heard.append)
    event.emit(1)
    assert heard == []


def test_a_follower_that_fails_fails_openly_and_the_event_goes_on_working() -> None:
    event: Event[int] = Event()
    heard: list[int] = []

    def fail(value: int) -> None:
        if value == 1:
            event.emit(7)
            raise RuntimeError("a fault")

    event.connect(fail)
    event.connect(heard.append)
    with pytest.raises(RuntimeError):
        event.emit(1)
    event.emit(2)
    assert heard == [2]
