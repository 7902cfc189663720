"""A pack: a council's template document with its manifest."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clerkwell.model import PackRef
    from clerkwell.packs.manifest import FieldSpec, GroupSpec, Manifest, RepeatSpec, SectionSpec


class Told(NamedTuple):
    """What is told of a pack before anybody writes in it: `[pack]` of its manifest, as far as a choice needs it."""

    id: str
    version: str
    series: str
    council: str
    title: str
    description: str
    # It keeps each report's own order: it is no council's.
    general: bool
    effective_from: date
    effective_to: date | None
    # "draft", "active" or "archived".
    state: str = "active"

    @property
    def number(self) -> tuple[int, ...]:
        """Its version as numbers, so that 1.10 comes after 1.9."""
        return tuple(int(part) for part in self.version.split("."))

    @property
    def offered(self) -> bool:
        """Whether authors may start a report in it."""
        return self.state == "active"

    def holds(self, on: date) -> bool:
        """Whether it is in date for a meeting on this day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


@dataclass(frozen=True)
class Pack:
    """A loaded pack. `files` are all its files by name, as bytes, so that a report can carry a copy."""

    manifest: Manifest
    files: Mapping[str, bytes] = field(repr=False)

    @classmethod
    def remembered(cls, kept: str, files: Mapping[str, bytes]) -> Pack:
        """The pack whose manifest, known to be sound, is `kept` as JSON: it is read when it is first asked for.

        What a start page tells of it needs none of the model, which takes longer to load than the page. Raises
        `ValueError` (or `KeyError`, `TypeError`) for a text that is no manifest's.
        """
        about = json.loads(kept)["pack"]
        until = about.get("effective_to")
        told = Told(
            id=about["id"],
            version=about["version"],
            series=about["series"],
            council=about["council"],
            title=about["title"],
            description=str(about.get("description", "")),
            general=about.get("order") == "report",
            effective_from=date.fromisoformat(about["effective_from"]),
            effective_to=date.fromisoformat(until) if until else None,
            state=str(about.get("state", "active")),
        )
        pack = cls.__new__(cls)
        # No `manifest` yet; `told` is what the cached property of that name would have worked out.
        pack.__dict__.update(files=files, told=told, _kept=kept)
        return pack

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """The manifest of a remembered pack, read at the first look; nothing else is ever lacking."""
            kept = self.__dict__.get("_kept")
            if name != "manifest" or kept is None:
                raise AttributeError(name)
            from clerkwell.packs.load import kept_manifest

            manifest = self.__dict__["manifest"] = kept_manifest(kept, self.files)
            return manifest

    @cached_property
    def told(self) -> Told:
        """What is told of it before anybody writes in it."""
        about = self.manifest.pack
        return Told(
            about.id,
            about.version,
            about.series,
            about.council,
            about.title,
            about.description,
            about.order == "report",
            about.effective_from,
            about.effective_to,
            about.state,
        )

    @property
    def id(self) -> str:
        """Its id, `city-of-london-2023`."""
        return self.told.id

    @property
    def ref(self) -> PackRef:
        """Its id and version, as a report remembers them."""
        from clerkwell.model import PackRef

        return PackRef(id=self.told.id, version=self.told.version)

    @property
    def template(self) -> bytes:
        """The council's Word document."""
        return self.files["template.docx"]

    @property
    def sample_attachments(self) -> Mapping[str, bytes]:
        """The files that the sample report keeps, by the name it knows them under: the pack's folder `sample/`."""
        return self.files_of("sample.json")

    @property
    def examples(self) -> Mapping[str, str]:
        """The reports in `samples/`, by what they show, in words ("For information"), with the names of their files."""
        names = sorted(each for each in self.files if each.startswith("samples/") and each.endswith(".json"))
        told = {each: each.removeprefix("samples/").removesuffix(".json").replace("-", " ") for each in names}
        return {words[:1].upper() + words[1:]: each for each, words in told.items() if "/" not in words}

    def files_of(self, sample: str) -> Mapping[str, bytes]:
        """The files that a sample report keeps, by the name it knows them under: they stand in a folder of its name."""
        start = sample.removesuffix(".json") + "/"
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
