"""What a person may say that a guess is instead: a field or a section that is known, or one of the council's own."""

from collections.abc import Sequence
from typing import Final

from clerkwell.packs import Pack
from clerkwell.workshop.making.known import Known, single, slug
from clerkwell.workshop.making.proposal import Guess, Proposal, changed

# Of rows that fill themselves, or of a council's own sums: nobody looks for them in a header.
_NOT_OFFERED: Final = ("appendices.", "background-papers.", "authors.", "other-details.")


def fields_to_choose(packs: Sequence[Pack]) -> tuple[tuple[str, str], ...]:
    """The fields that rules and imports know: the id of each, and what it is called."""
    general = [pack for pack in Known(packs).packs if pack.manifest.pack.order == "report"]
    found: dict[str, str] = {}
    for pack in general or packs:
        for spec in pack.manifest.field:
            if spec.printed and not spec.id.startswith(_NOT_OFFERED):
                found.setdefault(single(spec.id), spec.title)
    return tuple(found.items())


def sections_to_choose(packs: Sequence[Pack]) -> tuple[tuple[str, str], ...]:
    """The sections that many councils have: the id of each, and its heading."""
    return tuple((spec.id, spec.title.rstrip(" :")) for spec in Known(packs).sections())


def tie(proposal: Proposal, number: int, known_id: str, packs: Sequence[Pack]) -> Proposal:
    """The proposal with a guess tied to a field or section that is known; "" for one of the council's own."""
    guess = proposal.guess(number)
    if not known_id:
        taken = {each.id for each in proposal.guesses if each.number != number and each.what == guess.what}
        known = {name for name, _ in (*fields_to_choose(packs), *sections_to_choose(packs))}
        return changed(proposal, number, id=slug(guess.title or guess.words, taken | known))
    if guess.what != "field":
        return changed(proposal, number, id=known_id)
    back = {"committee": "committees.name", "meeting-date": "committees.date"}
    found = Known(packs).field(back.get(known_id, known_id))
    kind = found.kind if found is not None else guess.kind
    return changed(proposal, number, id=known_id, kind=kind)


def is_free(proposal: Proposal, guess: Guess, section_id: str) -> bool:
    """Whether no other section of the proposal is this one: a report has each once."""
    others = (each for each in proposal.guesses if each.what == "section" and each.taken)
    return not any(each.id == section_id and each.number != guess.number for each in others)
