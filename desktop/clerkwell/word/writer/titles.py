"""Titles and numbers of a draft's controls, each its own, so that the draft can come home.

Another program may drop a control's tag and keep its title; by its title it is then known again. The rows of a repeat
are copies, so the second has “Committee (2)” where the template has “Committee”: without the number in brackets a title
is the template's.
"""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls
from clerkwell.word.ooxml.names import MC, SDT_PR, VAL, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories_with_controls

# The longest title that Word's own window takes.
_LONGEST = 64
_FALLBACK = f"{{{MC}}}Fallback"
_TITLE, _NUMBER = w("alias"), w("id")


def part_titles(package: OpenPackage) -> None:
    """Give each control that shares its title or its number with an earlier one its own.

    Parts without a place keep theirs: they are not the report's to change. What only older programs are shown (part 3,
    7.6) is the same control once more.
    """
    parts = stories_with_controls(package)
    ours = [each for each in parts if each == package.main or controls(package.tree(each))]
    titles: set[str] = set()
    numbers: set[str] = set()
    for part in [each for each in parts if each not in ours]:
        for name, found in _named(package.tree(part)):
            (titles if name == _TITLE else numbers).add(found.get(VAL, ""))
    for part in ours:
        for name, found in _named(package.tree(part)):
            said = found.get(VAL, "")
            own = _own_title(said, titles) if name == _TITLE else _own_number(said, numbers)
            if own != said:
                found.set(VAL, own)


def _named(root: Element) -> Iterator[tuple[str, Element]]:
    """Title and number of every control, but for those that only older programs are shown."""
    parted = next(root.iter(_FALLBACK), None) is not None
    for found in root.iter(_TITLE, _NUMBER):
        properties = found.getparent()
        if properties is None or properties.tag != SDT_PR:
            continue
        if not parted or next(properties.iterancestors(_FALLBACK), None) is None:
            yield (_TITLE if found.tag == _TITLE else _NUMBER), found


def _own_title(title: str, taken: set[str]) -> str:
    own, count = title, 2
    while own in taken:
        end = f" ({count})"
        own, count = title[: _LONGEST - len(end)] + end, count + 1
    taken.add(own)
    return own


def _own_number(number: str, taken: set[str]) -> str:
    own, count = number, 1
    while own in taken:
        own, count = str(count), count + 1
    taken.add(own)
    return own
