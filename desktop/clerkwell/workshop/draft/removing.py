"""What removing a part of a pack takes with it, in sentences: to be read before it is done."""

from collections.abc import Iterator, Sequence

from clerkwell.packs import LED_IN, Pack
from clerkwell.workshop.draft.conditions import dependents
from clerkwell.workshop.draft.sections import fields_going
from clerkwell.workshop.draft.standing import Document, document_of, signed_by

_TRAY = "What authors have written there goes to “Not placed yet” when their report moves to this version."


def section_goes(pack: Pack, section: str) -> tuple[str, ...]:
    """What goes with a section."""
    spec = pack.section(section)
    return () if spec is None else tuple(_section(pack, section, document_of(pack)))


def field_goes(pack: Pack, field: str) -> tuple[str, ...]:
    """What goes with a question, and what becomes of the parts that depend on it."""
    return tuple(_field(pack, field))


def group_goes(pack: Pack, group: str) -> tuple[str, ...]:
    """What goes with a heading over sections."""
    document = document_of(pack)
    mine = [each for each in pack.manifest.section if each.group == group]
    said = (
        ["Its sections stay where they are, each under its own heading."] if mine else ["No section stands under it."]
    )
    if any(document.shape(each) != "block" for each in mine):
        said.append("They stand in a table, which goes. Each gets a heading and text of its own, like other sections.")
        said += ["Nobody is asked any more who signed them off."] if document.signs_off(pack.manifest, group) else []
    return tuple(said)


def repeat_goes(pack: Pack, repeat: str) -> tuple[str, ...]:
    """What goes with rows of questions."""
    said = ["Their questions go from the form, and from the Word document with their labels."]
    for each in pack.fields_of(repeat):
        said += _depending(pack, each.id)
    return (*said, "What authors have answered goes to “Not placed yet” when their report moves to this version.")


def _section(pack: Pack, section: str, document: Document) -> Iterator[str]:
    spec = next(each for each in pack.manifest.section if each.id == section)
    yield "Its heading and its place go from the Word document, and its words from the example report."
    if section == LED_IN:
        yield "Reports then have no recommendations, and the checks of recommendations find nothing."
    going = fields_going(pack, section, document)
    titles = [each.title for each in pack.manifest.field if each.id in going and each.id != signed_by(section)]
    if titles:
        yield f"{_named('question', titles)} printed in it, and {'go' if len(titles) > 1 else 'goes'} with it."
    if signed_by(section) in going:
        yield "Nobody is asked any more who signed it off."
    for each in sorted(going):
        yield from _depending(pack, each)
    group = pack.group(spec.group)
    if group is not None and sum(each.group == group.id for each in pack.manifest.section) == 1:
        yield f"It is the only section under “{group.title}”, so that heading goes too."
    yield _TRAY


def _field(pack: Pack, field: str) -> Iterator[str]:
    spec = pack.field(field)
    if spec is None:
        return
    if spec.printed:
        yield "It goes from the form, and from the Word document with its label."
    else:
        yield "It goes from the form."
    yield from _depending(pack, field)
    owner = field.partition(".")[0]
    if "." in field and len(pack.fields_of(owner)) == 1:
        repeat = pack.repeat(owner)
        yield f"It is the only question of “{repeat.title if repeat else owner}”, which goes too."
    if any(field in words for each in pack.manifest.field for words in each.wording.values()):
        yield "Another answer fills it in with standard words; that ends."
    yield "What authors have answered goes to “Not placed yet” when their report moves to this version."


def _depending(pack: Pack, field: str) -> Iterator[str]:
    found = dependents(pack.manifest, field)
    if not found:
        return
    names = list(dict.fromkeys(each.what for each in found))
    number = "One part depends" if len(names) == 1 else f"{len(names)} parts depend"
    yield f"{number} on its answer: {', '.join(names)}."
    if any(not each.only for each in found):
        yield "What was needed only with one of its answers may then be left out."
    if any(each.only for each in found):
        yield "What had a place only with one of its answers then has one in every report."


def _named(what: str, titles: Sequence[str]) -> str:
    said = "”, “".join(titles)
    return f"The {what} “{said}” is" if len(titles) == 1 else f"The {what}s “{said}” are"
