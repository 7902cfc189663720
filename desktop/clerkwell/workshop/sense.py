"""Can everything that a manifest asks come about: its conditions, its lists, its dates?"""

from collections.abc import Iterator, Mapping
from datetime import date

from clerkwell.packs import Pack
from clerkwell.packs.load import MANIFEST
from clerkwell.packs.manifest import Condition, FieldSpec, SectionSpec
from clerkwell.workshop.problem import PackProblem

_YES_NO = ("Yes", "No")


def sense_problems(pack: Pack, today: date | None = None) -> Iterator[PackProblem]:
    """What can never happen, and what is over. Without `today` nothing is said of what is over by now."""
    specs: tuple[FieldSpec | SectionSpec, ...] = (*pack.manifest.field, *pack.manifest.section)
    for spec in specs:
        for name, condition in (("needed when", spec.when), ("asked only when", spec.only)):
            for says in _impossible(condition, pack):
                yield PackProblem("error", f"“{spec.title}”, {name}: {says}", MANIFEST)
        if spec.when and spec.required != "when":
            yield PackProblem(
                "warning",
                f"“{spec.title}” has a condition for being needed that nothing asks about, for it is needed "
                f"{spec.required}. Let it be needed when the condition holds, or take the condition out.",
                MANIFEST,
            )
    yield from _around(pack)
    yield from _lists(pack, today)
    yield from _dates(pack, today)


def _impossible(condition: Condition, pack: Pack) -> Iterator[str]:
    for key, wanted in condition.items():
        specs = [each for each in pack.manifest.field if key in (each.id, each.id.partition(".")[2])]
        if not specs:
            yield f"no field is called “{key}”, so the condition never holds. Name a field’s id."
            continue
        known = {answer.casefold() for spec in specs for answer in _answers(spec, pack)}
        # A list that takes other answers too can hold anything.
        if known and all(each.casefold() not in known for each in wanted):
            said = "”, “".join(wanted)
            yield f"“{specs[0].title}” is never answered “{said}”, so the condition never holds. Use its own answers."


def _answers(spec: FieldSpec, pack: Pack) -> tuple[str, ...]:
    """All answers that a field can have; none where it takes any."""
    if spec.kind == "yes-no":
        return _YES_NO
    if spec.choices:
        return spec.choices
    vocab = pack.manifest.vocab.get(spec.vocab)
    if vocab is None or vocab.open:
        return ()
    return tuple(name for each in vocab.entries for name in (each.name, *each.aliases))


def _around(pack: Pack) -> Iterator[PackProblem]:
    """Fields that only show while each other has an answer: none of them ever does."""
    only: Mapping[str, frozenset[str]] = {spec.id: frozenset(spec.only) for spec in pack.manifest.field if spec.only}
    for spec in pack.manifest.field:
        seen: set[str] = set()
        waiting = set(only.get(spec.id, ()))
        while waiting:
            each = waiting.pop()
            if each not in seen:
                seen.add(each)
                waiting |= only.get(each, frozenset())
        if spec.id in seen:
            yield PackProblem(
                "error",
                f"“{spec.title}” is asked only when it has an answer itself, so it is never asked. Change "
                "when it is asked.",
                MANIFEST,
            )


def _lists(pack: Pack, today: date | None) -> Iterator[PackProblem]:
    used = {spec.vocab for spec in pack.manifest.field}
    for name, vocab in pack.manifest.vocab.items():
        called = vocab.title or name.replace("-", " ").capitalize()
        if name not in used:
            yield PackProblem("info", f"No question takes its answers from the list “{called}”.", MANIFEST)
        names: dict[str, str] = {}
        for entry in vocab.entries:
            since, until = entry.effective_from, entry.effective_to
            if since and until and until < since:
                yield PackProblem(
                    "error",
                    f"“{entry.name}” of the list “{called}” ends on {until:%d/%m/%Y}, before it begins.",
                    MANIFEST,
                )
            for said in (entry.name, *entry.aliases):
                other = names.setdefault(said.casefold(), entry.name)
                if other != entry.name and not (since or until):
                    yield PackProblem(
                        "warning",
                        f"In the list “{called}”, “{said}” stands for “{other}” and for “{entry.name}”.",
                        MANIFEST,
                    )
        ends = [entry.effective_to for entry in vocab.entries]
        if today and not _is_over(pack, today) and ends and all(end is not None and end < today for end in ends):
            yield PackProblem(
                "warning",
                f"Every entry of the list “{called}” is past its date: authors have nothing to choose. Bring the list "
                "up to date.",
                MANIFEST,
            )


def _is_over(pack: Pack, today: date) -> bool:
    until = pack.manifest.pack.effective_to
    return until is not None and until < today


def _dates(pack: Pack, today: date | None) -> Iterator[PackProblem]:
    about = pack.manifest.pack
    if about.effective_to and about.effective_to < about.effective_from:
        yield PackProblem("error", f"The template ends on {about.effective_to:%d/%m/%Y}, before it begins.", MANIFEST)
    elif about.effective_to and today and _is_over(pack, today):
        yield PackProblem(
            "info",
            f"The pack was in use until {about.effective_to:%d/%m/%Y}: new reports for later meetings get another.",
            MANIFEST,
        )
