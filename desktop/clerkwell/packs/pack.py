"""A pack: a council's template document with its manifest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from clerkwell.model import PackRef
from clerkwell.packs.manifest import FieldSpec, GroupSpec, Manifest, RepeatSpec, SectionSpec


@dataclass(frozen=True)
class Pack:
    """A loaded pack. `files` are all its files by name, as bytes, so that a report can carry a copy."""

    manifest: Manifest
    files: Mapping[str, bytes] = field(repr=False)

    @property
    def id(self) -> str:
        """Its id, `city-of-london-2023`."""
        return self.manifest.pack.id

    @property
    def ref(self) -> PackRef:
        """Its id and version, as a report remembers them."""
        return PackRef(id=self.id, version=self.manifest.pack.version)

    @property
    def template(self) -> bytes:
        """The council's Word document."""
        return self.files["template.docx"]

    @property
    def sample_attachments(self) -> Mapping[str, bytes]:
        """The files that the sample report keeps, by the name it knows them under: the pack's folder `sample/`."""
        start = "sample/"
        return {name.removeprefix(start): data for name, data in self.files.items() if name.startswith(start)}

    @cached_property
    def _fields(self) -> Mapping[str, FieldSpec]:
        return {spec.id: spec for spec in self.manifest.field}

    @cached_property
    def _sections(self) -> Mapping[str, SectionSpec]:
        return {spec.id: spec for spec in self.manifest.section}

    def field(self, field_id: str) -> FieldSpec | None:
        """The field of this id (`subject`, `committees.date`)."""
        return self._fields.get(field_id)

    def section(self, section_id: str) -> SectionSpec | None:
        """The section of this id; none for a report's own."""
        return self._sections.get(section_id)

    def group(self, group_id: str | None) -> GroupSpec | None:
        """The group of this id."""
        return next((spec for spec in self.manifest.group if spec.id == group_id), None)

    def repeat(self, repeat_id: str) -> RepeatSpec | None:
        """The repeat of this id."""
        return next((spec for spec in self.manifest.repeat if spec.id == repeat_id), None)

    def fields_of(self, repeat_id: str) -> tuple[FieldSpec, ...]:
        """The fields of a repeat, in the manifest's order."""
        return tuple(spec for spec in self.manifest.field if spec.id.startswith(f"{repeat_id}."))

    @property
    def single_fields(self) -> tuple[FieldSpec, ...]:
        """The fields that come once, in the manifest's order."""
        return tuple(spec for spec in self.manifest.field if "." not in spec.id)
