"""The example reports of a pack that is being made, which follow what changes in it, so that they stay whole."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from clerkwell.model import FieldValue
from clerkwell.packs import FieldSpec, Pack, understand
from clerkwell.workshop.draft.conditions import answers_of

_TEXT: Final = "This part of the example report shows where its words stand."
_BY_KIND: Final = {
    "date": "7 February 2022",
    "yes-no": "Yes",
    "money": "£1,000",
    "telephone": "020 7946 0000",
    "email": "name@example.org",
    "status": "Public",
}
# What an answer of these kinds has to have in it: they are kept as they are typed, whatever that is.
_SIGNS: Final = {"money": "0123456789", "telephone": "0123456789", "email": "@"}

Sample = dict[str, Any]
Change = Callable[[Sample], None]


def with_samples(pack: Pack, change: Change) -> Pack:
    """The pack with its example reports after a change, which alters what it is handed.

    What cannot be read is for the check to tell of.
    """
    files = dict(pack.files)
    for name, data in pack.files.items():
        if not name.endswith(".json"):
            continue
        try:
            sample, before = json.loads(data), json.loads(data)
        except ValueError:
            continue
        if not isinstance(sample, dict) or not isinstance(sample.get("sections"), list):
            continue
        change(sample)
        if sample != before:
            files[name] = (json.dumps(sample, indent=1, ensure_ascii=False) + "\n").encode()
    return Pack(pack.manifest, files) if files != pack.files else pack


def add_section(sample: Sample, section: str, before: Sequence[str]) -> None:
    """Begin a section in an example report, behind the last of these that it has."""
    run = {"kind": "text", "text": _TEXT}
    number = sample.get("next_id") if isinstance(sample.get("next_id"), int) else 1
    block = {"id": f"b{number}", "runs": [run], "kind": "paragraph"}
    sample["next_id"] = int(number or 1) + 1
    there = [each.get("id") for each in sample["sections"]]
    at = max((there.index(each) + 1 for each in before if each in there), default=0)
    sample["sections"].insert(at, {"id": section, "blocks": [block]})


def order_sections(sample: Sample, ids: Sequence[str]) -> None:
    """Put the sections of an example report in this order; others keep their places."""
    known = [each for each in sample["sections"] if each.get("id") in ids]
    known.sort(key=lambda each: ids.index(each["id"]))
    queue = iter(known)
    sample["sections"] = [next(queue) if each.get("id") in ids else each for each in sample["sections"]]


def drop_sections(sample: Sample, sections: Collection[str], titles: Sequence[str]) -> None:
    """Take sections out of an example report, and what points at them."""
    gone = [each for each in sample["sections"] if each.get("id") in sections]
    sample["sections"] = [each for each in sample["sections"] if each.get("id") not in sections]
    for name, owner in (("appendices", "appendices"), ("background_papers", "background-papers")):
        if owner in sections:
            gone += sample.get(name, [])
            sample[name] = []
    lost = {*sections, *(inner["id"] for each in gone for inner in _objects(each) if isinstance(inner.get("id"), str))}
    for holder in (sample["sections"], sample.get("appendices", [])):
        for each in _objects(holder):
            if isinstance(runs := each.get("runs"), list):
                each["runs"] = [_freed(run, lost, " ".join(titles)) for run in runs]
    for name in ("consultations", "notes", "stale", "waivers"):
        if isinstance(sample.get(name), list):
            sample[name] = [each for each in sample[name] if not _is_about(each, sections)]


def answer(sample: Sample, spec: FieldSpec, pack: Pack, text: str) -> None:
    """Answer a question in an example report: in each row, where it has some."""
    given = _dumped(understand(spec, text, pack))
    repeat, dot, name = spec.id.partition(".")
    if not dot:
        sample.setdefault("fields", {})[spec.id] = given
        return
    rows = sample.setdefault("repeats", {}).setdefault(repeat, [])
    if not rows:
        rows.append({})
    for row in rows:
        row[name] = given


def answer_blank(sample: Sample, spec: FieldSpec, pack: Pack, text: str) -> None:
    """Answer a question in an example report where it has no answer."""
    for values, name in _values(sample, spec.id):
        if not str(values.get(name, {}).get("text", "")).strip():
            values[name] = _dumped(understand(spec, text, pack))


def understand_again(sample: Sample, spec: FieldSpec, pack: Pack, renamed: Mapping[str, str]) -> None:
    """Take the answers to a question that is asked otherwise now for what they are.

    An answer of a list that is called otherwise (`renamed`) is followed. What is no answer to the question any more
    gives way to an example of one: an author could not export the report with it. Where nothing was said, nothing is.
    """
    for values, name in _values(sample, spec.id):
        if name not in values:
            continue
        text = _called_now(values[name], renamed)
        if text.strip() and not _fits(spec, text, pack):
            # A list that has no answers yet has none to give: then what is there stays.
            text = next((each for each in _examples(spec, pack) if _fits(spec, each, pack)), text)
        values[name] = _dumped(understand(spec, text, pack))


def forget(sample: Sample, field_id: str) -> None:
    """Take the answers to a question out of an example report."""
    for values, name in _values(sample, field_id):
        values.pop(name, None)


def example_answer(spec: FieldSpec, pack: Pack) -> str:
    """An answer to a question, for an example report: one of its kind, if any is known."""
    examples = _examples(spec, pack)
    return next((each for each in examples if _fits(spec, each, pack)), next(iter(examples), ""))


def _examples(spec: FieldSpec, pack: Pack) -> tuple[str, ...]:
    """What may do as an example of an answer, the best first; some may be left from another kind of question."""
    choices = answers_of(spec, pack.manifest)[:1] or (_BY_KIND.get(spec.kind, "An example answer"),)
    return tuple(each for each in (spec.example, spec.default, *choices) if each.strip())


def _fits(spec: FieldSpec, text: str, pack: Pack) -> bool:
    """Whether it is an answer of the question's kind."""
    signs = _SIGNS.get(spec.kind)
    return any(sign in text for sign in signs) if signs else understand(spec, text, pack).value is not None


def _called_now(value: Mapping[str, Any], renamed: Mapping[str, str]) -> str:
    """The words of an answer, with those of a list by what they are called now."""
    text, meant = str(value.get("text", "")), value.get("value")
    if isinstance(meant, str):
        return renamed.get(meant, text)
    for each in meant if isinstance(meant, list) else ():
        text = text.replace(each, renamed.get(each, each))
    return text


def _values(sample: Sample, field_id: str) -> Iterator[tuple[dict[str, Any], str]]:
    repeat, dot, name = field_id.partition(".")
    if not dot:
        yield sample.get("fields", {}), field_id
        return
    for row in sample.get("repeats", {}).get(repeat, []):
        yield row, name


def _dumped(value: FieldValue) -> dict[str, Any]:
    found: dict[str, Any] = value.model_dump(mode="json")
    return found


def _objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _objects(each)
    elif isinstance(value, list):
        for each in value:
            yield from _objects(each)


def _freed(run: dict[str, Any], lost: Collection[str], words: str) -> dict[str, Any]:
    """A reference to what has gone becomes words."""
    gone = run.get("kind") == "reference" and run.get("target") in lost
    return {"kind": "text", "text": words} if gone else run


def _is_about(each: dict[str, Any], sections: Collection[str]) -> bool:
    place = each.get("place")
    about = place.get("section") if isinstance(place, dict) else each.get("part")
    return about in sections
