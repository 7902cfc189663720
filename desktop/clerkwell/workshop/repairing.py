"""The repair of a pack's template, told in words: what was put back, and what somebody has to put back in Word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from clerkwell.packs import Pack
from clerkwell.word.ooxml import WordError, template_places
from clerkwell.word.template.lines import Spot
from clerkwell.word.template.repairing import Repair, RepairKind, repair_template
from clerkwell.workshop.places import known_ids, wanted_ids
from clerkwell.workshop.wanted import place_titles

_DONE: Final[Mapping[RepairKind, str]] = {
    "tag": "Recognised by the title, and given back the tag",
    "place": "Put back where it stood in the version in use",
    "title": "Given a title of its own",
    "lock": "Locked, so that nobody deletes it by a slip",
}


@dataclass(frozen=True)
class PackRepair:
    """A template after its repair: what was `done`, and what is `left` to do in Word, a sentence each."""

    document: bytes
    done: tuple[str, ...]
    left: tuple[str, ...]


def repair_pack(pack: Pack, before: Pack | None = None) -> PackRepair:
    """Repair a pack's template by the version `before`, which has its places, or, without one, by the pack's own words.

    Nothing is written. Raises `WordError` where a template is no sound Word document.
    """
    names = {**place_titles(pack), **({} if before is None else place_titles(before))}
    places = template_places(pack.template if before is None else before.template)
    names |= {each.tag: each.title for each in places.places if each.title}
    known, needed = (
        frozenset(f"{kind}:{each}" for kind, ids in found.items() for each in ids)
        for found in (known_ids(pack, places), wanted_ids(pack, places))
    )
    known |= place_titles(pack).keys()
    repaired = repair_template(pack.template, None if before is None else before.template, known, needed, names)
    return PackRepair(repaired.document, tuple(_done(repaired.repairs, names)), tuple(_left(repaired.repairs, names)))


def to_go_by(pack: Pack, candidates: Iterable[Pack]) -> Pack | None:
    """Of several packs the one that a repair goes by: whose document has most of the places that the pack's may have.

    The first of those that have as many; none where none has any. One that cannot be read is passed over.
    """
    known = place_titles(pack).keys()
    best: Pack | None = None
    most = 0
    for each in candidates:
        try:
            has = len({place.tag for place in template_places(each.template).places} & known)
        except WordError:
            continue
        if has > most:
            best, most = each, has
    return best


def _done(repairs: Sequence[Repair], names: Mapping[str, str]) -> Iterator[str]:
    for kind, says in _DONE.items():
        tags = dict.fromkeys(each.tag for each in repairs if each.kind == kind)
        if tags:
            yield f"{says}: {_quoted(tags, names)}."
    for furniture in dict.fromkeys(each.words for each in repairs if each.kind == "furniture"):
        yield f"Put back {furniture}."
    for each in repairs:
        if each.kind == "twice":
            yield f"“{names.get(each.tag, each.tag)}” stood twice: the one in {_where(each.at)} is plain words now."


def _left(repairs: Sequence[Repair], names: Mapping[str, str]) -> Iterator[str]:
    for each in repairs:
        if each.kind == "lost":
            stood = f" It stood {each.words or 'in'} {_where(each.at)}." if each.at != Spot() else ""
            yield f"“{names.get(each.tag, each.tag)}” could not be put back.{stood} Mark its place again."
        elif each.kind == "twice":
            yield f"Delete the words in {_where(each.at)} in Word, if they were pasted by mistake."


def _where(at: Spot) -> str:
    return at.words if at.part or at.table or not at.near else f"the line “{at.near}”"


def _quoted(tags: Mapping[str, None], names: Mapping[str, str]) -> str:
    return ", ".join(f"“{names.get(each, each)}”" for each in tags)
