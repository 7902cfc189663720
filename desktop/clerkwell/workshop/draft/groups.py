"""Headings over sections of a pack that is being made: added, renamed, moved and removed, in its document too.

Each edit gives another pack. Raises `PackError` for what this pack's document cannot be.
"""

from clerkwell.packs import OTHER, GroupSpec, Manifest, Pack, PackError
from clerkwell.word.template.parts import (
    Where,
    add_heading,
    has_place,
    move_part,
    raise_headings,
    take_part,
    word_heading,
)
from clerkwell.workshop.draft import samples
from clerkwell.workshop.draft.changing import with_manifest, with_template
from clerkwell.workshop.draft.moving import move_section
from clerkwell.workshop.draft.naming import section_id
from clerkwell.workshop.draft.sections import Spot
from clerkwell.workshop.draft.standing import document_of, in_word


def new_group(pack: Pack, title: str, first: str) -> Pack:
    """Put a heading over a section; over those after it too, as far as they stand under the same heading now.

    Where reports keep an order of their own, it is for the list of parts alone: see `may_be_printed`.
    """
    title = " ".join(title.split())
    manifest, document = pack.manifest, document_of(pack)
    spec = next(each for each in manifest.section if each.id == first)
    if not title:
        raise PackError("It needs a title: the words of its heading.")
    if first == OTHER:
        raise PackError("It is what sections look like that authors add themselves: no heading can stand over it.")
    if document.shape(spec) != "block":
        raise PackError("This section is a row of a table, which has its heading already.")
    group = section_id(manifest, title)
    at = manifest.section.index(spec)
    last = at + 1
    while spec.group and last < len(manifest.section) and manifest.section[last].group == spec.group:
        last += 1
    if spec.group and document.head(spec.group) and document.holds(spec.group):
        raise PackError(
            "The heading over this section goes round all its sections in Word. Move the section out first."
        )
    printed = may_be_printed(pack)
    sections = tuple(
        each.model_copy(update={"group": group}) if at <= index < last else each
        for index, each in enumerate(manifest.section)
    )
    groups = _without_openings(
        (*manifest.group, GroupSpec(id=group, title=title, printed=printed)), {each.id: each.group for each in sections}
    )
    made = manifest.model_copy(update={"section": sections, "group": groups})
    if not printed:
        return with_manifest(pack, made)
    template, like = pack.template, _headed_like(manifest, first, document.head(spec.group))
    return with_template(with_manifest(pack, made), in_word(lambda: add_heading(template, first, like, group, title)))


def may_be_printed(pack: Pack) -> bool:
    """Whether a heading can be printed over sections: not where each report has them in an order of its own."""
    return pack.manifest.pack.order == "pack"


def rename_group(pack: Pack, group: str, title: str) -> Pack:
    """Give a heading other words; the old ones stay known, so that older reports are still understood."""
    title = " ".join(title.split())
    spec = _spec(pack, group)
    if not title:
        raise PackError("It needs a title: the words of its heading.")
    if title == spec.title:
        return pack
    aliases = tuple(dict.fromkeys(each for each in (spec.title, *spec.aliases) if each != title))
    renamed = change_group(pack, group, title=title, aliases=aliases)
    old = (spec.title, *spec.aliases)
    return with_template(renamed, in_word(lambda: word_heading(renamed.template, f"group:{group}", old, title)))


def change_group(pack: Pack, group: str, **update: object) -> Pack:
    """Ask otherwise for a heading: its aliases, its opening."""
    groups = tuple(each.model_copy(update=update) if each.id == group else each for each in pack.manifest.group)
    return with_manifest(pack, pack.manifest.model_copy(update={"group": groups}))


def print_group(pack: Pack, group: str, *, printed: bool) -> Pack:
    """Print a heading in the document, or keep it for the list of parts alone."""
    spec, document = _spec(pack, group), document_of(pack)
    if spec.printed == printed:
        return pack
    template = pack.template
    if printed and not may_be_printed(pack):
        raise PackError(
            "Reports of this template have sections in an order of their own, so no heading stands over them."
        )
    if printed and not document.head(group):
        first = next((each for each in pack.manifest.section if each.group == group), None)
        if first is None:
            raise PackError("No section stands under it yet. Put one there first.")
        like = _headed_like(pack.manifest, first.id, "")
        template = in_word(lambda: add_heading(template, first.id, like, group, spec.title))
    elif not printed and document.head(group):
        if any(document.shape(each) != "block" for each in pack.manifest.section if each.group == group):
            raise PackError(
                "Its sections stand in a table under this heading, which goes with it. Change that in Word."
            )
        template = in_word(lambda: _headless(template, group, pack.manifest))
    return with_template(change_group(pack, group, printed=printed), template)


