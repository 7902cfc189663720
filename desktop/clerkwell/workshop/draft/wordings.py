"""The standard wordings of a pack, and the sections that offer them: edits."""

from collections.abc import Callable, Collection

from clerkwell.packs import Pack
from clerkwell.packs.manifest import SectionSpec, Wording
from clerkwell.workshop.draft.changing import with_manifest
from clerkwell.workshop.ids import new_id

Edit = Callable[[Pack], Pack]

# What a new wording says until somebody writes it: a gap to fill.
BLANK = "…"


def offered_in(pack: Pack, name: str) -> tuple[str, ...]:
    """The sections that offer this wording first, in the pack's order."""
    return tuple(spec.id for spec in pack.manifest.section if name in spec.wordings)


def new_wording_name(pack: Pack, title: str) -> str:
    """What a new wording of this title goes by inside the pack."""
    return new_id(title, pack.manifest.wording)


def with_new_wording(name: str, title: str) -> Edit:
    """The edit that adds a wording."""
    return lambda pack: _with(pack, name, Wording(title=title, text=BLANK))


def with_words(name: str, *, title: str | None = None, text: str | None = None) -> Edit:
    """The edit that gives a wording another title or other words."""

    def edit(pack: Pack) -> Pack:
        old = pack.manifest.wording[name]
        new = Wording(title=old.title if title is None else title, text=old.text if text is None else text)
        return _with(pack, name, new)

    return edit


def with_offered(name: str, sections: Collection[str]) -> Edit:
    """The edit that lets these sections, and no others, offer a wording; a new one comes after those they have."""

    def offers(spec: SectionSpec) -> SectionSpec:
        if (name in spec.wordings) == (spec.id in sections):
            return spec
        others = tuple(each for each in spec.wordings if each != name)
        return spec.model_copy(update={"wordings": (*others, name) if spec.id in sections else others})

    return lambda pack: with_manifest(
        pack, pack.manifest.model_copy(update={"section": tuple(map(offers, pack.manifest.section))})
    )


def can_move(pack: Pack, name: str, step: int) -> bool:
    """Whether a wording can come one place up (-1) or down (1)."""
    names = list(pack.manifest.wording)
    return name in names and 0 <= names.index(name) + step < len(names)


def with_moved(name: str, step: int) -> Edit:
    """The edit that puts a wording one place up (-1) or down (1), in the sections that list both first too."""

    def edit(pack: Pack) -> Pack:
        if not can_move(pack, name, step):
            return pack
        names = list(pack.manifest.wording)
        at = names.index(name)
        past = names[at + step]
        names[at], names[at + step] = past, name
        sections = tuple(
            spec.model_copy(update={"wordings": _past(spec.wordings, name, past, step)})
            for spec in pack.manifest.section
        )
        wordings = {each: pack.manifest.wording[each] for each in names}
        return with_manifest(pack, pack.manifest.model_copy(update={"wording": wordings, "section": sections}))

    return edit


def without_wording(name: str) -> Edit:
    """The edit that removes a wording, from the sections that offer it too."""

    def edit(pack: Pack) -> Pack:
        kept = {each: wording for each, wording in pack.manifest.wording.items() if each != name}
        sections = tuple(
            spec.model_copy(update={"wordings": tuple(each for each in spec.wordings if each != name)})
            if name in spec.wordings
            else spec
            for spec in pack.manifest.section
        )
        return with_manifest(pack, pack.manifest.model_copy(update={"wording": kept, "section": sections}))

    return edit


def _with(pack: Pack, name: str, wording: Wording) -> Pack:
    new = {**pack.manifest.wording, name: wording}
    return with_manifest(pack, pack.manifest.model_copy(update={"wording": new}))


def _past(names: tuple[str, ...], name: str, past: str, step: int) -> tuple[str, ...]:
    """A section's own wordings with one before (-1) or after (1) another, where it lists both and they are not so."""
    if name not in names or past not in names or (names.index(name) < names.index(past)) == (step < 0):
        return names
    others = [each for each in names if each != name]
    others.insert(others.index(past) + (step > 0), name)
    return tuple(others)
