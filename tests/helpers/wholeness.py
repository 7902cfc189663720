"""What every Word document has to be, checked in milliseconds and with nothing of the program's own.

Each fault is a line that names the part; none means that the document holds together: its parts are XML, are declared
and related, ids are unlike, names lead somewhere, and properties stand in the order of the schema.
"""

import io
import itertools
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# The order of properties that Word insists on (ECMA-376 part 1, 17.3.1.26, 17.3.2.28, 17.4.59, 17.4.66, 17.6.17).
_LISTED: Mapping[str, str] = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
        "lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "tcPr": ("cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    ),
}
_ORDERS: Mapping[str, list[str]] = {tag: names.split() for tag, names in _LISTED.items()}
# What names something of another part: the element that names, and the part and element that is named.
_NAMED: Mapping[str, tuple[str, str, str]] = {
    "pStyle": ("styles", "style", "styleId"),
    "rStyle": ("styles", "style", "styleId"),
    "tblStyle": ("styles", "style", "styleId"),
    "numId": ("numbering", "num", "numId"),
    "footnoteReference": ("footnotes", "footnote", "id"),
    "endnoteReference": ("endnotes", "endnote", "id"),
}
_STORIES = r"word/(document|footnotes|endnotes|header|footer|comments)\d*\.xml"


def faults(document: bytes) -> list[str]:
    """What is wrong with a document; each line once."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            names = archive.namelist()
            parts = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, OSError) as error:
        return [f"no archive: {error}"]
    trees: dict[str, Element] = {}
    found = [f"{name}: is there twice" for name, times in Counter(names).items() if times > 1]
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = ElementTree.fromstring(data)
            except ElementTree.ParseError as error:
                found.append(f"{name}: is no XML: {error}")
    found += _package(parts, trees)
    ids: Counter[tuple[str, str]] = Counter()
    for name, root in trees.items():
        if re.fullmatch(_STORIES, name):
            found += (f"{name}: {each}" for each in _story(name, root, trees))
            ids.update(("drawing", each.get("id", "")) for each in root.iter(f"{WP}docPr"))
            ids.update(("control", each.get(f"{W}val", "")) for each in root.iterfind(f".//{W}sdtPr/{W}id"))
    found += [f"{kind} {number} is there twice" for (kind, number), times in ids.items() if times > 1]
    return list(dict.fromkeys(found))


def _package(parts: Mapping[str, bytes], trees: Mapping[str, Element]) -> Iterator[str]:
    types = trees.get("[Content_Types].xml")
    if types is None:
        yield "[Content_Types].xml: is not there"
        return
    given = {each.get("PartName", "").lstrip("/") for each in types.iter(f"{_TYPES}Override")}
    endings = {each.get("Extension", "").casefold() for each in types.iter(f"{_TYPES}Default")}
    for name in parts:
        if name not in given and name.rpartition(".")[2].casefold() not in endings and name != "[Content_Types].xml":
            yield f"{name}: has no content type"
    yield from (f"{name}: has a content type and is not there" for name in given if name not in parts)
    for name, root in trees.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("_rels/")
        base = folder
        if file != ".rels" and f"{folder}{file[: -len('.rels')]}" not in parts:
            yield f"{name}: tells of a part that is not there"
        for number, times in Counter(each.get("Id", "") for each in root).items():
            if times > 1:
                yield f"{name}: {number} is there twice"
        for each in root.iter(f"{_RELATIONS}Relationship"):
            target = each.get("Target", "")
            place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(base, target))
            if each.get("TargetMode") != "External" and place not in parts:
                yield f"{name}: {target} is not there"


def _story(name: str, root: Element, trees: Mapping[str, Element]) -> Iterator[str]:
    folder, _, file = name.rpartition("/")
    related = trees.get(f"{folder}/_rels/{file}.rels")
    there = set() if related is None else {each.get("Id") for each in related}
    known = {key: _known(trees, part, tag, attribute) for key, (part, tag, attribute) in _NAMED.items()}
    seen: Counter[tuple[str, str]] = Counter()
    for element in root.iter():
        tag = element.tag.removeprefix(W)
        for attribute in ("id", "embed", "link"):
            relation = element.get(f"{R}{attribute}")
            if relation is not None and relation not in there:
                yield f"{tag} names {relation}, which is no relation"
        if tag in known:
            value = element.get(f"{W}val", element.get(f"{W}id", ""))
            if value not in known[tag] and not (tag == "numId" and value == "0"):
                yield f"{tag} names {value}, which is not there"
        elif tag in ("bookmarkStart", "bookmarkEnd"):
            seen[tag, element.get(f"{W}id", "")] += 1
            if tag == "bookmarkStart":
                seen["name", element.get(f"{W}name", "").casefold()] += 1
        yield from _shape(tag, element)
    yield from (f"{tag} {value} is there twice" for (tag, value), times in seen.items() if times > 1)
    opened = {value for tag, value in seen if tag == "bookmarkStart"}
    closed = {value for tag, value in seen if tag == "bookmarkEnd"}
    yield from (f"bookmark {value} is open at one end" for value in sorted(opened ^ closed))
    if "document" in file:
        yield from _body(root)


def _known(trees: Mapping[str, Element], part: str, tag: str, attribute: str) -> set[str]:
    root = trees.get(f"word/{part}.xml")
    return set() if root is None else {each.get(f"{W}{attribute}", "") for each in root.iter(f"{W}{tag}")}


def _shape(tag: str, element: Element) -> Iterator[str]:
    order = _ORDERS.get(tag)
    if order is not None:
        inside = [each.tag.removeprefix(W) for each in element]
        places = [order.index(each) for each in inside if each in order]
        if places != sorted(places):
            yield f"{tag} has {' '.join(inside)} in this order"
        twice = {each for each in inside if inside.count(each) > 1} - {"headerReference", "footerReference"}
        yield from (f"{tag} has {each} twice" for each in sorted(twice))
    elif tag == "tc":
        if len(element) == 0 or not _ends_in_paragraph(element[-1]):
            yield "a cell does not end with a paragraph"
        if any(each.tag == f"{W}sectPr" for each in element.iter()):
            yield "pages turn inside a cell"
    elif tag == "tr" and next(element.iter(f"{W}tc"), None) is None:
        yield "a row has no cell"
    elif tag == "tbl":
        if element.find(f"{W}tblGrid") is None:
            yield "a table has no grid"
    elif tag == "p" and any(each.tag in (f"{W}p", f"{W}tbl") for each in element):
        yield "a paragraph stands in a paragraph"


def _ends_in_paragraph(element: Element) -> bool:
    if element.tag in (f"{W}sdt", f"{W}sdtContent"):
        inside = element if element.tag == f"{W}sdtContent" else element.find(f"{W}sdtContent")
        return inside is not None and len(inside) > 0 and _ends_in_paragraph(inside[-1])
    return element.tag == f"{W}p"


def _body(root: Element) -> Iterator[str]:
    body = root.find(f"{W}body")
    if body is None or len(body) == 0:
        yield "there is no body"
        return
    last = [place for place, each in enumerate(body) if each.tag == f"{W}sectPr"]
    if last and last != [len(body) - 1]:
        yield "the page of the body does not stand at its end"
    blocks = [each for each in body if each.tag != f"{W}sectPr"]
    if blocks and blocks[-1].tag == f"{W}tbl":
        yield "the body ends with a table"
    for first, second in itertools.pairwise(blocks):
        if first.tag == second.tag == f"{W}tbl":
            yield "two tables stand one after the other, which Word joins"
