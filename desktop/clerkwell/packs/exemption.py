"""Why a report is kept from the public: the questions that only a report with something withheld is asked.

Local Government Act 1972, Schedule 12A (England): part 1 describes exempt information in paragraphs 1 to 7, and by
paragraph 10 it is exempt only while the public interest in keeping it private outweighs that in disclosing it.
"""

from collections.abc import Collection, Mapping
from typing import Final

from clerkwell.model import Report
from clerkwell.packs.conditions import relevant
from clerkwell.packs.manifest import FieldSpec
from clerkwell.packs.openness import openness
from clerkwell.packs.pack import Pack

# The fields of these ids, in every pack that has them.
PARAGRAPHS: Final = "exempt-paragraphs"
PUBLIC_INTEREST: Final = "public-interest"
_ASKED_WHEN_WITHHELD: Final = frozenset({PARAGRAPHS, PUBLIC_INTEREST})

# Part 1 of the Schedule, in short.
EXEMPT: Final[Mapping[int, str]] = {
    1: "An individual",
    2: "Likely to reveal who an individual is",
    3: "Financial or business affairs",
    4: "Consultations or negotiations about labour relations",
    5: "Legal professional privilege",
    6: "A proposed notice, order or direction",
    7: "Preventing, investigating or prosecuting crime",
}


def is_asked(spec: FieldSpec, report: Report, pack: Pack) -> bool:
    """Whether the form asks a question of this report: why something is withheld only where something is.

    What has been answered is shown in any case: nothing that stands in a report is hidden from its author.
    """
    if not relevant(spec, report):
        return False
    if spec.id not in _ASKED_WHEN_WITHHELD or report.field(spec.id).text.strip():
        return True
    return openness(report, pack) in ("exempt", "part-exempt")


def in_words(paragraphs: Collection[int]) -> str:
    """The reasons as a report names them: "Paragraph 3 (financial or business affairs)"; nothing for none."""
    numbers = sorted(number for number in set(paragraphs) if number in EXEMPT)
    if not numbers:
        return ""
    *others, last = [str(number) for number in numbers]
    named = f"Paragraphs {', '.join(others)} and {last}" if others else f"Paragraph {last}"
    meanings = "; ".join(EXEMPT[number][:1].lower() + EXEMPT[number][1:] for number in numbers)
    return f"{named} ({meanings})"
