"""The rule about a contact whose address is another person's: left over from the report it was made from."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.proofing.naming.bodies import runs
from clerkwell.proofing.naming.people import people
from clerkwell.rules.passages import Passage, Reading
from clerkwell.rules.rule import Across, Finding, Rule, found

_ADDRESS: Final = re.compile(
    r"(?<![\w.+-])(?P<first>[a-z]{3,})[._](?P<last>[a-z]{3,})@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_ROWS: Final = "authors."


def rules() -> tuple[Rule, ...]:
    """The rules of this subject."""
    return (
        Rule(
            "address-of-another", "warning", "The address beside a contact has another person’s name",
            "Questions go to somebody who does not know the report, or who has left.", Across(_of_another),
            source="The report’s own list of contacts",
        ),
    )  # fmt: skip


def _of_another(reading: Reading) -> Iterator[Finding]:
    rows: dict[int | None, list[Passage]] = {}
    for passage in reading.answers:
        if passage.place.field.startswith(_ROWS):
            rows.setdefault(passage.place.row, []).append(passage)
    for row in rows.values():
        there = [(passage, match) for passage in row for match in _ADDRESS.finditer(passage.text)]
        named = [person for passage in row for person in people(runs(passage.text))]
        if len(there) != 1 or len({(each.first, each.last) for each in named}) != 1:
            continue
        passage, match = there[0]
        first, last = match["first"].casefold(), match["last"].casefold()
        # Only a name that is one for certain: "planning.policy@" is nobody's.
        if not people(runs(f"{first.capitalize()} {last.capitalize()}")):
            continue
        mine = {named[0].first.casefold(), named[0].last.casefold()}
        if mine & {first, last} or _is_named(last, reading):
            continue
        message = f"“{match[0]}” is not the address of {named[0].name}, who is named beside it. Put in the right one."
        yield found(passage, *match.span(), message)


def _is_named(last: str, reading: Reading) -> bool:
    """Whether somebody of that surname is in the report besides."""
    word = re.compile(rf"(?<![\w.@])(?-i:{re.escape(last.capitalize())})(?![\w@])")
    return any(word.search(passage.text) for passage in reading.passages)
