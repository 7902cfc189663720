"""Rows of questions of a pack that is being made: a part that comes once for each of several, added and removed.

Each edit gives another pack. Raises `PackError` for what no pack, or not this pack's document, can be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from clerkwell.packs import FieldSpec, Pack, PackError, RepeatSpec
from clerkwell.word.template.parts import Where
from clerkwell.word.template.questions import Question
from clerkwell.word.template.rows import Rows, add_rows, main_blocks
from clerkwell.workshop.draft import samples
from clerkwell.workshop.draft.changing import with_manifest, with_template
from clerkwell.workshop.draft.fields import after_item, place_of, remove_field
from clerkwell.workshop.draft.naming import field_id, repeat_id
from clerkwell.workshop.draft.standing import in_word

Shape = Literal["table", "lines"]


@dataclass(frozen=True)
class NewRows:
    """A part that is to come once for each of several: what it is called, and one of them, and what is asked of each.

    `above`: its title is printed above it.
    """

    title: str
    singular: str
    questions: tuple[str, ...]
    shape: Shape = "table"
    above: bool = True


@dataclass(frozen=True)
class Standing:
    """A place in the document where such a part can stand, and that in words. Without a place it is put in later."""

    says: str
    where: Where | None = None


LATER: Final = Standing("Nowhere yet: I put it in under “What goes where”")


def standings(pack: Pack) -> tuple[Standing, ...]:
    """Where a part that repeats can stand in the document, in the document's order."""
    blocks = in_word(lambda: main_blocks(pack.template))
    found = [Standing(f"After {name}", Where(after=block[0])) for block, name in _named(pack, blocks) if name]
    first = next(((block, name) for block, name in _named(pack, blocks) if name), None)
    lead = () if first is None else (Standing(f"Before {first[1]}", Where(before=first[0][0])),)
    return (*lead, *found, LATER)


def standing_by(pack: Pack, part: str) -> Standing:
    """Where it stands best for a part (`field:ID`, `section:ID`, …): after it, or else after the header's questions."""
    blocks = in_word(lambda: main_blocks(pack.template))
    there = {each.where.after: each for each in standings(pack) if each.where is not None and each.where.after}
    own = next((block[0] for block in blocks if part in block and block[0] in there), "")
    if own:
        return there[own]
    head = [block[0] for block in blocks if block[0].startswith(("field:", "repeat:")) and block[0] in there]
    sections = [at for at, block in enumerate(blocks) if any(tag.startswith("section:") for tag in block)]
    before = [block[0] for block in blocks[: sections[0]] if block[0] in head] if sections else head
    return there[before[-1]] if before else next(iter(there.values()), LATER)


def new_repeat(pack: Pack, new: NewRows, after: str = "", standing: Standing = LATER) -> Pack:
    """Ask for something once for each of several, after another question of the form ("" for first)."""
    title, singular, questions = _words(new)
    manifest = pack.manifest
    repeat = RepeatSpec(id=repeat_id(manifest, title), title=title, singular=singular)
    asked: list[FieldSpec] = []
    for each in questions:
        known = manifest.model_copy(update={"field": (*manifest.field, *asked)})
        label = each if new.shape == "table" or each.endswith(("?", ":")) else f"{each}:"
        asked.append(
            FieldSpec(
                id=field_id(known, each, repeat.id),
                title=each,
                labels=(label,) if standing.where is not None else (),
                # A line of its own goes when it is empty; a cell of a table has to stay.
                optional=new.shape == "lines" and standing.where is not None,
            )
        )
    at = after_item(manifest, after)
    fields = (*manifest.field[:at], *asked, *manifest.field[at:])
    made = with_manifest(pack, manifest.model_copy(update={"field": fields, "repeat": (*manifest.repeat, repeat)}))
    if standing.where is not None:
        made = with_template(made, _put_in(made, repeat, asked, new, standing.where))

    def answer(sample: samples.Sample) -> None:
        for spec in asked:
            samples.answer(sample, spec, made, samples.example_answer(spec, made))

    return samples.with_samples(made, answer)


