"""Where the parts of a pack stand in its Word document, and where a part that is moved has to stand."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from clerkwell.packs import Manifest, Pack, PackError, SectionSpec
from clerkwell.packs.repeating import SIGN_OFF
from clerkwell.word.ooxml import Places, WordError, template_places
from clerkwell.word.template.parts import Where

T = TypeVar("T")


@dataclass(frozen=True)
class Document:
    """The places of a pack's document, as far as its sections are concerned."""

    places: Places

    def has(self, tag: str) -> bool:
        """Whether there is a place of this tag."""
        kind, _, each = tag.partition(":")
        return each in self.places.ids(kind)

    def in_rows(self, group: str | None) -> bool:
        """Whether the sections of a group are rows of one table, which serves all of them."""
        return group is not None and self.has(f"repeat:{group}")

    def signs_off(self, manifest: Manifest, group: str | None) -> bool:
        """Whether the sections of a group stand in a table that says who signed each of them off."""
        if group is None or self.has(f"field:{group}.sign-off"):
            return group is not None and self.in_rows(group)
        return any(
            f"section:{each.id}" in place.inside
            for each in manifest.section
            if each.group == group
            for place in self.places.of("field")
            if place.id == signed_by(each.id)
        )

    def shape(self, spec: SectionSpec) -> str:
        """What a section's place goes round: "row" and the like; "none" where the rows of its table are all alike."""
        found = next((each.shape for each in self.places.of("section") if each.id == spec.id), "block")
        return "none" if self.in_rows(spec.group) else found

    def shape_in(self, manifest: Manifest, group: str | None, section: str = "") -> str:
        """What the place of a section goes round in this group; `section` is the one that is not looked at itself."""
        if self.in_rows(group):
            return "none"
        others = [each for each in manifest.section if group and each.group == group and each.id != section]
        return next((self.shape(each) for each in others), "block")

    def head(self, group: str | None) -> str:
        """The tag of a group's place; "" where it has none."""
        return f"group:{group}" if group and self.has(f"group:{group}") else ""

    def holds(self, group: str) -> bool:
        """Whether a group's place goes round its sections, not round its heading alone."""
        return any(f"group:{group}" in each.inside for each in self.places.of("section"))

    def sections(self, specs: Iterable[SectionSpec]) -> list[str]:
        """The tags of the places of these sections, as far as they have any."""
        return [f"section:{each.id}" for each in specs if self.has(f"section:{each.id}")]

    def inside(self, tag: str) -> frozenset[str]:
        """The ids of the questions that are printed in a place and nowhere else."""
        ids = {each.id for each in self.places.of("field") if tag in each.inside}
        return frozenset(ids - {each.id for each in self.places.of("field") if tag not in each.inside})

    def where(self, manifest: Manifest, section: str) -> Where:
        """Where a section has to stand for the document to have the manifest's order."""
        specs = list(manifest.section)
        at = next(at for at, each in enumerate(specs) if each.id == section)
        group = specs[at].group
        own = self.head(group)
        for each in reversed(specs[:at]):
            if own and each.group != group:
                return Where(after=own, group=group or "")
            if tag := self._tag(each):
                return Where(after=tag, group=group or "")
        if own:
            return Where(after=own, group=group or "")
        for each in specs[at + 1 :]:
            if tag := self.head(each.group) or self._tag(each):
                return Where(before=tag, group=group or "")
        raise PackError("The Word document has no other section beside which this one could stand. Mark one up first.")

    def _tag(self, spec: SectionSpec) -> str:
        return f"section:{spec.id}" if self.has(f"section:{spec.id}") else self.head(spec.group)


def document_of(pack: Pack) -> Document:
    """The document of a pack; `PackError` where it cannot be read."""
    return Document(in_word(lambda: template_places(pack.template)))


def in_word(run: Callable[[], T]) -> T:
    """Do something to the document; a fault of it is one of the pack."""
    try:
        return run()
    except WordError as error:
        raise PackError(str(error)) from error


def signed_by(section: str) -> str:
    """The id of the question who signed a section off."""
    return f"{section}{SIGN_OFF}"
