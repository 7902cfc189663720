"""Ids after titles: readable, free, and short enough."""

import pytest

from clerkwell.workshop.ids import new_id


@pytest.mark.parametrize(
    ("title", "taken", "made"),
    [
        ("Ward members", (), "ward-members"),
        ("Ward members", ("ward-members", "ward-members-2"), "ward-members-3"),
        ("Parks & open spaces", (), "parks-and-open-spaces"),
        ("The council’s café", (), "the-councils-cafe"),
        ("2024–25 outturn", (), "2024-25-outturn"),
        ("A title that goes on for longer than an id may", (), "a-title-that-goes-on-for-longer-than"),
        ("x" * 50, ("x" * 36,), f"{'x' * 32}-2"),
        ("…", (), "part"),
    ],
)
def test_an_id_is_made_of_a_title(title: str, taken: tuple[str, ...], made: str) -> None:
    assert new_id(title, taken) == made
