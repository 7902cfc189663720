"""Pictures and other things that are drawn: what shows them, and what they say to who cannot see them."""

import posixpath

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.names import DECORATIVE, R
from clerkwell.word.reader.document import Picture
from clerkwell.word.reader.sources import Sources

_EMBED, _LINKED, _ID = f"{{{R}}}embed", f"{{{R}}}link", f"{{{R}}}id"
_DECORATIVE = f"{{{DECORATIVE}}}decorative"


class Pictures:
    """The pictures met so far, each file once. One that is outside the document is named and not fetched."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self.files: dict[str, bytes] = {}
        self._names: dict[str, str] = {}

    def add(
        self, part: str, element: Element, drawn: tuple[str, bool], across: int = 0, room: tuple[int, int] = (0, 0)
    ) -> tuple[Picture, str]:
        """A picture that an element of this part shows, and what cannot be shown of it ("" for nothing)."""
        alt, decorative = drawn
        relation = self._sources.relation(part, element.get(_EMBED) or element.get(_ID))
        if relation is not None and not relation.external:
            data = self._sources.data(relation.target)
            if data is not None:
                return Picture(self._name(relation.target, data), alt, decorative, across, room), ""
        linked = self._sources.relation(part, element.get(_LINKED) or element.get(_ID))
        if linked is not None and linked.external:
            name = posixpath.basename(linked.target.replace("\\", "/"))
            return Picture("", alt, decorative), f"a picture that is not in the document but elsewhere ({name})"
        return Picture("", alt, decorative), "a picture that is missing in the file"

    def _name(self, target: str, data: bytes) -> str:
        if target not in self._names:
            base = posixpath.basename(target)
            stem, ending = posixpath.splitext(base)
            name, number = base, 2
            while name in self.files:
                name, number = f"{stem}-{number}{ending}", number + 1
            self._names[target] = name
            self.files[name] = data
        return self._names[target]


def is_decorative(properties: Element) -> bool:
    """Whether the properties of a drawing say that it tells nothing."""
    mark = next(properties.iter(_DECORATIVE), None)
    return mark is not None and mark.get("val", "1") in ("1", "true")


def alternative(properties: Element) -> str:
    """What the properties of a drawing say in its place."""
    return properties.get("descr") or properties.get("title") or ""
