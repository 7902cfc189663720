"""Relations: how one part names another, or an address outside (ECMA-376 part 2, chapter 6.5)."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from clerkwell.word.ooxml.names import CORE_PROPERTIES, RELATIONS
from clerkwell.word.ooxml.xml import parse, serialise

_RELATION = f"{{{RELATIONS}}}Relationship"
# What LibreOffice calls the part that has the title; a document may have only one.
_SAME_KIND = {
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties": CORE_PROPERTIES
}


def relations_name(part: str) -> str:
    """The part that holds the relations of `part` ("" for the package's own)."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


@dataclass(frozen=True)
class Relation:
    """One relation. `target` is a part's name from the package's root, or, if `external`, an address."""

    id: str
    kind: str
    target: str
    external: bool = False


class Relations:
    """The relations of one part; `changed` says whether they were added to or taken from."""

    def __init__(self, part: str, data: bytes | None, actual: Callable[[str], str] = str) -> None:
        """`actual` gives the name that a part has in the archive, for one that is written otherwise."""
        self._part = part
        self._actual = actual
        self._root = (
            parse(data, relations_name(part))
            if data is not None
            else etree.Element(f"{{{RELATIONS}}}Relationships", nsmap={None: RELATIONS})
        )
        self.changed = False
        self._by_id = {relation.id: relation for relation in self._read()}
        self._ids = {(each.kind, each.target, each.external): each.id for each in self._by_id.values()}
        self._next = 1

    def __iter__(self) -> Iterator[Relation]:
        return iter(self._by_id.values())

    def get(self, relation_id: str) -> Relation | None:
        """The relation of this id."""
        return self._by_id.get(relation_id)

    def target(self, kind: str) -> str | None:
        """The part that the first relation of this kind names."""
        return next((each.target for each in self if each.kind == kind and not each.external), None)

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relation to this target; a new one only where there is none yet."""
        known = self._ids.get((kind, target, external))
        if known is not None:
            return known
        while f"rId{self._next}" in self._by_id:
            self._next += 1
        new = Relation(f"rId{self._next}", kind, target, external)
        written = target if external else posixpath.relpath(target, posixpath.dirname(self._part) or ".")
        element = etree.SubElement(self._root, _RELATION, Id=new.id, Type=kind, Target=written)
        if external:
            element.set("TargetMode", "External")
        self._by_id[new.id] = new
        self._ids[(kind, target, external)] = new.id
        self.changed = True
        return new.id

    def drop(self, relation_id: str) -> None:
        """Take a relation out."""
        gone = self._by_id.pop(relation_id)
        # Documents that went through several programs name one target twice.
        self._ids.pop((gone.kind, gone.target, gone.external), None)
        for element in self._root.findall(_RELATION):
            if element.get("Id") == relation_id:
                self._root.remove(element)
        self.changed = True

    def to_bytes(self) -> bytes:
        """The part that holds them."""
        return serialise(self._root)

    def _read(self) -> Iterator[Relation]:
        base = posixpath.dirname(self._part)
        for element in self._root.findall(_RELATION):
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            if not external:
                target = self._actual(posixpath.normpath(posixpath.join("/" + base, target)).lstrip("/"))
            kind = element.get("Type", "")
            yield Relation(element.get("Id", ""), _SAME_KIND.get(kind, kind), target, external)
