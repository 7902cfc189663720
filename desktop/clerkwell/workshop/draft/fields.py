"""Questions of a pack that is being made: added, renamed, moved and removed, in its manifest, document and samples.

Each edit gives another pack. Raises `PackError` for what no pack, or not this pack's document, can be.
"""

from collections.abc import Mapping
from typing import Any

from clerkwell.packs import FieldSpec, Manifest, Pack, PackError, RepeatSpec
from clerkwell.packs.repeating import is_typed
from clerkwell.word.template.parts import has_place, take_part
from clerkwell.word.template.questions import (
    Question,
    add_question,
    label_question,
    move_question,
    take_question,
    title_question,
)
from clerkwell.workshop.draft import samples
from clerkwell.workshop.draft.changing import with_manifest, with_template
from clerkwell.workshop.draft.conditions import with_answer_renamed, with_known_answers
from clerkwell.workshop.draft.naming import field_id
from clerkwell.workshop.draft.sections import without_fields
from clerkwell.workshop.draft.standing import Document, document_of, in_word

# What files are named after, and the list of reports shows.
SUBJECT = "subject"


def new_field(pack: Pack, title: str, after: str = "", repeat: str = "", *, printed: bool = True) -> Pack:
    """Ask something new, after another question ("" for first), in the rows of a repeat where one is named.

    `printed`: it gets a line or row in the document too, beside the printed question that is next to it.
    """
    title = " ".join(title.split())
    if not title:
        raise PackError("It needs a title: what is asked.")
    manifest, document = pack.manifest, document_of(pack)
    spec = FieldSpec(id=field_id(manifest, title, repeat), title=title, printed=False)
    at = after_item(manifest, after)
    if repeat:
        at = at if after.startswith(f"{repeat}.") else _after_rows(manifest, repeat)
    made = manifest.model_copy(update={"field": (*manifest.field[:at], spec, *manifest.field[at:])})
    asked = with_manifest(pack, made)
    asked = samples.with_samples(
        asked, lambda sample: samples.answer(sample, spec, asked, samples.example_answer(spec, asked))
    )
    return print_field(asked, spec.id, document) if printed else asked


def after_item(manifest: Manifest, after: str) -> int:
    """The number that the next question has after this one, or after the rows of this id; 0 for neither."""
    if after in _items(manifest):
        return 1 + max(at for at, each in enumerate(manifest.field) if each.id.partition(".")[0] == after)
    return next((at for at, each in enumerate(manifest.field, 1) if each.id == after), 0)


def print_field(pack: Pack, field: str, document: Document | None = None) -> Pack:
    """Print a question in the document: beside the nearest one of the form that is printed, and looking like it."""
    document = document or document_of(pack)
    spec = _spec(pack, field)
    if spec.printed:
        return pack
    beside, before = _neighbour(pack, document, field)
    near = pack.field(beside)
    label = _label(spec.title, near) if not spec.labels else spec.labels[0]
    question = Question(f"field:{field}", _called(pack, spec), _prompt(spec), label)
    template = in_word(lambda: add_question(pack.template, f"field:{beside}", question, before=before))
    labels = spec.labels or ((label,) if label else ())
    made = with_template(_with(pack, field, {"printed": True, "labels": labels}), template)
    text = samples.example_answer(spec, made)
    return samples.with_samples(made, lambda sample: samples.answer_blank(sample, spec, made, text))


def place_of(pack: Pack, field: str) -> tuple[str, str, str]:
    """What the place of a question is called in Word, its prompt, and its label ("" for none)."""
    spec = _spec(pack, field)
    return _called(pack, spec), _prompt(spec), next(iter(spec.labels), "")


def hide_field(pack: Pack, field: str, *, whole: bool = False) -> Pack:
    """Print a question no more: it stays on the form, and for the checks."""
    _spec(pack, field)
    owner, dot, _ = field.partition(".")
    inside = {each.id for each in document_of(pack).places.of("field") if f"repeat:{owner}" in each.inside}
    alone = inside == {field} and len(pack.fields_of(owner)) > 1 and not whole
    if dot and (not is_typed(owner, pack) or alone):
        raise PackError("Nothing else is printed in its rows, so it has to stay. Mark a place for another one first.")
    template = in_word(lambda: take_question(pack.template, (f"field:{field}", f"repeat:{field}")))
    return with_template(_with(pack, field, {"printed": False}), template)


