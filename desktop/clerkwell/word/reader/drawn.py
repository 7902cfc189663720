"""What is drawn in a document: pictures, shapes, charts, diagrams, embedded files (17.3.3.9, 20.4; part 4, 14.1)."""

from collections.abc import Iterable, Mapping
from itertools import islice

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import MC, PIC, WP, A, R, w
from clerkwell.word.ooxml.styles import whole
from clerkwell.word.reader.document import Span, WordParagraph
from clerkwell.word.reader.inline import Start
from clerkwell.word.reader.pictures import alternative, is_decorative
from clerkwell.word.reader.story import Story

_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHARTEX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_A_PARAGRAPH, _A_TEXT, _A_BREAK = f"{{{A}}}p", f"{{{A}}}t", f"{{{A}}}br"
# What a way of alternate content may ask for and gets; the others, charts of a newer kind say, are read by what
# stands beside them for older programs.
_UNDERSTOOD = frozenset(
    {"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "w16du", "a14", "v", "m", "am3d"}
)
_EMBEDDED = (
    ("equation", "an equation that another program made"),
    ("excel", "an embedded Excel workbook"),
    ("word", "an embedded Word document"),
    ("powerpoint", "an embedded PowerPoint presentation"),
    ("visio", "an embedded Visio drawing"),
    ("pbrush", "an embedded picture"),
    ("msgraph", "a chart that another program made"),
    ("acro", "an embedded PDF"),
    ("foxit", "an embedded PDF"),
)
# Angles are in sixty-thousandths of a degree (20.1.10.3).
_QUARTER = 90 * 60000
# The words of a chart that are told with it; a table of a thousand figures is not.
_MOST_WORDS = 300


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
    story.across = _across(element)
    return False


def _across(drawing: Element) -> int:
    """How wide a drawing is as it is shown, in EMU (20.4.2.7); a picture on its side as wide as it is high."""
    extent = next(drawing.iter(f"{{{WP}}}extent"), None)
    if extent is None or len(list(islice(drawing.iter(f"{{{A}}}blip"), 2))) > 1:
        # Of a group of pictures none says how wide it is.
        return 0
    turned = next(drawing.iter(f"{{{A}}}xfrm"), None)
    quarters = 0 if turned is None else round((whole(turned.get("rot", "")) or 0) / _QUARTER)
    return max(whole(extent.get("cy" if quarters % 2 else "cx", "")) or 0, 0)


def _picture_properties(story: Story, element: Element) -> bool:
    own = alternative(element)
    if own:
        story.drawn = (own, story.drawn[1])
    return True


def _picture(story: Story, element: Element) -> bool:
    picture, trouble = story.shared.pictures.add(
        story.part, element, story.drawn, story.across, story.room if story.across else (0, 0)
    )
    story.show(Span(picture=picture))
    if trouble:
        story.missed(trouble)
    return True


def _shape(story: Story, element: Element) -> bool:
    story.drawn, story.across = (element.get("alt", ""), False), 0
    return False


def _lettering(story: Story, element: Element) -> bool:
    """Words that are drawn along a line, as in a watermark (part 4, 14.1.2.24)."""
    _box_of(story, [element.get("string", "")])
    return True


def _drawn_words(story: Story, element: Element) -> bool:
    """The words of a shape that another office program drew."""
    _box_of(story, _lines(element))
    return True


def _embedded(story: Story, element: Element) -> bool:
    made_by = element.get("ProgID", "").casefold()
    known = next((name for start, name in _EMBEDDED if made_by.startswith(start)), "an embedded file")
    story.missed(known)
    return True


def _chart(story: Story, element: Element) -> bool:
    relation = story.shared.sources.relation(story.part, element.get(f"{{{R}}}id"))
    root = None
    if relation is not None and not relation.external:
        root = story.shared.sources.tree(relation.target, "a chart")
    words = "" if root is None else ", ".join(dict.fromkeys(_chart_words(root)))
    words = words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"
    story.missed(f"a chart ({words})" if words else "a chart")
    return True


def _chart_words(root: Element) -> Iterable[str]:
    """Titles, and what rows and columns are called; the figures are not words."""
    for title in root.iter(f"{{{_CHART}}}title", f"{{{_CHARTEX}}}title"):
        yield from (each for each in _lines(title) if each)
    for place in root.iter(f"{{{_CHART}}}tx", f"{{{_CHART}}}cat"):
        for each in place.iter(f"{{{_CHART}}}v"):
            words = (each.text or "").strip()
            if words and not words.replace(".", "").replace("-", "").isdecimal():
                yield words


def _diagram(story: Story, element: Element) -> bool:
    relation = story.shared.sources.relation(story.part, element.get(f"{{{R}}}dm"))
    root = None
    if relation is not None and not relation.external:
        root = story.shared.sources.tree(relation.target, "a diagram")
    if root is not None and relation is not None and story.shared.first(relation.target):
        # Points for how it is drawn (presentation, transitions) hold no words of their own.
        _box_of(story, [line for each in root.iter(f"{{{_DIAGRAM}}}t") for line in _lines(each)])
    story.missed("the drawing of a diagram")
    return True


def _control(story: Story, _element: Element) -> bool:
    story.missed("a button or a box of a form that another program runs")
    return True


def _ink(story: Story, _element: Element) -> bool:
    story.missed("handwriting")
    return True


def _other_file(story: Story, element: Element) -> bool:
    relation = story.shared.sources.relation(story.part, element.get(f"{{{R}}}id"))
    name = relation.target.replace("\\", "/").rpartition("/")[2] if relation is not None else ""
    story.missed(f"a part of the document that is in another file ({name})" if name else "a part in another file")
    return True


def _lines(element: Element) -> list[str]:
    """The lines of words in DrawingML (21.1.2)."""
    done: list[str] = []
    for paragraph in element.iter(_A_PARAGRAPH):
        words = ["\n" if each.tag == _A_BREAK else each.text or "" for each in paragraph.iter(_A_TEXT, _A_BREAK)]
        done.append("".join(words).strip())
    return done


def _box_of(story: Story, lines: Iterable[str]) -> None:
    """Words that no paragraphs of Word's hold, as those of a text box."""
    changes = story.shared.tracked.ids(tuple(story.marks), "")
    found = [WordParagraph(spans=(Span(line, changes=changes),), box=True) for line in lines if line.strip()]
    if found:
        (story.paragraph or story.stray()).boxes.extend(found)


STARTS: Mapping[str, Start] = {
    f"{{{MC}}}AlternateContent": _alternate,
    f"{{{MC}}}Choice": _way,
    f"{{{MC}}}Fallback": _way,
    w("drawing"): _drawing,
    f"{{{PIC}}}cNvPr": _picture_properties,
    f"{{{A}}}blip": _picture,
    f"{{{A}}}txBody": _drawn_words,
    f"{{{_VML}}}shape": _shape,
    f"{{{_VML}}}rect": _shape,
    f"{{{_VML}}}imagedata": _picture,
    f"{{{_VML}}}textpath": _lettering,
    f"{{{_OFFICE}}}OLEObject": _embedded,
    f"{{{_CHART}}}chart": _chart,
    f"{{{_CHARTEX}}}chart": _chart,
    f"{{{_DIAGRAM}}}relIds": _diagram,
    w("control"): _control,
    w("contentPart"): _ink,
    w("subDoc"): _other_file,
}
