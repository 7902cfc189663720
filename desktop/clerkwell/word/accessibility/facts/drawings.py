"""Pictures and other objects as they stand in the text: DrawingML (ECMA-376 part 1, 20.4) and VML (part 4)."""

import re
from collections.abc import Iterator
from typing import Literal

from lxml.etree import _Element as Element

from clerkwell.word.accessibility.facts.values import Drawing, Place
from clerkwell.word.ooxml.names import DECORATIVE, WP, A, R, T, w
from clerkwell.word.ooxml.relations import Relations

Kind = Literal["picture", "chart", "diagram", "shape", "text box", "group", "object", "ink", "video"]
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741 - the standard's own letter for it
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("/picture", "picture"), ("/chart", "chart"), ("/chartex", "chart"), ("/diagram", "diagram"),
    ("wordprocessingShape", "shape"), ("wordprocessingGroup", "group"), ("wordprocessingCanvas", "group"),
    ("wordprocessingInk", "ink"), ("/lockedCanvas", "group"),
)  # fmt: skip
_SHAPES = frozenset(f"{{{V}}}{name}" for name in (
    "shape", "rect", "roundrect", "oval", "line", "polyline", "image", "curve", "arc", "group",
))  # fmt: skip
BOX = w("txbxContent")
_WATERMARK = re.compile(r"PowerPlusWaterMark|WaterMarkObject|WordPictureWatermark|\bwatermark\b", re.IGNORECASE)
_ON = frozenset({"1", "true", "t"})


def drawing(element: Element, at: Place, relations: Relations) -> Drawing | None:
    """What a `w:drawing` shows; nothing if it is hidden."""
    frame = next((each for each in element if each.tag in (f"{{{WP}}}inline", f"{{{WP}}}anchor")), None)
    if frame is None:
        return None
    about = next(frame.iterchildren(f"{{{WP}}}docPr"), None)
    if about is None or about.get("hidden") in _ON:
        return None
    data = next(frame.iter(f"{{{A}}}graphicData"), None)
    uri = "" if data is None else data.get("uri", "")
    kind: Kind = next((kind for part, kind in _KINDS if uri.endswith(part)), "shape")
    words = " ".join("".join(each.text or "" for each in box.iter(T)) for box in frame.iter(BOX)).strip()
    if words:
        kind = "text box"
    warp = next((each for each in frame.iter(f"{{{A}}}prstTxWarp") if each.get("prst") != "textNoShape"), None)
    name = about.get("name", "")
    if any(True for _ in frame.iter(f"{{{A}}}videoFile")):
        kind = "video"
    return Drawing(
        at=at,
        kind=kind,
        name=name,
        alt=" ".join((about.get("descr") or about.get("title") or "").split()),
        decorative=any(each.get("val") in _ON for each in about.iter(f"{{{DECORATIVE}}}decorative")),
        floating=frame.tag == f"{{{WP}}}anchor",
        has_text=bool(words),
        word_art=words if warp is not None else "",
        watermark=(words or about.get("descr") or name) if _WATERMARK.search(name) else "",
        linked=_linked(frame, relations),
    )


def old_drawings(element: Element, at: Place) -> Iterator[Drawing]:
    """What a `w:pict` or `w:object` shows: a drawing for each shape of its first level."""
    embedded = element.tag == w("object")
    for shape in element:
        if shape.tag not in _SHAPES or shape.get(f"{{{O}}}hr") in _ON:
            continue
        looks = shape.get("style", "")
        if "visibility:hidden" in looks.replace(" ", ""):
            continue
        path = next(shape.iter(f"{{{V}}}textpath"), None)
        art = "" if path is None else path.get("string", "")
        words = " ".join("".join(each.text or "" for each in box.iter(T)) for box in shape.iter(BOX)).strip()
        pictured = any(True for _ in shape.iter(f"{{{V}}}imagedata"))
        kind: Kind = "object" if embedded else "text box" if words else "picture" if pictured else "shape"
        name = shape.get("id", "")
        alt = " ".join((shape.get("alt") or shape.get("title") or "").split())
        yield Drawing(
            at=at,
            kind="group" if kind == "shape" and shape.tag == f"{{{V}}}group" else kind,
            name=name,
            alt=alt,
            floating="position:absolute" in looks.replace(" ", ""),
            has_text=bool(words),
            word_art=art,
            watermark=(art or alt or name) if _WATERMARK.search(name) else "",
        )


def filled(box: Element) -> Element | None:
    """The solid fill of the shape that a text box belongs to; None if it has another, or none that can be told."""
    holder = box.getparent()
    shape = None if holder is None else holder.getparent()
    properties = None if shape is None else next((e for e in shape if str(e.tag).endswith("}spPr")), None)
    return None if properties is None else next(properties.iterchildren(f"{{{A}}}solidFill"), None)


def unfilled(box: Element) -> bool:
    """Whether the shape that a text box belongs to says that it is clear, so that the page shows through."""
    holder = box.getparent()
    shape = None if holder is None else holder.getparent()
    properties = None if shape is None else next((e for e in shape if str(e.tag).endswith("}spPr")), None)
    return properties is not None and next(properties.iterchildren(f"{{{A}}}noFill"), None) is not None


def _linked(frame: Element, relations: Relations) -> str:
    for blip in frame.iter(f"{{{A}}}blip"):
        link = blip.get(f"{{{R}}}link", "")
        relation = relations.get(link) if link else None
        if relation is not None and relation.external and not blip.get(f"{{{R}}}embed"):
            return relation.target
    return ""
