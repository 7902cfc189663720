"""Are the places that repeat by themselves put together so that every word of a report finds its place in them?"""

from collections.abc import Iterator, Mapping
from typing import Final

from clerkwell.packs import Pack
from clerkwell.packs.repeating import SIGN_OFF, Source, is_typed, source_of
from clerkwell.word.ooxml import Places, TaggedPlace
from clerkwell.workshop.problem import PackProblem

_DOCUMENT = "template.docx"
_BLOCKS: Final[tuple[Source, ...]] = ("items", "sections", "appendix-pages")
# What their rows come once for, in words.
_OF: Final[Mapping[Source, str]] = {
    "items": "the items of the section",
    "sections": "the sections of the group",
    "appendix-pages": "the appendices that are written in the report",
    "answers": "the answers of the field",
    "consultations": "the consultation log",
}


def repeat_problems(pack: Pack, places: Places) -> Iterator[PackProblem]:
    """What is wrong with the repeats of a template, in words for whoever maintains it."""
    for place in places.of("repeat"):
        source = source_of(place.id, pack)
        if source in _BLOCKS:
            yield from _row(place, source, pack, places)
    for place in places.of("field"):
        yield from _field(place, pack)
    for place in places.places:
        if place.kind == "body" and place.shape == "inline" and not place.alone:
            yield _error(f"The place “{place.tag}” stands among the words of a paragraph. Put it round a whole one.")
    for place in places.of("group"):
        if pack.group(place.id) is None and source_of(place.id, pack) and place.id not in places.ids("repeat"):
            yield _error(
                f"“{place.tag}” goes with the rows of “repeat:{place.id}”, which the document does not have. Add that "
                "place inside it, or take the control out."
            )
    for spec in pack.manifest.repeat:
        source = source_of(spec.id, pack)
        if source is not None and source in _OF and not is_typed(spec.id, pack):
            yield PackProblem(
                "warning",
                f"The rows of “repeat:{spec.id}” are {_OF[source]}: nobody types them, and the pack need not "
                "name them as rows.",
                "pack.toml",
            )


def _row(place: TaggedPlace, source: Source, pack: Pack, places: Places) -> Iterator[PackProblem]:
    inside = {each.id for each in places.of("field") if place.tag in each.inside}
    if f"{place.id}.text" not in inside:
        yield _error(
            f"“{place.tag}” has no place for the words of {_OF[source]}. Add “field:{place.id}.text” inside it."
        )
    if not place.in_document:
        yield _error(f"“{place.tag}” stands in a header, footer or note. Move it to the document itself.")
    if place.shape in ("inline", "cell"):
        rounds = "a word" if place.shape == "inline" else "a cell"
        yield _error(f"“{place.tag}” goes round {rounds}. Put it round whole paragraphs or a row of a table.")
    if source == "items" and f"section:{place.id}" not in place.inside:
        yield _error(f"“{place.tag}” stands outside “section:{place.id}”. Move it inside, so that it goes with it.")
    if source == "appendix-pages" and place.in_table:
        yield _error(f"“{place.tag}” stands in a table, and a page cannot begin there. Move it out.")
    if source == "sections":
        yield from _group(place, inside, pack)


def _group(place: TaggedPlace, inside: set[str], pack: Pack) -> Iterator[PackProblem]:
    if f"{place.id}.issue" not in inside:
        yield _error(f"“{place.tag}” does not say which section a row is of. Add “field:{place.id}.issue” inside it.")
    sections = [spec for spec in pack.manifest.section if spec.group == place.id]
    if not sections:
        yield _error(f"“{place.tag}” has no sections: none is in this group.")
    if f"{place.id}.sign-off" in inside:
        unsigned = [spec for spec in sections if pack.field(f"{spec.id}{SIGN_OFF}") is None]
        for spec in unsigned:
            yield PackProblem(
                "warning",
                f"Nobody is asked who signed off “{spec.title}”: its cell stays empty. Ask for it by a question with "
                f"the id “{spec.id}{SIGN_OFF}”.",
                "pack.toml",
            )


def _field(place: TaggedPlace, pack: Pack) -> Iterator[PackProblem]:
    repeat, _, name = place.id.partition(".")
    source = source_of(repeat, pack) if name else None
    if source not in _BLOCKS:
        return
    if f"repeat:{repeat}" not in place.inside:
        yield _error(f"“{place.tag}” stands outside “repeat:{repeat}”. Move it inside.")
    if name == "text" and place.shape == "row":
        yield _error(f"“{place.tag}” goes round a whole row of a table. Put it round the words in a cell instead.")
    if name == "text" and source != "items" and place.shape == "inline" and not place.alone:
        yield _error(f"“{place.tag}” stands among the words of a paragraph. Put it round a whole one.")


def _error(message: str) -> PackProblem:
    return PackProblem("error", message, _DOCUMENT)
