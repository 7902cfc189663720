"""What is drawn in a document: pictures, shapes, charts, embedded files (ECMA-376 part 1, 20.4; part 4, 14.1)."""

from collections.abc import Mapping

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import MC, PIC, WP, A, w
from clerkwell.word.reader.document import Span
from clerkwell.word.reader.inline import End, Start
from clerkwell.word.reader.pictures import alternative, is_decorative
from clerkwell.word.reader.story import Story

_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHARTEX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_UNDERSTOOD = ("wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "a14", "v", "m")


def _alternate(story: Story, element: Element) -> bool:
    """Only one of the ways in which the same thing is written is read (part 3, 7.6)."""
    choices = list(element.iterchildren(f"{{{MC}}}Choice"))
    chosen = next((each for each in choices if _is_understood(each)), None)
    if chosen is None:
        chosen = next(element.iterchildren(f"{{{MC}}}Fallback"), choices[0] if choices else None)
    if chosen is not None:
        story.chosen.add(chosen)
    return False


def _way(story: Story, element: Element) -> bool:
    return element not in story.chosen


def _is_understood(choice: Element) -> bool:
    return all(prefix in _UNDERSTOOD for prefix in choice.get("Requires", "").split())


def _drawing(story: Story, element: Element) -> bool:
    properties = next(element.iter(f"{{{WP}}}docPr"), None)
    story.drawn = ("", False) if properties is None else (alternative(properties), is_decorative(properties))
    return False


def _picture_properties(story: Story, element: Element) -> bool:
    own = alternative(element)
    if own:
        story.drawn = (own, story.drawn[1])
    return True


def _picture(story: Story, element: Element) -> bool:
    picture, trouble = story.shared.pictures.add(story.part, element, *story.drawn)
    story.show(Span(picture=picture))
    if trouble:
        story.missed(trouble)
    return True


def _shape(story: Story, element: Element) -> bool:
    story.drawn = (element.get("alt", ""), False)
    return False


def _lettering(story: Story, element: Element) -> bool:
    story.say(element.get("string", ""))
    return True


def _embedded(story: Story, element: Element) -> bool:
    story.missed(f"an embedded file ({element.get('ProgID') or 'of unknown kind'})")
    return True


def _chart(story: Story, _element: Element) -> bool:
    story.missed("a chart")
    return True


def _diagram(story: Story, _element: Element) -> bool:
    story.missed("a diagram")
    return True


STARTS: Mapping[str, Start] = {
    f"{{{MC}}}AlternateContent": _alternate,
    f"{{{MC}}}Choice": _way,
    f"{{{MC}}}Fallback": _way,
    w("drawing"): _drawing,
    f"{{{PIC}}}cNvPr": _picture_properties,
    f"{{{A}}}blip": _picture,
    f"{{{_VML}}}shape": _shape,
    f"{{{_VML}}}rect": _shape,
    f"{{{_VML}}}imagedata": _picture,
    f"{{{_VML}}}textpath": _lettering,
    f"{{{_OFFICE}}}OLEObject": _embedded,
    f"{{{_CHART}}}chart": _chart,
    f"{{{_CHARTEX}}}chart": _chart,
    f"{{{_DIAGRAM}}}relIds": _diagram,
}
ENDS: Mapping[str, End] = {}
