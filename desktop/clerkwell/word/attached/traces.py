"""Where a Word document keeps what is no reader's business: the names of elements and parts, and finding them.

ECMA-376 part 1: tracked changes 17.13.5, comments 17.13.4, hidden text 17.3.2.41, variables 17.15.1.32, revision
numbers 17.15.1.72, properties 22.2 and 22.3. Microsoft's own parts beside comments: [MS-DOCX] 2.1.
"""

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import CUSTOM_XML, FOOTER, HEADER, RPR, RUN, SETTINGS, VAL, R, T, w
from clerkwell.word.ooxml.opened import OpenPackage

TALK: Final = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"})
COMMENT_MARKS: Final = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
INSERTED: Final = (w("ins"), w("moveTo"))
DELETED: Final = (w("del"), w("moveFrom"))
# Looks, cells and numbers as they were before a change.
FORMER: Final = tuple(
    w(name)
    for name in (
        "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "tcPrChange", "trPrChange",
        "tblPrExChange", "numberingChange", "cellIns", "cellMerge",
    )
)  # fmt: skip
CELL_DELETED: Final = w("cellDel")
RANGES: Final = tuple(
    w(f"{name}{end}")
    for name in ("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange",
                 "customXmlMoveFromRange", "customXmlMoveToRange")
    for end in ("Start", "End")
)  # fmt: skip
TRACKED: Final = (*INSERTED, *DELETED, *FORMER, CELL_DELETED)
VANISH: Final = w("vanish")
ATTACHED_TEMPLATE: Final = f"{R}/attachedTemplate"
EXTENDED: Final = f"{R}/extended-properties"
THUMBNAIL: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_STORIES: Final = (HEADER, FOOTER, f"{R}/footnotes", f"{R}/endnotes")
_OFF: Final = frozenset({"0", "false", "off"})

# Elements of docProps/core.xml and docProps/app.xml that name people and places (22.2.2; part 2, 8.3).
CORE_NAMES: Final = {"creator": "its author", "lastModifiedBy": "who changed it last"}
APP_NAMES: Final = {
    "Manager": "a manager",
    "Company": "a company",
    "Template": "the template it was made from",
    "HyperlinkBase": "an address that its links begin from",
}


def stories(package: OpenPackage) -> tuple[str, ...]:
    """The parts that hold text: the main one, headers, footers, footnotes and endnotes."""
    found = [each.target for each in package.relations(package.main) if each.kind in _STORIES and not each.external]
    return tuple(dict.fromkeys((package.main, *(name for name in found if name in package.names))))


def talk(package: OpenPackage) -> tuple[str, ...]:
    """The ids of the main part's relations to comments and the people who made them."""
    return tuple(each.id for each in package.relations(package.main) if each.kind.rpartition("/")[2] in TALK)


def settings_part(package: OpenPackage) -> str | None:
    """The part with the document's settings."""
    return package.related(SETTINGS)


def property_part(package: OpenPackage, kind: str) -> str | None:
    """A part of properties, by the last word of its relation's kind."""
    for each in package.relations(""):
        if each.kind.rpartition("/")[2] == kind and not each.external and each.target in package.names:
            return each.target
    return None


def data_relations(package: OpenPackage) -> tuple[str, ...]:
    """The ids of the main part's relations to data behind the text (custom XML)."""
    return tuple(each.id for each in package.relations(package.main) if each.kind == CUSTOM_XML)


def hidden_runs(root: Element) -> Iterator[Element]:
    """Runs of text that are formatted as hidden. Codes of fields are left alone: Word hides index entries itself."""
    for vanish in root.iter(VANISH):
        properties = vanish.getparent()
        run = None if properties is None else properties.getparent()
        if properties is None or run is None or properties.tag != RPR or run.tag != RUN:
            continue
        if vanish.get(VAL, "1") not in _OFF and run.find(T) is not None:
            yield run


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
