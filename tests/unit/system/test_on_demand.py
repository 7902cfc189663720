"""Rooms whose parts are loaded when they are asked for."""

import sys
from types import ModuleType

import pytest

from clerkwell.system.on_demand import on_demand


def test_a_name_is_loaded_when_it_is_asked_for_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    room, part = ModuleType("room"), ModuleType("room.part")
    part.__dict__["chair"] = "a chair"
    monkeypatch.setitem(sys.modules, "room", room)
    monkeypatch.setitem(sys.modules, "room.part", part)

    found = on_demand("room", {"chair": "part"})("chair")

    assert found == "a chair"
    assert room.__dict__["chair"] == "a chair"


def test_a_name_that_the_room_does_not_export_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'table'"):
        on_demand("room", {"chair": "part"})("table")


def test_each_room_exports_what_it_says() -> None:
    import clerkwell.rules
    import clerkwell.word.writer

    for room in (clerkwell.rules, clerkwell.word.writer):
        assert all(getattr(room, name) is not None for name in room.__all__)
