"""Tracked changes and comments taken out of a document: changes as if they were all accepted (17.13.5)."""

from typing import Final

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import PPR, RPR, TR, P, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.stories import stories
from clerkwell.word.ooxml.xml import child, put_in_place, remove

_COMING: Final = (w("ins"), w("moveTo"))
_GOING: Final = (w("del"), w("moveFrom"))
_MARKS: Final = frozenset(
    w(name)
    for name in (
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "cellIns", "cellMerge"),
        *(f"{name}Change" for name in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid", "numbering")),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
    )
)
_COMMENTED: Final = (w("commentRangeStart"), w("commentRangeEnd"))
# The parts of comments, by how their relations end.
_COMMENTS: Final = ("/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people")


def settle_tracked(root: Element) -> int:
    """Accept every tracked change of a part; how many there were."""
    # The mark of an insertion in properties says nothing of words: of a paragraph's end, or of a row.
    words = [each for each in root.iter(*_COMING, *_GOING)]
    marks = [each for each in root.iter() if each.tag in _MARKS]
    for each in words:
        holder = each.getparent()
        if holder is None:
            continue
        going = each.tag in _GOING
        if holder.tag == RPR:
            _paragraph_mark(each, going=going)
        elif holder.tag == w("trPr"):
            row = next(each.iterancestors(TR), None)
            remove(row if going and row is not None else each)
        elif going:
            remove(each)
        else:
            put_in_place(each, list(each))
    for each in marks:
        remove(each)
    for each in list(root.iter(w("cellDel"))):
        cell = next(each.iterancestors(w("tc")), None)
        if cell is not None:
            remove(cell)
    return len(words) + len(marks)


def _paragraph_mark(mark: Element, *, going: bool) -> None:
    """A paragraph whose end went: it is one with the next."""
    paragraph = next(mark.iterancestors(P), None)
    remove(mark)
    following = None if paragraph is None else paragraph.getnext()
    if not going or paragraph is None or following is None or following.tag != P:
        return
    # Its words go before those of the next one, whose properties stay (17.13.5.15).
    properties = child(following, PPR)
    at = 0 if properties is None else following.index(properties) + 1
    following[at:at] = [each for each in paragraph if each.tag != PPR]
    remove(paragraph)


def settle_comments(package: OpenPackage) -> int:
    """Take out every comment; how many there were."""
    relations = package.relations(package.main)
    number = 0
    for each in list(relations):
        if each.kind.endswith(_COMMENTS):
            if each.kind.endswith("/comments") and each.target in package.names:
                number = len(list(package.tree(each.target).iterchildren(w("comment"))))
            relations.drop(each.id)
            package.drop(each.target)
    for part in stories(package):
        root = package.tree(part)
        found = [*root.iter(*_COMMENTED), *root.iter(w("commentReference"))]
        for element in found:
            package.touch(part)
            run = element.getparent()
            remove(element)
            if run is not None and run.tag == w("r") and not any(inner.tag != RPR for inner in run):
                remove(run)
    return number
