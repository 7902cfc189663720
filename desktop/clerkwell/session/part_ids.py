"""What the parts of a report are called that are no sections, and which part a place is in."""

from clerkwell.model import Place

HEADER = "header"
AUTHORS = "authors"
TRAY = "tray"
CHECK = "check"


def part_of(place: Place | None) -> str:
    """The entry that a place belongs to; the check page for the whole report."""
    if place is None:
        return CHECK
    if place.section:
        return place.section
    if place.appendix:
        return "appendices"
    if place.field.startswith(f"{AUTHORS}."):
        return AUTHORS
    return HEADER if place.field else CHECK
