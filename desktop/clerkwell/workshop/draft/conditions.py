"""Conditions of a pack that is being made: who depends on a question, and what becomes of that when it changes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from clerkwell.packs import FieldSpec, Manifest, SectionSpec
from clerkwell.packs.manifest import Condition

S = TypeVar("S", FieldSpec, SectionSpec)


@dataclass(frozen=True)
class Dependent:
    """A part that is needed, or has a place, only with some answer; `what` names it in words."""

    id: str
    title: str
    section: bool
    only: bool

    @property
    def what(self) -> str:
        """It, in words."""
        return f"the {'section' if self.section else 'question'} “{self.title.rstrip(':')}”"


def answers_of(spec: FieldSpec, manifest: Manifest) -> tuple[str, ...]:
    """The answers that may be named in a condition on this question, as far as they are known."""
    if spec.kind == "yes-no":
        return ("Yes", "No")
    if spec.choices:
        return spec.choices
    vocab = manifest.vocab.get(spec.vocab)
    return tuple(each.name for each in vocab.entries) if vocab is not None else ()


def askable(manifest: Manifest, asking: str = "") -> tuple[FieldSpec, ...]:
    """The questions that a condition of `asking` may be about: those whose answers are known."""
    return tuple(each for each in manifest.field if each.id != asking and answers_of(each, manifest))


def named_by(key: str, manifest: Manifest) -> tuple[FieldSpec, ...]:
    """The questions that a condition names: a short name means those of the rows, too."""
    return tuple(each for each in manifest.field if key in (each.id, each.id.partition(".")[2]))


def dependents(manifest: Manifest, field_id: str) -> tuple[Dependent, ...]:
    """The parts whose conditions nothing else could fulfil than this question."""
    found = []
    specs: tuple[FieldSpec | SectionSpec, ...] = (*manifest.field, *manifest.section)
    for spec in specs:
        for only, condition in ((False, spec.when), (True, spec.only)):
            if spec.id != field_id and any(_is_alone(key, field_id, manifest) for key in condition):
                found.append(Dependent(spec.id, spec.title, isinstance(spec, SectionSpec), only))
    return tuple(found)


def without_question(manifest: Manifest, field_id: str) -> Manifest:
    """The manifest whose conditions and standard answers do not speak of this question any more."""
    freed = _with_conditions(
        manifest,
        lambda condition: {key: said for key, said in condition.items() if not _is_alone(key, field_id, manifest)},
    )
    return freed.model_copy(update={"field": tuple(_without_wording(each, field_id) for each in freed.field)})


def with_known_answers(manifest: Manifest, field_id: str) -> Manifest:
    """The manifest whose conditions name only answers that this question can have."""
    spec = next((each for each in manifest.field if each.id == field_id), None)
    known = {each.casefold() for each in _all_answers(spec, manifest)} if spec is not None else set()
    if not known or spec is None:
        return manifest
    also = {key: _all_known(key, manifest) for key in (field_id, field_id.partition(".")[2]) if key}

    def mended(condition: Condition) -> Condition:
        kept = {
            key: tuple(each for each in said if not also.get(key) or each.casefold() in also[key])
            for key, said in condition.items()
        }
        return {key: said for key, said in kept.items() if said}

    changed = _with_conditions(manifest, mended)
    kept = {answer: words for answer, words in spec.wording.items() if answer.casefold() in known}
    return _with_field(changed, field_id, {"wording": kept}) if kept != spec.wording else changed


def with_answer_renamed(manifest: Manifest, field_id: str, old: str, new: str) -> Manifest:
    """The manifest whose conditions and standard answers follow an answer that is called otherwise from now on."""

    def mended(condition: Condition) -> Condition:
        return {
            key: tuple(new if _is_alone(key, field_id, manifest) and each == old else each for each in said)
            for key, said in condition.items()
        }

    changed = _with_conditions(manifest, mended)
    spec = next(each for each in manifest.field if each.id == field_id)
    wording = {new if answer == old else answer: words for answer, words in spec.wording.items()}
    return _with_field(changed, field_id, {"wording": wording})


def _with_conditions(manifest: Manifest, mend: Callable[[Condition], Condition]) -> Manifest:
    return manifest.model_copy(
        update={
            "field": tuple(_mended(each, mend) for each in manifest.field),
            "section": tuple(_mended(each, mend) for each in manifest.section),
        }
    )


def _mended(spec: S, mend: Callable[[Condition], Condition]) -> S:
    when, only = mend(spec.when), mend(spec.only)
    if (when, only) == (spec.when, spec.only):
        return spec
    required = "never" if spec.required == "when" and not when else spec.required
    return spec.model_copy(update={"when": when, "only": only, "required": required})


def _without_wording(spec: FieldSpec, field_id: str) -> FieldSpec:
    kept = {
        answer: {name: words for name, words in given.items() if name != field_id}
        for answer, given in spec.wording.items()
    }
    kept = {answer: given for answer, given in kept.items() if given}
    return spec if kept == spec.wording else spec.model_copy(update={"wording": kept})


def _with_field(manifest: Manifest, field_id: str, update: dict[str, object]) -> Manifest:
    fields = tuple(each.model_copy(update=update) if each.id == field_id else each for each in manifest.field)
    return manifest.model_copy(update={"field": fields})


def _is_alone(key: str, field_id: str, manifest: Manifest) -> bool:
    return [each.id for each in named_by(key, manifest)] == [field_id]


def _all_known(key: str, manifest: Manifest) -> set[str]:
    """The answers that a condition may name, by all the questions that it names; none where one takes any."""
    each_of = [_all_answers(spec, manifest) for spec in named_by(key, manifest)]
    return {answer.casefold() for answers in each_of for answer in answers}


def _all_answers(spec: FieldSpec, manifest: Manifest) -> Iterator[str]:
    vocab = manifest.vocab.get(spec.vocab)
    if spec.kind == "yes-no" or spec.choices or vocab is None:
        yield from answers_of(spec, manifest)
    elif not vocab.open:
        yield from (name for each in vocab.entries for name in (each.name, *each.aliases))
