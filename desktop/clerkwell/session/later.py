"""Rooms that the start page does without: each is loaded when it is first asked for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from clerkwell.model import Problem, Report
    from clerkwell.packs import Pack
    from clerkwell.workshop import PackProblem


def check(report: Report, pack: Pack) -> tuple[Problem, ...]:
    """All that the rules find in a report: `clerkwell.rules.check`."""
    from clerkwell.rules import check

    return check(report, pack)


def check_pack(pack: Pack, today: date | None = None, before: Pack | None = None) -> tuple[PackProblem, ...]:
    """All that is wrong with a pack: `clerkwell.workshop.check_pack`."""
    from clerkwell.workshop import check_pack

    return check_pack(pack, today, before)


def usable(pack: Pack) -> tuple[str, ...]:
    """What keeps a pack from being used, in sentences: `clerkwell.workshop.usable`."""
    from clerkwell.workshop import usable

    return usable(pack)


def unpack(data: bytes, name: str) -> Mapping[str, bytes]:
    """The files of the pack in a `.clerkpack`: `clerkwell.storage.from_clerkpack`."""
    from clerkwell.storage import from_clerkpack

    return from_clerkpack(data, name)