def remove_repeat(pack: Pack, repeat: str) -> Pack:
    """Take rows of questions away, each with its place; the last takes the rows' own place along."""
    for spec in sorted(pack.fields_of(repeat), key=lambda each: each.printed):
        pack = remove_field(pack, spec.id, whole=True)
    return pack


def _put_in(pack: Pack, repeat: RepeatSpec, asked: Sequence[FieldSpec], new: NewRows, where: Where) -> bytes:
    questions = []
    for spec in asked:
        called, prompt, label = place_of(pack, spec.id)
        questions.append(Question(f"field:{spec.id}", called, prompt, label))
    above = "" if not new.above else repeat.title if repeat.title[-1:] in ":?" else f"{repeat.title}:"
    rows = Rows(repeat.id, repeat.title, tuple(questions), above, pack.manifest.roles)
    return in_word(lambda: add_rows(pack.template, rows, where, table=new.shape == "table"))


def _words(new: NewRows) -> tuple[str, str, tuple[str, ...]]:
    """The words of a new part with single spaces. Raises `PackError` where some are missing."""
    title, singular = " ".join(new.title.split()), " ".join(new.singular.split())
    questions = tuple(words for each in new.questions if (words := " ".join(each.split())))
    if not title:
        raise PackError("It needs a title: what the rows are together.")
    if not questions:
        raise PackError("It needs a question: what is asked of each.")
    seen: set[str] = set()
    for each in questions:
        if each.rstrip(":?").casefold() in seen:
            raise PackError(f"“{each}” is asked twice. Give each question words of its own.")
        seen.add(each.rstrip(":?").casefold())
    return title, singular or one_of(title), questions


def one_of(title: str) -> str:
    """What one of several is probably called: “Further contacts” are each a “further contact”."""
    words = " ".join(title.split()).rstrip(":")
    words = words if words[1:2].isupper() else words[:1].lower() + words[1:]
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if words.endswith(ending):
            return words[: -len(ending)] + instead
    return words[:-1] if words.endswith("s") and not words.endswith(("ss", "us", "is")) else words


def _named(pack: Pack, blocks: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each block of the document with what a person knows it by, "" for one that nothing can stand beside."""
    texts = [at for at, block in enumerate(blocks) if _is_text(pack, block)]
    for at, block in enumerate(blocks):
        # Reports with an order of their own have their sections elsewhere than the document.
        among = pack.manifest.pack.order == "report" and texts and texts[0] <= at < texts[-1]
        yield block, "" if among else _name(pack, block)


def _is_text(pack: Pack, block: Sequence[str]) -> bool:
    specs = (pack.section(tag.partition(":")[2]) for tag in block if tag.startswith("section:"))
    return any(spec is not None and spec.kind == "text" for spec in specs)


def _name(pack: Pack, block: Sequence[str]) -> str:
    kind, _, ident = block[0].partition(":")
    section, group, repeat = pack.section(ident), pack.group(ident), pack.repeat(ident)
    if kind == "section" and section is not None:
        return f"the section “{section.title.rstrip(':')}”"
    if kind == "group" and group is not None and any(tag.startswith("section:") for tag in block):
        return f"the sections under “{group.title.rstrip(':')}”"
    fields = [tag.partition(":")[2] for tag in block if tag.startswith("field:")]
    alone = all(each.startswith(f"{ident}.") for each in fields)
    if kind in ("group", "repeat") and repeat is not None and alone:
        return f"“{repeat.title.rstrip(':')}”"
    specs = [pack.field(each) for each in fields]
    titles = [spec.title.rstrip(":") for spec in specs if spec is not None]
    return "" if not titles else f"“{titles[-1]}”" if len(titles) == 1 else f"the table that ends with “{titles[-1]}”"
