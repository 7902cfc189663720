"""The manifest of a new pack: what the guesses that were taken ask of a report."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from clerkwell.packs import Manifest, Pack
from clerkwell.packs.manifest import (
    About,
    FieldSpec,
    GroupSpec,
    Need,
    Recognition,
    RepeatSpec,
    Rules,
    SectionSpec,
    Vocab,
    VocabEntry,
)
from clerkwell.workshop.making.known import Known
from clerkwell.workshop.making.needed import need_of
from clerkwell.workshop.making.proposal import Guess, Head, Proposal

Nation = Literal["england", "wales", "scotland", "northern-ireland"]
# The role of paragraphs that Word numbers.
COUNTED: Final = "numbered-paragraph"
# A report says these nowhere: the checks ask for them where something is withheld.
_UNPRINTED: Final = ("exempt-paragraphs", "public-interest")
# Other councils' words for a section: enough to bring in what they wrote, and no more than anybody reads through.
_MOST_ALIASES: Final = 6
_MOST_WORDS: Final = 30
_SHORT: Final = 4
# A prompt that is no longer only names its field; advice has so many words at least.
_MOST_NAME: Final = 25
_FEWEST: Final = 6
_REPEATS: Final[Mapping[str, tuple[str, str]]] = {
    "committees": ("Committees", "committee"),
    "authors": ("Authors", "author"),
}
# What a report lists by itself: its rows are not typed.
_REPEATED: Final[Mapping[str, RepeatSpec]] = {
    "appendices": RepeatSpec(id="appendices", title="Appendices", singular="appendix"),
    "background-papers": RepeatSpec(id="background-papers", title="Background papers", singular="background paper"),
}


@dataclass(frozen=True)
class Whose:
    """What nobody can read in a document: whose pack it is, and from when it holds."""

    id: str
    council: str
    title: str
    effective_from: date
    nation: Nation = "england"


def manifest_of(proposal: Proposal, taken: Sequence[Guess], about: Whose, known: Known) -> Manifest:
    """The manifest; it names what the document will have a place for, and nothing else."""
    lists = _own_lists(taken, known)
    fields = _fields(taken, known, lists)
    numbering = _numbering(taken)
    sections, groups = _sections(taken, known, proposal, numbering)
    listed = [each.kind for each in sections if each.kind != "text"]
    vocabs = {each.vocab for each in fields if each.vocab}
    return Manifest(
        pack=About(
            id=about.id,
            series=about.id,
            version="1.0.0",
            state="draft",
            effective_from=about.effective_from,
            nation=about.nation,
            council=about.council,
            title=about.title,
            numbering=numbering,
        ),
        recognise=Recognition(often=_recognised(fields, sections)),
        repeat=(*_repeats(taken), *(_REPEATED[each] for each in listed)),
        field=(*fields, *_listed_fields(listed)),
        group=tuple(groups),
        section=tuple(sections),
        roles={each.id: each.labels[0] for each in taken if each.what == "style"},
        vocab={name: vocab for name, vocab in (_vocabs(known) | lists).items() if name in vocabs},
        rules=Rules(prompts=proposal.prompts),
    )


def _recognised(fields: Sequence[FieldSpec], sections: Sequence[SectionSpec]) -> tuple[str, ...]:
    """The words by which a report of this layout is known."""
    labels = [label for spec in fields for label in spec.labels if len(label) > _SHORT]
    headings = [spec.title for spec in sections if len(spec.title) > _SHORT]
    return tuple(dict.fromkeys((*labels, *headings)))[:_MOST_WORDS]


def _listed_fields(listed: Sequence[str]) -> Iterator[FieldSpec]:
    if "appendices" in listed:
        yield FieldSpec(id="appendices.number", title="Number of the appendix")
        yield FieldSpec(id="appendices.title", title="Title of the appendix", prefix=" – ")
    if "background-papers" in listed:
        yield FieldSpec(id="background-papers.title", title="Title of the background paper")


def _numbering(taken: Sequence[Guess]) -> Literal["paragraphs", "headings", "none"]:
    heads = [each.where for each in taken if each.what == "section" and isinstance(each.where, Head)]
    if sum(each.counted for each in heads) > 1:
        return "headings"
    return "paragraphs" if _counts(taken) else "none"


def _counts(taken: Sequence[Guess]) -> bool:
    """Whether there is a style for numbered paragraphs."""
    return any(each.what == "style" and each.id == COUNTED for each in taken)


def _vocabs(known: Known) -> dict[str, Vocab]:
    found: dict[str, Vocab] = {}
    for pack in known.packs:
        for name, vocab in pack.manifest.vocab.items():
            found.setdefault(name, vocab)
    return found


def _repeats(taken: Sequence[Guess]) -> list[RepeatSpec]:
    found = []
    for each in taken:
        if each.what != "rows":
            continue
        title, singular = _REPEATS.get(each.id, (each.title, each.title.rstrip("s").casefold() or "row"))
        required: Need = "always" if each.required == "always" else "never"
        found.append(RepeatSpec(id=each.id, title=title, singular=singular, required=required))
    return found


def _own_lists(taken: Sequence[Guess], known: Known) -> dict[str, Vocab]:
    """Lists of what the document itself answers, for questions that are to have one and that nobody else has one for.

    They are open: one report does not have all the answers that there are.
    """
    others = _vocabs(known)
    found: dict[str, Vocab] = {}
    for each in taken:
        if each.what != "field" or each.kind not in ("choice", "choices") or each.choices:
            continue
        said = known.said_field(each.id)
        if said is not None and said.kind == each.kind and (said.vocab or said.choices):
            continue
        name = own_list(each.id)
        old = found.get(name) or Vocab(title=each.title)
        answer = "" if each.prompt else " ".join(each.found.split())
        if answer and answer not in {entry.name for entry in old.entries}:
            old = old.model_copy(update={"entries": (*old.entries, VocabEntry(name=answer))})
        found[name] = old
    return {name: vocab for name, vocab in found.items() if vocab.entries and name not in others}


def list_note(guess: Guess, proposal: Proposal, packs: Sequence[Pack]) -> str:
    """What the list will hold that a question is to have, where it is the document's own, or why there is none."""
    if guess.what != "field" or not guess.taken or guess.kind not in ("choice", "choices", "status"):
        return ""
    known = Known(packs)
    lists = _own_lists([each for each in proposal.guesses if each.taken], known)
    spec = _field(guess, known, lists)
    if spec.kind != guess.kind:
        return "The document says no answers for a list, so authors write words here. The workshop can give it a list."
    if spec.vocab not in lists:
        return ""
    said = ", ".join(f"“{entry.name}”" for entry in lists[spec.vocab].entries)
    return f"The list begins with what the document says: {said}. Authors may type other answers, too."


