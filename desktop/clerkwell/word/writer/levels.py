"""The level of sub-headings: one below the heading that they stand under, whatever level the template gives that.

A reader who goes from heading to heading hears a level that is skipped, or two that are the same, as another structure
(WCAG 2.1, 1.3.1).
"""

from collections.abc import Iterable, Mapping

from lxml.etree import _Element as Element

from clerkwell.packs import Part
from clerkwell.word.ooxml.controls import Control
from clerkwell.word.ooxml.names import PPR, VAL, P, w
from clerkwell.word.ooxml.styles import Styles, number_of
from clerkwell.word.ooxml.xml import child

_DEEPEST = 9


def group_levels(places: Iterable[Control], styles: Styles) -> Mapping[str, int]:
    """The level, from 1, of each heading over sections that the template has, by the group's id."""
    levels = {each.id: level_of(each.element, styles) for each in places if each.kind == "group"}
    return {group: level for group, level in levels.items() if level}


def sub_heading_level(part: Part, within: Iterable[Control], groups: Mapping[str, int], styles: Styles) -> int:
    """The level of a section's sub-headings; 0 where the template does not tell that of its heading.

    A section whose heading runs in to its text has none of its own: what it stands under is the group's.
    """
    heading = next((each for each in within if each.kind == "heading" and each.id == part.id), None)
    level = 0 if heading is None else level_of(heading.element, styles)
    return below(level or groups.get(part.spec.group or "", 0))


def below(level: int) -> int:
    """The level below a heading's; 0 for no heading."""
    return min(level + 1, _DEEPEST) if level else 0


def level_of(element: Element, styles: Styles) -> int:
    """The level, from 1, of the first heading in or round an element; 0 where there is none."""
    for line in [*element.iterancestors(P), *element.iter(P)]:
        properties = child(line, PPR)
        own = number_of(properties, w("outlineLvl"))
        style = None if properties is None else child(properties, w("pStyle"))
        level = own if own is not None else None if style is None else styles.outline(style.get(VAL, ""))
        if level is not None and level < _DEEPEST:
            return level + 1
    return 0
