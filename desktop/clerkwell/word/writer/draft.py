"""The draft mark: the word DRAFT in every page's header (ECMA-376 part 1, 17.10).

A page shows the first-page header where its section has `w:titlePg`, the even-page header where the settings have
`w:evenAndOddHeaders`, and otherwise the default one; a section without a header of its own has that of the section
before. So each header that is there is marked, and one is made where a page would have none.
"""

from collections.abc import Callable

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.controls import KINDS, properties_of, tag_of
from clerkwell.word.ooxml.names import (
    BODY,
    HEADER,
    HEADER_TYPE,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    SETTINGS,
    P,
    R,
    W,
    w,
)
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child, pieces
from clerkwell.word.writer.roles import Looks
from clerkwell.word.writer.words import look, run

MARK = "DRAFT"


def mark_draft(package: OpenPackage, looks: Looks, words: str = MARK) -> None:
    """Say DRAFT, or what else a copy is, at the head of every page."""
    mark_pages(package, lambda: _mark(looks, words))


def mark_pages(package: OpenPackage, mark: Callable[[], Element]) -> None:
    """Put a paragraph, made anew for each header, at the head of every page."""
    relations = package.relations(package.main)
    marked: set[str] = set()
    inherited: set[str] = set()
    for section in _sections(package):
        here: set[str] = set()
        for reference in section.findall(w("headerReference")):
            relation = relations.get(reference.get(f"{{{R}}}id", ""))
            if relation is not None and relation.target in package.names:
                here.add(reference.get(w("type"), "default"))
                marked.add(relation.target)
            else:
                # It names a header that is not there; the page needs one.
                section.remove(reference)
        for kind in sorted(_shown(section, package) - here - inherited):
            marked.add(_new_header(section, kind, package))
            here.add(kind)
        inherited |= here
    for part in sorted(marked):
        package.touch(part).insert(0, mark())


def _sections(package: OpenPackage) -> list[Element]:
    """The properties of each page section, in order; a body without any is given its own (17.6.17)."""
    root = package.tree(package.main)
    body = root.find(BODY)
    if body is not None and body.find(SECT_PR) is None:
        body.append(body.makeelement(SECT_PR, {}))
    return list(root.iter(SECT_PR))


def keep_looks_in_controls(root: Element) -> None:
    """Make the template's places round paragraphs, and other controls with looks in them, document parts (17.5.2.12).

    LibreOffice 7.4 takes any other control round paragraphs for plain text: in its first paragraph it drops the looks,
    shows the codes of fields, empties bookmarks, and loses words before a footnote, a comment or a tracked change, even
    of such as somebody puts in later. To Word it is a rich-text control either way.
    """
    for element in root.iter(SDT):
        content, properties = child(element, SDT_CONTENT), properties_of(element)
        first = None if content is None else next(content.iter(P), None)
        if content is None or first is None or properties is None:
            continue
        if not (_is_more_than_words(first) or _is_place_of_paragraphs(element, content, first)):
            continue
        if next(properties.iterchildren(*_OTHER_KINDS), None) is not None:
            continue
        for rich in properties.findall(w("richText")):
            properties.remove(rich)
        properties.append(properties.makeelement(w("docPartObj"), {}))


_MORE = frozenset(
    {
        *(w(name) for name in ("hyperlink", "fldChar", "fldSimple", "footnoteReference", "bookmarkStart")),
        w("commentRangeStart"),
        RPR,
    }
)
_OTHER_KINDS = tuple(
    w(name) for name in ("docPartObj", "docPartList", "picture", "text", "date", "comboBox", "dropDownList")
)


def _is_place_of_paragraphs(element: Element, content: Element, first: Element) -> bool:
    """Whether a control is one of the template's places, and paragraphs begin in it whose words are its own."""
    before = next((each for each in first if each.tag != PPR), None)
    own = before is None or before.tag != SDT
    return own and first.getparent() is content and tag_of(element).partition(":")[0] in KINDS


def _is_more_than_words(paragraph: Element) -> bool:
    """Whether a paragraph's own words, before any control in it, have a look, a link, a field or a footnote."""
    for each in paragraph:
        if each.tag == SDT:
            return False
        if each.tag != PPR and next(each.iter(*_MORE), None) is not None:
            return True
    return False


def _shown(section: Element, package: OpenPackage) -> set[str]:
    shown = {"default"}
    if _on(section.find(w("titlePg"))):
        shown.add("first")
    settings = package.related(SETTINGS)
    if settings is not None and _on(package.tree(settings).find(w("evenAndOddHeaders"))):
        shown.add("even")
    return shown


def _on(switch: Element | None) -> bool:
    return switch is not None and switch.get(w("val"), "1") not in ("0", "false", "off")


def _new_header(section: Element, kind: str, package: OpenPackage) -> str:
    part = package.free_name("word/header{}.xml")
    package.add(part, f'<w:hdr xmlns:w="{W}" xmlns:r="{R}"/>'.encode(), HEADER_TYPE)
    relation = package.relations(package.main).add(HEADER, part)
    package.touch(package.main)
    section.insert(0, section.makeelement(w("headerReference"), {w("type"): kind, f"{{{R}}}id": relation}))
    return part


def _mark(looks: Looks, words: str) -> Element:
    # Without a style of its own the mark would look like any other header.
    bold = not looks.given("draft-mark")
    [paragraph] = pieces(
        f'<w:p><w:pPr><w:pStyle w:val="{looks.paragraph("draft-mark")}"/></w:pPr>{run(words, look(bold))}</w:p>'
    )
    return paragraph