def next_place(manifest: Manifest, group: str, step: int) -> Spot | None:
    """Where a heading comes to, with its sections, by one step up (-1) or down (1); none at the end."""
    places = [at for at, each in enumerate(manifest.section) if each.group == group]
    at = (min(places) - 1 if step < 0 else max(places) + 1) if places else -1
    if not 0 <= at < len(manifest.section) or manifest.section[at].id == OTHER:
        return None
    beyond = manifest.section[at].group
    passed = [at] if beyond is None else [at for at, each in enumerate(manifest.section) if each.group == beyond]
    if step > 0:
        return Spot(manifest.section[max(passed)].id)
    return Spot(manifest.section[min(passed) - 1].id if min(passed) else "")


def move_group(pack: Pack, group: str, spot: Spot) -> Pack:
    """Put a heading with its sections elsewhere, in the document too."""
    manifest, document = pack.manifest, document_of(pack)
    mine = [each for each in manifest.section if each.group == group]
    others = [each for each in manifest.section if each.group != group]
    at = next(at for at, each in enumerate(others, 1) if each.id == spot.after) if spot.after else 0
    made = manifest.model_copy(update={"section": (*others[:at], *mine, *others[at:])})
    head = document.head(group)
    tags = [head] if (head and document.holds(group)) or document.in_rows(group) else [head, *document.sections(mine)]
    tags = [each for each in tags if each]
    template = pack.template
    if tags:
        # As if the first of them had no heading: it is to stand where they all begin.
        alone = made.model_copy(
            update={"section": (*others[:at], mine[0].model_copy(update={"group": None}), *others[at:])}
        )
        where = document.where(alone, mine[0].id)
        template = in_word(lambda: move_part(template, tags, Where(where.after, where.before)))
    order = [each.id for each in made.section]
    moved = with_manifest(with_template(pack, template), made)
    return samples.with_samples(moved, lambda sample: samples.order_sections(sample, order))


def remove_group(pack: Pack, group: str) -> Pack:
    """Take a heading away; its sections stay where they are, each under its own."""
    document = document_of(pack)
    mine = [each for each in pack.manifest.section if each.group == group]
    if any(document.shape(each) != "block" for each in mine):
        for each in mine:
            at = pack.manifest.section.index(next(one for one in pack.manifest.section if one.id == each.id))
            before = pack.manifest.section[at - 1].id if at else ""
            pack = move_section(pack, each.id, Spot(before), freeing=True)
    template = pack.template
    if has_place(template, f"group:{group}"):
        pack = with_template(pack, in_word(lambda: _headless(template, group, pack.manifest)))
    sections = tuple(
        each.model_copy(update={"group": None}) if each.group == group else each for each in pack.manifest.section
    )
    groups = tuple(each for each in pack.manifest.group if each.id != group)
    return with_manifest(pack, pack.manifest.model_copy(update={"section": sections, "group": groups}))


def _headless(template: bytes, group: str, manifest: Manifest) -> bytes:
    """Without a heading over sections, whose own come up to its level."""
    # A numbered heading would lose its number with its style.
    numbered = manifest.pack.numbering == "headings"
    mine = [each.id for each in manifest.section if each.group == group and not (numbered and each.numbered)]
    raised = raise_headings(template, group, mine)
    return take_part(raised, f"group:{group}", keep=True)


def _headed_like(manifest: Manifest, first: str, over: str) -> str:
    """The place whose heading a new one over sections looks like: the one `over` them now, else the first section.

    Where headings have numbers, which those over sections have not, it is a section without.
    """
    numbered = manifest.pack.numbering == "headings"
    plain = [each.id for each in manifest.section if each.heading == "block" and not (numbered and each.numbered)]
    if over:
        return over
    if not plain:
        raise PackError("The document has no heading that this one could look like. Put it in in Word, and mark it up.")
    return f"section:{first if first in plain else plain[0]}"


def _without_openings(groups: tuple[GroupSpec, ...], owners: dict[str, str | None]) -> tuple[GroupSpec, ...]:
    return tuple(
        each.model_copy(update={"opening": None}) if each.opening and owners.get(each.opening) != each.id else each
        for each in groups
    )


def _spec(pack: Pack, group: str) -> GroupSpec:
    spec = pack.group(group)
    if spec is None:
        raise PackError("This heading is not there any more.")
    return spec
