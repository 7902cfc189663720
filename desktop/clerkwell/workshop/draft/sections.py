"""Sections of a pack that is being made: added, renamed, moved and removed, in its manifest, document and samples.

Each edit gives another pack. Raises `PackError` for what no pack, or not this pack's document, can be.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from clerkwell.packs import LED_IN, OTHER, FieldSpec, Manifest, Pack, PackError, SectionSpec
from clerkwell.packs.manifest import Properties
from clerkwell.word.template.parts import (
    add_section,
    has_place,
    take_part,
    word_heading,
)
from clerkwell.workshop.draft import samples
from clerkwell.workshop.draft.changing import with_manifest, with_template
from clerkwell.workshop.draft.conditions import without_question
from clerkwell.workshop.draft.naming import section_id
from clerkwell.workshop.draft.standing import Document, document_of, in_word, signed_by


@dataclass(frozen=True)
class Spot:
    """A place among the sections: after the section of this id ("" for first), in this group (None for none)."""

    after: str = ""
    group: str | None = None


def new_section(pack: Pack, title: str, spot: Spot) -> Pack:
    """Add a section; it is needed in every report until somebody says otherwise."""
    title = _titled(title)
    manifest, document = pack.manifest, document_of(pack)
    like = alike(manifest, document, spot)
    spec = SectionSpec(
        id=section_id(manifest, title),
        title=title,
        group=spot.group,
        required="always",
        heading=like.heading,
        separator=like.separator,
        numbered=like.numbered,
        paragraph=like.paragraph,
        item=like.item,
    )
    at = index_of(manifest, spot.after) + 1 if spot.after else 0
    sections = (*manifest.section[:at], spec, *manifest.section[at:])
    made = manifest.model_copy(update={"section": sections})
    if document.signs_off(manifest, spot.group):
        made = signed(made, spec)
    if not document.in_rows(spot.group):
        where = document.where(made, spec.id)
        pack = with_template(pack, in_word(lambda: add_section(pack.template, like.id, where, spec.id, title)))
    return settled(pack, made, lambda sample: _begin(sample, spec.id, made, pack))


def rename_section(pack: Pack, section: str, title: str) -> Pack:
    """Give a section another title; the old one stays an alias, so that older reports are still understood."""
    title = _titled(title)
    spec = spec_of(pack.manifest, section)
    if title == spec.title:
        return pack
    others = {
        name.casefold() for each in pack.manifest.section if each.id != section for name in (each.title, *each.aliases)
    }
    known = [each for each in (spec.title, *spec.aliases) if each != title and each.casefold() not in others]
    renamed = change_section(pack, section, {"title": title, "aliases": tuple(dict.fromkeys(known))})
    old = (spec.title, *spec.aliases)
    return with_template(renamed, in_word(lambda: word_heading(renamed.template, f"heading:{section}", old, title)))


def change_section(pack: Pack, section: str, update: Mapping[str, Any]) -> Pack:
    """Ask otherwise for a section: any of its keys but its id, title and group."""
    specs = tuple(each.model_copy(update=update) if each.id == section else each for each in pack.manifest.section)
    return with_manifest(pack, pack.manifest.model_copy(update={"section": specs}))


def remove_section(pack: Pack, section: str) -> Pack:
    """Take a section away: from the document with its heading, and from the example report with its words.

    What can only be asked with it goes too; see `removing.section_goes`.
    """
    manifest, document = pack.manifest, document_of(pack)
    spec = spec_of(manifest, section)
    if section == OTHER:
        raise PackError("It is what sections look like that authors add themselves, so it has to stay.")
    if len([each for each in manifest.section if each.id != OTHER]) == 1:
        raise PackError("It is the only section. Add another one before you remove it.")
    fields = fields_going(pack, section, document)
    kept = tuple(each for each in manifest.section if each.id != section)
    made = without_opening(manifest.model_copy(update={"section": kept}), section)
    made = without_fields(made, fields)
    template = pack.template
    if document.has(f"section:{section}"):
        template = in_word(lambda: take_part(template, f"section:{section}"))
    group, headed = spec.group, template
    if group is not None and not any(each.group == group for each in kept):
        made = made.model_copy(update={"group": tuple(each for each in made.group if each.id != group)})
        if has_place(headed, f"group:{group}"):
            template = in_word(lambda: take_part(headed, f"group:{group}"))

    def drop(sample: samples.Sample) -> None:
        samples.drop_sections(sample, {section}, (spec.title.rstrip(":"),))
        for each in fields:
            samples.forget(sample, each)

    return settled(with_template(pack, template), made, drop)


def fields_going(pack: Pack, section: str, document: Document) -> frozenset[str]:
    """The questions that go with a section: who signed it off, and those that are printed in it alone."""
    inside = document.inside(f"section:{section}") if document.has(f"section:{section}") else frozenset()
    named = {each.id for each in pack.manifest.field}
    return frozenset(named & {*inside, signed_by(section)})


def alike(manifest: Manifest, document: Document, spot: Spot, but: str = "") -> SectionSpec:
    """The section that a new one at this place looks like: an ordinary one, near it and under the same heading."""
    shape = document.shape_in(manifest, spot.group, but)
    plain = [
        each
        for each in manifest.section
        if each.kind == "text"
        and each.id not in (LED_IN, OTHER, but)
        and document.shape(each) == shape
        and (shape == "none" or document.has(f"body:{each.id}"))
        and not document.inside(f"section:{each.id}") - {signed_by(each.id)}
    ]
    if not plain:
        raise PackError("The Word document has no ordinary section that a new one could look like. Mark one up first.")
    at = index_of(manifest, spot.after) if spot.after else 0
    near = [abs(2 * (index_of(manifest, each.id) - at) - 1) for each in plain]
    return min(zip(plain, near, strict=True), key=lambda each: (each[0].group != spot.group, each[1]))[0]


def signed(manifest: Manifest, spec: SectionSpec) -> Manifest:
    """With the question who signed a section off, worded as those of the other rows."""
    signed = [each for each in manifest.section if any(field.id == signed_by(each.id) for field in manifest.field)]
    fields = {each.id: each for each in manifest.field}
    like = fields[signed_by(signed[-1].id)] if signed else FieldSpec(id="x", title="x", required="always")
    title = f"{spec.title.rstrip(':')}: who signed it off"
    new = like.model_copy(update={"id": signed_by(spec.id), "title": title, "labels": (), "when": {}, "only": {}})
    at = manifest.field.index(like) + 1 if signed else len(manifest.field)
    return manifest.model_copy(update={"field": (*manifest.field[:at], new, *manifest.field[at:])})


def without_fields(manifest: Manifest, fields: frozenset[str] | set[str]) -> Manifest:
    for each in fields:
        manifest = without_question(manifest, each)
    kept = tuple(each for each in manifest.field if each.id not in fields)
    owners = {each.id.partition(".")[0] for each in manifest.field if each.id in fields and "." in each.id}
    empty = {each for each in owners if not any(left.id.startswith(f"{each}.") for left in kept)}
    repeats = tuple(each for each in manifest.repeat if each.id not in empty)
    properties = _without_patterns(manifest.properties, fields)
    return manifest.model_copy(update={"field": kept, "repeat": repeats, "properties": properties})


def _without_patterns(properties: Properties, fields: Collection[str]) -> Properties:
    """What a document says of itself, without the patterns that ask for these questions."""
    given = {key: getattr(properties, key) for key in properties.model_fields_set}
    kept = {
        key: tuple(each for each in patterns if not any(f"{{{field}}}" in each for field in fields))
        for key, patterns in given.items()
    }
    return Properties(**{key: patterns for key, patterns in kept.items() if patterns}) if kept != given else properties


def without_opening(manifest: Manifest, section: str) -> Manifest:
    groups = tuple(
        each.model_copy(update={"opening": None})
        if each.opening == section and not any(one.id == section and one.group == each.id for one in manifest.section)
        else each
        for each in manifest.group
    )
    return manifest.model_copy(update={"group": groups})


def _begin(sample: samples.Sample, section: str, manifest: Manifest, pack: Pack) -> None:
    order = [each.id for each in manifest.section]
    samples.add_section(sample, section, order[: order.index(section)])
    sign(sample, section, manifest, pack)


def sign(sample: samples.Sample, section: str, manifest: Manifest, pack: Pack) -> None:
    asked = Pack(manifest, pack.files)
    for spec in manifest.field:
        if spec.id == signed_by(section) and spec.id not in sample.get("fields", {}):
            samples.answer(sample, spec, asked, samples.example_answer(spec, asked))


def settled(pack: Pack, manifest: Manifest, change: samples.Change) -> Pack:
    made = with_manifest(pack, manifest)
    return samples.with_samples(made, change)


def _titled(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise PackError("It needs a title: the words of its heading.")
    return title


def spec_of(manifest: Manifest, section: str) -> SectionSpec:
    return manifest.section[index_of(manifest, section)]


def index_of(manifest: Manifest, section: str) -> int:
    for at, each in enumerate(manifest.section):
        if each.id == section:
            return at
    raise PackError("This section is not there any more.")
