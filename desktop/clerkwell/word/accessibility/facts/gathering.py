"""Gathering the facts of a whole document: its parts one by one, its properties, its settings."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from clerkwell.word.accessibility.facts.colours import Palette, theme_colours
from clerkwell.word.accessibility.facts.looks import OFF, Looks, shown
from clerkwell.word.accessibility.facts.properties import core, custom, extended, protection
from clerkwell.word.accessibility.facts.reading import PartReader
from clerkwell.word.accessibility.facts.state import Around, Gathered, Manner
from clerkwell.word.accessibility.facts.values import Facts, Place
from clerkwell.word.ooxml.names import (
    BODY,
    FOOTNOTES,
    NUMBERING,
    SETTINGS,
    STYLES,
    VAL,
    R,
    w,
)
from clerkwell.word.ooxml.numbering import Numbering
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import heads_and_feet
from clerkwell.word.ooxml.styles import Styles
from clerkwell.word.ooxml.xml import child

_ENDNOTES, _COMMENTS = f"{R}/endnotes", f"{R}/comments"
_THEME, _FONTS = f"{R}/theme", f"{R}/fontTable"
_MACROS = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
_FOREIGN = f"{R}/aFChunk"
_CHANGES = tuple(
    w(name)
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "sectPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "tblGridChange",
    )
)  # fmt: skip
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
# Languages that say that there is none.
_NO_LANGUAGE = frozenset({"x-none", "zxx", "none", "und"})


def gather(package: OpenPackage) -> Facts:
    """The facts of an opened document. Raises `WordError` for one whose parts are damaged."""
    styles_part, numbering_part = package.related(STYLES), package.related(NUMBERING)
    style_root = package.tree(styles_part) if styles_part else None
    styles = Styles(style_root)
    theme_part, settings_part = package.related(_THEME), package.related(SETTINGS)
    theme = package.tree(theme_part) if theme_part else None
    settings = package.tree(settings_part) if settings_part else None
    looks = Looks(
        styles,
        style_root,
        Palette(theme_colours(theme), None if settings is None else child(settings, w("clrSchemeMapping"))),
        theme,
    )
    document = package.tree(package.main)
    stories = list(_stories(package, document))
    bookmarks = frozenset(
        each.get(w("name"), "")
        for part in dict.fromkeys(part for part, _, _ in stories)
        for each in package.tree(part).iter(w("bookmarkStart"))
    )
    manner = Manner(
        package, styles, Numbering(package.tree(numbering_part) if numbering_part else None), looks, bookmarks
    )
    gathered = Gathered()
    back = _page_colour(document, settings, looks)
    for part, root, place in stories:
        PartReader(part, manner, gathered).read(root, Around(place, back=back))
    about, company = core(package), extended(package)
    pack, version = custom(package)
    kinds = [each.kind for each in package.relations(package.main)]
    comments_part = package.related(_COMMENTS)
    readers, locked, final = protection(settings, package)
    return Facts(
        title=about.title,
        creator=about.creator,
        last_editor=about.last_editor,
        company=company.company,
        manager=company.manager,
        language=_language(styles, looks),
        without_language=tuple(_without_language(styles, style_root)),
        protection=readers,
        write_protected=locked,
        marked_final=final,
        macros=_MACROS in kinds,
        foreign=kinds.count(_FOREIGN),
        background_picture=_background_picture(document),
        comments=sum(1 for _ in package.tree(comments_part).iter(w("comment"))) if comments_part else 0,
        changes=sum(
            1 for part in dict.fromkeys(part for part, _, _ in stories) for _ in package.tree(part).iter(*_CHANGES)
        ),
        footnotes=gathered.footnotes,
        endnotes=gathered.endnotes,
        pack=pack,
        pack_version=version,
        paragraphs=tuple(gathered.paragraphs),
        tables=tuple(gathered.tables),
        drawings=tuple(gathered.drawings),
        links=tuple(gathered.links),
        controls=tuple(gathered.controls),
        sections=tuple(gathered.sections),
        serif=frozenset(_serif_fonts(package)),
    )


def _stories(package: OpenPackage, document: Element) -> Iterator[tuple[str, Element, Place]]:
    """Every text of the document: the body, the headers and footers that its sections use, the notes."""
    body = child(document, BODY)
    if body is not None:
        yield package.main, body, Place()
    for each in heads_and_feet(package):
        yield each.part, package.tree(each.part), Place(each.kind, each.words)
    for kind, note in ((FOOTNOTES, "footnote"), (_ENDNOTES, "endnote")):
        name = package.related(kind)
        number = 0
        for element in package.tree(name) if name else ():
            if element.tag == w(note) and element.get(w("type")) not in _SEPARATORS:
                number += 1
                yield name or "", element, Place("footnote" if note == "footnote" else "endnote", f"{note} {number}")


def _page_colour(document: Element, settings: Element | None, looks: Looks) -> str | None:
    """What the pages are coloured with, where Word is told to show it (17.2.1, 17.15.1.25)."""
    background = child(document, w("background"))
    told = None if settings is None else child(settings, w("displayBackgroundShape"))
    if background is None or told is None or told.get(VAL, "1") in OFF:
        return "FFFFFF"
    return looks.colour(background, w("color")) or "FFFFFF"


def _background_picture(document: Element) -> bool:
    background = child(document, w("background"))
    return background is not None and any(str(each.tag).endswith(("}fill", "}blip")) for each in background.iter())


def _language(styles: Styles, looks: Looks) -> str:
    """The language of whatever names none: that of the default paragraph style, or of the defaults."""
    found = styles.language
    normal = styles.default("paragraph")
    for style in looks.chain(normal.id) if normal else ():
        lang = style.element.find(f"{w('rPr')}/{w('lang')}")
        found = found if lang is None else lang.get(VAL, found)
    return "" if found.casefold() in _NO_LANGUAGE else found


def _without_language(styles: Styles, root: Element | None) -> Iterator[str]:
    for element in root.iterchildren(w("style")) if root is not None else ():
        lang = element.find(f"{w('rPr')}/{w('lang')}")
        style = styles.get(element.get(w("styleId"), ""))
        of_text = style is not None and style.kind == "paragraph"
        if style is not None and of_text and lang is not None and lang.get(VAL, "en").casefold() in _NO_LANGUAGE:
            yield shown(style.name)


def _serif_fonts(package: OpenPackage) -> Iterator[str]:
    """Fonts that the document's own table calls roman, and none that says in its name that it is without serifs."""
    name = package.related(_FONTS)
    for font in package.tree(name).iterchildren(w("font")) if name else ():
        family = child(font, w("family"))
        called = font.get(w("name"), "")
        if family is not None and family.get(VAL) == "roman" and not re.search(r"sans|gothic", called, re.IGNORECASE):
            yield called.casefold()
