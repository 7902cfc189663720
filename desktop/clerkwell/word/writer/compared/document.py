"""The later of two reports in the council's template, with what differs from the earlier one as tracked changes.

Both are written as finals by the one writer, and the two documents are held against each other, paragraph by paragraph,
row by row, word by word. So whatever a template prints, in its headers too, is compared as it is printed.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.model import Report
from clerkwell.packs import Pack
from clerkwell.word.ooxml.names import BODY, FOOTER, HEADER, SECT_PR
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child
from clerkwell.word.writer.compared.blocks import changed_blocks
from clerkwell.word.writer.compared.bringing import Bringing
from clerkwell.word.writer.compared.marks import Marks
from clerkwell.word.writer.compared.paragraphs import Story
from clerkwell.word.writer.document import write_document
from clerkwell.word.writer.supplies import highest_bookmark


def write_comparison(
    before: Report,
    after: Report,
    pack: Pack,
    *,
    by: str,
    when: datetime,
    attachments: Mapping[str, bytes] | None = None,
) -> bytes:
    """The report `after` as a Word document whose tracked changes, all rejected, leave the report `before`.

    `by` and `when` are what Word shows as their author and date. Text that was moved is one deletion and one insertion.
    The same reports make the same bytes. `WordError` says what keeps the document from being made.
    """
    documents = [write_document(each, pack, draft=False, attachments=attachments) for each in (before, after)]
    return compared(documents[0], documents[1], by=by, when=when)


def compared(before: bytes, after: bytes, *, by: str, when: datetime) -> bytes:
    """The later of two documents that one template was filled for, with what differs as tracked changes."""
    old, new = OpenPackage(before), OpenPackage(after)
    bringing = Bringing(old, new)
    marks = Marks(by or "Clerkwell", when, highest_bookmark(new) + 1)
    _compare_bodies(Story(new.main, bringing, marks, {}, {}))
    for relation in list(new.relations(new.main)):
        name = relation.target
        shared = relation.kind in (HEADER, FOOTER) and name in new.names and name in old.names
        if shared and old.data(name) != new.data(name):
            root = new.touch(name)
            story = Story(name, bringing, marks, {}, {})
            _put(root, changed_blocks(_elements(old.tree(name)), _elements(root), story))
    return new.save()


def _compare_bodies(story: Story) -> None:
    old, new = story.bringing.before, story.bringing.after
    before, after = child(old.tree(old.main), BODY), child(new.touch(new.main), BODY)
    if before is None or after is None:
        return
    section = child(after, SECT_PR)
    done = changed_blocks(_elements(before), _elements(after), story)
    _put(after, [*done, *([] if section is None else [section])])
    story.bringing.pointers.settle(after, story.marks)


def _elements(root: Element) -> Sequence[Element]:
    return [each for each in root.iterchildren(etree.Element) if each.tag != SECT_PR]


def _put(root: Element, elements: Sequence[Element]) -> None:
    for each in list(root):
        root.remove(each)
    root.extend(elements)
