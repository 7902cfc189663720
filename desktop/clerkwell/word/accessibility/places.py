"""A place in a document in a person's words."""

from clerkwell.word.accessibility.facts import Place


def describe(place: Place) -> str:
    """Where it is: `paragraph 12 (“The first words…”)`, `table 2, row 1`, `the header of the first page`."""
    if place.table:
        at = f"table {place.table}" + (f", row {place.row}" if place.row else "")
    elif place.part:
        at = ""
    else:
        at = f"paragraph {place.paragraph}"
    if place.part:
        at = f"{place.part}, {at}" if at else place.part
    if place.box:
        at = f"the text box at {at}"
    return f"{at} (“{place.words}”)" if place.words else at


def count(number: int, one: str, many: str = "") -> str:
    """A count with its noun: `1 comment`, `3 comments`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def first_upper(text: str) -> str:
    """The text with a capital at its beginning, and the rest as it is."""
    return text[:1].upper() + text[1:]
