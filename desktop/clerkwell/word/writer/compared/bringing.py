"""What the earlier document has brought into the later one: its pictures, addresses, lists and footnotes."""

from collections.abc import Hashable
from copy import deepcopy
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import CONTENT_TYPES, FOOTNOTES, NUMBERING, NUMBERING_TYPE, VAL, WP, R, W, w
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.xml import child
from clerkwell.word.writer.compared.pointers import Pointers, bookmark_names
from clerkwell.word.writer.notes import Notes

_NUM: Final = w("num")
_ABSTRACT: Final = w("abstractNum")
_ABSTRACT_ID: Final = w("abstractNumId")
_NUM_ID: Final = w("numId")
_NOTE: Final = w("footnote")
_DOC_PR: Final = f"{{{WP}}}docPr"
_RELATED: Final = f"{{{R}}}"


class Bringing:
    """Makes copies of what stands in the earlier document that mean the same in the later one."""

    def __init__(self, before: OpenPackage, after: OpenPackage) -> None:
        self.before = before
        self.after = after
        self.pointers = Pointers(bookmark_names(after.tree(after.main)))
        self._lists: dict[str, str] = {}
        self._media: dict[str, str] = {}
        drawings = after.tree(after.main).iter(_DOC_PR)
        self._drawing = max((int(each.get("id", "0")) for each in drawings), default=0) + 1000

    def copied(self, element: Element, part: str) -> Element:
        """A copy of what stands in this part of the earlier document."""
        done = deepcopy(element)
        done.tail = None
        for each in done.iter(etree.Element):
            for name, value in each.attrib.items():
                if str(name).startswith(_RELATED):
                    each.set(name, self._relation(str(value), part))
            if each.tag == _NUM_ID:
                each.set(VAL, self.list_id(each.get(VAL, "0")))
            elif each.tag == _DOC_PR:
                self._drawing += 1
                each.set("id", str(self._drawing))
        return done

    def list_id(self, number: str) -> str:
        """The number that a list of the earlier document has in the later one."""
        if number not in self._lists:
            self._lists[number] = self._list(number)
        return self._lists[number]

    def footnote(self, number: str) -> tuple[str, Element] | None:
        """A footnote of the earlier document, brought into the later one, and its number there."""
        source = self.before.related(FOOTNOTES)
        note = None if source is None else found_note(self.before, number)
        if source is None or note is None:
            return None
        part = Notes(self.after).part()
        root = self.after.touch(part)
        free = str(max([0, *(int(each.get(w("id"), "0")) for each in root.iterchildren(_NOTE))]) + 1)
        done = self.copied_between(note, source, part)
        done.set(w("id"), free)
        root.append(done)
        return free, done

    def copied_between(self, element: Element, source: str, target: str) -> Element:
        """A copy from a part of the earlier document for a part of another name."""
        done = deepcopy(element)
        for each in done.iter(etree.Element):
            for name, value in each.attrib.items():
                if str(name).startswith(_RELATED):
                    each.set(name, self._relation(str(value), source, target))
        return done

    def _relation(self, number: str, part: str, target: str = "") -> str:
        relation = self.before.relations(part).get(number)
        if relation is None:
            return number
        there = self.after.relations(target or part)
        if relation.external:
            return there.add(relation.kind, relation.target, external=True)
        return there.add(relation.kind, self._file(relation.target))

    def _file(self, name: str) -> str:
        """The name in the later document of a file of the earlier one."""
        if name not in self.before.names:
            return name
        if name not in self._media:
            data = self.before.data(name)
            same = [each for each in self.after.names if each.startswith("word/") and self.after.data(each) == data]
            self._media[name] = same[0] if same else self._added(name, data)
        return self._media[name]

    def _added(self, name: str, data: bytes) -> str:
        extension = name.rpartition(".")[2].lower()
        types = self.before.tree("[Content_Types].xml").iter(f"{{{CONTENT_TYPES}}}Default")
        kinds = {each.get("Extension", "").lower(): each.get("ContentType", "") for each in types}
        kind = kinds.get(extension, "")
        done = self.after.free_name(f"word/media/earlier{{}}.{extension}")
        self.after.add(done, data, kind or f"image/{extension}")
        return done

    def _list(self, number: str) -> str:
        source = self.before.related(NUMBERING)
        mine = None if source is None else _numbered(self.before.tree(source), number)
        if source is None or mine is None:
            return number
        part = self.after.related(NUMBERING)
        if part is None:
            part = "word/numbering.xml"
            self.after.add(part, f'<w:numbering xmlns:w="{W}"/>'.encode(), NUMBERING_TYPE)
            self.after.relations(self.after.main).add(NUMBERING, part)
        there = _numbered(self.after.tree(part), number)
        abstract = _abstract(self.before.tree(source), mine)
        if there is not None and _same(mine, there) and _same(abstract, _abstract(self.after.tree(part), there)):
            return number
        root = self.after.touch(part)
        new = deepcopy(mine)
        free = str(max([0, *(int(each.get(_NUM_ID, "0")) for each in root.iterchildren(_NUM))]) + 1)
        new.set(_NUM_ID, free)
        base = child(new, _ABSTRACT_ID)
        known = next((each for each in root.iterchildren(_ABSTRACT) if _same(each, abstract)), None)
        if base is not None and abstract is not None and known is None:
            known = deepcopy(abstract)
            used = [int(each.get(_ABSTRACT_ID, "0")) for each in root.iterchildren(_ABSTRACT)]
            known.set(_ABSTRACT_ID, str(max([-1, *used]) + 1))
            root.insert(len(used), known)
        if base is not None and known is not None:
            base.set(VAL, known.get(_ABSTRACT_ID, "0"))
        nums = list(root.iterchildren(_NUM))
        if nums:
            nums[-1].addnext(new)
        else:
            root.append(new)
        return free


def found_note(package: OpenPackage, number: str) -> Element | None:
    """A footnote of a document."""
    part = package.related(FOOTNOTES)
    notes = () if part is None else package.tree(part).iterchildren(_NOTE)
    return next((each for each in notes if each.get(w("id")) == number), None)


def _numbered(root: Element, number: str) -> Element | None:
    return next((each for each in root.iterchildren(_NUM) if each.get(_NUM_ID) == number), None)


def _abstract(root: Element, num: Element) -> Element | None:
    base = child(num, _ABSTRACT_ID)
    number = None if base is None else base.get(VAL)
    return next((each for each in root.iterchildren(_ABSTRACT) if each.get(_ABSTRACT_ID) == number), None)


def _same(one: Element | None, other: Element | None) -> bool:
    if one is None or other is None:
        return one is other
    return xml_key(one) == xml_key(other)


def xml_key(element: Element) -> Hashable:
    """What makes an element the same as another: its name, attributes, text and children, however they are written."""
    attributes = tuple(sorted((str(name), str(value)) for name, value in element.attrib.items()))
    inner = tuple([xml_key(each) for each in element.iterchildren(etree.Element)])
    return element.tag, attributes, (element.text or "").strip(), inner
