"""What a template has beside its places, and another program drops: put back from one that has it."""

import copy
from collections.abc import Iterable, Iterator
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import properties_of, title_of, unwrap
from clerkwell.word.ooxml.names import CORE_PROPERTIES, SDT, SDT_PR, TR, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.template.controls import made

_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_PICTURE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TAKES_PICTURE: Final = f"{SDT_PR}/{w('picture')}"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def furnished(package: OpenPackage, reference: OpenPackage, pairs: Iterable[tuple[Element, Element]]) -> Iterator[str]:
    """Put back the title, header rows and what pictures are to be read out as; each said in words.

    `pairs` are the lines of the reference with those of the package that they are.
    """
    yield from _title(package, reference)
    for was, is_now in pairs:
        yield from _header_row(was, is_now)
        yield from _picture_places(was, is_now)
        yield from _pictures(was, is_now)


def _title(package: OpenPackage, reference: OpenPackage) -> Iterator[str]:
    own, theirs = (each.relations("").target(CORE_PROPERTIES) for each in (package, reference))
    if own is None or theirs is None or own not in package.names or theirs not in reference.names:
        return
    given = reference.tree(theirs).findtext(_TITLE) or ""
    root = package.tree(own)
    found = root.find(_TITLE)
    if not given or (found is not None and (found.text or "").strip()):
        return
    package.touch(own)
    if found is None:
        found = made(_TITLE)
        root.append(found)
    found.text = given
    yield f"the title in the document’s properties, “{given}”"


def _header_row(was: Element, is_now: Element) -> Iterator[str]:
    """A row that Word repeats on each page, which is how a screen reader knows what the columns are."""
    rows = [next(each.iterancestors(TR), None) for each in (was, is_now)]
    if rows[0] is None or rows[1] is None:
        return
    path = f"{w('trPr')}/{w('tblHeader')}"
    if rows[0].find(path) is None or rows[1].find(path) is not None:
        return
    properties = rows[1].find(w("trPr"))
    if properties is None:
        properties = made(w("trPr"))
        # After exceptions to the table's own properties, which stand first (17.4.79).
        rows[1].insert(int(rows[1].find(w("tblPrEx")) is not None), properties)
    properties.append(made(w("tblHeader")))
    yield "the mark of a table’s header row"


def _picture_places(was: Element, is_now: Element) -> Iterator[str]:
    """A control that takes a picture at a click: LibreOffice makes two of it, one with the title, one for the click."""
    for model in was.iter(SDT):
        title = title_of(model)
        own = next((each for each in is_now.iter(SDT) if title and title_of(each) == title), None)
        if model.find(_TAKES_PICTURE) is None or own is None or own.find(_TAKES_PICTURE) is not None:
            continue
        for other in [each for each in is_now.iter(SDT) if each.find(_TAKES_PICTURE) is not None]:
            if not title_of(other):
                unwrap(other)
        properties = properties_of(own)
        if properties is not None:
            properties.append(made(w("picture")))
            yield f"what takes a picture at a click, “{title}”"


def _pictures(was: Element, is_now: Element) -> Iterator[str]:
    pairs = zip(was.iter(_PICTURE), is_now.iter(_PICTURE), strict=False)
    for one, other in pairs:
        if other.get("descr") or next(other.iter(_DECORATIVE), None) is not None:
            continue
        if one.get("descr"):
            other.set("descr", one.get("descr", ""))
            yield f"the words for a picture, “{one.get('descr')}”"
        elif (mark := next(one.iter(_DECORATIVE), None)) is not None and mark.get("val") in ("1", "true"):
            listed = next(each for each in one if each in mark.iterancestors())
            for each in [each for each in other if each.tag == listed.tag]:
                other.remove(each)
            other.append(copy.deepcopy(listed))
            yield "the mark of a picture that is only decorative"