def rename_field(pack: Pack, field: str, title: str) -> Pack:
    """Give a question another title. Its label in the document follows where it had the same words."""
    title = " ".join(title.split())
    if not title:
        raise PackError("It needs a title: what is asked.")
    spec = _spec(pack, field)
    if title == spec.title:
        return pack
    renamed = _with(pack, field, {"title": title})
    retitled = in_word(lambda: title_question(pack.template, f"field:{field}", _called(renamed, _spec(renamed, field))))
    renamed = with_template(renamed, retitled)
    first = spec.labels[0] if spec.labels else ""
    same = first.rstrip(": ?").casefold() == spec.title.rstrip(": ?").casefold()
    return label_field(renamed, field, title.rstrip(":") + (":" if first.endswith(":") else "")) if same else renamed


def label_field(pack: Pack, field: str, label: str) -> Pack:
    """Print another label before a question, where one of its labels stands there now; the others are still known."""
    label = " ".join(label.split())
    spec = _spec(pack, field)
    known = tuple(each for each in spec.labels if each != label)
    labelled = _with(pack, field, {"labels": (label, *known) if label else known})
    if not label or not spec.labels:
        return labelled
    template, _ = in_word(lambda: label_question(pack.template, f"field:{field}", spec.labels, label))
    return with_template(labelled, template)


def change_field(pack: Pack, field: str, update: Mapping[str, Any]) -> Pack:
    """Ask otherwise: any key of a question but its id, title, labels and whether it is printed.

    Conditions and examples that give an answer it cannot have any more are mended; one that is called otherwise is
    followed.
    """
    before = _spec(pack, field)
    manifest = pack.manifest
    renamed = dict(_renamed(before.choices, tuple(update.get("choices", before.choices))))
    for old, new in renamed.items():
        manifest = with_answer_renamed(manifest, field, old, new)
    fields = tuple(each.model_copy(update=update) if each.id == field else each for each in manifest.field)
    manifest = with_known_answers(manifest.model_copy(update={"field": fields}), field)
    changed = with_manifest(pack, manifest)
    spec = _spec(changed, field)
    if (spec.kind, spec.choices, spec.vocab) == (before.kind, before.choices, before.vocab):
        return changed
    return samples.with_samples(changed, lambda sample: samples.understand_again(sample, spec, changed, renamed))


def change_repeat(pack: Pack, repeat: str, update: Mapping[str, Any]) -> Pack:
    """Ask otherwise for the rows of a repeat."""
    repeats = tuple(each.model_copy(update=update) if each.id == repeat else each for each in pack.manifest.repeat)
    return with_manifest(pack, pack.manifest.model_copy(update={"repeat": repeats}))


def neighbour(manifest: Manifest, field: str, step: int) -> str:
    """The question, or the rows, that one comes past by a step up (-1) or down (1); "" at the end."""
    owner, dot, _ = field.partition(".")
    rows = [each.id for each in manifest.field if each.id.startswith(f"{owner}.")]
    items = rows if dot else _items(manifest)
    at = items.index(field) + step
    return items[at] if 0 <= at < len(items) else ""


def move_field(pack: Pack, field: str, step: int) -> Pack:
    """Ask a question, or the rows of a repeat, one place earlier (-1) or later (1).

    In the document two questions that stand one by one in lines or rows of one kind change places too; others stay
    where the layout has them.
    """
    manifest = pack.manifest
    past = neighbour(manifest, field, step)
    if not past:
        return pack
    mine = [each for each in manifest.field if _belongs(each, field)]
    others = [each for each in manifest.field if not _belongs(each, field)]
    places = [at for at, each in enumerate(others) if _belongs(each, past)]
    at = min(places) if step < 0 else max(places) + 1
    made = manifest.model_copy(update={"field": (*others[:at], *mine, *others[at:])})
    template = in_word(lambda: move_question(pack.template, f"field:{field}", f"field:{past}", before=step < 0))
    return with_template(with_manifest(pack, made), template or pack.template)


