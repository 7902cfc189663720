"""What is kept of a list of installed packages."""

from housekeeping.pins import pins
from housekeeping.places import CONSTRAINTS


def test_versions_are_kept_and_addresses_are_not() -> None:
    listing = "pytest==9.1.0\nlxml==6.0.0\nclerkwell @ file:///somewhere\n-e git+ssh://somewhere#egg=clerkwell\n"

    kept = pins(listing)

    assert "lxml==6.0.0" in kept
    assert kept.index("lxml==6.0.0") < kept.index("pytest==9.1.0")
    assert not any("somewhere" in line for line in kept)


def test_the_pins_in_force_are_in_that_form() -> None:
    lines = [line for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]

    assert pins("\n".join(lines)) == lines
