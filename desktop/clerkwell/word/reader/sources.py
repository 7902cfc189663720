"""The parts of a document as a careful reader finds them: what is missing or damaged counts as absent, and is named."""

from lxml.etree import _Element as Element

from clerkwell.word.ooxml.errors import WordError
from clerkwell.word.ooxml.opened import OpenPackage
from clerkwell.word.ooxml.relations import Relation


class Sources:
    """The parts of one document. `missing` names in words what was there and could not be read."""

    def __init__(self, package: OpenPackage) -> None:
        self.package = package
        self.main = package.main
        self.missing: list[str] = []
        self._relations: dict[str, dict[str, Relation]] = {}
        self._failed: set[str] = set()

    def tree(self, part: str | None, what: str) -> Element | None:
        """A part as XML; none where it is absent. `what` names it to people if it is damaged."""
        if part is None or part in self._failed:
            return None
        if part not in self.package.names:
            self._lost(part, what, "missing")
            return None
        try:
            return self.package.tree(part)
        except WordError:
            self._lost(part, what, "damaged")
            return None

    def related(self, kind: str, what: str, part: str | None = None) -> Element | None:
        """The part of this kind that the main document (or `part`) names, as XML.

        Kinds are compared by their last word: programs write their beginnings in several ways.
        """
        ending = kind.rpartition("/")[2]
        for each in self.relations(self.main if part is None else part).values():
            if each.kind.rpartition("/")[2] == ending and not each.external:
                return self.tree(each.target, what)
        return None

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part by their ids."""
        if part not in self._relations:
            try:
                self._relations[part] = {each.id: each for each in self.package.relations(part)}
            except WordError:
                self._relations[part] = {}
                self._lost(part, "what the document points at", "damaged")
        return self._relations[part]

    def relation(self, part: str, relation_id: str | None) -> Relation | None:
        """One relation of a part."""
        return self.relations(part).get(relation_id) if relation_id else None

    def data(self, part: str) -> bytes | None:
        """The bytes of a part; none where it is absent."""
        return self.package.data(part) if part in self.package.names else None

    def _lost(self, part: str, what: str, how: str) -> None:
        self._failed.add(part)
        said = f"{what} ({how} in the file)"
        if said not in self.missing:
            self.missing.append(said)
