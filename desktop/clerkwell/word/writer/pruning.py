"""Taking everything out of a document but some of its places, with all that only the rest needed.

Nothing of the rest may stay where nobody sees it: not its words in the notes' part, not its pictures, not the addresses
of its links.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import controls, place
from clerkwell.word.ooxml.names import FOOTNOTES, SDT_CONTENT, SECT_PR, TBL, TR, P, R, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child, remove

_PROPERTIES: Final = frozenset(w(name) for name in ("tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "tblPrEx"))
_POINTS: Final = re.compile(r"\s*(?:PAGE|NOTE)?REF\s+(\S+)")
_RELATED: Final = f"{{{R}}}"
_PAGE_PARTS: Final = (w("headerReference"), w("footerReference"))


def prune(body: Element, kept: Sequence[Element]) -> None:
    """Leave these elements of a body, and of what stands round them what is the template's own words for them all.

    References to what has gone say in plain words what they said. The pages keep their headers and footers.
    """
    sections = list(body.iter(SECT_PR))
    inside = {each for element in kept for each in element.iter()}
    around = {each for element in kept for each in element.iterancestors()}
    for element in [each for each in body if each.tag != SECT_PR]:
        _prune(element, inside, around)
    _with_headers(sections, body)
    _end_with_last_words(body)
    _settle_marks(body)
    _plain_references(body)


def prune_parts(package: OpenPackage) -> None:
    """Take out of the package what its text no longer needs: words of notes, pictures, addresses."""
    root = package.touch(package.main)
    part = package.related(FOOTNOTES)
    if part is not None:
        asked = {each.get(w("id")) for each in root.iter(w("footnoteReference"))}
        notes = package.touch(part)
        for note in list(notes.iter(w("footnote"))):
            if note.get(w("type")) is None and note.get(w("id")) not in asked:
                notes.remove(note)
        _without_needless_relations(package, part)
    _without_needless_relations(package, package.main)


def _prune(element: Element, inside: set[Element], around: set[Element]) -> None:
    if element in inside:
        return
    if element not in around:
        if not _is_template_words(element):
            remove(element)
        return
    for each in list(element):
        if each.tag not in _PROPERTIES and isinstance(each.tag, str):
            _prune(each, inside, around)


def _is_template_words(element: Element) -> bool:
    """Whether it is a header row of a table, or the heading of a group, that is left with what it heads."""
    holder = element.getparent()
    if holder is None or controls(element):
        return False
    if holder.tag == TBL and element.tag == TR:
        return element.find(f"{w('trPr')}/{w('tblHeader')}") is not None
    outer = holder.getparent()
    found = place(outer) if outer is not None and holder.tag == SDT_CONTENT else None
    return found is not None and found.kind == "group" and element.tag == P


def _with_headers(sections: Sequence[Element], body: Element) -> None:
    """Give the first page section that is left the headers and footers that it had from those before it."""
    left = set(body.iter(SECT_PR))
    first = next((each for each in sections if each in left), None)
    if first is None:
        return
    own = {(each.tag, each.get(w("type"))) for each in first.iterchildren(*_PAGE_PARTS)}
    for before in reversed(sections[: sections.index(first)]):
        for each in reversed(list(before.iterchildren(*_PAGE_PARTS))):
            if (each.tag, each.get(w("type"))) not in own:
                own.add((each.tag, each.get(w("type"))))
                first.insert(0, deepcopy(each))


def _end_with_last_words(body: Element) -> None:
    """Let the last page section be that of the last words: one that would follow them is an empty page."""
    last = next(reversed(list(body.iter(P))), None)
    properties = None if last is None else child(last, w("pPr"))
    ended = None if properties is None else child(properties, SECT_PR)
    final = child(body, SECT_PR)
    if ended is not None and final is not None:
        body.replace(final, ended)


def _settle_marks(body: Element) -> None:
    """Take out the ends of marks that have lost their beginnings, and beginnings without ends."""
    for opening, closing in (("bookmarkStart", "bookmarkEnd"), ("commentRangeStart", "commentRangeEnd")):
        begun = {each.get(w("id")): each for each in body.iter(w(opening))}
        ended = {each.get(w("id")): each for each in body.iter(w(closing))}
        for each in [*(begun[id_] for id_ in begun.keys() - ended), *(ended[id_] for id_ in ended.keys() - begun)]:
            remove(each)


def _plain_references(body: Element) -> None:
    """Let references to what has gone say their words in plain, in a link by whose name they come home.

    A field would show an error when it is worked out anew. A control would do, but LibreOffice drops what names it.
    """
    there = {each.get(w("name")) for each in body.iter(w("bookmarkStart"))}
    for link in [each for each in body.iter(w("hyperlink")) if each.get(w("anchor"), "") not in {"", *there}]:
        del link.attrib[w("anchor")]
    for code in list(body.iter(w("instrText"))):
        found = _POINTS.match(code.text or "")
        run = code.getparent()
        if found is None or run is None or found[1] in there:
            continue
        field = _field_round(run)
        if field is None:
            continue
        link = run.makeelement(w("hyperlink"), {w("anchor"): found[1], w("history"): "0"})
        field[0].addprevious(link)
        link.extend(each for each in field if each.find(w("t")) is not None)
        for each in field:
            if each.getparent() is not link:
                remove(each)


def _field_round(code: Element) -> list[Element] | None:
    """The runs of a field, from its beginning to its end, by the run with its code; none that is not whole."""
    begin = code.getprevious()
    if begin is None or begin.find(w("fldChar")) is None:
        return None
    done = [begin, code]
    for each in code.itersiblings():
        done.append(each)
        mark = each.find(w("fldChar"))
        if mark is not None and mark.get(w("fldCharType")) == "end":
            return done
    return None


def _without_needless_relations(package: OpenPackage, part: str) -> None:
    relations = package.relations(part)
    root = package.tree(part)
    asked = {
        value
        for element in root.iter()
        if isinstance(element.tag, str)
        for name, value in element.attrib.items()
        if str(name).startswith(_RELATED)
    }
    for relation in list(relations):
        if relation.id in asked or relation.kind.rpartition("/")[2] not in _ASKED_FOR:
            continue
        relations.drop(relation.id)
        if not relation.external and not any(each.target == relation.target for each in relations):
            package.drop(relation.target)


# The kinds of relations that the text names by their id; all others belong to the document.
_ASKED_FOR: Final = frozenset(
    {"hyperlink", "image", "header", "footer", "chart", "oleObject", "package", "diagramData"}
)