def remove_field(pack: Pack, field: str, *, whole: bool = False) -> Pack:
    """Ask a question no more: it goes from the document with its label, and from conditions that named it.

    `whole`: the others of its rows go too.
    """
    spec = _spec(pack, field)
    if field == SUBJECT:
        raise PackError(f"“{spec.title}” has to stay: files and lists of reports are named after it.")
    if "." in field and not is_typed(field.partition(".")[0], pack):
        raise PackError("It belongs to a list that fills itself. Remove the section of that list instead.")
    hidden = hide_field(pack, field, whole=whole) if spec.printed else pack
    made = without_fields(hidden.manifest, {field})
    template = hidden.template
    for gone in {each.id for each in hidden.manifest.repeat} - {each.id for each in made.repeat}:
        template = _without(template, gone)
    return samples.with_samples(
        with_manifest(with_template(hidden, template), made), lambda sample: samples.forget(sample, field)
    )


def _without(template: bytes, repeat: str) -> bytes:
    """The document without the rows of a repeat, and without what stands only with one of them."""
    rows = in_word(lambda: take_question(template, (f"repeat:{repeat}",)))
    whole = f"group:{repeat}"
    return in_word(lambda: take_part(rows, whole) if has_place(rows, whole) else rows)


def _with(pack: Pack, field: str, update: Mapping[str, Any]) -> Pack:
    fields = tuple(each.model_copy(update=update) if each.id == field else each for each in pack.manifest.field)
    return with_manifest(pack, pack.manifest.model_copy(update={"field": fields}))


def _spec(pack: Pack, field: str) -> FieldSpec:
    spec = pack.field(field)
    if spec is None:
        raise PackError("This question is not there any more.")
    return spec


def _items(manifest: Manifest) -> list[str]:
    """The questions of the form and the repeats, in its order."""
    return list(dict.fromkeys(each.id.partition(".")[0] for each in manifest.field))


def _belongs(spec: FieldSpec, item: str) -> bool:
    return spec.id == item or spec.id.startswith(f"{item}.")


def _after_rows(manifest: Manifest, repeat: str) -> int:
    places = [at for at, each in enumerate(manifest.field, 1) if each.id.startswith(f"{repeat}.")]
    return max(places, default=len(manifest.field))


def _neighbour(pack: Pack, document: Document, field: str) -> tuple[str, bool]:
    """The printed question beside which one is to be printed, and whether before it."""
    owner, dot, _ = field.partition(".")
    fields = [each.id for each in pack.manifest.field]
    at = fields.index(field)
    in_section = {
        each.id for each in document.places.of("field") if any(tag.startswith("section:") for tag in each.inside)
    }
    fit = [
        index
        for index, each in enumerate(fields)
        if each != field
        and document.has(f"field:{each}")
        and each not in in_section
        and each.startswith(f"{owner}.") == bool(dot)
        and ("." in each) == bool(dot)
    ]
    if not fit:
        raise PackError("No question beside it is printed in the document. Mark a place for it in the Word document.")
    best = min(fit, key=lambda index: (abs(2 * (at - index) - 1), index))
    return fields[best], best > at


def _label(title: str, near: FieldSpec | None) -> str:
    """A label in the manner of the one beside it; none in rows whose answers have none."""
    if near is not None and not near.labels and "." in near.id:
        return ""
    ends = title[-1:] in ":?" or (near is not None and bool(near.labels) and not near.labels[0].endswith(":"))
    return title if ends else f"{title}:"


def _called(pack: Pack, spec: FieldSpec) -> str:
    """What the place of a question is called in Word."""
    repeat: RepeatSpec | None = pack.repeat(spec.id.partition(".")[0]) if "." in spec.id else None
    known = repeat is not None and is_typed(repeat.id, pack)
    return f"{repeat.singular.capitalize()}: {spec.title.lower()}" if repeat is not None and known else spec.title


def _prompt(spec: FieldSpec) -> str:
    if spec.kind == "yes-no":
        return "Yes or No"
    return spec.default or ("Answer" if spec.title.endswith("?") else spec.title)


def _renamed(before: tuple[str, ...], after: tuple[str, ...]) -> list[tuple[str, str]]:
    """The answer that is called otherwise, where that is all that changed in a list."""
    if len(before) != len(after):
        return []
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    return changed if len(changed) == 1 and changed[0][1] not in before else []
