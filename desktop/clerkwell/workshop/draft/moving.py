"""Sections of a pack that is being made put elsewhere: in its manifest, in its document and in its samples.

Each edit gives another pack. Raises `PackError` for what this pack's document cannot be.
"""

from clerkwell.packs import LED_IN, OTHER, Manifest, Pack, PackError, SectionSpec
from clerkwell.word.template.parts import Where, add_section, dress_heading, move_part, take_part
from clerkwell.workshop.draft import samples
from clerkwell.workshop.draft.changing import with_template
from clerkwell.workshop.draft.sections import (
    Spot,
    alike,
    index_of,
    settled,
    sign,
    signed,
    spec_of,
    without_fields,
    without_opening,
)
from clerkwell.workshop.draft.standing import Document, document_of, in_word, signed_by


def next_spot(pack: Pack, section: str, step: int) -> Spot | None:
    """Where a section comes to by one step up (-1) or down (1): past its neighbour, out of its group or into the next.

    What lists or asks something of its own goes past a whole group, and so does everything where the group is a table;
    a row of such a table stays in it. None at the end.
    """
    manifest, document = pack.manifest, document_of(pack)
    at, specs = index_of(manifest, section), manifest.section
    spec, beyond = specs[at], specs[at + step] if 0 <= at + step < len(specs) else None
    before = specs[at - 1].id if at else ""
    own = spec.group
    if own is not None and (beyond is None or beyond.group != own):
        return Spot(before, None) if document.shape_in(manifest, own) == "block" else None
    if beyond is None or OTHER in (beyond.id, section):
        return None
    enters = beyond.group != own and spec.kind == "text" and section != LED_IN
    if enters and document.shape_in(manifest, beyond.group) == "block":
        return Spot(before, beyond.group)
    passed = [at for at, each in enumerate(specs) if each.group == beyond.group] if beyond.group != own else [at + step]
    if step > 0:
        return Spot(specs[max(passed)].id, own)
    return Spot(specs[min(passed) - 1].id if min(passed) else "", own)


def move_section(pack: Pack, section: str, spot: Spot, *, freeing: bool = False) -> Pack:
    """Put a section elsewhere, in the document too. `freeing`: even if nothing is left of its table then."""
    manifest, document = pack.manifest, document_of(pack)
    spec = spec_of(manifest, section)
    group = spec.group
    others = [each for each in manifest.section if each.id != section]
    shape, wanted = document.shape(spec), document.shape_in(manifest, spot.group, section)
    alone = group is not None and not any(each.group == group for each in others)
    if alone and shape != wanted and not freeing:
        raise PackError(
            f"“{spec.title}” is the only row of its table. Remove the heading “{_group_title(pack, group)}” instead."
        )
    moved = spec.model_copy(update={"group": spot.group})
    at = next(at for at, each in enumerate(others, 1) if each.id == spot.after) if spot.after else 0
    others.insert(at, moved)
    made = without_opening(manifest.model_copy(update={"section": tuple(others)}), section)
    template, signing = pack.template, signed_by(section)
    if shape == wanted != "none" and document.has(f"section:{section}"):
        template = in_word(lambda: _moved(template, document, made, moved))
        if group != spot.group and spec.heading == "block":
            like = alike(manifest, document, spot, section)
            dressed = template
            # Where headings have numbers, a style with one is not that of a heading without.
            if manifest.pack.numbering != "headings" or like.numbered == spec.numbered:
                template = in_word(lambda: dress_heading(dressed, section, like.id))
    elif shape != wanted:
        like = alike(manifest, document, spot, section)
        signs = document.signs_off(manifest, spot.group)
        made = _like(made, section, like)
        if signs and signing not in {each.id for each in made.field}:
            made = signed(made, moved)
        elif not signs:
            made = without_fields(made, {signing})
        template = in_word(lambda: _remade(template, document, made, moved, like.id))
    order = [each.id for each in made.section]

    def settle(sample: samples.Sample) -> None:
        samples.order_sections(sample, order)
        sign(sample, section, made, pack)
        if signing not in {each.id for each in made.field}:
            samples.forget(sample, signing)

    return settled(with_template(pack, template), made, settle)


def _moved(template: bytes, document: Document, made: Manifest, spec: SectionSpec) -> bytes:
    tag, head = f"section:{spec.id}", document.head(spec.group)
    if head and not any(each.group == spec.group for each in made.section if each.id != spec.id):
        # The heading had nothing under it: it comes along to its first section.
        alone = made.model_copy(update={"section": tuple(_ungrouped(each, spec.id) for each in made.section)})
        placed = move_part(template, [tag], document.where(alone, spec.id))
        return move_part(placed, [head], Where(before=tag))
    return move_part(template, [tag], document.where(made, spec.id))


def _remade(template: bytes, document: Document, made: Manifest, spec: SectionSpec, like: str) -> bytes:
    """A section becomes a row of a table, or is one no more: it gets a place of the other shape."""
    tag = f"section:{spec.id}"
    where = document.where(made, spec.id) if document.shape_in(made, spec.group, spec.id) != "none" else None
    if document.has(tag):
        template = take_part(template, tag)
    return template if where is None else add_section(template, like, where, spec.id, spec.title)


def _ungrouped(spec: SectionSpec, section: str) -> SectionSpec:
    return spec.model_copy(update={"group": None}) if spec.id == section else spec


def _like(manifest: Manifest, section: str, like: SectionSpec) -> Manifest:
    update = {name: getattr(like, name) for name in ("heading", "separator", "numbered", "paragraph", "item")}
    specs = tuple(each.model_copy(update=update) if each.id == section else each for each in manifest.section)
    return manifest.model_copy(update={"section": specs})


def _group_title(pack: Pack, group: str | None) -> str:
    spec = pack.group(group)
    return spec.title if spec else ""
