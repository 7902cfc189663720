"""A document as LibreOffice lays it out rightly: without what its versions of today stumble over.

Only what pages are made of is changed in this way, never a document that is given to people.
"""

from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import DECORATIVE, FOOTER, FOOTNOTES, HEADER, PPR, SDT, SDT_CONTENT, TBL, TR, WP, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child, put_in_place, remove

ORNAMENT: Final = "\ue000ornament\ue000"
"""What a decorative picture is described as in LibreOffice's PDF, so that it can be told from one without words."""


def for_libreoffice(document: bytes) -> bytes:
    """The same words and looks. Raises `WordError` for what is no Word document.

    Controls go, as links in them get no tag in its PDFs. And the first row below a table's headers may split: where it
    is the last row that has room on its page, LibreOffice 7.4 shows none of the rows after it if it may not. Decorative
    pictures are described as `ORNAMENT`: 7.4 does not know them from those that nobody has described.
    """
    package = OpenPackage(document)
    others = [each.target for each in package.relations(package.main) if each.kind in (HEADER, FOOTER, FOOTNOTES)]
    for part in (package.main, *(each for each in others if each in package.names)):
        controls = list(package.tree(part).iter(SDT))
        if controls:
            package.touch(part)
        # The inner ones first: what is put in the place of an outer one is plain already.
        for control in reversed(controls):
            inside = child(control, SDT_CONTENT)
            put_in_place(control, [] if inside is None else list(inside))
    for table in package.tree(package.main).iter(TBL):
        _loosen(table, package)
    for mark in package.tree(package.main).iter(f"{{{DECORATIVE}}}decorative"):
        shown = next(mark.iterancestors(f"{{{WP}}}docPr"), None)
        if shown is not None and mark.get("val", "1") not in ("0", "false"):
            package.touch(package.main)
            shown.set("descr", ORNAMENT)
    return package.save()


def _loosen(table: Element, package: OpenPackage) -> None:
    rows = [row for row in table.iterchildren(TR) if row.find(f"{w('trPr')}/{w('tblHeader')}") is None]
    mark = rows[0].find(f"{w('trPr')}/{w('cantSplit')}") if rows else None
    if mark is None:
        return
    package.touch(package.main)
    remove(mark)
    # What keeps the lines of each of its paragraphs together does no harm.
    for paragraph in rows[0].iter(P):
        properties = child(paragraph, PPR)
        if properties is None:
            properties = paragraph.makeelement(PPR, {})
            paragraph.insert(0, properties)
        if child(properties, w("keepLines")) is None:
            before = sum(1 for each in properties if each.tag in (w("pStyle"), w("keepNext")))
            properties.insert(before, properties.makeelement(w("keepLines"), {}))
