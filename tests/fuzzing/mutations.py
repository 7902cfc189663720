"""What chance does to a Word document: to its archive, to the bytes of a part, to the elements of a part."""

import io
import random
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

Parts = dict[str, bytes]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What the text of a document is made of (ECMA-376 part 1, chapter 17): any of them may turn up anywhere.
_TAGS = (
    "p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "sdtPr", "pPr", "rPr", "numPr", "numId", "ilvl", "ins",
    "del", "delText", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeEnd", "hyperlink", "fldSimple", "fldChar",
    "instrText", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
    "footnoteReference", "endnoteReference", "footnote", "drawing", "pict", "object", "sym", "tab", "br", "cr",
    "sectPr",
    "vMerge", "gridSpan", "tblGrid", "tblHeader", "tag", "alias", "showingPlcHdr", "smartTag", "customXml", "ruby",
    "rPrChange", "pPrChange", "altChunk", "txbxContent", "outlineLvl", "pStyle", "vanish", "abstractNum", "num", "lvl",
)  # fmt: skip
_VALUES = (
    "", "0", "-1", "1", "9", "255", "2147483648", "-99999999999999999999", "1.5", "NaN", "true", "off", "x", "rId1",
    "rId9999", "#", "../../a", "http://example.org/a", "file:///etc/passwd", "\u202e", "😀", "%1.%2.%3.%9.", "a" * 5000,
    "begin", "end", "separate", "restart", "continue", "section:summary", "field:subject", "repeat:committees",
    "2026-02-31T25:61:00Z", "decimal", "bullet", "upperRoman", "cardinalText",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The document after one to four mishaps."""
    parts = _unpacked(data)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        name = _some_part(parts, chance)
        kind = chance.random()
        if kind < 0.85 and name.endswith((".xml", ".rels")):
            parts[name] = _with_tree(parts[name], chance)
        elif kind < 0.93:
            parts[name] = _with_bytes(parts[name], chance)
        else:
            _among_parts(parts, name, chance)
        if not parts:
            break
    packed = _packed(parts)
    return _with_bytes(packed, chance) if chance.random() < 0.04 else packed


def _unpacked(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def _some_part(parts: Parts, chance: random.Random) -> str:
    """A part; most often the text, which has most to go wrong in."""
    if "word/document.xml" in parts and chance.random() < 0.6:
        return "word/document.xml"
    return chance.choice(sorted(parts))


def _among_parts(parts: Parts, name: str, chance: random.Random) -> None:
    other = chance.choice(sorted(parts))
    match chance.randrange(4):
        case 0:
            del parts[name]
        case 1:
            parts[name], parts[other] = parts[other], parts[name]
        case 2:
            parts[name.upper()] = parts.pop(name)
        case _:
            parts[name] = b""


def _with_bytes(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    changed = bytearray(data)
    at = chance.randrange(len(changed))
    length = chance.choice((1, 1, 2, 8, 200))
    match chance.randrange(5):
        case 0:
            changed[at] = chance.randrange(256)
        case 1:
            del changed[at : at + length]
        case 2:
            changed[at:at] = changed[max(0, at - length) : at]
        case 3:
            del changed[at:]
        case _:
            changed[at : at + length] = chance.randbytes(min(length, len(changed) - at))
    return bytes(changed)


def _with_tree(data: bytes, chance: random.Random) -> bytes:
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return _with_bytes(data, chance)
    for _ in range(chance.choice((1, 1, 2, 5))):
        elements = [each for each in root.iter() if isinstance(each.tag, str) and each is not root]
        if not elements:
            break
        chance.choice(_MISHAPS)(chance.choice(elements), root, chance)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _gone(element: Element, _: Element, __: random.Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _twice(element: Element, _: Element, chance: random.Random) -> None:
    parent = element.getparent()
    if parent is not None and len(element) < 200:
        for _number in range(chance.choice((1, 1, 2, 30))):
            parent.insert(parent.index(element), deepcopy(element))


def _elsewhere(element: Element, root: Element, chance: random.Random) -> None:
    """Put it in any element that it does not hold."""
    homes = [each for each in root.iter() if isinstance(each.tag, str)]
    home = chance.choice(homes)
    if element not in (home, *home.iterancestors()):
        home.insert(chance.randint(0, len(home)), element)


def _another(element: Element, _: Element, chance: random.Random) -> None:
    element.tag = _W + chance.choice(_TAGS)


def _wrapped(element: Element, _: Element, chance: random.Random) -> None:
    parent = element.getparent()
    if parent is None:
        return
    for _number in range(chance.choice((1, 1, 2, 60))):
        outer = element.makeelement(_W + chance.choice(_TAGS), {_W + "id": chance.choice(_VALUES)})
        parent.replace(element, outer)
        outer.append(element)
        parent = outer


def _new_inside(element: Element, _: Element, chance: random.Random) -> None:
    fresh = etree.SubElement(element, _W + chance.choice(_TAGS))
    fresh.set(_W + chance.choice(("val", "id", "author", "type", "fldCharType", "char")), chance.choice(_VALUES))


def _said_otherwise(element: Element, _: Element, chance: random.Random) -> None:
    if element.attrib:
        name = chance.choice(sorted(map(str, element.attrib)))
        if chance.random() < 0.3:
            del element.attrib[name]
        else:
            element.set(name, chance.choice(_VALUES))


def _other_words(element: Element, _: Element, chance: random.Random) -> None:
    element.text = chance.choice(_VALUES)


def _unwrapped(element: Element, _: Element, __: random.Random) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


_MISHAPS: tuple[Callable[[Element, Element, random.Random], None], ...] = (
    _gone, _twice, _elsewhere, _another, _wrapped, _new_inside, _said_otherwise, _said_otherwise, _other_words,
    _unwrapped,
)  # fmt: skip
