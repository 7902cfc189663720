"""What a report as a whole is about: whether it only informs, and which passages are which section's."""

import re
from collections.abc import Iterator
from typing import Final

from clerkwell.model import Report
from clerkwell.packs import outline
from clerkwell.rules.passages import Passage, Reading

_TYPED_NUMBER: Final = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,3}\.)\s+")
INFORMATION: Final = re.compile(r"(?:for\s+|to\s+)?(?:information|noting|note)(?:\s+only)?", re.IGNORECASE)
_DECISION: Final = re.compile(r"(?:for\s+)?(?:decision|approval|determination)", re.IGNORECASE)


def purposes(report: Report) -> tuple[str, ...]:
    """Every purpose that the header gives: its own, and one for each committee; as understood, else as typed."""
    values = [
        report.field("purpose"),
        *(row["purpose"] for row in report.repeats.get("committees", ()) if "purpose" in row),
    ]
    return tuple(each.value if isinstance(each.value, str) else each.text.strip() for each in values if not each.empty)


def only_informs(report: Report) -> bool:
    """Whether the header says that the report is for information, of every committee that takes it."""
    given = purposes(report)
    return bool(given) and all(INFORMATION.fullmatch(each) for each in given)


def decides(purpose: str) -> bool:
    """Whether a purpose is a decision."""
    return _DECISION.fullmatch(purpose) is not None


def section_ids(reading: Reading, section: str, headed: str = "") -> frozenset[str]:
    """The ids of the sections that are about something: the pack's own, and the report's own so headed."""
    found = {section}
    if headed:
        pattern = re.compile(headed, re.IGNORECASE)
        found |= {
            part.id for part in outline(reading.report, reading.pack) if _own(part.id) and pattern.search(part.heading)
        }
    return frozenset(found)


def prose_of(reading: Reading, ids: frozenset[str]) -> Iterator[Passage]:
    """The running text of these sections."""
    return reading.prose_of(ids)


def unnumbered(text: str) -> str:
    """A paragraph without the number that its author typed before it."""
    found = _TYPED_NUMBER.match(text)
    return text[found.end() :] if found else text


def number_typed(text: str) -> int:
    """How many characters of a paragraph are a number that its author typed before it."""
    found = _TYPED_NUMBER.match(text)
    return found.end() if found else 0


def _own(section_id: str) -> bool:
    return section_id.startswith("own-")
