"""Does a pack's document have a place for all that its manifest asks for, and the reverse?"""

from collections.abc import Iterator

from clerkwell.packs import Pack
from clerkwell.packs.repeating import SIGN_OFF, fields_inside, is_typed, source_of
from clerkwell.word.ooxml import Places
from clerkwell.workshop.problem import PackProblem

_DOCUMENT = "template.docx"


def place_problems(pack: Pack, places: Places) -> Iterator[PackProblem]:
    """The places that are missing, and those that the manifest does not know."""
    known = known_ids(pack, places)
    for place in places.places:
        if place.id not in known.get(place.kind, frozenset()):
            yield PackProblem(
                "error",
                f"The document has a place “{place.tag}”, which the pack does not ask for. Take it out, or choose "
                "Repair the document (What goes where), which knows places by their titles.",
                _DOCUMENT,
            )
    for kind, ids in wanted_ids(pack, places).items():
        for each in sorted(ids - places.ids(kind)):
            yield PackProblem(
                "error",
                f"The document has no place “{kind}:{each}”. Put it in on the page What goes where (in Word: a content "
                f"control with the tag {kind}:{each}), or stop asking for it.",
                _DOCUMENT,
            )


def order_problems(pack: Pack, places: Places) -> Iterator[PackProblem]:
    """Sections that the document has in another order than the manifest: their numbers would differ on the screen."""
    if pack.manifest.pack.order == "report":
        return
    there = list(dict.fromkeys(each.id for each in places.of("section") if pack.section(each.id)))
    named = [spec.id for spec in pack.manifest.section if spec.id in there]
    for document, manifest in zip(there, named, strict=True):
        if document != manifest:
            yield PackProblem(
                "warning",
                f"The document has “section:{document}” where the pack has “section:{manifest}”. Put them in one "
                "order, so that paragraphs and tables have the same numbers on the screen and in the document.",
                _DOCUMENT,
            )
            return


def known_ids(pack: Pack, places: Places) -> dict[str, frozenset[str]]:
    """The ids of all places, by kind, that a template of this pack may have."""
    manifest = pack.manifest
    groups, sections = {spec.id for spec in manifest.group}, {spec.id for spec in manifest.section}
    repeats = {each for each in (*places.ids("repeat"), *places.ids("group")) if source_of(each, pack)}
    fields = {spec.id for spec in manifest.field}
    # A field of a repeat may stand outside it too, with all its rows.
    repeated = {each.partition(".")[0] for each in places.ids("field")}
    inside = {each for repeat in repeated for each in fields_inside(repeat, pack)}
    return {
        "field": frozenset(fields | inside),
        "repeat": frozenset(repeats),
        "group": frozenset(groups | repeats),
        "section": frozenset(sections),
        "heading": frozenset(sections | groups),
        "body": frozenset(sections),
    }


def wanted_ids(pack: Pack, places: Places) -> dict[str, set[str]]:
    """The ids of all places, by kind, that a template of this pack has to have, as it is set out."""
    manifest = pack.manifest
    in_rows = {spec.id for spec in manifest.section if spec.group and spec.group in places.ids("repeat")}
    listed = {spec.id for spec in manifest.section if f"{spec.id}.text" in places.ids("field")}
    answered = {each for each in places.ids("repeat") if source_of(each, pack) == "answers"}
    signed = {f"{each}{SIGN_OFF}" for each in in_rows if _signs_off(pack, places, each)}
    printed = [spec.id for spec in manifest.field if spec.printed]
    fields = {each for each in printed if "." not in each or _has_rows(each, pack)}
    return {
        "field": fields - answered - signed,
        "group": {spec.id for spec in manifest.group if spec.printed},
        "section": {spec.id for spec in manifest.section} - in_rows,
        "heading": {spec.id for spec in manifest.section if spec.heading == "block"} - in_rows - listed,
        "body": {spec.id for spec in manifest.section if spec.kind == "text"} - in_rows - listed,
        "repeat": {spec.id for spec in manifest.repeat if _has_rows(f"{spec.id}.", pack)},
    }


def _has_rows(field: str, pack: Pack) -> bool:
    """Whether the pack has to have a place for the rows of a field's repeat: it names them, and nothing else does."""
    repeat = field.partition(".")[0]
    return is_typed(repeat, pack) or repeat in ("appendices", "background-papers")


def _signs_off(pack: Pack, places: Places, section: str) -> bool:
    spec = pack.section(section)
    return spec is not None and f"{spec.group}.sign-off" in places.ids("field")
