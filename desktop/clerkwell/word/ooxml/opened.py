"""A Word document opened: its parts, read as XML when asked for, and written back only if they were changed."""

from collections.abc import Container, Mapping
from functools import partial
from urllib.parse import unquote

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.kinds import other_office
from clerkwell.word.ooxml.names import CONTENT_TYPES, OFFICE_DOCUMENT, W_STRICT
from clerkwell.word.ooxml.package import read_package, write_package
from clerkwell.word.ooxml.relations import Relations, relations_name
from clerkwell.word.ooxml.strict import transitional
from clerkwell.word.ooxml.xml import parse, serialise

_TYPES = "[Content_Types].xml"
_DEFAULT = f"{{{CONTENT_TYPES}}}Default"
_OVERRIDE = f"{{{CONTENT_TYPES}}}Override"


# A tag is two of these marks, and takes lxml some 120 bytes: a million and a half are 1.5 million words, or 180 MB.
MOST_MARKS = 1_500_000


class OpenPackage:
    """The parts of one document while it is being read or filled.

    A part that nobody calls `touch` for keeps its bytes: reading it as XML does not change it.
    """

    def __init__(self, data: bytes, *, lenient: bool = False) -> None:
        """`lenient`: somebody else's document, opened as far as a careful reader can; see `anything.open_any`."""
        self._parts = read_package(data, lenient=lenient)
        if lenient:
            self._parts = transitional(self._parts)
        # No method: what holds its package again keeps all its trees until somebody looks for garbage.
        self._actual = partial(_actual, self._parts, {name.casefold(): name for name in self._parts})
        self._marks = MOST_MARKS
        self._trees: dict[str, Element] = {}
        self._touched: set[str] = set()
        self._relations: dict[str, Relations] = {}
        main = self.relations("").target(OFFICE_DOCUMENT)
        if lenient and (main is None or main not in self._parts):
            main = self._actual("word/document.xml")
        if main is None or main not in self._parts:
            raise WordError(
                other_office(self._parts) or "This is not a Word document: it does not say where its text is."
            )
        self.main = main
        if self.tree(main).tag == f"{{{W_STRICT}}}document":
            raise WordError("The document is saved as Strict Open XML. Save it in Word as an ordinary .docx.")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._parts)

    def data(self, name: str) -> bytes:
        """The bytes of a part as they were read or added."""
        return self._parts[name]

    def tree(self, name: str) -> Element:
        """A part as XML; the same tree each time."""
        if name not in self._trees:
            data = self._parts[name]
            self._marks -= data.count(b"<")
            if self._marks < 0:
                raise WordError("The Word document was not opened: it holds more than any report in print.")
            self._trees[name] = parse(data, name)
        return self._trees[name]

    def touch(self, name: str) -> Element:
        """A part as XML, to be changed."""
        self._touched.add(name)
        return self.tree(name)

    def relations(self, name: str) -> Relations:
        """The relations of a part ("" for the package's own)."""
        if name not in self._relations:
            self._relations[name] = Relations(name, self._parts.get(relations_name(name)), self._actual)
        return self._relations[name]

    def related(self, kind: str) -> str | None:
        """The part that the main document relates to in this way, if it is there."""
        target = self.relations(self.main).target(kind)
        return target if target in self._parts else None

    def add(self, name: str, data: bytes, content_type: str) -> None:
        """Add a part, with its content type."""
        self._parts[name] = data
        types = self.tree(_TYPES)
        extension = name.rpartition(".")[2].lower()
        part_name = f"/{name}"
        if any(each.get("PartName") == part_name for each in types.findall(_OVERRIDE)):
            return
        declared = {each.get("Extension", "").lower(): each.get("ContentType") for each in types.findall(_DEFAULT)}
        if declared.get(extension) == content_type:
            return
        self.touch(_TYPES)
        if extension in declared or extension == "xml":
            new = types.makeelement(_OVERRIDE, {"PartName": part_name, "ContentType": content_type})
            types.append(new)
        else:
            new = types.makeelement(_DEFAULT, {"Extension": extension, "ContentType": content_type})
            types.insert(len(declared), new)

    def put(self, name: str, data: bytes) -> None:
        """Put other bytes in place of a part that is no XML: a picture's."""
        self._parts[name] = data

    def drop(self, name: str) -> None:
        """Take a part out, and what only it relates to, with their content types."""
        if name not in self._parts:
            return
        relations = self.relations(name)
        del self._parts[name]
        self._parts.pop(relations_name(name), None)
        self._relations.pop(name)
        self._touched.discard(name)
        types = self.touch(_TYPES)
        for each in types.findall(_OVERRIDE):
            if each.get("PartName", "").lower() == f"/{name}".lower():
                types.remove(each)
        for relation in list(relations):
            if not relation.external and not self._is_related(relation.target):
                self.drop(relation.target)

    def _is_related(self, name: str) -> bool:
        """Whether any part relates to this one."""
        holders = [each for each in ("", *self._parts) if not each or relations_name(each) in self._parts]
        return any(
            relation.target == name and not relation.external
            for each in {*holders, *self._relations}
            for relation in self.relations(each)
        )

    def free_name(self, pattern: str) -> str:
        """A part name of this pattern ("word/header{}.xml") that is not taken."""
        number = 1
        while pattern.format(number) in self._parts:
            number += 1
        return pattern.format(number)

    def save(self) -> bytes:
        """The document as it is now."""
        parts = dict(self._parts)
        for name in self._touched:
            parts[name] = serialise(self._trees[name])
        for name, relations in self._relations.items():
            if relations.changed:
                parts[relations_name(name)] = relations.to_bytes()
        return write_package(parts)


def _actual(parts: Container[str], by_folded: Mapping[str, str], name: str) -> str:
    """The name that a part has in the archive: capitals do not count (part 2, 6.2.2.3), nor how it is escaped."""
    if name in parts:
        return name
    return by_folded.get(name.casefold(), "") or by_folded.get(unquote(name).casefold(), name)