def own_list(field_id: str) -> str:
    """What the list of a council's own answers to a question is called."""
    return f"{field_id.replace('.', '-')}-answers"


def _fields(taken: Sequence[Guess], known: Known, lists: Mapping[str, Vocab]) -> list[FieldSpec]:
    found: dict[str, FieldSpec] = {}
    for each in taken:
        if each.what == "field" and each.id not in found:
            found[each.id] = _field(each, known, lists).model_copy(update=need_of(each, taken, known))
    if "public-status" in found:
        for name in _UNPRINTED:
            spec = known.said_field(name)
            if spec is not None and name not in found:
                found[name] = spec.model_copy(
                    update={"printed": False, "labels": (), "required": "never", "when": {}, "only": {}}
                )
    return list(found.values())


def _field(guess: Guess, known: Known, lists: Mapping[str, Vocab]) -> FieldSpec:
    """A field under the label that it has here; what it says to authors is what is said to those of any council."""
    spec, said = known.field(guess.id), known.said_field(guess.id)
    labels = tuple(dict.fromkeys(each for each in guess.labels if each))
    data: dict[str, Any] = {"id": guess.id, "title": guess.title, "kind": guess.kind, "labels": labels}
    if said is not None:
        data |= {"guidance": said.guidance, "example": said.example, "default": said.default}
        if said.kind == guess.kind:
            data |= {"vocab": said.vocab, "choices": said.choices}
    spec = spec or said
    if spec is not None:
        data["several"] = spec.several
    if guess.choices and guess.kind in ("choice", "choices"):
        data |= {"choices": guess.choices, "vocab": ""}
    elif guess.kind in ("choice", "choices") and own_list(guess.id) in lists:
        data["vocab"] = own_list(guess.id)
    elif guess.kind in ("choice", "choices", "status") and not data.get("vocab") and not data.get("choices"):
        # A choice of nothing is a line of words.
        data["kind"] = "text"
    if guess.prompt and not data.get("guidance") and len(guess.found) > _MOST_NAME:
        data["guidance"] = guess.found.strip("[]<>{} ")
    return FieldSpec(**data)


def _sections(
    taken: Sequence[Guess], known: Known, proposal: Proposal, numbering: str
) -> tuple[list[SectionSpec], list[GroupSpec]]:
    groups = [each for each in taken if each.what == "group"]
    used: set[int] = set()
    sections: list[SectionSpec] = []
    kinds: set[str] = set()
    for each in taken:
        if each.what != "section" or not isinstance(each.where, Head):
            continue
        spec, said = known.section(each.id), known.said_section(each.id)
        data: dict[str, Any] = {"id": each.id, "title": each.title, **need_of(each, taken, known)}
        if said is not None:
            aliases = (said.title, *said.aliases[:_MOST_ALIASES])
            data["aliases"] = tuple(
                alias for alias in dict.fromkeys(aliases) if alias.casefold() != each.title.casefold()
            )
            data |= {"guidance": said.guidance, "nil": said.nil}
        if spec is not None and spec.kind not in kinds and not each.where.row and not each.where.run_in:
            data["kind"] = spec.kind
            kinds |= {spec.kind} - {"text"}
        if (each.where.row or each.where.body) and any(
            style.what == "style" and style.id == "table-text" for style in taken
        ):
            # In a cell words stand in the style that cells have.
            data["paragraph"] = "table-text"
        elif numbering == "headings" and each.where.levelled and _counts(taken):
            data["paragraph"] = COUNTED
        if is_advice(each, proposal):
            data["guidance"] = each.found[:600]
        if each.where.run_in:
            data |= {"heading": "run-in", "separator": _separator(each.where.run_in)}
        if each.inside is not None and any(group.number == each.inside for group in groups):
            used.add(each.inside)
            data["group"] = next(group.id for group in groups if group.number == each.inside)
        data["numbered"] = (
            each.where.counted if numbering == "headings" else each.where.numbered and numbering != "none"
        )
        sections.append(SectionSpec(**data))
    return sections, [GroupSpec(id=each.id, title=each.title) for each in groups if each.number in used]


def _separator(gap: str) -> str:
    said = gap.strip()
    return f"{said} " if said == ":" else f" {said} "


def is_advice(guess: Guess, proposal: Proposal) -> bool:
    """Whether what stood there says something to whoever writes a report: it becomes the guidance."""
    if guess.what == "field":
        return guess.prompt and len(guess.found) > _MOST_NAME
    return not proposal.report and len(guess.found.split()) >= _FEWEST
