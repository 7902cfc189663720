"""What people left in a template while they made it: comments, their names, tracked changes. None of it is a report's.

A report is published; who edited its template, where it lay on their disk, and what they struck out is not.
"""

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.names import FOOTER, HEADER, RUN, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import remove

# The last words of the relations of ECMA-376 part 1, 11.3.2, and of Microsoft's own beside it ([MS-DOCX] 2.1).
_TALK = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"})
_ANCHORS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))
# ECMA-376 part 1, 17.13.5.
_TRACKED = tuple(
    w(name)
    for name in (
        "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "pPrChange", "rPrChange",
        "sectPrChange", "tblPrChange", "tblGridChange", "tcPrChange", "trPrChange", "tblPrExChange", "numberingChange",
    )
)  # fmt: skip
_EXTENDED = "/extended-properties"
# ECMA-376 part 1, 22.2.2: the file on its maker's disk, their manager, their computer's owner, their hours.
_PRIVATE = frozenset({"Template", "Manager", "Company", "HyperlinkBase", "TotalTime"})


def clear_traces(package: OpenPackage) -> None:
    """Take comments and private properties out. `WordError` for tracked changes: only people know which are meant."""
    relations = package.relations(package.main)
    stories = [each.target for each in relations if each.kind in (HEADER, FOOTER) and each.target in package.names]
    for part in (package.main, *stories):
        if next(package.tree(part).iter(*_TRACKED), None) is not None:
            raise WordError(
                "The template has tracked changes in it. Accept or reject them in Word, and save it with tracking off."
            )
    talk = [each for each in relations if each.kind.rpartition("/")[2] in _TALK]
    if talk:
        for relation in talk:
            relations.drop(relation.id)
            package.drop(relation.target)
        _without_anchors(package.touch(package.main))
    for relation in package.relations(""):
        if relation.kind.endswith(_EXTENDED) and relation.target in package.names:
            private = [each for each in package.tree(relation.target) if _name(each) in _PRIVATE]
            for each in private:
                package.touch(relation.target).remove(each)


def _without_anchors(root: Element) -> None:
    for anchor in list(root.iter(*_ANCHORS)):
        holder = anchor.getparent()
        remove(anchor)
        if holder is not None and holder.tag == RUN and all(_name(each) == "rPr" for each in holder):
            remove(holder)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
