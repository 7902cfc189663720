"""The places that a pack's document has or may have: what each is called, and what shows there until it is filled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from clerkwell.packs import FieldSpec, Pack
from clerkwell.packs.repeating import Source, fields_inside, source_of
from clerkwell.word.ooxml import Places
from clerkwell.workshop.places import known_ids, wanted_ids

# Words of the fields that rows have by themselves (`clerkwell.packs.repeating`).
_INSIDE: Final = {
    "number": "number", "title": "title", "public-interest": "public interest", "who": "who was asked", "role": "role",
    "part": "part", "asked": "date asked", "answered": "date answered", "answer": "answer", "text": "text",
    "name": "answer", "issue": "issue", "sign-off": "sign-off",
}  # fmt: skip
# What a part that repeats by itself comes once for.
_EACH: Final[Mapping[Source, str]] = {
    "items": "item", "sections": "section", "answers": "answer", "consultations": "entry",
    "appendix-pages": "appendix written here",
}  # fmt: skip


@dataclass(frozen=True)
class WantedPlace:
    """A place of a document: its tag, its title in Word, what it is to a person, and what an empty one shows.

    `within` is the tag of the place that it goes inside, "" for none; `needed`: the document has to have it; `headed`:
    its first line is its heading.
    """

    tag: str
    title: str
    says: str
    prompt: str = ""
    within: str = ""
    needed: bool = False
    headed: bool = False

    @property
    def kind(self) -> str:
        """What kind of place it is."""
        return self.tag.partition(":")[0]


def wanted_places(pack: Pack, places: Places) -> tuple[WantedPlace, ...]:
    """Every place that a document of this pack may have: the header's, then section by section, then the end's.

    `places` are those that it has: what it has to have goes by how it is set out.
    """
    wanted = {f"{kind}:{each}" for kind, ids in wanted_ids(pack, places).items() for each in ids}
    known = {f"{kind}:{each}" for kind, ids in known_ids(pack, places).items() for each in ids}
    found: dict[str, WantedPlace] = {}
    for place in _every(pack):
        if place.tag in known or place.kind in ("repeat", "field"):
            found.setdefault(place.tag, replace(place, needed=place.tag in wanted))
    return tuple(found.values())


def place_titles(pack: Pack) -> dict[str, str]:
    """The titles of all places of a pack, by their tags."""
    return {each.tag: each.title for each in _every(pack)}


def _every(pack: Pack) -> Iterator[WantedPlace]:
    manifest = pack.manifest
    for field in manifest.field:
        if field.printed and "." not in field.id:
            yield WantedPlace(f"field:{field.id}", field.title, field.title, prompt_of(field))
            if field.kind == "choices":
                yield from _repeat(pack, field.id, field.title)
    sections = {spec.id for spec in manifest.section}
    for repeat in manifest.repeat:
        if repeat.id not in sections:
            yield from _repeat(pack, repeat.id, repeat.title)
    for group in manifest.group:
        title = f"{group.title}: heading over sections"
        yield WantedPlace(f"group:{group.id}", title, f"{group.title}: heading over its sections")
    for spec in manifest.section:
        title, within = spec.title.rstrip(":"), f"section:{spec.id}"
        headed = spec.heading == "block"
        yield WantedPlace(within, f"{title}: section", f"{title}: whole section", headed=headed)
        if headed:
            yield WantedPlace(f"heading:{spec.id}", f"{title}: heading", f"{title}: heading", spec.title, within)
        yield WantedPlace(f"body:{spec.id}", f"{title}: text", f"{title}: text", "Text of this section", within)
        yield from _repeat(pack, spec.id, title, within)
    for group in manifest.group:
        yield from _repeat(pack, group.id, group.title)
    for name, title in (("consultations", "Consultation log"), ("appendix-pages", "Appendix pages")):
        yield from _repeat(pack, name, title)


def _repeat(pack: Pack, repeat: str, title: str, within: str = "") -> Iterator[WantedPlace]:
    """A part that comes once for each of something, with the fields inside it."""
    source, spec = source_of(repeat, pack), pack.repeat(repeat)
    if source is None:
        return
    title = spec.title if spec else title
    singular = spec.singular.capitalize() if spec else f"{title}, each {_EACH.get(source, 'one')}"
    each = _EACH.get(source, "")
    says = f"{title}: once for each{f' {each}' if each else ''}"
    yield WantedPlace(f"repeat:{repeat}", f"{title}: once for each", says, "", within)
    if source == "rows":
        yield WantedPlace(
            f"group:{repeat}", f"{title}: all that goes with it", f"{title}: what goes where there are none"
        )
    named = {each.id: each for each in pack.fields_of(repeat)}
    for field in [*named, *sorted(fields_inside(repeat, pack) - named.keys())]:
        given = named.get(field)
        if given is not None and not given.printed:
            continue
        name = field.partition(".")[2]
        words = given.title.lower() if given else _INSIDE.get(name, name)
        prompt = prompt_of(given) if given else f"{singular} {words}"
        yield WantedPlace(f"field:{field}", f"{singular}: {words}", f"{singular}: {words}", prompt, f"repeat:{repeat}")


def prompt_of(spec: FieldSpec) -> str:
    """What an empty place of a field shows: the usual answer, or what is wanted there."""
    if spec.kind == "yes-no":
        return "Yes or No"
    # A title that is a question stands beside it as the label.
    return spec.default or ("Answer" if spec.title.endswith("?") else spec.title)
