"""What new parts of a pack go by inside the program: an id that nothing else has, made of the words of a title."""

from typing import Final

from clerkwell.packs import LEAD_IN, OTHER, Manifest
from clerkwell.packs.repeating import APPENDIX_PAGES, OTHER_DETAILS, SIGN_OFF
from clerkwell.workshop.ids import new_id

# Names of lists that fill themselves, and of pages of the window that are no section's.
_OURS: Final = frozenset(
    {"appendices", "background-papers", "consultations", APPENDIX_PAGES, OTHER_DETAILS, OTHER, "header", "authors",
     "consultation-log", "tray", "check", LEAD_IN}
)  # fmt: skip
# A tag has at most 64 letters, "field:" among them.
_OF_ROWS: Final = 57


def section_id(manifest: Manifest, title: str) -> str:
    """The id of a new section or group of this title."""
    return new_id(title, _taken(manifest) | {each.id for each in manifest.field} | _OURS)


def repeat_id(manifest: Manifest, title: str) -> str:
    """The id of new rows of questions of this title; as those of sections, it is no question's nor a page's."""
    return section_id(manifest, title)


def field_id(manifest: Manifest, title: str, repeat: str = "") -> str:
    """The id of a new question of this title, in the rows of a repeat where one is named."""
    taken = {each.id for each in manifest.field}
    if repeat:
        names = {each.partition(".")[2] for each in taken if each.startswith(f"{repeat}.")}
        return f"{repeat}.{new_id(title[: _OF_ROWS - len(repeat) - 5], names)}"
    found = new_id(title, taken | _taken(manifest) | _OURS)
    # Such an id would stand for the answer to who signed a section off.
    return f"{found}-answer" if found.endswith(SIGN_OFF) else found


def _taken(manifest: Manifest) -> set[str]:
    owners = ({each.id for each in manifest.section}, {each.id for each in manifest.group})
    return set().union(*owners, {each.id for each in manifest.repeat})
