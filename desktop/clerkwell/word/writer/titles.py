"""Titles and numbers of a draft's controls, each its own, so that the draft can come home.

Another program may drop a control's tag and keep its title; by its title it is then known again. The rows of a repeat
are copies, so the second has “Committee (2)” where the template has “Committee”: without the number in brackets a title
is the template's.
"""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls
from clerkwell.word.ooxml.names import MC, SDT, SDT_PR, VAL, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories_with_controls

# The longest title that Word's own window takes.
_LONGEST = 64
_FALLBACK = f"{{{MC}}}Fallback"


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
        titles |= {each.get(VAL, "") for each in _named(package.tree(part), "alias")}
        numbers |= {each.get(VAL, "") for each in _named(package.tree(part), "id")}
    for part in ours:
        for title in _named(package.tree(part), "alias"):
            title.set(VAL, _own_title(title.get(VAL, ""), titles))
        for number in _named(package.tree(part), "id"):
            number.set(VAL, _own_number(number.get(VAL, ""), numbers))


def _named(root: Element, name: str) -> Iterator[Element]:
    for element in root.iter(SDT):
        found = element.find(f"{SDT_PR}/{w(name)}")
        if found is not None and next(element.iterancestors(_FALLBACK), None) is None:
            yield found


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
