"""Where a Word document keeps what is no reader's business: the names of elements and parts, and finding them.

ECMA-376 part 1: tracked changes 17.13.5, comments 17.13.4, hidden text 17.3.2.41, variables 17.15.1.32, revision
numbers 17.15.1.72, properties 22.2 and 22.3. Microsoft's own parts beside comments: [MS-DOCX] 2.1.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import (
    CUSTOM_XML,
    FOOTER,
    HEADER,
    NUMBERING,
    RPR,
    RUN,
    SETTINGS,
    STYLES,
    VAL,
    W14,
    R,
    T,
    w,
)
from clerkwell.word.ooxml.opened import OpenPackage

TALK: Final = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"})
COMMENT_MARKS: Final = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
# With the conflicts that Word marks when two people save one document ([MS-DOCX] 2.5.1).
INSERTED: Final = (w("ins"), w("moveTo"), f"{{{W14}}}conflictIns")
DELETED: Final = (w("del"), w("moveFrom"), f"{{{W14}}}conflictDel")
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
THUMBNAIL: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_STORIES: Final = (HEADER, FOOTER, f"{R}/footnotes", f"{R}/endnotes")
_OFF: Final = frozenset({"0", "false", "off"})

# Elements of docProps/core.xml and docProps/app.xml that name people and places (22.2.2; part 2, 8.3).
CORE_NAMES: Final = {
    "creator": "its author",
    "lastModifiedBy": "who changed it last",
    "description": "a remark in its properties",
}
# Settings that tell of people and places (17.14.20, 17.15.1.76), by name, and what to call them.
SETTINGS_TOLD: Final = {
    "docVars": "hidden variables",
    "rsids": "numbers of editing sessions",
    "mailMerge": "a list that letters were sent by (mail merge)",
    "saveThroughXslt": "where a transformation lay on a disk",
}
# Between these somebody alone may edit, by name or address (17.13.7.2).
PERMISSIONS: Final = (w("permStart"), w("permEnd"))
PRINTER: Final = f"{R}/printerSettings"
CHUNK: Final = f"{R}/aFChunk"
_ON_A_DISK: Final = re.compile(r"^(?:file:|[A-Za-z]:[\\/]|\\\\)", re.IGNORECASE)
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


def hidden_runs(root: Element, styles: frozenset[str] = frozenset()) -> Iterator[Element]:
    """Runs of text that are formatted as hidden, by themselves, by one of these styles, or with their row of a table.

    Codes of fields are left alone: Word hides index entries itself.
    """
    seen: set[Element] = set()
    for mark in root.iter(VANISH, w("rStyle"), w("pStyle"), w("hidden")):
        for run in _runs_hidden_by(mark, styles):
            if run not in seen and run.find(T) is not None:
                seen.add(run)
                yield run


def _runs_hidden_by(mark: Element, styles: frozenset[str]) -> Iterator[Element]:
    properties = mark.getparent()
    holder = None if properties is None else properties.getparent()
    if properties is None or holder is None:
        return
    by_itself = mark.tag in (VANISH, w("hidden")) and mark.get(VAL, "1") not in _OFF
    by_style = mark.tag in (w("rStyle"), w("pStyle")) and mark.get(VAL, "") in styles
    if not by_itself and not by_style:
        return
    if properties.tag == RPR and holder.tag == RUN:
        yield holder
    elif (mark.tag, properties.tag) in ((w("pStyle"), w("pPr")), (w("hidden"), w("trPr"))):
        # A run may show what its paragraph's style hides.
        yield from (run for run in holder.iter(RUN) if not _shown_itself(run))


def _shown_itself(run: Element) -> bool:
    vanish = run.find(f"{RPR}/{VANISH}")
    return vanish is not None and vanish.get(VAL, "1") in _OFF


def hidden_styles(package: OpenPackage) -> frozenset[str]:
    """The styles whose text is hidden, with those that are based on them (17.7.4.3)."""
    part = package.related(STYLES)
    if part is None or b"vanish" not in package.data(part):
        return frozenset()
    above: dict[str, str] = {}
    found: dict[str, bool] = {}
    for style in package.tree(part).iter(w("style")):
        name = style.get(w("styleId"), "")
        base, vanish = style.find(w("basedOn")), style.find(f"{RPR}/{VANISH}")
        if base is not None:
            above[name] = base.get(VAL, "")
        if vanish is not None:
            found[name] = vanish.get(VAL, "1") not in _OFF

    def hides(name: str) -> bool:
        for _ in range(len(above) + 1):
            if name in found:
                return found[name]
            name = above.get(name, "")
        return False

    return frozenset(name for name in (*above, *found) if hides(name))


def changeable(package: OpenPackage) -> tuple[str, ...]:
    """The parts that may hold tracked changes: those with text, and those that say how text looks."""
    looks = (package.related(STYLES), package.related(NUMBERING))
    return (*stories(package), *(each for each in looks if each))


def links_to_disks(package: OpenPackage) -> bool:
    """Whether something in the text leads to a file on somebody's disk."""
    return any(
        each.external and each.kind != ATTACHED_TEMPLATE and _ON_A_DISK.match(each.target)
        for part in stories(package)
        for each in package.relations(part)
    )


def pictures(package: OpenPackage) -> tuple[str, ...]:
    """The parts that are pictures."""
    return tuple(name for name in package.names if name.startswith("word/media/"))


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
