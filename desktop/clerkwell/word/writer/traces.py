"""What people left in a template's text while they made it: comments, names, tracked changes. None of it is a report's.

A report is published; who edited its template and what they struck out is not. What their programs left beside the text
is in `leavings`. Parts that are otherwise left alone keep their numbers of editing sessions (`w:rsid`): those name
nobody, and a part that the report does not touch stays as the council made it.
"""

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import NUMBERING, RUN, STYLES, W14, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import remove
from clerkwell.word.writer.leavings import clear_leavings

# The last words of the relations of ECMA-376 part 1, 11.3.2, and of Microsoft's own beside it ([MS-DOCX] 2.1).
_TALK = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"})
_ANCHORS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
# ECMA-376 part 1, 17.13.5, and the conflicts that Word marks when two people save one document ([MS-DOCX] 2.5.1).
_TRACKED = (
    *(
        w(name)
        for name in (
            "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "pPrChange", "rPrChange",
            "sectPrChange", "tblPrChange", "tblGridChange", "tcPrChange", "trPrChange", "tblPrExChange",
            "numberingChange",
        )
    ),
    f"{{{W14}}}conflictIns",
    f"{{{W14}}}conflictDel",
)  # fmt: skip
# The sessions in which a thing was last edited (17.18.50): which parts of a text were written together.
_SESSIONS = tuple(
    w(name) for name in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "rsidSect", "rsidDel")
)  # fmt: skip
# Who alone may edit what is between these (17.13.7.2), by their name or address.
_ALLOWED = (w("permStart"), w("permEnd"))


def clear_traces(package: OpenPackage) -> None:
    """Take out of a template all that is its makers'. `WordError` for tracked changes: only they know which count."""
    clear_leavings(package)
    texts = stories(package)
    for part in (*texts, *(each for each in map(package.related, (STYLES, NUMBERING)) if each)):
        if next(package.tree(part).iter(*_TRACKED), None) is not None:
            raise WordError(
                "The template has tracked changes in it. Accept or reject them in Word, and save it with tracking off."
            )
    relations = package.relations(package.main)
    for relation in list(relations):
        if relation.kind.rpartition("/")[2] in _TALK:
            relations.drop(relation.id)
            package.drop(relation.target)
    for part in texts:
        if next(package.tree(part).iter(*_ANCHORS), None) is not None:
            _without_anchors(package.touch(part))
        if any(_names_somebody(each) for each in package.tree(part).iter(_ALLOWED[0])):
            _without_permissions(package.touch(part))
    main = package.touch(package.main)
    etree.strip_attributes(main, *_SESSIONS)
    _without_last_place(main)


def _without_anchors(root: Element) -> None:
    for anchor in list(root.iter(*_ANCHORS)):
        holder = anchor.getparent()
        remove(anchor)
        if holder is not None and holder.tag == RUN and all(each.tag == w("rPr") for each in holder):
            remove(holder)


def _without_permissions(root: Element) -> None:
    named = {each.get(w("id")) for each in root.iter(_ALLOWED[0]) if _names_somebody(each)}
    for each in [each for each in root.iter(*_ALLOWED) if each.get(w("id")) in named]:
        remove(each)


def _names_somebody(permission: Element) -> bool:
    return permission.get(w("ed")) is not None


def _without_last_place(root: Element) -> None:
    """Take out the bookmark by which Word remembers where somebody last typed."""
    numbers = {each.get(w("id")) for each in root.iter(w("bookmarkStart")) if each.get(w("name")) == "_GoBack"}
    for each in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))) if numbers else []:
        if each.get(w("id")) in numbers:
            remove(each)
